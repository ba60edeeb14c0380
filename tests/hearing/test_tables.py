"""Text of strangers stays text in a spreadsheet."""

from __future__ import annotations

import csv
import io

import pytest
from openpyxl import load_workbook

from assistant.hearing.tables import as_csv, as_text, as_xlsx

EVIL = ["=1+1", "+45 12345678", "-2", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://evil.example")']


@pytest.mark.parametrize("text", EVIL)
def test_no_cell_is_a_formula(text: str) -> None:
    rows = [{"a": text, "b": 7}]
    [read] = csv.DictReader(io.StringIO(as_csv(("a", "b"), rows).decode("utf-8-sig"), newline=""))
    assert read["a"] == f"'{text}"
    cell = load_workbook(io.BytesIO(as_xlsx("t", ("a", "b"), rows))).worksheets[0]["A2"]
    assert cell.data_type == "s"
    assert str(cell.value).startswith("'")


def test_what_is_too_long_goes_on_below() -> None:
    table = as_text(("a", "b"), [{"a": "en to tre fire", "b": 1}], {"a": 6, "b": 3})
    assert table.splitlines() == ["a       b", "en to   1", "tre", "fire"]
