"""Complete answers: every part, in the documents' order, with a count that is the list's."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from assistant.answers.answer import Answer

Ask = Callable[..., Answer]
Cited = Callable[..., list[str]]


@pytest.mark.parametrize(
    "question",
    [
        "Vis alle pejlemærker",
        "List all guideposts",
        "Hvilke pejlemærker hører under Lighed i sundhed?",
        "Hvor mange punkter har pejlemærke 5?",
        "Vis hele tidsplanen",
        "Hvad sker der i 2025?",
        "Which initiatives are planned for 2024?",
        "Hvilke verdensmål hører under Fagligt stærke specialområder?",
        "Hvilke strategispor er der?",
    ],
)
def test_the_count_that_is_told_is_that_of_the_list(ask: Ask, question: str) -> None:
    answer = ask(question)
    lead = re.sub(r"pejlemærke (\(guidepost\) )?\d+", "", answer.text.split("\n")[0], flags=re.IGNORECASE)
    counted = re.search(r"\b\d{1,2}\b", lead)
    assert counted, lead
    assert int(counted[0]) == len(answer.citations)


def test_the_count_of_the_verdensmaal_is_that_of_the_quoted_list(ask: Ask) -> None:
    answer = ask("Hvilke verdensmål har planen, og hvor mange er de?")
    assert answer.text.startswith("Planen har udvalgt 7 verdensmål")
    assert answer.citations[0].quote.count("Nr. ") == 7


@pytest.mark.parametrize(
    ("danish", "english", "words"),
    [
        (
            "Vis pejlemærke 7",
            "Show guidepost 7",
            ("hører under »En del af fællesskabet«", "stands under “En del af"),
        ),
        (
            "Hvad er planlagt i 2024?",
            "What is planned for 2024?",
            ("Tidsplanen nævner 13", "The timeline names 13"),
        ),
        (
            "Hvem har svaret?",
            "Who responded?",
            ("indeholder 1 høringssvar", "in this collection: 1 (Norddjurs"),
        ),
        ("pejlemærke 16", "guidepost 16", ("Der er ikke noget pejlemærke 16", "There is no pejlemærke")),
    ],
)
def test_the_lead_in_is_in_the_question_s_language(
    ask: Ask, danish: str, english: str, words: tuple[str, str]
) -> None:
    assert words[0] in ask(danish).text
    assert words[1] in ask(english).text
    assert [c.quote for c in ask(danish).citations] == [c.quote for c in ask(english).citations]


# what does not exist


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Hvad siger pejlemærke 16?", "fra 1 til 15"),
        ("pejlemærke 0", "fra 1 til 15"),
        ("Hvad siger pejlemærke 1000?", "fra 1 til 15"),
        ("What does guidepost 16 say?", "from 1 to 15"),
        ("Hvem kommenterer pejlemærke 16?", "fra 1 til 15"),
        ("Hvad siger planen om verdensmål 5?", "3, 4, 8, 10, 13, 16 og 17"),
        ("Which initiatives belong to SDG 14?", "3, 4, 8, 10, 13, 16 and 17"),
        ("Pejlemærke 7, punkt 9", "3 punkter"),
        ("Punkt 0 i pejlemærke 7", "3 punkter"),
        ("What is the ninth point of guidepost 7?", "3 points"),
    ],
)
def test_what_does_not_exist_is_told_with_what_does(ask: Ask, question: str, told: str) -> None:
    answer = ask(question)
    assert answer.status == "no_such_reference"
    assert answer.reason
    assert told in answer.reason
    assert answer.reason in answer.text


# what asks for more than a list


@pytest.mark.parametrize(
    ("question", "passage"),
    [
        ("Hvad siger pejlemærke 5 om affald?", "p5.1"),
        ("Hvilke pejlemærker handler om frivillige?", "p7.2"),
        ("Hvilke indsatser er der i 2024 for læger?", "t2024.2.1"),
        ("Hvad siger verdensmål 13 om madspild?", "v13"),
    ],
)
def test_what_is_asked_in_a_part_is_searched_for(cited: Cited, question: str, passage: str) -> None:
    assert passage in cited(question)
    assert len(cited(question)) <= 4


@pytest.mark.parametrize(
    "question",
    [
        "Hvem er ansvarlig for pejlemærke 7?",
        "Hvem skal gennemføre pejlemærke 13?",
        "Who carries out guidepost 13?",
    ],
)
def test_who_does_something_is_no_question_about_the_responses(ask: Ask, cited: Cited, question: str) -> None:
    assert "høringssvar" not in ask(question).text
    assert "response" not in ask(question).text
    assert not any(passage.startswith("svar-") for passage in cited(question))


def test_what_is_asked_of_the_earlier_hearing_is_not_listed_from_the_plan(ask: Ask) -> None:
    answer = ask("Hvem skrev under i 2013, og hvad hed visionen?")
    assert {citation.document.id for citation in answer.citations} == {"brev-2013"}
