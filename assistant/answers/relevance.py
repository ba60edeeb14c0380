"""Whether what was found answers the question at all, and how much of it to quote."""

from __future__ import annotations

import math
from collections.abc import Sequence

from assistant.search.retriever import Evidence, Hit

COEFFICIENTS = (9.20, -8.98, 7.21, 3.18)
INTERCEPT = -11.95
LEAST_PROBABILITY = 0.3
"""Logistic regression on ``signs``; ``python -m assistant calibrate`` fits it and prints these."""

MOST_QUOTES = 3
LEAST_SHARE = 0.8
"""A second and third passage are quoted if their score is at least this share of the best one's."""


def signs(evidence: Evidence) -> tuple[float, float, float, float]:
    """What the regression looks at."""
    return (
        evidence.similarity,
        evidence.outside,
        evidence.coverage,
        math.log1p(evidence.length),
    )


def probability(evidence: Evidence) -> float:
    """How likely it is that the documents answer the question, 0 to 1."""
    terms = zip(COEFFICIENTS, signs(evidence), strict=True)
    return 1 / (1 + math.exp(-INTERCEPT - sum(weight * sign for weight, sign in terms)))


def worth_quoting(hits: Sequence[Hit]) -> list[Hit]:
    """The best passage, and those whose score is nearly as good."""
    best = hits[0].score
    return [hit for hit in hits[:MOST_QUOTES] if hit.score >= LEAST_SHARE * best]
