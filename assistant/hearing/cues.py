"""The words by which a response shows what its sender thinks, read from the table ``cues.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from assistant.documents.corrections import Direction

Kind = Literal["said", "thought", "demanded"]
TABLE = Path(__file__).with_suffix(".toml")
TURNED: Mapping[Direction, Direction] = {"support": "resistance", "wish": "resistance"}
"""What a negation makes of what somebody does. No worry is no direction, and neither is no resistance; what
``bør`` not be is a wish as well."""


@dataclass(frozen=True)
class Phrase:
    """A line of the table, and the part of the table that it stands in."""

    direction: Direction
    words: str
    kind: Kind
    pattern: re.Pattern[str]


_GAPS = {"...": r"(?:[^\s.,;:]+\s+){0,4}?", "....": r"(?:[^\s.,;:]+\s+){0,10}?"}


def _pattern(phrase: str) -> re.Pattern[str]:
    """The regular expression of a phrase."""
    parts = []
    for word in phrase.split():
        if word == "^":
            parts.append(r"\A[•\s]*")
        elif word in _GAPS:
            parts.append(_GAPS[word])
        elif word.startswith("!"):
            parts.append(rf"(?!(?:{word[1:]})(?!\w))")
        elif word.startswith("("):
            parts.append(rf"(?:{word[1:-1]}\s+)?")
        else:
            choices = "|".join(re.escape(each).replace(r"\*", r"\w*") for each in word.rstrip(",").split("|"))
            parts.append(rf"(?:{choices})(?!\w){',?' if word.endswith(',') else ''}\s*+")
    return re.compile(rf"(?<!\w){''.join(parts)}", re.IGNORECASE)


def _phrases() -> Iterator[Phrase]:
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    for kind in get_args(Kind):
        for direction, lines in table[kind].items():
            for words in lines.strip().splitlines():
                yield Phrase(direction, words, kind, _pattern(words))


PHRASES = tuple(_phrases())
