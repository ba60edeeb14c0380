"""Which pejlemærker a sentence is about without naming them: judged by what the search says of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.documents.passages import Passage
from assistant.search.catalogue import Catalogue
from assistant.search.embedding import Vectors
from assistant.search.retriever import Search
from assistant.search.stored import opened, store
from assistant.search.tokens import grams, spelled_words

MODEL = Path(__file__).parent / "model" / "matter.json"
_SMOOTHING = 0.5

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Weights:
    """A logistic regression over the signs; ``least``: the likelihood from which a sentence is about it.

    ``python -m assistant trace --fit`` fits them on the development responses.
    """

    coefficients: tuple[float, ...]
    intercept: float
    least: float

    @classmethod
    def open(cls, path: Path = MODEL) -> Weights:
        """Reads a model; ``ModelError`` if the file is missing or not one."""
        return opened(cls, path)

    def save(self, path: Path = MODEL) -> None:
        store(self, path)

    def __call__(self, signs: Numbers) -> Numbers:
        """The likelihoods: shape (...) for signs of shape (..., signs)."""
        return np.asarray(1 / (1 + np.exp(-self.intercept - signs @ np.array(self.coefficients))))


class Matter:
    """Tells how likely sentences are about each pejlemærke."""

    def __init__(self, search: Search, catalogue: Catalogue) -> None:
        self._search = search
        self._passages = search.index.passages
        self._numbers = catalogue.pejlemaerker
        rows = {passage.id: row for row, passage in enumerate(self._passages)}
        of_number: dict[int, list[Passage]] = {
            number: catalogue.pejlemaerke(number) for number in self._numbers
        }
        for row_id, point in catalogue.schedule.points.items():
            of_number[point.reference.pejlemaerker[0]].append(search.index.by_id[row_id])
        self._parts = [part for parts in of_number.values() for part in parts]
        self._rows = np.array([rows[part.id] for part in self._parts])
        self._starts = np.cumsum([0, *(len(parts) for parts in of_number.values())])[:-1]
        self._sizes = np.diff([*self._starts, len(self._parts)])
        self._weight = {part.id: 1.0 for part in self._parts}

    @cached_property
    def _vectors(self) -> Vectors:
        return self._search.embedder.encode_documents([part.text for part in self._parts])

    @cached_property
    def _grams(self) -> list[frozenset[str]]:
        return [frozenset(grams(part.text)) for part in self._parts]

    def _closeness(self, text: str) -> Numbers:
        """How close each part's own text is: cosine plus the share of the text's n-grams in it."""
        asked = frozenset(grams(text)) or {""}
        shares = np.array([len(asked & held) / len(asked) for held in self._grams])
        close: Numbers = shares + self._vectors @ self._search.embedder.encode_queries([text])[0]
        return close

    @cached_property
    def weights(self) -> Weights:
        return Weights.open()

    @property
    def least(self) -> float:
        """The likelihood from which a sentence is said to be about a pejlemærke."""
        return self.weights.least

    def __call__(self, sentences: Sequence[str], heading: str = "") -> Numbers:
        """How likely each sentence of a passage, under a heading, is about each pejlemærke: shape
        (sentences, pejlemærker)."""
        return self.weights(self.signs(sentences, heading))

    def signs(self, sentences: Sequence[str], heading: str = "") -> Numbers:
        """What the judgement looks at, of each sentence and of all of them together: shape (sentences,
        pejlemærker, signs)."""
        texts = [heading, *sentences] if heading else sentences
        whole = self._signs(". ".join(texts))
        alone = [whole if len(texts) == 1 else self._signs(sentence) for sentence in sentences]
        return np.stack([np.concatenate([each, whole], axis=1) for each in alone])

    def _signs(self, text: str) -> Numbers:
        """Of one text: shape (pejlemærker, signs)."""
        scored = self._search.scored(text, lambda passage: self._weight.get(passage.id, 0.0))
        closeness = self._closeness(text)
        near = self._best(scored.similarities[self._rows])
        close = self._best(closeness)
        held = self._best(self._search.index.grams.coverage(text)[self._rows])
        ranked = self._best(scored.scores[self._rows])
        return np.stack(
            [
                near,
                _lead(near),
                close,
                _lead(close),
                held,
                _lead(held),
                ranked,
                self._telling(text),
            ],
            axis=1,
        )

    def _best(self, values: NDArray[np.float64] | NDArray[np.float32]) -> Numbers:
        """The best value of the parts of each pejlemærke."""
        best: Numbers = np.maximum.reduceat(values.astype(np.float64), self._starts)
        return best

    def _telling(self, text: str) -> Numbers:
        """How much its words, taken together, are those of one pejlemærke and of no other."""
        total = np.zeros(len(self._numbers))
        for word in dict.fromkeys(spelled_words(text)):
            rows = self._search.index.stems.coverage(word) > 0
            share = np.add.reduceat(rows[self._rows].astype(np.float64), self._starts) / self._sizes
            usual = rows[self._rows].mean()
            total += np.log((share + _SMOOTHING * usual + 0.01) / ((1 + _SMOOTHING) * usual + 0.01))
        return total


def _lead(values: Numbers) -> Numbers:
    """How far each is before the best of the others."""
    first, second = np.sort(values)[::-1][:2]
    lead: Numbers = np.where(values == first, values - second, values - first)
    return lead
