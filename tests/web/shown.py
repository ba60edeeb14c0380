"""What a browser makes of what we render, and answers with the words of strangers in them."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from markdown_it import MarkdownIt

from assistant.answers.answer import Answer
from assistant.answers.compose import Composer
from assistant.answers.reply import Quote, Reply
from assistant.documents.passages import Document, Passage

_VOID = {"br", "img", "input", "meta", "link", "hr"}


class Shown(HTMLParser):
    """The elements of a page, and the text that people see, of what a Markdown reader is given.

    Our HTML is given to one too, by Gradio. ``html``: whether the reader lets HTML through.
    """

    def __init__(self, content: str, html: bool = True) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = self.marked = self.quoted = ""
        self._within: list[str] = []
        reader = MarkdownIt("commonmark", {"html": html, "breaks": html}).enable(["strikethrough", "table"])
        self.feed(reader.render(content))
        self.close()
        assert self._within == [], "elements that are never closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in _VOID:
            self._within.append(tag)
        self.text += "\n" if tag == "br" else ""

    def handle_endtag(self, tag: str) -> None:
        assert tag in _VOID or self._within.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data
        self.marked += data if "mark" in self._within else ""
        self.quoted += data if "blockquote" in self._within else ""

    @property
    def tags(self) -> set[str]:
        return {tag for tag, _ in self.elements}

    @property
    def attributes(self) -> set[str]:
        return {name for _, attributes in self.elements for name in attributes}

    def links(self, kind: str = "") -> list[str]:
        """Where the links lead, in order; ``kind``: only those of that class."""
        return [
            attributes["href"] or ""
            for tag, attributes in self.elements
            if tag == "a" and kind in (attributes.get("class") or "")
        ]

    @property
    def ids(self) -> list[str]:
        return [attributes["id"] or "" for _, attributes in self.elements if "id" in attributes]


def answer_with(
    text: str, title: str = "Svar", sender: str = "Solby Kommune", label: str = "Svar, afsnit 1"
) -> Answer:
    """An answer that quotes a response whole."""
    passage = Passage("svar/1", "svar", "response", label, "paragraph", (title,), text, 0, len(text))
    spans = ((0, 0, len(text)),)
    document = Document(
        "svar", "svar.txt", title, title, "response", sender, "2023-10-11", "sendt", text, spans, (passage,)
    )
    composer = Composer({"svar": document}, "da")
    composer.add(Reply("answered", quotes=(Quote(passage, 0, len(text)),)))
    return Answer("Hvad mener de?", "da", "answered", composer.text, tuple(composer.citations))


def folded(text: str) -> str:
    """Every run of blanks as one space."""
    return re.sub(r"\s+", " ", text).strip()


def bare(text: str) -> str:
    """Without blanks."""
    return re.sub(r"\s+", "", text)
