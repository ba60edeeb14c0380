"""The chat: conversation, question, sources, suggestions, feedback."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

import gradio as gr

from assistant.answers.answer import Language
from assistant.answers.live import LiveAssistant
from assistant.errors import AssistantError
from assistant.web.addresses import MOST_EARLIER
from assistant.web.chat import Message, earlier_questions, replay, respond, without_option
from assistant.web.feedback import MOST_COMMENT, VERDICTS, Feedback, Verdict
from assistant.web.pages.parts import BUSY, QUIET, Fresh, show_html
from assistant.web.suggestions import BEGINNINGS
from assistant.web.words import word

_log = logging.getLogger(__name__)
Told = tuple[str, ...]
"""The sources of each answer of a conversation, newest first."""
_MOST_TOLD = 20
"""Answers whose sources are kept."""
_TOLD_S = 3600.0
"""How long the server keeps them after the last question."""


class _Parts(NamedTuple):
    """What changes when something is asked."""

    chatbot: gr.Chatbot
    told: gr.State
    sources: gr.Markdown
    box: gr.Textbox
    suggestions: gr.Column
    after: gr.Column


def ask_page(live: LiveAssistant, fresh: Fresh, feedback: Feedback | None, language: Language) -> None:
    """Builds the page within the current Gradio app."""
    say = partial(word, language)
    told = gr.State((), time_to_live=_TOLD_S)
    with gr.Row(equal_height=False, elem_id="samtale-og-kilder"):
        with gr.Column(scale=3, min_width=300, elem_id="spalte"):
            chatbot = gr.Chatbot(
                label=say("conversation"),
                show_label=False,
                height=None,
                buttons=[],
                latex_delimiters=[],
                autoscroll=False,  # head.html brings the question to the top instead
                feedback_options=None,
                layout="panel",
                elem_id="samtale",
            )
            box = gr.Textbox(
                placeholder=say("question_hint"),
                label=say("question"),
                autofocus=True,
                max_lines=6,
                submit_btn=say("send"),
                elem_id="spoergsmaal",
            )
            with gr.Column(elem_id="forslag") as suggestions:
                buttons = _beginnings(language)
            with gr.Column(visible=False, elem_id="efter") as after:
                with gr.Row():
                    new = gr.Button(say("new"), size="sm")
                    gr.Button(say("copy_chat"), size="sm", elem_id="kopier-samtalen")
                if feedback:
                    _feedback(live, feedback, chatbot, language)
        with gr.Column(scale=2, min_width=280, elem_id="kilder"):
            gr.Markdown(f"## {say('sources')}")
            sources = show_html(_no_sources(language), "kildeliste")
    _events(live, language, _Parts(chatbot, told, sources, box, suggestions, after), buttons, new)


def _events(
    live: LiveAssistant,
    language: Language,
    parts: _Parts,
    buttons: list[gr.Button],
    new: gr.Button,
) -> None:
    """What happens on the page; each function gives the values of all ``parts``, in their order."""
    chatbot, told, box = parts.chatbot, parts.told, parts.box

    def show_answer(
        question: str, messages: list[Message], told: Told, **box: str
    ) -> Iterator[Sequence[object]]:
        before = [without_option(message) for message in messages]
        stoppable = {**gr.update(submit_btn=False, stop_btn=word(language, "stop")), **box}
        for turn in respond(live.now, question, earlier_questions(messages), language):
            messages, now = [*before, *turn.messages], (turn.sources, *told)[:_MOST_TOLD]
            yield messages, now, "".join(now), stoppable, gr.update(visible=False), gr.skip()
        yield _conversation(messages, now, language)

    def show_answer_to_typed(typed: str, messages: list[Message], told: Told) -> Iterator[Sequence[object]]:
        if typed.strip():
            yield from show_answer(typed, messages, told, value="")
        else:
            yield _nothing()

    def show_answer_to_option(
        messages: list[Message], told: Told, chosen: gr.SelectData
    ) -> Iterator[Sequence[object]]:
        yield from show_answer(str(chosen.value), messages, told)

    def open_shared(request: gr.Request) -> Sequence[object]:
        asked: list[str] = [*request.query_params.getlist("f"), request.query_params.get("q", "")]
        *earlier, question = asked
        if not question.strip():
            return _nothing()
        turns = replay(live.now, [*earlier[-MOST_EARLIER:], question], language)
        messages = [message for turn in turns for message in turn.messages]
        return _conversation(messages, tuple(turn.sources for turn in reversed(turns)), language)

    shown = list(parts)
    asking: list[dict[str, Any]] = [
        box.submit(show_answer_to_typed, [box, chatbot, told], shown, **BUSY),
        *(button.click(show_answer, [button, chatbot, told], shown, **BUSY) for button in buttons),
        chatbot.option_select(show_answer_to_option, [chatbot, told], shown, **BUSY),
    ]
    box.stop(lambda: _ready(language), None, box, cancels=asking, **QUIET)
    new.click(lambda: _conversation([], (), language), None, shown, **QUIET)
    gr.on(None, open_shared, None, shown, **BUSY)


def _feedback(live: LiveAssistant, feedback: Feedback, chatbot: gr.Chatbot, language: Language) -> None:
    say = partial(word, language)
    with gr.Column(elem_id="tilbagemelding"):
        verdict = gr.Radio(
            [(say(each), each) for each in VERDICTS], label=say("feedback"), info=say("feedback_info")
        )
        with gr.Row():
            comment = gr.Textbox(label=say("comment"), max_length=MOST_COMMENT, scale=4)
            send = gr.Button(say("feedback_send"), size="sm", scale=1)
        said = gr.Markdown(elem_id="tak")

    def keep(chosen: Verdict | None, comment: str, messages: list[Message]) -> tuple[object, object, str]:
        questions = earlier_questions(messages)
        if chosen is None or not questions:
            return gr.skip(), gr.skip(), say("feedback_choose")
        *earlier, question = questions
        try:
            feedback.keep(chosen, live.now.quoted(question, earlier), earlier, comment)
        except AssistantError:
            _log.exception("feedback could not be kept")
            return gr.skip(), gr.skip(), say("feedback_failed")
        return None, "", say("feedback_thanks")

    send.click(keep, [verdict, comment, chatbot], [verdict, comment, said], **QUIET)


def _beginnings(language: Language) -> list[gr.Button]:
    """Questions to begin with, a column for each kind of user."""
    buttons = []
    with gr.Row():
        for user, questions in BEGINNINGS[language].items():
            with gr.Column(min_width=220):
                gr.Markdown(f"## {word(language, user)}")
                buttons += [gr.Button(question, size="sm", elem_classes="forslag") for question in questions]
    return buttons


def _conversation(messages: list[Message], told: Told, language: Language) -> Sequence[object]:
    """What the page shows of a conversation; an empty one is the page as it was opened."""
    sources = "".join(told) or _no_sources(language)
    begun = bool(messages)
    return messages, told, sources, _ready(language), gr.update(visible=not begun), gr.update(visible=begun)


def _ready(language: Language) -> object:
    """The field when a question can be sent."""
    return gr.update(submit_btn=word(language, "send"), stop_btn=False)


def _nothing() -> Sequence[object]:
    """What leaves the page as it is."""
    return [gr.skip()] * len(_Parts._fields)


def _no_sources(language: Language) -> str:
    return f"<p>{word(language, 'no_sources')}</p>"
