"""The words by which a response shows what its sender thinks, read from the table ``cues.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from assistant.documents.corrections import Direction

TABLE = Path(__file__).with_suffix(".toml")
TURNED: Mapping[Direction, Direction] = {"support": "resistance", "wish": "resistance"}
"""What a negation makes of what somebody does. No worry is no direction, and neither is no resistance; what
``bør`` not be is a wish as well."""


@dataclass(frozen=True)
class Phrase:
    """A line of the table; ``is_said``: it counts if the sender does it."""

    direction: Direction
    words: str
    is_said: bool
    pattern: re.Pattern[str]


_GAPS = {"...": r"(?:[^\s.,;:]+\s+){0,4}?", "....": r"(?:[^\s.,;:]+\s+){0,10}?"}


def _pattern(phrase: str) -> re.Pattern[str]:
    """The regular expression of a phrase."""
    parts = []
    for word in phrase.split():
        if word in _GAPS:
            parts.append(_GAPS[word])
        elif word.startswith("("):
            parts.append(rf"(?:{word[1:-1]}\s+)?")
        else:
            choices = "|".join(re.escape(each).replace(r"\*", r"\w*") for each in word.rstrip(",").split("|"))
            parts.append(rf"(?:{choices})(?!\w){',?' if word.endswith(',') else ''}\s*")
    return re.compile(rf"(?<!\w){''.join(parts)}", re.IGNORECASE)


def _phrases() -> Iterator[Phrase]:
    table: Mapping[str, Mapping[Direction, str]] = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    for kind, directions in table.items():
        for direction, lines in directions.items():
            for words in lines.strip().splitlines():
                yield Phrase(direction, words, kind == "said", _pattern(words))


PHRASES = tuple(_phrases())
