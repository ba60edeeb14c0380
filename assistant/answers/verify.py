"""The last look at an answer before it leaves."""

from __future__ import annotations

import re

from assistant.answers.answer import Answer
from assistant.errors import UnverifiedError

_MARKER = re.compile(r"\[\d+\]")


def verify(answer: Answer) -> Answer:
    """The answer itself; ``UnverifiedError`` unless every quote in it is its document's text.

    Each citation must lie within its passage, the passage must be at its place in its document,
    the text must hold the quote with its marker, and no marker may be without a citation. What a language
    model phrased may name the markers once more.
    """
    rest, own_words = answer.text, []
    for citation in answer.citations:
        passage, document = citation.passage, citation.document
        if document.text[passage.start : passage.end] != passage.text:
            raise UnverifiedError(f"{passage.id} is not at its place in {document.id}")
        if not passage.start <= citation.start < citation.end <= passage.end:
            raise UnverifiedError(f"quote {citation.marker} is not within {passage.id}")
        before, found, rest = rest.partition(citation.marked)
        if not found:
            raise UnverifiedError(
                f"quote {citation.marker} is not in the text, or its markers are not in order"
            )
        own_words.append(before)
    known = {f"[{citation.marker}]" for citation in answer.citations} if answer.is_phrased else set()
    if stray := sorted({*_MARKER.findall(" ".join((*own_words, rest)))} - known):
        raise UnverifiedError(f"the marker {stray[0]} is without a citation")
    if answer.status == "answered" and not answer.citations:
        raise UnverifiedError("an answer without a citation")
    return answer
