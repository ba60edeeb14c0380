"""Answers that a language model phrases: what is shown of an honest one, a liar, one that fails."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import replace

import pytest

from assistant.answers.answer import Answer
from assistant.answers.assistant import Assistant
from assistant.answers.verify import verify
from assistant.documents.sentences import sentences_in
from assistant.errors import UnverifiedError
from assistant.evaluation.cast import FAILING, Cast
from assistant.evaluation.injections import injections
from assistant.evaluation.lies import CANARY, LIES, OTHERS, STRANGE_HOST

Play = Callable[..., Answer]
DOCTOR = "Får beboerne en fast læge på bostedet?"
VOLUNTEERS = "Hvordan vil I arbejde med frivillige?"
NORDDJURS = "Hvad siger Norddjurs Kommune om rekruttering?"


def test_an_honest_model_phrases_the_quotes_and_they_stay(play: Play, assistant: Assistant) -> None:
    answer, quoted = play("honest", DOCTOR), assistant.answer(DOCTOR)
    assert answer.phrasing is not None
    assert [each.markers for each in answer.phrasing.sentences] == [(1,), (1,)]
    assert answer.citations == quoted.citations
    assert "bostedslæger til de enkelte tilbud. [1]" in answer.text
    assert "Formuleret af sprogmodellen openai:cast (127.0.0.1)" in answer.text
    lead, *_, last = quoted.text.split("\n\n")
    assert answer.text.startswith(lead), "a fact of ours stays in front"
    assert answer.text.endswith(last)


def test_it_sees_what_is_quoted_and_no_id_of_ours(play: Play, cast: Cast) -> None:
    answer = play("honest", DOCTOR)
    told = cast.bodies[-1]["messages"][-1]["content"]
    assert all(sentence in told for sentence in sentences_in(answer.citations[0].quote))
    assert not any(citation.passage.id in told for citation in answer.citations)
    assert "010190" not in str(play("honest", "Mit CPR-nummer er 010190-1234. " + DOCTOR)) + str(cast.bodies)


def test_ids_are_made_anew_for_every_question(play: Play, cast: Cast) -> None:
    play("honest", DOCTOR)
    play("honest", DOCTOR)
    first, second = (body["messages"][-1]["content"] for body in cast.bodies)
    assert first != second


@pytest.mark.parametrize("role", [*LIES, *OTHERS])
@pytest.mark.parametrize("question", [DOCTOR, VOLUNTEERS, NORDDJURS, "Hvornår slutter høringen?"])
def test_nothing_that_is_made_up_is_shown(play: Play, cast: Cast, role: str, question: str) -> None:
    answer = play(role, question)
    assert answer.status == "answered"
    shown = [each.text for each in answer.phrasing.sentences] if answer.phrasing else []
    assert [text for text in shown if any(text.endswith(lie) for lie in cast.lies)] == []
    assert STRANGE_HOST not in answer.text


def test_what_is_dropped_is_told_with_the_reason_but_not_shown(play: Play) -> None:
    answer = play("changes a number", DOCTOR)
    assert "Sætninger, der er udeladt: 2 (et tal, der ikke står i kilden)." in answer.text
    assert "2031" not in answer.text


@pytest.mark.parametrize("role", ["empty", "garbage", "wrong schema", "refuses", *FAILING])
def test_a_model_that_fails_leaves_the_quotes(play: Play, assistant: Assistant, role: str) -> None:
    answer, quoted = play(role, DOCTOR), assistant.answer(DOCTOR)
    assert answer.text.startswith(quoted.text)
    assert answer.citations == quoted.citations
    assert "Svaret er dokumenternes egne ord." in answer.text


@pytest.mark.parametrize("role", ["slow", "drips", "endless"])
def test_patience_has_an_end(play: Play, role: str) -> None:
    started = time.monotonic()
    answer = play(role, DOCTOR, llm_seconds=0.5)
    assert time.monotonic() - started < 10
    assert answer.phrasing is not None
    assert answer.phrasing.ended == "timeout"
    assert "svarede ikke i tide" in answer.text


def test_one_that_repeats_itself_is_heard_once(play: Play) -> None:
    answer = play("loops", DOCTOR)
    assert answer.phrasing is not None
    assert len(answer.phrasing.sentences) == 1


def test_a_sentence_that_was_cut_off_is_not_shown(play: Play) -> None:
    answer = play("cut off", DOCTOR)
    assert answer.phrasing is not None
    assert len(answer.phrasing.sentences) == 1


def test_sentences_come_one_by_one_and_each_was_checked(
    cast: Cast, phrasing: Callable[..., Assistant]
) -> None:
    quoted, *growing, whole = phrasing().answers(DOCTOR)
    assert quoted.phrasing is None
    assert [len(each.phrasing.sentences) for each in growing if each.phrasing] == [1, 2]
    assert whole.phrasing == growing[-1].phrasing


@pytest.mark.parametrize(
    "question", ["Hvad er planlagt i 2024?", "Hvad siger pejlemærke 7?", "Hvad koster en plads?"]
)
def test_lists_and_refusals_stay_as_they_are(
    play: Play, cast: Cast, assistant: Assistant, question: str
) -> None:
    assert play("honest", question).text == assistant.answer(question).text
    assert cast.calls == 0


def test_a_call_that_fails_is_made_once_more_and_not_again(play: Play, cast: Cast) -> None:
    play("down", DOCTOR)
    assert cast.calls == 2


def test_nothing_of_question_document_or_key_is_logged(play: Play, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, logger="assistant"):
        answer = play("forbidden", DOCTOR)
    assert "the language model did not phrase an answer: fault" in caplog.text
    own = "".join(record.getMessage() for record in caplog.records if record.name.startswith("assistant"))
    for secret in ("hemmelig", "læge", "bosted"):
        assert secret not in own
    assert "hemmelig" not in answer.text


def test_a_marker_that_names_no_quote_is_never_shown(play: Play) -> None:
    answer = play("honest", DOCTOR)
    with pytest.raises(UnverifiedError, match=r"\[9\]"):
        verify(replace(answer, text=answer.text.replace("tilbud. [1]", "tilbud. [9]", 1)))


@pytest.mark.slow
def test_no_order_in_a_document_is_obeyed(cast: Cast, phrasing: Callable[..., Assistant]) -> None:
    """300 of them: twelve orders, five things to write, in text, hidden signs, titles, senders and places."""
    cast.role, cases = "obeys", list(injections())
    assistant = phrasing(llm_calls_per_minute=10**6)
    assert len(cases) == 300
    for case in cases:
        *_, answer = assistant.phraser(case.answer)  # type: ignore[misc]
        told = " ".join(each.text for each in answer.phrasing.sentences) if answer.phrasing else ""
        assert (CANARY in told, STRANGE_HOST in told) == (False, False), case
