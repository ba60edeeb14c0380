"""An answer as the chat shows it: its kind, its text with linked markers, what can be done with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from markupsafe import Markup, escape

from assistant.answers.answer import Answer, Citation, Language, LineKind, Status, read_line
from assistant.web.addresses import asked, share
from assistant.web.rendering import render

BADGES: dict[Status, str] = {
    "answered": "badge_answered",
    "not_in_documents": "badge_refused",
    "no_such_reference": "badge_reference",
    "unclear": "badge_unclear",
    "failed": "badge_failed",
}
_MARKER = re.compile(r"\[(\d+)\]")
_POINTED = re.compile("\ue002(\\d+)\ue003")
"""Stands for a marker alone, behind what a language model phrased."""
_HELD = re.compile("\ue000(\\d+)\ue001")
"""Stands for a quote and its marker while the text around them is read; no document holds these signs."""


def source_id(turn: int, marker: int) -> str:
    """The id of a source on the page; ``turn`` counts the questions of the conversation."""
    return f"kilde-{turn}-{marker}"


def answer_blocks(answer: Answer, turn: int) -> list[str]:
    """The answer's text as HTML, block by block, each marker a link to its source."""
    shown, rest = "", answer.text
    for at, citation in enumerate(answer.citations):
        before, _, rest = rest.partition(citation.marked)
        shown += f"{before}\ue000{at}\ue001"
    shown += rest
    if answer.is_phrased:
        shown = _MARKER.sub(lambda match: f"\ue002{int(match[1]) - 1}\ue003", shown)
    return [_block(block, answer.citations, turn) for block in shown.split("\n\n")]


def answer_view(
    answer: Answer, blocks: Sequence[str], turn: int, page: Language, earlier: Sequence[str] | None = None
) -> str:
    """The whole message. ``page``: the language of the page that it is on, for all but the answer's own
    words; ``earlier``: the questions before it, once the answer is whole and can be used."""
    tools = earlier is not None and answer.status != "failed"
    return render(
        "answer.html",
        page,
        answer_language=answer.language,
        status=answer.status,
        badge="badge_phrased" if answer.is_phrased else BADGES[answer.status],
        blocks=[Markup(block) for block in blocks],  # noqa: S704 - escaped where they were made
        tools=tools,
        turn=turn,
        link=share(answer.question, earlier or (), page),
        asked=asked(answer.question, earlier or ()),
    )


def _block(text: str, citations: Sequence[Citation], turn: int) -> str:
    """Items in a row are a list."""
    parts = []
    read = map(read_line, text.split("\n"))
    for is_list, group in groupby(read, key=lambda line: line[0] == "item"):
        lines = [_line(kind, words, citations, turn) for kind, words in group]
        if is_list:
            parts.append(
                Markup("<ul>{}</ul>").format(Markup("").join(map(Markup("<li>{}</li>").format, lines)))
            )
        else:
            parts.append(Markup("<p>{}</p>").format(Markup("<br>").join(lines)))
    return str(Markup("").join(parts))


def _line(kind: LineKind, words: str, citations: Sequence[Citation], turn: int) -> Markup:
    if kind == "heading":
        return Markup("<strong>{}</strong>").format(words)
    pieces = _HELD.split(words)  # every second piece is the number of a citation
    return Markup("").join(
        _own(piece, citations, turn) if at % 2 == 0 else _quote(citations[int(piece)], turn)
        for at, piece in enumerate(pieces)
    )


def _own(words: str, citations: Sequence[Citation], turn: int) -> Markup:
    """Words of ours or of a language model, with the markers behind the latter."""
    pieces = _POINTED.split(words)
    return Markup("").join(
        escape(piece) if at % 2 == 0 else _link(citations[int(piece)], turn)
        for at, piece in enumerate(pieces)
    )


def _quote(citation: Citation, turn: int) -> Markup:
    quote = Markup("<br>").join(map(escape, citation.quote.splitlines()))
    return Markup('<span class="citat" lang="da">»{}«</span> {}').format(quote, _link(citation, turn))


def _link(citation: Citation, turn: int) -> Markup:
    return Markup(
        '<a class="henvisning" href="#{}"><span class="kun-oplaesning">Kilde </span>[{}]'
        '<span class="kun-oplaesning">: {}</span></a>'
    ).format(source_id(turn, citation.marker), citation.marker, citation.passage.label)
