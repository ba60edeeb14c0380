"""Which pejlemærker a question is about: by number, by heading, by strategispor."""

from __future__ import annotations

import re

from assistant.answers.reading.numbers import among
from assistant.answers.reading.question import Question
from assistant.search.catalogue import Catalogue

_COUNTED_OUT = re.compile(r"\b(under|indsatse?r?n?e?|tiltag\w*|initiativ\w*|actions?|initiatives?)\b")
"""Numbers beside these words are of points: "de to første under pejlemærke 4"."""
Places = tuple[tuple[int, tuple[int, ...]], ...]
"""Each pejlemærke with its points; no points means all."""


def places_of(question: Question, catalogue: Catalogue) -> Places:
    """The pejlemærker that are named, each with its points: by number, else by heading, else by a
    number that does not say what it counts. Nothing if none is named."""
    references = question.references
    if references.places:
        places = references.places
    elif numbers := group_of(question, catalogue, with_strategispor=False):
        places = tuple((number, references.points) for number in numbers)
    else:
        known = [number for number in references.loose if number in catalogue.pejlemaerker]
        return tuple((number, references.points) for number in known)
    if (
        len(places) == 1
        and not places[0][1]
        and (question.kind == "points" or _COUNTED_OUT.search(question.folded))
    ):
        return ((places[0][0], among(references.loose, len(catalogue.points(places[0][0])))),)
    return places


def group_of(question: Question, catalogue: Catalogue, with_strategispor: bool = True) -> tuple[int, ...]:
    """The pejlemærker under the headings that are named, or else under the strategispor."""
    references = question.references
    if references.headings:
        return tuple(n for heading in references.headings for n in catalogue.headings[heading])
    if not with_strategispor:
        return ()
    return tuple(
        statement.reference.pejlemaerker[0]
        for statement in catalogue.statements
        if set(references.strategispor) & set(statement.reference.strategispor)
    )
