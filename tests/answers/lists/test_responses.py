"""Who has responded, to what, and a response in full."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answers.answer import Answer

Ask = Callable[..., Answer]
Cited = Callable[..., list[str]]

RESPONDENTS = ["svar-norddjurs/1", "side-2023/2"]
COMPLETE = {
    "Hvem har svaret på høringen?": RESPONDENTS,
    "Hvilke kommuner har afgivet høringssvar?": RESPONDENTS,
    "Who has responded?": RESPONDENTS,
    "Hvilke pejlemærker kommenterer Norddjurs?": [f"svar-norddjurs/{n}" for n in (4, 5, 7, 8, 9, 10)],
    "Which guideposts does Norddjurs comment on?": [f"svar-norddjurs/{n}" for n in (4, 5, 7, 8, 9, 10)],
    "Hvem kommenterer pejlemærke 6?": ["svar-norddjurs/4", "svar-norddjurs/5"],
    "Hvad skriver Norddjurs om pejlemærke 6?": ["svar-norddjurs/4", "svar-norddjurs/5"],
    "Which responses comment on guidepost 13?": ["svar-norddjurs/7"],
}


@pytest.mark.parametrize(("question", "passages"), COMPLETE.items(), ids=COMPLETE)
def test_a_complete_answer_about_the_responses(ask: Ask, cited: Cited, question: str, passages: list[str]) -> None:
    assert ask(question).status == "answered"
    assert cited(question) == passages
