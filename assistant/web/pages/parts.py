"""What the pages are built of."""

from __future__ import annotations

from typing import Any

import gradio as gr

QUIET: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
"""For events that are the page's own: not part of the public API, and nothing blinks."""
CONCURRENT = 2
BUSY: dict[str, Any] = {**QUIET, "concurrency_limit": CONCURRENT, "concurrency_id": "ask"}
"""For events that answer questions: at most so many at a time, the others wait in line."""


def show_html(content: str, name: str) -> gr.Markdown:
    """Rendered HTML on the page. It goes through the Markdown component because that one runs nothing of
    what it shows; it need not clean it, as ``rendering`` escapes whatever is not the templates' own."""
    return gr.Markdown(content, sanitize_html=False, latex_delimiters=[], elem_id=name)
