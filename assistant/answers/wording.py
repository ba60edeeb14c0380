"""Linear models over the runs of words in a text: what a question's wording alone says."""

from __future__ import annotations

import math
from collections.abc import Mapping

from assistant.search.tokens import grams, words

_LONGEST_TERM = 3


def terms(text: str) -> dict[str, float]:
    """The runs of one to three words of a text, with its beginning and end, as a vector of length 1."""
    tokens = ["^", *words(text), "$"]
    runs = {
        " ".join(tokens[at : at + length])
        for length in range(1, _LONGEST_TERM + 1)
        for at in range(len(tokens) - length + 1)
    }
    return dict.fromkeys(sorted(runs), 1 / math.sqrt(len(runs)))


def terms_and_grams(text: str) -> dict[str, float]:
    """The same with the character n-grams of the words: words nobody has asked with yet are known by
    their parts."""
    runs = {*terms(text), *(f"#{gram}" for gram in grams(text))}
    return dict.fromkeys(sorted(runs), 1 / math.sqrt(len(runs)))


def score(vector: Mapping[str, float], weights: Mapping[str, float], bias: float) -> float:
    """The bias and the weighted sum of the terms that a model knows."""
    return bias + sum(value * weights.get(term, 0.0) for term, value in vector.items())
