"""What programs get: the batch contract's object, typed and described, and clear words where there is none."""

from __future__ import annotations

import json
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

from assistant.answers.answer import Answer
from assistant.answers.assistant import Assistant
from assistant.answers.batch import answer_file
from assistant.errors import IndexFault
from assistant.web import api
from assistant.web.api import AnswerOut, CitationOut, add_api

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=30),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["q", "history", "id", "x"]), inner)
    ),
    max_leaves=8,
)


class Broken:
    """An assistant in which something is out of order."""

    def __init__(self, assistant: Assistant) -> None:
        self.index = assistant.index

    def answer(self, text: str, history: Sequence[str] = ()) -> Answer:
        raise IndexFault("gone")


def client_of(assistant: Any) -> TestClient:
    app = FastAPI()
    add_api(app, SimpleNamespace(now=assistant))  # type: ignore[arg-type]
    return TestClient(app, raise_server_exceptions=False)


@pytest.fixture(scope="module")
def client(assistant: Assistant) -> TestClient:
    return client_of(assistant)


def without_time(answer: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in answer.items() if name != "elapsed_ms"}


def test_it_is_the_object_that_the_batch_command_writes(
    client: TestClient, assistant: Assistant, tmp_path: Path
) -> None:
    asked = [
        {"id": "a", "q": "Får beboerne en fast læge på bostedet?"},
        {"id": 2, "q": "Og i 2025?", "history": ["Hvad er planlagt i 2024?"]},
        {"id": None, "q": "Hvordan bliver vejret?"},
        {"id": "tom", "q": "?!"},
        {"id": "lang", "q": "læge " * 999},
    ]
    questions, answers = tmp_path / "q.jsonl", tmp_path / "a.jsonl"
    questions.write_text("\n".join(map(json.dumps, asked)), encoding="utf-8")
    answer_file(assistant, questions, answers)
    for row, line in zip(asked, answers.read_text(encoding="utf-8").splitlines(), strict=True):
        reply = client.post("/api/ask", json=row)
        assert reply.status_code == 200
        assert without_time(reply.json()) == without_time(json.loads(line))


def test_the_same_by_an_address(client: TestClient) -> None:
    posted = client.post("/api/ask", json={"q": "Og i 2025?", "history": ["Hvad er planlagt i 2024?"]})
    got = client.get("/api/ask", params={"q": "Og i 2025?", "f": ["Hvad er planlagt i 2024?"]})
    assert without_time(got.json()) == without_time(posted.json())
    assert len(got.json()["citations"]) == 17


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b'"hej"', b"{}", b'{"q": 7}', b'{"q": "x", "history": "y"}', b"\xff"]
)
def test_a_body_that_cannot_be_read_is_refused_with_the_reason(client: TestClient, body: bytes) -> None:
    reply = client.post("/api/ask", content=body, headers={"Content-Type": "application/json"})
    assert reply.status_code in (400, 422)
    assert reply.json()["detail"]


def test_a_longer_history_than_is_read_is_refused(client: TestClient) -> None:
    assert client.post("/api/ask", json={"q": "x", "history": ["y"] * 21}).status_code == 422
    assert client.get("/api/ask", params={"q": "x", "f": ["y"] * 21}).status_code == 422
    assert client.get("/api/ask").status_code == 422


@given(JSON)
def test_whatever_is_sent_no_fault_comes_of_it(client: TestClient, body: object) -> None:
    reply = client.post("/api/ask", json=body)
    assert reply.status_code in (200, 422)
    assert "Traceback" not in reply.text


def test_a_fault_is_told_as_a_fault(assistant: Assistant) -> None:
    reply = client_of(Broken(assistant)).post("/api/ask", json={"q": "Hvad siger pejlemærke 7?"})
    assert reply.status_code == 503
    assert reply.json()["status"] == "failed"
    assert "does not mean that there is no answer" in reply.json()["reason"]
    assert "gone" not in reply.text


def test_fifty_at_once_all_get_their_answer(client: TestClient) -> None:
    with ThreadPoolExecutor(50) as people:
        replies = list(
            people.map(
                lambda n: client.get("/api/ask", params={"q": f"Hvad siger pejlemærke {n % 15 + 1}?"}),
                range(50),
            )
        )
    assert {reply.status_code for reply in replies} == {200}
    for number, reply in enumerate(replies):
        assert reply.json()["citations"][0]["passage_id"] == f"plan-2024/p{number % 15 + 1}"


def test_who_waits_too_long_is_told_to_come_back(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(api, "PATIENCE_S", 0.01)
    monkeypatch.setattr(api, "AT_ONCE", 0)
    reply = client_of(assistant).get("/api/ask", params={"q": "hej"})
    assert reply.status_code == 503
    assert reply.headers["retry-after"] == "5"
    assert "too many" in reply.json()["reason"]


def test_every_field_is_described(client: TestClient, assistant: Assistant) -> None:
    described = client.get("/api/openapi.json").json()
    schemas = described["components"]["schemas"]
    answer = assistant.answer("Hvad siger pejlemærke 7?").as_json()
    assert set(schemas["AnswerOut"]["properties"]) == {"id", "phrasing", *answer}
    assert set(schemas["CitationOut"]["properties"]) == set(answer["citations"][0])
    assert set(schemas["RetrievedOut"]["properties"]) == set(answer["retrieved"][0])
    assert set(described["paths"]) == {"/api/ask", "/api/check", "/healthz"}


def test_the_page_for_people_lists_every_field(client: TestClient) -> None:
    reply = client.get("/api")
    assert reply.headers["content-type"].startswith("text/html")
    for field in (*AnswerOut.model_fields, *CitationOut.model_fields):
        assert f"<code>{field}</code>" in reply.text


def test_it_says_that_it_is_ready_and_from_what_it_answers(client: TestClient, assistant: Assistant) -> None:
    health = client.get("/healthz").json()
    assert health == {
        "status": "ok",
        "index": assistant.index.directory.name,
        "created": assistant.index.manifest.created,
        "documents": len(assistant.index.documents),
        "passages": len(assistant.index.passages),
    }


def test_a_claim_is_checked_for_programs_too(client: TestClient, assistant: Assistant) -> None:
    reply = client.post("/api/check", json={"claim": "Bostedslægerne starter på Holmstrupgård i 2025."})
    assert reply.status_code == 200
    checked = reply.json()
    assert checked["verdict"] == "differs"
    assert checked["parts"][0]["differences"] == [{"aspect": "when", "claimed": "2025", "told": "2024"}]
    assert checked["citations"][0]["passage_id"] == "plan-2024/t2024.2.1"
    again = assistant.check("Bostedslægerne starter på Holmstrupgård i 2025.").as_json()
    assert without_time(checked) == without_time(again)
    assert client.post("/api/check", json={"claim": "?!"}).json()["status"] == "failed"
    assert client.post("/api/check", json={}).status_code == 422
