"""Whether what was found answers the question at all, and how much of it to quote."""

from __future__ import annotations

import math
from collections.abc import Sequence

from assistant.search.retriever import Evidence, Hit

COEFFICIENTS = (8.41, -8.75, 8.09, 3.71)
INTERCEPT = -11.21
LEAST_PROBABILITY = 0.25
SURE_SIMILARITY = 0.75
LEAST_OF_A_SENDER = 0.5
"""Logistic regression on ``signs``; ``python -m assistant calibrate`` fits it and prints these. A query
that is all but one of the lay questions (``SURE_SIMILARITY``) needs no other sign. What a sender says of
a topic is in it if his own words hold ``LEAST_OF_A_SENDER`` of the topic's n-grams."""

MOST_QUOTES = 3
LEAST_SHARE = 0.9
"""A second and third passage are quoted if their score is at least this share of the best one's:
of the shares from .7 to .95 the one with the best mean of citation precision and recall."""


def signs(evidence: Evidence) -> tuple[float, float, float, float]:
    """What the regression looks at."""
    return (
        evidence.similarity**2,
        evidence.outside,
        evidence.coverage,
        math.log1p(evidence.length),
    )


def probability(evidence: Evidence) -> float:
    """How likely it is that the documents answer the question, 0 to 1."""
    if evidence.similarity >= SURE_SIMILARITY:
        return 1.0
    terms = zip(COEFFICIENTS, signs(evidence), strict=True)
    return 1 / (1 + math.exp(-INTERCEPT - sum(weight * sign for weight, sign in terms)))


def is_enough(evidence: Evidence, of_a_sender: bool) -> bool:
    """Whether to answer; ``of_a_sender``: the evidence is of a topic in some sender's words alone."""
    if of_a_sender and evidence.coverage >= LEAST_OF_A_SENDER:
        return True
    return probability(evidence) >= LEAST_PROBABILITY


def worth_quoting(hits: Sequence[Hit]) -> list[Hit]:
    """The best passage, and those whose score is nearly as good."""
    best = hits[0].score
    return [hit for hit in hits[:MOST_QUOTES] if hit.score >= LEAST_SHARE * best]
