"""What a linear model sees of a question's wording."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest

from assistant.answers.wording import score, terms, terms_and_grams


def test_terms_are_runs_of_up_to_three_words_between_a_beginning_and_an_end() -> None:
    vector = terms("Hvad koster det?")
    assert {"^ hvad", "hvad", "hvad koster", "hvad koster det", "koster det $"} <= vector.keys()
    assert max(len(term.split()) for term in vector) == 3


@pytest.mark.parametrize("read", [terms, terms_and_grams])
def test_every_term_weighs_the_same_and_the_vector_has_length_1(
    read: Callable[[str], dict[str, float]],
) -> None:
    vector = read("Hvad koster det?")
    assert math.hypot(*vector.values()) == pytest.approx(1)
    assert len(set(vector.values())) == 1


def test_words_nobody_has_asked_with_are_known_by_their_parts() -> None:
    known, unknown = terms_and_grams("Hvad er udgiften?"), terms_and_grams("Hvad er udgifterne?")
    assert "#udgi" in known.keys() & unknown.keys()
    assert "udgiften" not in unknown


def test_what_a_model_does_not_know_does_not_count() -> None:
    assert score({"hvad": 0.5, "koster": 0.5}, {"koster": -4.0}, bias=1.0) == -1.0
    assert score({}, {"koster": -4.0}, bias=1.0) == 1.0
