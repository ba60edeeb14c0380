"""Follow-ups that ask for the same part of the documents with another year, number, point or strategispor."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from assistant.answers.catalogue import Catalogue
from assistant.answers.reading.intent import Kind
from assistant.answers.reading.numbers import slice_of
from assistant.answers.reading.question import Question
from assistant.answers.reading.references import References
from assistant.answers.reading.residue import content

_NEXT = re.compile(
    r"\b(naeste|naest|efterfoelgende|derefter|derpaa|efter|bagefter|videre|following|next|after|afterwards"
    r"|frem|forward|later|senere)\b"
)
_PREVIOUS = re.compile(r"\b(forrige|foregaaende|foer|tilbage|previous|before|earlier|prior|back)\b")
_HOW_MANY = {"to": 2, "two": 2, "2": 2, "tre": 3, "three": 3, "3": 3}
_UNITS = {
    "years": re.compile(r"\b(aar|aaret|aars|year)\b"),
    "points": re.compile(r"\b(punkt\w*|pkt|bullet|point)\b"),
    "strategispor": re.compile(r"\b(\w*spor(et|ets|s)?|track|strand)\b"),
    "goals": re.compile(r"\b(verdensmaal\w*|maal|goal|sdg)\b"),
    "places": re.compile(r"\b(pejlem\w*|guid\w*|landmark)\b"),
}
_SLOT = re.compile(
    r"\b(pejlem\w*|guid\w*|punkt|pkt|point|\w*spor(et|ets)?|track|verdensmaal\w*|goal|sdg|aar\w*|year)\b"
)
"""Words for the number that a follow-up changes: "og det tredje spor?"."""
_LIST_THEM = re.compile(
    r"\b(dem|de|them|those)\b.*\b(op|alle|all|each|out)\b|\b(remse?|opremse?|list|navngiv|name) (\w+ )?(dem|them|alle|all)\b"
    r"|\b(hele|the whole|full) list\w*\b|^(og )?(hvilke|which|which ones)( er det| are they| da)?\W*$"
)
"""Asks to see what was only counted."""
_CORRECTS = re.compile(
    r"\b(jeg|i) (mente|mener|taenkte|mean|meant)\b|\b(mente|forkert|rettelse|sorry|undskyld|wrong|instead"
    r"|i stedet|skulle det vaere|same|samme|ligesaa|ditto|kun|only|just|bare)\b"
)
_PART = re.compile(
    r"\b(\w*punkter\w*|punktet|bullets?|points|tidsplan\w*|time ?line|schedule|planlagt\w*|planned"
    r"|indsats\w*|verdensmaal(ene)?|delmaal\w*|goals|targets?|sdgs|overskrift\w*|headings?|temaer\w*"
    r"|vision\w*|udsagn\w*|strategisporene|sporene|tracks|hoeringssvar\w*|responses?|kommenter\w*"
    r"|comment\w*|saetninge?r?n?e?|statements?|ordlyd\w*|tekst\w*|text|helhed|whole|in full"
    r"|pejlemaerker\w*|guideposts|guide ?points)\b"
)
"""Words that say of a follow-up what kind of part it asks for."""
_FEW_WORDS, _FEW_OF_A_STEP, _FEW_OF_A_CORRECTION = 1, 2, 3
NEEDS_PLACE: tuple[Kind, ...] = ("pejlemaerke", "points", "place", "comments")
_TRACKS: tuple[Kind, ...] = ("tracks", "track_text")
_NEEDS_TRACK: tuple[Kind, ...] = (
    "goal_text",
    "targets",
    "statements",
    "headings",
    "vision",
    "track_text",
    "rows",
)


@dataclass(frozen=True)
class _Step:
    unit: str
    change: int
    count: int = 1


def same_part(question: Question, previous: Question, catalogue: Catalogue) -> Question | None:
    """The part that the previous question asked for, with what this one changes in it; None if this one
    asks for something else, or says all that it needs itself."""
    if question.bodies and previous.kind not in ("comments", "commented"):
        return None
    if step := _step(question, previous):
        return _stepped(question, previous, step, catalogue)
    if (
        previous.kind != "other"
        and _LIST_THEM.search(question.folded)
        and not names_place(question.references)
    ):
        return _as(question, replace(previous, detail=None), previous.kind, previous.references)
    own = _own_words(question, catalogue)
    is_correction = bool(_CORRECTS.search(question.folded))
    few = _FEW_OF_A_CORRECTION if is_correction else _FEW_WORDS
    if question.kind != "other" and says_part(question):
        return _filled(question, previous, catalogue)
    if len(own) > few or not names_place(question.references):
        return None
    if previous.kind == "other":
        return _searched_again(question, previous)
    merged = _merged(question.references, previous, catalogue)
    return _as(question, previous, previous.kind, merged)


def _as(question: Question, previous: Question, kind: Kind, references: References) -> Question:
    """The previous question in this one's words and language, for another place."""
    return replace(
        question,
        kind=kind,
        references=references,
        bodies=question.bodies or previous.bodies,
        detail=question.detail or previous.detail,
        context=previous.whole,
    )


def says_part(question: Question) -> bool:
    """Whether a follow-up says what kind of part it asks for."""
    return bool(_PART.search(question.folded)) or question.references.names_pejlemaerke


def _filled(question: Question, previous: Question, catalogue: Catalogue) -> Question | None:
    """A part that is named, of the place that the previous question was about, if it says none itself."""
    mine, before = question.references, previous.references
    has_place = bool(mine.places or mine.headings or mine.strategispor)
    if question.kind in NEEDS_PLACE and not has_place:
        numbers = _numbers(before if names_place(before) else previous.focus, catalogue)
        if mine.loose and min(mine.loose) < 0:
            numbers = slice_of(numbers, mine.loose)
        elif mine.loose:
            return None
        if not numbers:
            return None
        told = mine.points or tuple(p for _, points in before.places for p in points if mine.asks_rest)
        places = tuple((number, _from_end(told, number, catalogue)) for number in numbers)
        return _as(question, previous, question.kind, replace(mine, places=places, loose=()))
    if question.kind in _NEEDS_TRACK and not (
        mine.strategispor or mine.headings or mine.places or mine.goals
    ):
        years = mine.years or (before.years if question.kind == "rows" else ())
        if mine.loose and previous.kind in _TRACKS:
            return _as(
                question, previous, question.kind, replace(mine, **_track_slots(mine.loose, catalogue))
            )
        is_of_all = bool(re.search(r"\b(alle?|all|hele|samtlige|every|whole|plan\w*)\b", question.folded))
        track = () if is_of_all else before.strategispor
        places = before.places if question.kind == "goal_text" else ()
        if not (track or places or years != mine.years):
            return None
        return _as(
            question, previous, question.kind, replace(mine, years=years, strategispor=track, places=places)
        )
    return None


def _numbers(references: References, catalogue: Catalogue) -> list[int]:
    """The pejlemærker that references are of."""
    if references.places:
        return [number for number, _ in references.places]
    if references.headings:
        return [number for heading in references.headings for number in catalogue.headings[heading]]
    return [number for number in references.loose if number in catalogue.pejlemaerker]


def _from_end(points: tuple[int, ...], number: int, catalogue: Catalogue) -> tuple[int, ...]:
    count = len(catalogue.points(number))
    return tuple(count + 1 + point if point < 0 else point for point in points)


def _own_words(question: Question, catalogue: Catalogue) -> list[str]:
    names = (*catalogue.strategispor, *catalogue.headings)
    taken = {word for name in names for word in content(name)}
    return [
        word
        for word in content(question.folded)
        if word not in taken and not _PART.search(word) and not _SLOT.search(word)
    ]


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


def _merged(mine: References, previous: Question, catalogue: Catalogue) -> References:
    """The previous references, with those that this question names in their place."""
    before = previous.references
    bare = mine.loose or (mine.pejlemaerker if not mine.names_pejlemaerke else ())
    if mine.goals or (bare and (before.goals or previous.kind in ("goal_text", "targets", "goals"))):
        return replace(before, goals=mine.goals or bare, places=(), loose=(), strategispor=(), targets=())
    if bare and previous.kind in _TRACKS:
        return replace(before, places=(), **_track_slots(bare, catalogue))
    if mine.points or mine.asks_rest or (bare and _is_of_points(previous)):
        told = mine.points or bare
        places = tuple(
            (number, _from_end(told, number, catalogue) or points) for number, points in before.places
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


def _track_slots(numbers: tuple[int, ...], catalogue: Catalogue) -> dict[str, Any]:
    """The strategispor of these numbers; numbers that are none stay, to be told so."""
    known = (
        slice_of(list(catalogue.strategispor), numbers) if numbers[0] <= len(catalogue.strategispor) else []
    )
    return {"strategispor": tuple(known), "tracks": () if known else numbers, "loose": ()}


def _is_of_points(previous: Question) -> bool:
    """Whether a number behind the previous question would be a point's: "og det sidste af dem"."""
    places = previous.references.places
    return len(places) == 1 and (previous.kind == "points" or bool(places[0][1]))


def _searched_again(question: Question, previous: Question) -> Question | None:
    """The previous search in another year or pejlemærke: "og i 2025?"; None if it named none."""
    mine, before = question.references, previous.references
    if mine.years and before.years:
        query = re.sub(r"\b20\d\d\b", str(mine.years[0]), previous.query)
        return replace(previous, query=query, references=replace(before, years=mine.years))
    if mine.places and before.places and not mine.points:
        query = re.sub(r"\b\d{1,2}\b", str(mine.places[0][0]), previous.query)
        return replace(previous, query=query, references=mine)
    return None


def _step(question: Question, previous: Question) -> _Step | None:
    """How far this question goes on or back, and in what; None if it does not."""
    folded = question.folded
    change = 1 if _NEXT.search(folded) else -1 if _PREVIOUS.search(folded) else 0
    own = [
        word
        for word in content(folded)
        if not _PART.search(word)
        and not _SLOT.search(word)
        and not _NEXT.search(word)
        and not _PREVIOUS.search(word)
    ]
    if not change or len(own) > _FEW_OF_A_STEP:
        return None
    unit = next((name for name, words in _UNITS.items() if words.search(folded)), None) or _unit(previous)
    if unit is None:
        return None
    count = next((_HOW_MANY[word] for word in folded.split() if word in _HOW_MANY), 1)
    return _Step(unit, change, count if unit != "years" else 1)


def _unit(previous: Question) -> str | None:
    references = previous.references
    if previous.kind == "rows" or (references.years and not references.places):
        return "years"
    if any(points for _, points in references.places):
        return "points"
    if references.places or references.loose:
        return "goals" if previous.kind == "goal_text" else "places"
    if references.goals:
        return "goals"
    return "strategispor" if references.strategispor else None


def _stepped(question: Question, previous: Question, step: _Step, catalogue: Catalogue) -> Question | None:
    before = previous.references
    numbers = [step.change * n for n in range(1, step.count + 1)]
    if step.unit == "years" and before.years:
        years = tuple(before.years[-1] + n for n in numbers)
        if previous.kind == "other":
            return _searched_again(replace(question, references=replace(before, years=years)), previous)
        return _as(question, previous, previous.kind, replace(before, years=years))
    if step.unit == "points" and before.places and any(before.places[-1][1]):
        number, points = before.places[-1]
        told = tuple(points[-1] + n for n in numbers)
        return _as(question, previous, "points", replace(before, places=((number, told),), points=told))
    if step.unit == "strategispor" and before.strategispor:
        at = catalogue.strategispor.index(before.strategispor[-1]) + step.change
        inside = 0 <= at < len(catalogue.strategispor)
        names = (catalogue.strategispor[at],) if inside else ()
        tracks = () if inside else (at + 1,)
        return _as(
            question, previous, previous.kind, replace(before, strategispor=names, tracks=tracks, headings=())
        )
    if step.unit == "goals" and before.goals:
        known = list(catalogue.goals)
        at = known.index(before.goals[-1]) + step.change if before.goals[-1] in known else -1
        goals = (known[at],) if 0 <= at < len(known) else ()
        return _as(question, previous, "goal_text", replace(before, goals=goals)) if goals else None
    places = _numbers(before, catalogue)
    if step.unit == "places" and places:
        next_ones = tuple((places[-1] + n, ()) for n in numbers)
        kind = previous.kind if previous.kind in NEEDS_PLACE else "pejlemaerke"
        return _as(
            question, previous, kind, replace(before, places=next_ones, headings=(), points=(), loose=())
        )
    return None
