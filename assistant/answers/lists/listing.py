"""What a complete answer is made of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from assistant.answers.answer import Status
from assistant.answers.reading.details import NUMBER_WORDS, counted
from assistant.answers.reading.question import Question
from assistant.documents.passages import Passage
from assistant.search.tokens import fold

_WANTS_NAMES = re.compile(
    r"\b(hvilke|hedder|naevn\w*|vis|giv|list\w*|opremse|remse|navn\w*|hvad er de"
    r"|which|name|names"
    r"|called|what are|show)\b"
)
_MOST_STATED = 2


@dataclass(frozen=True)
class Listing:
    """A complete answer: a lead-in, and all passages it is about in the documents' order.

    ``notes``: words of our own to set behind a quote, by the passage's id.
    """

    lead: str
    passages: tuple[Passage, ...]
    status: Status = "answered"
    notes: Mapping[str, str] = field(default_factory=dict)


def of_strategispor(passages: Iterable[Passage], names: Iterable[str]) -> list[Passage]:
    """The passages that belong to one of the strategispor."""
    wanted = set(names)
    return [passage for passage in passages if wanted & set(passage.reference.strategispor)]


def stated(question: Question, plan: Iterable[Passage], noun: str, count: int) -> tuple[Passage, ...]:
    """Where the plan itself says how many there are, if only the number is asked for: "15 pejlemærker"."""
    if question.detail != "count" or _WANTS_NAMES.search(question.folded):
        return ()
    return places_stating(plan, noun, count)


def places_stating(passages: Iterable[Passage], noun: str, count: int) -> tuple[Passage, ...]:
    """Passages that tell a number of things: "15 pejlemærker"."""
    told = [(passage, counted(passage.text, f"hvor mange {noun}")) for passage in passages]
    spelled = (str(count), NUMBER_WORDS.get(count, ""))
    found = [passage for passage, value in told if value and fold(value).split()[0] in spelled]
    return tuple(found[:_MOST_STATED])


def present(passage: Passage | None) -> tuple[Passage, ...]:
    """The passage, if the documents have it."""
    return (passage,) if passage else ()
