"""The tables, over five questions whose outcome is known."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assistant.answers.assistant import Assistant
from assistant.evaluation.gold import GoldQuestion, read_gold
from assistant.evaluation.report import Outcome, mistakes, run_assistant, run_peer, tables


@pytest.fixture
def questions(tiny: Path, assistant: Assistant) -> list[GoldQuestion]:
    return read_gold("development", assistant.index.by_id, tiny)


@pytest.fixture
def outcomes(questions: list[GoldQuestion], assistant: Assistant) -> list[Outcome]:
    return run_assistant(assistant, questions)


def row(table: str, name: str) -> list[str]:
    """The cells of the first line that begins with a name."""
    line = next(line for line in table.splitlines() if line.startswith(f"{name} "))
    return line.removeprefix(name).split()


def test_every_question_has_its_outcome(outcomes: list[Outcome], questions: list[GoldQuestion]) -> None:
    assert [outcome.gold for outcome in outcomes] == questions
    first = outcomes[0]
    assert first.answer is not None
    assert first.answer.question == "Pejlemærke 7, punkt 2"
    assert first.ranking == [{"plan-2024/p7.2"}]
    assert first.milliseconds == first.answer.elapsed_ms


def test_the_tables(outcomes: list[Outcome]) -> None:
    printed = tables({"ours": outcomes})
    header, every = row(printed, "category"), row(printed, "all")
    assert header == "n hit@1 rec@5 rec@10 MRR nDCG@10 first cit.rec cit.prec refused".split()
    assert every[:2] == ["3", "0.667"]
    assert every[-1] == "0.000"
    assert row(printed, "Danish")[:6] == ["2", "0.500", "0.500", "0.500", "0.500", "0.500"]
    assert row(printed, "near")[:2] == ["1", "0.000"]
    assert row(printed, "user: staff")[:2] == ["1", "0.000"]
    assert row(printed, "user: citizen")[:2] == ["2", "1.000"]
    assert "right refusals: 2 of 2 unanswerable, 2 with the right status" in printed
    assert "wrong refusals: 0 of 3 answerable" in printed
    assert re.search(r"^quotes verbatim at their offset: (\d+) of \1$", printed, re.MULTILINE)


def test_peers_stand_beside_us(outcomes: list[Outcome], questions: list[GoldQuestion]) -> None:
    blind = run_peer(lambda question: [], questions)
    knowing = run_peer(
        lambda question: [{"plan-2024/p7.2", "plan-2024/p1", "plan-2024/paaroerende"}], questions
    )
    printed = tables({"ours": outcomes, "blind": blind, "knowing": knowing})
    assert row(printed, "system") == "n hit@1 rec@5 rec@10 MRR nDCG@10 ms p50 ms p95".split()
    assert row(printed, "ours")[:2] == ["3", "0.667"]
    assert row(printed, "blind")[:6] == ["3", *["0.000"] * 5]
    assert row(printed, "knowing")[:6] == ["3", *["1.000"] * 5]


def test_only_mistakes_are_listed(outcomes: list[Outcome]) -> None:
    assert mistakes(outcomes).splitlines() == [
        "g3 near: Pejlemærke 7, punkt 3",
        "    expected answered plan-2024/p1",
        "    got      answered plan-2024/p7.3",
    ]


def test_a_wrong_status_is_a_mistake(
    gold_file: Callable[[list[dict[str, Any]]], Path], assistant: Assistant
) -> None:
    path = gold_file([{"q": "Pejlemærke 7", "gold": [], "status": "not_in_documents"}])
    (outcome,) = run_assistant(assistant, read_gold("development", assistant.index.by_id, path))
    assert "expected not_in_documents" in mistakes([outcome])
    assert "got      answered" in mistakes([outcome])


@pytest.mark.parametrize(
    "kept", [[1], [0, 3], [3, 4]], ids=["English alone", "Danish alone", "no answerable"]
)
def test_a_file_need_not_have_questions_of_every_kind(
    questions: list[GoldQuestion], assistant: Assistant, kept: list[int]
) -> None:
    assert "refusals" in tables({"ours": run_assistant(assistant, [questions[at] for at in kept])})
