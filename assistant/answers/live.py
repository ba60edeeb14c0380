"""The assistant on whatever index is current: a switch is followed while people go on asking."""

from __future__ import annotations

import logging
from collections.abc import Callable
from threading import Event, Thread

from assistant.answers.assistant import Assistant, open_assistant
from assistant.answers.phrasing.chat_model import open_chat_model
from assistant.errors import AssistantError
from assistant.search.versions import current_version
from assistant.settings import Settings

_log = logging.getLogger(__name__)
LOOKS_EVERY_S = 1.0
_PATIENCE_S = 10.0


def open_live(settings: Settings) -> LiveAssistant:
    """On the current index, with the language model of the settings if one is set."""
    return LiveAssistant(open_assistant(settings, open_chat_model(settings)))


class LiveAssistant:
    """Holds the assistant on the index that is served.

    Whoever answers takes ``now`` once, and answers from that alone: no answer is of two versions.
    """

    def __init__(self, assistant: Assistant) -> None:
        self._now = assistant
        self._seen = assistant.index.directory
        self._told: list[Callable[[], None]] = []
        self._stopped = Event()
        self._thread: Thread | None = None

    @property
    def now(self) -> Assistant:
        """The assistant on the current index; it stays as it is, also when the next one comes."""
        return self._now

    def on_switch(self, told: Callable[[], None]) -> None:
        """Calls a function after each switch."""
        self._told.append(told)

    def follow(self) -> None:
        """Warms up, not before the first page is out, and looks for another version from then on, in a
        thread of its own."""
        self._thread = Thread(target=self._follow, name="index", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Looks no more; waits for a look that is under way, as the index closes after it."""
        self._stopped.set()
        if self._thread:
            self._thread.join(_PATIENCE_S)

    def look(self) -> bool:
        """Goes over to the current version, if it is another one; whether it did.

        A version that cannot be opened is told in the log, and the old one goes on serving.
        """
        try:
            directory = current_version(self._now.settings.index)
            if directory is None or directory == self._seen:
                return False
            self._seen = directory
            assistant = open_assistant(self._now.settings, self._now.model)
        except (AssistantError, OSError) as fault:
            _log.critical("THE NEW INDEX CANNOT BE SERVED, the old one is: %s", fault)
            return False
        assistant.warm_up()
        self._now = assistant
        for told in self._told:
            told()
        _log.warning("the index %s is served", assistant.index.directory.name)
        return True

    def _follow(self) -> None:
        if not self._stopped.wait(LOOKS_EVERY_S):
            self._now.warm_up()
            self._now.read_responses()
        while not self._stopped.wait(LOOKS_EVERY_S):
            if self.look():
                self._now.read_responses()
