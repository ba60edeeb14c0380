"""The progress bar of the command line."""

from __future__ import annotations

import io
import sys

import pytest

from assistant.progress import progress_bar


class Terminal(io.StringIO):
    """A stream that people look at."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


def tell_three() -> None:
    with progress_bar() as progress:
        for done in range(3):
            progress("Læser dokumenterne", done, 2)
        progress("Indlejrer", 0, 7000)


def test_people_see_what_is_done_and_how_much(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    tell_three()
    shown = terminal.getvalue()
    for part in ("Læser dokumenterne", "0/2", "1/2", "50%", "2/2", "100%", "Indlejrer", "0/7000"):
        assert part in shown
    assert not shown.split("\r")[-1].strip(), "nothing is left of it"


def test_a_file_or_a_pipe_gets_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    tell_three()
    assert capfd.readouterr() == ("", "")


def test_a_fault_goes_on_to_whoever_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Terminal())

    def fail() -> None:
        with progress_bar() as progress:
            progress("Læser", 1, 2)
            raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        fail()
