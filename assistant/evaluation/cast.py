"""A cast of language models behind the OpenAI protocol: honest, lying, obedient, slow and broken ones."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

from assistant.evaluation.lies import LIES, OTHERS, Asked, Told, honest

_ENDLESS = {"endless": "og så videre ", "drips": " "}


def _again_and_again(text: str) -> Iterator[str]:
    while True:
        yield text
        time.sleep(0.05)


def _written(told: Sequence[Told]) -> str:
    return "\n".join(
        json.dumps({"text": text, "support": support}, ensure_ascii=False) for text, support in told
    )


@dataclass
class Cast:
    """Plays one model after the other. ``lies``: every sentence so far that is not honest."""

    role: str = "honest"
    lies: set[str] = field(default_factory=set)
    calls: int = 0
    bodies: list[dict[str, Any]] = field(default_factory=list)
    reply: str = ""

    def pieces(self, body: dict[str, Any]) -> Iterator[str]:
        """What the model writes, in pieces."""
        if self.role == "recites":
            return iter([self.reply])
        if self.role in _ENDLESS:
            return _again_and_again(_ENDLESS[self.role])
        if self.role == "slow":
            time.sleep(30)
        asked = Asked.read(body)
        texts = {
            "empty": "",
            "garbage": '{"text": "Regionen \x00\ud83d {{{ [[ "support": ]]',
            "wrong schema": json.dumps({"answer": "Ja.", "sources": [1, 2]}),
            "refuses": "Det kan jeg desværre ikke hjælpe med.",
            "loops": _written(honest(asked)[:1]) * 50,
            "cut off": _written(honest(asked))[:-20],
        }
        if self.role in texts:
            return iter(_chopped(texts[self.role]))
        return iter(_chopped(_written(self._told(asked))))

    def _told(self, asked: Asked) -> list[Told]:
        if self.role in OTHERS:
            told = OTHERS[self.role](asked)
            self.lies |= {text for text, _ in told}
            return told
        if lie := LIES.get(self.role):
            changed = [(lie(asked, support[0], text), text, support) for text, support in honest(asked)]
            self.lies |= {now for now, before, _ in changed if now != before}
            return [(now, support) for now, _, support in changed]
        return honest(asked)


FAILING = {"busy": 429, "down": 503, "broken": 500, "forbidden": 401}
"""Roles that answer with a status and an error, in which the key is told too."""


@contextmanager
def model_server(cast: Cast) -> Iterator[str]:
    """The cast behind a real socket; yields its address, for ``ASSISTANT_LLM_URL``."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            cast.calls += 1
            cast.bodies.append(body)
            if cast.role in FAILING:
                fault = {"error": {"message": f"no: {self.headers['Authorization']}", "type": "fault"}}
                self._send(FAILING[cast.role], "application/json", [json.dumps(fault)])
            elif body.get("stream"):
                self._send(200, "text/event-stream", _events(cast.pieces(body)))
            else:
                message = {"role": "assistant", "content": "".join(cast.pieces(body))}
                whole = {"id": "1", "object": "chat.completion", "created": 1, "model": "cast",
                         "choices": [{"index": 0, "message": message, "finish_reason": "stop"}]}  # fmt: skip
                self._send(200, "application/json", [json.dumps(whole)])

        def _send(self, status: int, kind: str, texts: Iterator[str] | list[str]) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Connection", "close")
            self.end_headers()
            try:
                for text in texts:
                    self.wfile.write(text.encode("utf-8", "replace"))
                    self.wfile.flush()
            except ConnectionError:  # nobody wants to hear more
                self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:
            """Silence."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        block_on_close = False

    with Server(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/v1"
        finally:
            server.shutdown()
            thread.join()


def _events(pieces: Iterator[str]) -> Iterator[str]:
    for piece in pieces:
        choice = {"index": 0, "delta": {"role": "assistant", "content": piece}, "finish_reason": None}
        yield _event({"choices": [choice]})
    yield _event({"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]})
    yield "data: [DONE]\n\n"


def _event(content: dict[str, Any]) -> str:
    whole = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "cast", **content}
    return f"data: {json.dumps(whole)}\n\n"


def _chopped(text: str, size: int = 40) -> list[str]:
    return [text[at : at + size] for at in range(0, len(text), size)] or [""]
