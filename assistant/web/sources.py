"""What a citation opens: the quote marked in its surroundings, and where it is from."""

from __future__ import annotations

import re

from assistant.answers.answer import Answer, Citation
from assistant.documents.passages import Document, Passage

_SPECIAL = re.compile(r"[^\w\s]|_")
_ROLES = {"plan": "Planen", "letter": "Høringsbrev", "response": "Høringssvar", "page": "Høringsside"}
_NEIGHBOURS = 1


def anchor(turn: int, marker: int) -> str:
    """The id of a source on the page; ``turn`` counts the questions of the conversation."""
    return f"kilde-{turn}-{marker}"


def escaped(text: str) -> str:
    """Text of a document or a person as HTML and Markdown show it literally, on one line.

    Every sign becomes an entity: what is an entity is never markup, nor part of an address that
    would be made a link.
    """
    return _SPECIAL.sub(lambda sign: f"&#{ord(sign.group())};", " ".join(text.split()))


def linked_text(answer: Answer, turn: int) -> str:
    """The answer as Markdown: all of it literal, but its own bold lines and lists, and each marker
    a link to its source."""
    shown, rest = "", answer.text
    for citation in answer.citations:
        before, _, rest = rest.partition(f"»{citation.quote}« [{citation.marker}]")
        link = f"[\\[{citation.marker}\\]](#{anchor(turn, citation.marker)})"
        shown += f"{_own_words(before)}»{_literal_lines(citation.quote)}« {link}"
    return shown + _own_words(rest)


def _own_words(text: str) -> str:
    return "\n".join(map(_own_line, text.split("\n")))


def _own_line(line: str) -> str:
    """A line of the composer's: its only markup is a bold line and the dash of a list."""
    if line.startswith("**") and line.endswith("**") and len(line) > len("****"):
        return f"**{escaped(line[2:-2])}**"
    dash = "- " if line.startswith("- ") else ""
    space = " " if line.endswith(" ") and line != dash else ""
    return f"{dash}{escaped(line.removeprefix(dash))}{space}"


def _literal_lines(text: str) -> str:
    return "<br>".join(map(escaped, text.splitlines()))


def source_panel(answer: Answer, turn: int) -> str:
    """The sources of an answer as HTML, one folded block per citation."""
    if not answer.citations:
        return ""
    sources = "".join(_source(citation, turn) for citation in answer.citations)
    heading = f"<h3>Kilder til: {escaped(answer.question)}</h3>"
    return f'<section id="{_section(turn)}">{heading}{sources}</section>'


def panel_before(panel: str, turn: int) -> str:
    """What a panel held before a turn: asking again must not leave a source there twice."""
    at = re.search("|".join(f'<section id="{_section(n)}">' for n in range(turn - 1, 0, -1)) or "$^", panel)
    return panel[at.start() :] if at else ""


def _section(turn: int) -> str:
    return f"kilder-{turn}"


def _source(citation: Citation, turn: int) -> str:
    document, passage = citation.document, citation.passage
    shown = "".join(_paragraph(each, citation) for each in surroundings(document, passage))
    facts = " · ".join((_ROLES[document.role], document.sender, document.date, document.status))
    return (
        f'<details id="{anchor(turn, citation.marker)}"{" open" if citation.marker == 1 else ""}>'
        f"<summary>[{citation.marker}] {escaped(passage.label)}</summary>"
        f"<p><strong>{escaped(document.title)}</strong><br>{escaped(facts)}</p>"
        f"<blockquote>{shown}</blockquote></details>"
    )


def _paragraph(passage: Passage, citation: Citation) -> str:
    if passage.id != citation.passage.id:
        return f"<p>{_literal_lines(passage.text)}</p>"
    start, end = citation.start - passage.start, citation.end - passage.start
    before, quote, after = passage.text[:start], passage.text[start:end], passage.text[end:]
    return f"<p>{_around(before)}<mark>{_literal_lines(quote)}</mark>{_around(after)}</p>"


def _around(text: str) -> str:
    """Text beside the quote, with the space or the line end that parts them."""
    parted = _literal_lines(text)
    before = "<br>" if text.startswith("\n") else " " if text[:1].isspace() else ""
    after = "<br>" if text.endswith("\n") else " " if text[-1:].isspace() else ""
    return f"{before}{parted.removeprefix('<br>')}{after}" if text.strip() else parted


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
