"""The corpus as a whole: every document read, and the lay questions that lead to its passages."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assistant.documents.corrections import CORRECTIONS, Corrections, check_names, read_corrections
from assistant.documents.formats.extracted import Extracted, Layout
from assistant.documents.formats.isolated import extract
from assistant.documents.formats.reader import read_file
from assistant.documents.lay import (
    OUTSIDE,
    QUESTIONS,
    THESAURUS,
    LayQuestion,
    Term,
    read_outside,
    read_questions,
    read_thesaurus,
)
from assistant.documents.letters import read_letter
from assistant.documents.lines import Line, Paragraph, paragraphs, parted, split_lines
from assistant.documents.mending import mend
from assistant.documents.passages import Document, Draft, Passage, Reference
from assistant.documents.plan import read_plan
from assistant.documents.sources import Source, read_sources
from assistant.errors import CorpusError
from assistant.personal import cpr_lines

_WORD = re.compile(r"[^\W\d_]+")
AT_ONCE = 4
"""Files that are read side by side."""
_GROUPED: Mapping[Layout, Callable[[list[Line], Source], list[Paragraph]]] = {
    "paragraphs": lambda lines, source: [(line,) for line in lines],
    "parted": lambda lines, source: parted(lines),
    "wrapped": lambda lines, source: paragraphs(
        [line for line in lines if not line.is_furniture], source.opens, source.continues
    ),
}
Progress = Callable[[int, int], None]
"""Told how many documents are read, of how many."""


@dataclass(frozen=True)
class Corpus:
    """All that ingest reads."""

    documents: tuple[Document, ...]
    questions: tuple[LayQuestion, ...]
    outside: tuple[LayQuestion, ...]
    thesaurus: tuple[Term, ...]
    corrections: Corrections

    @property
    def passages(self) -> list[Passage]:
        return [passage for document in self.documents for passage in document.passages]


def read_corpus(
    directory: Path,
    known: Mapping[str, Document] | None = None,
    progress: Progress = lambda done, total: None,
) -> Corpus:
    """Reads and checks a corpus directory; ``CorpusError`` says which file is at fault and how.

    ``known``: documents as they were read before, by id. One whose file, ``sources.toml`` and all else
    that its reading depends on are the same is taken over, and not read again.
    """
    if not directory.is_dir():
        raise CorpusError(f"there is no corpus directory {directory}")
    reader = CorpusReader(directory, known or {})
    sources = read_sources(directory)
    documents = reader.read(sources, progress)
    outside = tuple(read_outside(directory / OUTSIDE))
    corrections = read_corrections(directory)
    corpus = Corpus(tuple(documents), reader.questions, outside, reader.thesaurus, corrections)
    _check_questions(directory / QUESTIONS, corpus)
    check_names(corrections, [each.id for each in corpus.passages], str(directory / CORRECTIONS))
    return corpus


class CorpusReader:
    """Reads documents of a corpus directory: the plan first, because the others name its parts."""

    def __init__(self, directory: Path, known: Mapping[str, Document]) -> None:
        self.questions = tuple(read_questions(directory / QUESTIONS))
        self.thesaurus = tuple(read_thesaurus(directory / THESAURUS))
        self._directory = directory
        self._known = known
        self._lexicon = frozenset(_words(self.questions, self.thesaurus))
        self._topics: dict[str, Reference] = {}
        self._base = _digest(_own_code(), *sorted(self._lexicon))

    def read(
        self, sources: Sequence[Source], progress: Progress = lambda done, total: None
    ) -> list[Document]:
        """The documents, in the order of ``sources``."""
        documents: dict[str, Document] = {}
        plans = [source for source in sources if source.role == "plan"]
        others = [source for source in sources if source.role != "plan"]
        with ThreadPoolExecutor(AT_ONCE) as pool:
            for group in (plans, others):
                for document in pool.map(self.document, group):
                    documents[document.id] = document
                    progress(len(documents), len(sources))
                for source in group:
                    if source.role == "plan":
                        self._topics.update(topics_of(documents[source.id]))
        return [documents[source.id] for source in sources]

    def document(self, source: Source) -> Document:
        """One document; one that is known already is not read again."""
        path = self._directory / source.file
        content = hashlib.sha256(_bytes(path)).hexdigest()
        origin = _digest(self._base, content, repr(source), *(f"{k}={v}" for k, v in self._topics.items()))
        known = self._known.get(source.id)
        if known and known.origin == origin:
            return known
        read = read_file(path) if path.suffix == ".txt" else extract(path)
        return self.made(path, source, read, origin)

    def made(self, path: Path, source: Source, read: Extracted, origin: str = "") -> Document:
        """The document that was read out of a file."""
        for line in cpr_lines(read.text):
            raise CorpusError(
                f"{path} holds a CPR number in line {line} of its text: take it out of the file"
            )
        drafts = self._drafts(path, source, read)
        return _document(source, path, read.text, drafts, self._lexicon, origin)

    def _drafts(self, path: Path, source: Source, read: Extracted) -> list[Draft]:
        groups = _GROUPED[read.layout](split_lines(read.text), source)
        if source.role == "plan":
            try:
                drafts = read_plan(groups, source.timeline)
            except CorpusError as fault:
                raise CorpusError(f"{path}: {fault}") from fault
        else:
            drafts = read_letter(groups, source.label, self._topics)
        if not any(draft.key for draft in drafts):
            raise CorpusError(f"{path} holds no passage: is it cut off?")
        return drafts


def _document(
    source: Source, path: Path, raw: str, drafts: list[Draft], lexicon: frozenset[str], origin: str
) -> Document:
    try:
        mended = mend(raw, drafts, lexicon, source.repairs)
    except CorpusError as fault:
        raise CorpusError(f"{path}: {fault}") from fault
    passages = tuple(
        Passage(
            id=f"{source.id}/{draft.key}",
            document_id=source.id,
            role=source.role,
            label=draft.label,
            kind=draft.kind,
            section=draft.section,
            text=mended.text[start:end],
            start=start,
            end=end,
            reference=draft.reference,
        )
        for draft, (start, end) in zip(drafts, mended.draft_spans, strict=True)
        if draft.key
    )
    repeated = [key for key, count in Counter(p.id for p in passages).items() if count > 1]
    if repeated:
        raise CorpusError(f"{path}: the structure repeats {', '.join(repeated)}")
    return Document(
        id=source.id,
        file=source.file,
        title=source.title,
        short=source.label,
        role=source.role,
        sender=source.sender,
        date=source.date,
        status=source.status,
        text=mended.text,
        spans=mended.spans,
        passages=passages,
        category=source.category,
        number=source.number,
        superseded=source.superseded,
        origin=origin,
    )


def topics_of(plan: Document) -> dict[str, Reference]:
    """The plan's headings and strategispor, case-folded, and what each refers to."""
    topics: dict[str, Reference] = {}
    for passage in plan.passages:
        if passage.kind == "statement":
            strategispor, heading, _ = passage.section
            before = topics.get(heading.casefold(), Reference())
            numbers = (*before.pejlemaerker, *passage.reference.pejlemaerker)
            topics[heading.casefold()] = Reference(numbers, (strategispor,))
            topics[strategispor.casefold()] = Reference(strategispor=(strategispor,))
    return topics


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as fault:
        raise CorpusError(f"{path} cannot be read: {fault.strerror}") from fault


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


@cache
def _own_code() -> str:
    """A digest of the code that reads documents: when it changes, all are read again."""
    files = sorted(Path(__file__).parent.rglob("*.py"))
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()


def _words(questions: Iterable[LayQuestion], thesaurus: Iterable[Term]) -> Iterator[str]:
    for question in questions:
        yield from _WORD.findall(question.text.lower())
    for term in thesaurus:
        yield from _WORD.findall(" ".join((term.term, *term.near)).lower())


def _check_questions(path: Path, corpus: Corpus) -> None:
    known = {passage.id for passage in corpus.passages}
    for number, question in enumerate(corpus.questions, 1):
        if lost := sorted(set(question.passages) - known):
            raise CorpusError(f"{path}, line {number} names {', '.join(lost)}, which is no passage")
