"""One turn of the chat: from what was typed to the messages and the sources shown."""

from __future__ import annotations

import html
import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from assistant.answers.answer import Language
from assistant.answers.assistant import Assistant
from assistant.errors import AssistantError
from assistant.personal import mask_cpr, personal_signs
from assistant.web.answer_view import answer_blocks, answer_view
from assistant.web.rendering import render
from assistant.web.sources import source_view
from assistant.web.suggestions import follow_ups

_log = logging.getLogger(__name__)
_PARAGRAPH = "<p>{}</p>"
Message = dict[str, Any]


@dataclass(frozen=True)
class Turn:
    """What one question adds to the page: its messages so far, and the sources of the whole answer."""

    messages: tuple[Message, ...]
    sources: str = ""


def earlier_questions(messages: Sequence[Message]) -> list[str]:
    """The questions of a conversation, oldest first, from the messages that the page holds."""
    return [_as_typed(_text(message)) for message in messages if message["role"] == "user"]


def respond(
    assistant: Assistant, typed: str, earlier: Sequence[str], language: Language, is_replay: bool = False
) -> Iterator[Turn]:
    """The turn, again and again as the answer grows block by block, or sentence by sentence.

    ``earlier``: the questions before this one, oldest first; ``language``: of the page, for what is said
    beside the answer; ``is_replay``: no language model is asked once more. A fault is told as a fault.
    """
    question, number = mask_cpr(typed), len(earlier) + 1
    asked = ({"role": "user", "content": _as_html(question)}, *_warning(typed, language))
    try:
        answers = [assistant.quoted(question, earlier)] if is_replay else assistant.answers(question, earlier)
        grows = not is_replay and assistant.model is not None
        for answer in answers:
            blocks, sources = answer_blocks(answer, number), source_view(answer, number, language)
            # what a language model adds comes into blocks that are there
            for count in range(len(blocks) if answer.phrasing else 1, len(blocks) + grows):
                part = answer_view(answer, blocks[:count], number, language)
                yield Turn((*asked, _reply(part)), sources)
    except AssistantError:
        _log.exception("a question could not be answered")
        fault = render("notice.html", language, kind="fault", badge="badge_fault", text="fault")
        yield Turn((*asked, _reply(fault)))
        return
    options = [{"value": each, "label": each} for each in follow_ups(answer, assistant.catalogue)]
    whole = answer_view(answer, blocks, number, language, earlier)
    yield Turn((*asked, {**_reply(whole), "options": options}), sources)


def replay(assistant: Assistant, questions: Sequence[str], language: Language) -> list[Turn]:
    """A conversation that was shared, whole."""
    turns: list[Turn] = []
    for at, question in enumerate(questions):
        *_, turn = respond(assistant, question, questions[:at], language, is_replay=True)
        turns.append(without_options(turn) if at + 1 < len(questions) else turn)
    return turns


def without_options(turn: Turn) -> Turn:
    """A turn that another one follows: what to ask on stands below the last answer only."""
    return replace(turn, messages=tuple(without_option(message) for message in turn.messages))


def without_option(message: Message) -> Message:
    return {name: value for name, value in message.items() if name != "options"}


def _warning(typed: str, language: Language) -> tuple[Message, ...]:
    """A kind word to somebody who told more than they need to."""
    signs = personal_signs(typed)
    if not signs:
        return ()
    text = "personal_cpr" if "cpr" in signs else "personal_other"
    return (_reply(render("notice.html", language, kind="personal", badge="", text=text)),)


def _reply(content: str) -> Message:
    return {"role": "assistant", "content": content}


def _as_html(question: str) -> str:
    """A question as one paragraph of HTML, in which no Markdown reader sees Markdown."""
    return _PARAGRAPH.format(html.escape(question).replace("\n", "<br>"))


def _as_typed(content: str) -> str:
    """The question that ``_as_html`` made a paragraph of."""
    start, end = _PARAGRAPH.split("{}")
    return html.unescape(content.removeprefix(start).removesuffix(end).replace("<br>", "\n"))


def _text(message: Message) -> str:
    content = message["content"]
    if isinstance(content, str):
        return content
    return " ".join(part.get("text", "") for part in content if isinstance(part, dict))
