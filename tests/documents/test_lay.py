"""Lay questions and drafts of them, in one file."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.documents.lay import LayQuestion, as_line, read_questions
from assistant.errors import CorpusError

RIGHT = LayQuestion("Får min søn en læge?", ("plan-2024/p8.1",), "da")
DRAFT = LayQuestion("Kommer der en læge?", ("plan-2024/p8.1",), "da", is_draft=True)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "questions.jsonl"
    path.write_text(f"{as_line(RIGHT)}\n{as_line(DRAFT)}\n", encoding="utf-8")
    return path


def test_a_draft_is_left_out_until_somebody_takes_its_mark_away(file: Path) -> None:
    assert list(read_questions(file)) == [RIGHT]
    assert list(read_questions(file, drafts=True)) == [DRAFT]
    file.write_text(file.read_text("utf-8").replace(', "draft": true', ""), encoding="utf-8")
    assert [each.text for each in read_questions(file)] == [RIGHT.text, DRAFT.text]


def test_a_line_that_is_no_question_is_told_with_its_number(file: Path) -> None:
    file.write_text(file.read_text("utf-8") + '{"question": "Hvad?"}\n', encoding="utf-8")
    with pytest.raises(CorpusError, match="line 3"):
        list(read_questions(file))
