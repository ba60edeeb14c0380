"""Chapters in full: the strategispor in short, the vision's statements, running text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answers.answer import Answer

Ask = Callable[..., Answer]
Cited = Callable[..., list[str]]

COMPLETE = {
    "Hvilke strategispor er der?": ["vision.8", "vision.9", "vision.10"],
    "What are the three strategic tracks?": ["vision.8", "vision.9", "vision.10"],
}


@pytest.mark.parametrize(("question", "passages"), COMPLETE.items(), ids=COMPLETE)
def test_a_chapter_in_full(ask: Ask, cited: Cited, question: str, passages: list[str]) -> None:
    assert ask(question).status == "answered"
    assert cited(question) == passages
