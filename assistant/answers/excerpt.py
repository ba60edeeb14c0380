"""Which part of a passage to quote: whole short passages, whole sentences of long ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.documents.passages import Passage
from assistant.documents.sentences import sentences_of, spans_of, whole

Scorer = Callable[[list[str]], Sequence[float]]
"""How well each sentence fits the question: higher is better."""

_LONGEST_WHOLE = 600
"""Passages up to this many characters are quoted whole: a reader takes them in at a glance."""
_LONGEST_EXCERPT = 540
ALONE, FIRST, BEHIND = 1.0, 0.7, 0.45
"""The share of these lengths for the only passage of an answer, the first of several, and those behind it."""


def excerpt(passage: Passage, score: Scorer, share: float = ALONE) -> tuple[int, int]:
    """The span to quote: the passage if it is short, else its best sentences that stand together."""
    start, end = whole(passage)
    if end - start <= share * _LONGEST_WHOLE:
        return start, end
    sentences = spans_of(passage)
    scores = score(sentences_of(passage))
    first = last = max(range(len(sentences)), key=lambda i: scores[i])
    while True:
        before = first - 1 if first else None
        after = last + 1 if last + 1 < len(sentences) else None
        fitting = [
            i
            for i in (before, after)
            if i is not None
            and max(sentences[last][1], sentences[i][1]) - min(sentences[first][0], sentences[i][0])
            <= share * _LONGEST_EXCERPT
        ]
        if not fitting:
            return sentences[first][0], sentences[last][1]
        best = max(fitting, key=lambda i: scores[i])
        first, last = min(first, best), max(last, best)
