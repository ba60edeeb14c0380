"""Whether what was found answers the question at all, and how much of it to quote."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.answers.reading.beyond import beyond
from assistant.answers.wording import score, terms_and_grams
from assistant.search.retriever import Evidence, Hit
from assistant.search.stored import opened, store
from assistant.search.tokens import fold

MODEL = Path(__file__).parent / "model" / "relevance.json"
LEAST_PROBABILITY = 0.2
LEAST_OF_A_SENDER = 0.5
"""What a sender says of a topic is in it if his own words hold so much of the topic's n-grams."""

MOST_QUOTES, MOST_PLACES = 4, 8
LEAST_SCORE = 0.25
"""Other passages than the best are quoted if they are part of the answer with this probability: of those
from .2 to .6 the lowest that keeps citation precision above .85 on the development questions."""


@dataclass(frozen=True)
class Relevance:
    """How likely it is that the documents answer a question: two logistic regressions.

    The first looks at the question's wording: ``terms`` weighs each run of one to three words
    ("hvad koster", "hvilken paragraf") and each character n-gram. The second joins that with the
    evidence of the search: ``coefficients`` of ``signs``. ``python -m assistant calibrate`` fits them.
    """

    terms: Mapping[str, float]
    bias: float
    coefficients: tuple[float, ...]
    intercept: float

    @classmethod
    def open(cls, path: Path = MODEL) -> Relevance:
        """Reads a model; ``ModelError`` if the file is missing or not one."""
        return opened(cls, path)

    def save(self, path: Path = MODEL) -> None:
        store(self, path)

    def wording(self, text: str) -> float:
        """What the wording alone says: above 0 if questions like it tend to be answered."""
        return score(terms_and_grams(text), self.terms, self.bias)

    def probability(self, text: str, evidence: Evidence) -> float:
        """How likely it is that the documents answer the question, 0 to 1."""
        values = (*signs(text, evidence), self.wording(text))
        total = sum(weight * value for weight, value in zip(self.coefficients, values, strict=True))
        return 1 / (1 + math.exp(-self.intercept - total))

    def is_enough(self, text: str, evidence: Evidence, of_a_sender: bool = False) -> bool:
        """Whether to answer; ``of_a_sender``: the evidence is of a topic in some sender's words alone."""
        if of_a_sender and evidence.coverage >= LEAST_OF_A_SENDER:
            return True
        return self.probability(text, evidence) >= LEAST_PROBABILITY


def signs(text: str, evidence: Evidence) -> tuple[float, ...]:
    """What the second regression looks at, besides the wording."""
    return (
        evidence.similarity,
        evidence.similarity**2,
        evidence.coverage,
        math.log1p(evidence.length),
        evidence.outside,
        float(beyond(fold(text)) is not None),
    )


def worth_quoting(hits: Sequence[Hit], share: float = 0.0, most: int = MOST_QUOTES) -> list[Hit]:
    """The best passage, and those that are likely part of the answer too.

    ``share``: of the best one's probability, that another must have. ``most``: so many at most.
    """
    least = max(LEAST_SCORE, share * hits[0].score)
    return [hit for at, hit in enumerate(hits[:most]) if at == 0 or hit.score >= least]
