"""From a query to scored passages, and the same as a LangChain retriever."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document as LangChainDocument
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from assistant.documents.passages import Passage
from assistant.search.embedding import Embedder
from assistant.search.fusion import fuse
from assistant.search.index import Index

NEAREST = 300
"""Vectors asked of the collection: enough for the questions of some thirty passages."""

WEIGHTS = (1.5, 1.0, 1.0)
"""Of vectors, character n-grams and stems; chosen on the development questions
(``python -m assistant evaluate --weights`` prints the alternatives)."""


@dataclass(frozen=True)
class Hit:
    """A passage found. ``score``: fused rank, at most 1. ``similarity``: cosine of the query to
    the passage or to the nearest of its lay questions, at most 1."""

    passage: Passage
    score: float
    similarity: float


class Search:
    """Ranks the passages of an index."""

    def __init__(
        self, index: Index, embedder: Embedder, weights: tuple[float, float, float] = WEIGHTS
    ) -> None:
        self.index = index
        self._embedder = embedder
        self._weights = weights
        self._row = {passage.id: row for row, passage in enumerate(index.passages)}

    def __call__(
        self, query: str, top_k: int = 10, keep: Callable[[Passage], bool] = lambda passage: True
    ) -> list[Hit]:
        """The best passages among those that ``keep`` lets through, best first."""
        similarities = self._similarities(query)
        rankings = (similarities, self.index.grams.scores(query), self.index.stems.scores(query))
        scores = fuse(rankings, self._weights)
        hits: list[Hit] = []
        for row in np.argsort(-scores, kind="stable"):
            passage = self.index.passages[row]
            if scores[row] <= 0 or len(hits) == top_k:
                break
            if keep(passage):
                hits.append(Hit(passage, float(scores[row]), float(similarities[row])))
        return hits

    def _similarities(self, query: str) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
        """Cosine to each passage or its nearest question; 0 for those that are not near at all."""
        similarities = np.zeros(len(self.index.passages), dtype=np.float32)
        vector = self._embedder.encode_queries([query])[0]
        count = min(NEAREST, self.index.vectors.count())
        for passage_id, similarity in self.index.vectors.nearest(vector, count):
            row = self._row[passage_id]
            similarities[row] = max(similarities[row], similarity)
        return similarities


class PassageRetriever(BaseRetriever):
    """The search as a LangChain retriever: passages as documents, with all that a citation needs."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    search: Search
    top_k: int = 10

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun
    ) -> list[LangChainDocument]:
        return [
            LangChainDocument(
                page_content=hit.passage.text,
                id=hit.passage.id,
                metadata={
                    "document_id": hit.passage.document_id,
                    "role": hit.passage.role,
                    "label": hit.passage.label,
                    "start": hit.passage.start,
                    "end": hit.passage.end,
                    "score": hit.score,
                },
            )
            for hit in self.search(query, self.top_k)
        ]
