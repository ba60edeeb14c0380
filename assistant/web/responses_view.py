"""The responses to the hearing: who sent them, what they comment on, their whole text; and the letters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answers.answer import Language
from assistant.documents.passages import Document
from assistant.search.catalogue import Catalogue, numbers_named
from assistant.search.tokens import fold
from assistant.web.rendering import render


@dataclass(frozen=True)
class Filter:
    """What a reader wants to see; empty fields let everything through."""

    words: str = ""
    pejlemaerke: int | None = None
    category: str = ""

    def lets(self, response: Document) -> bool:
        """Whether a response has all the words, in its text or its sender, and the rest."""
        text = fold(f"{response.sender} {response.text}")
        return (
            all(word in text for word in fold(self.words).split())
            and (self.pejlemaerke is None or self.pejlemaerke in commented(response))
            and (not self.category or response.category == self.category)
        )


def commented(response: Document) -> list[int]:
    """The pejlemærker that the headings of a response name, in ascending order."""
    return numbers_named(response.passages)


def categories(catalogue: Catalogue) -> list[str]:
    """The categories of the responses, as far as they are known."""
    return sorted({response.category for response in catalogue.responses} - {""})


def responses_view(catalogue: Catalogue, wanted: Filter, language: Language) -> str:
    """The responses that a filter lets through, as HTML."""
    shown = [response for response in catalogue.responses if wanted.lets(response)]
    return render(
        "responses.html",
        language,
        shown=[(response, commented(response)) for response in shown],
        count=len(catalogue.responses),
    )


def documents_view(catalogue: Catalogue, language: Language) -> str:
    """The hearing's letters and its page, whole, as HTML."""
    return render("documents.html", language, documents=_others(catalogue))


def _others(catalogue: Catalogue) -> Sequence[Document]:
    return [document for document in catalogue.documents if document.role in ("letter", "page")]
