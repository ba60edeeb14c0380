"""What readers say of the answers: kept without who said it, read by staff."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from assistant.answers.assistant import Assistant
from assistant.errors import FeedbackError
from assistant.web import feedback as module
from assistant.web.feedback import MOST_COMMENT, REMOVED, Feedback, read_feedback

DOCTOR = "Får beboerne en fast læge på bostedet?"


@pytest.fixture
def feedback(tmp_path: Path) -> Feedback:
    return Feedback(tmp_path / "feedback.jsonl")


def test_what_is_kept_can_be_read_again(feedback: Feedback, assistant: Assistant) -> None:
    feedback.keep("missing", assistant.answer(DOCTOR), ["Hej"], "  Hvornår?\nOg hvor? ")
    (entry,) = read_feedback(feedback.path).entries
    assert (entry.verdict, entry.question, entry.earlier) == ("missing", DOCTOR, ("Hej",))
    assert (entry.status, entry.cited) == ("answered", ("plan-2024/p8.1", "plan-2024/t2024.2.1"))
    assert entry.comment == "Hvornår?\nOg hvor?"


def test_only_the_owner_may_read_it(feedback: Feedback, assistant: Assistant) -> None:
    feedback.keep("right", assistant.answer(DOCTOR), [], "")
    assert feedback.path.stat().st_mode & 0o777 == 0o600


def test_personal_data_is_not_kept(feedback: Feedback, assistant: Assistant) -> None:
    answer = assistant.answer("Min søn Peter Hansen, 010190-1234, får han en læge?")
    feedback.keep(
        "wrong", answer, ["Ring på 22 33 44 55", "Hvad siger pejlemærke 7?"], "skriv til mig@privat.dk"
    )
    (entry,) = read_feedback(feedback.path).entries
    assert (entry.question, entry.comment) == (REMOVED, REMOVED)
    assert entry.earlier == (REMOVED, "Hvad siger pejlemærke 7?")
    for told in ("Peter", "010190", "22 33", "privat"):
        assert told not in feedback.path.read_text(encoding="utf-8")


def test_many_at_once_lose_nothing(feedback: Feedback, assistant: Assistant) -> None:
    answer = assistant.answer(DOCTOR)
    with ThreadPoolExecutor(16) as people:
        list(people.map(lambda number: feedback.keep("right", answer, [], f"nr. {number}"), range(300)))
    report = read_feedback(feedback.path)
    assert report.damaged == ()
    assert {entry.comment for entry in report.entries} == {f"nr. {number}" for number in range(300)}


def test_a_long_comment_is_cut_and_a_full_file_refused(
    feedback: Feedback, assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    feedback.keep("right", assistant.answer(DOCTOR), [], "æ" * 5000)
    (entry,) = read_feedback(feedback.path).entries
    assert entry.comment == "æ" * MOST_COMMENT
    monkeypatch.setattr(module, "MOST_BYTES", 2000)
    with pytest.raises(FeedbackError, match="full"):
        feedback.keep("right", assistant.answer(DOCTOR), [], "æ" * 1000)
    assert len(read_feedback(feedback.path).entries) == 1


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path, assistant: Assistant) -> None:
    with pytest.raises(FeedbackError, match="no/such.*ASSISTANT_FEEDBACK"):
        Feedback(tmp_path / "no" / "such").keep("right", assistant.answer(DOCTOR), [], "")
    with pytest.raises(FeedbackError, match="cannot be read"):
        read_feedback(tmp_path)


def test_a_damaged_line_is_named_and_the_rest_is_read(feedback: Feedback, assistant: Assistant) -> None:
    feedback.keep("right", assistant.answer(DOCTOR), [], "en")
    with feedback.path.open("ab") as file:
        file.write(b'{"half": \n\xff\xfe\n[]\n{"verdict": "maybe"}\n')
    feedback.keep("wrong", assistant.answer(DOCTOR), [], "to")
    report = read_feedback(feedback.path)
    assert [entry.comment for entry in report.entries] == ["en", "to"]
    assert report.damaged == (2, 3, 4, 5)
    assert "2, 3, 4, 5" in str(report)


def test_it_can_be_read_from_a_day_on(feedback: Feedback, assistant: Assistant) -> None:
    feedback.keep("right", assistant.answer(DOCTOR), [], "")
    old = json.loads(feedback.path.read_text(encoding="utf-8"))
    with feedback.path.open("a", encoding="utf-8") as file:
        file.write(json.dumps({**old, "time": "2024-03-01T10:00Z", "verdict": "wrong"}) + "\n")
    assert len(read_feedback(feedback.path, date(2024, 3, 1)).entries) == 2
    (entry,) = read_feedback(feedback.path, date(2024, 3, 2)).entries
    assert entry.verdict == "right"


def test_the_report_counts_and_lists(feedback: Feedback, assistant: Assistant) -> None:
    assert str(read_feedback(feedback.path)) == "0 right, 0 wrong, 0 missing"
    feedback.keep("wrong", assistant.answer("Hvordan bliver vejret?"), ["Hej"], "det regner")
    told = str(read_feedback(feedback.path))
    for each in (
        "1 wrong",
        "Hvordan bliver vejret?",
        "after: Hej",
        "not_in_documents: nothing cited",
        "det regner",
    ):
        assert each in told
