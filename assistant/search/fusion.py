"""Puts several rankings of the same passages into one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

RANK_CONSTANT = 10
"""The k of reciprocal rank fusion (Cormack et al., SIGIR 2009, who use 60); chosen on our own
development questions: with some 200 passages the first ranks should weigh more."""

_DEEPEST = 5000
"""Ranks beyond this one earn next to nothing, and nothing here."""


def highest(scores: NDArray[Any], count: int) -> NDArray[np.int64]:
    """The rows of the highest scores, best first, the earlier of two equal ones first."""
    if 0 < count < len(scores):
        least = np.partition(scores, len(scores) - count)[len(scores) - count]
        rows = np.flatnonzero(scores >= least)
    else:
        rows = np.arange(len(scores))
    return rows[np.argsort(-scores[rows], kind="stable")][:count]


def fuse(scores: Sequence[NDArray[np.float32]], weights: Sequence[float]) -> NDArray[np.float64]:
    """Reciprocal rank fusion: one number per passage, at most 1 (first in every ranking).

    ``scores``: arrays of shape (passages,), higher is better; 0 or less means not found and
    earns nothing. ``weights``: one per array.
    """
    total = np.zeros(len(scores[0]), dtype=np.float64)
    for each, weight in zip(scores, weights, strict=True):
        rows = highest(each, _DEEPEST)
        rows = rows[each[rows] > 0]
        total[rows] += weight / (RANK_CONSTANT + np.arange(1, len(rows) + 1))
    return total * (RANK_CONSTANT + 1) / sum(weights)
