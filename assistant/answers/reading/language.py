"""Danish or English? The only home of py3langid."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from assistant.answers.answer import Language

_PLAN_WORDS = re.compile(
    r"pejlem\w+|verdensmål\w*|strategispor\w*|ét socialområde|det hele menneske"
    r"|fagligt stærke specialområder|ordet er dit",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<=\s)[A-ZÆØÅ]\w+")
_DANISH_LETTERS = frozenset("æøåÆØÅ")
_LEAST_MARGIN = 3.0
"""Difference of the log-probabilities that makes a text English: in doubt it is Danish."""


def language_of(text: str) -> Language:
    """The language of a question; a Danish letter in it decides.

    The plan's own words do not count, nor do names: people use both in English too.
    """
    text = _NAME.sub("", _PLAN_WORDS.sub(" ", text)).strip() or text
    if _DANISH_LETTERS & set(text):
        return "da"
    scores = dict(_ranker()(text))
    return "en" if scores["en"] - scores["da"] >= _LEAST_MARGIN else "da"


@cache
def _ranker() -> Callable[[str], list[tuple[str, float]]]:
    """Whole before anybody uses it: the package narrows its own, shared one under the threads' hands."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(["da", "en"])
    rank: Callable[[str], list[tuple[str, float]]] = identifier.rank
    return rank
