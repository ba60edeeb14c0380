"""Worked out by hand."""

from __future__ import annotations

import math

import pytest

from assistant.evaluation.metrics import Ranking, hit, ndcg, precision, recall, reciprocal_rank

RANKING: Ranking = [{"a"}, {"b", "c"}, set(), {"d"}]
GOLD = ["c", "d"]


@pytest.mark.parametrize(("depth", "value"), [(1, 0), (2, 1), (10, 1)])
def test_hit(depth: int, value: float) -> None:
    assert hit(RANKING, GOLD, depth) == value


@pytest.mark.parametrize(("depth", "value"), [(1, 0), (2, 0.5), (3, 0.5), (4, 1), (10, 1)])
def test_recall(depth: int, value: float) -> None:
    assert recall(RANKING, GOLD, depth) == value


def test_recall_is_of_those_that_could_be_there() -> None:
    ten = [str(number) for number in range(10)]
    assert recall([{each} for each in ten], ten, 5) == 1


@pytest.mark.parametrize(
    ("gold", "value"), [(["a"], 1), (["c"], 1 / 2), (["d"], 1 / 4), (["x"], 0), (GOLD, 1 / 2)]
)
def test_reciprocal_rank(gold: list[str], value: float) -> None:
    assert reciprocal_rank(RANKING, gold) == value


def test_reciprocal_rank_looks_no_deeper() -> None:
    ranking: Ranking = [set()] * 10 + [{"a"}]
    assert reciprocal_rank(ranking, ["a"]) == 0
    assert reciprocal_rank(ranking, ["a"], depth=11) == 1 / 11


def test_ndcg() -> None:
    found = 1 / math.log2(3) + 1 / math.log2(5)
    ideal = 1 / math.log2(2) + 1 / math.log2(3)
    assert ndcg(RANKING, GOLD) == pytest.approx(found / ideal)
    assert ndcg(RANKING, GOLD) == pytest.approx(0.6509, abs=1e-4)


def test_ndcg_of_the_best_and_the_worst_ranking() -> None:
    assert ndcg([{"c"}, {"d"}, {"x"}], GOLD) == 1
    assert ndcg([{"x"}, {"y"}], GOLD) == 0
    assert ndcg([], GOLD) == 0


def test_a_passage_gains_once_and_a_chunk_once() -> None:
    assert ndcg([{"c"}, {"c"}, {"c"}], ["c"]) == 1
    assert ndcg([{"c", "d"}], GOLD) == pytest.approx(1 / (1 + 1 / math.log2(3)))


@pytest.mark.parametrize(
    ("cited", "value"), [({"c"}, 1), ({"a", "c"}, 0.5), (["c", "c", "a"], 0.5), ({"a"}, 0), (set(), 0)]
)
def test_precision(cited: set[str], value: float) -> None:
    assert precision(cited, GOLD) == value
