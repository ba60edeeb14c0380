"""From the corpus to a new version of the index, or to nothing at all."""

from __future__ import annotations

import hashlib
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from assistant.documents.corpus import Corpus, read_corpus
from assistant.documents.passages import Passage
from assistant.errors import BusyError, IndexFault
from assistant.search import index as store
from assistant.search.embedding import Embedder
from assistant.search.lexical import LexicalIndex
from assistant.search.tokens import grams, spelled_words, stems
from assistant.search.vectors import OUTSIDE, VectorIndex

Progress = Callable[[str, int, int], None]
"""Told (what is being done, how much is done, how much there is)."""

_LOCK = "ingest.lock"


@dataclass(frozen=True)
class Report:
    """What an ingest did; ``is_new`` is False if the index was up to date already."""

    version: str
    documents: int
    passages: int
    questions: int
    seconds: float
    is_new: bool


def ingest(
    corpus_directory: Path,
    root: Path,
    embedder: Embedder,
    progress: Progress = lambda what, done, total: None,
    force: bool = False,
) -> Report:
    """Reads the corpus and, unless the index has it already, builds and switches to a new version.

    Raises ``CorpusError`` for a fault of the corpus, ``BusyError`` if another ingest runs, and
    ``IndexFault`` if the index cannot be written; the old version then goes on serving.
    """
    started = time.monotonic()
    progress("Læser dokumenterne", 0, 1)
    corpus = read_corpus(corpus_directory)
    progress("Læser dokumenterne", 1, 1)
    with _lock(root):
        fingerprint = fingerprint_of(corpus, embedder.name)
        manifest = None if force else _up_to_date(root, fingerprint, embedder.name)
        directory = store.current_version(root) if manifest else None
        if manifest is None or directory is None:
            directory, manifest = _build(corpus, root, fingerprint, embedder, progress)
            store.switch_to(root, directory.name)
            _prune(root, keep=directory)
            is_new = True
        else:
            is_new = False
    return Report(
        directory.name,
        manifest.documents,
        manifest.passages,
        manifest.questions,
        time.monotonic() - started,
        is_new,
    )


def fingerprint_of(corpus: Corpus, embedder: str) -> str:
    """SHA-256 of all that an index is made of: what was read, the model, the index's format."""
    parts = (store.FORMAT, embedder, corpus.documents, corpus.questions, corpus.outside, corpus.thesaurus)
    return hashlib.sha256(repr(parts).encode()).hexdigest()


@contextmanager
def _lock(root: Path) -> Iterator[None]:
    try:
        root.mkdir(parents=True, exist_ok=True)
        with FileLock(root / _LOCK, timeout=0):
            yield
    except Timeout as fault:
        raise BusyError("another ingest is running; wait for it to end, then try again") from fault
    except OSError as fault:
        raise IndexFault(f"the index in {root} cannot be written: {fault.strerror or fault}") from fault


def _up_to_date(root: Path, fingerprint: str, embedder: str) -> store.Manifest | None:
    """The manifest of the current version if it is sound and made of the same things."""
    try:
        directory = store.current_version(root)
        if directory is None:
            return None
        manifest = store.read_manifest(directory)
        store.verify(directory, manifest)
    except IndexFault:
        return None
    is_same = manifest.fingerprint == fingerprint and manifest.embedder == embedder
    return manifest if is_same else None


def _build(
    corpus: Corpus, root: Path, fingerprint: str, embedder: Embedder, progress: Progress
) -> tuple[Path, store.Manifest]:
    now = datetime.now(UTC)
    name = f"{now:%Y%m%dT%H%M%S%f}-{fingerprint[:8]}"
    directory = root / store.VERSIONS / name
    try:
        directory.mkdir(parents=True)
        _write(corpus, directory, embedder, progress)
        manifest = store.Manifest(
            format=store.FORMAT,
            created=now.isoformat(timespec="seconds"),
            fingerprint=fingerprint,
            embedder=embedder.name,
            documents=len(corpus.documents),
            passages=len(corpus.passages),
            questions=len(corpus.questions),
            files=store.checksums(directory),
        )
        manifest.save(directory)
        _validate(corpus, directory, embedder)
    except BaseException:  # whatever ends a build, Ctrl-C too, half a version must not stay
        shutil.rmtree(directory, ignore_errors=True)
        raise
    return directory, manifest


def _write(corpus: Corpus, directory: Path, embedder: Embedder, progress: Progress) -> None:
    what = "Indlejrer passager og spørgsmål"
    store.write_documents(directory / store.DOCUMENTS, corpus.documents)
    passages = corpus.passages
    asked: dict[str, list[str]] = {passage.id: [] for passage in passages}
    for question in corpus.questions:
        for passage_id in question.passages:
            asked[passage_id].append(question.text)
    total = len(passages) + sum(map(len, asked.values())) + len(corpus.outside)
    progress(what, 0, total)
    vectors = VectorIndex.create(directory / store.VECTORS)
    encoded = embedder.encode_documents([passage.context for passage in passages])
    vectors.add([passage.id for passage in passages], encoded, [_metadata(p) for p in passages])
    done = len(passages)
    progress(what, done, total)
    for passage in passages:
        questions = asked[passage.id]
        if questions:
            ids = [f"{passage.id}#{number}" for number in range(1, len(questions) + 1)]
            encoded = embedder.encode_queries(questions)
            vectors.add(ids, encoded, [_metadata(passage)] * len(ids))
        done += len(questions)
        progress(what, done, total)
    if corpus.outside:
        ids = [f"{OUTSIDE}#{number}" for number in range(1, len(corpus.outside) + 1)]
        encoded = embedder.encode_queries([question.text for question in corpus.outside])
        vectors.add(ids, encoded, [{"passage": OUTSIDE}] * len(ids))
    progress(what, total, total)
    expanded = [" ".join((passage.context, *asked[passage.id])) for passage in passages]
    known = sorted({word for text in (*expanded, *_other_texts(corpus)) for word in spelled_words(text)})
    (directory / store.VOCABULARY).write_text("\n".join(known), encoding="utf-8")
    LexicalIndex.build(expanded, grams).save(directory / store.GRAMS)
    LexicalIndex.build(expanded, stems).save(directory / store.STEMS)


def _other_texts(corpus: Corpus) -> Iterator[str]:
    """Texts that lead to no passage, but whose words are spelled right."""
    for question in corpus.outside:
        yield question.text
    for term in corpus.thesaurus:
        yield " ".join((term.term, *term.near, *term.english))


def _metadata(passage: Passage) -> dict[str, str]:
    return {"passage": passage.id, "document": passage.document_id, "role": passage.role}


def _validate(corpus: Corpus, directory: Path, embedder: Embedder) -> None:
    """Opens the new version as a reader would and asks it for every passage."""
    opened = store.open_version(directory, embedder.name)
    if [passage.id for passage in opened.passages] != [passage.id for passage in corpus.passages]:
        raise IndexFault("the new index does not hold the passages of the corpus; nothing was switched")
    vectors = embedder.encode_documents([passage.context for passage in opened.passages])
    for passage, vector in zip(opened.passages, vectors, strict=True):
        document = opened.documents_by_id[passage.document_id]
        if document.text[passage.start : passage.end] != passage.text:
            raise IndexFault(f"{passage.id} is not at its place in {document.id}; nothing was switched")
        if passage.id not in {found for found, _ in opened.vectors.nearest(vector, 5)}:
            raise IndexFault(f"the new index does not find {passage.id}; nothing was switched")


def _prune(root: Path, keep: Path) -> None:
    """Removes what killed ingests left, and old versions but the last: somebody may be reading it."""
    others = sorted(path for path in (root / store.VERSIONS).iterdir() if path != keep)
    whole = [path for path in others if (path / store.MANIFEST).is_file()]
    for old in others:
        if old not in whole[-1:]:
            shutil.rmtree(old, ignore_errors=True)
