"""What stands in for lay questions where there are none: sentences, and everyday words for their terms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.documents.lay import Term
from assistant.documents.passages import Passage
from assistant.search.tokens import stems

MOST = 5000
"""Where more passages have no questions, none has stand-ins: these would be most of the index."""
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n")
_SHORTEST = 30
_NEAR, _ENGLISH = 3, 2
"""Words of the thesaurus that are put beside a term, everyday and English."""


class StandIns:
    """Finds the terms of the thesaurus in passages.

    Measured with each document left out (``python -m assistant leave-out``): recall of the first five
    .82 with all of it, .76 with nothing in the place of lay questions.
    """

    def __init__(self, thesaurus: Iterable[Term]) -> None:
        self._terms: dict[str, list[tuple[frozenset[str], Term]]] = {}
        for term in thesaurus:
            if parts := frozenset(stems(term.term)):
                self._terms.setdefault(min(parts), []).append((parts, term))

    def texts(self, passage: Passage) -> list[str]:
        """What is embedded beside a passage; nothing beside a signature."""
        if passage.kind == "signature":
            return []
        sentences = [each for each in _SENTENCE.split(passage.text) if len(each) > _SHORTEST]
        known = [
            word for term in self._found(passage) for word in (*term.near[:_NEAR], *term.english[:_ENGLISH])
        ]
        return [
            *(sentences if len(sentences) > 1 else ()),
            *([" ".join((passage.context, *known))] if known else ()),
        ]

    def words(self, passage: Passage) -> str:
        """What the words of a passage are widened by."""
        if passage.kind == "signature":
            return ""
        return " ".join(word for term in self._found(passage) for word in (*term.near, *term.english))

    def _found(self, passage: Passage) -> list[Term]:
        held = set(stems(passage.context))
        return [term for stem in sorted(held) for parts, term in self._terms.get(stem, ()) if parts <= held]


def without_questions(passages: Sequence[Passage], asked: Iterable[str]) -> list[Passage]:
    """The passages that need stand-ins: none if they are too many. ``asked``: ids of those that need none."""
    have = set(asked)
    lacking = [passage for passage in passages if passage.id not in have]
    return lacking if len(lacking) <= MOST else []
