"""The page that checks a claim: a field, some examples, and what the documents say to it."""

from __future__ import annotations

from functools import partial

import gradio as gr

from assistant.answers.answer import Language
from assistant.answers.live import LiveAssistant
from assistant.web.check_view import check_view
from assistant.web.feedback import Feedback
from assistant.web.pages.parts import BUSY, Fresh, show_html
from assistant.web.words import word


def check_page(live: LiveAssistant, fresh: Fresh, feedback: Feedback | None, language: Language) -> None:
    """Builds the page within the current Gradio app."""
    say = partial(word, language)
    claim = gr.Textbox(
        label=say("claim"),
        placeholder=say("claim_hint"),
        submit_btn=say("check_it"),
        max_lines=6,
        elem_id="paastand",
    )
    with gr.Column(elem_id="forslag"):
        gr.Markdown(f"## {say('claims_to_try')}")
        buttons = [gr.Button(say(each), size="sm") for each in ("claim_1", "claim_2")]
    shown = show_html("", "dommen")

    def check(typed: str) -> str:
        return check_view(live.now, typed, language)

    def check_example(example: str) -> tuple[str, str]:
        return example, check(example)

    def open_shared(request: gr.Request) -> tuple[str, str]:
        return check_example(request.query_params.get("p", ""))

    claim.submit(check, claim, shown, **BUSY)
    for button in buttons:
        button.click(check_example, button, [claim, shown], **BUSY)
    gr.on(None, open_shared, None, [claim, shown], **BUSY)
