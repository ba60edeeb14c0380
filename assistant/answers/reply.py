"""What is to be said to a question, before it is put into words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.answers.answer import Status
from assistant.answers.lists.listing import Listing
from assistant.documents.passages import Passage
from assistant.search.retriever import Hit

MOST_WORDS = 110
"""Quotes stop when they have so many words together: an answer is read, not studied."""


@dataclass(frozen=True)
class Quote:
    """A span of a passage, as offsets in its document; ``note``: words of our own to set behind it."""

    passage: Passage
    start: int
    end: int
    note: str = ""


@dataclass(frozen=True)
class Reply:
    """What answers one question.

    ``lead``: words of our own at the beginning. ``before_quotes``: those that only make sense if a
    quote follows. ``listing``: a complete list instead of quotes.
    ``close``: words of our own behind them. ``hits``: what was found, best first.
    ``is_specific``: whether a refusal says what in particular is missing.
    """

    status: Status
    hits: tuple[Hit, ...] = ()
    lead: str = ""
    quotes: tuple[Quote, ...] = ()
    listing: Listing | None = None
    before_quotes: str = ""
    close: str = ""
    reason: str | None = None
    is_specific: bool = False


def alternating(rankings: Sequence[Sequence[Hit]]) -> tuple[Hit, ...]:
    """The hits of several rankings, the best of each first, no passage twice."""
    merged: dict[str, Hit] = {}
    for at in range(max(map(len, rankings))):
        for ranking in rankings:
            if at < len(ranking):
                merged.setdefault(ranking[at].passage.id, ranking[at])
    return tuple(merged.values())


def readable(quotes: Iterable[Quote], most: int = MOST_WORDS) -> tuple[Quote, ...]:
    """The first quotes, as many as a reader takes in: ``most`` words."""
    kept: list[Quote] = []
    words = 0
    for quote in quotes:
        start = quote.passage.start
        words += len(quote.passage.text[quote.start - start : quote.end - start].split())
        if kept and words > most:
            break
        kept.append(quote)
    return tuple(kept)
