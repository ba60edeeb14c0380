"""Many questions from a file, many answers to a file: one JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from assistant.answers.answer import Answer
from assistant.answers.assistant import Assistant
from assistant.errors import AnswersError


def answer_file(
    assistant: Assistant,
    questions: Path,
    answers: Path,
    progress: Callable[[str, int, int], None] = lambda what, done, total: None,
) -> int:
    """Answers every line of ``questions`` in order and returns how many there were.

    Input: ``{"id": ..., "q": ..., "history": [...]}``. Output: the answer's JSON object with the
    ``id``. A line that cannot be used yields status ``failed`` with a reason; the rest go on.
    ``progress`` is told (what, done, total). Raises ``OSError`` if a file cannot be read or written.
    """
    lines = [line for line in questions.read_bytes().splitlines() if line.strip()]
    with answers.open("w", encoding="utf-8", errors="backslashreplace") as file:
        for number, line in enumerate(lines, 1):
            file.write(json.dumps(_answer_line(assistant, line), ensure_ascii=False) + "\n")
            progress("answering", number, len(lines))
    return len(lines)


def _answer_line(assistant: Assistant, line: bytes) -> dict[str, Any]:
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as fault:
        return {"id": None, **_failed("", f"the line is not JSON in UTF-8: {fault}").as_json()}
    if not isinstance(row, dict):
        return {"id": None, **_failed("", "the line is not a JSON object").as_json()}
    return {"id": row.get("id"), **_answer(assistant, row).as_json()}


def _answer(assistant: Assistant, row: dict[str, Any]) -> Answer:
    question, history = row.get("q"), row.get("history") or []
    if not isinstance(question, str):
        return _failed("", "the line has no question: “q” must be text")
    if not isinstance(history, list) or not all(isinstance(each, str) for each in history):
        return _failed(question, "“history” must be a list of earlier questions")
    return assistant.answer(question, history)


def _failed(question: str, reason: str) -> Answer:
    return Answer(question, "da", "failed", reason, reason=reason)


def quotes_in(path: Path) -> Iterator[tuple[str, int, int, str]]:
    """(document id, start, end, quote) of every citation in an answers file.

    Raises ``AnswersError`` if a line is not an answer.
    """
    for number, line in enumerate(path.read_bytes().splitlines(), 1):
        try:
            for each in json.loads(line)["citations"]:
                quote = (each["document_id"], each["start"], each["end"], each["quote"])
                if [type(part) for part in quote] != [str, int, int, str]:
                    raise TypeError("a citation of other types")
                yield quote
        except (ValueError, KeyError, TypeError) as fault:
            raise AnswersError(f"{path}, line {number} is not an answer: {fault!r}") from fault
