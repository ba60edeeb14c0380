"""The pages on what was committed, and on what the hearing said of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
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

    def choice(label: str, values: Callable[[], Iterable[str | int]], none: str | int) -> gr.Dropdown:
        """A field whose choices follow the index."""

        def choices() -> list[tuple[str, str | int]]:
            return [(say("all"), none), *((str(each), each) for each in values())]

        field = gr.Dropdown(choices(), value=none, label=say(label), filterable=False)
        fresh.choices(field, choices)
        return field

    with gr.Row(elem_id="filter"):
        words = gr.Textbox(label=say("commitment_search"), max_lines=1)
        year = choice("commitment_year", lambda: live.now.catalogue.years, 0)
        track = choice("strategispor", lambda: live.now.catalogue.strategispor, "")
        number = choice("response_pejlemaerke", lambda: live.now.catalogue.pejlemaerker, 0)
        strength = choice("commitment_strength", lambda: STRENGTHS, "")
        orders = [(say(f"commitment_{each}"), each) for each in ORDERS]
        order = gr.Dropdown(orders, value=ORDERS[0], label=say("commitment_order"), filterable=False)
        findings = gr.Checkbox(label=say("only_findings"))
    shown = show_html("", "indsatserne")

    def narrow(
        words: str, year: int, track: str, number: int, strength: str, order: Order, only_findings: bool
    ) -> str:
        wanted = Wanted(year or None, track, number or None, strength, words, only_findings)
        return commitments_view(live.now.register, wanted, order, language)

    fields = [words, year, track, number, strength, order, findings]
    changes = [each.change for each in (words, year, track, number, strength, order, findings)]
    gr.on(changes, narrow, fields, shown, trigger_mode="always_last", **QUIET)
    gr.on(None, narrow, fields, shown, **QUIET)


def trace_page(live: LiveAssistant, fresh: Fresh, feedback: Feedback | None, language: Language) -> None:
    """Which response says what of which pejlemærke. It is made when it is asked for: with many responses
    that takes some seconds the first time."""
    shown = show_html("", "sporingen")
    gr.on(None, lambda: trace_view(live.now.trace, language), None, shown, **QUIET)
