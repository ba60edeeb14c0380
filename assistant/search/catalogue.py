"""The structure of the documents: what can be listed completely instead of searched."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from assistant.documents.passages import Document, Passage
from assistant.search.schedule import Schedule
from assistant.search.tokens import fold, stems

_RECEIVED = re.compile(r"modtaget (\d+) høringssvar")


def numbers_named(passages: Iterable[Passage]) -> list[int]:
    """The pejlemærker that passages stand under or name, each once, in ascending order."""
    return sorted({number for passage in passages for number in passage.reference.pejlemaerker})


@dataclass(frozen=True)
class Catalogue:
    """Looks passages up by where they stand."""

    documents: tuple[Document, ...]
    schedule: Schedule

    @cached_property
    def plan(self) -> tuple[Passage, ...]:
        """All passages of the plan."""
        return tuple(
            passage for document in self.documents if document.role == "plan" for passage in document.passages
        )

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The passages of all documents but those about an earlier plan."""
        return tuple(p for document in self.documents if not document.superseded for p in document.passages)

    @cached_property
    def responses(self) -> tuple[Document, ...]:
        return tuple(document for document in self.documents if document.role == "response")

    @cached_property
    def responders(self) -> tuple[str, ...]:
        """Who sent the responses, in the order of ``sources.toml``."""
        return tuple(response.sender for response in self.responses)

    @cached_property
    def signatories(self) -> frozenset[str]:
        """The names below the letters and the foreword."""
        return frozenset(name for document in self.documents for name in _signed(document))

    @cached_property
    def earlier_signatories(self) -> frozenset[str]:
        """The words of names that stand below a superseded document alone."""
        now = {name for document in self.documents if not document.superseded for name in _signed(document)}
        return frozenset(word for name in self.signatories - now for word in name.split())

    @cached_property
    def received(self) -> tuple[Passage, ...]:
        """Where the hearing page says how many responses there were."""
        return tuple(
            passage
            for document in self.documents
            if document.role == "page"
            for passage in document.passages
            if _RECEIVED.search(passage.text)
        )

    @cached_property
    def commented(self) -> tuple[int, ...]:
        """The pejlemærker that the headings of any response name."""
        return tuple(numbers_named(passage for each in self.responses for passage in each.passages))

    @cached_property
    def plan_title(self) -> str:
        """The plan's own title; empty if the corpus has no plan."""
        return next((document.title for document in self.documents if document.role == "plan"), "")

    @cached_property
    def received_count(self) -> int | None:
        """How many responses the hearing page says there were."""
        found = next((_RECEIVED.search(passage.text) for passage in self.received), None)
        return int(found[1]) if found else None

    @cached_property
    def statements(self) -> tuple[Passage, ...]:
        """The statements of all pejlemærker, in order."""
        return tuple(passage for passage in self.plan if passage.kind == "statement")

    @cached_property
    def pejlemaerker(self) -> tuple[int, ...]:
        return tuple(passage.reference.pejlemaerker[0] for passage in self.statements)

    @cached_property
    def strategispor(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(passage.reference.strategispor[0] for passage in self.statements))

    @cached_property
    def headings(self) -> dict[str, tuple[int, ...]]:
        """The headings of the pejlemærker, and the numbers under each."""
        found: dict[str, tuple[int, ...]] = {}
        for passage in self.statements:
            heading = passage.section[1]
            found[heading] = (*found.get(heading, ()), *passage.reference.pejlemaerker)
        return found

    @cached_property
    def goals(self) -> dict[int, Passage]:
        """The text about each verdensmål, by number in ascending order."""
        boxes = {p.reference.goal: p for p in self.plan if p.reference.goal is not None}
        return dict(sorted(boxes.items()))

    @cached_property
    def goal_list(self) -> Passage | None:
        return next((p for p in self.plan if p.kind == "goal" and p.reference.goal is None), None)

    @cached_property
    def rows(self) -> tuple[Passage, ...]:
        return tuple(passage for passage in self.plan if passage.kind == "row")

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years that have rows of their own in the timeline."""
        return tuple(sorted({p.reference.year for p in self.rows if p.reference.year is not None}))

    @cached_property
    def timeline_note(self) -> Passage | None:
        return next((p for p in self.plan if p.id.endswith("/tidsplan.note")), None)

    @cached_property
    def sections(self) -> dict[str, tuple[Passage, ...]]:
        """The chapters of running text, and the passages of each."""
        found: dict[str, tuple[Passage, ...]] = {}
        for passage in self.plan:
            if passage.kind in ("paragraph", "signature", "definition"):
                found[passage.section[0]] = (*found.get(passage.section[0], ()), passage)
        return found

    @cached_property
    def vision(self) -> Passage | None:
        """The vision itself, one sentence."""
        return next((p for p in self.plan if p.kind == "vision" and not p.reference.strategispor), None)

    @cached_property
    def strategispor_texts(self) -> dict[str, tuple[Passage, ...]]:
        """The chapter of each strategispor, without its pejlemærker and verdensmål."""
        return {
            name: tuple(p for p in self.plan if p.kind == "paragraph" and p.section[0].endswith(f" {name}"))
            for name in self.strategispor
        }

    @cached_property
    def visions(self) -> tuple[Passage, ...]:
        """What the vision says for each strategispor."""
        return tuple(p for p in self.plan if p.kind == "vision" and p.reference.strategispor)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The stems of all words in the documents, folded before they are stemmed."""
        return frozenset(stem for document in self.documents for stem in stems(fold(document.text)))

    @cached_property
    def strategispor_in_short(self) -> tuple[Passage, ...]:
        """What the plan's chapter on the vision says of each strategispor."""
        return tuple(
            passage
            for passage in self.plan
            if passage.kind == "paragraph" and passage.section[-1] in self.strategispor
        )

    def pejlemaerke(self, number: int) -> list[Passage]:
        """The statement of a pejlemærke and its points."""
        return [
            passage
            for passage in self.plan
            if passage.kind in ("statement", "point") and passage.reference.pejlemaerker == (number,)
        ]

    def points(self, number: int) -> list[Passage]:
        return [passage for passage in self.pejlemaerke(number) if passage.kind == "point"]

    def rows_of(self, years: Iterable[int], strategispor: Iterable[str]) -> list[Passage]:
        """Timeline rows of these years and strategispor; none given means all."""
        wanted_years, wanted_names = set(years), set(strategispor)
        return [
            row
            for row in self.rows
            if (not wanted_years or row.reference.year in wanted_years)
            and (not wanted_names or wanted_names & set(row.reference.strategispor))
        ]


def _signed(document: Document) -> list[str]:
    """The names of those who signed a document."""
    lines = [
        line
        for passage in document.passages
        if passage.kind == "signature"
        for line in passage.text.split("\n")
    ]
    return [line for line in lines if re.fullmatch(r"[A-ZÆØÅ]\w+ [A-ZÆØÅ]\w+", line)]
