"""Answers that can be listed completely: from where passages stand, never from a top-k."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from assistant.answers.lists.goals import goal_text, goals, goals_beside, missing_goal, targets
from assistant.answers.lists.listing import Listing
from assistant.answers.lists.pejlemaerker import (
    headings,
    in_full,
    mentions,
    missing,
    place,
    points,
    statements,
)
from assistant.answers.lists.responses import commented, comments, respondents, response_text
from assistant.answers.lists.sections import challenges, chapter, track_text, tracks, vision
from assistant.answers.lists.timeline import rows, rows_about
from assistant.answers.reading.intent import Kind
from assistant.answers.reading.question import Question
from assistant.answers.reading.voices import asks_plan
from assistant.search.catalogue import Catalogue

_OF_RESPONSES: tuple[Kind, ...] = ("respondents", "commented", "comments", "response_text")
_NEVER_LISTED = ("law", "amount", "share", "phone", "email", "address", "frequency")
Step = Callable[[Question, Catalogue], Listing | None]

_LISTS: Mapping[Kind, tuple[Step, ...]] = {
    "pejlemaerke": (in_full,),
    "points": (points,),
    "statements": (statements,),
    "headings": (headings,),
    "place": (goals_beside, place),
    "rows": (rows,),
    "goals": (goals,),
    "goal_text": (goal_text,),
    "targets": (targets,),
    "tracks": (tracks,),
    "track_text": (track_text,),
    "vision": (vision,),
    "challenges": (challenges,),
    "respondents": (respondents,),
    "commented": (commented,),
    "comments": (comments,),
    "response_text": (response_text,),
    "other": (mentions, rows_about, chapter),
}
"""How each kind of part is listed; what names a thing by its word can be listed too."""


def from_structure(question: Question, catalogue: Catalogue) -> Listing | None:
    """The complete answer to a question that asks for a part as such; None if it asks for more."""
    steps = (missing, missing_goal, *(() if _asks_more(question) else _LISTS[question.kind]))
    return next((found for step in steps if (found := step(question, catalogue))), None)


def _asks_more(question: Question) -> bool:
    """Whether something is asked that a list does not tell: amounts, or another document's words."""
    if question.detail in _NEVER_LISTED or (question.is_of_earlier and question.kind != "rows"):
        return True
    if question.kind in _OF_RESPONSES:
        return asks_plan(question.folded)
    return question.kind != "other" and bool({"letter", "page"} & set(question.roles))
