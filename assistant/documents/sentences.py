"""Where the sentences of a text begin and end: each can be cut out of it to the letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.documents.passages import Passage

_ABBREVIATIONS = (
    "bl.a. f.eks. m.fl. m.v. jf. nr. ca. evt. eks. mv. ift. vedr. pkt. mht. inkl. hhv. dvs. fx. mio. pga."
).split()
_SENTENCE = re.compile(
    "".join(rf"(?<!\b(?i:{re.escape(each)}))" for each in _ABBREVIATIONS)
    + r"(?<=[.!?:])[”\"’]?\s+(?=[A-ZÆØÅÉ“\"”•–])|\n"
)
_NUMBERING = re.compile(r"\d{1,2}\) |VERDENSMÅL NR\. \d+ ")


def spans_in(text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """The span of each sentence of a text, from ``start`` on."""
    at = start
    for match in _SENTENCE.finditer(text, start):
        # A closing quotation mark belongs to the sentence before the white space.
        yield at, match.start() + len(match.group().rstrip())
        at = match.end()
    yield at, len(text)


def sentences_in(text: str) -> list[str]:
    """The sentences of any text."""
    return [text[start:end] for start, end in spans_in(text)]


def whole(passage: Passage) -> tuple[int, int]:
    """The span of a passage in its document without the number that opens it: the label says it."""
    match = _NUMBERING.match(passage.text)
    return passage.start + (match.end() if match else 0), passage.end


def spans_of(passage: Passage) -> list[tuple[int, int]]:
    """The spans of a passage's sentences in its document, without the number that opens it."""
    start, _ = whole(passage)
    return [
        (passage.start + first, passage.start + last)
        for first, last in spans_in(passage.text, start - passage.start)
    ]


def sentences_of(passage: Passage) -> list[str]:
    """The sentences of a passage, without the number that opens it."""
    return [passage.text[a - passage.start : b - passage.start] for a, b in spans_of(passage)]
