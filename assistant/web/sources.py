"""What a citation opens: the quote marked in its surroundings, and where it is from."""

from __future__ import annotations

import html
import re

from assistant.answers.answer import Answer, Citation
from assistant.documents.passages import Document, Passage

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+!|~])")
_ROLES = {"plan": "Planen", "letter": "Høringsbrev", "response": "Høringssvar", "page": "Høringsside"}
_NEIGHBOURS = 1


def anchor(turn: int, marker: int) -> str:
    """The id of a source on the page; ``turn`` counts the questions of the conversation."""
    return f"kilde-{turn}-{marker}"


def escaped(text: str) -> str:
    """Text of a document or a person as Markdown shows it literally: no markup, no HTML."""
    return _MARKDOWN.sub(r"\\\1", html.escape(text, quote=False))


def linked_text(answer: Answer, turn: int) -> str:
    """The answer as Markdown: quotes escaped, each marker a link to its source."""
    text = answer.text
    for citation in answer.citations:
        plain = f"»{citation.quote}« [{citation.marker}]"
        link = f"»{escaped(citation.quote)}« [[{citation.marker}]](#{anchor(turn, citation.marker)})"
        text = text.replace(plain, link, 1)
    return text


def source_panel(answer: Answer, turn: int) -> str:
    """The sources of an answer as HTML, one folded block per citation."""
    if not answer.citations:
        return ""
    heading = f"<h3>Kilder til: {html.escape(answer.question)}</h3>"
    return heading + "".join(_source(citation, turn) for citation in answer.citations)


def _source(citation: Citation, turn: int) -> str:
    document, passage = citation.document, citation.passage
    shown = "".join(_paragraph(each, citation) for each in surroundings(document, passage))
    facts = " · ".join((_ROLES[document.role], document.sender, document.date, document.status))
    return (
        f'<details id="{anchor(turn, citation.marker)}"{" open" if citation.marker == 1 else ""}>'
        f"<summary>[{citation.marker}] {html.escape(passage.label)}</summary>"
        f"<p><strong>{html.escape(document.title)}</strong><br>{html.escape(facts)}</p>"
        f"<blockquote>{shown}</blockquote></details>"
    )


def _paragraph(passage: Passage, citation: Citation) -> str:
    if passage.id != citation.passage.id:
        return f"<p>{_lines(passage.text)}</p>"
    start, end = citation.start - passage.start, citation.end - passage.start
    before, quote, after = passage.text[:start], passage.text[start:end], passage.text[end:]
    return f"<p>{_lines(before)}<mark>{_lines(quote)}</mark>{_lines(after)}</p>"


def _lines(text: str) -> str:
    return html.escape(text).replace("\n", "<br>")


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
