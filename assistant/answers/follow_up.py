"""How much of what was asked before decides what answers a follow-up: learned from dialogues."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from assistant.answers.lists.structure import from_structure
from assistant.answers.reading.history import leaning, opens_so, points_back
from assistant.answers.reading.question import Question
from assistant.answers.reading.residue import content
from assistant.documents.passages import Passage
from assistant.search.catalogue import Catalogue
from assistant.search.retriever import Evidence, Found, Scored, Search
from assistant.search.stored import opened, store

MODEL = Path(__file__).parent / "model" / "follow_up.json"
_MANY_WORDS, _LONG = 5, 12
_FLOOR = 0.01

Scores = NDArray[np.float64]


class Finder(Protocol):
    """What finds the passages for a question."""

    def find(self, question: Question) -> Found: ...

    def scope_of(self, question: Question) -> Callable[[Passage], float]: ...

    def stands_alone(self, text: str) -> bool: ...


@dataclass(frozen=True)
class Dialogue:
    """What is known of a follow-up: its search alone, that of it behind its context, and ``told``: how much
    of the answer before it each passage was, shape (passages,)."""

    own: Scored
    whole: Scored
    told: Scores
    traits: list[float]

    @property
    def scores(self) -> tuple[Scores, Scores, Scores]:
        return self.own.scores, self.whole.scores, self.told


def dialogue_of(question: Question, search: Search, catalogue: Catalogue, finder: Finder) -> Dialogue:
    """What the search says of a question that has one before it."""
    before, alone = question.before, question.alone or question
    if before is None:
        raise ValueError("no follow-up: there is no question before it")
    behind = leaning(alone, before)
    own = search.scored(alone.query, finder.scope_of(alone))
    whole = search.scored(f"{behind.context} {alone.query}", finder.scope_of(behind))
    if question.alone and question.asks_sender:
        own = replace(own, scores=np.where(whole.scope, own.scores, 0.0))
    if listing := from_structure(before, catalogue):
        told = {passage.id: 1.0 for passage in listing.passages}
    else:
        told = {hit.passage.id: hit.score for hit in finder.find(before).hits}
    shares = np.array([told.get(passage.id, 0.0) for passage in search.index.passages])
    traits = traits_of(alone, before, own.evidence, finder.stands_alone(alone.text))
    return Dialogue(own, whole, np.where(whole.scope, shares, 0.0), traits)


@dataclass(frozen=True)
class FollowUps:
    """A logistic regression over three scores of each passage and the traits of the question.

    ``coefficients``: of each trait with each score, the traits outside. ``python -m assistant calibrate``
    fits it.
    """

    coefficients: tuple[float, ...]
    intercept: float

    @classmethod
    @cache
    def open(cls, path: Path = MODEL) -> FollowUps:
        """Reads a model; ``ModelError`` if the file is missing or not one."""
        return opened(cls, path)

    def save(self, path: Path = MODEL) -> None:
        store(self, path)

    def __call__(self, scores: Sequence[Scores], traits: Sequence[float]) -> Scores:
        """How likely each passage is part of the answer, shape (passages,); 0 where all scores are 0."""
        odds = signs(scores, traits) @ np.array(self.coefficients) + self.intercept
        return np.where(np.stack(scores).any(axis=0), 1 / (1 + np.exp(-odds)), 0.0)


def signs(scores: Sequence[Scores], traits: Sequence[float]) -> Scores:
    """Every score, as log odds, times every trait; shape (passages, traits * scores).

    ``scores``: of the question alone, of it behind its context, and of the question before it, each of shape
    (passages,).
    """
    odds = np.stack([np.log((each + _FLOOR) / (1 + _FLOOR - each)) for each in scores], axis=1)
    return np.concatenate([odds * trait for trait in traits], axis=1)


def traits_of(question: Question, before: Question, evidence: Evidence, stands_alone: bool) -> list[float]:
    """What tells a question that leans on the one before it from one of its own, each about 0 to 1.

    ``evidence``: of the question alone. ``stands_alone``: whether the documents answer it as it is.
    """
    return [
        1.0,
        float(points_back(question)),
        float(opens_so(question)),
        min(len(content(question.query)), _MANY_WORDS) / _MANY_WORDS,
        evidence.similarity,
        evidence.coverage,
        float(stands_alone),
        float(question.language == before.language),
        min(len(question.text.split()), _LONG) / _LONG,
    ]
