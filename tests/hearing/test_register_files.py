"""The register as files that other programs open."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar
from openpyxl import load_workbook

from assistant.hearing.calendar import as_ics
from assistant.hearing.commitments import Commitment, Register, Wanted
from assistant.hearing.register_files import COLUMNS, written
from assistant.search.catalogue import Catalogue


@pytest.fixture(scope="module")
def commitments(catalogue: Catalogue) -> tuple[Commitment, ...]:
    return Register(catalogue, lambda number: ()).commitments


def test_csv_json_and_excel_hold_the_same(commitments: tuple[Commitment, ...]) -> None:
    rows = json.loads(written(commitments, "json"))
    as_csv = list(csv.DictReader(io.StringIO(written(commitments, "csv").decode("utf-8-sig"))))
    sheet = load_workbook(io.BytesIO(written(commitments, "xlsx"))).worksheets[0]
    as_xlsx = [["" if cell is None else str(cell) for cell in row] for row in sheet.values]
    assert len(rows) == len(as_csv) == len(as_xlsx) - 1 == len(commitments)
    assert as_xlsx[0] == list(COLUMNS)
    for row, one, other in zip(rows, as_csv, as_xlsx[1:], strict=True):
        assert [flat(row[name]) for name in COLUMNS] == [one[name] for name in COLUMNS] == other


def flat(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(map(flat, value))
    return "" if value is None else str(value)


def test_what_is_not_named_is_null(commitments: tuple[Commitment, ...]) -> None:
    rows = {row["id"]: row for row in json.loads(written(commitments, "json"))}
    doctors, retirement = rows["plan-2024/t2024.2.1"], rows["plan-2024/p14.2"]
    assert [doctors[name] for name in ("aktoer", "omfang", "fund", "maalgruppe")] == [None, None, None, []]
    assert (doctors["sted"], doctors["grund"]) == ("Holmstrupgård", ["Bostedslæger"])
    assert retirement["aar"] == [2024, 2025]
    assert len(retirement["hoerer_sammen_med"]) == len(retirement["grund"]) == len(retirement["lighed"]) == 2
    decided = rows["plan-2024/t2025.3.2"]
    assert (decided["grund"], decided["lighed"]) == (["afgjort i hånden"], [None])


def test_the_text_is_that_of_the_plan(commitments: tuple[Commitment, ...], catalogue: Catalogue) -> None:
    plan = next(document for document in catalogue.documents if document.role == "plan")
    for row in json.loads(written(commitments, "json")):
        assert plan.text[row["start"] : row["slut"]] == row["tekst"]


def test_the_table_tells_it_in_the_terminal(catalogue: Catalogue) -> None:
    register = Register(catalogue, lambda number: ())
    table = written(register.wanted(Wanted(number=8)), "table").decode()
    assert "Vi ønsker at tilknytte bostedslæger" in table
    assert "Bostedslæger (Holmstrupgård)" in table
    assert max(map(len, table.splitlines())) <= 150


def test_the_calendar_has_an_event_for_each_row(commitments: tuple[Commitment, ...]) -> None:
    calendar = Calendar.from_ical(as_ics(commitments, datetime(2026, 12, 1, tzinfo=UTC)))
    events = calendar.walk("VEVENT")
    assert len(events) == 30
    assert len({event["uid"] for event in events}) == 30
    doctors = next(event for event in events if "Bostedslæger" in event["summary"])
    assert doctors["summary"] == "Planlagt 2024: Bostedslæger (Holmstrupgård)"
    assert (doctors.decoded("dtstart"), doctors.decoded("dtend")) == (date(2024, 1, 1), date(2025, 1, 1))
    assert "Pejlemærke 8, punkt 1: »Vi ønsker at tilknytte bostedslæger" in doctors["description"]
    assert "ikke hvad der er gjort" in doctors["description"]
