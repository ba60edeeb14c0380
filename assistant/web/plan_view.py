"""The plan to read: the timeline as a picture, the strategispor with their pejlemærker, the chapters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.answers.answer import Language
from assistant.documents.passages import Passage
from assistant.search.catalogue import Catalogue
from assistant.web.rendering import render

_PERIOD = re.compile(r"(20\d\d)\s*-\s*(20\d\d)")


@dataclass(frozen=True)
class _Comments:
    """Where one response speaks of a pejlemærke under a heading that names it."""

    sender: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True)
class _Track:
    """A strategispor: its number (for its colour), its texts, its goals, its headings."""

    number: int
    name: str
    texts: tuple[Passage, ...]
    visions: tuple[Passage, ...]
    goals: tuple[Passage, ...]
    headings: tuple[tuple[str, tuple[int, ...]], ...]


@dataclass(frozen=True)
class PlanView:
    """What the plan's page shows, looked up in the catalogue."""

    catalogue: Catalogue

    @cached_property
    def tracks(self) -> tuple[_Track, ...]:
        catalogue = self.catalogue
        return tuple(
            _Track(
                number,
                name,
                catalogue.strategispor_texts[name],
                tuple(p for p in catalogue.visions if name in p.reference.strategispor),
                tuple(p for p in catalogue.goals.values() if name in p.reference.strategispor),
                tuple(
                    (heading, numbers)
                    for heading, numbers in catalogue.headings.items()
                    if name in catalogue.pejlemaerke(numbers[0])[0].reference.strategispor
                ),
            )
            for number, name in enumerate(catalogue.strategispor, start=1)
        )

    @property
    def later_years(self) -> tuple[int, ...]:
        """The years of the plan's own period for which the timeline has no rows."""
        period = _PERIOD.search(self.catalogue.plan_title)
        years = range(int(period[1]), int(period[2]) + 1) if period else ()
        return tuple(year for year in years if year not in self.catalogue.years)

    @property
    def chapters(self) -> dict[str, tuple[Passage, ...]]:
        """The running text that belongs to no strategispor, the definitions aside."""
        return self._chapters(of_definitions=False)

    @property
    def definitions(self) -> dict[str, tuple[Passage, ...]]:
        return self._chapters(of_definitions=True)

    def _chapters(self, of_definitions: bool) -> dict[str, tuple[Passage, ...]]:
        """Every passage of the plan that stands nowhere else on the page."""
        shown = {p.id for track in self.tracks for p in (*track.texts, *track.visions, *track.goals)}
        found: dict[str, tuple[Passage, ...]] = {}
        for passage in self.catalogue.plan:
            is_elsewhere = passage.kind in ("statement", "point", "row") or passage.id in shown
            is_elsewhere |= passage == self.catalogue.timeline_note
            if not is_elsewhere and (passage.kind == "definition") == of_definitions:
                found[passage.section[0]] = (*found.get(passage.section[0], ()), passage)
        return found

    def pejlemaerke_of(self, row: Passage) -> Passage | None:
        """The point that a row of the timeline schedules, if its words say which."""
        return self.catalogue.schedule.points.get(row.id)

    def rows_of(self, point: Passage) -> Sequence[Passage]:
        return self.catalogue.schedule.rows.get(point.id, ())

    def comments(self, number: int) -> list[_Comments]:
        """The responses with a heading that names a pejlemærke, and what stands below it."""
        return [
            _Comments(response.sender, passages)
            for response in self.catalogue.responses
            if (passages := tuple(p for p in response.passages if number in p.reference.pejlemaerker))
        ]


def plan_view(catalogue: Catalogue, language: Language) -> str:
    """The whole page below its search box, as HTML."""
    return render("plan.html", language, view=PlanView(catalogue))


def results_view(query: str, passages: Sequence[Passage], language: Language) -> str:
    """What a search of the plan found, best first; empty for an empty query."""
    return render("results.html", language, query=query.strip(), passages=passages)
