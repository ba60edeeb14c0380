"""What is read out of a file."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

MOST_CHARACTERS = 10_000_000
"""Longest text of a file: some five thousand pages."""
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff\U000e0000-\U000e0fff]"
    "|[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]"
)
"""What nobody sees: soft hyphens, joiners, direction marks, tags, controls. Words may hide in them."""
_LIGATURES = re.compile("[\ufb00-\ufb06]")


Layout = Literal["paragraphs", "parted", "wrapped"]
"""``paragraphs``: each line is one. ``parted``: lines of a page, with blank ones between paragraphs, and
where a page ends. ``wrapped``: lines of a page of which nothing more is certain: any tool may have extracted
them."""


@dataclass(frozen=True)
class Extracted:
    """The text of a file. ``layout``: what its lines are.

    ``title``, ``author``, ``date``: what the file says of itself; empty if it says nothing. ``notes``: what a
    reader should know, in Danish: an attachment that is not read, text that nobody sees on the page.
    ``is_dated``: ``date`` is the day on which it was sent, not the one on which a file was made.
    """

    text: str
    layout: Layout = "paragraphs"
    title: str = ""
    author: str = ""
    date: str = ""
    notes: tuple[str, ...] = ()
    is_dated: bool = False


def visible(text: str) -> str:
    """The text without what nobody sees; ligatures as the letters that they stand for."""
    spelled = _LIGATURES.sub(lambda match: unicodedata.normalize("NFKC", match.group()), text)
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", spelled))


def hidden_in(text: str) -> int:
    """How many characters of a text nobody sees; a byte order mark and a soft hyphen are no secret."""
    return len(_INVISIBLE.findall(text.replace("\u00ad", "").replace("\ufeff", "")))
