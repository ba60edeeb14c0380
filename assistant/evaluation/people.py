"""Many people asking a running app at once, over the protocol that its page speaks."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import httpx

PATIENCE_S = 60.0
"""After so long without a word a question counts as an error."""


@dataclass
class Tally:
    """What a number of people met. Times in seconds, from sending a question to its first words."""

    users: int
    first_words: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    seconds: float = 0.0


def ask_at_once(
    address: str,
    askings: Sequence[tuple[str, Sequence[str]]],
    users: int,
    questions: int,
    think: float,
    fault: str,
) -> Tally:
    """``users`` people ask ``questions`` each, one after the other, with ``think`` seconds in between.

    ``askings``: questions with what was asked before them, taken in turn; ``fault``: the text that counts as
    an error though it comes as an answer.
    """
    tally, numbers = Tally(users), count()
    limits = httpx.Limits(max_connections=None, max_keepalive_connections=users)

    async def person(client: httpx.AsyncClient, number: int) -> None:
        await asyncio.sleep(think * number / users)  # people do not press Enter in time with each other
        for _ in range(questions):
            question, history = askings[next(numbers) % len(askings)]
            try:
                tally.first_words.append(await _first_words(client, question, history, fault))
            except (httpx.HTTPError, ValueError) as error:
                tally.errors.append(f"{type(error).__name__}: {error}")
            await asyncio.sleep(think)

    async def everybody() -> None:
        async with httpx.AsyncClient(
            base_url=address, timeout=PATIENCE_S, limits=limits, trust_env=False
        ) as client:
            await asyncio.gather(*(person(client, number) for number in range(users)))

    started = time.perf_counter()
    asyncio.run(everybody())
    tally.seconds = time.perf_counter() - started
    return tally


def ask_once(client: httpx.Client, question: str) -> tuple[int, dict[str, Any]]:
    """The status and the answer of the machine endpoint; 0 and why, if there is none."""
    try:
        reply = client.post("/api/ask", json={"q": question})
        return reply.status_code, dict(reply.json())
    except (httpx.HTTPError, ValueError) as error:
        return 0, {"reason": f"{type(error).__name__}: {error}"}


def client_of(address: str) -> httpx.Client:
    """A client of one person."""
    return httpx.Client(base_url=address, timeout=PATIENCE_S, trust_env=False)


async def _first_words(client: httpx.AsyncClient, question: str, history: Sequence[str], fault: str) -> float:
    """Seconds until the first words; raises ``ValueError`` if what comes is no whole answer."""
    started = time.perf_counter()
    sent = await client.post("/gradio_api/call/ask", json={"data": [question, list(history)]})
    sent.raise_for_status()
    first, last, event = None, "", ""
    async with client.stream("GET", f"/gradio_api/call/ask/{_event_id(sent.text)}") as stream:
        stream.raise_for_status()
        async for line in stream.aiter_lines():
            name, _, value = line.partition(": ")
            if name == "event":
                event = value
            elif name == "data" and event in ("generating", "complete"):
                last = _text(value) or last
                first = first or time.perf_counter() - started
    if event != "complete" or first is None or not last.strip():
        raise ValueError(f"the answer ended with {event or 'nothing'}")
    if fault in last:
        raise ValueError("the app told of a fault")
    return first


def _event_id(reply: str) -> str:
    match json.loads(reply):
        case {"event_id": str(found)}:
            return found
    raise ValueError("the app did not take the question")


def _text(data: str) -> str:
    read: Any = json.loads(data)
    return str(read[0]) if isinstance(read, list) and read else ""
