"""The vectors of passages and of their lay questions in one collection. The only home of chromadb."""

from __future__ import annotations

import hashlib
import json
import weakref
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

import chromadb
import httpx
import numpy as np
from chromadb.api.client import Client
from chromadb.api.collection_configuration import CreateCollectionConfiguration
from chromadb.config import Settings as ChromaSettings
from chromadb.errors import ChromaError, NotFoundError

from assistant.errors import IndexFault
from assistant.search.embedding import Vectors
from assistant.search.fusion import highest

COLLECTION = "passages"
OUTSIDE = "outside"
"""Stands for a passage in the ids of questions that no passage answers."""
_TINY = 1e-12
_ON_SERVER: CreateCollectionConfiguration = {
    "hnsw": {"space": "cosine", "ef_construction": 200, "max_neighbors": 32, "ef_search": 400}
}
"""On a server the graph is what is asked."""
_POINTER = "server.json"
"""In place of a collection: where it is."""
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

    def __init__(self, client: Client, collection: chromadb.Collection, is_remote: bool = False) -> None:
        self._collection = collection
        self._is_remote = is_remote
        # Chroma keeps its files open until it is told, however long nobody holds the client.
        self.close = weakref.finalize(self, client.close)

    @classmethod
    def create(cls, directory: Path, server: str = "") -> VectorIndex:
        """A new, empty collection in a directory that has none, or on a Chroma server, to which the
        directory then points. ``IndexFault`` if it cannot be written."""
        if server:
            name = f"{COLLECTION}-{directory.parent.name}"
            with _server(server) as client:
                collection = client.create_collection(name, embedding_function=None, configuration=_ON_SERVER)
            directory.mkdir()
            (directory / _POINTER).write_text(json.dumps({"server": server, "collection": name}))
            return cls(client, collection, is_remote=True)
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
        if (pointer := directory / _POINTER).is_file():
            place = json.loads(pointer.read_text())
            with _server(place["server"]) as client:
                collection = client.get_collection(place["collection"], embedding_function=None)
            return cls(client, collection, is_remote=True)
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
        if self._is_remote:
            return self._nearest_on_server(vector, count)
        owners, unit = self._stored
        if not owners:
            return []
        similarities = unit @ (vector / max(float(np.linalg.norm(vector)), _TINY))
        best = highest(similarities, count)
        return [(owners[row], float(similarities[row])) for row in best]

    def _nearest_on_server(self, vector: Vectors, count: int) -> list[tuple[str, float]]:
        """By the server's own, approximate search: there are too many to hold them here."""
        with _told():
            found = self._collection.query(
                query_embeddings=[vector.tolist()], n_results=count, include=["distances"]
            )
        distances = (found["distances"] or [[]])[0]
        return [
            (name.partition("#")[0], 1 - far) for name, far in zip(found["ids"][0], distances, strict=True)
        ]

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


def is_elsewhere(directory: Path) -> bool:
    """Whether a directory only points at a collection on a server."""
    return (directory / _POINTER).is_file()


def forget(directory: Path) -> None:
    """Removes what a directory points at on a server; there is nothing to do for one that holds its own."""
    if (pointer := directory / _POINTER).is_file():
        place = json.loads(pointer.read_text())
        with _server(place["server"]) as client, suppress(NotFoundError):
            client.delete_collection(place["collection"])


@contextmanager
def _server(address: str) -> Iterator[Client]:
    """A client of a Chroma server; ``IndexFault`` if it cannot be reached, or refuses."""
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise IndexFault(f"ASSISTANT_CHROMA: “{address}” is no address such as http://localhost:8000")
    with _told():
        client = chromadb.HttpClient(
            parts.hostname,
            parts.port or (443 if parts.scheme == "https" else 8000),
            ssl=parts.scheme == "https",
            settings=ChromaSettings(anonymized_telemetry=False),
        )
        assert isinstance(client, Client)
        yield client


@contextmanager
def _told() -> Iterator[None]:
    """What goes wrong between us and a server, as a fault of the index."""
    try:
        yield
    except (ChromaError, httpx.HTTPError, ValueError, OSError) as fault:
        raise IndexFault(f"the Chroma server does not answer as it should: {fault}") from fault


def _client(directory: Path) -> Client:
    client = chromadb.PersistentClient(
        str(directory), settings=ChromaSettings(anonymized_telemetry=False, allow_reset=False)
    )
    assert isinstance(client, Client)  # declared as something less, without its close
    return client
