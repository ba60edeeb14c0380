"""Who has responded, to what, and a response in full."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from assistant.answers.answer import Answer

Ask = Callable[..., Answer]
Cited = Callable[..., list[str]]

RESPONDENTS = ["svar-norddjurs/1", "side-2023/2"]
UNCOMMENTED = [f"p{n}" for n in (4, 5, 7, 8, 9, 11, 12, 14, 15)]
COMPLETE = {
    "Hvem har svaret på høringen?": RESPONDENTS,
    "Hvilke kommuner har afgivet høringssvar?": RESPONDENTS,
    "Who has responded?": RESPONDENTS,
    "Hvilke pejlemærker kommenterer Norddjurs?": [f"svar-norddjurs/{n}" for n in (4, 5, 7, 8, 9, 10)],
    "Which guideposts does Norddjurs comment on?": [f"svar-norddjurs/{n}" for n in (4, 5, 7, 8, 9, 10)],
    "Hvilke pejlemærker er ikke kommenteret i noget høringssvar?": UNCOMMENTED,
    "hvilke pejlemærker nævner Norddjurs ikke?": UNCOMMENTED,
    "Which guideposts did nobody comment on?": UNCOMMENTED,
    "Hvem kommenterer pejlemærke 6?": ["svar-norddjurs/4", "svar-norddjurs/5"],
    "Hvad skriver Norddjurs om pejlemærke 6?": ["svar-norddjurs/4", "svar-norddjurs/5"],
    "Which responses comment on guidepost 13?": ["svar-norddjurs/7"],
}


@pytest.mark.parametrize(("question", "passages"), COMPLETE.items(), ids=COMPLETE)
def test_a_complete_answer_about_the_responses(
    ask: Ask, cited: Cited, question: str, passages: list[str]
) -> None:
    assert ask(question).status == "answered"
    assert cited(question) == passages


def test_a_pejlemaerke_that_no_response_names(ask: Ask) -> None:
    answer = ask("Hvilke høringssvar kommenterer pejlemærke 5?")
    assert answer.status == "not_in_documents"
    assert answer.reason
    assert "pejlemærke 5" in answer.reason


@pytest.mark.parametrize(
    "question", ["Hvad skriver Norddjurs om pejlemærke 5?", "What does Norddjurs say about guidepost 5?"]
)
def test_a_pejlemaerke_that_a_sender_does_not_comment_on(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.status == "not_in_documents"
    assert answer.citations == ()


@pytest.mark.parametrize(
    "question",
    [
        "Hvad siger Samsø om pejlemærke 6?",
        "Hvilke pejlemærker kommenterer Samsø?",
        "What does Samsø say about guidepost 6?",
    ],
)
def test_who_has_not_responded_says_nothing_of_a_pejlemaerke(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.status == "not_in_documents"
    assert "Samsø Kommune" in answer.text
    assert answer.citations == ()


@pytest.mark.parametrize(
    "question",
    [
        "Vis hele svaret fra Norddjurs Kommune",
        "Vis hele høringssvaret fra Norddjurs",
        "Norddjurs hele svaret ordret",
        "Show the full response from Norddjurs",
    ],
)
def test_a_response_in_full(ask: Ask, cited: Cited, question: str) -> None:
    assert cited(question) == [f"svar-norddjurs/{n}" for n in range(1, 11)]
    assert re.match(r"Høringssvaret fra|The response from", ask(question).text)


@pytest.mark.parametrize(
    "question",
    [
        "Hvem skulle man sende høringssvaret til i 2013?",
        "Hvem kan jeg sende mit høringssvar til?",
        "Hvem er ansvarlig for pejlemærke 7?",
    ],
)
def test_not_every_who_is_a_question_about_who_has_responded(ask: Ask, question: str) -> None:
    assert "Samlingen indeholder" not in ask(question).text
