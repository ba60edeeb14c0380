"""Which point of a pejlemærke a row of the timeline schedules: matched by their words."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from assistant.documents.passages import Passage
from assistant.search.tokens import grams, stems

TITLE = re.compile(r"[“”\"]([^“”\"]+)[“”\"]")
_WORD = re.compile(r"\w+")
_ALIKE = 0.5
"""Share of a word's n-grams from which another is much the same: "bostedslæger", "bosted"."""
_SAME_STRATEGISPOR = 1.25
_LEAST_SCORE = 0.25
_LEAST_LEAD = 1.2
"""A row is matched if its best point holds at least a quarter of its words and is that much better
than the second best. Of the plan's 30 rows 28 are matched, all rightly (read by hand); two stay
without, as their words fit two points equally well."""


@dataclass(frozen=True)
class Schedule:
    """The matches: ``points`` by the row's id, ``rows`` by the point's id; ``corrected``: the ids of rows
    that people have matched; ``scores``: how well the others match, by the row's id. Of several points of a
    row ``points`` has the first."""

    points: Mapping[str, Passage]
    rows: Mapping[str, tuple[Passage, ...]]
    corrected: frozenset[str] = frozenset()
    scores: Mapping[str, float] = field(default_factory=dict)


def match(plan: Sequence[Passage], corrected: Mapping[str, Sequence[str]] = MappingProxyType({})) -> Schedule:
    """Matches every row of a plan's timeline to the point that it schedules, if one stands out.

    ``corrected``: the ids of the points of a row, by its id, where people have said which they are.
    """
    rows = [passage for passage in plan if passage.kind == "row"]
    points = [passage for passage in plan if passage.kind == "point"]
    measures = [_measure(plan, terms) for terms in (grams, stems)]
    by_id = {passage.id: passage for passage in plan}
    found: dict[str, tuple[Passage, ...]] = {}
    sure: dict[str, float] = {}
    for row in rows:
        if row.id in corrected:
            found[row.id] = tuple(by_id[name] for name in corrected[row.id] if name in by_id)
            continue
        if not points or not stems(row.text):
            continue
        scores = {point.id: _score(row, point, measures) for point in points}
        ranked = sorted(points, key=lambda point: -scores[point.id])
        best, second = scores[ranked[0].id], scores[ranked[1].id] if len(ranked) > 1 else 0.0
        if best >= max(_LEAST_SCORE, _LEAST_LEAD * second):
            found[row.id], sure[row.id] = (ranked[0],), best
    matched = dict.fromkeys(point for each in found.values() for point in each)
    return Schedule(
        {row: each[0] for row, each in found.items() if each},
        {point.id: tuple(row for row in rows if point in found.get(row.id, ())) for point in matched},
        frozenset(row.id for row in rows if row.id in corrected),
        sure,
    )


def shared_title(row: Passage, point: Passage) -> str:
    """A title in quotation marks that both hold ("Ordet er dit"); empty if there is none."""
    titles = set(TITLE.findall(point.text))
    return next((title for title in TITLE.findall(row.text) if title in titles), "")


def shared_words(row: Passage, point: Passage) -> list[str]:
    """The words of a row that speak for a point: it holds them, or a word that is much the same."""
    held, parts = set(stems(point.text)), set(grams(point.text))
    found = []
    for word in _WORD.findall(row.text):
        mine = grams(word)
        is_alike = bool(mine) and sum(gram in parts for gram in mine) / len(mine) >= _ALIKE
        if stems(word) and (set(stems(word)) <= held or is_alike):
            found.append(word)
    return list(dict.fromkeys(found))


Measure = Callable[[Passage, Passage], float]


def _score(row: Passage, point: Passage, measures: Sequence[Measure]) -> float:
    shared = sum(measure(row, point) for measure in measures) / len(measures)
    if row.reference.strategispor == point.reference.strategispor:
        shared *= _SAME_STRATEGISPOR
    # A title in quotation marks ("Ordet er dit") is as good as a name.
    return shared + bool(shared_title(row, point))


def _measure(passages: Sequence[Passage], terms: Callable[[str], list[str]]) -> Measure:
    """Share of a row's terms that a point holds, each weighted by how rare it is (idf)."""
    held = {passage.id: set(terms(passage.text)) for passage in passages}
    frequency = Counter(term for each in held.values() for term in each)
    weight = {term: math.log(1 + len(held) / (1 + count)) for term, count in frequency.items()}

    def share(row: Passage, point: Passage) -> float:
        wanted = held[row.id]
        total = sum(weight[term] for term in wanted)
        return sum(weight[term] for term in wanted & held[point.id]) / total if total else 0.0

    return share
