"""The register: every bullet and every row once, with what belongs to it."""

from __future__ import annotations

import pytest

from assistant.hearing.commitments import Commitment, Register, Wanted
from assistant.hearing.trace import Trace
from assistant.search.catalogue import Catalogue
from assistant.search.retriever import Search
from assistant.search.schedule import match


@pytest.fixture(scope="module")
def register(trace: Trace) -> Register:
    return Register.of(trace)


@pytest.fixture(scope="module")
def by_id(register: Register) -> dict[str, Commitment]:
    return {each.passage.id.removeprefix("plan-2024/"): each for each in register.commitments}


def test_every_bullet_and_every_row_stands_in_it_once(register: Register, catalogue: Catalogue) -> None:
    ids = [each.passage.id for each in register.commitments]
    points = [point.id for number in catalogue.pejlemaerker for point in catalogue.points(number)]
    assert ids == [*points, *(row.id for row in catalogue.rows)]
    assert (len(points), len(catalogue.rows)) == (53, 30)


def test_a_bullet_has_the_years_of_its_rows(by_id: dict[str, Commitment]) -> None:
    survey = by_id["p6.2"]
    assert survey.years == (2024, 2025)
    assert [each.passage.id for each in survey.matches] == [
        "plan-2024/t2024.2.2",
        "plan-2024/t2024.2.3",
        "plan-2024/t2025.2.2",
    ]
    assert {each.ground for each in survey.matches} == {"»Ordet er dit«"}


def test_a_row_has_the_pejlemaerke_of_its_bullet(by_id: dict[str, Commitment]) -> None:
    doctors = by_id["t2024.2.1"]
    assert (doctors.number, doctors.heading, doctors.place) == (8, "Lighed i sundhed", "Holmstrupgård")
    [bullet] = doctors.matches
    assert (bullet.passage.id, bullet.ground, bullet.is_decided) == ("plan-2024/p8.1", "Bostedslæger", False)
    assert (bullet.score or 0) > 0.25


def test_what_was_decided_by_hand_is_marked_and_says_why(search: Search, catalogue: Catalogue) -> None:
    register = Register(catalogue, lambda number: (), search.index.corrections)
    row, point = (
        next(each for each in register.commitments if each.passage.id == f"plan-2024/{name}")
        for name in ("t2025.3.3", "p14.1")
    )
    [bullet] = row.matches
    assert (bullet.passage.id, bullet.is_decided, bullet.score) == ("plan-2024/p14.1", True, None)
    assert "fleksible arbejdstider" in bullet.ground
    assert point.years == (2025,)


def test_bullets_without_a_year_and_rows_without_a_bullet_are_findings(
    register: Register, catalogue: Catalogue
) -> None:
    assert {each.finding for each in register.commitments if each.is_row} == {None}
    without = [each for each in register.commitments if each.finding == "no_year"]
    assert without
    assert not any(each.years or each.matches for each in without)
    alone = Catalogue(catalogue.documents, match(catalogue.plan))
    rows = [each for each in Register(alone, lambda number: ()).commitments if each.finding == "no_point"]
    assert [each.passage.id for each in rows] == ["plan-2024/t2025.3.2", "plan-2024/t2025.3.3"]
    assert rows[0].number is None


def test_goals_and_responses_belong_to_it(by_id: dict[str, Commitment], trace: Trace) -> None:
    assert by_id["p8.1"].goals == by_id["t2024.2.1"].goals
    assert [(each.response.id, each.is_named) for each in by_id["p10.4"].comments] == [
        (cell.response.id, cell.is_named) for cell in trace.of_pejlemaerke(10)
    ]
    comments = [comment for each in by_id.values() for comment in each.comments]
    assert {each.is_named for each in comments} == {True, False}
    assert all(each.passage in each.response.passages for each in comments)


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        (Wanted(), 83),
        (Wanted(year=2024, words="bostedslæger"), 2),
        (Wanted(number=8), 4),
        (Wanted(strength="ønsker"), 1),
        (Wanted(strategispor="Det hele menneske", year=2025, words="råd"), 2),
        (Wanted(words="flyvemaskine"), 0),
    ],
)
def test_filters_leave_what_is_wanted(register: Register, wanted: Wanted, count: int) -> None:
    assert len(register.wanted(wanted)) == count


def test_only_findings(register: Register) -> None:
    found = register.wanted(Wanted(only_findings=True))
    assert found
    assert all(each.finding for each in found)
