"""The place that a follow-up means."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answers.reading.places import (
    at_place,
    from_end,
    merged,
    names_place,
    numbers_of,
    searched_again,
    track_slots,
)
from assistant.answers.reading.question import Question, read_question
from assistant.answers.reading.references import References
from assistant.search.catalogue import Catalogue

Read = Callable[[str], Question]


@pytest.fixture(scope="module")
def read(catalogue: Catalogue) -> Read:
    return lambda text: read_question(text, catalogue)


@pytest.mark.parametrize("text", ["Pejlemærke 7", "Og 9?", "I 2025", "Det hele menneske", "SDG 3", "Resten"])
def test_what_names_a_place(read: Read, text: str) -> None:
    assert names_place(read(text).references)


@pytest.mark.parametrize("text", ["Hvem er pårørende?", "Hvilke pejlemærker er der?", ""])
def test_what_names_none(read: Read, text: str) -> None:
    assert not names_place(read(text).references)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [("Pejlemærke 7 og 9", [7, 9]), ("Lighed i sundhed", [8, 9]), ("Nr. 7 og 99", [7]), ("Hvem er det?", [])],
)
def test_the_pejlemaerker_that_are_meant(
    read: Read, catalogue: Catalogue, text: str, numbers: list[int]
) -> None:
    assert numbers_of(read(text).references, catalogue) == numbers


def test_points_are_counted_from_the_end_of_their_pejlemaerke(catalogue: Catalogue) -> None:
    assert len(catalogue.points(8)) == 3
    assert from_end((-1, -2, 1), 8, catalogue) == (3, 2, 1)


@pytest.mark.parametrize(
    ("previous", "text", "changed"),
    [
        ("Hvad siger pejlemærke 8?", "Og 9?", {"places": ((9, ()),)}),
        ("Pejlemærke 8, punkt 1", "Og 2?", {"places": ((8, (2,)),)}),
        ("Hvad er planlagt i 2024?", "Og i 2025?", {"years": (2025,)}),
        ("Hvad siger verdensmål 3?", "Og nr. 13?", {"goals": (13,)}),
        ("Hvad handler strategispor 1 om?", "Og 2?", {"strategispor": ("Det hele menneske",)}),
    ],
)
def test_what_is_named_takes_the_place_of_what_was_named(
    read: Read, catalogue: Catalogue, previous: str, text: str, changed: dict[str, object]
) -> None:
    references = merged(read(text).references, read(previous), catalogue)
    assert {name: getattr(references, name) for name in changed} == changed


def test_a_strategispor_that_does_not_exist_keeps_its_number(catalogue: Catalogue) -> None:
    assert track_slots((2,), catalogue)["strategispor"] == ("Det hele menneske",)
    assert track_slots((4,), catalogue) == {"strategispor": (), "tracks": (4,), "loose": ()}


def test_the_previous_question_is_told_in_the_words_and_language_of_the_follow_up(read: Read) -> None:
    references = References(places=((9, ()),))
    question = at_place(
        read("And what does guidepost 9 say?"), read("Hvad siger pejlemærke 8?"), "pejlemaerke", references
    )
    assert (question.text, question.language) == ("And what does guidepost 9 say?", "en")
    assert question.context == "Hvad siger pejlemærke 8?"
    assert question.references == references


def test_a_search_is_taken_up_again_for_another_year_or_number(read: Read) -> None:
    again = searched_again(read("Og i 2025?"), read("Hvad sker der for de pårørende i 2024?"))
    assert again is not None
    assert again.query == "Hvad sker der for de pårørende i 2025?"
    again = searched_again(read("Og pejlemærke 10?"), read("Hvad siger pejlemærke 5 om affald?"))
    assert again is not None
    assert again.query == "Hvad siger pejlemærke 10 om affald?"
    assert searched_again(read("Og i 2025?"), read("Hvem er pårørende?")) is None
