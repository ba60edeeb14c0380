"""What the options of ``evaluate`` and ``calibrate`` come to, without the minutes that both take."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from assistant.__main__ import main
from assistant.errors import CorpusError
from assistant.evaluation import run


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, ...]]:
    """What each command hands on, its settings left out."""
    seen: list[tuple[Any, ...]] = []
    for name in ("evaluate", "calibrate"):

        def keep(*arguments: Any, name: str = name) -> str:
            seen.append((name, *arguments[1:]))
            return "the tables"

        monkeypatch.setattr(run, name, keep)
    return seen


COMMANDS: list[tuple[list[str], tuple[Any, ...]]] = [
    (["calibrate"], ("calibrate", None, None)),
    (["calibrate", "--split", "calibration"], ("calibrate", ["calibration"], None)),
    (
        ["calibrate", "--split", "development", "--split", "calibration", "--output", "models"],
        ("calibrate", ["development", "calibration"], Path("models")),
    ),
    (["evaluate"], ("evaluate", "development", None, [], False)),
    (
        ["evaluate", "--split", "calibration", "--model", "a", "--model", "b", "--mistakes"],
        ("evaluate", "calibration", None, ["a", "b"], True),
    ),
    (["evaluate", "--gold", "own.jsonl"], ("evaluate", "development", Path("own.jsonl"), [], False)),
]


@pytest.mark.parametrize(("arguments", "expected"), COMMANDS, ids=[" ".join(each) for each, _ in COMMANDS])
def test_options_reach_what_they_are_for(
    told: list[tuple[Any, ...]],
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    expected: tuple[Any, ...],
) -> None:
    assert main(arguments) == 0
    assert told == [expected]
    assert capsys.readouterr() == ("the tables\n", "")


@pytest.mark.parametrize(
    "arguments",
    [
        ["calibrate", "--split", "training"],
        ["calibrate", "--split"],
        ["calibrate", "development"],
        ["evaluate", "--split", "development", "--output", "models"],
    ],
    ids=" ".join,
)
def test_options_that_there_are_not(
    told: list[tuple[Any, ...]], capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    with pytest.raises(SystemExit) as fault:
        main(arguments)
    assert fault.value.code == 2
    assert told == []
    assert capsys.readouterr().err.startswith("usage: ")


@pytest.mark.parametrize("command", ["evaluate", "calibrate"])
@pytest.mark.parametrize(
    "fault", [CorpusError("line 7"), FileNotFoundError("models")], ids=["ours", "a file"]
)
def test_a_fault_that_we_expect_is_told_in_a_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: str, fault: Exception
) -> None:
    def fail(*_: Any) -> str:
        raise fault

    monkeypatch.setattr(run, command, fail)
    assert main([command]) == 1
    assert capsys.readouterr() == ("", f"{type(fault).__name__}: {fault}\n")
