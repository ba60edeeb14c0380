"""The structured form in which a model answers: JSON objects, read as they come."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

_MOST = 12
"""Sentences; an answer is read, not studied, and a model that repeats itself comes to an end."""


@dataclass(frozen=True)
class Draft:
    """A sentence of a model, and the ids that it names."""

    text: str
    support: tuple[str, ...]


def drafts(pieces: Iterable[str]) -> Iterator[Draft]:
    """Each sentence, ``{"text": ..., "support": [...]}``, as soon as it is whole.

    There are no more than a reader takes in; one that comes again is the last.
    """
    told: set[str] = set()
    for value in objects(pieces, "text", "support"):
        text, support = value.get("text"), value.get("support", [])
        if not isinstance(text, str) or not isinstance(support, list):
            continue
        if text in told or len(told) >= _MOST:
            return
        told.add(text)
        yield Draft(text.strip(), tuple(each for each in support if isinstance(each, str)))


def objects(pieces: Iterable[str], *keys: str) -> Iterator[dict[str, Any]]:
    """Every JSON object that begins with one of the keys, as soon as it is whole.

    Whatever stands around it is passed over, and so is one that never becomes whole.
    """
    beginning = re.compile(rf'\{{\s*"(?:{"|".join(keys)})"')
    decoder, text, at = json.JSONDecoder(), "", 0
    for piece in pieces:
        text += piece
        while found := beginning.search(text, at):
            try:
                value, at = decoder.raw_decode(text, found.start())
            except json.JSONDecodeError:
                following = beginning.search(text, found.end())
                if following is None:
                    break  # it may still become whole
                at = following.start()
            else:
                yield value
