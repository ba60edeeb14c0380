"""What a complete answer is made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from assistant.answers.answer import Status
from assistant.documents.passages import Passage


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


def present(passage: Passage | None) -> tuple[Passage, ...]:
    """The passage, if the documents have it."""
    return (passage,) if passage else ()
