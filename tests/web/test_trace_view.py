"""Who says what: a cell leads to its sentences, and the words that show a direction are marked."""

from __future__ import annotations

from dataclasses import replace

import pytest
from attacks import WRITTEN
from shown import Shown

from assistant.documents.passages import Document
from assistant.hearing.matter import Matter
from assistant.hearing.trace import Trace
from assistant.search.catalogue import Catalogue
from assistant.search.retriever import Search
from assistant.web.trace_view import TraceView, trace_view


@pytest.fixture(scope="module")
def page(trace: Trace) -> Shown:
    return Shown(trace_view(trace, "da"))


def test_a_cell_leads_to_the_sentences_on_the_page(trace: Trace, page: Shown) -> None:
    ids = {attributes.get("id") for _, attributes in page.elements}
    told = [cell for number in trace.numbers for cell in trace.of_pejlemaerke(number)]
    anchors = [f"#{TraceView.anchor(cell.response, cell.number)}" for cell in told]
    assert told
    assert set(anchors) <= set(page.links())
    assert {anchor[1:] for anchor in anchors} <= ids


def test_every_sentence_of_a_cell_is_shown_to_the_letter(trace: Trace, page: Shown) -> None:
    shown = " ".join(page.text.split())
    for number in trace.numbers:
        for cell in trace.of_pejlemaerke(number):
            for sentence in cell.sentences:
                assert " ".join(sentence.text.split()) in shown


def test_cues_are_marked(page: Shown) -> None:
    assert "hilser det velkommen" in page.marked
    assert "tager afstand" in page.marked


def test_silence_is_told(trace: Trace, page: Shown) -> None:
    for number in trace.unspoken:
        assert f"Ingen høringssvar i samlingen kommenterer pejlemærke {number}." in page.text


def test_who_joins_and_who_copies_is_told(page: Shown) -> None:
    assert "Østermark Kommune tilslutter sig høringssvaret fra Skovlund Kommune." in page.text
    assert "Bakkeby Kommune bruger samme ord som Skovlund Kommune" in page.text


@pytest.mark.parametrize("attack", WRITTEN)
def test_what_strangers_write_is_text(
    search: Search, together: Catalogue, written: dict[str, Document], attack: str
) -> None:
    response = written["ungeraadet"]
    text = f"Vi er enige i pejlemærke 7. {attack}"
    passage = replace(response.passages[0], id="x/1", document_id="x", text=text, start=0, end=len(text))
    stranger = replace(response, id="x", sender=attack, text=text, passages=(passage,))
    catalogue = Catalogue((*together.documents[:1], stranger), together.schedule)
    page = Shown(trace_view(Trace(catalogue, Matter(search, together)), "da"))
    assert not page.tags & {"script", "img", "iframe", "svg", "form", "style", "object"}
    assert not {name for name in page.attributes if name.startswith("on")}
