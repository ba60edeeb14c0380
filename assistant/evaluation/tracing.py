"""How well the trace finds who speaks of what, and how: against responses that people have marked."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.documents.corpus import read_corpus
from assistant.documents.corrections import Direction
from assistant.evaluation.calibration import regression
from assistant.evaluation.marked import DIRECTIONS, Marked, placed, read_gold, read_responses
from assistant.hearing.joinders import tells
from assistant.hearing.matter import Matter, Weights
from assistant.hearing.trace import Trace, heading_of, plain
from assistant.search.catalogue import Catalogue
from assistant.search.index import open_current
from assistant.search.models import load_embedder
from assistant.search.retriever import Search
from assistant.settings import Settings

Pair = tuple[str, int]
"""A passage's id and a pejlemærke."""
_LEAST_PRECISION, _EVERY = 0.8, 2
_LEASTS = (0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7, 0.8)


@dataclass(frozen=True)
class Found:
    """How many were told, how many there are, and how many of these are the same."""

    told: int
    wanted: int
    right: int

    @classmethod
    def of(cls, told: Iterable[object], wanted: Iterable[object]) -> Found:
        one, other = set(told), set(wanted)
        return cls(len(one), len(other), len(one & other))

    @property
    def precision(self) -> float:
        return self.right / self.told if self.told else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 1.0

    def __str__(self) -> str:
        return (
            f"precision {self.precision:.3f}  recall {self.recall:.3f}  "
            f"({self.right} of {self.told}, {self.wanted})"
        )


@dataclass(frozen=True)
class Agreement:
    """``named`` and ``about``: of passages and pejlemærker. ``direction``: the share of the sentences that
    show what people say they show, no more and no less."""

    named: Found
    about: Found
    direction: float


def trace_of(directory: Path, settings: Settings) -> Trace:
    """The trace of a directory of responses, beside the plan of the current index."""
    embedder = load_embedder(settings)
    search = Search(open_current(settings.index, embedder.name), embedder)
    others = [each for each in search.index.documents if each.role != "response"]
    catalogue = Catalogue((*others, *read_responses(directory, settings.corpus)), search.schedule)
    return Trace(catalogue, Matter(search, catalogue))


def measure(settings: Settings, directory: Path, with_mistakes: bool = False) -> str:
    """How well the trace agrees with what people have marked in a directory of responses."""
    trace = trace_of(directory, settings)
    marked, lost = placed(read_gold(directory), trace)
    found, joinders = agreement(trace, marked), trace.voices.joinders
    lines = [
        f"{len(trace.responses)} responses, {len(marked)} sentences, {len(lost)} that stand nowhere",
        f"named      {found.named}",
        f"about      {found.about}",
        f"direction  {found.direction:.3f} of the sentences agree",
        *(f"  {each:11}{_of_direction(each, marked)}" for each in DIRECTIONS.values()),
        f"joinders   {'; '.join(f'{each.document.sender} joins {each.name}' for each in joinders) or 'none'}",
        f"copies     {_copies(trace) or 'none'}",
    ]
    if with_mistakes:
        lines += _mistakes(marked, trace)
        lines += [f"nowhere: {each.file}: {each.text}" for each in lost]
    return "\n".join(lines)


def agreement(trace: Trace, marked: Sequence[Marked]) -> Agreement:
    """How far the trace says what people say."""
    explicit, implicit = _pairs(marked)
    named, about = _told(trace, {each.passage.id for each in marked})
    agree = [each for each in marked if _shown(each) == each.gold.directions]
    return Agreement(
        Found.of(named, explicit),
        Found.of(about - explicit, implicit - explicit),
        len(agree) / max(1, len(marked)),
    )


def _pairs(marked: Sequence[Marked]) -> tuple[set[Pair], set[Pair]]:
    """What is named in the passages, and what they are about, as people have marked it."""
    explicit = {(each.passage.id, number) for each in marked for number in each.gold.explicit}
    implicit = {(each.passage.id, number) for each in marked for number in each.gold.implicit}
    return explicit, implicit


def _told(trace: Trace, passages: Container[str]) -> tuple[set[Pair], set[Pair]]:
    """The same as the trace tells it."""
    told = [
        (cell.number, entry)
        for cell in trace.cells.values()
        for entry in cell.entries
        if entry.passage.id in passages
    ]
    named = {(entry.passage.id, number) for number, entry in told if entry.is_named}
    return named, {(entry.passage.id, number) for number, entry in told if not entry.is_named}


def _shown(marked: Marked) -> frozenset[Direction]:
    return frozenset(direction for sentence in marked.sentences for direction in sentence.directions)


def _of_direction(direction: Direction, marked: Sequence[Marked]) -> Found:
    told = [at for at, each in enumerate(marked) if direction in _shown(each)]
    return Found.of(told, [at for at, each in enumerate(marked) if direction in each.gold.directions])


def _copies(trace: Trace) -> str:
    pairs = trace.voices.borrowed
    return "; ".join(f"{one} copies {len(places)} of {other}" for (one, other), places in pairs.items())


def _mistakes(marked: Sequence[Marked], trace: Trace) -> Iterator[str]:
    explicit, implicit = _pairs(marked)
    named, about = _told(trace, {each.passage.id for each in marked})
    texts = {passage.id: passage.text for each in trace.responses for passage in each.passages}
    for what, told, wanted in (
        ("named", named, explicit),
        ("about", about - explicit, implicit - explicit),
    ):
        for fault, pairs in (("wrong", told - wanted), ("missed", wanted - told)):
            for passage, number in sorted(pairs):
                yield f"{what} {fault}: {number} {passage}: {texts[passage]}"
    for each in marked:
        if (shown := _shown(each)) != each.gold.directions:
            cues = [(c.direction, s.document.text[c.start : c.end]) for s in each.sentences for c in s.cues]
            yield f"direction {sorted(shown)} for {sorted(each.gold.directions)} {cues}: {each.gold.text}"


def fit(settings: Settings, directory: Path) -> tuple[Weights, str]:
    """What tells that a sentence is about a pejlemærke, and a table of cross-validation: each response is
    judged by a fit that has not seen it. The likelihood from which it is said is the lowest that is right
    often enough."""
    trace = trace_of(directory, settings)
    marked, _ = placed(read_gold(directory), trace)
    signs, labels, pairs = _examples(trace, marked)
    others = _off_topic(trace.matter, settings)
    files = np.array([passage.partition("/")[0] for passage, _ in pairs])
    judged = np.zeros(len(labels))
    for file in sorted(set(files)):
        held = files == file
        judged[held] = _weights(signs[~held], labels[~held], others)(signs[held])
    explicit, implicit = _pairs(marked)
    table = {}
    for least in _LEASTS:
        told = {pair for pair, share in zip(pairs, judged, strict=True) if share >= least}
        table[least] = Found.of(told, implicit - explicit)
    enough = [least for least, found in table.items() if found.precision >= _LEAST_PRECISION]
    weights = replace(_weights(signs, labels, others), least=min(enough, default=max(_LEASTS)))
    return weights, "\n".join(f"{least:5.2f}  {found}" for least, found in table.items())


def _weights(signs: NDArray[np.float64], labels: NDArray[np.bool_], others: NDArray[np.float64]) -> Weights:
    """Fitted on marked sentences and on ``others`` that are about nothing of the plan, scaled alike."""
    rows = np.concatenate([signs, others])
    mean, size = rows.mean(axis=0), rows.std(axis=0)
    y = np.concatenate([labels, np.zeros(len(others), dtype=bool)])
    model = regression().fit((rows - mean) / size, y)
    coefficients = model.coef_[0] / size
    return Weights(
        tuple(round(float(each), 4) for each in coefficients),
        round(float(model.intercept_[0] - coefficients @ mean), 4),
        0.5,
    )


def _off_topic(matter: Matter, settings: Settings) -> NDArray[np.float64]:
    """The signs of questions that have nothing to do with the plan, with every pejlemærke."""
    texts = [each.text for each in read_corpus(settings.corpus).outside if each.is_off_topic]
    return np.concatenate([matter.signs([text])[0] for text in texts[::_EVERY]])


def _examples(
    trace: Trace, marked: Sequence[Marked]
) -> tuple[NDArray[np.float64], NDArray[np.bool_], list[Pair]]:
    """The signs of every sentence with every pejlemærke that its passage does not name, whether people say
    that it is about it, and the passage's pair."""
    explicit, _ = _pairs(marked)
    about = {
        (sentence, number) for each in marked for sentence in each.sentences for number in each.gold.implicit
    }
    signs, labels, pairs = [], [], []
    for passage in dict.fromkeys(each.passage.id for each in marked):
        telling = [each for each in trace.sentences[passage] if tells(each.text)]
        if not telling:
            continue
        for sentence, rows in zip(
            telling,
            trace.matter.signs(list(map(plain, telling)), heading_of(telling[0].passage)),
            strict=True,
        ):
            for number, row in zip(trace.numbers, rows, strict=True):
                if (passage, number) not in explicit:
                    signs.append(row)
                    labels.append((sentence, number) in about)
                    pairs.append((passage, number))
    return np.array(signs), np.array(labels), pairs
