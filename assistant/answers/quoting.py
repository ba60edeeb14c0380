"""From passages that answer to the spans that are quoted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.answers.excerpt import ALONE, excerpt
from assistant.answers.reading.details import fit
from assistant.answers.reading.question import Question
from assistant.answers.reply import Quote
from assistant.documents.passages import Document, Passage
from assistant.search.retriever import Search


class Quoter:
    """Cuts quotes out of passages, and knows which rows of the timeline go with them."""

    def __init__(self, search: Search) -> None:
        self._search = search

    def document(self, passage: Passage) -> Document:
        return self._search.index.documents_by_id[passage.document_id]

    def with_rows(self, passages: list[Passage]) -> list[Passage]:
        """The passages, each point followed by the rows of the timeline that schedule it."""
        rows = self._search.schedule.rows
        joined = [each for passage in passages for each in (passage, *rows.get(passage.id, ()))]
        return list(dict.fromkeys(joined))

    def with_years(self, passage: Passage) -> str:
        """The text of a passage with the years that the timeline plans it for."""
        rows = self._search.schedule.rows.get(passage.id, ())
        planned = [row for row in (passage, *rows) if row.kind == "row"]
        return " ".join((passage.text, *(str(row.reference.year) for row in planned)))

    def placed(self, quotes: Sequence[Quote]) -> tuple[Quote, ...]:
        """The quotes; behind a row of the timeline the point that it schedules, if that is not quoted too."""
        points = self._search.schedule.points
        shown = {quote.passage.id for quote in quotes}
        return tuple(
            replace(quote, note=point.label)
            if (point := points.get(quote.passage.id)) and point.id not in shown
            else quote
            for quote in quotes
        )

    def quote(self, question: Question, passage: Passage, share: float = ALONE) -> Quote:
        """The span of a passage that answers best; ``share``: how long it may be, as of ``excerpt``."""

        def closeness(sentences: list[str]) -> list[float]:
            detail = question.detail
            holds = [bool(detail and fit(detail, each, question.text)) for each in sentences]
            near = self._search.closeness(question.query, sentences)
            return [close + held for close, held in zip(near, holds, strict=True)]

        return Quote(passage, *excerpt(passage, closeness, share))
