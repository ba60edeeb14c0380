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
_DANISH_LETTERS = frozenset("æøåÆØÅ")


def language_of(text: str) -> Language:
    """The language of a question; text with a Danish letter in it is Danish.

    The plan's own words do not count: people use them in English too.
    """
    text = _PLAN_WORDS.sub(" ", text)
    if _DANISH_LETTERS & set(text):
        return "da"
    language, _ = _classifier()(text)
    return "en" if language == "en" else "da"


@cache
def _classifier() -> Callable[[str], tuple[str, float]]:
    import py3langid

    py3langid.set_languages(["da", "en"])
    classify: Callable[[str], tuple[str, float]] = py3langid.classify
    return classify
