"""What a version of the index holds: documents, and three searchable forms of their passages."""

from __future__ import annotations

import json
import logging
import shutil
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from assistant.documents.corrections import Corrections
from assistant.documents.passages import Document, Passage, Reference
from assistant.errors import IndexDamaged, IndexFault
from assistant.search.lexical import LexicalIndex
from assistant.search.tokens import grams, stems
from assistant.search.vectors import VectorIndex
from assistant.search.versions import Manifest, current_version, older_versions, read_manifest, verify
from assistant.search.word_indexes import GRAMS, STEMS

DOCUMENTS, VECTORS, VOCABULARY = "documents.jsonl", "vectors", "vocabulary.txt"
CORRECTIONS = "corrections.json"
_log = logging.getLogger(__name__)
_ANY = "~"
"""Behind the name of every version."""


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
    corrections: Corrections

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


def open_current(root: Path, embedder: str) -> Index:
    """Opens the current version. If it is damaged, the one before it is opened, and the log says so.

    ``IndexFault`` if there is none, none is sound, or it was made with another model.
    """
    name = _ANY
    try:
        directory = current_version(root)
        if directory is None:
            raise IndexFault(f"there is no index in {root}: run: python ingest.py")
        name = directory.name
        return open_version(directory, embedder)
    except IndexDamaged as fault:
        for older in older_versions(root, name):
            with suppress(IndexDamaged):
                opened = open_version(older, embedder)
                _log.critical("THE INDEX IS DAMAGED: %s. An older version is served: %s", fault, older.name)
                return opened
        raise


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
        Corrections.model_validate_json((opened / CORRECTIONS).read_bytes()),
    )


def _private_copy(directory: Path) -> TemporaryDirectory[str]:
    """A copy that lives as long as the index that was opened from it."""
    try:
        copy = TemporaryDirectory(prefix="assistant-index-", ignore_cleanup_errors=True)
        shutil.copytree(directory, copy.name, dirs_exist_ok=True)
    except (OSError, shutil.Error) as fault:
        raise IndexFault(f"{directory} cannot be copied to open it (is the disk full?): {fault}") from fault
    return copy


def write_documents(path: Path, documents: tuple[Document, ...]) -> None:
    with path.open("w", encoding="utf-8") as file:
        for document in documents:
            passages = [{**vars(each), "reference": vars(each.reference)} for each in document.passages]
            file.write(json.dumps({**vars(document), "passages": passages}, ensure_ascii=False) + "\n")


def write_corrections(path: Path, corrections: Corrections) -> None:
    path.write_text(corrections.model_dump_json(), encoding="utf-8")


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
