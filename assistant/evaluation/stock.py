"""LangChain's own Chroma store with its defaults. The only home of langchain_chroma."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from langchain_chroma import Chroma

from assistant.documents.passages import Passage
from assistant.search.embedding import Embedder

_DEPTH = 10
_MOST_AT_ONCE = 5000
"""Chroma takes at most 5461 at once, and langchain_chroma does not split."""


class StockPipeline:
    """LangChain's own Chroma store with its defaults, on our embedding model and our passages."""

    def __init__(self, embedder: Embedder, directory: Path) -> None:
        self._store = Chroma(persist_directory=str(directory), embedding_function=_AsLangChain(embedder))  # type: ignore[arg-type]

    @classmethod
    def build(cls, passages: Sequence[Passage], embedder: Embedder, directory: Path) -> None:
        """Writes all passages, in batches of the size that Chroma takes."""
        store = cls(embedder, directory)._store
        for start in range(0, len(passages), _MOST_AT_ONCE):
            part = passages[start : start + _MOST_AT_ONCE]
            store.add_texts([each.context for each in part], ids=[each.id for each in part])

    def nearest(self, query: str) -> list[str]:
        """The ids of the ten nearest passages."""
        return [str(document.id) for document in self._store.similarity_search(query, k=_DEPTH)]


class _AsLangChain:
    """Our model as LangChain wants one."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return [list(map(float, vector)) for vector in self._embedder.encode_documents(texts)]

    def embed_query(self, text: str) -> list[float]:
        return list(map(float, self._embedder.encode_queries([text])[0]))
