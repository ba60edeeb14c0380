"""All pages as one site, mounted on the web server."""

from __future__ import annotations

import json
import warnings
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import get_args

import gradio as gr
from fastapi import FastAPI
from gradio.events import api

from assistant.answers.answer import Language
from assistant.answers.live import LiveAssistant
from assistant.search.catalogue import Catalogue
from assistant.web.addresses import PATHS, Page
from assistant.web.feedback import Feedback
from assistant.web.pages.ask import ask_page
from assistant.web.pages.check import check_page
from assistant.web.pages.hearing import commitments_page, trace_page
from assistant.web.pages.parts import ANSWERING, CONCURRENT, Fresh
from assistant.web.pages.reading import about_page, plan_page, responses_page
from assistant.web.rendering import render
from assistant.web.words import word

_WEB = Path(__file__).parent.parent
QUEUE = 200
"""Questions that may wait; whoever comes after them is told that many are asking."""
_SAID = ("title", "copied", "your_question", "an_answer", "ask_on", "conversation", "busy", "fault", "notice")
SESSIONS = 1000
"""Conversations whose sources are kept at a time; the oldest go first."""
_OTHER: dict[Language, Language] = {"da": "en", "en": "da"}
_PAGES: dict[Page, Callable[[LiveAssistant, Fresh, Feedback | None, Language], None]] = {
    "ask": ask_page,
    "plan": plan_page,
    "commitments": commitments_page,
    "responses": responses_page,
    "trace": trace_page,
    "check": check_page,
    "about": about_page,
}


def mount_site(app: FastAPI, live: LiveAssistant, feedback: Feedback | None) -> FastAPI:
    """Mounts the pages at the root of a FastAPI app."""
    fresh = Fresh()
    site = build_site(live, fresh, feedback)
    site.state_session_capacity = SESSIONS
    site.queue(max_size=QUEUE, default_concurrency_limit=CONCURRENT)
    font, mono = ["system-ui", "sans-serif"], ["ui-monospace", "monospace"]
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "SSR mode")  # it is told to whoever has several pages
        mounted: FastAPI = gr.mount_gradio_app(
            app,
            site,
            path="/",
            theme=gr.themes.Default(font=font, font_mono=mono, primary_hue="teal"),
            css_paths=_WEB / "style.css",
            head=_head(),
            footer_links=[],
            run_history=False,
            show_error=False,
            mcp_server=False,
        )
    live.on_switch(lambda: fresh.renew(site))
    return mounted


def build_site(live: LiveAssistant, fresh: Fresh, feedback: Feedback | None) -> gr.Blocks:
    """Every page in Danish and in English, each a route of its own, and the endpoint for Gradio's client."""

    def ask(question: str, history: list[str] | None = None) -> Iterator[str]:
        """Answers a question with quotes and streams the answer's text so far.

        history: earlier questions of the same person, oldest first.
        """
        shown = ""
        for block in live.now.answer(question, history or ()).text.split("\n\n"):
            shown = f"{shown}\n\n{block}" if shown else block
            yield shown

    site: gr.Blocks
    with gr.Blocks(title=word("da", "title"), fill_width=True, analytics_enabled=False) as site:
        _page(live, fresh, feedback, "ask", "da")
        api(ask, api_name="ask", **ANSWERING)
    for language in get_args(Language):
        for page in _PAGES:
            if (path := PATHS[page][language]) != "/":
                with site.route(word(language, page), path, show_in_navbar=False):
                    _page(live, fresh, feedback, page, language)
    return site


def _head() -> str:
    """What the pages do in the browser, with the words and addresses that it needs."""
    words = {language: {key: word(language, key) for key in _SAID} for language in get_args(Language)}
    site = {"english": [paths["en"] for paths in PATHS.values()], "words": words}
    return (_WEB / "head.html").read_text(encoding="utf-8").replace("SITE", json.dumps(site), 1)


def _page(
    live: LiveAssistant, fresh: Fresh, feedback: Feedback | None, page: Page, language: Language
) -> None:
    fresh.html(lambda: _top(live.now.catalogue, page, language), "hoved")
    _PAGES[page](live, fresh, feedback, language)
    fresh.html(lambda: render("footer.html", language, created=live.now.index.manifest.created), "fod")


def _top(catalogue: Catalogue, page: Page, language: Language) -> str:
    heading, intro = _introduction(catalogue, page, language)
    return render("header.html", language, current=page, other=_OTHER[language], heading=heading, intro=intro)


def _introduction(catalogue: Catalogue, page: Page, language: Language) -> tuple[str, list[str]]:
    """The heading of a page and the paragraphs below it."""
    say = partial(word, language)
    if page == "ask":
        return say("ask_heading"), [say("ask_intro", plan=catalogue.plan_title), say("ask_limits")]
    if page == "plan":
        return catalogue.plan_title or say("plan"), [say("plan_intro")]
    if page in ("commitments", "trace"):
        return say(page), [say(f"{page}_intro")]
    if page == "check":
        return say("check"), [say("check_intro"), say("check_limits")]
    if page == "about":
        return say("about_heading"), []
    count, received = len(catalogue.responses), catalogue.received_count
    counted = [say("of_received", count=count, received=received)] if received else []
    return say("responses"), [*counted, say("responses_intro")]
