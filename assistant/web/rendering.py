"""Templates filled in; whatever comes from a document or a person is escaped here, in one place."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from assistant.answers.answer import Language
from assistant.web.addresses import PATHS, anchor, place
from assistant.web.words import role_word, word


def _lines(text: str) -> Markup:
    """Text with its line ends shown."""
    return Markup("<br>").join(escape(line) for line in text.split("\n"))


_ENVIRONMENT = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_ENVIRONMENT.filters["lines"] = _lines
_ENVIRONMENT.globals.update(anchor=anchor, paths=PATHS)


def render(template: str, language: Language, **values: object) -> str:
    """A template as one line of HTML: without line ends no Markdown reader takes any of it for Markdown.

    Templates also know ``word``, ``role_word`` and ``place`` in that language, ``anchor`` and ``paths``.
    """
    known = {
        "language": language,
        "word": partial(word, language),
        "role_word": partial(role_word, language),
        "place": partial(place, language=language),
    }
    return " ".join(_ENVIRONMENT.get_template(template).render(**known, **values).split())
