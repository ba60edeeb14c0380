from __future__ import annotations

from assistant.documents.passages import Passage
from assistant.search.catalogue import Catalogue


def ids(passages: list[Passage] | tuple[Passage, ...]) -> list[str]:
    return [passage.id.removeprefix("plan-2024/") for passage in passages]


def test_the_plan_in_numbers(catalogue: Catalogue) -> None:
    assert catalogue.pejlemaerker == tuple(range(1, 16))
    assert catalogue.strategispor == ("Ét socialområde", "Det hele menneske", "Fagligt stærke specialområder")
    assert len(catalogue.headings) == 12
    assert catalogue.headings["Lighed i sundhed"] == (8, 9)
    assert list(catalogue.goals) == [3, 4, 8, 10, 13, 16, 17]
    assert len(catalogue.rows) == 30
    assert catalogue.years == (2024, 2025)


def test_a_pejlemaerke_is_its_statement_and_its_points(catalogue: Catalogue) -> None:
    assert ids(catalogue.pejlemaerke(9)) == ["p9", "p9.1", "p9.2"]
    assert ids(catalogue.points(9)) == ["p9.1", "p9.2"]
    assert catalogue.pejlemaerke(16) == []


def test_every_point_is_of_one_pejlemaerke(catalogue: Catalogue) -> None:
    points = [point for number in catalogue.pejlemaerker for point in catalogue.points(number)]
    assert len(points) == len(set(points)) == 53


def test_rows_of_nothing_in_particular_are_all_rows(catalogue: Catalogue) -> None:
    assert tuple(catalogue.rows_of((), ())) == catalogue.rows
    assert len(catalogue.rows_of((2025,), ())) == 17
    assert len(catalogue.rows_of((2025,), ("Det hele menneske",))) == 5
    assert catalogue.rows_of((2026,), ()) == []


def test_who_has_responded_and_where_it_says_how_many(catalogue: Catalogue) -> None:
    assert [response.sender for response in catalogue.responses] == ["Norddjurs Kommune"]
    assert ids(catalogue.received) == ["side-2023/2"]


def test_what_stands_alone(catalogue: Catalogue) -> None:
    assert catalogue.goal_list is not None
    assert catalogue.goal_list.id == "plan-2024/verdensmaal.liste"
    assert catalogue.timeline_note is not None
    assert catalogue.timeline_note.id == "plan-2024/tidsplan.note"
    assert ids(catalogue.strategispor_in_short) == ["vision.8", "vision.9", "vision.10"]
