"""The vectors of passages and of their lay questions in one collection. The only home of chromadb."""

from __future__ import annotations

import weakref
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path

import chromadb
import numpy as np
from chromadb.api.client import Client
from chromadb.api.collection_configuration import CreateCollectionConfiguration
from chromadb.config import Settings as ChromaSettings
from chromadb.errors import ChromaError

from assistant.errors import IndexFault
from assistant.search.embedding import Vectors

COLLECTION = "passages"
OUTSIDE = "outside"
"""Stands for a passage in the ids of questions that no passage answers."""
_TINY = 1e-12
_BATCH = 1000
"""Chroma takes at most 5461 at once."""
_CONFIGURATION: CreateCollectionConfiguration = {
    "hnsw": {"space": "cosine", "ef_construction": 10, "max_neighbors": 4}
}
"""The search is exhaustive and never asks the graph, so the graph may be poor: that halves an ingest."""


class VectorIndex:
    """Finds the nearest vectors and tells which passage each belongs to."""

    def __init__(self, client: Client, collection: chromadb.Collection) -> None:
        self._collection = collection
        # Chroma keeps its files open until it is told, however long nobody holds the client.
        weakref.finalize(self, client.close)

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

    def add(self, ids: Sequence[str], vectors: Vectors, metadata: Sequence[Mapping[str, str]]) -> None:
        """Adds vectors. An id is a passage's, or ``PASSAGE#N`` for its lay question N.

        Raises ``IndexFault`` if they cannot be written.
        """
        self.__dict__.pop("_stored", None)
        try:
            for start in range(0, len(ids), _BATCH):
                part = slice(start, start + _BATCH)
                self._collection.add(
                    ids=list(ids[part]),
                    embeddings=vectors[part],
                    metadatas=[dict(each) for each in metadata[part]],
                )
        except ChromaError as fault:
            raise IndexFault(f"the vectors cannot be written (is the disk full?): {fault}") from fault

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
        best = np.argsort(-similarities, kind="stable")[:count]
        return [(owners[row], float(similarities[row])) for row in best]

    @cached_property
    def _stored(self) -> tuple[list[str], Vectors]:
        """Each vector's passage, and all vectors at unit length, in the order of their ids."""
        stored = self._collection.get(include=["embeddings"])
        vectors = np.asarray(stored["embeddings"], dtype=np.float32).reshape(len(stored["ids"]), -1)
        order = sorted(range(len(stored["ids"])), key=lambda row: stored["ids"][row])
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        owners = [stored["ids"][row].partition("#")[0] for row in order]
        return owners, (vectors / np.maximum(lengths, _TINY))[order]


def _client(directory: Path) -> Client:
    client = chromadb.PersistentClient(
        str(directory), settings=ChromaSettings(anonymized_telemetry=False, allow_reset=False)
    )
    assert isinstance(client, Client)  # declared as something less, without its close
    return client
