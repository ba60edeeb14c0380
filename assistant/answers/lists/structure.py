"""Answers that can be listed completely: from where passages stand, never from a top-k."""

from __future__ import annotations

from assistant.answers.catalogue import Catalogue
from assistant.answers.lists.goals import goals, missing_goal
from assistant.answers.lists.listing import Listing
from assistant.answers.lists.pejlemaerker import mentions, missing, pejlemaerker, statements
from assistant.answers.lists.responses import responses
from assistant.answers.lists.sections import sections, strategispor, visions
from assistant.answers.lists.timeline import timeline
from assistant.answers.reading.question import Question

_STEPS = (
    missing,
    missing_goal,
    responses,
    goals,
    pejlemaerker,
    timeline,
    statements,
    mentions,
    visions,
    strategispor,
    sections,
)


def from_structure(question: Question, catalogue: Catalogue) -> Listing | None:
    """The complete answer to a question that asks for a part as such; None if it asks for more."""
    return next((found for step in _STEPS if (found := step(question, catalogue))), None)
