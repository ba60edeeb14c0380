"""One turn of the chat, with no browser."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from itertools import pairwise

import pytest

from assistant.answers.answer import Answer
from assistant.answers.assistant import Assistant
from assistant.errors import AssistantError, IndexFault, UnverifiedError
from assistant.web.chat import FAULT, respond
from assistant.web.sources import linked_text, source_panel

DOCTOR = "Får beboerne en fast læge på bostedet?"
WEATHER = "Hvordan bliver vejret i morgen?"


class Broken:
    """An assistant in which something is out of order."""

    def __init__(self, fault: AssistantError) -> None:
        self.fault = fault

    def answer(self, text: str, history: Sequence[str] = ()) -> Answer:
        raise self.fault


class Listening:
    """An assistant that remembers what it was asked."""

    def __init__(self, assistant: Assistant) -> None:
        self.assistant = assistant
        self.asked: list[tuple[str, list[str]]] = []

    def answer(self, text: str, history: Sequence[str] = ()) -> Answer:
        self.asked.append((text, list(history)))
        return self.assistant.answer(text, history)


@pytest.fixture
def earlier_panel(assistant: Assistant) -> str:
    """The sources after a first question."""
    *_, (_, panel) = respond(assistant, DOCTOR, [], "")
    return panel


def test_an_answer_comes_block_by_block_until_it_is_whole(assistant: Assistant) -> None:
    texts = [text for text, _ in respond(assistant, "Hvad siger pejlemærke 7?", [], "")]
    assert len(texts) > 3
    assert all(later.startswith(earlier) for earlier, later in pairwise(texts))
    assert texts[-1] == linked_text(assistant.answer("Hvad siger pejlemærke 7?"), 1)


def test_the_sources_are_there_from_the_first_block(assistant: Assistant) -> None:
    panels = {panel for _, panel in respond(assistant, DOCTOR, [], "")}
    assert len(panels) == 1
    assert '<details id="kilde-1-1" open>' in panels.pop()


def test_new_sources_are_put_on_top_of_the_earlier_ones(assistant: Assistant, earlier_panel: str) -> None:
    *_, (text, panel) = respond(assistant, "Hvad siger pejlemærke 7?", [DOCTOR], earlier_panel)
    assert panel.endswith(earlier_panel)
    assert panel.startswith(source_panel(assistant.answer("Hvad siger pejlemærke 7?"), 2))
    assert "(#kilde-2-1)" in text


def test_a_refusal_leaves_the_earlier_sources(assistant: Assistant, earlier_panel: str) -> None:
    *_, (text, panel) = respond(assistant, WEATHER, [DOCTOR], earlier_panel)
    assert panel == earlier_panel
    assert "kilde-" not in text


def test_asking_the_same_again_leaves_no_anchor_twice(assistant: Assistant, earlier_panel: str) -> None:
    """The button that asks again takes the turn back; so does the one that undoes it."""
    *_, (_, panel) = respond(assistant, DOCTOR, [], earlier_panel)
    anchors = re.findall(r'id="(kilde-[\d-]+)"', panel)
    assert len(anchors) == len(set(anchors))


def test_the_earlier_questions_are_handed_on(assistant: Assistant) -> None:
    listening = Listening(assistant)
    list(respond(listening, "Og hvad siger punkt 2?", ["Hej", "Hvad siger pejlemærke 7?"], ""))  # type: ignore[arg-type]
    assert listening.asked == [("Og hvad siger punkt 2?", ["Hej", "Hvad siger pejlemærke 7?"])]


@pytest.mark.parametrize("fault", [UnverifiedError("quote 1 is not in the text"), IndexFault("gone")])
def test_a_fault_is_told_as_a_fault(
    assistant: Assistant, earlier_panel: str, caplog: pytest.LogCaptureFixture, fault: AssistantError
) -> None:
    with caplog.at_level(logging.ERROR):
        told = list(respond(Broken(fault), DOCTOR, [DOCTOR], earlier_panel))  # type: ignore[arg-type]
    assert told == [(FAULT, earlier_panel)]
    assert "fejl" in FAULT
    assert assistant.answer(WEATHER).text != FAULT, "a fault is no refusal"
    assert str(fault) not in FAULT
    assert str(fault) in caplog.text
    assert DOCTOR not in caplog.text, "questions are not logged"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("", "Skriv et spørgsmål"),
        ("  \n ", "Skriv et spørgsmål"),
        ("?!", "Skriv et spørgsmål"),
        ("læge " * 401, "højst 2000 tegn"),
        ("l\ud800ge", "Skriv det igen"),
        ("læge\0", "Skriv det igen"),
    ],
)
def test_a_question_that_cannot_be_read_gets_a_friendly_word(
    assistant: Assistant, earlier_panel: str, question: str, told: str
) -> None:
    *_, (text, panel) = respond(assistant, question, [DOCTOR], earlier_panel)
    assert told in text
    assert text != FAULT
    assert panel == earlier_panel
