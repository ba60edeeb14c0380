"""Any chat model that LangChain knows, with an end to its patience. The only home of langchain."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Event
from typing import Any, Literal
from urllib.parse import urlsplit

from assistant.answers.phrasing.budget import Budget, estimated_tokens
from assistant.errors import PhrasingError, SettingsError
from assistant.settings import Settings

Turn = tuple[Literal["system", "human"], str]
_CALLS_AT_A_TIME = 8
_TRIES = 2
_LONGEST_REPLY = 12_000
"""Characters; whatever writes on is cut off."""
_OPTIONS: dict[str, Callable[[int, float], dict[str, Any]]] = {
    "ollama": lambda tokens, seconds: {"num_predict": tokens, "client_kwargs": {"timeout": seconds}},
}
"""How the length of a reply and the patience of a client are called, where they are not called as usual."""


@dataclass
class Patience:
    """How long to wait: ``seconds`` from now, again from each renewal, and five times as long in all."""

    seconds: float

    def __post_init__(self) -> None:
        self._last = time.monotonic() + 5 * self.seconds
        self.renew()

    def renew(self) -> None:
        self._until = min(time.monotonic() + self.seconds, self._last)

    @property
    def left(self) -> float:
        """Seconds; 0 or less if there is no more."""
        return self._until - time.monotonic()


class ChatModel:
    """A model behind LangChain's ``init_chat_model``. ``place``: where it runs, for people to read."""

    def __init__(self, settings: Settings) -> None:
        """Raises ``SettingsError`` if there is no such model; no word of the provider is in it, nor a key."""
        self.name = settings.llm
        self.place = place_of(settings)
        self.budget = Budget(settings)
        self.seconds = settings.llm_seconds
        self._pool = ThreadPoolExecutor(_CALLS_AT_A_TIME, "model")
        opened = self._pool.submit(_open, settings)
        if fault := opened.exception():
            raise SettingsError(
                f"ASSISTANT_LLM={self.name}: it cannot be used ({type(fault).__name__}). It is written "
                "provider:model, the provider's package has to be installed (pip install -e .[openai], "
                "[anthropic] or [ollama]), and its key to be set (ASSISTANT_LLM_KEY)"
            )
        self._model = opened.result()

    def stream(self, turns: Sequence[Turn], patience: Patience) -> Iterator[str]:
        """What the model writes, piece by piece; ``PhrasingError`` if it fails or takes too long.

        A call that fails before its first piece is made once more, if there is time.
        """
        for last in (False, True):
            begun = False
            try:
                for piece in self._once(turns, patience):
                    begun = True
                    yield piece
                return
            except PhrasingError as fault:
                if last or begun or fault.kind != "fault" or patience.left < patience.seconds / _TRIES:
                    raise

    def _once(self, turns: Sequence[Turn], patience: Patience) -> Iterator[str]:
        if not self.budget.call():
            raise PhrasingError("budget")
        pieces: SimpleQueue[str | None] = SimpleQueue()
        stopped, written = Event(), 0
        reading = self._pool.submit(self._read, turns, pieces, stopped)
        reading.add_done_callback(lambda _: pieces.put(None))
        try:
            while written < _LONGEST_REPLY:
                piece = _next(pieces, patience)
                if piece is None:
                    if reading.exception():  # of any kind: providers' errors have no common root
                        raise PhrasingError("fault")
                    return
                written += len(piece)
                yield piece
        finally:
            stopped.set()
            self.budget.spend(estimated_tokens(written + sum(len(text) for _, text in turns)))

    def _read(self, turns: Sequence[Turn], pieces: SimpleQueue[str | None], stopped: Event) -> None:
        for chunk in self._model.stream(list(turns)):
            if stopped.is_set():
                return
            if text := str(chunk.text):
                pieces.put(text)


def place_of(settings: Settings) -> str:
    """Where a model runs: the host of its address, or the name of its provider."""
    host = urlsplit(settings.llm_url).hostname
    return host or settings.llm.partition(":")[0]


def open_chat_model(settings: Settings) -> ChatModel | None:
    """The model of the settings; none if none is set."""
    return ChatModel(settings) if settings.llm else None


def _open(settings: Settings) -> Any:
    from langchain.chat_models import init_chat_model

    provider, _, name = settings.llm.partition(":")
    if not name:
        raise ValueError(settings.llm)
    usual: dict[str, Any] = {
        "max_tokens": settings.llm_tokens,
        "timeout": settings.llm_seconds,
        "max_retries": 0,
    }
    special = _OPTIONS.get(provider)
    options = special(settings.llm_tokens, settings.llm_seconds) if special else usual
    if settings.llm_url:
        options["base_url"] = settings.llm_url
    if key := settings.llm_key.get_secret_value():
        options["api_key"] = key
    return init_chat_model(settings.llm, temperature=0, **options)


def _next(pieces: SimpleQueue[str | None], patience: Patience) -> str | None:
    try:
        return pieces.get(timeout=max(patience.left, 0.001))
    except Empty:
        raise PhrasingError("timeout") from None
