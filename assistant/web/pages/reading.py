"""The pages to read: the plan, the responses, and what this is."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

import gradio as gr

from assistant.answers.answer import Language
from assistant.answers.assistant import Assistant
from assistant.answers.live import LiveAssistant
from assistant.documents.passages import Passage
from assistant.web.about_view import about_view
from assistant.web.feedback import Feedback
from assistant.web.pages.parts import QUIET, Fresh, show_html
from assistant.web.plan_view import plan_view, results_view
from assistant.web.responses_view import Filter, categories, documents_view, responses_view
from assistant.web.words import word

_RESULTS = 10


def plan_page(live: LiveAssistant, fresh: Fresh, feedback: Feedback | None, language: Language) -> None:
    """The plan, to search and to browse."""
    query = gr.Textbox(
        label=word(language, "plan_search"),
        placeholder=word(language, "plan_search_hint"),
        submit_btn=word(language, "search"),
        max_lines=1,
        elem_id="soegning",
    )
    found = show_html("", "fund")
    fresh.html(lambda: plan_view(live.now.catalogue, language), "plan")

    def search(query: str) -> str:
        return results_view(query, _in_plan(live.now, query), language)

    query.submit(search, query, found, **QUIET)


def _in_plan(assistant: Assistant, query: str) -> list[Passage]:
    wanted = query.strip()[: assistant.settings.max_question]
    found = assistant.search(wanted, _RESULTS, lambda passage: float(passage.role == "plan"))
    return [hit.passage for hit in found.hits] if wanted else []


def responses_page(live: LiveAssistant, fresh: Fresh, feedback: Feedback | None, language: Language) -> None:
    """The responses, to filter; below them the hearing's other documents."""
    say = partial(word, language)

    def numbers() -> list[tuple[str, str | int]]:
        return [(say("all"), 0), *_named(live.now.catalogue.commented)]

    def letters() -> list[tuple[str, str | int]]:
        return [(say("all"), ""), *_named(categories(live.now.catalogue))]

    with gr.Row(elem_id="filter"):
        words = gr.Textbox(label=say("response_search"), max_lines=1)
        number = gr.Dropdown(
            numbers(),
            value=0,
            label=say("response_pejlemaerke"),
            filterable=False,
        )
        category = gr.Dropdown(
            letters(),
            value="",
            label=say("response_category"),
            filterable=False,
        )
    fresh.choices(number, numbers)
    fresh.choices(category, letters)
    shown = fresh.html(lambda: responses_view(live.now.catalogue, Filter(), language), "svarene")
    fresh.html(lambda: documents_view(live.now.catalogue, language), "dokumenterne")

    def narrow(words: str, number: int, category: str) -> str:
        return responses_view(live.now.catalogue, Filter(words, number or None, category), language)

    changes = [words.change, number.change, category.change]
    gr.on(changes, narrow, [words, number, category], shown, trigger_mode="always_last", **QUIET)


def _named(values: Iterable[str | int]) -> list[tuple[str, str | int]]:
    return [(str(value), value) for value in values]


def about_page(live: LiveAssistant, fresh: Fresh, feedback: Feedback | None, language: Language) -> None:
    """What this is and is not."""

    def about() -> str:
        assistant = live.now
        return about_view(
            assistant.catalogue, assistant.index.manifest, feedback is not None, language, assistant.model
        )

    fresh.html(about, "om")
