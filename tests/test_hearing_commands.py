"""``python -m assistant matrix``: the matrix as a table, as files, and one pejlemærke in full."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from assistant.__main__ import main


@pytest.fixture(autouse=True)
def _own_index(monkeypatch: pytest.MonkeyPatch, index_root: Path) -> None:
    monkeypatch.setenv("ASSISTANT_INDEX", str(index_root))


def test_the_matrix_tells_who_says_what(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["matrix"]) == 0
    told = capsys.readouterr().out
    assert "[1] Norddjurs Kommune, 2023-09-11" in told
    assert "no response speaks of pejlemærke" in told


def test_one_pejlemaerke_is_told_in_the_words_of_the_response(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["matrix", "--pejlemaerke", "13"]) == 0
    told = capsys.readouterr().out
    assert "heading · support (kan kun tilslutte)" in told
    assert "»Norddjurs Kommune kan kun tilslutte sig" in told


def test_files_hold_the_same_rows(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["matrix", "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert main(["matrix", "--format", "csv"]) == 0
    table = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["sentence"] for row in rows] == [row["sentence"] for row in table]
    assert {row["sender"] for row in rows} == {"Norddjurs Kommune"}


def test_a_pejlemaerke_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["matrix", "--pejlemaerke", "16"]) == 1
    assert "there is no pejlemærke 16" in capsys.readouterr().err
