"""Ctrl-C and SIGTERM: both end a process in the same way, and neither is lost."""

from __future__ import annotations

import signal


class Signals:
    """Lets both raise ``KeyboardInterrupt``, wherever the process is.

    One that comes while Python runs a finalizer is raised there and lost: that is told later.
    """

    def __init__(self) -> None:
        self._came = False
        for each in (signal.SIGINT, signal.SIGTERM):
            signal.signal(each, self._heed)

    def end_if_told(self) -> None:
        """Raises ``KeyboardInterrupt`` if a signal has come."""
        if self._came:
            raise KeyboardInterrupt

    def _heed(self, number: int, frame: object) -> None:
        self._came = True
        self.end_if_told()
