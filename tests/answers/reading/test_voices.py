"""Who is asked about: read from the words of the question alone."""

from __future__ import annotations

import pytest

from assistant.answers.reading import voices
from assistant.search.tokens import fold


@pytest.mark.parametrize(
    ("question", "roles"),
    [
        ("Hvad siger høringssvarene?", ("response",)),
        ("Jeg hørte kommunen har sagt noget om det", ("response",)),
        ("Hvad synes kommunerne?", ("response",)),
        ("Giv mig stemningen i de indkomne svar", ("response",)),
        ("Er der nogen, der kritiserer planen?", ("response",)),
        ("Who left remarks on guidepost 13?", ("response",)),
        ("Is anyone critical of the plan?", ("response",)),
        ("Hvad står der i høringsbrevet?", ("letter",)),
        ("What does the cover letter say?", ("letter",)),
        ("Hvad skriver I på hjemmesiden?", ("page",)),
        ("Hvad betaler kommunen?", ()),
        ("Hvem er pårørende?", ()),
    ],
)
def test_the_roles_that_a_question_names(question: str, roles: tuple[str, ...]) -> None:
    assert voices.roles_named(fold(question)) == roles


@pytest.mark.parametrize(
    ("question", "is_asked"),
    [
        ("Har regionen svaret Norddjurs på kritikken?", True),
        ("Hvad svarede regionen Norddjurs tilbage?", True),
        ("Blev høringssvarenes kritik taget til følge?", True),
        ("Did the region reply to the municipalities' concerns?", True),
        ("Hvad skriver regionen om høringssvarene?", False),
        ("Hvad sker der med høringssvarene?", False),
    ],
)
def test_what_came_after_the_responses(question: str, is_asked: bool) -> None:
    assert voices.asks_aftermath(fold(question)) == is_asked


@pytest.mark.parametrize(
    ("question", "is_asked"),
    [
        ("Er det noget regionen har lovet, eller er det en kommune der mener det?", True),
        ("Is that a pledge by the region or something a municipality asked for?", True),
        ("Er regionen og Norddjurs enige, eller er det kommunen der vil mere?", False),
        ("Hvad lover regionen?", False),
    ],
)
def test_which_of_two_says_something(question: str, is_asked: bool) -> None:
    assert voices.asks_which_side(fold(question)) == is_asked


def test_a_place_where_somebody_lives_is_no_sender() -> None:
    assert voices.lives_there("hvad goer i for borgere fra ")
    assert voices.lives_there("hvor ligger ")
    assert not voices.lives_there("hvad mener ")
