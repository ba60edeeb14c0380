"""The pages to read: the plan, the responses, and what this is."""

from __future__ import annotations

from functools import partial

import gradio as gr

from assistant.answers.answer import Language
from assistant.answers.assistant import Assistant
from assistant.documents.passages import Passage
from assistant.web.about_view import about_view
from assistant.web.feedback import Feedback
from assistant.web.pages.parts import QUIET, show_html
from assistant.web.plan_view import plan_view, results_view
from assistant.web.responses_view import Filter, categories, documents_view, responses_view
from assistant.web.words import word

_RESULTS = 10


def plan_page(assistant: Assistant, feedback: Feedback | None, language: Language) -> None:
    """The plan, to search and to browse."""
    query = gr.Textbox(
        label=word(language, "plan_search"),
        placeholder=word(language, "plan_search_hint"),
        submit_btn=word(language, "search"),
        max_lines=1,
        elem_id="soegning",
    )
    found = show_html("", "fund")
    show_html(plan_view(assistant.catalogue, language), "plan")

    def search(query: str) -> str:
        return results_view(query, _in_plan(assistant, query), language)

    query.submit(search, query, found, **QUIET)


def _in_plan(assistant: Assistant, query: str) -> list[Passage]:
    wanted = query.strip()[: assistant.settings.max_question]
    found = assistant.search(wanted, _RESULTS, lambda passage: float(passage.role == "plan"))
    return [hit.passage for hit in found.hits] if wanted else []


def responses_page(assistant: Assistant, feedback: Feedback | None, language: Language) -> None:
    """The responses, to filter; below them the hearing's other documents."""
    say, catalogue = partial(word, language), assistant.catalogue
    with gr.Row(elem_id="filter"):
        words = gr.Textbox(label=say("response_search"), max_lines=1)
        number = gr.Dropdown(
            [(say("all"), 0), *((str(each), each) for each in catalogue.commented)],
            value=0,
            label=say("response_pejlemaerke"),
            filterable=False,
        )
        category = gr.Dropdown(
            [(say("all"), ""), *((each, each) for each in categories(catalogue))],
            value="",
            label=say("response_category"),
            filterable=False,
        )
    shown = show_html(responses_view(catalogue, Filter(), language), "svarene")
    show_html(documents_view(catalogue, language), "dokumenterne")

    def narrow(words: str, number: int, category: str) -> str:
        return responses_view(catalogue, Filter(words, number or None, category), language)

    changes = [words.change, number.change, category.change]
    gr.on(changes, narrow, [words, number, category], shown, trigger_mode="always_last", **QUIET)


def about_page(assistant: Assistant, feedback: Feedback | None, language: Language) -> None:
    """What this is and is not."""
    manifest = assistant.index.manifest
    show_html(about_view(assistant.catalogue, manifest, feedback is not None, language), "om")
