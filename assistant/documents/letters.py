"""Reads letters, web pages and hearing responses: an opening, headings, paragraphs, signatures."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.documents.lines import Line, Paragraph, apart, text_of
from assistant.documents.mentions import QUOTED, named
from assistant.documents.passages import Draft, Reference

_CLOSING = re.compile(r"(?:Med )?venlige? hils", re.IGNORECASE)
_ENCLOSED = re.compile(r"Vedlagt|Bilag")
_TOPIC = re.compile(r"(Strategispor|Pejlemærker?) ?:(.*)")
_LONGEST_HEADING = 90


def read_letter(
    paragraphs: Sequence[Paragraph], short: str, topics: Mapping[str, Reference] | None = None
) -> list[Draft]:
    """The drafts of a letter, page or response; ``short`` begins every label.

    ``topics`` maps the plan's headings and strategispor, case-folded, to what they refer to:
    a passage refers to those that the headings above it name.
    """
    reader = _Reader(short, topics or {})
    for paragraph in paragraphs:
        reader.take(paragraph)
    reader.finish()
    return reader.drafts


class _Reader:
    """Goes down the letter: opening, then headings and paragraphs, closing, enclosures."""

    def __init__(self, short: str, topics: Mapping[str, Reference]) -> None:
        self.drafts: list[Draft] = []
        self._short = short
        self._topics = topics
        self._state = "opening"
        self._opening: list[Paragraph] = []
        self._heading = ""
        self._reference = Reference()
        self._number = 0

    def take(self, paragraph: Paragraph) -> None:
        text = text_of(paragraph)
        if self._state == "opening":
            self._take_opening(paragraph)
        elif self._state == "enclosures":
            self._append(_items(paragraph))
        elif _ENCLOSED.match(text):
            self._state = "enclosures"
            self._add(_items(paragraph), "vedlagt", "vedlagt")
        elif _CLOSING.match(text):
            self._state = "closing"
            self._add(apart(paragraph), "underskrift.1", "underskrift")
        elif self._state == "closing":
            self._take_signature(paragraph)
        elif match := _TOPIC.match(text):
            self._take_topic(paragraph, match[1], match[2])
        elif self._is_heading(paragraph, text):
            self._take_heading(paragraph, text)
        else:
            self._take_paragraph((paragraph,))

    def finish(self) -> None:
        """A letter without a single full stop is all opening."""
        if self._state == "opening" and self._opening:
            self._take_paragraph(tuple(self._opening))

    def _take_opening(self, paragraph: Paragraph) -> None:
        """Date, addressee and title belong to the first paragraph: none of them says much alone."""
        self._opening.append(paragraph)
        if paragraph[-1].ends_sentence:
            self._state = "body"
            self._take_paragraph(tuple(self._opening))

    def _is_heading(self, paragraph: Paragraph, text: str) -> bool:
        is_point = paragraph[0].marker.strip() in ("•", "\uf0b7")
        if is_point or paragraph[-1].ends_sentence or len(text) > _LONGEST_HEADING:
            return False
        return "@" not in text and "://" not in text

    def _take_heading(self, paragraph: Paragraph, text: str) -> None:
        self.drafts.append(Draft((paragraph,)))
        if paragraph[0].marker:
            self._refer(text)
            self._heading = ", ".join(part for part in (self._heading, _unquoted(text)) if part)
        else:
            self._heading, self._reference = text, Reference()
            self._refer(text)

    def _take_topic(self, paragraph: Paragraph, kind: str, names: str) -> None:
        """A heading such as ``Pejlemærke: ”Tætte partnerskaber”``, or one whose names follow."""
        self.drafts.append(Draft((paragraph,)))
        if kind == "Strategispor":
            self._reference = Reference()
            self._heading = ""
        else:
            self._reference = replace(self._reference, pejlemaerker=())
            self._heading = ""
        self._refer(names)
        self._heading = ", ".join(QUOTED.findall(names))

    def _refer(self, text: str) -> None:
        numbers = tuple(each.number for each in named(text, self._topics) if each.ground == "number")
        self._reference = _merged(self._reference, self._of(numbers))
        for topic in _named_in(text, self._topics):
            self._reference = _merged(self._reference, topic)

    def _of(self, numbers: Sequence[int]) -> Reference:
        """What pejlemærker refer to, each with its strategispor."""
        reference = Reference()
        for number in numbers:
            for known in self._topics.values():
                if number in known.pejlemaerker:
                    reference = _merged(reference, replace(known, pejlemaerker=(number,)))
        return reference

    def _take_paragraph(self, paragraphs: tuple[Paragraph, ...]) -> None:
        self._number += 1
        label = f"afsnit {self._number}"
        text = " ".join(map(text_of, paragraphs))
        numbers = tuple(each.number for each in named(text, self._topics) if each.is_sure)
        self._add(paragraphs, str(self._number), label, _merged(self._reference, self._of(numbers)))

    def _take_signature(self, paragraph: Paragraph) -> None:
        last = self.drafts[-1]
        if _CLOSING.match(text_of(last.paragraphs[-1])):
            self._append(apart(paragraph))
        else:
            number = int(last.key.rpartition(".")[2]) + 1
            self._add(apart(paragraph), f"underskrift.{number}", "underskrift")

    def _append(self, paragraphs: tuple[Paragraph, ...]) -> None:
        last = self.drafts[-1]
        self.drafts[-1] = replace(last, paragraphs=(*last.paragraphs, *paragraphs))

    def _add(
        self, paragraphs: tuple[Paragraph, ...], key: str, place: str, reference: Reference | None = None
    ) -> None:
        is_signature = self._state == "closing"
        self.drafts.append(
            Draft(
                paragraphs,
                key,
                label=f"{self._short}, {place}",
                kind="signature" if is_signature else "paragraph",
                section=(self._short,) + ((self._heading,) if self._heading else ()),
                reference=Reference() if is_signature else reference or self._reference,
            )
        )


def _named_in(text: str, topics: Mapping[str, Reference]) -> list[Reference]:
    """What the names of headings and strategispor in a text refer to, in its order."""
    found = [
        (match.start(), topic)
        for name, topic in topics.items()
        if (match := re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE))
    ]
    return [topic for _, topic in sorted(found, key=lambda each: each[0])]


def _items(paragraph: Paragraph) -> tuple[Paragraph, ...]:
    """The items of a list whose lines are wrapped: each begins with a capital or a bullet."""
    items: list[list[Line]] = []
    for line in paragraph:
        if not items or line.opens_sentence or line.marker:
            items.append([line])
        else:
            items[-1].append(line)
    return tuple(map(tuple, items))


def _unquoted(text: str) -> str:
    return ", ".join(QUOTED.findall(text)) or text


def _merged(one: Reference, other: Reference) -> Reference:
    return replace(
        one,
        pejlemaerker=tuple(dict.fromkeys((*one.pejlemaerker, *other.pejlemaerker))),
        strategispor=tuple(dict.fromkeys((*one.strategispor, *other.strategispor))),
    )
