"""From a query to scored passages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from assistant.documents.passages import Passage
from assistant.search.embedding import Embedder
from assistant.search.features import Features
from assistant.search.fusion import fuse, highest
from assistant.search.index import Index
from assistant.search.reranker import Reranker
from assistant.search.schedule import Schedule
from assistant.search.tokens import fold, grams, stems
from assistant.search.vectors import OUTSIDE

NEAREST = 300
"""Vectors asked of the collection: enough for the questions of some thirty passages."""

OUTSIDE_NEAREST = 5
CANDIDATES = 30
"""Passages that the reranker judges."""
_SHORTEST_RESPELLED = 5
_LEAST_LIKENESS = 84
"""Per cent of letters in common from which an unknown word counts as a typing error."""
_WORD = re.compile(r"\w+")
_ITSELF = 0.999
_RELATED, _COMMON = 0.45, 20
"""Cosine from which two words are of the same matter; passages with a word from which it says little."""

WEIGHTS = (1.5, 1.0, 1.0)
"""Of vectors, character n-grams and stems; chosen on the development questions."""


@dataclass(frozen=True)
class Hit:
    """A passage found. ``score``: how likely it is part of the answer, 0 to 1. ``similarity``: cosine
    of the query to the passage or to the nearest of its lay questions, at most 1."""

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

    def joined(self, other: Evidence) -> Evidence:
        """The best of two: of a follow-up alone and of it behind what it leans on."""
        return Evidence(
            max(self.similarity, other.similarity),
            min(self.outside, other.outside),
            max(self.coverage, other.coverage),
            max(self.length, other.length),
        )


@dataclass(frozen=True)
class Found:
    """The passages found, best first, and how much speaks for there being an answer."""

    hits: tuple[Hit, ...]
    evidence: Evidence


@dataclass(frozen=True)
class Scored:
    """Every passage's score and similarity, and whether it is in scope: arrays of shape (passages,)."""

    scores: NDArray[np.float64]
    similarities: NDArray[np.float32]
    evidence: Evidence
    scope: NDArray[np.bool_]


class Search:
    """Ranks the passages of an index."""

    def __init__(
        self,
        index: Index,
        embedder: Embedder,
        weights: tuple[float, float, float] = WEIGHTS,
        reranker: Reranker | None = None,
    ) -> None:
        self.index = index
        self.embedder = embedder
        self._weights = weights
        self._reranker = reranker or Reranker.open()
        self._features = Features(index.passages, embedder, index.corrections.points)
        self._spelling = {fold(word): word for word in index.vocabulary}
        self._by_first: dict[str, list[str]] = {}
        for word in self._spelling:
            self._by_first.setdefault(word[0], []).append(word)
        self._row = {passage.id: row for row, passage in enumerate(index.passages)}

    @property
    def schedule(self) -> Schedule:
        """Which point each row of the timeline belongs to."""
        return self._features.schedule

    def evidence(self, query: str, ignore_itself: bool = False) -> Evidence:
        """How much speaks for there being an answer; ``ignore_itself``: in the outside, to calibrate."""
        signs = self._signs(self.respelled(query), ignore_itself)
        return self._evidence(signs, np.ones(len(self._row)))

    def __call__(self, query: str, top_k: int = 10, weigh: Callable[[Passage], float] | None = None) -> Found:
        """The best passages; each score is multiplied by what ``weigh`` says, and 0 leaves one out."""
        return self.found(self.scored(query, weigh), top_k)

    def scored(self, query: str, weigh: Callable[[Passage], float] | None) -> Scored:
        """The score of every passage, and the evidence among those that ``weigh`` does not leave out."""
        passages = self.index.passages
        weights = np.array([weigh(each) for each in passages]) if weigh else np.ones(len(passages))
        signs = self._signs(self.respelled(query))
        # What may not be part of the answer must not vouch for there being one.
        evidence = self._evidence(signs, weights > 0)
        return Scored(self._probabilities(signs, weights), signs.similarities, evidence, weights > 0)

    def found(self, scored: Scored, top_k: int) -> Found:
        """The best passages by their scores; a score of 0 leaves one out."""
        hits = [
            Hit(self.index.passages[row], float(scored.scores[row]), float(scored.similarities[row]))
            for row in highest(scored.scores, top_k)
            if scored.scores[row] > 0
        ]
        return Found(tuple(hits), scored.evidence)

    def candidates(
        self, query: str, weigh: Callable[[Passage], float]
    ) -> tuple[list[Passage], NDArray[np.float64]]:
        """The passages that the reranker judges, and their features: what it is fitted on."""
        weights = np.array([weigh(passage) for passage in self.index.passages])
        rows, features = self._judged(self._signs(self.respelled(query)), weights)
        return [self.index.passages[row] for row in rows], features

    def respelled(self, query: str) -> str:
        """The query with unknown words in place of which a known one is all but the same."""
        composed = unicodedata.normalize("NFC", query)
        return _WORD.sub(lambda match: self._known(match.group()), composed)

    def _known(self, word: str) -> str:
        folded = fold(word)
        if len(folded) < _SHORTEST_RESPELLED or folded in self._spelling:
            return word
        # A slip of the finger leaves the first letter and adds or drops one at most.
        alike = [known for known in self._by_first.get(folded[0], ()) if abs(len(known) - len(folded)) <= 1]
        near = process.extractOne(folded, alike, scorer=fuzz.ratio, score_cutoff=_LEAST_LIKENESS)
        return self._spelling[near[0]] if near else word

    def closeness(self, query: str, texts: Sequence[str]) -> list[float]:
        """How close each text is to the query: cosine plus the share of the query's n-grams in it."""
        vectors = self.embedder.encode_documents(texts)
        cosines = vectors @ self.embedder.encode_queries([query])[0]
        asked = set(grams(query)) or {""}
        shares = [len(asked & set(grams(text))) / len(asked) for text in texts]
        return [float(cosine) + share for cosine, share in zip(cosines, shares, strict=True)]

    def support(self, words: Sequence[str], text: str) -> list[float]:
        """How near the nearest word of a text comes to each of the words: a cosine, at most 1."""
        others = self.embedder.encode_documents(_WORD.findall(text) or [""])
        near: NDArray[np.float32] = (self.embedder.encode_queries(words) @ others.T).max(axis=1)
        return [float(each) for each in near]

    def strange(self, words: Sequence[str], passage: Passage) -> list[str]:
        """The telling words that neither the passage nor its lay questions hold."""
        near = self.support(words, f"{passage.label} {passage.context}") if words else []
        found = [self.index.stems.coverage(word) > 0 for word in words]
        row = self._row[passage.id]
        return [
            word
            for word, share, rows in zip(words, near, found, strict=True)
            if share < _RELATED and not rows[row] and rows.sum() <= _COMMON
        ]

    def _probabilities(self, signs: _Signs, weights: NDArray[np.float64]) -> NDArray[np.float64]:
        scores = np.zeros(len(weights))
        rows, features = self._judged(signs, weights)
        if len(rows):
            scores[rows] = self._reranker(features) * weights[rows]
        return scores

    def _judged(
        self, signs: _Signs, weights: NDArray[np.float64]
    ) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """The rows of the best passages by fused rank, and their features."""
        rankings = (signs.similarities, signs.grams, signs.stems)
        fused = fuse(rankings, self._weights) * weights
        order = highest(fused, CANDIDATES)
        rows = order[fused[order] > 0]
        lexical = (signs.grams, signs.stems, signs.coverage)
        return rows, self._features(signs.query, signs.vector, signs.near, fused, lexical, rows)

    def _evidence(self, signs: _Signs, in_scope: NDArray[Any]) -> Evidence:
        return Evidence(
            similarity=float((signs.similarities * in_scope).max(initial=0)),
            outside=signs.outside,
            coverage=float((signs.coverage * in_scope).max(initial=0)),
            length=len(stems(signs.query)),
        )

    def _signs(self, query: str, ignore_itself: bool = False) -> _Signs:
        vector = self.embedder.encode_queries([query])[0]
        near: dict[int, list[float]] = {}
        outside: list[float] = []
        farthest = 0.0
        for passage_id, similarity in self.index.vectors.nearest(vector, NEAREST):
            farthest = similarity
            if passage_id != OUTSIDE:
                near.setdefault(self._row[passage_id], []).append(similarity)
            elif not (ignore_itself and similarity > _ITSELF):
                outside.append(similarity)
        # Those that are not among the nearest are at most as near as the farthest of them.
        similarities = np.zeros(len(self._row), dtype=np.float32)
        for row, each in near.items():
            similarities[row] = max(each)
        nearest = (outside + [farthest] * OUTSIDE_NEAREST)[:OUTSIDE_NEAREST]
        return _Signs(
            query=query,
            vector=vector,
            near=near,
            outside=sum(nearest) / OUTSIDE_NEAREST,
            similarities=similarities,
            grams=self.index.grams.scores(query),
            stems=self.index.stems.scores(query),
            coverage=self.index.grams.coverage(query),
        )


@dataclass(frozen=True)
class _Signs:
    """All that the three rankings say of a query: arrays of shape (passages,)."""

    query: str
    vector: NDArray[np.float32]
    near: dict[int, list[float]]
    outside: float
    similarities: NDArray[np.float32]
    grams: NDArray[np.float32]
    stems: NDArray[np.float32]
    coverage: NDArray[np.float32]
