"""The index on disk: versioned directories, a manifest with checksums, one atomic switch.

``.index/versions/NAME/`` holds ``manifest.json``, ``documents.jsonl`` and the three searchable
forms of the passages; the file ``.index/CURRENT`` holds the NAME that is served. A version is
written once, checked, switched to, and never written again.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from assistant.documents.passages import Document, Passage, Reference
from assistant.errors import IndexFault
from assistant.search.lexical import LexicalIndex
from assistant.search.tokens import grams, stems
from assistant.search.vectors import VectorIndex

FORMAT = 3
"""Goes up when an index of an older assistant can no longer be read."""

CURRENT, VERSIONS, MANIFEST, DOCUMENTS = "CURRENT", "versions", "manifest.json", "documents.jsonl"
VECTORS, GRAMS, STEMS, VOCABULARY = "vectors", "grams", "stems", "vocabulary.txt"
_REMEDY = "run: python ingest.py --force"


@dataclass(frozen=True)
class Manifest:
    """What a version holds. ``fingerprint`` is of everything that went into it; ``files`` maps
    each path in the version to its SHA-256."""

    format: int
    created: str
    fingerprint: str
    embedder: str
    documents: int
    passages: int
    questions: int
    files: dict[str, str]

    def save(self, directory: Path) -> None:
        (directory / MANIFEST).write_text(json.dumps(asdict(self), indent=1), encoding="utf-8")


@dataclass(frozen=True)
class Index:
    """An opened version: the documents and the searchable forms of their passages."""

    directory: Path
    copy: TemporaryDirectory[str]
    manifest: Manifest
    documents: tuple[Document, ...]
    vectors: VectorIndex
    grams: LexicalIndex
    stems: LexicalIndex
    vocabulary: tuple[str, ...]
    """All words of the corpus, of its questions and of the thesaurus, in lower case, sorted."""

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """All passages, in the order of the lexical indexes."""
        return tuple(passage for document in self.documents for passage in document.passages)

    @cached_property
    def by_id(self) -> dict[str, Passage]:
        return {passage.id: passage for passage in self.passages}

    @cached_property
    def documents_by_id(self) -> dict[str, Document]:
        return {document.id: document for document in self.documents}


def current_version(root: Path) -> Path | None:
    """The directory of the version that ``CURRENT`` names; None if nothing was ever ingested."""
    try:
        name = (root / CURRENT).read_text(encoding="utf-8").strip()
        known = {path.name for path in (root / VERSIONS).iterdir() if path.is_dir()}
    except FileNotFoundError as fault:
        if not (root / CURRENT).exists():
            return None
        raise IndexFault(f"{root / VERSIONS} is missing: {_REMEDY}") from fault
    except (OSError, UnicodeDecodeError) as fault:
        raise IndexFault(f"{root / CURRENT} cannot be read ({fault}): {_REMEDY}") from fault
    if name not in known:
        raise IndexFault(f"{root / CURRENT} names “{name[:80]}”, which is no version: {_REMEDY}")
    return root / VERSIONS / name


def switch_to(root: Path, name: str) -> None:
    """Makes a version the current one; readers see the old or the new name, never a part."""
    pending = root / f"{CURRENT}.new"
    with pending.open("w", encoding="utf-8") as file:
        file.write(name)
        file.flush()
        os.fsync(file.fileno())
    pending.replace(root / CURRENT)


def open_current(root: Path, embedder: str) -> Index:
    """Opens the current version; ``IndexFault`` if there is none, or it is not sound."""
    directory = current_version(root)
    if directory is None:
        raise IndexFault(f"there is no index in {root}: run: python ingest.py")
    return open_version(directory, embedder)


def open_version(directory: Path, embedder: str) -> Index:
    """Verifies every checksum and opens a version; ``embedder`` must be the one that made it.

    The checksums come first: a damaged file can make the vector store crash the process. What
    is opened is a private copy: the vector store writes to its files even when it only reads,
    and a version must stay as its manifest says.
    """
    manifest = read_manifest(directory)
    copy = _private_copy(directory)
    opened = Path(copy.name)
    verify(opened, manifest)
    if manifest.embedder != embedder:
        raise IndexFault(
            f"the index was made with the model {manifest.embedder}, the settings say {embedder}: "
            "run: python ingest.py"
        )
    documents = tuple(read_documents(opened / DOCUMENTS))
    size = sum(len(document.passages) for document in documents)
    return Index(
        directory,
        copy,
        manifest,
        documents,
        VectorIndex.open(opened / VECTORS),
        LexicalIndex.open(opened / GRAMS, grams, size),
        LexicalIndex.open(opened / STEMS, stems, size),
        tuple((opened / VOCABULARY).read_text(encoding="utf-8").split()),
    )


def _private_copy(directory: Path) -> TemporaryDirectory[str]:
    """A copy that lives as long as the index that was opened from it."""
    try:
        copy = TemporaryDirectory(prefix="assistant-index-", ignore_cleanup_errors=True)
        shutil.copytree(directory, copy.name, dirs_exist_ok=True)
    except (OSError, shutil.Error) as fault:
        raise IndexFault(f"{directory} cannot be copied to open it (is the disk full?): {fault}") from fault
    return copy


def read_manifest(directory: Path) -> Manifest:
    """The manifest of a version; ``IndexFault`` if it is missing, damaged or of another format."""
    try:
        manifest = Manifest(**json.loads((directory / MANIFEST).read_text(encoding="utf-8")))
        if not isinstance(manifest.files, dict):
            raise TypeError("no list of files")
    except (OSError, ValueError, TypeError) as fault:
        raise IndexFault(f"{directory / MANIFEST} is missing or damaged: {_REMEDY}") from fault
    if manifest.format != FORMAT:
        raise IndexFault(
            f"{directory} has format {manifest.format}, this assistant reads {FORMAT}: {_REMEDY}"
        )
    return manifest


def verify(directory: Path, manifest: Manifest) -> None:
    """``IndexFault`` unless every file of the manifest is there with its checksum."""
    found = checksums(directory)
    for name, checksum in manifest.files.items():
        if name not in found:
            raise IndexFault(f"the index is damaged, {name} is missing: {_REMEDY}")
        if found[name] != checksum:
            raise IndexFault(f"the index is damaged, {name} has changed: {_REMEDY}")


def checksums(directory: Path) -> dict[str, str]:
    """SHA-256 of every file under a directory, by its relative path; the manifest left out."""
    return {
        str(path.relative_to(directory)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(directory.rglob("*"))
        if path.is_file() and path.name != MANIFEST
    }


def write_documents(path: Path, documents: tuple[Document, ...]) -> None:
    with path.open("w", encoding="utf-8") as file:
        for document in documents:
            file.write(json.dumps(asdict(document), ensure_ascii=False) + "\n")


def read_documents(path: Path) -> list[Document]:
    with path.open(encoding="utf-8") as file:
        return [_document(json.loads(line)) for line in file]


def _document(row: dict[str, Any]) -> Document:
    passages = tuple(
        Passage(
            **{
                **each,
                "section": tuple(each["section"]),
                "reference": Reference(
                    **{
                        **each["reference"],
                        "pejlemaerker": tuple(each["reference"]["pejlemaerker"]),
                        "strategispor": tuple(each["reference"]["strategispor"]),
                    }
                ),
            }
        )
        for each in row["passages"]
    )
    spans = tuple((mended, raw, length) for mended, raw, length in row["spans"])
    return Document(**{**row, "passages": passages, "spans": spans})
