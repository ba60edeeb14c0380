"""From the corpus to a new version of the index, or to nothing at all."""

from __future__ import annotations

import hashlib
import shutil
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from filelock import FileLock, Timeout

from assistant.documents.corpus import Corpus, read_corpus
from assistant.documents.passages import Document, Passage
from assistant.errors import BusyError, IndexFault
from assistant.search import index as store
from assistant.search import versions
from assistant.search.embedding import Embedder
from assistant.search.filling import fill
from assistant.search.stand_ins import StandIns, without_questions
from assistant.search.tokens import spelled_words
from assistant.search.vectors import OUTSIDE, Entry
from assistant.search.vectors import forget as forget_vectors
from assistant.search.word_indexes import write_word_indexes

Progress = Callable[[str, int, int], None]
"""Told (what is being done, how much is done, how much there is)."""

_LOCK = "ingest.lock"
_SAMPLE, _NEAREST = 300, 5
"""So many passages of a new index are asked for, and should be among so many nearest."""
_READING, _EMBEDDING = "Læser dokumenterne", "Indlejrer passager og spørgsmål"


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
    forget: bool = False,
    server: str = "",
) -> Report:
    """Reads the corpus and, unless the index has it already, builds and switches to a new version.

    Only what has changed since the current version is read and embedded; ``force``: everything is.
    ``forget``: no older version is kept, so that nothing is left of a document that was removed.
    ``server``: the address of a Chroma server that is to hold the vectors. Raises ``CorpusError`` for a
    fault of the corpus, ``BusyError`` if another ingest runs, and ``IndexFault`` if the index cannot be
    written; the old version then goes on serving.
    """
    started = time.monotonic()
    with locked(root):
        current = None if force else _sound(root)
        known = {each.id: each for each in current.documents} if current else {}
        progress(_READING, 0, 1)
        corpus = read_corpus(corpus_directory, known, partial(progress, _READING))
        fingerprint = fingerprint_of(corpus, embedder.name, server)
        is_same_model = current is not None and current.manifest.embedder == embedder.name
        is_new = current is None or not is_same_model or current.manifest.fingerprint != fingerprint
        if current is None or is_new:
            reused = current.directory if current and is_same_model else None
            directory, manifest = build(corpus, root, fingerprint, embedder, progress, reused, server)
            versions.switch_to(root, directory.name)
        else:
            directory, manifest = current.directory, current.manifest
        if is_new or forget:
            versions.prune(root, directory, 0 if forget else 1, _leave)
    return Report(
        directory.name,
        manifest.documents,
        manifest.passages,
        manifest.questions,
        time.monotonic() - started,
        is_new,
    )


def fingerprint_of(corpus: Corpus, embedder: str, server: str = "") -> str:
    """SHA-256 of all that an index is made of: what was read, the model, the format, the vectors' place."""
    read = (corpus.documents, corpus.questions, corpus.outside, corpus.thesaurus, corpus.corrections)
    parts = (versions.FORMAT, embedder, server, *read)
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def _leave(directory: Path) -> None:
    """Removes what a version has on a server; one that cannot be reached keeps it, as the version goes."""
    with suppress(IndexFault):
        forget_vectors(directory / store.VECTORS)


@contextmanager
def locked(root: Path) -> Iterator[None]:
    """One at a time may change the index or the corpus; ``BusyError`` tells whoever comes second."""
    try:
        root.mkdir(parents=True, exist_ok=True)
        with FileLock(root / _LOCK, timeout=0):
            yield
    except Timeout as fault:
        raise BusyError("another ingest is running; wait for it to end, then try again") from fault
    except OSError as fault:
        raise IndexFault(f"the index in {root} cannot be written: {fault.strerror or fault}") from fault


@dataclass(frozen=True)
class _Sound:
    directory: Path
    manifest: versions.Manifest
    documents: Sequence[Document]


def _sound(root: Path) -> _Sound | None:
    """The current version, if there is one and nothing of it is damaged."""
    try:
        directory = versions.current_version(root)
        if directory is None:
            return None
        manifest = versions.read_manifest(directory)
        versions.verify(directory, manifest)
    except IndexFault:
        return None
    return _Sound(directory, manifest, store.read_documents(directory / store.DOCUMENTS))


def build(
    corpus: Corpus,
    root: Path,
    fingerprint: str,
    embedder: Embedder,
    progress: Progress,
    reused: Path | None = None,
    server: str = "",
) -> tuple[Path, versions.Manifest]:
    """Writes and validates a new version, which is not yet switched to; ``reused``: the version before it."""
    now = datetime.now(UTC)
    name = f"{now:%Y%m%dT%H%M%S%f}-{fingerprint[:8]}"
    directory = root / versions.VERSIONS / name
    try:
        directory.mkdir(parents=True)
        _write(corpus, directory, embedder, progress, reused, server)
        manifest = versions.Manifest(
            format=versions.FORMAT,
            created=now.isoformat(timespec="seconds"),
            fingerprint=fingerprint,
            embedder=embedder.name,
            documents=len(corpus.documents),
            passages=len(corpus.passages),
            questions=len(corpus.questions),
            files=versions.checksums(directory),
        )
        manifest.save(directory)
        _validate(corpus, directory, embedder)
    except BaseException:  # whatever ends a build, Ctrl-C too, half a version must not stay
        _leave(directory)
        shutil.rmtree(directory, ignore_errors=True)
        raise
    return directory, manifest


def _write(
    corpus: Corpus,
    directory: Path,
    embedder: Embedder,
    progress: Progress,
    reused: Path | None,
    server: str,
) -> None:
    store.write_documents(directory / store.DOCUMENTS, corpus.documents)
    store.write_corrections(directory / store.CORRECTIONS, corpus.corrections)
    asked: dict[str, list[str]] = {passage.id: [] for passage in corpus.passages}
    for question in corpus.questions:
        for passage_id in question.passages:
            asked[passage_id].append(question.text)
    stand_ins = StandIns(corpus.thesaurus)
    lacking = without_questions(corpus.passages, (name for name, texts in asked.items() if texts))
    words = {each.id: [stand_ins.words(each)] for each in lacking}
    older = reused / store.VECTORS if reused else None
    with ThreadPoolExecutor(1) as beside:  # while Chroma works, Python is free
        written = beside.submit(_write_words, corpus, {**asked, **words}, directory)
        entries = _entries(corpus, asked, {each.id: stand_ins.texts(each) for each in lacking})
        fill(directory / store.VECTORS, entries, embedder, older, partial(progress, _EMBEDDING), server)
        written.result()


def _write_words(corpus: Corpus, beside: Mapping[str, Sequence[str]], directory: Path) -> None:
    expanded = [" ".join((passage.context, *beside[passage.id])) for passage in corpus.passages]
    spelled = {word for text in (*expanded, *_other_texts(corpus)) for word in spelled_words(text)}
    (directory / store.VOCABULARY).write_text("\n".join(sorted(spelled)), encoding="utf-8")
    write_word_indexes(directory, expanded)


def _entries(
    corpus: Corpus, asked: Mapping[str, Sequence[str]], stand_ins: Mapping[str, Sequence[str]]
) -> list[Entry]:
    """What is embedded: every passage, its lay questions or what stands in for them, and the questions that
    nothing answers."""
    entries = [Entry(each.id, each.context, False, _metadata(each)) for each in corpus.passages]
    for passage in corpus.passages:
        for is_query, texts in ((True, asked[passage.id]), (False, stand_ins.get(passage.id, ()))):
            for number, text in enumerate(texts, 1):
                entries.append(Entry(f"{passage.id}#{number}", text, is_query, _metadata(passage)))
    for number, question in enumerate(corpus.outside, 1):
        entries.append(Entry(f"{OUTSIDE}#{number}", question.text, True, {"passage": OUTSIDE}))
    return entries


def _other_texts(corpus: Corpus) -> Iterator[str]:
    """Texts that lead to no passage, but whose words are spelled right."""
    for question in corpus.outside:
        yield question.text
    for term in corpus.thesaurus:
        yield " ".join((term.term, *term.near, *term.english))


def _metadata(passage: Passage) -> dict[str, str]:
    return {"passage": passage.id, "document": passage.document_id, "role": passage.role}


def _validate(corpus: Corpus, directory: Path, embedder: Embedder) -> None:
    """Opens the new version as a reader would: every passage must be at its place and have its vector, and
    be found by it; of a large corpus, a sample is asked for."""
    opened = store.open_version(directory, embedder.name)
    if [passage.id for passage in opened.passages] != [passage.id for passage in corpus.passages]:
        raise IndexFault("the new index does not hold the passages of the corpus; nothing was switched")
    held = opened.vectors.digests()
    for passage in opened.passages:
        document = opened.documents_by_id[passage.document_id]
        if document.text[passage.start : passage.end] != passage.text:
            raise IndexFault(f"{passage.id} is not at its place in {document.id}; nothing was switched")
        if held.get(passage.id) != Entry(passage.id, passage.context, False, {}).digest:
            raise IndexFault(f"the new index has no vector of {passage.id}; nothing was switched")
    sample = opened.passages[:: len(opened.passages) // _SAMPLE + 1]
    vectors = embedder.encode_documents([passage.context for passage in sample])
    for passage, vector in zip(sample, vectors, strict=True):
        if passage.id not in {found for found, _ in opened.vectors.nearest(vector, _NEAREST)}:
            raise IndexFault(f"the new index does not find {passage.id}; nothing was switched")
