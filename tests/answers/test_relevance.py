from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answers.relevance import LEAST_PROBABILITY, probability, worth_quoting
from assistant.search.retriever import Evidence, Hit, Search

STRONG = Evidence(similarity=0.7, outside=0.2, coverage=0.9, length=4)


@pytest.mark.parametrize(
    "weaker",
    [{"similarity": 0.3}, {"outside": 0.7}, {"coverage": 0.3}, {"length": 1}],
    ids=lambda change: next(iter(change)),
)
def test_every_sign_counts(weaker: dict[str, float]) -> None:
    assert probability(replace(STRONG, **weaker)) < probability(STRONG)


@given(st.floats(-1, 1), st.floats(-1, 1), st.floats(0, 1), st.integers(0, 500))
def test_a_probability_is_one(similarity: float, outside: float, coverage: float, length: int) -> None:
    assert 0 <= probability(Evidence(similarity, outside, coverage, length)) <= 1


@pytest.mark.parametrize(
    ("question", "is_likely"),
    [
        ("Får alle borgere et sundhedstjek?", True),
        ("Hvad gør I ved sygefravær?", True),
        ("Who counts as a relative?", True),
        ("Hvad koster en liter mælk i Netto?", False),
        ("What is the capital of France?", False),
    ],
)
def test_what_the_documents_hold_is_likely(search: Search, question: str, is_likely: bool) -> None:
    assert (probability(search.evidence(question)) >= LEAST_PROBABILITY) == is_likely


@pytest.fixture
def hits(search: Search) -> Callable[..., list[Hit]]:
    passages = search.index.passages
    return lambda *scores: [Hit(passages[row], score, 0.5) for row, score in enumerate(scores)]


@pytest.mark.parametrize(
    ("scores", "quoted"),
    [
        ((0.9,), 1),
        ((0.9, 0.5), 1),
        ((0.9, 0.85), 2),
        ((0.9, 0.85, 0.2), 2),
        ((0.9, 0.9, 0.9, 0.9), 3),
        ((0.1, 0.095), 2),
    ],
)
def test_the_best_is_quoted_and_what_is_nearly_as_good(
    hits: Callable[..., list[Hit]], scores: tuple[float, ...], quoted: int
) -> None:
    found = hits(*scores)
    assert worth_quoting(found) == found[:quoted]
