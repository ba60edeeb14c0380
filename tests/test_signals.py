"""Signals that end a process are told even if nobody feels them."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest

from assistant.signals import Signals


@pytest.fixture
def signals() -> Iterator[Signals]:
    before = {each: signal.getsignal(each) for each in (signal.SIGINT, signal.SIGTERM)}
    yield Signals()
    for number, handler in before.items():
        signal.signal(number, handler)


def test_who_was_not_told_goes_on(signals: Signals) -> None:
    signals.end_if_told()


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_each_interrupts_and_is_told(signals: Signals, end: signal.Signals) -> None:
    with pytest.raises(KeyboardInterrupt):
        os.kill(os.getpid(), end)
    with pytest.raises(KeyboardInterrupt):
        signals.end_if_told()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_one_that_is_lost_in_a_finalizer_is_told(signals: Signals) -> None:
    class Finalized:
        def __del__(self) -> None:
            os.kill(os.getpid(), signal.SIGINT)
            for _ in range(1000):
                pass

    Finalized()
    with pytest.raises(KeyboardInterrupt):
        signals.end_if_told()
