"""A follow-up takes over what it leaves out, and nothing else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answers.answer import Answer
from assistant.answers.reading.history import completed

Ask = Callable[..., Answer]
Cited = Callable[..., list[str]]
IN_2025_WHOLE = [f"t2025.2.{n}" for n in range(1, 6)]


@pytest.mark.parametrize(
    ("earlier", "question", "passages"),
    [
        ("Hvad siger pejlemærke 8?", "Og det næste pejlemærke?", ["p9", "p9.1", "p9.2"]),
        ("Hvad siger pejlemærke 10?", "og det forrige pejlemærke?", ["p9", "p9.1", "p9.2"]),
        ("What does guidepost 8 say?", "And the next guidepost?", ["p9", "p9.1", "p9.2"]),
        ("Pejlemærke 8, punkt 1", "Og det næste punkt?", ["p8.2"]),
        ("Hvad siger pejlemærke 8?", "Og punkt 2?", ["p8.2"]),
        ("What does guidepost 8 say?", "And point 2?", ["p8.2"]),
        ("Hvad siger pejlemærke 8?", "Hvad med pejlemærke 9?", ["p9", "p9.1", "p9.2"]),
        ("Hvad er planlagt i 2024 under Det hele menneske?", "Hvad så året efter?", IN_2025_WHOLE),
        ("Hvad er planlagt i 2024 under Det hele menneske?", "Og i 2025?", IN_2025_WHOLE),
    ],
)
def test_the_next_place(cited: Cited, earlier: str, question: str, passages: list[str]) -> None:
    assert cited(question, earlier) == passages


def test_a_step_beyond_the_last_is_told(ask: Ask) -> None:
    assert ask("Og det næste pejlemærke?", "Hvad siger pejlemærke 15?").status == "no_such_reference"
    assert ask("Hvad så året efter?", "Hvad er planlagt i 2025?").status == "not_in_documents"


def test_a_follow_up_keeps_what_the_question_before_was_about(cited: Cited) -> None:
    assert "p8.1" in cited("Og hvornår kommer de?", "Får bostederne læger?") or "t2024.2.1" in cited(
        "Og hvornår kommer de?", "Får bostederne læger?"
    )


def test_follow_ups_of_follow_ups(cited: Cited) -> None:
    assert cited("Og det næste pejlemærke?", "Hvad siger pejlemærke 7?", "Og det næste pejlemærke?") == [
        "p9",
        "p9.1",
        "p9.2",
    ]


@pytest.mark.parametrize(
    "question",
    [
        "Hvad siger pejlemærke 7?",
        "Hvem er formand for regionsrådet?",
        "Hvad gør I ved sygefravær blandt medarbejderne?",
        "Vis tidsplanen for 2025",
        "Who counts as a relative?",
        "Hvem hjælper de unge?",
        "Hvad gør I for de frivillige?",
        "Hvad gør I for borgeren året efter, at han er flyttet hjemmefra?",
        "Pejlemærke 9, punkt 1",
    ],
)
@pytest.mark.parametrize("earlier", ["Hvad mener Norddjurs om økonomien?", "Hvad er planlagt i 2024?"])
def test_a_new_topic_is_left_alone(ask: Ask, earlier: str, question: str) -> None:
    alone, after = ask(question), ask(question, earlier)
    assert [each.passage.id for each in after.citations] == [each.passage.id for each in alone.citations]


def test_without_a_history_nothing_is_completed() -> None:
    assert completed("Og det næste pejlemærke?", []) == "Og det næste pejlemærke?"


def test_the_answer_repeats_what_was_typed(ask: Ask) -> None:
    assert ask("Og det næste pejlemærke?", "Hvad siger pejlemærke 7?").question == "Og det næste pejlemærke?"


def test_an_answer_depends_on_nothing_but_the_question_and_its_history(ask: Ask) -> None:
    first = ask("Og det næste pejlemærke?").text
    ask("Og det næste pejlemærke?", "Hvad siger pejlemærke 7?")
    assert ask("Og det næste pejlemærke?").text == first


@pytest.mark.parametrize("earlier", ["", "\ud800", "\0", "læge " * 50_000, "?!"])
def test_earlier_questions_that_cannot_be_read_do_no_harm(ask: Ask, earlier: str) -> None:
    for question in ("Hvad siger pejlemærke 7?", "Og hvad med dem?", "Og det næste pejlemærke?"):
        answer = ask(question, earlier)
        assert answer.status in {"answered", "unclear", "not_in_documents"}
        assert answer.elapsed_ms < 2000
    assert ask("Hvad siger pejlemærke 7?", earlier).status == "answered"
