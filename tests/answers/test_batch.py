"""Lines in, lines out: in order, one for one, whatever a line holds."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from assistant.answers.assistant import Assistant
from assistant.answers.batch import answer_file, quotes_in
from assistant.errors import AnswersError


def run(assistant: Assistant, directory: Path, *lines: str | bytes) -> list[dict[str, Any]]:
    """The answers to these lines of a questions file."""
    questions, answers = directory / "questions.jsonl", directory / "answers.jsonl"
    questions.write_bytes(b"\n".join(line.encode() if isinstance(line, str) else line for line in lines))
    answer_file(assistant, questions, answers)
    return [json.loads(line) for line in answers.read_bytes().splitlines()]


GOOD = '{"id": "good", "q": "Pejlemærke 10, punkt 4"}'


def test_answers_come_in_order_with_their_ids(assistant: Assistant, tmp_path: Path) -> None:
    lines = [json.dumps({"id": f"q{n}", "q": f"Hvad siger pejlemærke {n}?"}) for n in range(1, 16)]
    answers = run(assistant, tmp_path, *lines)
    assert [answer["id"] for answer in answers] == [f"q{n}" for n in range(1, 16)]
    assert [answer["citations"][0]["passage_id"] for answer in answers] == [
        f"plan-2024/p{n}" for n in range(1, 16)
    ]


def test_a_line_is_the_contract_s_object_and_its_id(assistant: Assistant, tmp_path: Path) -> None:
    (answer,) = run(assistant, tmp_path, GOOD)
    expected = assistant.answer("Pejlemærke 10, punkt 4").as_json()
    assert list(answer) == ["id", *expected]
    assert {**answer, "elapsed_ms": 0} == {"id": "good", **expected, "elapsed_ms": 0}


@pytest.mark.parametrize(
    "line",
    [
        '{"id": "good", "q": "Pejlemærke 10, punkt 4", "gold": ["x"], "language": 7, "status": null}',
        '{"id": "good", "q": "Pejlemærke 10, punkt 4", "history": []}',
        '{"id": "good", "q": "Pejlemærke 10, punkt 4", "history": null}',
        '{"id": "good", "q": "Pejlem\\u00e6rke 10, punkt 4"}\r',
        '\ufeff{"id": "good", "q": "Pejlemærke 10, punkt 4"}',
    ],
    ids=["other keys", "no history", "null history", "escapes and CRLF", "byte order mark"],
)
def test_what_may_be_on_a_line(assistant: Assistant, tmp_path: Path, line: str) -> None:
    (answer,) = run(assistant, tmp_path, line)
    assert (answer["id"], answer["status"]) == ("good", "answered")
    assert [citation["passage_id"] for citation in answer["citations"]] == ["plan-2024/p10.4"]


def test_a_history_is_taken_into_account(assistant: Assistant, tmp_path: Path) -> None:
    line = {
        "id": 1,
        "q": "Og det næste pejlemærke?",
        "history": ["Hvem har svaret?", "Hvad siger pejlemærke 8?"],
    }
    (answer,) = run(assistant, tmp_path, json.dumps(line))
    assert [c["passage_id"] for c in answer["citations"]] == [
        "plan-2024/p9",
        "plan-2024/p9.1",
        "plan-2024/p9.2",
    ]


BAD: dict[str, str | bytes] = {
    "not JSON": "Hvad siger pejlemærke 7?",
    "cut off": '{"id": "bad", "q": "Pejle',
    "no q": '{"id": "bad"}',
    "q is null": '{"id": "bad", "q": null}',
    "q is a number": '{"id": "bad", "q": 7}',
    "q is a list": '{"id": "bad", "q": ["Pejlemærke 7"]}',
    "q is empty": '{"id": "bad", "q": "  "}',
    "q is too long": json.dumps({"id": "bad", "q": "læge " * 1000}),
    "q has a lone surrogate": '{"id": "bad", "q": "Hvad siger \\ud800?"}',
    "a list": '["bad", "Pejlemærke 7"]',
    "a text": '"Pejlemærke 7"',
    "null": "null",
    "a number": "7",
    "invalid UTF-8": b'{"id": "bad", "q": "Pejlem\xe6rke 7"}',
    "UTF-16": '{"id": "bad", "q": "Pejlemærke 7"}'.encode("utf-16-le"),
    "too deep": "[" * 100_000,
    "history is text": '{"id": "bad", "q": "Pejlemærke 7", "history": "Pejlemærke 6"}',
    "history of numbers": '{"id": "bad", "q": "Pejlemærke 7", "history": [6]}',
    "history is an object": '{"id": "bad", "q": "Pejlemærke 7", "history": {"q": "Pejlemærke 6"}}',
}


@pytest.mark.parametrize("line", BAD.values(), ids=BAD)
def test_a_bad_line_fails_with_a_reason_and_the_rest_go_on(
    assistant: Assistant, tmp_path: Path, line: str | bytes
) -> None:
    before, bad, after = run(assistant, tmp_path, GOOD, line, GOOD)
    assert (bad["status"], bad["citations"]) == ("failed", [])
    assert bad["reason"]
    assert list(bad) == list(before)
    assert before["status"] == after["status"] == "answered"


@pytest.mark.parametrize("name", ["no q", "q is a number", "q is too long", "history of numbers"])
def test_a_bad_line_keeps_its_id(assistant: Assistant, tmp_path: Path, name: str) -> None:
    (bad,) = run(assistant, tmp_path, BAD[name])
    assert bad["id"] == "bad"


@pytest.mark.parametrize(
    "lone", ['{"id": "\\ud800", "q": "P7"}', '{"id": "a", "q": "P7", "history": ["\\ud800"]}']
)
def test_half_a_character_stops_nothing(assistant: Assistant, tmp_path: Path, lone: str) -> None:
    assert len(run(assistant, tmp_path, lone, GOOD)) == 2


@pytest.mark.parametrize("content", ["", "\n", "\n\n \n"])
def test_a_file_without_questions_has_no_answers(assistant: Assistant, tmp_path: Path, content: str) -> None:
    assert run(assistant, tmp_path, content) == []
    assert (tmp_path / "answers.jsonl").read_bytes() == b""


def test_empty_lines_are_no_questions(assistant: Assistant, tmp_path: Path) -> None:
    assert [answer["id"] for answer in run(assistant, tmp_path, "", GOOD, " ", GOOD, "")] == ["good", "good"]
    assert answer_file(assistant, tmp_path / "questions.jsonl", tmp_path / "again.jsonl") == 2


def test_progress_is_told_to_the_end(assistant: Assistant, tmp_path: Path) -> None:
    (tmp_path / "questions.jsonl").write_text(f"{GOOD}\nnot JSON\n{GOOD}\n", encoding="utf-8")
    told: list[tuple[str, int, int]] = []
    count = answer_file(
        assistant,
        tmp_path / "questions.jsonl",
        tmp_path / "answers.jsonl",
        lambda what, done, total: told.append((what, done, total)),
    )
    assert told == [("answering", done, 3) for done in (1, 2, 3)]
    assert count == 3


def test_a_file_that_is_not_there_is_told(assistant: Assistant, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="nowhere"):
        answer_file(assistant, tmp_path / "nowhere.jsonl", tmp_path / "answers.jsonl")
    assert not (tmp_path / "answers.jsonl").exists()


def test_the_quotes_of_an_answers_file(assistant: Assistant, tmp_path: Path) -> None:
    answers = run(assistant, tmp_path, GOOD, "not JSON", '{"q": "Hvad siger pejlemærke 9?"}')
    quotes = list(quotes_in(tmp_path / "answers.jsonl"))
    assert len(quotes) == 4
    (citation,) = answers[0]["citations"]
    assert quotes[0] == ("plan-2024", citation["start"], citation["end"], citation["quote"])


@pytest.mark.parametrize("line", ["not JSON", "[]", "7", "{}", '{"citations": [{}]}', '{"citations": 7}'])
def test_a_line_that_is_no_answer_is_told_by_its_number(tmp_path: Path, line: str) -> None:
    path = tmp_path / "answers.jsonl"
    path.write_text(f'{{"citations": []}}\n{line}\n', encoding="utf-8")
    with pytest.raises(AnswersError, match=r"answers\.jsonl, line 2"):
        list(quotes_in(path))
