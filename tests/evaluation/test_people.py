"""Asking a running app: what counts as an answer, and that whatever goes wrong is counted as an error."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from assistant.evaluation import people
from assistant.evaluation.people import ask_at_once

FAULT = "Der er en fejl"
WHOLE = 'event: generating\ndata: ["Ja"]\n\nevent: complete\ndata: ["Ja, planen siger det."]\n\n'


class Server(ThreadingHTTPServer):
    """Takes every question and answers with a made-up stream."""

    taken: str = '{"event_id": "x"}'
    stream: str = WHOLE
    status: int = 200
    asked: list[bytes]


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_POST(self) -> None:
        self.server.asked.append(self.rfile.read(int(self.headers["Content-Length"])))
        self.reply(self.server.taken)

    def do_GET(self) -> None:
        self.reply(self.server.stream)

    def reply(self, body: str) -> None:
        self.send_response(self.server.status)
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@pytest.fixture
def serve() -> Iterator[Callable[..., Server]]:
    servers: list[Server] = []

    def serve(**behaviour: object) -> Server:
        server = Server(("127.0.0.1", 0), Handler)
        server.asked = []
        for name, value in behaviour.items():
            setattr(server, name, value)
        Thread(target=server.serve_forever).start()
        servers.append(server)
        return server

    yield serve
    for server in servers:
        server.shutdown()
        server.server_close()


def address(server: Server) -> str:
    return f"http://127.0.0.1:{server.server_port}"


def test_everybody_asks_and_every_answer_is_timed(serve: Callable[..., Server]) -> None:
    server = serve()
    tally = ask_at_once(address(server), [("a", ["b"]), ("c", [])], 4, 3, 0.0, FAULT)
    assert (tally.users, len(tally.first_words), tally.errors) == (4, 12, [])
    assert all(0 < each < 5 for each in tally.first_words)
    assert set(server.asked) == {b'{"data":["a",["b"]]}', b'{"data":["c",[]]}'}
    assert len(server.asked) == 12


@pytest.mark.parametrize(
    "behaviour",
    [
        {"status": 500},
        {"status": 429},
        {"taken": "not JSON"},
        {"taken": '{"error": "queue full"}'},
        {"stream": ""},
        {"stream": "event: error\ndata: null\n\n"},
        {"stream": 'event: generating\ndata: ["Ja"]\n\n'},
        {"stream": "event: complete\ndata: {broken\n\n"},
        {"stream": 'event: complete\ndata: [""]\n\n'},
        {"stream": f'event: complete\ndata: ["{FAULT} i systemet"]\n\n'},
    ],
)
def test_what_is_no_answer_is_an_error(serve: Callable[..., Server], behaviour: dict[str, object]) -> None:
    tally = ask_at_once(address(serve(**behaviour)), [("a", [])], 2, 2, 0.0, FAULT)
    assert tally.first_words == []
    assert len(tally.errors) == 4


def test_nobody_there_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(people, "PATIENCE_S", 1.0)
    tally = ask_at_once("http://127.0.0.1:9", [("a", [])], 1, 1, 0.0, FAULT)
    assert len(tally.errors) == 1
