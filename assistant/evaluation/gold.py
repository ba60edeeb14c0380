"""The gold questions: written before anything was tuned, by people who did not see the lay questions."""

from __future__ import annotations

import json
import random
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.answers.reading.intent import Kind
from assistant.errors import CorpusError

SPLITS = ("development", "calibration", "test")
_DIRECTORY = Path(__file__).parent / "gold"


@dataclass(frozen=True)
class GoldQuestion:
    """A question and the passages that answer it; none if the documents do not.

    ``passages``: those that a complete answer cites. ``also``: those that would be right too, but
    are not needed. ``facts``: spellings of each fact asked for, one of which the answer must
    hold. ``history``: earlier questions, oldest first. ``status``: that of a right answer.
    """

    id: str
    text: str
    language: str
    user: str
    category: str
    status: str
    passages: tuple[str, ...]
    also: tuple[str, ...] = ()
    facts: tuple[tuple[str, ...], ...] = ()
    history: tuple[str, ...] = ()

    @property
    def is_answerable(self) -> bool:
        return self.status == "answered"

    @property
    def right(self) -> frozenset[str]:
        """The passages that may be cited."""
        return frozenset((*self.passages, *self.also))


def read_gold(split: str, known: Collection[str], path: Path | None = None) -> list[GoldQuestion]:
    """The gold questions of a split, or of another file in the same form.

    Raises ``CorpusError`` if a question names a passage that is not ``known``.
    """
    source = path or _DIRECTORY / f"{split}.jsonl"
    questions: list[GoldQuestion] = []
    for number, line in enumerate(source.read_text(encoding="utf-8").splitlines(), 1):
        try:
            question = _question(json.loads(line))
        except (ValueError, KeyError, TypeError) as fault:
            raise CorpusError(f"{source}, line {number} is no gold question: {fault!r}") from fault
        if lost := sorted(question.right - set(known)):
            raise CorpusError(f"{source}, line {number} names {', '.join(lost)}, which is no passage")
        questions.append(question)
    return questions


def read_askings(split: str) -> list[tuple[str, list[str]]]:
    """What people asked, in an order that mixes the kinds, each with what was asked before it."""
    rows = _rows(split)
    random.Random(0).shuffle(rows)
    return [(row["q"], row.get("history", [])) for row in rows]


def read_intents() -> list[tuple[str, Kind]]:
    """Questions and the kind of part that each asks for, written to teach the difference."""
    return [(row["q"], row["kind"]) for row in _rows("intents")]


def _rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (_DIRECTORY / f"{name}.jsonl").read_text("utf-8").splitlines()]


def _question(row: dict[str, Any]) -> GoldQuestion:
    return GoldQuestion(
        id=row["id"],
        text=row["q"],
        language=row["language"],
        user=row["user"],
        category=row["category"],
        status=row["status"],
        passages=tuple(row["gold"]),
        also=tuple(row.get("also", ())),
        facts=tuple(tuple(spellings) for spellings in row.get("facts", ())),
        history=tuple(row.get("history", ())),
    )
