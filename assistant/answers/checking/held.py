"""What a statement is held against: the passage that comes nearest to it, and what belongs to that."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from assistant.answers.answer import Citation
from assistant.answers.checking.statements import Statement
from assistant.answers.checking.worded import groups
from assistant.answers.phrasing.source import Source
from assistant.answers.reading.bodies import named_bodies
from assistant.answers.reading.details import counted, office_fit
from assistant.answers.reading.references import References, find_references
from assistant.answers.reading.voices import asks_earlier
from assistant.documents.passages import Document, Passage
from assistant.documents.sentences import sentences_of
from assistant.search.catalogue import Catalogue
from assistant.search.retriever import Evidence, Search
from assistant.search.tokens import fold

_LOOKED_AT = 8
_CLOSENESS, _SAME_PLACE = 0.4, 0.3
"""What a passage gains by how close its best sentence is, and by each year, number or sender that it shares
with the statement: of two that tell nearly the same, the one that is meant."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_COUNTED = re.compile(r"\b\d{1,3} (?:politiske |store |indkomne )?([a-z]{5,})")
_MOST_SENTENCES = 2


@dataclass(frozen=True)
class Held:
    """The passage that comes nearest to a statement. ``sentences``: its own, best first; ``joined``: the rows
    of a point or the point of a row; ``others``: more passages that were found, best first."""

    statement: Statement
    references: References
    bodies: tuple[str, ...]
    passage: Passage
    document: Document
    sentences: tuple[str, ...]
    joined: tuple[Passage, ...]
    others: tuple[Passage, ...]
    score: float
    closeness: float
    evidence: Evidence

    @property
    def best(self) -> str:
        """The sentence that comes nearest."""
        return self.sentences[0]

    @property
    def near(self) -> tuple[str, ...]:
        """The sentences that come nearest, and the rows and the point that belong to them."""
        return (*self.sentences[:_MOST_SENTENCES], *(each.text for each in self.joined))

    @cached_property
    def around(self) -> str:
        """What the reader of the passage sees beside it: its place, who wrote it, and when."""
        passage, document = self.passage, self.document
        return ". ".join(
            (passage.label, *passage.section, document.sender, document.short, document.title, document.date)
        )

    @cached_property
    def text(self) -> str:
        """All that the statement may lean on."""
        joined = (f"{each.text} {each.label}" for each in self.joined)
        return ". ".join((self.passage.text, *joined, self.around))

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years that it tells or is planned for."""
        rows = [each.reference.year for each in (self.passage, *self.joined) if each.reference.year]
        told = [int(year) for each in (self.passage, *self.joined) for year in _YEAR.findall(each.text)]
        return tuple(dict.fromkeys((*rows, *told)))

    @property
    def source(self) -> Source:
        """Its best sentence as the source of a sentence."""
        citation = Citation(1, self.passage, self.document, self.passage.start, self.passage.end)
        return Source("1", self.best, citation)


def hold(statement: Statement, search: Search, catalogue: Catalogue) -> Held | None:
    """The nearest that the documents tell; None if nothing is found at all."""
    references = find_references(statement.text, catalogue.strategispor, catalogue.headings)
    bodies = named_bodies(statement.text, catalogue.responders)
    documents = search.index.documents_by_id
    found = search(statement.query, _LOOKED_AT, _of_this_hearing(statement, documents))
    ranked = []
    for hit in found.hits:
        sentences = sentences_of(hit.passage)
        near = search.closeness(statement.text, sentences)
        best = sorted(zip(near, sentences, strict=True), key=lambda each: -each[0])
        joined = _joined(hit.passage, search)
        shared = _shared(statement, references, bodies, hit.passage, documents[hit.passage.document_id])
        value = hit.score + _CLOSENESS * best[0][0] + _SAME_PLACE * shared
        ranked.append((value, hit, tuple(each for _, each in best), best[0][0], joined))
    if not ranked:
        return None
    ranked.sort(key=lambda each: -each[0])
    _, hit, best_sentences, closeness, joined = ranked[0]
    return Held(
        statement,
        references,
        bodies,
        hit.passage,
        documents[hit.passage.document_id],
        best_sentences,
        joined,
        tuple(each[1].passage for each in ranked[1:]),
        hit.score,
        closeness,
        found.evidence,
    )


def _of_this_hearing(statement: Statement, documents: dict[str, Document]) -> Callable[[Passage], float]:
    """Documents about the earlier plan are held only against what is said of it, and nothing else is."""
    is_earlier = asks_earlier(fold(statement.query))
    return lambda passage: float(documents[passage.document_id].superseded == is_earlier)


def _joined(passage: Passage, search: Search) -> tuple[Passage, ...]:
    schedule = search.schedule
    point = schedule.points.get(passage.id)
    return (point,) if point else tuple(schedule.rows.get(passage.id, ()))


def _shared(
    statement: Statement,
    references: References,
    bodies: tuple[str, ...],
    passage: Passage,
    document: Document,
) -> int:
    """How many of the year, the pejlemærke, the sender, the count and the office that a statement names a
    passage has."""
    told = {passage.reference.year, *map(int, _YEAR.findall(passage.text))}
    numbered = _COUNTED.findall(statement.folded)
    numbers = set(references.pejlemaerker) & set(passage.reference.pejlemaerker)
    return (
        bool(set(references.years) & told)
        + (passage.role == "plan" and bool(numbers))
        + (document.role == "response" and document.sender in bodies)
        + any(bool(counted(passage.text, f"hvor mange {noun}")) for noun in numbered)
        + (
            passage.kind == "row"
            and bool(groups(statement.folded).keys() & groups(fold(passage.text)).keys())
        )
        + (passage.kind == "signature" and office_fit(passage.text, statement.folded) > 1)
    )
