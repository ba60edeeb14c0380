"""The rows of the timeline: of a year, of a strategispor, each with the point that it belongs to."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from assistant.answers.answer import Answer
from assistant.search.catalogue import Catalogue

Ask = Callable[..., Answer]
Cited = Callable[..., list[str]]


def rows(year: int, *counts: int) -> list[str]:
    """The ids of a year's rows, given how many each strategispor has."""
    return [f"t{year}.{spor}.{n}" for spor, count in enumerate(counts, 1) for n in range(1, count + 1)]


IN_2024, IN_2025 = rows(2024, 5, 4, 4), rows(2025, 6, 5, 6)
COMPLETE = {
    "Vis hele tidsplanen": [*IN_2024, *IN_2025],
    "Hvilke indsatser er planlagt i 2024?": IN_2024,
    "Hvad sker der i 2025?": IN_2025,
    "Which initiatives are planned for 2025?": IN_2025,
    "Hvad er planlagt i 2024 og 2025?": [*IN_2024, *IN_2025],
    "Hvad er planlagt i 2024 under Ét socialområde?": rows(2024, 5),
    "Alle indsatser i 2025 under Det hele menneske": rows(2025, 6, 5)[6:],
    "Tidsplan for Fagligt stærke specialområder": [*IN_2024[9:], *IN_2025[11:]],
    "What is planned under the whole person in 2024?": rows(2024, 5, 4)[5:],
}


@pytest.mark.parametrize(("question", "passages"), COMPLETE.items(), ids=COMPLETE)
def test_all_rows_in_order(ask: Ask, cited: Cited, question: str, passages: list[str]) -> None:
    assert ask(question).status == "answered"
    assert cited(question) == passages


def test_rows_stand_under_their_year_and_strategispor(ask: Ask) -> None:
    text = ask("Hvad sker der i 2024?").text
    headings = re.findall(r"^\*\*(.+)\*\*$", text, re.MULTILINE)
    assert headings == [
        "Tidsplan 2024 · Ét socialområde",
        "Tidsplan 2024 · Det hele menneske",
        "Tidsplan 2024 · Fagligt stærke specialområder",
    ]
    assert text.count("\n- »") == 13


def test_behind_each_row_stands_the_point_that_it_belongs_to(ask: Ask, catalogue: Catalogue) -> None:
    question = "Vis tidsplanen for 2024 under Det hele menneske"
    assert ask(question).text.partition("**\n")[2] == (
        "- »Bostedslæger (Holmstrupgård)« [1] (Pejlemærke 8, punkt 1)\n"
        "- »“Ordet er dit” til borgere er fuldt implementeret« [2] (Pejlemærke 6, punkt 2)\n"
        "- »“Ordet er dit” til pårørende (pilotprojekt)« [3] (Pejlemærke 6, punkt 2)\n"
        "- »Udarbejdelse af borger- og pårørendepolitik« [4] (Pejlemærke 3, punkt 3)"
    )
    whole = ask("Vis hele tidsplanen").text
    assert len(re.findall(r"\] \(Pejlemærke \d+, punkt \d+\)$", whole, re.MULTILINE)) == len(
        catalogue.schedule.points
    )


@pytest.mark.parametrize("question", ["Hvad er planlagt i 2024?", "What is planned for 2024?"])
def test_what_is_planned_is_not_told_as_done(ask: Ask, question: str) -> None:
    lead = ask(question).text.split("\n")[0]
    assert re.search(r"planlagt, ikke hvad der er gjort|planned, not what has been done", lead)


@pytest.mark.parametrize(
    "question", ["Hvad er planlagt i 2026?", "What is planned for 2026?", "Hvad sker der i 2027?"]
)
def test_a_year_of_the_plan_without_rows_is_answered_with_the_note(
    ask: Ask, cited: Cited, question: str
) -> None:
    assert cited(question) == ["tidsplan.note"]
    lead = ask(question).text.split("\n")[0]
    assert re.search("ingen rækker for 202[67]|no rows for 2026", lead)


def test_a_year_that_the_plan_does_not_speak_of_is_refused(ask: Ask) -> None:
    answer = ask("Hvad er planlagt i 2031?")
    assert answer.status == "not_in_documents"
    assert answer.reason
    assert "2024" in answer.reason
    assert "2025" in answer.reason


@pytest.mark.parametrize(
    "question", ["Hvad er planlagt i 2025 og 2026?", "What is planned for 2025 and 2026?"]
)
def test_of_two_years_the_one_without_rows_is_told(ask: Ask, cited: Cited, question: str) -> None:
    lead = ask(question).text.split("\n")[0]
    assert not re.search(r"\b17\b[^.]*2026", lead), "17 rows are those of 2025 alone"
    assert re.search(r"2026 har den ingen|no rows for 2026", lead)
    assert cited(question) == [*IN_2025, "tidsplan.note"]


@pytest.mark.parametrize("question", ["Tidsplan 2023", "Vis tidsplanen for 2013"])
def test_the_timeline_of_an_earlier_year_is_not_all_of_the_timeline(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_in_documents"
