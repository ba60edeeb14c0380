"""Which part of a passage to quote: whole short passages, whole sentences of long ones."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from assistant.documents.passages import Passage

Scorer = Callable[[list[str]], Sequence[float]]
"""How well each sentence fits the question: higher is better."""

_ABBREVIATIONS = ("bl.a.", "f.eks.", "m.fl.", "m.v.", "jf.", "nr.", "ca.", "evt.", "eks.", "mv.", "ift.")
_SENTENCE = re.compile(
    "".join(rf"(?<!\b(?i:{re.escape(each)}))" for each in _ABBREVIATIONS)
    + r"(?<=[.!?:])[”\"’]?\s+(?=[A-ZÆØÅÉ“\"”•–])|\n"
)
_NUMBERING = re.compile(r"\d{1,2}\) |VERDENSMÅL NR\. \d+ ")
_LONGEST_WHOLE = 420
"""Passages up to this many characters are quoted whole: a reader takes them in at a glance."""
_LONGEST_EXCERPT = 380
_SHORTER = 0.6
"""Of these lengths, for a passage that stands behind another in the answer."""


def whole(passage: Passage) -> tuple[int, int]:
    """The span of a passage without the number that opens it: the label says it."""
    match = _NUMBERING.match(passage.text)
    return passage.start + (match.end() if match else 0), passage.end


def excerpt(passage: Passage, score: Scorer, is_first: bool = True) -> tuple[int, int]:
    """The span to quote: the passage if it is short, else its best sentences that stand together."""
    start, end = whole(passage)
    share = 1 if is_first else _SHORTER
    if end - start <= share * _LONGEST_WHOLE:
        return start, end
    sentences = list(_sentences(passage, start))
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


def sentences_of(passage: Passage) -> list[str]:
    """The sentences of a passage, without the number that opens it."""
    start, _ = whole(passage)
    return [passage.text[a - passage.start : b - passage.start] for a, b in _sentences(passage, start)]


def sentences_in(text: str) -> list[str]:
    """The sentences of any text."""
    return [text[start:end] for start, end in _cut(text, 0)]


def _sentences(passage: Passage, start: int) -> Iterable[tuple[int, int]]:
    for first, last in _cut(passage.text, start - passage.start):
        yield passage.start + first, passage.start + last


def _cut(text: str, start: int) -> Iterable[tuple[int, int]]:
    at = start
    for match in _SENTENCE.finditer(text, start):
        # A closing quotation mark belongs to the sentence before the white space.
        yield at, match.start() + len(match.group().rstrip())
        at = match.end()
    yield at, len(text)
