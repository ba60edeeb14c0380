"""Pejlemærker in full, their points alone, where they belong, and the statements of many."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from assistant.answers.answer import Answer

Ask = Callable[..., Answer]
Cited = Callable[..., list[str]]

P7 = ["p7", "p7.1", "p7.2", "p7.3"]
P9 = ["p9", "p9.1", "p9.2"]


def numbered(first: int, last: int) -> list[str]:
    return [f"p{number}" for number in range(first, last + 1)]


COMPLETE = {
    "Hvad siger pejlemærke 7?": P7,
    "Hvad er det syvende pejlemærke?": P7,
    "pejlemerke 7": P7,
    "pejlmærke nr. 7": P7,
    "P7": P7,
    "What does guidepost 7 say?": P7,
    "What is the seventh guidepost?": P7,
    "Giv mig pejlemærke 9 med alle punkter": ["p9", "p9.1", "p9.2"],
    "Pejlemærke 11 og 2": ["p11", "p11.1", "p11.2", "p2", "p2.1", "p2.2"],
    "Vis pejlemærke 7-9": [*P7, "p8", "p8.1", "p8.2", "p8.3", "p9", "p9.1", "p9.2"],
    # points
    "Pejlemærke 10, punkt 4": ["p10.4"],
    "pejlemærke 10.4": ["p10.4"],
    "Hvad er det andet punkt i pejlemærke 5?": ["p5.2"],
    "det 3. punkt i pejlemærke 3": ["p3.3"],
    "punkt 1 og 3 i pejlemærke 8": ["p8.1", "p8.3"],
    "What is the second point of guidepost 5?": ["p5.2"],
    "Andet punkt under Tætte partnerskaber": ["p3.2"],
    "Hvor mange punkter har pejlemærke 8?": ["p8.1", "p8.2", "p8.3"],
    "How many points does guidepost 8 have?": ["p8.1", "p8.2", "p8.3"],
    # the statements of all, or of a part
    "Vis alle pejlemærker": numbered(1, 15),
    "Hvor mange pejlemærker er der?": ["forord.3", "vision.11"],
    "List all guideposts": numbered(1, 15),
    "Hvilke pejlemærker hører under Ét socialområde?": numbered(1, 5),
    "Hvilke pejlemærker hører under Det hele menneske?": numbered(6, 10),
    "Hvilke pejlemærker hører under strategisporet fagligt staerke specialomraader?": numbered(11, 15),
    "Which guideposts belong to the whole person?": numbered(6, 10),
    "Hvilke pejlemærker hører under Lighed i sundhed?": ["p8", "p9"],
    "pejlemærkerne under mere tid til borgeren": ["p11", "p12"],
    "Pejlemærker under Et grønnere socialområde": ["p5"],
}


@pytest.mark.parametrize(("question", "passages"), COMPLETE.items(), ids=COMPLETE)
def test_a_complete_list_in_order(ask: Ask, cited: Cited, question: str, passages: list[str]) -> None:
    assert ask(question).status == "answered"
    assert cited(question) == passages


ALL_POINTS_OF_5 = [f"p5.{n}" for n in range(1, 7)]


@pytest.mark.parametrize(
    "question",
    [
        "Vis alle punkter i pejlemærke 5",
        "alle punkterne i pejlemærke 5",
        "Hvilke punkter har pejlemærke 5?",
        "List the points of guidepost 5",
        "All points under guidepost 5",
    ],
)
def test_the_points_alone(ask: Ask, cited: Cited, question: str) -> None:
    assert cited(question) == ALL_POINTS_OF_5
    assert re.match(r"Pejlemærke (\(guidepost\) )?5 ha[rs] 6 (punkter|points)", ask(question).text)


@pytest.mark.parametrize(
    "question",
    [
        "Pejlemærke 5 med alle punkter",
        "Hele pejlemærke 5 og alle dets punkter",
        "Give me guidepost 5 with all its points",
    ],
)
def test_a_pejlemaerke_with_its_points_is_more_than_its_points(cited: Cited, question: str) -> None:
    assert cited(question) == ["p5", *ALL_POINTS_OF_5]


def test_the_points_of_several_are_counted_together(ask: Ask, cited: Cited) -> None:
    question = "Hvor mange punkter har pejlemærke 8 og 9 tilsammen?"
    assert cited(question) == ["p8.1", "p8.2", "p8.3", "p9.1", "p9.2"]
    assert ask(question).text.startswith("Pejlemærke 8 og 9 har 5 punkter:")


def test_behind_a_point_stands_the_year_in_which_it_is_planned(ask: Ask) -> None:
    lines = [line for line in ask("Vis alle punkter i pejlemærke 8").text.split("\n") if line.startswith("-")]
    assert [line.partition("] ")[2] for line in lines] == ["(planlagt i 2024)", "", ""]
    assert ask("Pejlemærke 6, punkt 2").text.endswith("[1] (planlagt i 2024 og 2025)")
    assert ask("Guidepost 6, point 2").text.endswith("[1] (planned for 2024 and 2025)")


@pytest.mark.parametrize(
    ("question", "passages"),
    [
        ("det sidste pejlemærke", ["p15", "p15.1", "p15.2", "p15.3", "p15.4"]),
        ("Pejlemærke 8, sidste punkt", ["p8.3"]),
        ("What is the last point of guidepost 5?", ["p5.6"]),
    ],
)
def test_the_last(cited: Cited, question: str, passages: list[str]) -> None:
    assert cited(question) == passages


@pytest.mark.parametrize(
    "question",
    [
        "Under hvilket strategispor hører pejlemærke 8?",
        "Hvilken overskrift står pejlemærke 8 under?",
        "Hvor i planen står pejlemærke 8?",
        "Which strategic track does guidepost 8 belong to?",
    ],
)
def test_where_a_pejlemaerke_stands_is_told_without_its_points(ask: Ask, cited: Cited, question: str) -> None:
    assert cited(question) == ["p8"]
    assert re.search(r"[»“]Lighed i sundhed[«”].* Det hele menneske:", ask(question).text)


def test_a_pejlemaerke_says_where_it_belongs(ask: Ask) -> None:
    lead = ask("Hvad siger pejlemærke 10?").text.split("\n")[0]
    assert "»Helhedsorienterede indsatser«" in lead
    assert "Det hele menneske" in lead


def test_a_point_that_is_missing_shows_the_points_there_are(cited: Cited) -> None:
    assert cited("Pejlemærke 7, punkt 9") == P7[1:]


@pytest.mark.parametrize(
    ("question", "passages", "numbers"),
    [
        ("Hvilke pejlemærker handler om frivillige?", ["p7", "p7.2", "p7.3"], "7"),
        ("Hvilke pejlemærker nævner læger?", ["p8.1"], "8"),
        ("Hvilke pejlemærker nævner misbrug?", ["p10.4"], "10"),
        ("Hvor mange pejlemærker handler om pårørende?", ["p3", "p3.3", "p6", "p6.2", "p6.3"], "3 og 6"),
    ],
)
def test_where_a_word_stands(
    ask: Ask, cited: Cited, question: str, passages: list[str], numbers: str
) -> None:
    assert cited(question) == passages
    assert ask(question).text.startswith(f"Ordet står i pejlemærke {numbers}:")


@pytest.mark.parametrize(
    "question", ["Hvilke pejlemærker nævner elefanter?", "Which guideposts mention elephants?"]
)
def test_a_word_that_stands_nowhere_does_not_yield_all_pejlemaerker(cited: Cited, question: str) -> None:
    assert len(cited(question)) <= 4


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("hvilke pejlemærker handler om rekrutering og om at holde på de ansatte", {"p13", "p14"}),
        ("hvilke to pejlemærker handler om borgernes sundhed og trivsel", {"p9"}),
    ],
)
def test_those_about_a_matter_are_not_all_of_them(
    cited: Callable[..., list[str]], question: str, right: set[str]
) -> None:
    found = cited(question)
    assert right <= set(found)
    assert len(found) < 8
