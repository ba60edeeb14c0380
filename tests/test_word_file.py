"""A Word file holds what was put into it, and nothing that breaks it."""

from __future__ import annotations

import io

import docx

from assistant.word_file import WordFile


def test_it_holds_what_was_put_into_it() -> None:
    file = WordFile("Et notat", "Spørg planen", "da")
    file.heading("Pejlemærke 1", 2)
    file.paragraph("»Et citat«", "Quote")
    file.paragraph("fed", is_bold=True)
    file.table([("Afsender", "Dato"), ("Skovlund", "2023")])
    read = docx.Document(io.BytesIO(file.content))
    assert [each.text for each in read.paragraphs] == ["Pejlemærke 1", "»Et citat«", "fed"]
    assert [[cell.text for cell in row.cells] for row in read.tables[0].rows] == [
        ["Afsender", "Dato"],
        ["Skovlund", "2023"],
    ]
    assert (read.core_properties.title, read.core_properties.language) == ("Et notat", "da")


def test_signs_that_xml_cannot_hold_are_replaced() -> None:
    file = WordFile("a\x00b", "c", "en")
    file.paragraph("d\x0be")
    assert docx.Document(io.BytesIO(file.content)).paragraphs[0].text == "d\N{REPLACEMENT CHARACTER}e"
