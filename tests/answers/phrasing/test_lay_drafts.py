"""A model drafts lay questions, people look through them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.answers.phrasing.chat_model import ChatModel
from assistant.answers.phrasing.lay_drafts import append, draft_questions
from assistant.documents.lay import read_questions
from assistant.documents.passages import Document
from assistant.errors import PhrasingError
from assistant.evaluation.cast import Cast
from assistant.search.retriever import Search
from assistant.settings import Settings

WRITTEN = [
    ("Kommer lægen selv ud til min bror?", "da"),
    ("Kommer lægen selv ud til min bror?", "da"),
    ("Will a doctor come to the home of my brother?", "en"),
    ("Se http://ond.example for lægen", "da"),
    ("Will a doctor come to us all?", "da"),
    ("æ" * 300, "da"),
]


@pytest.fixture
def response(search: Search) -> Document:
    return search.index.documents_by_id["svar-norddjurs"]


@pytest.fixture
def model(cast: Cast, with_model: Callable[..., Settings]) -> ChatModel:
    lines = [json.dumps({"question": text, "language": language}) for text, language in WRITTEN]
    cast.role, cast.reply = "recites", "Her er spørgsmålene:\n" + "\n".join([*lines, '{"question": 1}', "{"])
    return ChatModel(with_model())


def test_plain_questions_are_kept_once_for_their_passage(
    model: ChatModel, response: Document, tmp_path: Path
) -> None:
    drafts = list(draft_questions(model, response, response.passages[:1]))
    assert [each.text for each in drafts] == [WRITTEN[0][0], WRITTEN[2][0]]
    assert all(each.is_draft and each.passages == (response.passages[0].id,) for each in drafts)
    file = tmp_path / "questions.jsonl"
    file.write_text("", encoding="utf-8")
    append(drafts, file)
    assert list(read_questions(file)) == []
    assert list(read_questions(file, drafts=True)) == drafts


def test_a_model_that_fails_is_told(model: ChatModel, response: Document, cast: Cast) -> None:
    cast.role = "down"
    with pytest.raises(PhrasingError, match="did not answer"):
        list(draft_questions(model, response, response.passages[:1]))
