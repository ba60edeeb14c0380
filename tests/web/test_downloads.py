"""An answer as a file, over HTTP."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from types import SimpleNamespace

import pytest
from docx import Document as WordDocument
from fastapi import FastAPI
from fastapi.testclient import TestClient

from assistant.answers.answer import Answer
from assistant.answers.assistant import Assistant
from assistant.errors import IndexFault
from assistant.web.downloads import add_downloads


class Broken:
    def quoted(self, text: str, history: Sequence[str] = ()) -> Answer:
        raise IndexFault("gone")


def client_of(assistant: object) -> TestClient:
    app = FastAPI()
    add_downloads(app, SimpleNamespace(now=assistant))  # type: ignore[arg-type]
    return TestClient(app)


@pytest.fixture(scope="module")
def client(assistant: Assistant) -> TestClient:
    return client_of(assistant)


def test_an_answer_comes_as_markdown(client: TestClient) -> None:
    reply = client.get("/svar.md", params={"q": "Og i 2025?", "f": ["Hvad er planlagt i 2024?"]})
    assert reply.status_code == 200
    assert reply.headers["content-type"] == "text/markdown; charset=utf-8"
    assert reply.headers["content-disposition"] == 'attachment; filename="svar.md"'
    assert reply.headers["cache-control"] == "no-store"
    assert "Handleplan vedr" in reply.text
    assert "## Kilder" in reply.text


def test_an_answer_comes_as_a_word_file(client: TestClient) -> None:
    reply = client.get("/svar.docx", params={"q": "What does pejlemærke 7 say?", "language": "en"})
    file = WordDocument(BytesIO(reply.content))
    assert "Sources" in [paragraph.text for paragraph in file.paragraphs]


@pytest.mark.parametrize("path", ["/svar.md", "/svar.docx"])
def test_a_question_that_cannot_be_read_is_told_so(client: TestClient, path: str) -> None:
    for question, told in (
        (None, "Skriv et spørgsmål"),
        ("?!", "Skriv et spørgsmål"),
        ("læge " * 999, "højst 2000"),
    ):
        reply = client.get(path, params={} if question is None else {"q": question})
        assert (reply.status_code, told in reply.text) == (400, True)


@pytest.mark.parametrize(
    ("name", "media_type", "begins"),
    [
        ("indsatser.csv", "text/csv; charset=utf-8", b"\xef\xbb\xbfid,label,"),
        ("indsatser.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", b"PK"),
        ("tidsplan.ics", "text/calendar; charset=utf-8", b"BEGIN:VCALENDAR"),
    ],
)
def test_the_register_can_be_taken_along(
    client: TestClient, name: str, media_type: str, begins: bytes
) -> None:
    reply = client.get(f"/{name}")
    assert (reply.status_code, reply.headers["content-type"]) == (200, media_type)
    assert reply.headers["content-disposition"] == f'attachment; filename="{name}"'
    assert reply.content.startswith(begins)


def test_a_fault_is_told_as_a_fault() -> None:
    reply = client_of(Broken()).get("/svar.md", params={"q": "Hvad siger pejlemærke 7?"})
    assert reply.status_code == 503
    assert "fejl i systemet" in reply.text
    assert "gone" not in reply.text
