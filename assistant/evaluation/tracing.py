"""How well the trace finds who speaks of what, and how: against responses that people have marked."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from assistant.documents.corrections import Direction
from assistant.documents.formats.extracted import Extracted
from assistant.documents.intake import Intake
from assistant.documents.passages import Document
from assistant.errors import CorpusError

SPLITS = ("development", "test")
_DIRECTORY = Path(__file__).parent / "gold" / "hearing"
_NAMES: dict[str, Direction] = {
    "støtte": "support",
    "ønske": "wish",
    "bekymring": "worry",
    "modstand": "resistance",
}
Pair = tuple[str, int]
"""A passage's id and a pejlemærke."""


@dataclass(frozen=True)
class GoldSentence:
    """What people say of a sentence: the pejlemærker it names and those it is about, and its directions."""

    file: str
    text: str
    explicit: frozenset[int]
    implicit: frozenset[int]
    directions: frozenset[Direction]


@dataclass(frozen=True)
class Found:
    """How many were told, how many there are, and how many of these are the same."""

    told: int
    wanted: int
    right: int

    @classmethod
    def of(cls, told: Iterable[object], wanted: Iterable[object]) -> Found:
        one, other = set(told), set(wanted)
        return cls(len(one), len(other), len(one & other))

    def __str__(self) -> str:
        precision = self.right / self.told if self.told else 1.0
        recall = self.right / self.wanted if self.wanted else 1.0
        return f"precision {precision:.3f}  recall {recall:.3f}  ({self.right} of {self.told}, {self.wanted})"


def read_gold(split: str) -> list[GoldSentence]:
    """The marked sentences of a split; ``CorpusError`` says which line is none."""
    path = _DIRECTORY / split / "gold.jsonl"
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            row = json.loads(line)
            found.append(
                GoldSentence(
                    row["file"],
                    row["sentence"],
                    frozenset(row["explicit"]),
                    frozenset(row["implicit"]),
                    frozenset(_NAMES[each] for each in row["direction"]),
                )
            )
        except (ValueError, KeyError, TypeError) as fault:
            raise CorpusError(f"{path}, line {number} is no marked sentence: {fault!r}") from fault
    return found


def read_responses(split: str, corpus: Path) -> list[Document]:
    """The responses of a split, read as new documents beside a corpus; their files are their ids."""
    files = sorted((_DIRECTORY / split).glob("*.md"))
    intake = Intake(corpus)
    return [_response(intake, file, read) for file, read in zip(files, intake.read(files), strict=True)]


def _response(intake: Intake, file: Path, read: Extracted | CorpusError) -> Document:
    if isinstance(read, CorpusError):
        raise read
    try:
        return intake.understand(file, read, {"id": file.stem, "role": "response"}).document
    except CorpusError:  # what its head does not tell
        return intake.understand(
            file, read, {"id": file.stem, "role": "response", "sender": file.stem, "date": 2023}
        ).document
