"""The assistant on the real index, and a handful of gold questions."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assistant.answers.assistant import Assistant
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
