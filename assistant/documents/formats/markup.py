"""HTML: the words of the page, a line for each paragraph. The only home of Beautiful Soup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress

from bs4 import BeautifulSoup, Tag
from bs4.dammit import EncodingDetector
from bs4.element import NavigableString, PreformattedString

from assistant.documents.formats.extracted import Extracted

_BLOCKS = frozenset(
    "address article aside blockquote body br caption dd details div dl dt fieldset figcaption figure footer"
    " h1 h2 h3 h4 h5 h6 header hr li main ol p pre section summary table tbody td tfoot th thead tr"
    " ul".split()
)
_NO_CONTENT = (
    "script style noscript template svg math iframe object embed canvas audio video form button select dialog"
    " nav aside menu title head"
).split()
_WINDOWS = "cp1252"
_AROUND = ("header", "footer")
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|opacity\s*:\s*0(?![.\d])"
)


def read_html(markup: str | bytes) -> Extracted:
    """The text of a page without menus, forms and what it hides: its ``main`` part, if it has one."""
    soup = BeautifulSoup(_decoded(markup) if isinstance(markup, bytes) else markup, "html.parser")
    title = soup.title.get_text(" ", strip=True) if soup.title else ""
    hidden = [tag for tag in soup.find_all(True) if _is_hidden(tag)]
    concealed = sum(len(tag.get_text(strip=True)) for tag in hidden)
    for tag in (*hidden, *soup.find_all(_NO_CONTENT)):
        tag.extract()
    main = soup.find("main") or soup.find(role="main")
    if not main:
        for tag in soup.find_all(_AROUND):
            if not tag.find_parent("article"):
                tag.extract()
    text = "\n\n".join(_paragraphs(main or soup))
    notes = (f"{concealed} tegn, som ikke ses på siden, er udeladt",) if concealed else ()
    return Extracted(text, title=title, notes=notes)


def _decoded(markup: bytes) -> str:
    """The text of a page: as its byte order mark says, UTF-8 if it can be, as it declares, or as Windows
    writes where it is silent.

    Nothing is guessed from the letters: a short page was taken for Chinese. A page whose declaration can be
    read without knowing it is not in UTF-16, whatever it declares.
    """
    content, marked = EncodingDetector.strip_byte_order_mark(markup)
    declared = EncodingDetector.find_declared_encoding(content, is_html=True, search_entire_document=True)
    said = declared if declared and not declared.startswith("utf-16") else None
    for encoding in filter(None, (marked, "utf-8", said)):
        with suppress(LookupError, UnicodeDecodeError):
            return str(content, encoding)
    return content.decode(_WINDOWS, errors="replace")


def _is_hidden(tag: Tag) -> bool:
    style = str(tag.get("style", "")).casefold()
    return tag.has_attr("hidden") or tag.get("aria-hidden") == "true" or bool(_HIDDEN.search(style))


def _paragraphs(root: Tag) -> Iterator[str]:
    """The words of each block; those of a list item behind a bullet."""
    words: list[str] = []
    block: Tag | None = None
    for node in root.descendants:
        if isinstance(node, Tag) and node.name in _BLOCKS:
            yield from _told(words, block)
            words, block = [], node
        elif isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
            within = node.find_parent(_BLOCKS)
            if within is not block and node.strip():
                if block is None or block.name != "br" or block.parent is not within:
                    yield from _told(words, block)
                    words = []
                block = within
            words.append(str(node))
    yield from _told(words, block)


def _told(words: list[str], block: Tag | None) -> Iterator[str]:
    text = " ".join("".join(words).split())
    if text:
        item = block if block is None or block.name == "li" else block.find_parent("li")
        is_first = item is block or (block is not None and block.find_previous_sibling() is None)
        yield f"{_marker(item)}{text}" if item is not None and is_first and text[0] != "•" else text


def _marker(item: Tag) -> str:
    """What stands before a list item: a bullet, or its number."""
    numbered = item.parent
    if numbered is None or numbered.name != "ol":
        return "• "
    start = str(numbered.get("start", "1"))
    first = int(start) if start.isdecimal() else 1
    return f"{first + len(item.find_previous_siblings('li'))}. "
