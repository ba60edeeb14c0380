"""What a citation opens: the quote marked in its surroundings, and where it is from."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.answers.answer import Answer, Citation, Language
from assistant.documents.passages import Document, Passage
from assistant.web.answer_view import source_id
from assistant.web.rendering import render

_NEIGHBOURS = 1


@dataclass(frozen=True)
class _Shown:
    """A paragraph around a quote; only the one that holds it has a ``quote``."""

    before: str
    quote: str = ""
    after: str = ""


@dataclass(frozen=True)
class _Source:
    """A citation with what is shown around it."""

    id: str
    marker: int
    quote: str
    passage: Passage
    document: Document
    shown: tuple[_Shown, ...]


def source_view(answer: Answer, turn: int, page: Language) -> str:
    """The sources of an answer as HTML, one folded block per citation; empty if it has none.

    ``page``: the language of the page.
    """
    if not answer.citations:
        return ""
    sources = [_source(citation, turn) for citation in answer.citations]
    return render("sources.html", page, turn=turn, question=answer.question, sources=sources)


def surroundings(document: Document, passage: Passage) -> list[Passage]:
    """The whole pejlemærke or the timeline's year, else the neighbouring paragraphs."""
    if passage.kind in ("statement", "point"):
        return [
            each
            for each in document.passages
            if each.kind in ("statement", "point")
            and each.reference.pejlemaerker == passage.reference.pejlemaerker
        ]
    if passage.kind == "row":
        return [each for each in document.passages if each.section == passage.section]
    at = document.passages.index(passage)
    near = document.passages[max(0, at - _NEIGHBOURS) : at + _NEIGHBOURS + 1]
    return [each for each in near if each.section[:1] == passage.section[:1]]


def _source(citation: Citation, turn: int) -> _Source:
    document, passage = citation.document, citation.passage
    shown = tuple(_shown(each, citation) for each in surroundings(document, passage))
    return _Source(
        source_id(turn, citation.marker), citation.marker, citation.quote, passage, document, shown
    )


def _shown(passage: Passage, citation: Citation) -> _Shown:
    if passage.id != citation.passage.id:
        return _Shown(passage.text)
    start, end = citation.start - passage.start, citation.end - passage.start
    return _Shown(passage.text[:start], passage.text[start:end], passage.text[end:])
