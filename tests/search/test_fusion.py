from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from assistant.search.fusion import fuse

Rankings = list[NDArray[np.float32]]


@st.composite
def rankings(draw: st.DrawFn) -> Rankings:
    """One to four rankings of the same one to twelve passages; many ties and zeros."""
    passages = draw(st.integers(1, 12))
    scores = st.lists(st.integers(-2, 9), min_size=passages, max_size=passages)
    return [np.array(each, dtype=np.float32) for each in draw(st.lists(scores, min_size=1, max_size=4))]


weights = st.lists(st.floats(0.1, 5), min_size=4, max_size=4)


@given(rankings(), weights)
def test_a_passage_first_in_every_ranking_gets_1(scores: Rankings, weights: list[float]) -> None:
    for each in scores:
        each[0] = 10
    fused = fuse(scores, weights[: len(scores)])
    assert np.isclose(fused[0], 1)
    assert fused[1:].max(initial=0) < fused[0]


@given(rankings(), weights)
def test_only_the_ranks_count(scores: Rankings, weights: list[float]) -> None:
    stretched = [np.sign(each) * each**2 * 1000 for each in scores]
    assert np.array_equal(fuse(scores, weights[: len(scores)]), fuse(stretched, weights[: len(scores)]))


@given(rankings(), weights)
def test_what_was_not_found_earns_nothing(scores: Rankings, weights: list[float]) -> None:
    fused = fuse(scores, weights[: len(scores)])
    found = np.any([each > 0 for each in scores], axis=0)
    assert np.array_equal(fused > 0, found)
    assert fused.max() <= 1 + 1e-9


def test_agreement_beats_one_first_place() -> None:
    a = np.array([9, 8, 7, 0, 0, 0], dtype=np.float32)
    b = np.array([0, 8, 7, 9, 6, 5], dtype=np.float32)
    assert np.argmax(fuse([a, b], [1, 1])) == 1


def test_a_heavier_ranking_decides() -> None:
    a, b = np.array([2, 1], dtype=np.float32), np.array([1, 2], dtype=np.float32)
    assert np.argmax(fuse([a, b], [2, 1])) == 0
    assert np.argmax(fuse([a, b], [1, 2])) == 1
