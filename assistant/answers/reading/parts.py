"""Two questions in one message."""

from __future__ import annotations

import re

_ASKING = (
    r"(?:hvad|hva|hvornår|hvornaar|hvor|hvem|hvordan|hvilke[nt]?|hvorfor|what|when|where|who|how|which|why)"
)
_YES_NO = r"(?:kan|skal|er|får|faar|vil|må|har|bliver|findes|will|can|is|are|does|do|has)"
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_JOINT = re.compile(rf"\s*(?:,|;|–|-)?\s+(?:og|and|samt|plus)\s+(?={_ASKING}\b)|,\s+(?={_ASKING}\b)", re.I)
_YES_NO_JOINT = re.compile(rf"\s*,?\s+(?:og|and)\s+(?={_YES_NO} \w+)", re.I)
_OPENS = re.compile(rf"^(?:og |and )?(?:{_ASKING}|{_YES_NO})\b", re.I)
_LEAST_WORDS = 3
_MOST_PARTS = 3


def parts(text: str) -> list[str]:
    """The questions in a message, each with the statements before it; the message if it is one.

    "Hvor længe løb høringen, og hvor mange svarede?" is two; a story with a question is one.
    """
    sentences = _SENTENCE.split(text)
    questions = [sentence for sentence in sentences if sentence.endswith("?")]
    context = " ".join(sentence for sentence in sentences if not sentence.endswith("?"))
    if len(questions) < 2:
        questions = _clauses(questions[0] if questions else text)
        context = context if questions[0] not in context else ""
    if not 2 <= len(questions) <= _MOST_PARTS:
        return [text]
    return [f"{context} {question}".strip() for question in questions]


def _clauses(sentence: str) -> list[str]:
    """The parts of a sentence that ask on their own; itself if it asks once."""
    for joint in (_JOINT, _YES_NO_JOINT):
        clauses = [clause.strip() for clause in joint.split(sentence)]
        if len(clauses) > 1 and _OPENS.match(clauses[0]) and len(clauses[0].split()) >= _LEAST_WORDS:
            return [clause if clause.endswith("?") else f"{clause}?" for clause in clauses]
    return [sentence]
