"""What the pages are built of."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import gradio as gr

QUIET: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
"""For events that are the page's own: not part of the public API, and nothing blinks."""
CONCURRENT = 2
"""Questions that are answered at a time; the others wait in line. Two keep two cores busy; eight get in each
other's way (50 people at once: first words after 3.8 s at the 95th percentile, with two after 2.0 s)."""
ANSWERING: dict[str, Any] = {"concurrency_limit": CONCURRENT, "concurrency_id": "ask"}
"""For events that answer questions."""
BUSY: dict[str, Any] = {**QUIET, **ANSWERING}


class Fresh:
    """What the pages show of the index: made anew after each switch, for whoever opens them from then on."""

    def __init__(self) -> None:
        self._renewals: list[Callable[[], None]] = []

    def html(self, content: Callable[[], str], name: str) -> gr.Markdown:
        """Rendered HTML that follows the index."""
        shown = show_html(content(), name)
        self._renewals.append(lambda: setattr(shown, "value", content()))
        return shown

    def choices(self, dropdown: gr.Dropdown, choices: Callable[[], list[Any]]) -> None:
        """Lets the choices of a field follow the index."""
        self._renewals.append(lambda: setattr(dropdown, "choices", choices()))

    def renew(self, site: gr.Blocks) -> None:
        """Shows the current index on every page."""
        for renewal in self._renewals:
            renewal()
        site.config = site.get_config_file()


def show_html(content: str, name: str) -> gr.Markdown:
    """Rendered HTML on the page. It goes through the Markdown component because that one runs nothing of
    what it shows; it need not clean it, as ``rendering`` escapes whatever is not the templates' own."""
    return gr.Markdown(content, sanitize_html=False, latex_delimiters=[], elem_id=name)
