"""Danish or English? The only home of py3langid."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from assistant.answers.answer import Language

_DANISH_LETTERS = frozenset("æøåÆØÅ")


def language_of(text: str) -> Language:
    """The language of a question; text with a Danish letter in it is Danish."""
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
