"""Search data beside the documents: lay questions that lead to passages, and the thesaurus."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.documents.formats.reader import read_text
from assistant.errors import CorpusError

QUESTIONS = "questions.jsonl"
OUTSIDE = "outside.jsonl"
THESAURUS = "thesaurus.jsonl"


@dataclass(frozen=True)
class LayQuestion:
    """A question in everyday words, and the passages that answer it: search data, never shown.

    No passages: nothing in the documents answers it. The search learns from those too.
    ``is_draft``: a machine wrote it and nobody has looked at it yet. ``is_off_topic``: it is not of the
    documents' subject at all.
    """

    text: str
    passages: tuple[str, ...]
    language: str
    is_draft: bool = False
    is_off_topic: bool = False


@dataclass(frozen=True)
class Term:
    """A word of the field with everyday and English equivalents: for matching, never shown."""

    term: str
    near: tuple[str, ...]
    english: tuple[str, ...]


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


def as_line(question: LayQuestion) -> str:
    """A lay question as a line of its file, without the line's end."""
    row = {"question": question.text, "passages": question.passages, "language": question.language}
    return json.dumps({**row, **({"draft": True} if question.is_draft else {})}, ensure_ascii=False)


def read_questions(path: Path, drafts: bool = False) -> Iterator[LayQuestion]:
    """Those that people wrote or looked through; ``drafts``: those alone that wait for that."""
    for number, row in _read_lines(path):
        if not isinstance(row.get("question"), str):
            raise CorpusError(f"{path}, line {number}: the question is no text")
        try:
            question = LayQuestion(
                row["question"], tuple(row["passages"]), row["language"], bool(row.get("draft"))
            )
            if question.is_draft == drafts:
                yield question
        except (KeyError, TypeError) as fault:
            raise CorpusError(f"{path}, line {number} lacks {fault}") from fault


def read_outside(path: Path) -> Iterator[LayQuestion]:
    for number, row in _read_lines(path):
        try:
            is_off_topic = row.get("kind") == "off_topic"
            yield LayQuestion(row["question"], (), row["language"], is_off_topic=is_off_topic)
        except KeyError as fault:
            raise CorpusError(f"{path}, line {number} lacks {fault}") from fault


def read_thesaurus(path: Path) -> Iterator[Term]:
    for number, row in _read_lines(path):
        try:
            yield Term(row["term"], tuple(row["near"]), tuple(row["en"]))
        except (KeyError, TypeError) as fault:
            raise CorpusError(f"{path}, line {number} lacks {fault}") from fault


def without_document(path: Path, name: str) -> tuple[str, int]:
    """The text of a file of lay questions without what leads to a document, and how many questions go, drafts
    not counted."""
    kept: list[str] = []
    gone = 0
    for _, row in _read_lines(path):
        left = [passage for passage in row["passages"] if not passage.startswith(f"{name}/")]
        gone += not left and not row.get("draft")
        if left:
            kept.append(json.dumps({**row, "passages": left}, ensure_ascii=False))
    return "".join(f"{line}\n" for line in kept), gone
