"""What counts as a yes/no question, and the claim in it."""

from __future__ import annotations

import pytest

from assistant.answers.reading.polar import claim_of


@pytest.mark.parametrize(
    ("question", "claim"),
    [
        ("Er planen låst?", "er planen laast"),
        ("Hej. Var fristen den 1. november?", "var fristen den 1. november"),
        ("Passer det at der er en seniorpolitik på vej", "der er en seniorpolitik paa vej"),
        ("Is it true that friends count?", "friends count"),
        ("my son has a diagnosis can u handle that yes or no", "my son has a diagnosis can u handle that"),
        ("Gælder det også børn, eller er det kun de voksne?", "gaelder det ogsaa boern"),
    ],
)
def test_the_claim_is_what_is_left_without_its_frame(question: str, claim: str) -> None:
    found = claim_of(question)
    assert found is not None
    assert found.text == claim


@pytest.mark.parametrize(
    "question",
    ["Hvem er formand?", "Kan du vise mig planen?", "Ved I hvornår fristen er?", "Kühnaus titel?"],
)
def test_an_open_question_or_a_request_claims_nothing(question: str) -> None:
    assert claim_of(question) is None


@pytest.mark.parametrize(
    ("question", "is_negated"),
    [
        ("Er det rigtigt at regionen ikke bestemmer?", True),
        ("Kan I ikke samle besøgene?", False),
        ("Passer det at man hjælper, så folk ikke falder fra?", False),
    ],
)
def test_a_negation_counts_unless_it_is_polite_or_in_a_clause(question: str, is_negated: bool) -> None:
    found = claim_of(question)
    assert found is not None
    assert found.is_negated == is_negated
