"""The chat page in Gradio, and how it is mounted. Danish texts of the page are here."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"  # Gradio reads it when it is imported

import gradio as gr
from fastapi import FastAPI

from assistant.answers.assistant import Assistant
from assistant.web.chat import respond

_HERE = Path(__file__).parent
_QUEUE = 64
_CONCURRENT = 8

TITLE = "Spørg planen"
_INTRODUCTION = """
# Spørg planen
Et automatisk system svarer på spørgsmål om **Visions- og udviklingsplan for Socialområdet i Region
Midtjylland 2024-2027** og om høringen af den. Svarene er **ordrette citater** med henvisning til stedet.
Klik på et tal i et svar for at se kilden.
"""
_LIMITS = """
Planen her er høringsudgaven fra august 2023. Svar er ikke afgørelser: det er dokumenterne, der gælder.
Skriv ikke personoplysninger. Intet af det, du skriver, bliver gemt eller sendt videre.
Samlingen: {documents} dokumenter, {passages} passager, indlæst {created}.
"""
_NO_SOURCES = "*Her vises kilderne til svaret: citatet markeret i sin sammenhæng.*"
_SUGGESTIONS = [
    "Får beboerne en fast læge på bostedet?",
    "Hvem bestemmer, hvem der er mine pårørende?",
    "Hvad siger pejlemærke 7?",
    "Alle indsatser i 2025 under Det hele menneske",
    "Hvad er Norddjurs Kommune bekymret for?",
    "Hvor mange høringssvar kom der?",
    "What does the plan say about volunteers?",
]
# The frontend speaks English unless its own words are given; there is no Danish locale.
_WORDS = gr.I18n(
    en={
        "chatbot.copy_message": "Kopiér svaret",
        "chatbot.copy_conversation": "Kopiér samtalen",
        "chatbot.clear": "Ny samtale",
        "chatbot.retry": "Spørg igen",
        "chatbot.undo": "Fortryd",
        "common.clear": "Ryd",
        "common.submit": "Send",
        "common.stop": "Stop",
    }
)


def build_page(assistant: Assistant) -> gr.Blocks:
    """The page: the chat, and beside it (below it on a phone) the sources."""
    manifest = assistant.index.manifest

    def answer(message: str, history: list[dict[str, Any]], panel: str) -> Iterator[tuple[str, str]]:
        earlier = [_text_of(turn) for turn in history if turn["role"] == "user"]
        yield from respond(assistant, message, earlier, "" if panel == _NO_SOURCES else panel)

    page: gr.Blocks
    with gr.Blocks(title=TITLE, fill_width=True, analytics_enabled=False) as page:
        gr.Markdown(_INTRODUCTION, elem_id="introduktion")
        with gr.Row(equal_height=False):
            with gr.Column(scale=3, min_width=320):
                conversation = gr.Column()
            with gr.Column(scale=2, min_width=300, elem_id="kilder"):
                gr.Markdown("## Kilder")
                sources = gr.Markdown(_NO_SOURCES, elem_id="kildeliste", latex_delimiters=[])
        with conversation:
            chatbot = gr.Chatbot(
                label="Samtale",
                show_label=False,
                height="60vh",
                buttons=["copy"],
                latex_delimiters=[],
                autoscroll=False,  # head.html brings the question to the top instead
                feedback_options=None,
                placeholder="**Stil et spørgsmål på dansk eller engelsk**",
                elem_id="samtale",
            )
            gr.ChatInterface(
                answer,
                chatbot=chatbot,
                textbox=gr.Textbox(
                    placeholder="Skriv dit spørgsmål her",
                    label="Dit spørgsmål",
                    autofocus=True,
                    submit_btn="Send",
                    stop_btn="Stop",
                ),
                additional_inputs=[sources],
                additional_outputs=[sources],
                examples=[[suggestion, None] for suggestion in _SUGGESTIONS],
                example_labels=_SUGGESTIONS,
                cache_examples=False,
                flagging_mode="never",
                concurrency_limit=_CONCURRENT,
                api_name="ask",
            )
            chatbot.clear(lambda: _NO_SOURCES, outputs=sources, api_visibility="private")
        gr.Markdown(
            _LIMITS.format(
                documents=manifest.documents, passages=manifest.passages, created=manifest.created[:10]
            ),
            elem_id="forbehold",
        )
    return page


def mount_page(app: FastAPI, assistant: Assistant) -> FastAPI:
    """Mounts the page at the root of a FastAPI app."""
    page = build_page(assistant)
    page.queue(max_size=_QUEUE, default_concurrency_limit=_CONCURRENT)
    mounted: FastAPI = gr.mount_gradio_app(
        app,
        page,
        path="/",
        i18n=_WORDS,
        theme=gr.themes.Default(
            font=["system-ui", "sans-serif"], font_mono=["ui-monospace", "monospace"], primary_hue="teal"
        ),
        css_paths=_HERE / "style.css",
        head_paths=_HERE / "head.html",
        footer_links=[],
        run_history=False,
        show_error=False,
        mcp_server=False,
    )
    return mounted


def _text_of(turn: dict[str, Any]) -> str:
    content = turn["content"]
    if isinstance(content, str):
        return content
    return " ".join(part.get("text", "") for part in content if isinstance(part, dict))
