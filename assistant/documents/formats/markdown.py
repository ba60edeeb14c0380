"""Markdown, by way of HTML. The only home of markdown-it."""

from __future__ import annotations

from markdown_it import MarkdownIt

from assistant.documents.formats.extracted import Extracted
from assistant.documents.formats.markup import read_html


def read_markdown(text: str) -> Extracted:
    """The text of a Markdown file without its marks."""
    html = MarkdownIt("commonmark", {"html": True}).enable("table").render(text)
    return read_html(f"<main>{html}</main>")
