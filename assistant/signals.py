"""Ctrl-C and SIGTERM while something long goes on: neither is lost."""

from __future__ import annotations

import signal

_came: list[int] = []
"""The signals to end that this process was sent."""


def heed_signals(terminate: bool = False) -> None:
    """Remembers Ctrl-C; ``terminate``: SIGTERM ends the process in the same way, tidily.

    Python raises ``KeyboardInterrupt`` wherever it is; amid a finalizer or a callback that is lost.
    """
    for each in (signal.SIGINT, signal.SIGTERM)[: 1 + terminate]:
        signal.signal(each, _heed)


def end_if_told() -> None:
    """Raises ``KeyboardInterrupt`` if a signal has come; whoever works long looks here now and then."""
    if _came:
        raise KeyboardInterrupt


def _heed(number: int, frame: object) -> None:
    _came.append(number)
    end_if_told()
