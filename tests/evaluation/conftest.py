"""The assistant on the real index, and a handful of gold questions."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assistant.answers.answer import Answer, Citation, Status
from assistant.answers.assistant import Assistant
from assistant.evaluation.gold import GoldQuestion
from assistant.evaluation.report import Outcome
from assistant.search.retriever import Search
from assistant.settings import Settings


@pytest.fixture(scope="session")
def assistant(search: Search, settings: Settings) -> Assistant:
    return Assistant(search, settings)


GOLD = [
    {"q": "Pejlemærke 7, punkt 2", "gold": ["plan-2024/p7.2"]},
    {"q": "Does my neighbour count as a relative?", "gold": ["plan-2024/paaroerende"], "language": "en"},
    # Nobody can get this one right: the gold is wrong.
    {"q": "Pejlemærke 7, punkt 3", "gold": ["plan-2024/p1"], "category": "near", "user": "staff"},
    {"q": "Hvad er hovedstaden i Frankrig?", "gold": [], "status": "not_in_documents"},
    {"q": "Hvad siger pejlemærke 16?", "gold": [], "status": "no_such_reference"},
]


@pytest.fixture
def gold_file(tmp_path: Path) -> Callable[[list[dict[str, Any]]], Path]:
    """Writes gold questions to a file; what a question does not say is filled in."""

    def write(questions: list[dict[str, Any]]) -> Path:
        path = tmp_path / "gold.jsonl"
        common = {"language": "da", "user": "citizen", "category": "lay", "status": "answered"}
        rows = [{"id": f"g{number}", **common, **row} for number, row in enumerate(questions, 1)]
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        return path

    return write


@pytest.fixture
def tiny(gold_file: Callable[[list[dict[str, Any]]], Path]) -> Path:
    return gold_file(GOLD)


@pytest.fixture
def outcome(assistant: Assistant) -> Callable[..., Outcome]:
    """An outcome: what was right, what was said, and what it cites, in order."""

    def make(
        gold: str = "p8.1",
        cited: str = "p8.1",
        *,
        also: str = "",
        text: str = "Ja.",
        status: Status = "answered",
        expected: str = "answered",
        category: str = "lay",
        facts: tuple[tuple[str, ...], ...] = (),
        history: tuple[str, ...] = (),
        language: str = "da",
    ) -> Outcome:
        def ids(names: str) -> tuple[str, ...]:
            return tuple(name if "/" in name else f"plan-2024/{name}" for name in names.split())

        question = GoldQuestion(
            "g", "Hvad?", language, "staff", category, expected, ids(gold), ids(also), facts, history
        )
        passages = [assistant.index.by_id[name] for name in ids(cited)]
        citations = [
            Citation(marker, each, assistant.index.documents_by_id[each.document_id], each.start, each.end)
            for marker, each in enumerate(passages, 1)
        ]
        answer = Answer(question.text, "da", status, text, tuple(citations), elapsed_ms=1.0)
        return Outcome(question, [{each.id} for each in passages], 1.0, answer)

    return make
