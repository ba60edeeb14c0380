"""The JSON object of the batch contract (design.md): its keys, all of them and no others."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from assistant.answers.answer import Answer

Ask = Callable[..., Answer]

ANSWER = ["question", "language", "status", "answer", "citations", "retrieved", "reason", "elapsed_ms"]
CITATION = ["marker", "passage_id", "document_id", "role", "label", "quote", "start", "end", "text"]
EXTRAS = ["sender", "date", "raw_start", "raw_end"]
RETRIEVED = ["passage_id", "label", "score", "text"]


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("Får alle borgere et sundhedstjek?", "answered"),
        ("Hvad sker der i 2025?", "answered"),
        ("Hvad koster en plads?", "not_in_documents"),
        ("Hvad siger pejlemærke 16?", "no_such_reference"),
        ("Hvad med det?", "unclear"),
        ("", "failed"),
    ],
)
def test_the_keys_of_the_contract(ask: Ask, question: str, status: str) -> None:
    answer = ask(question).as_json()
    assert json.loads(json.dumps(answer)) == answer
    assert answer["status"] == status
    assert list(answer) == ANSWER
    assert all(list(citation) == CITATION + EXTRAS for citation in answer["citations"])
    assert all(list(hit) == RETRIEVED for hit in answer["retrieved"])
    assert len(answer["retrieved"]) <= 10
    assert (answer["reason"] is None) == (status == "answered")
    assert answer["answer"]


def test_one_answer_spelled_out(ask: Ask) -> None:
    answer = ask("  Pejlemærke 10,\npunkt 4 ").as_json()
    assert answer["question"] == "Pejlemærke 10, punkt 4"
    assert answer["language"] == "da"
    assert answer["elapsed_ms"] >= 0
    (citation,) = answer["citations"]
    assert answer["answer"].endswith(f"- »{citation['quote']}« [1] (planlagt i 2025)")
    assert citation["text"] == citation["quote"]
    assert {key: citation[key] for key in (*CITATION[:5], "sender", "date")} == {
        "marker": 1,
        "passage_id": "plan-2024/p10.4",
        "document_id": "plan-2024",
        "role": "plan",
        "label": "Pejlemærke 10, punkt 4",
        "sender": "Region Midtjylland",
        "date": "2023-08-23",
    }
    (hit,) = answer["retrieved"]
    assert (hit["passage_id"], hit["text"]) == (citation["passage_id"], citation["text"])


def test_what_was_retrieved_comes_best_first(ask: Ask) -> None:
    hits = ask("Hvad gør I for at skaffe flere pædagoger?").as_json()["retrieved"]
    assert len(hits) == 10
    scores = [hit["score"] for hit in hits]
    assert scores == sorted(scores, reverse=True)
    assert 0 < scores[-1] <= scores[0] <= 1
