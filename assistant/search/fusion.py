"""Puts several rankings of the same passages into one."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

RANK_CONSTANT = 10
"""The k of reciprocal rank fusion (Cormack et al., SIGIR 2009, who use 60); chosen on our own
development questions: with some 200 passages the first ranks should weigh more."""


def fuse(scores: Sequence[NDArray[np.float32]], weights: Sequence[float]) -> NDArray[np.float64]:
    """Reciprocal rank fusion: one number per passage, at most 1 (first in every ranking).

    ``scores``: arrays of shape (passages,), higher is better; 0 or less means not found and
    earns nothing. ``weights``: one per array.
    """
    total = np.zeros(len(scores[0]), dtype=np.float64)
    for each, weight in zip(scores, weights, strict=True):
        order = np.argsort(-each, kind="stable")
        ranks = np.empty(len(each), dtype=np.int64)
        ranks[order] = np.arange(1, len(each) + 1)
        total += np.where(each > 0, weight / (RANK_CONSTANT + ranks), 0)
    return total * (RANK_CONSTANT + 1) / sum(weights)
