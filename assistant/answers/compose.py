"""Puts passages into a short, readable answer: a line that says who speaks, the quote, its marker."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from assistant.answers.answer import Citation, Language
from assistant.answers.lists.listing import Listing
from assistant.answers.phrases import introduction
from assistant.documents.passages import Document, Passage

Scorer = Callable[[Sequence[str]], Sequence[float]]
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


class Composer:
    """Collects citations in the order in which the answer uses them, and the text around them."""

    def __init__(self, documents: dict[str, Document], language: Language) -> None:
        self._documents = documents
        self._language = language
        self.citations: list[Citation] = []
        self._blocks: list[str] = []

    @property
    def text(self) -> str:
        return "\n\n".join(self._blocks)

    def say(self, text: str) -> None:
        self._blocks.append(text)

    def quote(self, passage: Passage, start: int, end: int) -> None:
        """The quote under a line that says who speaks and where."""
        document = self._documents[passage.document_id]
        lead = introduction(self._language, passage, document)
        self._blocks.append(f"{lead}\n{self._cite(passage, start, end)}")

    def quote_all(self, listing: Listing) -> None:
        """All passages of a complete answer, each under the label of its place."""
        self.say(listing.lead)
        for place, group in groupby(listing.passages, key=lambda passage: passage.label):
            lines = [
                f"- {self._cite(passage, *whole(passage))}{_in_brackets(listing.notes.get(passage.id))}"
                for passage in group
            ]
            self._blocks.append("\n".join((f"**{place}**", *lines)))

    def _cite(self, passage: Passage, start: int, end: int) -> str:
        document = self._documents[passage.document_id]
        citation = Citation(len(self.citations) + 1, passage, document, start, end)
        self.citations.append(citation)
        return f"»{citation.quote}« [{citation.marker}]"


def _in_brackets(note: str | None) -> str:
    return f" ({note})" if note else ""


def whole(passage: Passage) -> tuple[int, int]:
    """The span of a passage without the number that opens it: the label says it."""
    match = _NUMBERING.match(passage.text)
    return passage.start + (match.end() if match else 0), passage.end


def excerpt(passage: Passage, score: Scorer) -> tuple[int, int]:
    """The span to quote: the passage if it is short, else its best sentences that stand together."""
    start, end = whole(passage)
    if end - start <= _LONGEST_WHOLE:
        return start, end
    sentences = list(_sentences(passage, start))
    scores = score([passage.text[a - passage.start : b - passage.start] for a, b in sentences])
    first = last = max(range(len(sentences)), key=lambda i: scores[i])
    while True:
        before = first - 1 if first else None
        after = last + 1 if last + 1 < len(sentences) else None
        fitting = [
            i
            for i in (before, after)
            if i is not None
            and max(sentences[last][1], sentences[i][1]) - min(sentences[first][0], sentences[i][0])
            <= _LONGEST_EXCERPT
        ]
        if not fitting:
            return sentences[first][0], sentences[last][1]
        best = max(fitting, key=lambda i: scores[i])
        first, last = min(first, best), max(last, best)


def _sentences(passage: Passage, start: int) -> Iterable[tuple[int, int]]:
    at = start
    for match in _SENTENCE.finditer(passage.text, start - passage.start):
        # A closing quotation mark belongs to the sentence before the white space.
        end = passage.start + match.start() + len(match.group().rstrip())
        yield at, end
        at = passage.start + match.end()
    yield at, passage.end
