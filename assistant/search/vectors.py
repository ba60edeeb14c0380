"""The vectors of passages and of their lay questions in one collection. The only home of chromadb."""

from __future__ import annotations

import hashlib
import shutil
import weakref
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import chromadb
import numpy as np
from chromadb.api.client import Client
from chromadb.api.collection_configuration import CreateCollectionConfiguration
from chromadb.config import Settings as ChromaSettings
from chromadb.errors import ChromaError

from assistant.errors import IndexFault
from assistant.search.embedding import Embedder, Vectors
from assistant.search.fusion import highest

COLLECTION = "passages"
OUTSIDE = "outside"
"""Stands for a passage in the ids of questions that no passage answers."""
_TINY = 1e-12
_DIGEST, _DIGEST_LENGTH = "digest", 24
_PAGE = 10_000
_BATCH = 1000
"""Chroma takes at most 5461 at once."""
_CONFIGURATION: CreateCollectionConfiguration = {
    "hnsw": {"space": "cosine", "ef_construction": 10, "max_neighbors": 4}
}
"""The search is exhaustive and never asks the graph, so the graph may be poor: that halves an ingest."""


@dataclass(frozen=True)
class Entry:
    """A text that is embedded. Its id is a passage's, or ``PASSAGE#N`` for that one's lay question N."""

    id: str
    text: str
    is_query: bool
    metadata: Mapping[str, str]

    @property
    def digest(self) -> str:
        """Tells whether a text, embedded in the same way, is the same."""
        return hashlib.sha256(f"{self.is_query} {self.text}".encode()).hexdigest()[:_DIGEST_LENGTH]


class VectorIndex:
    """Finds the nearest vectors and tells which passage each belongs to."""

    def __init__(self, client: Client, collection: chromadb.Collection) -> None:
        self._collection = collection
        # Chroma keeps its files open until it is told, however long nobody holds the client.
        self.close = weakref.finalize(self, client.close)

    @classmethod
    def create(cls, directory: Path) -> VectorIndex:
        """A new, empty collection in a directory that has none."""
        try:
            client = _client(directory)
            collection = client.create_collection(
                COLLECTION, embedding_function=None, configuration=_CONFIGURATION
            )
        except ChromaError as fault:
            raise IndexFault(f"{directory} cannot be written (is the disk full?): {fault}") from fault
        return cls(client, collection)

    @classmethod
    def open(cls, directory: Path) -> VectorIndex:
        """Opens a collection; ``IndexFault`` if there is none. Check the manifest first."""
        try:
            client = _client(directory)
            return cls(client, client.get_collection(COLLECTION, embedding_function=None))
        except ChromaError as fault:
            raise IndexFault(f"{directory} cannot be opened: {fault}") from fault

    def add(self, entries: Sequence[Entry], vectors: Vectors) -> None:
        """Adds entries with their vectors; ``IndexFault`` if they cannot be written."""
        self.__dict__.pop("_stored", None)
        try:
            for start in range(0, len(entries), _BATCH):
                part = entries[start : start + _BATCH]
                self._collection.add(
                    ids=[each.id for each in part],
                    embeddings=vectors[start : start + _BATCH],
                    metadatas=[{**each.metadata, _DIGEST: each.digest} for each in part],
                )
        except ChromaError as fault:
            raise IndexFault(f"the vectors cannot be written (is the disk full?): {fault}") from fault

    def digests(self) -> dict[str, str]:
        """The digest of the text of every entry, by the entry's id."""
        held: dict[str, str] = {}
        for part in self._pages("metadatas"):
            digests = [str(each.get(_DIGEST, "")) for each in part["metadatas"] or ()]
            held.update(zip(part["ids"], digests, strict=True))
        return held

    def vectors_of(self, ids: Sequence[str]) -> list[Vectors]:
        """The vectors of entries, in the order of their ids."""
        found: dict[str, Vectors] = {}
        for start in range(0, len(ids), _PAGE):
            part = self._collection.get(ids=list(ids[start : start + _PAGE]), include=["embeddings"])
            found.update(zip(part["ids"], np.asarray(part["embeddings"], dtype=np.float32), strict=True))
        return [found[name] for name in ids]

    def count(self) -> int:
        return self._collection.count()

    def nearest(self, vector: Vectors, count: int) -> list[tuple[str, float]]:
        """The passage and the cosine similarity of each of the nearest vectors, best first.

        ``vector``: shape (dimensions,). A passage may come more than once: for its own text and
        for each of its questions. The search is exhaustive: at our size that takes a millisecond,
        and an approximation finds other neighbours after every rebuild.
        """
        owners, unit = self._stored
        if not owners:
            return []
        similarities = unit @ (vector / max(float(np.linalg.norm(vector)), _TINY))
        best = highest(similarities, count)
        return [(owners[row], float(similarities[row])) for row in best]

    @cached_property
    def _stored(self) -> tuple[list[str], Vectors]:
        """Each vector's passage, and all vectors at unit length, in the order of their ids."""
        ids: list[str] = []
        parts: list[Vectors] = []
        for part in self._pages("embeddings"):
            ids += part["ids"]
            parts.append(np.asarray(part["embeddings"], dtype=np.float32))
        if not ids:
            return [], np.zeros((0, 0), dtype=np.float32)
        vectors = np.concatenate(parts)
        order = sorted(range(len(ids)), key=ids.__getitem__)
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        owners = [ids[row].partition("#")[0] for row in order]
        return owners, (vectors / np.maximum(lengths, _TINY))[order]

    def _pages(self, include: str) -> Iterator[chromadb.GetResult]:
        """All that is stored, in parts: one of all would be too much for the database."""
        for start in range(0, self.count(), _PAGE):
            yield self._collection.get(include=[include], limit=_PAGE, offset=start)  # type: ignore[list-item]


def fill(
    directory: Path,
    entries: Sequence[Entry],
    embedder: Embedder,
    older: Path | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> None:
    """Makes a collection of entries.

    ``older``: a collection of the same embedder. If nothing of it has gone, it is copied and what is new
    is added; else, so that nothing is left of what has gone, all is written anew, and only embedded anew
    where its text has changed.
    """
    progress(0, len(entries))
    held: dict[str, str] = {}
    source: VectorIndex | None = None
    wanted = {each.id: each.digest for each in entries}
    if older:
        # Chroma writes to its files even when it reads: the version stays as it is, a copy is read.
        shutil.copytree(older, directory)
        source = VectorIndex.open(directory)
        held = source.digests()
    if source and held.items() <= wanted.items():
        _embed(source, [each for each in entries if each.id not in held], embedder, {}, progress)
        return
    by_digest = {digest: name for name, digest in held.items()}
    reused = [each for each in {each.digest: each for each in entries}.values() if each.digest in by_digest]
    vectors = source.vectors_of([by_digest[each.digest] for each in reused]) if source and reused else []
    known = {each.digest: vector for each, vector in zip(reused, vectors, strict=True)}
    if source:
        source.close()
        shutil.rmtree(directory)
    _embed(VectorIndex.create(directory), entries, embedder, known, progress)


def _embed(
    index: VectorIndex,
    entries: Sequence[Entry],
    embedder: Embedder,
    known: Mapping[str, Vectors],
    progress: Callable[[int, int], None],
) -> None:
    """Adds entries, and embeds those whose vector is not ``known`` by the digest of their text."""
    for start in range(0, len(entries), _BATCH):
        part = entries[start : start + _BATCH]
        vectors = {each.digest: known[each.digest] for each in part if each.digest in known}
        for is_query, encode in ((False, embedder.encode_documents), (True, embedder.encode_queries)):
            texts = {
                each.digest: each.text
                for each in part
                if each.is_query == is_query and each.digest not in vectors
            }
            if texts:
                vectors.update(zip(texts, encode(list(texts.values())), strict=True))
        index.add(part, np.stack([vectors[each.digest] for each in part]))
        progress(start + len(part), len(entries))
    progress(len(entries), len(entries))


def _client(directory: Path) -> Client:
    client = chromadb.PersistentClient(
        str(directory), settings=ChromaSettings(anonymized_telemetry=False, allow_reset=False)
    )
    assert isinstance(client, Client)  # declared as something less, without its close
    return client
