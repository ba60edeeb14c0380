"""Follow-ups that ask for the same part of the documents with another year, number or strategispor."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answers.reading.numbers import slice_of
from assistant.answers.reading.places import (
    NEEDS_PLACE,
    NEEDS_TRACK,
    TRACKS,
    at_place,
    from_end,
    merged,
    names_place,
    numbers_of,
    searched_again,
    track_slots,
)
from assistant.answers.reading.question import Question
from assistant.answers.reading.residue import content
from assistant.answers.reading.steps import PART, SLOT, step_of, stepped
from assistant.search.catalogue import Catalogue

_LIST_THEM = re.compile(
    r"\b(dem|de|them|those)\b.*\b(op|alle|all|each|out)\b"
    r"|\b(remse?|opremse?|list|navngiv|name) (\w+ )?(dem|them|alle|all)\b"
    r"|\b(hele|the whole|full) list\w*\b|^(og )?(hvilke|which|which ones)( er det| are they| da)?\W*$"
)
"""Asks to see what was only counted."""
_CORRECTS = re.compile(
    r"\b(jeg|i) (mente|mener|taenkte|mean|meant)\b|\b(mente|forkert|rettelse|sorry|undskyld|wrong|instead"
    r"|i stedet|skulle det vaere|same|samme|ligesaa|ditto|kun|only|just|bare)\b"
)
_FEW_WORDS, _FEW_OF_A_CORRECTION = 1, 3


def same_part(question: Question, previous: Question, catalogue: Catalogue) -> Question | None:
    """The part that the previous question asked for, with what this one changes in it; None if this one
    asks for something else, or says all that it needs itself."""
    if question.bodies and previous.kind not in ("comments", "commented"):
        return None
    if step := step_of(question, previous):
        return stepped(question, previous, step, catalogue)
    if (
        previous.kind != "other"
        and _LIST_THEM.search(question.folded)
        and not names_place(question.references)
    ):
        return at_place(question, replace(previous, detail=None), previous.kind, previous.references)
    own = _own_words(question, catalogue)
    is_correction = bool(_CORRECTS.search(question.folded))
    few = _FEW_OF_A_CORRECTION if is_correction else _FEW_WORDS
    if question.kind != "other" and says_part(question):
        return _filled(question, previous, catalogue)
    if len(own) > few or not names_place(question.references):
        return None
    if previous.kind == "other":
        return searched_again(question, previous)
    return at_place(question, previous, previous.kind, merged(question.references, previous, catalogue))


def says_part(question: Question) -> bool:
    """Whether a follow-up says what kind of part it asks for."""
    return bool(PART.search(question.folded)) or question.references.names_pejlemaerke


def _filled(question: Question, previous: Question, catalogue: Catalogue) -> Question | None:
    """A part that is named, of the place that the previous question was about, if it says none itself."""
    mine, before = question.references, previous.references
    has_place = bool(mine.places or mine.headings or mine.strategispor)
    if question.kind in NEEDS_PLACE and not has_place:
        numbers = numbers_of(before if names_place(before) else previous.focus, catalogue)
        if mine.loose and min(mine.loose) < 0:
            numbers = slice_of(numbers, mine.loose)
        elif mine.loose:
            return None
        if not numbers:
            return None
        told = mine.points or tuple(p for _, points in before.places for p in points if mine.asks_rest)
        places = tuple((number, from_end(told, number, catalogue)) for number in numbers)
        return at_place(question, previous, question.kind, replace(mine, places=places, loose=()))
    if question.kind in NEEDS_TRACK and not (mine.strategispor or mine.headings or mine.places or mine.goals):
        years = mine.years or (before.years if question.kind == "rows" else ())
        if mine.loose and previous.kind in TRACKS:
            return at_place(
                question, previous, question.kind, replace(mine, **track_slots(mine.loose, catalogue))
            )
        is_of_all = bool(re.search(r"\b(alle?|all|hele|samtlige|every|whole|plan\w*)\b", question.folded))
        track = () if is_of_all else before.strategispor
        places = before.places if question.kind == "goal_text" else ()
        if not (track or places or years != mine.years):
            return None
        return at_place(
            question, previous, question.kind, replace(mine, years=years, strategispor=track, places=places)
        )
    return None


def _own_words(question: Question, catalogue: Catalogue) -> list[str]:
    names = (*catalogue.strategispor, *catalogue.headings)
    taken = {word for name in names for word in content(name)}
    return [
        word
        for word in content(question.folded)
        if word not in taken and not PART.search(word) and not SLOT.search(word)
    ]
