"""Signals that end a process are told even if nobody feels them."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest

from assistant import signals
from assistant.progress import progress_bar
from assistant.signals import end_if_told, heed_signals


@pytest.fixture(autouse=True)
def heeding(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    before = {each: signal.getsignal(each) for each in (signal.SIGINT, signal.SIGTERM)}
    monkeypatch.setattr(signals, "_came", [])
    heed_signals(terminate=True)
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


def test_who_was_not_told_goes_on() -> None:
    end_if_told()


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_each_interrupts_and_is_told(end: signal.Signals) -> None:
    with pytest.raises(KeyboardInterrupt):
        os.kill(os.getpid(), end)
    with pytest.raises(KeyboardInterrupt):
        end_if_told()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_one_that_is_lost_in_a_finalizer_ends_what_goes_on() -> None:
    class Finalized:
        def __del__(self) -> None:
            os.kill(os.getpid(), signal.SIGINT)
            for _ in range(1000):
                pass

    Finalized()
    with progress_bar() as progress, pytest.raises(KeyboardInterrupt):
        progress("building", 1, 2)
