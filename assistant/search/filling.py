"""Fills a collection of vectors, and embeds no more than it has to."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np

from assistant.search.embedding import Embedder, Vectors
from assistant.search.vectors import Entry, VectorIndex, is_elsewhere

_BATCH = 1000


def fill(
    directory: Path,
    entries: Sequence[Entry],
    embedder: Embedder,
    older: Path | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
    server: str = "",
) -> None:
    """Makes a collection of entries, on a Chroma ``server`` if one is named.

    ``older``: a collection of the same embedder. If nothing of it has gone, it is copied and what is new
    is added; else, so that nothing is left of what has gone, all is written anew, and only embedded anew
    where its text has changed.
    """
    progress(0, len(entries))
    held: dict[str, str] = {}
    source: VectorIndex | None = None
    wanted = {each.id: each.digest for each in entries}
    if older and not server and not is_elsewhere(older):
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
    _embed(VectorIndex.create(directory, server), entries, embedder, known, progress)


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
