"""Chapters in full: the strategispor in short, the vision's statements, running text."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from assistant.answers.answer import Answer
from assistant.search.catalogue import Catalogue

Ask = Callable[..., Answer]
Cited = Callable[..., list[str]]

COMPLETE = {
    "Hvilke strategispor er der?": ["vision.8", "vision.9", "vision.10"],
    "What are the three strategic tracks?": ["vision.8", "vision.9", "vision.10"],
}


@pytest.mark.parametrize(("question", "passages"), COMPLETE.items(), ids=COMPLETE)
def test_a_chapter_in_full(ask: Ask, cited: Cited, question: str, passages: list[str]) -> None:
    assert ask(question).status == "answered"
    assert cited(question) == passages


VISION_OF_THE_WHOLE_PERSON = [f"visionen.2.{n}" for n in (1, 2, 3)]
CHALLENGES = [f"udfordringer.{n}" for n in range(2, 8)]
"""Those under a heading of their own; the first paragraph only leads up to them."""
FOREWORD = [*(f"forord.{n}" for n in range(1, 7)), "forord.underskrift"]


@pytest.mark.parametrize(
    ("question", "passages"),
    [
        ("Hvad siger visionen om Det hele menneske?", VISION_OF_THE_WHOLE_PERSON),
        ("What does the vision say about the whole person?", VISION_OF_THE_WHOLE_PERSON),
        ("Hvad er visionens udsagn for Ét socialområde?", [f"visionen.1.{n}" for n in (1, 2, 3)]),
        ("Hvilke udfordringer nævner planen?", CHALLENGES),
        ("Hvad er udfordringerne?", CHALLENGES),
        ("What are the challenges?", CHALLENGES),
        ("Vis hele forordet", FOREWORD),
        ("Show the whole preface", FOREWORD),
    ],
)
def test_what_belongs_together_is_shown_together(
    ask: Ask, cited: Cited, question: str, passages: list[str]
) -> None:
    assert ask(question).status == "answered"
    assert cited(question) == passages


def test_all_statements_of_the_vision(ask: Ask, cited: Cited) -> None:
    assert sorted(cited("Hvilke udsagn har visionen?")) == [
        "visionen",
        *(f"visionen.{spor}.{n}" for spor in (1, 2, 3) for n in (1, 2, 3)),
    ]
    assert ask("Hvilke udsagn har visionen?").text.startswith("Visionen har 9 udsagn")


@pytest.mark.parametrize(
    "question",
    [
        "Hvad siger strategispor 4?",
        "strategispor nr. 4",
        "Hvad er det fjerde strategispor?",
        "Hvilke pejlemærker hører under strategispor 4?",
        "What is strategic track 4?",
    ],
)
def test_there_is_no_fourth_strategispor(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.status == "no_such_reference"
    assert answer.citations == ()
    assert re.search(
        r"Ét socialområde, Det hele menneske (og|and) Fagligt stærke specialområder", answer.text
    )


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Hvad er strategispor 2?", "Det hele menneske"),
        ("Det andet strategispor", "Det hele menneske"),
        ("Hvad handler strategisporet Fagligt stærke specialområder om?", "Fagligt stærke specialområder"),
    ],
)
def test_a_strategispor_by_its_number_is_that_strategispor(
    ask: Ask, catalogue: Catalogue, question: str, name: str
) -> None:
    first = ask(question).citations[0].passage
    others = set(catalogue.strategispor) - {name}
    assert name in first.context
    assert not any(other in first.context for other in others)


@pytest.mark.parametrize(
    ("question", "passage"),
    [
        ("Hvilken udfordring har I med at skaffe personale?", "udfordringer.4"),
        ("Hvem har underskrevet forordet?", "forord.underskrift"),
    ],
)
def test_what_is_asked_in_a_chapter_is_searched_for(cited: Cited, question: str, passage: str) -> None:
    assert cited(question)[0] == passage
    assert len(cited(question)) <= 4
