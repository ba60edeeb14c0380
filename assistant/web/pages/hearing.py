"""The pages on what was committed, and on what the hearing said of it."""

from __future__ import annotations

from functools import partial

import gradio as gr

from assistant.answers.answer import Language
from assistant.answers.live import LiveAssistant
from assistant.hearing.attributes import STRENGTHS
from assistant.hearing.commitments import Wanted
from assistant.web.commitments_view import ORDERS, Order, commitments_view
from assistant.web.feedback import Feedback
from assistant.web.pages.parts import QUIET, Fresh, show_html
from assistant.web.trace_view import trace_view
from assistant.web.words import word


def commitments_page(
    live: LiveAssistant, fresh: Fresh, feedback: Feedback | None, language: Language
) -> None:
    """The register of commitments, to filter, to sort and to take along."""
    say = partial(word, language)
    catalogue = live.now.catalogue
    with gr.Row(elem_id="filter"):
        words = gr.Textbox(label=say("commitment_search"), max_lines=1)
        year = _choice(
            say("commitment_year"), [(say("all"), 0), *((str(each), each) for each in catalogue.years)]
        )
        track = _choice(
            say("strategispor"), [(say("all"), ""), *((each, each) for each in catalogue.strategispor)]
        )
        strength = _choice(
            say("commitment_strength"), [(say("all"), ""), *((each, each) for each in STRENGTHS)]
        )
        order = _choice(say("commitment_order"), [(say(f"commitment_{each}"), each) for each in ORDERS])
        findings = gr.Checkbox(label=say("only_findings"))
    shown = show_html("", "indsatserne")

    def narrow(words: str, year: int, track: str, strength: str, order: Order, only_findings: bool) -> str:
        wanted = Wanted(year or None, track, None, strength, words, only_findings)
        return commitments_view(live.now.register, wanted, order, language)

    fields = [words, year, track, strength, order, findings]
    changes = [words.change, findings.change, *(each.change for each in (year, track, strength, order))]
    gr.on(changes, narrow, fields, shown, trigger_mode="always_last", **QUIET)
    gr.on(None, narrow, fields, shown, **QUIET)


def _choice(label: str, choices: list[tuple[str, str | int]]) -> gr.Dropdown:
    return gr.Dropdown(choices, value=choices[0][1], label=label, filterable=False)


def trace_page(live: LiveAssistant, fresh: Fresh, feedback: Feedback | None, language: Language) -> None:
    """Which response says what of which pejlemærke. It is made when it is asked for: with many responses
    that takes some seconds the first time."""
    shown = show_html("", "sporingen")
    gr.on(None, lambda: trace_view(live.now.trace, language), None, shown, **QUIET)
