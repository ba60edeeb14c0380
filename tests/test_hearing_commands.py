"""The commands on what was committed and on the hearing, as staff type them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import docx
import pytest

from assistant.__main__ import main


@pytest.fixture(autouse=True)
def index(index_root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_INDEX", str(index_root))


def test_commitments_are_filtered_and_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["commitments", "--pejlemaerke", "8", "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [row["id"] for row in rows] == [
        "plan-2024/p8.1",
        "plan-2024/p8.2",
        "plan-2024/p8.3",
        "plan-2024/t2024.2.1",
    ]
    assert rows[0]["styrke"] == "ønsker"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--year", "2023"], "there is no year 2023; there are 2024, 2025"),
        (["--pejlemaerke", "16"], "there is no pejlemærke 16; there are 1, 2"),
        (["--strategispor", "Vejen"], "there is no strategispor Vejen; there are Ét socialområde"),
        (["--format", "xlsx"], "an Excel file needs a name"),
    ],
)
def test_what_there_is_not_is_told(
    capsys: pytest.CaptureFixture[str], arguments: list[str], told: str
) -> None:
    assert main(["commitments", *arguments]) == 1
    assert told in capsys.readouterr().err


def test_a_file_is_written(tmp_path: Path) -> None:
    target = tmp_path / "plan.ics"
    assert main(["commitments", "--format", "ics", "--output", str(target)]) == 0
    assert target.read_bytes().startswith(b"BEGIN:VCALENDAR")


def test_the_hearing_note_is_one_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    word, table = tmp_path / "note.docx", tmp_path / "note.csv"
    assert main(["hearing-note", str(word)]) == 0
    assert main(["hearing-note", str(table)]) == 0
    assert "the hearing note of 1 responses is in" in capsys.readouterr().out
    assert any("Pejlemærke 15" in each.text for each in docx.Document(str(word)).paragraphs)
    assert list(csv.DictReader(io.StringIO(table.read_text("utf-8-sig"))))
    assert main(["hearing-note", str(tmp_path / "note.pdf")]) == 1


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


def test_the_register_is_measured(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["register"]) == 0
    told = capsys.readouterr().out
    assert "53 bullets and 30 rows, 0 missing, 0 twice" in told
    assert "with 2 decisions 30" in told
