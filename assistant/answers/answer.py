"""What an answer is: a status, text with markers, and the citations behind them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from assistant.documents.passages import Document, Passage
from assistant.search.retriever import Hit

Status = Literal["answered", "not_in_documents", "no_such_reference", "unclear", "failed"]
Language = Literal["da", "en"]
LineKind = Literal["heading", "item", "text"]


@dataclass(frozen=True)
class Citation:
    """A quote cut from a document: ``quote == document.text[start:end]``."""

    marker: int
    passage: Passage
    document: Document
    start: int
    end: int

    @property
    def quote(self) -> str:
        return self.document.text[self.start : self.end]

    def as_json(self) -> dict[str, Any]:
        raw_start, raw_end = self.document.raw_span(self.start, self.end)
        return {
            "marker": self.marker,
            "passage_id": self.passage.id,
            "document_id": self.document.id,
            "role": self.document.role,
            "label": self.passage.label,
            "quote": self.quote,
            "start": self.start,
            "end": self.end,
            "text": self.passage.text,
            "sender": self.document.sender,
            "date": self.document.date,
            "raw_start": raw_start,
            "raw_end": raw_end,
        }


def read_line(line: str) -> tuple[LineKind, str]:
    """What a line of an answer's text is, and its words: ``**...**`` is a heading, ``- ...`` an item."""
    if line.startswith("**") and line.endswith("**") and len(line) > len("****"):
        return "heading", line[2:-2]
    if line.startswith("- "):
        return "item", line[2:]
    return "text", line


@dataclass(frozen=True)
class Answer:
    """The whole answer; ``as_json`` is the batch contract's object."""

    question: str
    language: Language
    status: Status
    text: str
    citations: tuple[Citation, ...] = ()
    retrieved: tuple[Hit, ...] = ()
    reason: str | None = None
    elapsed_ms: float = 0.0

    def as_json(self) -> dict[str, Any]:
        return {
            "question": self.question,
            "language": self.language,
            "status": self.status,
            "answer": self.text,
            "citations": [citation.as_json() for citation in self.citations],
            "retrieved": [
                {
                    "passage_id": hit.passage.id,
                    "label": hit.passage.label,
                    "score": round(hit.score, 4),
                    "text": hit.passage.text,
                }
                for hit in self.retrieved
            ],
            "reason": self.reason,
            "elapsed_ms": round(self.elapsed_ms, 1),
        }
