"""Whether the documents answer a question, and how much of what was found to quote."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answers.relevance import (
    LEAST_PROBABILITY,
    MODEL,
    MOST_QUOTES,
    Relevance,
    worth_quoting,
)
from assistant.errors import ModelError
from assistant.search.retriever import Evidence, Hit, Search

STRONG = Evidence(similarity=0.7, outside=0.2, coverage=0.9, length=4)
WEAK = Evidence(similarity=0.25, outside=0.7, coverage=0.2, length=4)
SMALL = Relevance(
    terms={"hvad koster": -9.0, "hvad siger planen": 3.0},
    bias=0.5,
    coefficients=(2.0, 0.0, 1.0, 0.0, -3.0, -1.0, 1.0),
    intercept=0.0,
)
"""A model small enough to reckon with: similarity and coverage speak for an answer, outside against."""


@pytest.fixture(scope="module")
def relevance() -> Relevance:
    """The model that the assistant uses."""
    return Relevance.open()


# the wording


def test_the_wording_alone_speaks_for_or_against_an_answer() -> None:
    assert SMALL.wording("Hvem er det?") == 0.5
    assert SMALL.wording("Hvad koster det?") < 0.5 < SMALL.wording("Hvad siger planen?")
    assert SMALL.wording("HVAD KOSTER DET?") == SMALL.wording("Hvad koster det")


def test_the_more_other_words_the_less_a_term_weighs() -> None:
    assert SMALL.wording("Hvad koster det?") < SMALL.wording("Hvad koster det at bo på et af jeres bosteder?")


@pytest.mark.parametrize(
    ("likely", "unlikely"),
    [
        ("Hvad siger planen om frivillige?", "Hvad koster en plads?"),
        ("Hvem er pårørende?", "Hvad er hovedstaden i Frankrig?"),
        ("What does the plan say about relatives?", "What is the capital of France?"),
    ],
)
def test_the_model_has_learned_what_tends_to_be_answered(
    relevance: Relevance, likely: str, unlikely: str
) -> None:
    assert relevance.wording(likely) > relevance.wording(unlikely)
    assert relevance.probability(likely, STRONG) > relevance.probability(unlikely, STRONG)


# the probability


@given(st.text(max_size=60), st.floats(-1, 1), st.floats(-1, 1), st.floats(0, 1), st.integers(0, 500))
def test_a_probability_is_one(
    relevance: Relevance, text: str, similarity: float, outside: float, coverage: float, length: int
) -> None:
    evidence = Evidence(similarity, outside, coverage, length)
    assert 0 <= relevance.probability(text, evidence) <= 1
    assert 0 <= SMALL.probability(text, evidence) <= 1


@given(st.floats(0, 1), st.floats(0, 1), st.floats(0, 1), st.floats(0, 0.5))
def test_more_evidence_never_makes_an_answer_less_likely(
    similarity: float, outside: float, coverage: float, more: float
) -> None:
    evidence = Evidence(similarity, outside, coverage, 4)
    before = SMALL.probability("Hvem er det?", evidence)
    assert SMALL.probability("Hvem er det?", replace(evidence, similarity=similarity + more)) >= before
    assert SMALL.probability("Hvem er det?", replace(evidence, coverage=coverage + more)) >= before
    assert SMALL.probability("Hvem er det?", replace(evidence, outside=outside + more)) <= before


@pytest.mark.parametrize("text", ["Hvem er pårørende?", "Hvad koster en plads?", "Who counts as a relative?"])
def test_every_sign_counts_in_the_model(relevance: Relevance, text: str) -> None:
    best = relevance.probability(text, STRONG)
    assert relevance.probability(text, replace(STRONG, similarity=0.3)) < best
    assert relevance.probability(text, replace(STRONG, coverage=0.3)) < best
    assert relevance.probability(text, replace(STRONG, outside=0.7)) < best
    assert relevance.probability(text, WEAK) < best / 2


@pytest.mark.parametrize(
    ("question", "is_likely"),
    [
        ("Får alle borgere et sundhedstjek?", True),
        ("Hvad gør I ved sygefravær?", True),
        ("Who counts as a relative?", True),
        ("Hvad koster en liter mælk i Netto?", False),
        ("What is the capital of France?", False),
        ("Hvordan laver jeg pandekager?", False),
    ],
)
def test_what_the_documents_hold_is_likely(
    search: Search, relevance: Relevance, question: str, is_likely: bool
) -> None:
    evidence = search.evidence(question)
    assert (relevance.probability(question, evidence) >= LEAST_PROBABILITY) == is_likely
    assert relevance.is_enough(question, evidence) == is_likely


def test_a_lay_question_alone_is_no_answer_to_one_that_asks_for_more(
    search: Search, relevance: Relevance
) -> None:
    evidence = search.evidence("Hvor længe varer fagpilotuddannelsen?")
    assert evidence.similarity > 0.85
    assert not relevance.is_enough("Hvor længe varer fagpilotuddannelsen?", evidence)


def test_what_a_sender_says_of_a_topic_is_enough_if_his_words_hold_it() -> None:
    weak = replace(WEAK, coverage=0.6)
    assert SMALL.is_enough("Hvad koster det?", weak, of_a_sender=True)
    assert not SMALL.is_enough("Hvad koster det?", weak)
    assert not SMALL.is_enough("Hvad koster det?", replace(weak, coverage=0.4), of_a_sender=True)


# the file


def test_a_model_that_is_saved_says_the_same_when_it_is_opened(tmp_path: Path) -> None:
    SMALL.save(tmp_path / "relevance.json")
    again = Relevance.open(tmp_path / "relevance.json")
    for text in ("Hvad koster det?", "Hvad siger planen?"):
        assert again.probability(text, STRONG) == SMALL.probability(text, STRONG)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "not JSON",
        "[]",
        "7",
        "{}",
        '{"terms": {}, "bias": 0.0, "coefficients": []}',
        '{"terms": {}, "bias": 0.0, "coefficients": [], "intercept": 0.0, "more": 1}',
        MODEL.read_text(encoding="utf-8")[:1000],
        b"\xff\xfe",
    ],
    ids=[
        "empty",
        "not JSON",
        "a list",
        "a number",
        "nothing",
        "a key lacks",
        "a key more",
        "cut off",
        "bytes",
    ],
)
def test_a_broken_model_says_what_to_run(tmp_path: Path, content: str | bytes) -> None:
    path = tmp_path / "relevance.json"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(ModelError, match=r"relevance\.json.*python -m assistant calibrate"):
        Relevance.open(path)


def test_a_missing_model_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="python -m assistant calibrate"):
        Relevance.open(tmp_path / "nowhere.json")


# how much to quote


@pytest.fixture
def hits(search: Search) -> Callable[..., list[Hit]]:
    passages = search.index.passages
    return lambda *scores: [Hit(passages[row], score, 0.5) for row, score in enumerate(scores)]


@pytest.mark.parametrize(
    ("scores", "quoted"),
    [
        ((0.9,), 1),
        ((0.9, 0.1), 1),
        ((0.9, 0.6), 2),
        ((0.9, 0.6, 0.1), 2),
        ((0.9, 0.9, 0.9, 0.9, 0.9, 0.9), MOST_QUOTES),
        ((0.05, 0.04), 1),
    ],
)
def test_the_best_is_quoted_and_what_is_likely_part_of_the_answer(
    hits: Callable[..., list[Hit]], scores: tuple[float, ...], quoted: int
) -> None:
    found = hits(*scores)
    assert worth_quoting(found) == found[:quoted]


def test_of_one_sender_only_what_is_nearly_as_good_as_his_best(hits: Callable[..., list[Hit]]) -> None:
    found = hits(0.9, 0.7, 0.4)
    assert worth_quoting(found) == found
    assert worth_quoting(found, share=0.6) == found[:2]
