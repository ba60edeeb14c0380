"""The signs by which the reranker tells an answer from a neighbour, for every passage at once."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.documents.passages import Passage
from assistant.search.embedding import Embedder
from assistant.search.fusion import highest
from assistant.search.lexical import LexicalIndex
from assistant.search.schedule import match
from assistant.search.tokens import grams, stems

FEATURES = (
    "fused", "fused_gap", "similarity", "similarity_gap", "questions", "grams", "stems", "coverage",
    "own_grams", "own_stems", "own_similarity", "own_similarity_gap", "scheduled", "length", "asked",
    "letter", "page", "response",
)  # fmt: skip
_NEAREST_QUESTIONS = 3
_LINKED = 5
"""A row or point is lifted by its counterpart among this many best."""

Column = NDArray[Any]


class Features:
    """What is known of the passages before a query comes, and the signs of each when it does."""

    def __init__(
        self,
        passages: Sequence[Passage],
        embedder: Embedder,
        corrected: Mapping[str, Sequence[str]] = MappingProxyType({}),
    ) -> None:
        self._own_grams = LexicalIndex.build([passage.text for passage in passages], grams)
        self._own_stems = LexicalIndex.build([passage.context for passage in passages], stems)
        self._vectors = embedder.encode_documents([passage.context for passage in passages])
        self._lengths = np.array([math.log(len(passage.text)) for passage in passages])
        self._roles = [
            np.array([passage.role == role for passage in passages], dtype=np.float64)
            for role in ("letter", "page", "response")
        ]
        rows = {passage.id: row for row, passage in enumerate(passages)}
        self.schedule = match([passage for passage in passages if passage.role == "plan"], corrected)
        self._counterparts: dict[int, list[int]] = {}
        for row_id, point in self.schedule.points.items():
            self._counterparts.setdefault(rows[row_id], []).append(rows[point.id])
            self._counterparts.setdefault(rows[point.id], []).append(rows[row_id])

    def __call__(
        self,
        query: str,
        vector: Column,
        near: Mapping[int, Sequence[float]],
        fused: Column,
        lexical: tuple[Column, Column, Column],
        rows: Column,
    ) -> NDArray[np.float64]:
        """The signs of some passages, shape (rows, features); a ``fused`` of 0 is out of scope.

        ``near``: the similarities of a passage's nearest vectors, by its row, for those that have any.
        ``lexical``: scores of character n-grams, of stems, and the coverage of the query's n-grams.
        """
        in_scope = (fused > 0).astype(np.float64)
        similarity = np.zeros(len(fused))
        for row, each in near.items():
            similarity[row] = max(each)
        best = [sorted(near.get(int(row), ()), reverse=True)[:_NEAREST_QUESTIONS] for row in rows]
        own = self._vectors @ vector
        by_grams, by_stems, coverage = lexical
        whole = [
            fused,
            fused - fused.max(initial=0),
            similarity,
            similarity - (similarity * in_scope).max(initial=0),
            None,
            _share(by_grams, in_scope),
            _share(by_stems, in_scope),
            coverage,
            self._own_grams.coverage(query),
            _share(self._own_stems.scores(query), in_scope),
            own,
            own - (own * in_scope).max(initial=0),
            self._scheduled(fused),
            self._lengths,
            np.full(len(fused), len(stems(query))),
            *self._roles,
        ]
        questions = np.array([sum(each) / _NEAREST_QUESTIONS for each in best])
        return np.stack([questions if each is None else each[rows] for each in whole], axis=1)

    def _scheduled(self, fused: Column) -> Column:
        """How good the best counterpart is, of those among the best: a row's point, a point's row."""
        best = highest(fused, _LINKED)
        linked = np.zeros(len(fused))
        for row in best:
            for other in self._counterparts.get(int(row), ()):
                linked[other] = max(linked[other], fused[row] / (fused.max() or 1))
        return linked


def _share(scores: Column, in_scope: Column) -> Column:
    highest = (scores * in_scope).max(initial=0)
    return np.asarray(scores / highest if highest else scores, dtype=np.float64)
