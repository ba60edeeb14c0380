"""What a language model may lean on: the sentences that an answer quotes, under names that mean nothing."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answers.answer import Citation
from assistant.documents.sentences import sentences_in

_ID_BYTES = 3


@dataclass(frozen=True)
class Source:
    """A sentence of a quote. ``id``: made anew for each question, so that no document can name it."""

    id: str
    text: str
    citation: Citation

    @property
    def told(self) -> str:
        """The sentence with what the reader sees around it: its place, who wrote it, and when."""
        passage, document = self.citation.passage, self.citation.document
        around = (passage.label, *passage.section[-1:], document.sender, document.short, document.date)
        return ". ".join((self.text, *around))


def sources_of(citations: Sequence[Citation]) -> tuple[Source, ...]:
    """Every sentence that is quoted, in order; the name of its quote comes first: ``3fa9c1.2``."""
    return tuple(
        Source(f"{name}.{number}", text, citation)
        for citation in citations
        for name in (secrets.token_hex(_ID_BYTES),)
        for number, text in enumerate(sentences_in(citation.quote), 1)
    )
