"""Where a text names pejlemærker: by number, by the heading that they stand under, by their own words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz

from assistant.documents.passages import Document, Passage, Reference

Ground = Literal["heading", "number", "title", "quotation"]

_NR = r"(?:(?:nr|nummer|punkt)\b\.?\s*)?"
_LIST = rf"(?:\d{{1,2}}(?:\s?(?:[-–]|til)\s?\d{{1,2}})?(?:\s?(?:,|/|og|samt|eller|&)\s?{_NR}(?=\d))?\s?)+"
_NUMBERED = re.compile(
    rf"\b(?<!\bsit )(?<!\beget )pejlemærke(?:r|rne|t)?\s+{_NR}({_LIST})(?!\d)", re.IGNORECASE
)
"""A sender's "own" pejlemærke, or one of "its", is of a plan of its own."""
_RANGE = re.compile(r"(\d{1,2})(?:\s?(?:[-–]|til)\s?(\d{1,2}))?")
_CARDINALS = "ét to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten".split()
_ORDINALS = (
    "første andet tredje fjerde femte sjette syvende ottende niende tiende ellevte tolvte trettende "
    "fjortende femtende"
).split()
_CARDINAL = rf"(?:{'|'.join(_CARDINALS)})\b"
_SPELLED = re.compile(
    rf"\bpejlemærke(?:r|rne)?\s+(?:nummer\s+)?"
    rf"(?P<cardinals>{_CARDINAL}(?:(?:,| og| samt| eller)\s+{_CARDINAL})*)"
    rf"|\b(?<!\bet )(?<!\bintet )(?<!\bnoget )"
    rf"(?:(?P<ordinal>{'|'.join(_ORDINALS)})|(?P<digits>\d{{1,2}})\.)\s+pejlemærke\b(?!\s+\d)",
    re.IGNORECASE,
)
_INTRODUCED = re.compile(
    r"(?:[”“\"»„]|\b(?:pejlemærke(?:t|r|rne)?|afsnit(?:tet)?|overskrift(?:en)?|tema(?:et)?)"
    r"(?:\s+(?:om|vedr\.|vedrørende))?:?)\s*$",
    re.IGNORECASE,
)
"""What stands before the name of a heading that is meant as one."""
QUOTED = re.compile(r"[”“\"»„]\s*([^”“\"«»’]{3,}?)\s*[”“\"«’]")
_LEAST_QUOTED = 4
"""Words of a quotation: fewer are anybody's."""
_ALIKE = 90
"""Per cent of a quotation's letters that the plan's own words must share with it."""


@dataclass(frozen=True)
class Mention:
    """A pejlemærke that is named; ``start`` and ``end``: where, in the text that was read.

    ``ground``: what names it. ``is_sure``: False if a heading of two pejlemærker is named, or the words of
    one stand in running text with nothing that marks them as a name, or are quoted not to the letter.
    ``is_marked``: something marks a heading as a name, though it may be that of two.
    """

    number: int
    ground: Ground
    start: int
    end: int
    is_sure: bool = True
    is_marked: bool = False


def named(text: str, topics: Mapping[str, Reference]) -> list[Mention]:
    """The pejlemærker that a text names by number or by heading.

    ``topics`` maps the plan's headings and strategispor, case-folded, to what they refer to.
    """
    known = {number for topic in topics.values() for number in topic.pejlemaerker}
    return [*_numbered(text, known), *_titled(text, topics)]


def quoted(text: str, plan: Sequence[Passage]) -> Iterator[Mention]:
    """The pejlemærker whose words a text quotes. ``plan``: the plan's passages."""
    parts = [passage for passage in plan if passage.kind in ("statement", "point")]
    for match in QUOTED.finditer(text):
        words = " ".join(match[1].casefold().split()).rstrip(".,;…")
        if len(words.split()) < _LEAST_QUOTED:
            continue
        shares = [fuzz.partial_ratio(words, passage.text.casefold()) for passage in parts]
        best = max(range(len(parts)), key=shares.__getitem__, default=None)
        if best is not None and shares[best] >= _ALIKE:
            number = parts[best].reference.pejlemaerker[0]
            yield Mention(number, "quotation", *match.span(1), words in parts[best].text.casefold())


def mentions_in(document: Document, plan: Document | None, topics: Mapping[str, Reference]) -> list[Mention]:
    """All pejlemærker that a document names, in its order: in headings, in its text, by quotation."""
    found: list[Mention] = []
    for passage in document.passages:
        in_text = [*named(passage.text, topics), *quoted(passage.text, plan.passages if plan else ())]
        in_heading = {mention.number for mention in named("\n".join(passage.section[1:]), topics)}
        places = {mention.number for mention in in_text if mention.is_sure and mention.ground != "quotation"}
        headed = [
            number
            for number in passage.reference.pejlemaerker
            if number not in places or number in in_heading
        ]
        found += [Mention(number, "heading", passage.start, passage.end) for number in headed]
        found += [
            Mention(
                each.number,
                each.ground,
                passage.start + each.start,
                passage.start + each.end,
                each.is_sure,
                each.is_marked,
            )
            for each in in_text
        ]
    return found


def _numbered(text: str, known: set[int]) -> Iterator[Mention]:
    for match in _NUMBERED.finditer(text):
        for part in _RANGE.finditer(match[1]):
            first, last = int(part[1]), int(part[2] or part[1])
            start, end = match.start(1) + part.start(), match.start(1) + part.end()
            yield from (
                Mention(number, "number", start, end) for number in range(first, last + 1) if number in known
            )
    for match in _SPELLED.finditer(text):
        yield from (Mention(number, "number", *match.span()) for number in _spelled(match) if number in known)


def _spelled(match: re.Match[str]) -> list[int]:
    """The numbers of "pejlemærke seks og syv", "sjette pejlemærke" or "6. pejlemærke"."""
    if match["digits"]:
        return [int(match["digits"])]
    if match["ordinal"]:
        return [_ORDINALS.index(match["ordinal"].lower()) + 1]
    words = re.findall(r"\w+", match["cardinals"].lower())
    return [_CARDINALS.index(word) + 1 for word in words if word in _CARDINALS]


def _titled(text: str, topics: Mapping[str, Reference]) -> Iterator[Mention]:
    for name, topic in topics.items():
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE):
            before = text[: match.start()]
            is_capital = match[0][0].isupper() and before.rstrip(" ")[-1:].isalpha()
            is_marked = is_capital or bool(_INTRODUCED.search(before))
            is_sure = is_marked and len(topic.pejlemaerker) == 1
            yield from (
                Mention(number, "title", *match.span(), is_sure, is_marked) for number in topic.pejlemaerker
            )
