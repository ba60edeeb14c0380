"""From a query to scored passages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from assistant.documents.passages import Passage
from assistant.search.embedding import Embedder
from assistant.search.fusion import fuse
from assistant.search.index import Index
from assistant.search.tokens import fold, grams, stems
from assistant.search.vectors import OUTSIDE

NEAREST = 300
"""Vectors asked of the collection: enough for the questions of some thirty passages."""

OUTSIDE_NEAREST = 5
_SHORTEST_RESPELLED = 5
_LEAST_LIKENESS = 84
"""Per cent of letters in common from which an unknown word counts as a typing error."""
_WORD = re.compile(r"\w+")
_ITSELF = 0.999

WEIGHTS = (1.5, 1.0, 1.0)
"""Of vectors, character n-grams and stems; chosen on the development questions."""


@dataclass(frozen=True)
class Hit:
    """A passage found. ``score``: fused rank, at most 1. ``similarity``: cosine of the query to
    the passage or to the nearest of its lay questions, at most 1."""

    passage: Passage
    score: float
    similarity: float


@dataclass(frozen=True)
class Evidence:
    """Signs of whether the documents answer a query at all.

    ``similarity``: cosine to the nearest passage or lay question. ``outside``: mean cosine to the
    nearest questions that no passage answers. ``coverage``: share of the query's character
    n-grams in the passage that holds most of them. ``length``: words that carry meaning.
    """

    similarity: float
    outside: float
    coverage: float
    length: int


@dataclass(frozen=True)
class Found:
    """The passages found, best first, and how much speaks for there being an answer."""

    hits: tuple[Hit, ...]
    evidence: Evidence


class Search:
    """Ranks the passages of an index."""

    def __init__(
        self, index: Index, embedder: Embedder, weights: tuple[float, float, float] = WEIGHTS
    ) -> None:
        self.index = index
        self._embedder = embedder
        self._weights = weights
        self._spelling = {fold(word): word for word in index.vocabulary}
        self._row = {passage.id: row for row, passage in enumerate(index.passages)}

    def evidence(self, query: str, ignore_itself: bool = False) -> Evidence:
        """How much speaks for there being an answer; ``ignore_itself``: in the outside, to calibrate."""
        query = self.respelled(query)
        similarities, outside = self._similarities(query, ignore_itself)
        return self._evidence(query, similarities, outside, np.ones(len(self._row), np.float32))

    def __call__(
        self,
        query: str,
        top_k: int = 10,
        weigh: Callable[[Passage], float] = lambda passage: 1.0,
        context: str = "",
        context_share: float = 0.0,
    ) -> Found:
        """The best passages; each score is multiplied by what ``weigh`` says, and 0 leaves one out.

        ``context``: what the query leans on, and the share of the score that it decides.
        """
        query = self.respelled(query)
        whole = f"{context} {query}".strip()
        similarities, outside = self._similarities(whole)
        scores = self._fused(query)
        if context:
            scores = (1 - context_share) * scores + context_share * self._fused(whole)
        weights = np.array([weigh(passage) for passage in self.index.passages])
        scores = scores * weights
        hits: list[Hit] = []
        for row in np.argsort(-scores, kind="stable"):
            if scores[row] <= 0 or len(hits) == top_k:
                break
            hits.append(Hit(self.index.passages[row], float(scores[row]), float(similarities[row])))
        # What may not be part of the answer must not vouch for there being one.
        in_scope = (weights > 0).astype(np.float32)
        return Found(tuple(hits), self._evidence(whole, similarities, outside, in_scope))

    def _fused(self, query: str) -> NDArray[np.float64]:
        similarities, _ = self._similarities(query)
        rankings = (similarities, self.index.grams.scores(query), self.index.stems.scores(query))
        return fuse(rankings, self._weights)

    def respelled(self, query: str) -> str:
        """The query with unknown words in place of which a known one is all but the same."""
        composed = unicodedata.normalize("NFC", query)
        return _WORD.sub(lambda match: self._known(match.group()), composed)

    def _known(self, word: str) -> str:
        folded = fold(word)
        if len(folded) < _SHORTEST_RESPELLED or folded in self._spelling:
            return word
        near = process.extractOne(
            folded, self._spelling.keys(), scorer=fuzz.ratio, score_cutoff=_LEAST_LIKENESS
        )
        return self._spelling[near[0]] if near else word

    def closeness(self, query: str, texts: Sequence[str]) -> list[float]:
        """How close each text is to the query: cosine plus the share of the query's n-grams in it."""
        vectors = self._embedder.encode_documents(texts)
        cosines = vectors @ self._embedder.encode_queries([query])[0]
        asked = set(grams(query)) or {""}
        shares = [len(asked & set(grams(text))) / len(asked) for text in texts]
        return [float(cosine) + share for cosine, share in zip(cosines, shares, strict=True)]

    def _evidence(
        self,
        query: str,
        similarities: NDArray[np.float32],
        outside: float,
        in_scope: NDArray[np.float32],
    ) -> Evidence:
        return Evidence(
            similarity=float((similarities * in_scope).max(initial=0)),
            outside=outside,
            coverage=float((self.index.grams.coverage(query) * in_scope).max(initial=0)),
            length=len(stems(query)),
        )

    def _similarities(self, query: str, ignore_itself: bool = False) -> tuple[NDArray[np.float32], float]:
        """Cosine to each passage or its nearest question (0: not near at all), and to the outside."""
        similarities = np.zeros(len(self.index.passages), dtype=np.float32)
        vector = self._embedder.encode_queries([query])[0]
        count = min(NEAREST, self.index.vectors.count())
        outside: list[float] = []
        farthest = 0.0
        for passage_id, similarity in self.index.vectors.nearest(vector, count):
            farthest = similarity
            if passage_id == OUTSIDE and ignore_itself and similarity > _ITSELF:
                continue
            if passage_id == OUTSIDE:
                outside.append(similarity)
            else:
                row = self._row[passage_id]
                similarities[row] = max(similarities[row], similarity)
        # Those that are not among the nearest are at most as near as the farthest of them.
        nearest = (outside + [farthest] * OUTSIDE_NEAREST)[:OUTSIDE_NEAREST]
        return similarities, sum(nearest) / OUTSIDE_NEAREST
