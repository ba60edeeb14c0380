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

    @property
    def marked(self) -> str:
        """The quote with its marker, as it stands in an answer's text."""
        return f"»{self.quote}« [{self.marker}]"

    @property
    def reference(self) -> str:
        """Its marker with the place and the document, as a line below an answer."""
        document = self.document
        origin = f"{document.title} ({document.sender}, {document.date})"
        return f"[{self.marker}] {self.passage.label} · {origin}"

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


SentenceVerdict = Literal["verbatim", "covered", "not_found"]


@dataclass(frozen=True)
class Sentence:
    """A sentence that a language model phrased, checked; ``markers``: of the quotes that it leans on."""

    text: str
    markers: tuple[int, ...]
    verdict: SentenceVerdict

    def __str__(self) -> str:
        return self.text + " " + "".join(f"[{marker}]" for marker in self.markers)


@dataclass(frozen=True)
class Phrasing:
    """What a language model had to do with an answer.

    ``place``: where it runs; ``faults``: one for each sentence that is not shown; ``ended``: why it stopped
    before its end, or why nothing of it is shown.
    """

    model: str
    place: str
    sentences: tuple[Sentence, ...] = ()
    faults: tuple[str, ...] = ()
    ended: str = ""

    def as_json(self) -> dict[str, Any]:
        sentences = [
            {"text": each.text, "markers": list(each.markers), "verdict": each.verdict}
            for each in self.sentences
        ]
        return {
            "model": self.model,
            "place": self.place,
            "sentences": sentences,
            "dropped": list(self.faults),
            "ended": self.ended or None,
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
    """The whole answer; ``as_json`` is the batch contract's object, with ``phrasing`` if a model is set.

    ``is_list``: whether some of it is a complete list.
    """

    question: str
    language: Language
    status: Status
    text: str
    citations: tuple[Citation, ...] = ()
    retrieved: tuple[Hit, ...] = ()
    reason: str | None = None
    elapsed_ms: float = 0.0
    phrasing: Phrasing | None = None
    is_list: bool = False

    @property
    def is_phrased(self) -> bool:
        """Whether a language model wrote some of it."""
        return bool(self.phrasing and self.phrasing.sentences)

    def as_json(self) -> dict[str, Any]:
        phrasing = {"phrasing": self.phrasing.as_json()} if self.phrasing else {}
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
            **phrasing,
        }
