"""A claim that was checked, as HTML: the verdict in words, what differs, and the quotes with their places."""

from __future__ import annotations

import logging

from assistant.answers.answer import Language
from assistant.answers.assistant import Assistant
from assistant.answers.phrases import say
from assistant.errors import AssistantError
from assistant.personal import personal_signs
from assistant.web.rendering import render

_log = logging.getLogger(__name__)


def check_view(assistant: Assistant, typed: str, page: Language) -> str:
    """What the page shows of a claim; nothing if none was typed. A fault is told as a fault.

    ``page``: the language of the page; what is said of the claim is in the claim's own.
    """
    if not typed.strip():
        return ""
    try:
        checked = assistant.check(typed)
    except AssistantError:
        _log.exception("a claim could not be checked")
        return render("notice.html", page, kind="fault", badge="badge_fault", text="fault")
    language = checked.language
    parts = [
        (
            part,
            say(language, f"verdict_{part.verdict}"),
            [(say(language, f"aspect_{each.aspect}"), each) for each in part.differences],
        )
        for part in checked.parts
    ]
    return _warning(typed, page) + render(
        "check.html",
        page,
        checked=checked,
        whole=say(language, f"verdict_{checked.verdict}"),
        parts=parts,
    )


def _warning(typed: str, page: Language) -> str:
    """A kind word to somebody who told more than they need to."""
    signs = personal_signs(typed)
    if not signs:
        return ""
    text = "personal_cpr" if "cpr" in signs else "personal_other"
    return render("notice.html", page, kind="personal", badge="", text=text)
