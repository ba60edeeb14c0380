"""The hearing note: every quote is verbatim, every pejlemærke has its place, nobody is left out."""

from __future__ import annotations

import csv
import io
import re

import docx
import pytest

from assistant.documents.corrections import Attitude, Corrections
from assistant.documents.passages import Document
from assistant.errors import AssistantError
from assistant.hearing.matter import Matter
from assistant.hearing.note import REMARKS, as_csv, as_docx, general_remarks, remarks
from assistant.hearing.trace import Trace
from assistant.search.catalogue import Catalogue
from assistant.search.retriever import Search
from assistant.search.schedule import Schedule


@pytest.fixture(scope="module")
def paragraphs(trace: Trace) -> list[str]:
    return [each.text for each in docx.Document(io.BytesIO(as_docx(trace))).paragraphs]


@pytest.fixture(scope="module")
def texts(together: Catalogue) -> str:
    return "\n".join(document.text for document in together.documents)


def test_every_quote_is_verbatim(paragraphs: list[str], texts: str) -> None:
    quotes = [match for text in paragraphs for match in re.findall(r"^»(.*?)«(?: \(|$)", text, re.DOTALL)]
    assert len(quotes) > 100
    assert [quote for quote in quotes if quote not in texts] == []


def test_every_pejlemaerke_has_its_text_and_room_for_a_reply(trace: Trace, paragraphs: list[str]) -> None:
    for number in trace.numbers:
        assert any(text.startswith(f"Pejlemærke {number}: ") for text in paragraphs)
        for part in trace.catalogue.pejlemaerke(number):
            assert any(f"»{part.text}«" in text for text in paragraphs)
    tables = docx.Document(io.BytesIO(as_docx(trace))).tables
    replies = [table for table in tables if table.cell(0, 0).text == REMARKS]
    assert len(replies) == len(trace.numbers) + 1
    assert {table.cell(1, 0).text for table in replies} == {""}


def test_silence_is_told(trace: Trace, paragraphs: list[str]) -> None:
    for number in trace.unspoken:
        assert f"Ingen høringssvar i samlingen kommenterer pejlemærke {number}." in paragraphs


def test_no_sentence_of_a_response_is_left_out(trace: Trace) -> None:
    told = [remark for number in trace.numbers for remark in remarks(trace, number)] + general_remarks(trace)
    for sentences in trace.sentences.values():
        for sentence in sentences:
            assert any(
                remark.document == sentence.document
                and remark.start <= sentence.start
                and sentence.end <= remark.end
                for remark in told
            ), sentence.text


def test_quotes_stand_by_direction_with_the_words_that_show_it(trace: Trace) -> None:
    found = remarks(trace, 13)
    assert found == sorted(
        found, key=lambda each: ("support wish worry resistance neutral").index(each.direction)
    )
    against = next(each for each in found if each.document.id == "fagligt" and each.direction == "resistance")
    assert "imod" in " ".join(against.cues)


def test_joinders_and_copies_are_told_first(paragraphs: list[str]) -> None:
    told = " ".join(paragraphs[:8])
    assert "Østermark Kommune tilslutter sig høringssvaret fra Skovlund Kommune" in told
    assert "Bakkeby Kommune bruger samme ord som Skovlund Kommune" in told


def test_an_order_to_machines_is_a_quote_like_any_other(paragraphs: list[str]) -> None:
    [told] = [text for text in paragraphs if "AI-systemer" in text]
    assert told.startswith("»")
    assert "Botilbuddet Solsiden" in told


def test_csv_holds_every_quote_at_its_place(trace: Trace, together: Catalogue) -> None:
    documents: dict[str, Document] = {each.id: each for each in together.documents}
    rows = list(csv.DictReader(io.StringIO(as_csv(trace).decode("utf-8-sig"))))
    quoted = [row for row in rows if row["passage"]]
    assert len(quoted) > 50
    for row in quoted:
        document = documents[row["passage"].partition("/")[0]]
        assert document.text[int(row["start"]) : int(row["slut"])] == row["citat"].removeprefix("'")
    silent = {row["pejlemaerke"] for row in rows if row["retning"] == "ingen høringssvar"}
    assert silent == set(map(str, trace.unspoken))


def test_a_correction_is_marked(search: Search, together: Catalogue) -> None:
    decided = Attitude(passage="skovlund/2", words="hilser det velkommen", direction="neutral")
    trace = Trace(together, Matter(search, together), Corrections(attitude=(decided,)))
    [remark] = [each for each in remarks(trace, 6) if each.is_corrected]
    assert remark.direction == "neutral"
    assert "velkommen" in remark.quote


def test_without_a_plan_there_is_no_note(search: Search) -> None:
    empty = Catalogue((), Schedule({}, {}))
    with pytest.raises(AssistantError, match="no plan"):
        as_docx(Trace(empty, lambda sentences: None))  # type: ignore[arg-type, return-value]
