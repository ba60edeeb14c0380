"""Follow-ups that go on or back: "det næste pejlemærke", "året før", "the next two points"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.answers.reading.places import NEEDS_PLACE, at_place, numbers_of, searched_again
from assistant.answers.reading.question import Question
from assistant.answers.reading.residue import content
from assistant.search.catalogue import Catalogue
from assistant.search.tokens import words

_NEXT = re.compile(
    r"\b(naeste|naest|efterfoelgende|derefter|derpaa|efter(?!\W+at\b)|bagefter|videre|following|next|after|afterwards"
    r"|frem|forward|later|senere)\b"
)
_PREVIOUS = re.compile(
    r"\b(forrige|foregaaende|foer(?!\W+at\b)|tilbage|previous|before|earlier|prior|back)\b"
)
_HOW_MANY = {"to": 2, "two": 2, "2": 2, "tre": 3, "three": 3, "3": 3}
_UNITS = {
    "years": re.compile(r"\b(aar|aaret|aars|year)\b"),
    "points": re.compile(r"\b(punkt\w*|pkt|bullet|point)\b"),
    "strategispor": re.compile(r"\b(\w*spor(et|ets|s)?|track|strand)\b"),
    "goals": re.compile(r"\b(verdensmaal\w*|maal|goal|sdg)\b"),
    "places": re.compile(r"\b(pejlem\w*|guid\w*|landmark)\b"),
}
SLOT = re.compile(
    r"\b(pejlem\w*|guid\w*|punkt|pkt|point|\w*spor(et|ets)?|track|verdensmaal\w*|goal|sdg|aar\w*|year)\b"
)
"""Words for the number that a follow-up changes: "og det tredje spor?"."""
PART = re.compile(
    r"\b(\w*punkter\w*|punktet|bullets?|points|tidsplan\w*|time ?line|schedule|planlagt\w*|planned"
    r"|indsats\w*|verdensmaal(ene)?|delmaal\w*|goals|targets?|sdgs|overskrift\w*|headings?|temaer\w*"
    r"|vision\w*|udsagn\w*|strategisporene|sporene|tracks|hoeringssvar\w*|responses?|kommenter\w*"
    r"|comment\w*|saetninge?r?n?e?|statements?|ordlyd\w*|tekst\w*|text|helhed|whole|in full"
    r"|pejlemaerker\w*|guideposts|guide ?points)\b"
)
"""Words that say of a follow-up what kind of part it asks for."""
_FEW_WORDS = 2


@dataclass(frozen=True)
class Step:
    """How far to go, in what: ``change`` is 1 or -1, ``count`` how many are asked for."""

    unit: str
    change: int
    count: int = 1


def step_of(question: Question, previous: Question) -> Step | None:
    """How far this question goes on or back, and in what; None if it does not."""
    folded = question.folded
    change = 1 if _NEXT.search(folded) else -1 if _PREVIOUS.search(folded) else 0
    own = [
        word
        for word in content(folded)
        if not PART.search(word)
        and not SLOT.search(word)
        and not _NEXT.search(word)
        and not _PREVIOUS.search(word)
    ]
    if not change or len(own) > _FEW_WORDS:
        return None
    unit = next((name for name, words in _UNITS.items() if words.search(folded)), None) or _unit(previous)
    if unit is None:
        return None
    count = next((_HOW_MANY[word] for word in words(folded) if word in _HOW_MANY), 1)
    return Step(unit, change, count if unit != "years" else 1)


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


def stepped(question: Question, previous: Question, step: Step, catalogue: Catalogue) -> Question | None:
    """The previous question for the next or the one before; None if there is nothing to step from."""
    before = previous.references
    numbers = [step.change * n for n in range(1, step.count + 1)]
    if step.unit == "years" and before.years:
        years = tuple(before.years[-1] + n for n in numbers)
        if previous.kind == "other":
            return searched_again(replace(question, references=replace(before, years=years)), previous)
        return at_place(question, previous, previous.kind, replace(before, years=years))
    if step.unit == "points" and before.places and any(before.places[-1][1]):
        number, points = before.places[-1]
        told = tuple(points[-1] + n for n in numbers)
        return at_place(question, previous, "points", replace(before, places=((number, told),), points=told))
    if step.unit == "strategispor" and before.strategispor:
        at = catalogue.strategispor.index(before.strategispor[-1]) + step.change
        inside = 0 <= at < len(catalogue.strategispor)
        names = (catalogue.strategispor[at],) if inside else ()
        tracks = () if inside else (at + 1,)
        return at_place(
            question, previous, previous.kind, replace(before, strategispor=names, tracks=tracks, headings=())
        )
    if step.unit == "goals" and before.goals:
        known = list(catalogue.goals)
        at = known.index(before.goals[-1]) + step.change if before.goals[-1] in known else -1
        goals = (known[at],) if 0 <= at < len(known) else ()
        return at_place(question, previous, "goal_text", replace(before, goals=goals)) if goals else None
    places = numbers_of(before, catalogue)
    if step.unit == "places" and places:
        next_ones = tuple((places[-1] + n, ()) for n in numbers)
        kind = previous.kind if previous.kind in NEEDS_PLACE else "pejlemaerke"
        return at_place(
            question, previous, kind, replace(before, places=next_ones, headings=(), points=(), loose=())
        )
    return None
