"""What a language model may cost: calls a minute and a day, tokens a day."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from threading import Lock

from assistant.settings import Settings

_MINUTE_S, _DAY_S = 60.0, 86_400.0
_LETTERS_A_TOKEN = 3
"""Estimated, as not every model tells what it used: Danish has some three letters a token."""


class Budget:
    """Counts what was spent in the last minute and the last 24 hours, for the whole process."""

    def __init__(self, settings: Settings, now: Callable[[], float] = time.monotonic) -> None:
        self._most_a_minute = settings.llm_calls_per_minute
        self._most_a_day = settings.llm_calls_per_day
        self._most_tokens = settings.llm_tokens_per_day
        self._now = now
        self._lock = Lock()
        self._calls: deque[float] = deque()
        self._tokens: deque[tuple[float, int]] = deque()

    def call(self) -> bool:
        """Takes one call from the budget; false if there is none left."""
        with self._lock:
            now = self._now()
            while self._calls and self._calls[0] <= now - _DAY_S:
                self._calls.popleft()
            while self._tokens and self._tokens[0][0] <= now - _DAY_S:
                self._tokens.popleft()
            last_minute = sum(each > now - _MINUTE_S for each in self._calls)
            if last_minute >= self._most_a_minute or len(self._calls) >= self._most_a_day:
                return False
            if sum(count for _, count in self._tokens) >= self._most_tokens:
                return False
            self._calls.append(now)
            return True

    def spend(self, tokens: int) -> None:
        """Counts tokens that were used, both ways."""
        with self._lock:
            self._tokens.append((self._now(), tokens))


def estimated_tokens(letters: int) -> int:
    """About how many tokens so many letters are."""
    return letters // _LETTERS_A_TOKEN
