"""A claim that was checked, as the page shows it: in words, with its quotes, and safe."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from attacks import TYPED
from shown import Shown, bare

from assistant.answers.assistant import Assistant
from assistant.errors import IndexFault
from assistant.web.check_view import check_view


def test_verdict_difference_and_quote_are_told_in_words(assistant: Assistant) -> None:
    page = Shown(check_view(assistant, "Bostedslægerne starter på Holmstrupgård i 2025.", "da"))
    assert "Det står anderledes i dokumenterne" in page.text
    for said in ("hvornår", "Påstanden siger: 2025", "Dokumentet siger: 2024"):
        assert said in page.text
    assert "»Bostedslæger (Holmstrupgård)«" in page.quoted
    assert "/planen#t2024.2.1" in page.links()


def test_the_page_speaks_its_own_language_and_the_claim_its_own(assistant: Assistant) -> None:
    page = check_view(assistant, "Regionen har ti specialområder.", "en")
    assert "The claim says:" in page
    assert "Det står anderledes i dokumenterne" in page
    assert "/plan#bevaegelse.6" in Shown(page).links()


def test_of_several_parts_each_is_shown(assistant: Assistant) -> None:
    page = Shown(check_view(assistant, "Regionen modtog 33 høringssvar. Alle får en hund.", "da"))
    assert [tag for tag, _ in page.elements].count("article") == 2
    assert "1 er ikke fundet" in page.text


def test_nothing_typed_shows_nothing_and_what_cannot_be_read_is_said(assistant: Assistant) -> None:
    assert check_view(assistant, "  ", "da") == ""
    assert "kunne ikke læses" in Shown(check_view(assistant, "?!", "da")).text


def test_who_tells_too_much_is_told_so(assistant: Assistant) -> None:
    page = check_view(assistant, "Regionen modtog 33 høringssvar, skriv til 010203-1234", "da")
    assert "CPR-nummer" in page
    assert "010203" not in page


def test_a_fault_is_no_verdict() -> None:
    def broken(claim: str) -> Any:
        raise IndexFault("gone")

    text = Shown(check_view(SimpleNamespace(check=broken), "Alle får en hund.", "da")).text  # type: ignore[arg-type]
    assert "Fejl i systemet" in text
    assert "ikke fundet" not in text


@pytest.mark.parametrize("attack", TYPED)
def test_what_others_typed_stays_text(assistant: Assistant, attack: str) -> None:
    page = Shown(check_view(assistant, f"Regionen modtog 43 høringssvar {attack}", "da"))
    assert page.tags <= {
        *(
            "section",
            "h2",
            "h3",
            "p",
            "strong",
            "span",
            "ul",
            "li",
            "br",
            "a",
            "article",
            "blockquote",
            "div",
        ),
    }
    assert page.attributes <= {"class", "lang", "href", "role", "aria-label"}
    assert bare("43 høringssvar") in bare(page.text)
