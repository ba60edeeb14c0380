"""What a follow-up takes over from the questions before it, and what it leaves alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.answers.catalogue import Catalogue
from assistant.answers.reading.question import Question, read_question, without_greeting
from assistant.answers.reading.residue import content
from assistant.answers.reading.steps import stepped

_OPENING = re.compile(
    r"^(ok |okay |naa |saa )?(jeg mener|i mean|altsaa|og|ogsaa|men|eller|hva|hvad med|hvad saa|and"
    r"|also|but|or|what about|how about|so)\b"
)
_POINTING = re.compile(
    r"\b(om|for|til|med|af|ved|i|paa|fra|about|for|to|with|of|on|in|from|like) (det|den|dem|disse"
    r"|dette|that|it|them|this|those)\b"
    r"|\b(vedkommende|that person|jeg mener|i mean|hans|hendes|deres|his|her|their|its|saadan en"
    r"|den slags|haenger det|hoerer det|passer det|ligger det|er det|var det|skal det|bliver det"
    r"|kan det|gaelder det|det er|is (it|that|this)|was (it|that)|does (it|that)|will (it|that)"
    r"|do they|did they"
    r"|are they|they|er de|var de|blev de|kan de|skal de|vil de|faar de|hvor mange var det|sker det)\b"
    r"|\b(det|den|dem|it|that|them|selv|itself)\W*$"
)
_WHICH_IS_IT = re.compile(r"\b(hvilke[nt]|which|what)\b.*\b(det|den|it|that)\b")
_ASKS = re.compile(
    r"\b(hvad|hvem|hvor\w*|hvilke\w*|hvordan|what|who|when|where|which|how|why|kan|skal|is|are|can)\b"
)
_THEY = re.compile(r"\b(de|they)\b")
_FEW_WORDS = 1
_NUMBER = re.compile(r"\b\d{1,2}\b")
_PLAN = re.compile(r"\b(planen|regionen|tidsplan\w*|the plan|the region|timeline|schedule)\b")
_BARE_NUMBER = re.compile(r"\b(?:nr|nummer|no|number)\.? ?(?=\d)", re.IGNORECASE)
_DEPTH = 6
"""Follow-ups of follow-ups: how far back a question may lean."""


def in_context(
    text: str, history: Sequence[str], catalogue: Catalogue, stands_alone: Callable[[str], bool]
) -> Question:
    """The question, with what it leaves out taken over from the last of ``history``.

    "Hvad så året efter?" is the last question for the next year, "og det næste pejlemærke?" for the
    next number. "Og de pårørende?" keeps what the last question was about as its context and who
    was asked; a question that has a subject of its own keeps nothing.
    """
    question = read_question(text, catalogue)
    if not history:
        return question
    question = replace(question, text=without_greeting(question.text))
    earlier = history[-_DEPTH:]
    previous = in_context(earlier[-1], earlier[:-1], catalogue, stands_alone)
    if previous.references.names_goal and _BARE_NUMBER.search(text) and not question.references.goals:
        return replace(read_question(_BARE_NUMBER.sub("verdensmål nr. ", text), catalogue), is_follow_up=True)
    said = previous.text if _NUMBER.search(previous.text) else previous.whole
    if told := stepped(question, said, catalogue.strategispor):
        return replace(read_question(told, catalogue), is_follow_up=True)
    if question.detail == "count" and not content(question.folded) and not _names_part(question):
        return replace(previous, is_follow_up=True)
    if not _leans(question, stands_alone):
        is_of_them = question.asks_opinion and _THEY.search(question.folded)
        return replace(question, bodies=previous.bodies) if is_of_them else question
    context = " ".join(each for each in (previous.context, previous.query) if each)
    points = bool(_POINTING.search(question.folded))
    inherits = (
        question.detail is None and _OPENING.match(question.folded) and not _ASKS.search(question.folded)
    )
    question = replace(
        question,
        context=context,
        is_follow_up=True,
        points_back=points,
        detail=previous.detail if inherits else question.detail,
    )
    if _names_a_side(question):
        return replace(question, asks_opinion=question.asks_opinion or bool(question.bodies))
    return replace(question, bodies=previous.bodies, roles=previous.roles, asks_opinion=previous.asks_opinion)


def _leans(question: Question, stands_alone: Callable[[str], bool]) -> bool:
    """Whether a question makes little sense without those before it."""
    folded = question.folded
    if question.references.places:
        return False
    if _OPENING.match(folded):
        return True
    if question.bodies and not _POINTING.search(folded):
        return False
    if _names_part(question) and not _POINTING.search(folded):
        return False
    if not content(folded):
        return True
    asks_detail = question.detail in ("date", "count", "frequency", "place")
    if asks_detail and len(content(folded)) <= _FEW_WORDS + 1:
        return True
    is_short = len(content(folded)) <= _FEW_WORDS
    return bool(_POINTING.search(folded)) or (is_short and not stands_alone(question.text))


def asks_which(question: Question) -> bool:
    """Whether a follow-up asks about what was just told, not about a part of the documents as such."""
    return bool(question.context and _WHICH_IS_IT.search(question.folded))


def _names_part(question: Question) -> bool:
    """Whether it names a part of the documents: then it is a question of its own."""
    references = question.references
    return bool(
        references.years
        or references.strategispor
        or references.headings
        or references.goals
        or references.names_pejlemaerke
        or references.names_goal
        or "strategispor" in question.folded
    )


def _names_a_side(question: Question) -> bool:
    return bool(question.bodies or question.roles or _PLAN.search(question.folded))
