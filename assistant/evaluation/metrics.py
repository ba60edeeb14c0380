"""The usual measures of ranked retrieval, on one question at a time.

A ranking is a list of sets, best first: the passages that each result covers. Our own results
cover one passage each; a chunk of a peer may cover several, or none whole.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence

Ranking = Sequence[Collection[str]]


def hit(ranking: Ranking, gold: Collection[str], depth: int) -> float:
    """1 if one of the first ``depth`` results covers a right passage, else 0."""
    return float(any(set(covered) & set(gold) for covered in ranking[:depth]))


def recall(ranking: Ranking, gold: Collection[str], depth: int) -> float:
    """Share of the right passages among the first ``depth``, of those that could be there."""
    found = set(gold) & {passage for covered in ranking[:depth] for passage in covered}
    return len(found) / min(len(gold), depth)


def reciprocal_rank(ranking: Ranking, gold: Collection[str], depth: int = 10) -> float:
    """1 / rank of the first right result; 0 if none is among the first ``depth``."""
    ranks = (rank for rank, covered in enumerate(ranking[:depth], 1) if set(covered) & set(gold))
    return 1 / next(ranks, math.inf)


def ndcg(ranking: Ranking, gold: Collection[str], depth: int = 10) -> float:
    """Normalised discounted cumulative gain (Järvelin & Kekäläinen, 2002), each passage gaining once."""
    left = set(gold)
    gain = 0.0
    for rank, covered in enumerate(ranking[:depth], 1):
        new = left & set(covered)
        left -= new
        gain += bool(new) / math.log2(rank + 1)
    ideal = sum(1 / math.log2(rank + 1) for rank in range(1, min(len(gold), depth) + 1))
    return gain / ideal


def precision(cited: Collection[str], gold: Collection[str]) -> float:
    """Share of what was cited that is right; 0 if nothing was cited."""
    return len(set(cited) & set(gold)) / len(set(cited)) if cited else 0.0
