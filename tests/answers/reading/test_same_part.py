"""Follow-ups that ask for the same part in another place, or for another part in the same place."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answers.reading.question import Question, read_question
from assistant.answers.reading.same_part import same_part, says_part
from assistant.search.catalogue import Catalogue

Same = Callable[[str, str], Question | None]


@pytest.fixture(scope="module")
def same(catalogue: Catalogue) -> Same:
    """What a follow-up asks for, behind the question before it."""
    return lambda text, previous: same_part(
        read_question(text, catalogue), read_question(previous, catalogue), catalogue
    )


@pytest.mark.parametrize(
    ("previous", "text", "kind", "places"),
    [
        ("Hvad siger pejlemærke 8?", "Og 9?", "pejlemaerke", ((9, ()),)),
        ("Hvad siger pejlemærke 8?", "Og nr. IX?", "pejlemaerke", ((9, ()),)),
        ("Hvad siger pejlemærke 8?", "Og det næste?", "pejlemaerke", ((9, ()),)),
        ("Pejlemærke 8, punkt 1", "Og punkt 2?", "points", ((8, (2,)),)),
        ("Pejlemærke 8, punkt 1", "Og det sidste?", "points", ((8, (3,)),)),
        ("Hvad siger pejlemærke 5?", "Giv mig så punkterne", "points", ((5, ()),)),
        ("Hvilket strategispor hører pejlemærke 9 under?", "Hvad siger punkterne?", "points", ((9, ()),)),
    ],
)
def test_another_place_or_another_part_of_it(
    same: Same, previous: str, text: str, kind: str, places: object
) -> None:
    question = same(text, previous)
    assert question is not None
    assert (question.kind, question.references.places) == (kind, places)
    assert question.text == text


def test_another_year_and_another_strategispor(same: Same) -> None:
    year = same("Og i 2025?", "Hvad er planlagt i 2024 under Det hele menneske?")
    assert year is not None
    assert (year.kind, year.references.years) == ("rows", (2025,))
    assert year.references.strategispor == ("Det hele menneske",)
    track = same("Og under Det hele menneske?", "Hvilke pejlemærker hører under Ét socialområde?")
    assert track is not None
    assert (track.kind, track.references.strategispor) == ("statements", ("Det hele menneske",))


def test_what_was_counted_is_listed(same: Same) -> None:
    question = same("Remse dem op", "Hvor mange pejlemærker er der?")
    assert question is not None
    assert (question.kind, question.detail) == ("statements", None)


@pytest.mark.parametrize(
    ("previous", "text"),
    [
        ("Hvad siger pejlemærke 8?", "Og de pårørende?"),
        ("Hvem er pårørende?", "Og i 2025?"),
        ("Hvad er planlagt i 2024?", "Hvad mener Norddjurs om pejlemærke 6?"),
        ("Hvad er planlagt i 2024?", "Hvad gør I ved sygefravær blandt medarbejderne i 2025?"),
    ],
)
def test_what_asks_for_something_else(same: Same, previous: str, text: str) -> None:
    assert same(text, previous) is None


@pytest.mark.parametrize(
    ("text", "says"),
    [("Og punkterne?", True), ("Vis tidsplanen", True), ("Pejlemærkerne", True), ("Og 9?", False)],
)
def test_whether_a_follow_up_says_what_part_it_asks_for(catalogue: Catalogue, text: str, says: bool) -> None:
    assert says_part(read_question(text, catalogue)) == says
