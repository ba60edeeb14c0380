"""What a follow-up takes over from the questions before it, and what it leaves alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from assistant.answers.reading.places import NEEDS_PLACE, at_place, names_place
from assistant.answers.reading.question import Question, read_question, without_greeting
from assistant.answers.reading.residue import content
from assistant.answers.reading.same_part import same_part, says_part
from assistant.answers.reading.voices import turns_to_now
from assistant.documents.passages import Passage
from assistant.search.catalogue import Catalogue

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
_WHICH_PART = re.compile(
    r"\b(hvilke[nt]?|which|what) (\w+ )?(pejlem\w*|guid\w*|punkt|point|bullet|strategispor|spor|track"
    r"|overskrift|heading|afsnit|section)\b|\b(hvor i planen|where in the plan)\b"
)
_ASKS = re.compile(
    r"\b(hvad|hvem|hvor\w*|hvilke\w*|hvordan|what|who|when|where|which|how|why|kan|skal|is|are|can)\b"
)
_THEY = re.compile(r"\b(de|they)\b")
_NEW_SUBJECT = re.compile(
    r"\b(?:noget (?:helt |ganske )?andet|(?:et )?(?:helt )?(?:nyt|andet) (?:spørgsmål|spoergsmaal|emne)"
    r"|(?:on to |for )?something (?:completely |entirely |totally )?(?:else|different)"
    r"|(?:a )?(?:new|different|another|separate) (?:question|topic|subject)"
    r"|chang\w+ (?:of |the )?(?:subject|topic))"
    r"\b\W+(?=\w+\W+\w)",
    re.IGNORECASE,
)
"""Says that what follows has nothing to do with what was asked before."""
_FEW_WORDS, _SHORT = 1, 3
_PLAN = re.compile(r"\b(planen|regionen|tidsplan\w*|the plan|the region|timeline|schedule)\b")
_DEPTH = 6
"""Follow-ups of follow-ups: how far back a question may lean."""


class Finder(Protocol):
    """What a follow-up asks of the search."""

    def stands_alone(self, text: str) -> bool:
        """Whether the documents answer a text as it is."""

    def best(self, question: Question) -> Passage | None:
        """The passage that answers a question best, if one does."""


def in_context(text: str, history: Sequence[str], catalogue: Catalogue, finder: Finder) -> Question:
    """The question, with what it leaves out taken over from the last of ``history``.

    "Hvad så året efter?" is the last question for the next year, "og det næste pejlemærke?" for the
    next number. "Og de pårørende?" keeps what the last question was about as its context and who
    was asked; a question that has a subject of its own keeps nothing.
    """
    if history and (told := _NEW_SUBJECT.search(text)):
        return in_context(text[told.end() :], (), catalogue, finder)
    question = read_question(text, catalogue)
    if not history:
        return replace(question, focus=question.references)
    question = replace(question, text=without_greeting(question.text))
    earlier = history[-_DEPTH:]
    previous = in_context(earlier[-1], earlier[:-1], catalogue, finder)
    question = _after(question, previous, catalogue, finder)
    return replace(
        question, focus=question.references if names_place(question.references) else previous.focus
    )


def _after(question: Question, previous: Question, catalogue: Catalogue, finder: Finder) -> Question:
    if part := same_part(question, _placed(question, previous, finder), catalogue):
        return part
    if previous.references.places and _asks_place(question) and "strategispor" in question.folded:
        return at_place(question, previous, "place", previous.references)
    if _names_another_sender(question, previous):
        return leaning(replace(question, kind="other"), previous)
    if question.kind != "other":
        if not _asks_place(question) and (says_part(question) or not points_back(question)):
            return question
        question = replace(question, kind="other")
    elif question.detail == "count" and not content(question.folded) and not _names_part(question):
        return previous
    if not _leans(question, finder):
        is_of_them = question.asks_opinion and _THEY.search(question.folded)
        bodies = previous.bodies if is_of_them else question.bodies
        return replace(question, bodies=bodies, before=previous)
    return leaning(question, previous)


def leaning(question: Question, previous: Question) -> Question:
    """The question with the previous one's subject, and its sender, behind it."""
    inherits = question.detail is None and opens_so(question) and not _ASKS.search(question.folded)
    is_of_earlier = question.is_of_earlier or (previous.is_of_earlier and not turns_to_now(question.folded))
    question = replace(question, is_of_earlier=is_of_earlier)
    question = replace(
        question,
        before=previous,
        alone=question,
        context=" ".join(each for each in (previous.context, previous.query) if each),
        detail=previous.detail if inherits else question.detail,
    )
    if _names_a_side(question):
        return replace(question, asks_opinion=question.asks_opinion or bool(question.bodies))
    return replace(question, bodies=previous.bodies, roles=previous.roles, asks_opinion=previous.asks_opinion)


def points_back(question: Question) -> bool:
    """Whether a question points at something told before: "it", "that", "them"."""
    return bool(_POINTING.search(question.folded))


def opens_so(question: Question) -> bool:
    """Whether a question opens as one that goes on: "og", "hvad med", "what about"."""
    return bool(_OPENING.match(question.folded))


def _leans(question: Question, finder: Finder) -> bool:
    """Whether a question makes little sense without those before it."""
    folded = question.folded
    if question.references.places:
        return False
    if opens_so(question):
        return True
    if question.bodies and not points_back(question):
        return False
    if _names_part(question) and not points_back(question):
        return False
    if not content(folded):
        return True
    asks_detail = question.detail in ("date", "count", "frequency", "place")
    if asks_detail and len(content(folded)) <= _FEW_WORDS + 1:
        return True
    is_short = len(content(folded)) <= _FEW_WORDS
    return points_back(question) or (is_short and not finder.stands_alone(question.text))


def _asks_place(question: Question) -> bool:
    """Whether a follow-up asks in which part of the plan that stands which was just told."""
    leans = points_back(question) or opens_so(question) or len(question.text.split()) <= _SHORT
    return leans and bool(_WHICH_PART.search(question.folded)) and not names_place(question.references)


def _names_another_sender(question: Question, previous: Question) -> bool:
    """Whether a follow-up only names who else is asked: "og Samsø?"."""
    names_one = bool(question.bodies) and opens_so(question) and not says_part(question)
    return names_one and previous.kind == "other" and previous.asks_sender


def _placed(question: Question, previous: Question, finder: Finder) -> Question:
    """The previous question, with the pejlemærke that its answer stands in, if this one asks for parts."""
    if previous.kind != "other" or question.kind not in NEEDS_PLACE or previous.references.places:
        return previous
    best = finder.best(previous) if not _asks_place(question) else None
    numbers = best.reference.pejlemaerker if best and best.role == "plan" else ()
    places = tuple((number, ()) for number in numbers)
    return replace(previous, references=replace(previous.references, places=places))


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
