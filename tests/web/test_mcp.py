"""What language models get, with the protocol's own client over real HTTP."""

from __future__ import annotations

import asyncio
import builtins
from collections.abc import Iterator
from threading import Thread
from typing import Any

import pytest
import uvicorn
from fastapi import FastAPI
from fastapi.testclient import TestClient

from assistant.answers.assistant import Assistant
from assistant.answers.live import LiveAssistant
from assistant.evaluation.own_app import free_port
from assistant.web.mcp import lifespan_and_routes

mcp = pytest.importorskip("mcp", reason="the extra mcp is not installed")


@pytest.fixture(scope="module")
def address(assistant: Assistant) -> Iterator[str]:
    lifespan, add = lifespan_and_routes(LiveAssistant(assistant))
    app = FastAPI(lifespan=lifespan)
    add(app)
    port = free_port()
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="error"))
    thread = Thread(target=server.run)
    thread.start()
    while not server.started:
        assert thread.is_alive()
    yield f"http://127.0.0.1:{port}/mcp"
    server.should_exit = True
    thread.join()


def call(address: str, tool: str, **arguments: object) -> Any:
    """What a tool answers; its error if it is one."""

    async def talk() -> Any:
        async with mcp.Client(address) as client:
            return await client.call_tool(tool, arguments)

    return asyncio.run(talk())


def test_the_tools_are_described(address: str) -> None:
    async def talk() -> Any:
        async with mcp.Client(address) as client:
            return await client.list_tools()

    tools = {tool.name: tool for tool in asyncio.run(talk()).tools}
    assert set(tools) == {"ask_plan", "search_plan", "get_passage"}
    assert all(tool.description for tool in tools.values())


def test_a_question_gets_the_contracts_object(address: str, assistant: Assistant) -> None:
    told = call(
        address, "ask_plan", question="Og i 2025?", history=["Hvad er planlagt i 2024?"]
    ).structured_content
    expected = assistant.answer("Og i 2025?", ["Hvad er planlagt i 2024?"]).as_json()
    assert told["answer"] == expected["answer"]
    assert told["citations"] == expected["citations"]


def test_what_is_found_can_be_read(address: str) -> None:
    found = call(address, "search_plan", query="Hvem holder øje med helbredet?", limit=3).structured_content[
        "result"
    ]
    assert len(found) == 3
    passage = call(address, "get_passage", passage_id=found[0]["passage_id"]).structured_content
    assert passage["text"] == found[0]["text"]
    assert passage["role"] == "plan"


def test_an_unknown_passage_is_an_error_that_says_what_to_do(address: str) -> None:
    told = call(address, "get_passage", passage_id="plan-2024/p99")
    assert told.is_error
    assert "search_plan" in told.content[0].text


def test_another_site_in_a_browser_may_not_ask(address: str) -> None:
    import httpx

    body = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
    headers = {"Accept": "application/json, text/event-stream", "Origin": "https://ond.example"}
    assert httpx.post(address, json=body, headers=headers).status_code == 403
    assert (
        httpx.post(address, json=body, headers={**headers, "Origin": "", "Host": "ond.example"}).status_code
        == 421
    )


def test_without_the_package_it_says_how_to_get_it(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def without_mcp(name: str, *rest: Any, **more: Any) -> Any:
        if name.partition(".")[0] == "mcp":
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without_mcp)
    lifespan, add = lifespan_and_routes(LiveAssistant(assistant))
    app = FastAPI(lifespan=lifespan)
    add(app)
    with TestClient(app) as client:
        reply = client.post("/mcp", json={})
    assert reply.status_code == 404
    assert "pip install" in reply.text
