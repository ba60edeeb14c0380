"""One turn of the chat, with no browser."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from itertools import pairwise

import pytest
from attacks import TYPED
from hypothesis import given
from hypothesis import strategies as st
from shown import Shown

from assistant.answers.answer import Answer
from assistant.answers.assistant import Assistant
from assistant.errors import AssistantError, IndexFault, UnverifiedError
from assistant.search.catalogue import Catalogue
from assistant.web.answer_view import answer_blocks, answer_view
from assistant.web.chat import Message, Turn, _as_html, earlier_questions, replay, respond, without_option
from assistant.web.sources import source_view
from assistant.web.words import word

DOCTOR = "Får beboerne en fast læge på bostedet?"
WEATHER = "Hvordan bliver vejret i morgen?"
CPR = "Mit cpr er 010190-1234, må jeg få en bostedslæge?"


class Broken:
    """An assistant in which something is out of order."""

    model = None

    def __init__(self, fault: AssistantError, catalogue: Catalogue) -> None:
        self.fault = fault
        self.catalogue = catalogue

    def answers(self, text: str, history: Sequence[str] = ()) -> Iterator[Answer]:
        raise self.fault


class Listening:
    """An assistant that remembers what it was asked."""

    model = None

    def __init__(self, assistant: Assistant) -> None:
        self.assistant = assistant
        self.catalogue = assistant.catalogue
        self.asked: list[tuple[str, list[str]]] = []

    def answers(self, text: str, history: Sequence[str] = ()) -> Iterator[Answer]:
        self.asked.append((text, list(history)))
        return self.assistant.answers(text, history)


def turns(assistant: Assistant, question: str, *earlier: str) -> list[Turn]:
    return list(respond(assistant, question, earlier, "da"))


def last(assistant: Assistant, question: str, *earlier: str) -> Message:
    """The message that answers."""
    return turns(assistant, question, *earlier)[-1].messages[-1]


def test_an_answer_comes_block_by_block_until_it_is_whole(assistant: Assistant) -> None:
    contents = [turn.messages[-1]["content"] for turn in turns(assistant, "Hvad siger pejlemærke 7?")]
    assert len(contents) > 3
    for earlier, later in pairwise(contents):
        assert later.startswith(earlier.removesuffix("</div> </div>").strip())
    answer = assistant.answer("Hvad siger pejlemærke 7?")
    assert contents[-1] == answer_view(answer, answer_blocks(answer, 1), 1, "da", [])


def test_the_question_stands_above_its_answer_as_it_was_typed(assistant: Assistant) -> None:
    for turn in turns(assistant, "Hvad siger *pejlemærke* 7 & <b>8</b>?\nTak"):
        assert turn.messages[0]["role"] == "user"
        shown = Shown(turn.messages[0]["content"])
        assert shown.text.strip() == "Hvad siger *pejlemærke* 7 & <b>8</b>?\nTak"
        assert shown.tags == {"p", "br"}
        assert earlier_questions(turn.messages) == ["Hvad siger *pejlemærke* 7 & <b>8</b>?\nTak"]


@pytest.mark.parametrize("question", [*TYPED, "<p>hej</p>", "&lt;p&gt;", "<br>", "en\nto\n\n- tre"])
def test_what_was_typed_is_shown_as_text_and_read_back_letter_for_letter(question: str) -> None:
    content = _as_html(question)
    assert Shown(content).tags <= {"p", "br"}
    assert earlier_questions([{"role": "user", "content": content}]) == [question]
    assert earlier_questions([{"role": "user", "content": [{"type": "text", "text": content}]}]) == [question]


@given(st.text())
def test_any_text_is_read_back_letter_for_letter(question: str) -> None:
    assert earlier_questions([{"role": "user", "content": _as_html(question)}]) == [question]


def test_the_sources_are_there_from_the_first_block(assistant: Assistant) -> None:
    assert {turn.sources for turn in turns(assistant, DOCTOR)} == {
        source_view(assistant.answer(DOCTOR), 1, "da")
    }


def test_a_later_turn_has_its_own_anchors(assistant: Assistant) -> None:
    turn = turns(assistant, "Hvad siger pejlemærke 7?", DOCTOR)[-1]
    assert 'id="kilde-2-1"' in turn.sources
    assert 'href="#kilde-2-1"' in turn.messages[-1]["content"]


def test_only_a_whole_answer_says_what_to_ask_next(assistant: Assistant) -> None:
    *growing, whole = turns(assistant, DOCTOR)
    assert growing
    assert not any("options" in message for turn in growing for message in turn.messages)
    options = [option["value"] for option in whole.messages[-1]["options"]]
    assert options
    assert DOCTOR not in options
    assert "options" not in without_option(whole.messages[-1])


def test_a_refusal_has_no_sources(assistant: Assistant) -> None:
    turn = turns(assistant, WEATHER)[-1]
    assert turn.sources == ""
    assert "svar-not_in_documents" in turn.messages[-1]["content"]


def test_the_earlier_questions_are_handed_on(assistant: Assistant) -> None:
    listening = Listening(assistant)
    list(respond(listening, "Og hvad siger punkt 2?", ["Hej", "Hvad siger pejlemærke 7?"], "da"))  # type: ignore[arg-type]
    assert listening.asked == [("Og hvad siger punkt 2?", ["Hej", "Hvad siger pejlemærke 7?"])]


def test_a_conversation_that_was_shared_is_the_one_that_was_held(assistant: Assistant) -> None:
    questions = ["Hvad er planlagt i 2024?", "Og i 2025?", "Hvad siger pejlemærke 7?"]
    held = [turns(assistant, each, *questions[:at])[-1] for at, each in enumerate(questions)]
    shared = replay(assistant, questions, "da")
    assert [turn.sources for turn in shared] == [turn.sources for turn in held]
    assert shared[-1] == held[-1]
    assert [message["content"] for turn in shared for message in turn.messages] == [
        message["content"] for turn in held for message in turn.messages
    ]
    assert not any("options" in message for turn in shared[:-1] for message in turn.messages)


def test_a_cpr_number_is_seen_by_nobody(assistant: Assistant) -> None:
    for turn in turns(assistant, CPR):
        question, warning, *_ = turn.messages
        assert "010190" not in str(turn)
        assert "CPR-nummer skjult" in question["content"]
        assert word("da", "personal_cpr") in Shown(warning["content"]).text
    assert earlier_questions(turns(assistant, CPR)[-1].messages) == [
        CPR.replace("010190-1234", "[CPR-nummer skjult]")
    ]


def test_other_personal_data_gets_a_kind_word(assistant: Assistant) -> None:
    told = turns(assistant, "Ring til mig på 22 33 44 55 om min søns læge")[-1].messages
    assert word("da", "personal_other") in Shown(told[1]["content"]).text
    assert len(turns(assistant, DOCTOR)[-1].messages) == 2


@pytest.mark.parametrize("fault", [UnverifiedError("quote 1 is not in the text"), IndexFault("gone")])
def test_a_fault_is_told_as_a_fault(
    assistant: Assistant, caplog: pytest.LogCaptureFixture, fault: AssistantError
) -> None:
    broken = Broken(fault, assistant.catalogue)
    with caplog.at_level(logging.ERROR):
        (turn,) = respond(broken, DOCTOR, [DOCTOR], "da")  # type: ignore[arg-type]
    content = turn.messages[-1]["content"]
    assert word("da", "fault") in content
    assert "svar-fault" in content
    assert turn.sources == ""
    assert word("da", "fault") not in str(turns(assistant, WEATHER)), "a fault is no refusal"
    assert str(fault) not in content
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
    assistant: Assistant, question: str, told: str
) -> None:
    content = last(assistant, question, DOCTOR)["content"]
    assert told in content
    assert "svar-failed" in content
    assert "svar-fault" not in content
