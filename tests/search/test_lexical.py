from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.search.lexical import LexicalIndex
from assistant.search.tokens import grams, stems, words

TEXTS = (
    "Et årligt sundhedstjek hos en læge",
    "Bussen kører klokken otte",
    "Huset har en læge og en bus",
    "Lægen kommer om torsdagen",
)
BY_GRAMS = LexicalIndex.build(TEXTS, grams)


def test_the_text_with_the_words_scores_highest() -> None:
    assert np.argmax(LexicalIndex.build(TEXTS, words).scores("årligt sundhedstjek")) == 0
    assert np.argmax(BY_GRAMS.scores("hvornår kørre busssen")) == 1


def test_rare_words_weigh_more_than_common_ones() -> None:
    scores = LexicalIndex.build(TEXTS, words).scores("en otte")
    assert np.argmax(scores) == 1


@pytest.mark.parametrize("cut", [words, grams, stems])
def test_a_saved_index_gives_the_same_scores_and_coverage(
    tmp_path: Path, cut: Callable[[str], list[str]]
) -> None:
    built = LexicalIndex.build(TEXTS, cut)
    built.save(tmp_path)
    opened = LexicalIndex.open(tmp_path, cut, len(TEXTS))
    for query in ("sundhedstjek", "bus læge", "findes ikke", ""):
        assert np.array_equal(opened.scores(query), built.scores(query))
        assert np.array_equal(opened.coverage(query), built.coverage(query))


@pytest.mark.parametrize("query", ["", "???", "xylofon", "zzz qqq"])
def test_unknown_terms_score_nothing_and_cover_nothing(query: str) -> None:
    assert BY_GRAMS.scores(query).tolist() == [0, 0, 0, 0]
    assert BY_GRAMS.coverage(query).tolist() == [0, 0, 0, 0]


def test_coverage_is_the_share_of_the_query_that_a_text_holds() -> None:
    by_words = LexicalIndex.build(TEXTS, words)
    assert by_words.coverage("bussen kører")[1] == pytest.approx(1)
    assert 0 < by_words.coverage("bussen flyver")[1] < 0.5, "the unknown word weighs most"
    assert by_words.coverage("bussen flyver")[0] == 0


@given(
    st.lists(st.sampled_from([*" ".join(TEXTS).split(), "xylofon", "bybus", "?"]), max_size=30).map(" ".join)
)
def test_coverage_lies_between_0_and_1(query: str) -> None:
    coverage = BY_GRAMS.coverage(query)
    assert coverage.shape == (len(TEXTS),)
    assert 0 <= coverage.min() <= coverage.max() <= 1 + 1e-6
