"""The matrix as rows for files and as a table of text."""

from __future__ import annotations

import csv
import io

from assistant.hearing.matrix import as_csv, as_table, as_text, rows
from assistant.hearing.trace import Trace


def test_there_is_a_row_for_each_sentence_of_each_cell(trace: Trace) -> None:
    told = list(rows(trace))
    assert len(told) == sum(len(cell.sentences) for cell in trace.cells.values())
    assert [row["pejlemaerke"] for row in told] == sorted(row["pejlemaerke"] for row in told)
    assert list(rows(trace, 7)) == [row for row in told if row["pejlemaerke"] == 7]


def test_a_spreadsheet_reads_the_same(trace: Trace) -> None:
    told = list(rows(trace))
    read = list(csv.DictReader(io.StringIO(as_csv(told))))
    assert [row["sentence"] for row in read] == [row["sentence"] for row in told]
    assert as_csv([]) == ""


def test_the_table_tells_who_is_silent_who_joins_and_who_copies(trace: Trace) -> None:
    table = as_table(trace)
    assert "Østermark Kommune joins Skovlund Kommune" in table
    assert "Bakkeby Kommune copies Skovlund Kommune: 1 sentences" in table
    assert f"no response speaks of pejlemærke {', '.join(map(str, trace.unspoken))}" in table
    [line] = [line for line in table.splitlines() if line.startswith("15 ")]
    assert line.split()[-1] == str(len(trace.independent(15)))


def test_one_pejlemaerke_is_told_in_its_senders_words(trace: Trace) -> None:
    text = as_text(trace, 14)
    assert "»En seniorpolitik er et godt skridt.«" in text
    assert "Høringssvar, Fagligt Fællesskab Midt" in text
    assert "support (godt skridt)" in text
    assert "nothing of it: " in text
