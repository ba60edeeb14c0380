"""BM25 over the passages, each expanded by its lay questions. The only home of bm25s."""

from __future__ import annotations

import logging
import math
from collections.abc import Callable, Sequence
from pathlib import Path

import bm25s
import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]

logging.getLogger("bm25s").setLevel(logging.WARNING)  # it sets itself to DEBUG

_K1, _B = 1.2, 0.75
"""The usual constants of BM25 (Robertson & Zaragoza, 2009, "The Probabilistic Relevance Framework")."""


class LexicalIndex:
    """Scores every text of a fixed list against a query, by terms that ``cut`` makes of them."""

    def __init__(self, model: bm25s.BM25, cut: Callable[[str], list[str]], size: int) -> None:
        self._model = model
        self._cut = cut
        self._size = size

    @classmethod
    def build(cls, texts: Sequence[str], cut: Callable[[str], list[str]]) -> LexicalIndex:
        model = bm25s.BM25(k1=_K1, b=_B)
        model.index([cut(text) for text in texts], show_progress=False)
        return cls(model, cut, len(texts))

    def save(self, directory: Path) -> None:
        self._model.save(directory, show_progress=False)

    @classmethod
    def open(cls, directory: Path, cut: Callable[[str], list[str]], size: int) -> LexicalIndex:
        return cls(bm25s.BM25.load(directory), cut, size)

    def coverage(self, query: str) -> Scores:
        """Share of the query's terms that each text holds, rare terms weighing more; shape (texts,).

        A term that no text holds weighs most. The weight is BM25's own inverse document frequency.
        """
        covered = np.zeros(self._size, dtype=np.float32)
        total = 0.0
        for term in sorted(set(self._cut(query))):  # sums of floats depend on their order
            rows = self._rows_with(term)
            weight = math.log1p((self._size - len(rows) + 0.5) / (len(rows) + 0.5))
            covered[rows] += weight
            total += weight
        return covered / total if total else covered

    def _rows_with(self, term: str) -> NDArray[np.int32]:
        column = self._model.vocab_dict.get(term)
        if column is None:
            return np.zeros(0, dtype=np.int32)
        start, end = self._model.scores["indptr"][column : column + 2]
        return np.asarray(self._model.scores["indices"][start:end])

    def scores(self, query: str) -> Scores:
        """One score per text, shape (texts,); all 0 if no term of the query is known."""
        terms = [term for term in self._cut(query) if term in self._model.vocab_dict]
        if not terms:
            return np.zeros(self._size, dtype=np.float32)
        return np.asarray(self._model.get_scores(terms), dtype=np.float32)
