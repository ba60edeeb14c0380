"""One turn of the chat: from what was typed to the text and the sources shown."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence

from assistant.answers.assistant import Assistant
from assistant.errors import AssistantError
from assistant.web.sources import linked_text, panel_before, source_panel

FAULT = (
    "**Der er en fejl i systemet, så jeg kan ikke svare lige nu.** Det betyder ikke, at svaret ikke "
    "findes. Prøv igen om lidt, eller kontakt Region Midtjylland."
)
_log = logging.getLogger(__name__)


def respond(
    assistant: Assistant, message: str, earlier: Sequence[str], panel: str
) -> Iterator[tuple[str, str]]:
    """Yields (text so far, sources): the answer block by block, then its sources on top of ``panel``.

    ``earlier``: the questions before this one, oldest first. A fault is told as a fault.
    """
    turn = len(earlier) + 1
    try:
        answer = assistant.answer(message, earlier)
    except AssistantError:
        _log.exception("a question could not be answered")
        yield FAULT, panel
        return
    text = linked_text(answer, turn)
    sources = source_panel(answer, turn) + panel_before(panel, turn)
    shown = ""
    for block in text.split("\n\n"):
        shown = f"{shown}\n\n{block}" if shown else block
        yield shown, sources
