"""Puts replies into a short, readable text: who speaks, the quotes, their markers."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from assistant.answers.answer import Citation, Language
from assistant.answers.lists.listing import Listing
from assistant.answers.phrases import introduction
from assistant.answers.reply import Quote, Reply
from assistant.documents.passages import Document, Passage
from assistant.documents.sentences import whole


class Composer:
    """Collects citations in the order in which the answer uses them, and the text around them."""

    def __init__(self, documents: dict[str, Document], language: Language) -> None:
        self._documents = documents
        self._language = language
        self._blocks: list[str] = []
        self.citations: list[Citation] = []

    @property
    def text(self) -> str:
        return "\n\n".join(self._blocks)

    def add(self, reply: Reply) -> None:
        """One reply: its own words first, then what it quotes, none of it twice in the answer."""
        self._say(reply.lead)
        if reply.listing:
            self._list(reply.listing)
        if quotes := self._new(reply.quotes):
            self._say(reply.before_quotes)
            self._quote(quotes)
        self._say(reply.close)

    def _say(self, text: str) -> None:
        if text and text not in self._blocks:
            self._blocks.append(text)

    def _quote(self, quotes: Sequence[Quote]) -> None:
        """Quotes by source, each under a line that says who speaks and where."""
        for lead, group in groupby(quotes, key=self._introduction):
            lines = [
                f"{self._cite(quote.passage, quote.start, quote.end)}{_in_brackets(quote.note)}"
                for quote in group
            ]
            self._blocks.append("\n".join((lead, *lines)))

    def _new(self, quotes: Sequence[Quote]) -> list[Quote]:
        """The quotes of passages that the answer has not cited yet, by source."""
        cited = {citation.passage.id for citation in self.citations}
        new = [quote for quote in quotes if quote.passage.id not in cited]
        sources = list(dict.fromkeys(quote.passage.document_id for quote in new))
        return sorted(new, key=lambda quote: sources.index(quote.passage.document_id))

    def _introduction(self, quote: Quote) -> str:
        return introduction(self._language, quote.passage, self._documents[quote.passage.document_id])

    def _list(self, listing: Listing) -> None:
        """All passages of a complete answer, each under the label of its place."""
        self._say(listing.lead)
        cited = {citation.passage.id for citation in self.citations}
        passages = [passage for passage in listing.passages if passage.id not in cited]
        for place, group in groupby(passages, key=lambda passage: passage.label):
            lines = [
                f"- {self._cite(passage, *whole(passage))}{_in_brackets(listing.notes.get(passage.id))}"
                for passage in group
            ]
            self._blocks.append("\n".join((f"**{place}**", *lines)))

    def _cite(self, passage: Passage, start: int, end: int) -> str:
        document = self._documents[passage.document_id]
        citation = Citation(len(self.citations) + 1, passage, document, start, end)
        self.citations.append(citation)
        return citation.marked


def _in_brackets(note: str | None) -> str:
    return f" ({note})" if note else ""
