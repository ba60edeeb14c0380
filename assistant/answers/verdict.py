"""Yes or no, where a sentence says it in words close to the question's; silence otherwise."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.answers.answer import Language
from assistant.answers.phrases import say
from assistant.answers.reading.question import Question
from assistant.answers.reading.residue import content
from assistant.documents.passages import Document, Passage

Support = Callable[[Sequence[str], str], Sequence[float]]
"""How near the nearest word of a text comes to each word, at most 1."""

_POLAR = re.compile(
    r"^(og |and |men |but |saa )?(er|var|har|havde|kan|kunne|skal|skulle|vil|maa|maatte|bliver|blev"
    r"|faar|findes|gaelder"
    r"|kommer|siger|lover|staar|naevner|handler|omfatter|indgaar|hoerer|deltager|arbejder|samarbejder"
    r"|stoetter|goer"
    r"|is|are|was|were|do|does|did|can|could|will|would|has|have|had|should|must|may)\b|\bja ?(/"
    r"|eller) ?nej\b"
)
_OPEN = re.compile(r"\b(hvad|hvem|hvor\w*|hvilke\w*|hvordan|what|who|when|where|which|how|why)\b")
_HEDGED = re.compile(
    r"\b(kun|alene|alle|alt|altid|aldrig|allerede|fuldt|helt|lige saa|ligesom|eller|rigtigt|korrekt"
    r"|sandt|garanter\w*"
    r"|lov\w*|gratis|only|all|every|always|never|already|fully|as well as|or|true|correct|right"
    r"|promis\w*|guarant\w*|free)\b"
)
"""Words that may make a yes wrong, however close the rest of the sentence is."""
_NEGATION = re.compile(r"\b(ikke|ingen|intet|hverken|aldrig|not|no|never|none|n't)\b")
_SUPPORTED, _LEAST_SHARE = 0.45, 0.4
_LEAST_WORDS = 2
_LEAST_SCORE = 0.75


def verdict(
    question: Question, passage: Passage, document: Document, sentence: str, score: float, support: Support
) -> str:
    """A yes or a no and who says so; empty if the question is open or the words are not close enough.

    ``sentence``: the one that comes closest to the question. ``score``: of the passage.
    """
    folded = question.folded
    last = re.split(r"(?<=[.!?])\s+", folded)[-1]
    if score < _LEAST_SCORE or not _POLAR.search(last) or _OPEN.search(last) or _HEDGED.search(last):
        return ""
    names = {word for body in question.bodies for word in content(body)}
    asked = [word for word in re.findall(r"\w+", last) if set(content(word)) - names]
    if len(asked) < _LEAST_WORDS:
        return ""
    shares = support(asked, f"{passage.label} {sentence}")
    if sum(share >= _SUPPORTED for share in shares) < _LEAST_SHARE * len(asked):
        return ""
    is_yes = bool(_NEGATION.search(sentence.lower())) == bool(_NEGATION.search(last))
    return _said(question.language, "yes" if is_yes else "no", passage, document)


def _said(language: Language, key: str, passage: Passage, document: Document) -> str:
    if passage.kind == "row":
        return say(language, f"{key}_planned", years=(passage.reference.year,))
    if document.role == "plan":
        return say(language, f"{key}_plan")
    return say(
        language, f"{key}_source", source=document.sender if document.role == "response" else document.short
    )
