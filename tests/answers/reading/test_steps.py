"""Follow-ups that go on or back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answers.reading.question import Question, read_question
from assistant.answers.reading.steps import Step, step_of, stepped
from assistant.search.catalogue import Catalogue

Read = Callable[[str], Question]


@pytest.fixture(scope="module")
def read(catalogue: Catalogue) -> Read:
    return lambda text: read_question(text, catalogue)


@pytest.mark.parametrize(
    ("text", "previous", "step"),
    [
        ("Og det næste pejlemærke?", "Hvad siger pejlemærke 8?", Step("places", 1)),
        ("Og det forrige?", "Hvad siger pejlemærke 8?", Step("places", -1)),
        ("And the next one?", "What does guidepost 8 say?", Step("places", 1)),
        ("Og de to næste?", "Hvad siger pejlemærke 7?", Step("places", 1, 2)),
        ("The next three?", "What does guidepost 7 say?", Step("places", 1, 3)),
        ("Og det næste?", "Punkt 1 i pejlemærke 8", Step("points", 1)),
        ("Hvad så året efter?", "Hvad er planlagt i 2024?", Step("years", 1)),
        ("Og året før?", "Hvad er planlagt i 2025?", Step("years", -1)),
        ("Og det næste?", "Hvad siger verdensmål 3?", Step("goals", 1)),
        ("Og det næste strategispor?", "Hvad handler Ét socialområde om?", Step("strategispor", 1)),
    ],
)
def test_a_step_is_of_what_it_names_or_of_what_was_asked_for(
    read: Read, text: str, previous: str, step: Step
) -> None:
    assert step_of(read(text), read(previous)) == step


@pytest.mark.parametrize(
    ("text", "previous"),
    [
        ("Og de pårørende?", "Hvad siger pejlemærke 8?"),
        ("Og det næste?", "Hvem er pårørende?"),
        ("Hvad gør I for borgeren året efter, at han er flyttet?", "Hvad er planlagt i 2024?"),
        ("Hvilke nye medarbejdere får næste gang en mentor?", "Hvad siger pejlemærke 8?"),
    ],
)
def test_what_is_no_step(read: Read, text: str, previous: str) -> None:
    assert step_of(read(text), read(previous)) is None


@pytest.mark.parametrize(
    ("previous", "step", "places"),
    [
        ("Hvad siger pejlemærke 8?", Step("places", 1), ((9, ()),)),
        ("Hvad siger pejlemærke 7?", Step("places", 1, 2), ((8, ()), (9, ()))),
        ("Hvad siger pejlemærke 15?", Step("places", 1), ((16, ()),)),
        ("Punkt 1 i pejlemærke 8", Step("points", 1, 2), ((8, (2, 3)),)),
    ],
)
def test_the_place_that_a_step_leads_to(
    read: Read, catalogue: Catalogue, previous: str, step: Step, places: object
) -> None:
    question = stepped(read("Og videre?"), read(previous), step, catalogue)
    assert question is not None
    assert question.references.places == places


def test_a_step_along_strategispor_ends_with_the_last(read: Read, catalogue: Catalogue) -> None:
    first, *_, last = catalogue.strategispor
    ahead = stepped(
        read("Og det næste?"), read(f"Hvad handler {first} om?"), Step("strategispor", 1), catalogue
    )
    assert ahead is not None
    assert ahead.references.strategispor == (catalogue.strategispor[1],)
    beyond = stepped(
        read("Og det næste?"), read(f"Hvad handler {last} om?"), Step("strategispor", 1), catalogue
    )
    assert beyond is not None
    assert (beyond.references.strategispor, beyond.references.tracks) == ((), (4,))


def test_a_step_along_verdensmaal_is_to_the_next_that_the_plan_has(read: Read, catalogue: Catalogue) -> None:
    question = stepped(read("Og det næste?"), read("Hvad siger verdensmål 4?"), Step("goals", 1), catalogue)
    assert question is not None
    assert question.references.goals == (8,)
    last = read("Hvad siger verdensmål 17?")
    assert stepped(read("Og det næste?"), last, Step("goals", 1), catalogue) is None


def test_there_is_no_step_from_what_was_not_named(read: Read, catalogue: Catalogue) -> None:
    assert stepped(read("Og året efter?"), read("Hvem er pårørende?"), Step("years", 1), catalogue) is None
