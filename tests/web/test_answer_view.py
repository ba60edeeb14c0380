"""An answer as the chat shows it: its words are its own, and what others wrote stays text."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
from attacks import TYPED, WRITTEN
from hypothesis import given
from hypothesis import strategies as st
from shown import Shown, answer_with, bare, folded

from assistant.answers.answer import Answer
from assistant.answers.assistant import Assistant
from assistant.answers.compose import Composer
from assistant.answers.reply import Quote, Reply
from assistant.documents.passages import Document
from assistant.web.answer_view import BADGES, answer_blocks, answer_view
from assistant.web.words import word

ATTACKS = [
    *WRITTEN,
    *TYPED,
    "1. først\n- så\n---\n> til sidst\n    kode",
    "to linjer\n\n![billede](https://ond.example/x.png)",
]
PLAIN = {"div", "p", "span", "br", "a", "strong", "ul", "li"}


def shown(answer: Answer, turn: int = 1, earlier: list[str] | None = None) -> Shown:
    return Shown(answer_view(answer, answer_blocks(answer, turn), turn, "da", earlier))


def test_a_marker_is_a_link_to_its_source() -> None:
    page = shown(answer_with("Vi bakker op."), turn=3)
    assert page.links() == ["#kilde-3-1"]
    assert "Solby Kommune skriver i sit høringssvar: »Vi bakker op.« Kilde [1]: Svar, afsnit 1" in folded(
        page.text
    )


def test_markers_of_equal_quotes_lead_to_their_own_sources(documents: dict[str, Document]) -> None:
    plan = documents["plan-2024"]
    composer = Composer(documents, "da")
    for number in range(11):
        alike = replace(plan.passages[3], id=f"plan-2024/alike.{number}")
        composer.add(Reply("answered", quotes=(Quote(alike, alike.start, alike.end),)))
    answer = Answer("?", "da", "answered", composer.text, tuple(composer.citations))
    assert shown(answer).links() == [f"#kilde-1-{number}" for number in range(1, 12)]


def test_a_list_keeps_its_places_and_its_points(assistant: Assistant) -> None:
    page = shown(assistant.answer("Hvad siger pejlemærke 7?"))
    assert {"ul", "li", "strong"} <= page.tags
    assert "Pejlemærke 7, punkt 3" in page.text
    assert len(page.links()) == 4


@pytest.mark.parametrize(
    "question", ["Hvad siger pejlemærke 7?", "Hvordan bliver vejret i morgen?", "pejlemærke 99?"]
)
def test_all_of_the_answers_text_is_shown_in_its_order(assistant: Assistant, question: str) -> None:
    answer = assistant.answer(question)
    seen = Shown("".join(answer_blocks(answer, 1))).text
    for citation in answer.citations:
        seen = seen.replace(f"Kilde [{citation.marker}]: {citation.passage.label}", f"[{citation.marker}]")
    assert bare(seen) == bare(answer.text.replace("**", "").replace("\n- ", "\n"))


def test_kinds_of_answers_look_different(assistant: Assistant) -> None:
    looks = {
        answer.status: answer_view(answer, answer_blocks(answer, 1), 1, "da")
        for answer in map(
            assistant.answer, ("Hvad siger pejlemærke 7?", "Hvad koster en plads?", "pejlemærke 99?", "?!")
        )
    }
    assert set(looks) == {"answered", "not_in_documents", "no_such_reference", "failed"}
    for status, look in looks.items():
        assert f'class="svar svar-{status}"' in look
        assert word("da", BADGES[status]) in look


def test_a_whole_answer_can_be_shared_and_exported() -> None:
    answer = replace(answer_with("Vi bakker op."), question="Og hvad & mener «de»?")
    page = shown(answer, earlier=["Hej", "Hvem svarede?"])
    link, *exports = page.links("")[-3:]
    assert [urlsplit(each).path for each in (link, *exports)] == ["/", "/svar.docx", "/svar.md"]
    asked = {"f": ["Hej", "Hvem svarede?"], "q": ["Og hvad & mener «de»?"]}
    assert parse_qs(urlsplit(link).query) == asked
    for each in exports:
        assert parse_qs(urlsplit(each).query) == {**asked, "language": ["da"]}
    assert "button" not in shown(answer).tags, "an answer that still grows has no tools"


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_quote_is_shown_letter_for_letter(attack: str) -> None:
    page = shown(answer_with(attack))
    assert f"»{bare(attack)}«" in bare(page.text)
    assert page.tags <= PLAIN
    assert page.links() == ["#kilde-1-1"]
    assert page.attributes <= {"class", "lang", "href"}


@pytest.mark.parametrize("attack", [*WRITTEN, *TYPED])
@pytest.mark.parametrize("place", ["sender", "label", "question"])
def test_who_says_it_and_what_was_asked_stay_text(attack: str, place: str) -> None:
    answer = answer_with("Vi bakker op.")
    answer = (
        replace(answer, question=attack)
        if place == "question"
        else answer_with("Vi bakker op.", **{place: attack})
    )
    page = shown(answer, earlier=[attack])
    assert page.tags <= PLAIN | {"button"}
    assert page.attributes <= {"class", "lang", "href", "id", "type", "target", "download"}
    assert len(page.links()) == 4
    if place != "question":
        assert bare(attack) in bare(page.text)


@given(st.text(alphabet="ab1 *_`[]()<>&#!|~$\\-+=:/.@;\"'").map(str.strip).filter(bool))
def test_any_quote_is_shown_letter_for_letter(text: str) -> None:
    page = shown(answer_with(text))
    assert f"»{bare(text)}«" in bare(page.text)
    assert page.tags <= PLAIN
