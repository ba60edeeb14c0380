"""An answer to take along: its words and its quotes, letter for letter, and where each is from."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from urllib.parse import unquote

import pytest
from attacks import TYPED, WRITTEN
from docx import Document as WordDocument
from shown import Shown, answer_with, bare

from assistant.answers.answer import Answer
from assistant.answers.assistant import Assistant
from assistant.web.export import Export, as_docx, as_markdown

SITE = "http://127.0.0.1:7860"
QUESTIONS = [
    "Får beboerne en fast læge på bostedet?",
    "Hvad siger pejlemærke 7?",
    "Hvor kunne man læse høringssvarene i 2013?",
    "Hvad koster en plads?",
    "What does Norddjurs Kommune say about relatives?",
]


def exported(answer: Answer, *earlier: str) -> Export:
    return Export(answer, earlier, SITE, "da")


def read_markdown(export: Export) -> Shown:
    return Shown(as_markdown(export), html=False)


def read_docx(export: Export) -> tuple[str, WordDocument]:  # type: ignore[valid-type]
    file = WordDocument(BytesIO(as_docx(export)))
    return "\n".join(paragraph.text for paragraph in file.paragraphs), file


@pytest.mark.parametrize("question", QUESTIONS)
def test_both_hold_the_whole_answer_and_every_source(assistant: Assistant, question: str) -> None:
    answer = assistant.answer(question)
    export = exported(answer)
    for text in (read_markdown(export).text, read_docx(export)[0]):
        assert bare(question) in bare(text)
        assert bare(answer.text.replace("**", "").replace("\n- ", "\n")) in bare(text)
        for citation in answer.citations:
            assert bare(text).count(bare(citation.quote)) >= 2, "in the answer, and with its source"
            for told in (citation.passage.label, citation.document.title, citation.document.sender):
                assert told in text
        assert unquote(export.again) in unquote(text)


def test_a_word_file_has_real_headings_lists_and_quotes(assistant: Assistant) -> None:
    text, file = read_docx(exported(assistant.answer("Hvad siger pejlemærke 7?")))
    styles = [paragraph.style.name for paragraph in file.paragraphs]
    assert styles[0] == "Heading 1"
    assert styles.count("Heading 2") == 1
    assert styles.count("List Bullet") == styles.count("Quote") == 4
    assert file.core_properties.title == "Hvad siger pejlemærke 7?"
    assert file.core_properties.author == "Spørg planen"
    assert 'w:val="da-DK"' in file.styles.element.xml
    assert f"{SITE}/planen#p7.1" in text


def test_the_address_asks_the_same_again(assistant: Assistant) -> None:
    export = exported(
        assistant.answer("Og i 2025?", ["Hvad er planlagt i 2024?"]), "Hvad er planlagt i 2024?"
    )
    assert export.again == f"{SITE}/?f=Hvad+er+planlagt+i+2024%3F&q=Og+i+2025%3F"


@pytest.mark.parametrize(
    "attack", [*WRITTEN, *TYPED, "1. en\n2. to", "# overskrift", "> citat", "- punkt", "---"]
)
def test_what_others_wrote_stays_text(attack: str) -> None:
    for answer in (answer_with(attack), replace(answer_with("Vi bakker op."), question=attack)):
        page = read_markdown(exported(answer))
        assert page.tags <= {"h1", "h2", "p", "br", "a", "blockquote", "hr", "strong"}
        assert len(page.links()) == 2, "one for the source and one to ask again"
        assert all(link.startswith(f"{SITE}/") for link in page.links())
        assert bare(attack) in bare(page.text)
        assert bare(attack) in bare(read_docx(exported(answer))[0])


def test_signs_that_word_cannot_hold_do_no_harm() -> None:
    answer = replace(answer_with("Vi\x0b bakker\x00 op\x1b."), question="Hvad\x01 mener\uffff de?")
    assert "bakker" in read_docx(exported(answer))[0]
