"""A cast of language models behind a real socket, and the assistant that asks them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest
from pydantic import SecretStr

from assistant.answers.answer import Answer, Citation
from assistant.answers.assistant import Assistant
from assistant.answers.phrasing.chat_model import ChatModel
from assistant.answers.phrasing.checker import Checked, Checker
from assistant.answers.phrasing.source import sources_of
from assistant.documents.sentences import whole
from assistant.evaluation.cast import Cast, model_server
from assistant.search.retriever import Search
from assistant.settings import Settings

KEY = "sk-meget-hemmelig"


@pytest.fixture
def cast() -> Cast:
    return Cast()


@pytest.fixture
def with_model(cast: Cast, settings: Settings) -> Iterator[Callable[..., Settings]]:
    """Settings with the cast as their model: ``with_model(llm_seconds=1)``."""
    with model_server(cast) as address:

        def with_model(**more: Any) -> Settings:
            own = {"llm": "openai:cast", "llm_url": address, "llm_key": SecretStr(KEY), **more}
            return settings.model_copy(update=own)

        yield with_model


@pytest.fixture
def phrasing(search: Search, with_model: Callable[..., Settings]) -> Callable[..., Assistant]:
    """An assistant with the cast as its model: ``phrasing(llm_seconds=1)``."""

    def phrasing(**more: Any) -> Assistant:
        settings = with_model(**more)
        return Assistant(search, settings, ChatModel(settings))

    return phrasing


@pytest.fixture
def play(cast: Cast, phrasing: Callable[..., Assistant]) -> Callable[..., Answer]:
    """The answer when a role phrases it: ``play("honest", question)``."""

    def play(role: str, question: str, **settings: Any) -> Answer:
        cast.role = role
        return phrasing(**settings).answer(question)

    return play


@pytest.fixture(scope="session")
def check(assistant: Assistant) -> Callable[..., Checked]:
    """What is said of a sentence that leans on passages: ``check("...", "plan-2024/p8.1")``."""
    checker = Checker(assistant.search, assistant.catalogue)

    def cited(names: Sequence[str]) -> Iterator[Citation]:
        for marker, name in enumerate(names, 1):
            passage = assistant.index.by_id[name]
            yield Citation(
                marker, passage, assistant.index.documents_by_id[passage.document_id], *whole(passage)
            )

    def check(sentence: str, *names: str, language: str = "da") -> Checked:
        return checker(sentence, sources_of(list(cited(names))), language)  # type: ignore[arg-type]

    return check
