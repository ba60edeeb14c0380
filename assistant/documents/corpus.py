"""The corpus as a whole: every document read, and the lay questions that lead to its passages."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.documents.letters import read_letter
from assistant.documents.lines import paragraphs, split_lines
from assistant.documents.mending import mend
from assistant.documents.passages import Document, Draft, Passage, Reference
from assistant.documents.plan import read_plan
from assistant.documents.sources import Source, read_sources
from assistant.errors import CorpusError

QUESTIONS = "questions.jsonl"
OUTSIDE = "outside.jsonl"
THESAURUS = "thesaurus.jsonl"
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class LayQuestion:
    """A question in everyday words, and the passages that answer it: search data, never shown.

    No passages: nothing in the documents answers it. The search learns from those too.
    """

    text: str
    passages: tuple[str, ...]
    language: str


@dataclass(frozen=True)
class Term:
    """A word of the field with everyday and English equivalents: for matching, never shown."""

    term: str
    near: tuple[str, ...]
    english: tuple[str, ...]


@dataclass(frozen=True)
class Corpus:
    """All that ingest reads."""

    documents: tuple[Document, ...]
    questions: tuple[LayQuestion, ...]
    outside: tuple[LayQuestion, ...]
    thesaurus: tuple[Term, ...]

    @property
    def passages(self) -> list[Passage]:
        return [passage for document in self.documents for passage in document.passages]


def read_corpus(directory: Path) -> Corpus:
    """Reads and checks a corpus directory; ``CorpusError`` says which file is at fault and how."""
    if not directory.is_dir():
        raise CorpusError(f"there is no corpus directory {directory}")
    sources = read_sources(directory)
    questions = tuple(_read_questions(directory / QUESTIONS))
    outside = tuple(_read_outside(directory / OUTSIDE))
    thesaurus = tuple(_read_thesaurus(directory / THESAURUS))
    lexicon = frozenset(_words(questions, thesaurus))
    topics: dict[str, Reference] = {}
    documents: dict[str, Document] = {}
    for source in sorted(sources, key=lambda source: source.role != "plan"):
        documents[source.id] = _read_document(directory, source, topics, lexicon)
        if source.role == "plan":
            topics.update(_topics(documents[source.id]))
    in_order = tuple(documents[source.id] for source in sources)
    corpus = Corpus(in_order, questions, outside, thesaurus)
    _check_questions(directory / QUESTIONS, corpus)
    return corpus


def _read_document(
    directory: Path, source: Source, topics: dict[str, Reference], lexicon: frozenset[str]
) -> Document:
    path = directory / source.file
    raw = read_text(path)
    lines = [line for line in split_lines(raw) if not line.is_furniture]
    groups = paragraphs(lines, source.opens, source.continues)
    if source.role == "plan":
        try:
            drafts = read_plan(groups, source.timeline)
        except CorpusError as fault:
            raise CorpusError(f"{path}: {fault}") from fault
    else:
        drafts = read_letter(groups, source.label, topics)
    if not any(draft.key for draft in drafts):
        raise CorpusError(f"{path} holds no passage: is it cut off?")
    return _document(source, path, raw, drafts, lexicon)


def _document(source: Source, path: Path, raw: str, drafts: list[Draft], lexicon: frozenset[str]) -> Document:
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
    )


def read_text(path: Path) -> str:
    """The text of a UTF-8 file; ``CorpusError`` if it is empty, binary or in another encoding."""
    try:
        raw = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise CorpusError(
            f"{path} is not UTF-8 (byte {fault.start}): save it as UTF-8, then ingest again"
        ) from fault
    except OSError as fault:
        raise CorpusError(f"{path} cannot be read: {fault.strerror}") from fault
    if "\0" in raw:
        raise CorpusError(f"{path} is binary, not text")
    if not raw.strip():
        raise CorpusError(f"{path} is empty")
    return raw


def _topics(plan: Document) -> dict[str, Reference]:
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


def _read_lines(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    if not path.is_file():
        raise CorpusError(f"{path} is missing")
    for number, line in enumerate(read_text(path).splitlines(), 1):
        try:
            row = json.loads(line)
        except json.JSONDecodeError as fault:
            raise CorpusError(f"{path}, line {number} is not JSON: {fault}") from fault
        if not isinstance(row, dict):
            raise CorpusError(f"{path}, line {number} is not a JSON object")
        yield number, row


def _read_questions(path: Path) -> Iterator[LayQuestion]:
    for number, row in _read_lines(path):
        if not isinstance(row.get("question"), str):
            raise CorpusError(f"{path}, line {number}: the question is no text")
        try:
            yield LayQuestion(row["question"], tuple(row["passages"]), row["language"])
        except (KeyError, TypeError) as fault:
            raise CorpusError(f"{path}, line {number} lacks {fault}") from fault


def _read_outside(path: Path) -> Iterator[LayQuestion]:
    for number, row in _read_lines(path):
        try:
            yield LayQuestion(row["question"], (), row["language"])
        except KeyError as fault:
            raise CorpusError(f"{path}, line {number} lacks {fault}") from fault


def _read_thesaurus(path: Path) -> Iterator[Term]:
    for number, row in _read_lines(path):
        try:
            yield Term(row["term"], tuple(row["near"]), tuple(row["en"]))
        except (KeyError, TypeError) as fault:
            raise CorpusError(f"{path}, line {number} lacks {fault}") from fault


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
