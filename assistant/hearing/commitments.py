"""The register of commitments: every bullet and every row of the timeline, and what belongs to each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from assistant.documents.corrections import NONE, Corrections
from assistant.documents.passages import Document, Passage
from assistant.hearing.attributes import (
    Extent,
    Strength,
    actor_of,
    extent_of,
    place_of,
    strength_of,
    targets_of,
)
from assistant.hearing.trace import Trace
from assistant.search.catalogue import Catalogue
from assistant.search.schedule import shared_title, shared_words
from assistant.search.tokens import fold

Finding = Literal["no_year", "no_point"]
"""A bullet that no row of the timeline schedules; a row behind which there is no bullet."""


@dataclass(frozen=True)
class Comment:
    """A response that speaks of a pejlemærke, and the first passage in which it does.

    ``is_named``: that passage names the pejlemærke; else the response is, by its words, about the same thing.
    """

    response: Document
    passage: Passage
    is_named: bool


Commenting = Callable[[int], Sequence[Comment]]
"""The responses that speak of a pejlemærke."""


@dataclass(frozen=True)
class Match:
    """A bullet and a row that belong together.

    ``ground``: the words that they share, the title in quotation marks, or why it was decided.
    ``score``: how well their words match; none if it was decided by hand.
    """

    passage: Passage
    ground: str
    score: float | None

    @property
    def is_decided(self) -> bool:
        return self.score is None


@dataclass(frozen=True)
class Commitment:
    """A bullet or a row. ``number`` and ``heading``: of its pejlemærke, a row's through the bullet behind
    it, if there is one. ``goals``: the verdensmål that stand in its strategispor."""

    passage: Passage
    number: int | None
    heading: str
    strategispor: str
    years: tuple[int, ...]
    strength: Strength
    actor: str
    targets: tuple[str, ...]
    place: str
    extent: Extent
    matches: tuple[Match, ...]
    goals: tuple[int, ...]
    comments: tuple[Comment, ...]

    @property
    def is_row(self) -> bool:
        return self.passage.kind == "row"

    @property
    def finding(self) -> Finding | None:
        """What is remarkable about it."""
        if self.is_row:
            return None if self.matches else "no_point"
        return None if self.years else "no_year"


@dataclass(frozen=True)
class Wanted:
    """Which commitments are wanted; what is not given leaves nothing out.

    ``words``: all of them stand in the commitment, in any case.
    """

    year: int | None = None
    strategispor: str = ""
    number: int | None = None
    strength: str = ""
    words: str = ""
    only_findings: bool = False

    def __call__(self, each: Commitment) -> bool:
        text = fold(" ".join((each.passage.text, each.heading, each.passage.label, each.place)))
        return (
            (self.year is None or self.year in each.years)
            and (not self.strategispor or self.strategispor == each.strategispor)
            and (self.number is None or self.number == each.number)
            and (not self.strength or self.strength == each.strength)
            and all(word in text for word in fold(self.words).split())
            and (not self.only_findings or each.finding is not None)
        )


class Register:
    """All commitments of the plan, bullets first, each kind in the plan's order."""

    def __init__(self, catalogue: Catalogue, commenting: Commenting, corrections: Corrections = NONE) -> None:
        self.catalogue = catalogue
        self._commenting = commenting
        self._reasons = {each.row: each.why for each in corrections.match}

    @classmethod
    def of(cls, trace: Trace) -> Register:
        """With the responses that name a pejlemærke, or are about the same thing."""

        def commenting(number: int) -> list[Comment]:
            firsts = [
                (cell.response, next((each for each in cell.entries if each.is_named), cell.entries[0]))
                for cell in trace.of_pejlemaerke(number)
            ]
            return [Comment(response, first.passage, first.is_named) for response, first in firsts]

        return cls(trace.catalogue, commenting, trace.corrections)

    @cached_property
    def commitments(self) -> tuple[Commitment, ...]:
        return tuple(self._commitment(passage) for passage in (*self._points, *self.catalogue.rows))

    @cached_property
    def _points(self) -> list[Passage]:
        return [point for number in self.catalogue.pejlemaerker for point in self.catalogue.points(number)]

    def wanted(self, wanted: Wanted) -> tuple[Commitment, ...]:
        return tuple(each for each in self.commitments if wanted(each))

    def _commitment(self, passage: Passage) -> Commitment:
        schedule = self.catalogue.schedule
        is_row = passage.kind == "row"
        others = (
            [point for point in self._points if passage in schedule.rows.get(point.id, ())]
            if is_row
            else schedule.rows.get(passage.id, ())
        )
        point = (others[0] if others else None) if is_row else passage
        number = point.reference.pejlemaerker[0] if point else None
        years = [row.reference.year for row in ([passage] if is_row else others)]
        (strategispor,) = passage.reference.strategispor
        return Commitment(
            passage,
            number,
            point.section[1] if point else "",
            strategispor,
            tuple(sorted({year for year in years if year})),
            strength_of(passage),
            actor_of(passage),
            targets_of(passage),
            place_of(passage),
            extent_of(passage),
            tuple(self._match(passage, other) for other in others),
            tuple(n for n, box in self.catalogue.goals.items() if strategispor in box.reference.strategispor),
            tuple(self._commenting(number)) if number else (),
        )

    def _match(self, passage: Passage, other: Passage) -> Match:
        row, point = (passage, other) if passage.kind == "row" else (other, passage)
        schedule = self.catalogue.schedule
        if row.id in schedule.corrected:
            return Match(other, self._reasons.get(row.id, ""), None)
        title = shared_title(row, point)
        words = f"»{title}«" if title else ", ".join(shared_words(row, point))
        return Match(other, words, schedule.scores[row.id])
