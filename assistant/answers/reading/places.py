"""The place that a follow-up means: what it names itself, in the place of what was named before."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from assistant.answers.reading.intent import Kind
from assistant.answers.reading.numbers import slice_of
from assistant.answers.reading.question import Question
from assistant.answers.reading.references import References
from assistant.search.catalogue import Catalogue

_YEAR, _NUMBER = re.compile(r"\b20\d\d\b"), re.compile(r"\b\d{1,2}\b")
NEEDS_PLACE: tuple[Kind, ...] = ("pejlemaerke", "points", "place", "comments")
TRACKS: tuple[Kind, ...] = ("tracks", "track_text")
NEEDS_TRACK: tuple[Kind, ...] = (
    "goal_text",
    "targets",
    "statements",
    "headings",
    "vision",
    "track_text",
    "rows",
)
"""Kinds that are of a pejlemærke, and those that may be of a strategispor."""


def at_place(question: Question, previous: Question, kind: Kind, references: References) -> Question:
    """The previous question in this one's words and language, for another place."""
    return replace(
        question,
        kind=kind,
        references=references,
        bodies=question.bodies or previous.bodies,
        detail=question.detail or previous.detail,
        context=previous.whole,
    )


def names_place(references: References) -> bool:
    """Whether references name any part at all."""
    return bool(
        references.places
        or references.points
        or references.years
        or references.strategispor
        or references.headings
        or references.goals
        or references.loose
        or references.tracks
        or references.asks_rest
    )


def numbers_of(references: References, catalogue: Catalogue) -> list[int]:
    """The pejlemærker that references are of."""
    if references.places:
        return [number for number, _ in references.places]
    if references.headings:
        return [number for heading in references.headings for number in catalogue.headings[heading]]
    return [number for number in references.loose if number in catalogue.pejlemaerker]


def from_end(points: tuple[int, ...], number: int, catalogue: Catalogue) -> tuple[int, ...]:
    """Points of a pejlemærke, those that are counted from the end as counted from the beginning."""
    count = len(catalogue.points(number))
    return tuple(count + 1 + point if point < 0 else point for point in points)


def merged(mine: References, previous: Question, catalogue: Catalogue) -> References:
    """The previous references, with those that this question names in their place."""
    before = previous.references
    bare = mine.loose or (mine.pejlemaerker if not mine.names_pejlemaerke else ())
    if mine.goals or (bare and (before.goals or previous.kind in ("goal_text", "targets", "goals"))):
        return replace(before, goals=mine.goals or bare, places=(), loose=(), strategispor=(), targets=())
    if bare and previous.kind in TRACKS:
        return replace(before, places=(), **track_slots(bare, catalogue))
    if mine.points or mine.asks_rest or (bare and _is_of_points(previous)):
        told = mine.points or bare
        places = tuple(
            (number, from_end(told, number, catalogue) or points) for number, points in before.places
        )
        return replace(before, places=places, points=told, loose=(), asks_rest=mine.asks_rest)
    if mine.places:
        return replace(before, places=mine.places, headings=(), points=mine.points, loose=())
    if mine.headings:
        return replace(before, places=(), headings=mine.headings, strategispor=(), loose=())
    if mine.strategispor or mine.tracks:
        years = mine.years or before.years
        return replace(
            before,
            years=years,
            strategispor=mine.strategispor,
            tracks=mine.tracks,
            headings=(),
            places=(),
            loose=(),
        )
    if mine.years:
        return replace(before, years=mine.years)
    if previous.kind in NEEDS_PLACE:
        return replace(before, places=tuple((number, ()) for number in mine.loose), headings=(), loose=())
    return replace(before, loose=mine.loose)


def track_slots(numbers: tuple[int, ...], catalogue: Catalogue) -> dict[str, Any]:
    """The strategispor of these numbers; numbers that are none stay, to be told so."""
    known = (
        slice_of(list(catalogue.strategispor), numbers) if numbers[0] <= len(catalogue.strategispor) else []
    )
    return {"strategispor": tuple(known), "tracks": () if known else numbers, "loose": ()}


def _is_of_points(previous: Question) -> bool:
    """Whether a number behind the previous question would be a point's: "og det sidste af dem"."""
    places = previous.references.places
    return len(places) == 1 and (previous.kind == "points" or bool(places[0][1]))


def searched_again(question: Question, previous: Question) -> Question | None:
    """The previous search in another year or pejlemærke: "og i 2025?"; None if it named none."""
    mine, before = question.references, previous.references
    if mine.years and before.years:
        number, references = _YEAR, replace(before, years=mine.years)
        value = str(mine.years[0])
    elif mine.places and before.places and not mine.points:
        number, references = _NUMBER, mine
        value = str(mine.places[0][0])
    else:
        return None
    return replace(
        previous,
        text=number.sub(value, previous.text),
        query=number.sub(value, previous.query),
        language=question.language,
        references=references,
        is_of_earlier=question.is_of_earlier,
    )
