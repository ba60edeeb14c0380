"""Sources: what a citation opens, and that text of others stays text."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from attacks import WRITTEN
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from assistant.answers.answer import Answer, Citation
from assistant.answers.assistant import Assistant
from assistant.answers.compose import Composer
from assistant.answers.reply import Quote, Reply
from assistant.documents.passages import Document, Passage
from assistant.web.sources import linked_text, source_panel, surroundings

ATTACKS = [
    *WRITTEN,
    "1. først\n- så\n---\n> til sidst\n    kode",
    "to linjer\n\n![billede](https://ond.example/x.png)",
    "to linjer\r\r![billede](https://ond.example/x.png)",
]


class Page(HTMLParser):
    """What a browser makes of Markdown: its elements, and the text that people see."""

    def __init__(self, markdown: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = self.marked = self.quoted = ""
        self._within: list[str] = []
        reader = MarkdownIt("commonmark", {"html": True, "breaks": True}).enable(["strikethrough", "table"])
        self.feed(reader.render(markdown))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._within.append(tag)
        self.text += "\n" if tag == "br" else ""

    def handle_endtag(self, tag: str) -> None:
        if tag in self._within:
            self._within.remove(tag)

    def handle_data(self, data: str) -> None:
        self.text += data
        self.marked += data if "mark" in self._within else ""
        self.quoted += data if "blockquote" in self._within else ""

    @property
    def tags(self) -> set[str]:
        return {tag for tag, _ in self.elements}

    @property
    def links(self) -> list[str | None]:
        return [attributes["href"] for tag, attributes in self.elements if tag == "a"]

    @property
    def ids(self) -> list[str | None]:
        return [attributes["id"] for _, attributes in self.elements if "id" in attributes]


def answer_with(
    text: str, title: str = "Svar", sender: str = "Solby Kommune", label: str = "Svar, afsnit 1"
) -> Answer:
    """An answer that quotes a response whole."""
    passage = Passage("svar/1", "svar", "response", label, "paragraph", (title,), text, 0, len(text))
    spans = ((0, 0, len(text)),)
    document = Document(
        "svar", "svar.txt", title, title, "response", sender, "2023-10-11", "sendt", text, spans, (passage,)
    )
    composer = Composer({"svar": document}, "da")
    composer.add(Reply("answered", quotes=(Quote(passage, 0, len(text)),)))
    return Answer("Hvad mener de?", "da", "answered", composer.text, tuple(composer.citations))


def folded(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def bare(text: str) -> str:
    return re.sub(r"\s+", "", text)


# the text of an answer


def test_a_marker_is_a_link_to_its_source() -> None:
    page = Page(linked_text(answer_with("Vi bakker op."), turn=3))
    assert folded(page.text) == "Solby Kommune skriver i sit høringssvar: »Vi bakker op.« [1]"
    assert page.links == ["#kilde-3-1"]


def test_markers_of_equal_quotes_lead_to_their_own_sources(documents: dict[str, Document]) -> None:
    plan = documents["plan-2024"]
    composer = Composer(documents, "da")
    for number in range(11):
        alike = replace(plan.passages[3], id=f"plan-2024/alike.{number}")
        composer.add(Reply("answered", quotes=(Quote(alike, alike.start, alike.end),)))
    answer = Answer("?", "da", "answered", composer.text, tuple(composer.citations))
    assert Page(linked_text(answer, 1)).links == [f"#kilde-1-{number}" for number in range(1, 12)]


def test_a_list_keeps_its_places_and_its_points(assistant: Assistant) -> None:
    page = Page(linked_text(assistant.answer("Hvad siger pejlemærke 7?"), 1))
    assert {"ul", "li", "strong"} <= page.tags
    assert "Pejlemærke 7, punkt 3" in page.text
    assert len(page.links) == 4


def test_a_refusal_stays_as_it_is(assistant: Assistant) -> None:
    answer = assistant.answer("Hvordan bliver vejret i morgen?")
    page = Page(linked_text(answer, 1))
    assert folded(page.text) == folded(answer.text)
    assert page.links == []


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_quote_is_shown_letter_for_letter(attack: str) -> None:
    page = Page(linked_text(answer_with(attack), 1))
    assert f"»{folded(attack)}« [1]" in folded(page.text)
    assert page.tags == {"p", "br", "a"}
    assert page.links == ["#kilde-1-1"]


@pytest.mark.parametrize("attack", WRITTEN)
def test_a_sender_is_shown_letter_for_letter(attack: str) -> None:
    page = Page(linked_text(answer_with("Vi bakker op.", sender=attack), 1))
    assert folded(attack) in folded(page.text)
    assert page.tags == {"p", "br", "a"}
    assert page.links == ["#kilde-1-1"]


@given(st.text(alphabet="ab1 *_`[]()<>&#!|~$\\-+=:/.@;\"'").map(str.strip).filter(bool))
def test_any_quote_is_shown_letter_for_letter(text: str) -> None:
    page = Page(linked_text(answer_with(text), 1))
    assert f"»{folded(text)}« [1]" in folded(page.text)
    assert page.tags == {"p", "br", "a"}


# the panel


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("place", ["text", "title", "sender", "label", "question"])
def test_a_source_shows_what_others_wrote_as_text(attack: str, place: str) -> None:
    if place == "question":
        answer = replace(answer_with("Vi bakker op."), question=attack)
    else:
        answer = answer_with(**{"text": "Vi bakker op.", place: attack})
    page = Page(source_panel(answer, 1))
    assert bare(attack) in bare(page.text)
    assert page.tags <= {"h3", "details", "summary", "p", "strong", "br", "blockquote", "mark", "section"}
    assert [a for tag, a in page.elements if tag == "details"] == [{"id": "kilde-1-1", "open": None}]


def test_a_source_says_who_and_when_and_which_version() -> None:
    text = Page(source_panel(answer_with("Vi bakker op."), 1)).text
    for fact in ("Kilder til: Hvad mener de?", "[1] Svar, afsnit 1", "Høringssvar · Solby Kommune", "sendt"):
        assert fact in text


def test_every_passage_is_marked_exactly_within_its_surroundings(documents: dict[str, Document]) -> None:
    for document in documents.values():
        for passage in document.passages:
            cut = min(3, len(passage.text) - 1)
            for start, end in ((passage.start, passage.end), (passage.start + cut, passage.end - cut // 3)):
                citation = Citation(1, passage, document, start, end)
                page = Page(source_panel(Answer("?", "da", "answered", "", (citation,)), 1))
                assert bare(page.marked) == bare(citation.quote), passage.id
                around = surroundings(document, passage)
                assert bare(page.quoted) == bare("".join(each.text for each in around)), passage.id


@pytest.mark.parametrize("question", ["Hvad siger pejlemærke 7?", "Vis alle 15 pejlemærker"])
def test_anchors_are_unique_over_the_turns(assistant: Assistant, question: str) -> None:
    answer = assistant.answer(question)
    page = Page("".join(source_panel(answer, turn) for turn in (3, 2, 1)))
    anchors = [id for id in page.ids if id and id.startswith("kilde-")]
    assert len(anchors) == len(set(anchors)) == 3 * len(answer.citations)
    for turn in (1, 2, 3):
        assert set(Page(linked_text(answer, turn)).links) <= {f"#{anchor}" for anchor in anchors}


def test_no_citations_no_panel(assistant: Assistant) -> None:
    assert source_panel(assistant.answer("Hvordan bliver vejret i morgen?"), 1) == ""


# surroundings


@pytest.mark.parametrize(
    ("key", "around"),
    [
        ("plan-2024/p10", ["p10", "p10.1", "p10.2", "p10.3", "p10.4"]),
        ("plan-2024/p10.4", ["p10", "p10.1", "p10.2", "p10.3", "p10.4"]),
        ("plan-2024/p1.1", ["p1", "p1.1", "p1.2", "p1.3", "p1.4"]),
        ("plan-2024/t2024.2.1", ["t2024.2.1", "t2024.2.2", "t2024.2.3", "t2024.2.4"]),
        ("plan-2024/t2025.3.6", [f"t2025.3.{row}" for row in range(1, 7)]),
        ("brev-2023/9", ["8", "9", "10"]),
        ("svar-norddjurs/1", ["1", "2"]),
        ("svar-norddjurs/7", ["6", "7", "8"]),
        ("side-2023/12", ["11", "12"]),
    ],
)
def test_what_is_shown_around_a_passage(
    documents: dict[str, Document], passages: dict[str, Passage], key: str, around: list[str]
) -> None:
    document = documents[passages[key].document_id]
    shown = surroundings(document, passages[key])
    assert [passage.id for passage in shown] == [f"{document.id}/{each}" for each in around]


def test_surroundings_are_of_the_document_hold_the_passage_and_keep_its_order(
    documents: dict[str, Document],
) -> None:
    for document in documents.values():
        for passage in document.passages:
            shown = surroundings(document, passage)
            assert passage in shown
            assert shown == sorted(shown, key=lambda each: each.start)
            assert set(shown) <= set(document.passages)
