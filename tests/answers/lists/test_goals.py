"""Verdensmål and delmål: all, those of a strategispor or a pejlemærke, the text about one."""

from __future__ import annotations

import re
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


TARGETS = ["3.4", "3.5", "4.4", "8.5", "8.6", "10.2", "10.3", "13.2", "16.6", "16.7", "17.17"]


@pytest.mark.parametrize(
    "question", ["Hvilke delmål nævner planen?", "Hvor mange delmål er der?", "List all SDG targets"]
)
def test_all_targets_with_the_texts_that_name_them(ask: Ask, cited: Cited, question: str) -> None:
    lead = ask(question).text.split("\n")[0]
    assert sorted(re.findall(r"\d+\.\d+", lead), key=TARGETS.index) == TARGETS
    assert re.search(r"\b11 (delmål|targets)\b", lead)
    assert cited(question) == ["v3", "v4", "v8", "v10", "v13", "v16", "v17"]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Hvad siger delmål 3.9?", "nævner den delmål 3.4 og 3.5"),
        ("SDG target 3.9", "it names target 3.4 and 3.5"),
    ],
)
def test_a_target_that_the_plan_does_not_name(ask: Ask, cited: Cited, question: str, told: str) -> None:
    answer = ask(question)
    assert answer.status == "no_such_reference"
    assert told in answer.text
    assert cited(question) == ["v3"]


def test_a_target_of_a_goal_that_was_not_chosen(ask: Ask, cited: Cited) -> None:
    assert ask("Hvad siger delmål 5.1?").status == "no_such_reference"
    assert cited("Hvad siger delmål 5.1?") == ["verdensmaal.liste"]


@pytest.mark.parametrize(
    ("question", "goals"),
    [
        ("Hvilke verdensmål hører til pejlemærke 7?", ["v3", "v10"]),
        ("Which SDGs belong to guidepost 7?", ["v3", "v10"]),
        ("Hvilke verdensmål hører til pejlemærke 1?", ["v13", "v16", "v17"]),
        ("Hvilket verdensmål hører pejlemærke 15 til?", ["v4", "v8"]),
    ],
)
def test_a_pejlemaerke_has_the_goals_of_its_strategispor(
    ask: Ask, cited: Cited, question: str, goals: list[str]
) -> None:
    assert cited(question) == goals
    assert re.match(
        r"Planen knytter verdensmål til strategispor|The plan ties UN goals to", ask(question).text
    )


def test_a_goal_that_was_not_chosen_shows_those_that_were(cited: Cited) -> None:
    assert cited("Hvad siger planen om verdensmål 5?") == ["verdensmaal.liste"]
