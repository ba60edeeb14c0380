"""Where everything is found: the address of each page, of each place in a document, of an answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal
from urllib.parse import urlencode

from assistant.answers.answer import Language
from assistant.documents.passages import Passage

Page = Literal["ask", "plan", "commitments", "responses", "trace", "check", "about"]
PATHS: dict[Page, dict[Language, str]] = {
    "ask": {"da": "/", "en": "/en"},
    "plan": {"da": "/planen", "en": "/plan"},
    "commitments": {"da": "/indsatser", "en": "/commitments"},
    "responses": {"da": "/hoeringssvar", "en": "/responses"},
    "trace": {"da": "/hvem-siger-hvad", "en": "/who-says-what"},
    "check": {"da": "/tjek", "en": "/check"},
    "about": {"da": "/om", "en": "/about"},
}
MOST_EARLIER = 20
"""Earlier questions that an address carries; those before them are left out."""


def anchor(passage: Passage) -> str:
    """The id of a passage on its page: ``p10.4`` in the plan, ``svar-norddjurs.3`` elsewhere."""
    return passage.id.partition("/")[2] if passage.role == "plan" else passage.id.replace("/", ".")


def place(passage: Passage, language: Language) -> str:
    """The address of a passage: ``/planen#p10.4``."""
    page: Page = "plan" if passage.role == "plan" else "responses"
    return f"{PATHS[page][language]}#{anchor(passage)}"


def share(question: str, earlier: Sequence[str], language: Language) -> str:
    """The address at which a question is asked again, behind those that were asked before it."""
    return f"{PATHS['ask'][language]}?{asked(question, earlier)}"


def asked(question: str, earlier: Sequence[str]) -> str:
    """The same as a query string: ``q`` the question, ``f`` each earlier one, oldest first."""
    return urlencode([*(("f", each) for each in earlier[-MOST_EARLIER:]), ("q", question)])
