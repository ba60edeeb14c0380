"""Verdensmål and delmål: all, those of a strategispor or a pejlemærke, the text about one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answers.answer import Answer

Ask = Callable[..., Answer]
Cited = Callable[..., list[str]]

COMPLETE = {
    "Hvilke verdensmål har planen udvalgt?": ["verdensmaal.liste"],
    "Which UN goals did the region choose?": ["verdensmaal.liste"],
    "Hvad står der om verdensmål 13?": ["v13"],
    "SDG13": ["v13"],
    "Hvad siger FN's mål 13?": ["v13"],
    "Hvad siger delmål 3.4?": ["v3"],
    "What does the plan say about SDG 4 and 8?": ["v4", "v8"],
    "Hvilke verdensmål hører under Ét socialområde?": ["v13", "v16", "v17"],
}


@pytest.mark.parametrize(("question", "passages"), COMPLETE.items(), ids=COMPLETE)
def test_all_that_is_said_of_the_goals(ask: Ask, cited: Cited, question: str, passages: list[str]) -> None:
    assert ask(question).status == "answered"
    assert cited(question) == passages
