"""The assistant on the real index, and short ways to ask it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answers.answer import Answer
from assistant.answers.assistant import Assistant
from assistant.search.retriever import Search
from assistant.settings import Settings


@pytest.fixture(scope="session")
def assistant(search: Search, settings: Settings) -> Assistant:
    return Assistant(search, settings)


@pytest.fixture(scope="session")
def ask(assistant: Assistant) -> Callable[..., Answer]:
    """The answer to a question; what was asked before it may follow, oldest first."""
    return lambda question, *history: assistant.answer(question, history)


@pytest.fixture(scope="session")
def cited(ask: Callable[..., Answer]) -> Callable[..., list[str]]:
    """The ids that an answer cites, those of the plan without "plan-2024/"."""
    return lambda *asked: [c.passage.id.removeprefix("plan-2024/") for c in ask(*asked).citations]
