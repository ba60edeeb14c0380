"""Sources: what a citation opens, and that text of others stays text."""

from __future__ import annotations

from dataclasses import replace

import pytest
from attacks import TYPED, WRITTEN
from shown import Shown, answer_with, bare

from assistant.answers.answer import Answer, Citation
from assistant.answers.assistant import Assistant
from assistant.documents.passages import Document, Passage
from assistant.web.answer_view import answer_blocks
from assistant.web.sources import source_view, surroundings

ATTACKS = [*WRITTEN, *TYPED]


# the panel


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("place", ["text", "title", "sender", "label", "question"])
def test_a_source_shows_what_others_wrote_as_text(attack: str, place: str) -> None:
    if place == "question":
        answer = replace(answer_with("Vi bakker op."), question=attack)
    else:
        answer = answer_with(**{"text": "Vi bakker op.", place: attack})
    page = Shown(source_view(answer, 1, "da"))
    assert bare(attack) in bare(page.text)
    assert page.attributes <= {"id", "class", "lang", "href", "open", "type", "hidden", "aria-labelledby"}
    assert page.tags <= {
        *(
            "h3",
            "details",
            "summary",
            "p",
            "strong",
            "br",
            "blockquote",
            "mark",
            "section",
            "span",
            "button",
            "a",
        )
    }
    assert page.links() == ["/hoeringssvar#svar.1", "#redskaber-1"]
    assert page.ids == ["kilder-1", "kilder-1-navn", "kilde-1-1"]


def test_a_source_says_who_and_when_and_which_version() -> None:
    text = Shown(source_view(answer_with("Vi bakker op."), 1, "da")).text
    for fact in (
        "Kilder til: Hvad mener de?",
        "[1] Svar, afsnit 1",
        "Høringssvar Svar",
        "Solby Kommune · 2023-10-11 · sendt",
    ):
        assert fact in text


def test_every_passage_is_marked_exactly_within_its_surroundings(documents: dict[str, Document]) -> None:
    for document in documents.values():
        for passage in document.passages:
            cut = min(3, len(passage.text) - 1)
            for start, end in ((passage.start, passage.end), (passage.start + cut, passage.end - cut // 3)):
                citation = Citation(1, passage, document, start, end)
                page = Shown(source_view(Answer("?", "da", "answered", "", (citation,)), 1, "da"))
                assert bare(page.marked) == bare(citation.quote), passage.id
                around = surroundings(document, passage)
                assert bare(page.quoted) == bare("".join(each.text for each in around)), passage.id


@pytest.mark.parametrize("question", ["Hvad siger pejlemærke 7?", "Vis alle 15 pejlemærker"])
def test_anchors_are_unique_over_the_turns(assistant: Assistant, question: str) -> None:
    answer = assistant.answer(question)
    page = Shown("".join(source_view(answer, turn, "da") for turn in (3, 2, 1)))
    anchors = [id for id in page.ids if id.startswith("kilde-")]
    assert len(anchors) == len(set(anchors)) == 3 * len(answer.citations)
    for turn in (1, 2, 3):
        links = Shown("".join(answer_blocks(answer, turn))).links()
        assert set(links) <= {f"#{anchor}" for anchor in anchors}


def test_no_citations_no_panel(assistant: Assistant) -> None:
    assert source_view(assistant.answer("Hvordan bliver vejret i morgen?"), 1, "da") == ""


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
