"""The gold questions: written before anything was tuned, by people who did not see the lay questions."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from assistant.errors import CorpusError

SPLITS = ("development", "calibration", "test")
_DIRECTORY = Path(__file__).parent / "gold"


@dataclass(frozen=True)
class GoldQuestion:
    """A question and the passages that answer it; none if the documents do not.

    ``category``: lay, near, typed, english, structure or unanswerable. ``status``: the status
    that a right answer has.
    """

    id: str
    text: str
    language: str
    user: str
    category: str
    status: str
    passages: tuple[str, ...]

    @property
    def is_answerable(self) -> bool:
        return self.status == "answered"


def read_gold(split: str, known: Collection[str], path: Path | None = None) -> list[GoldQuestion]:
    """The gold questions of a split, or of another file in the same form.

    Raises ``CorpusError`` if a question names a passage that is not ``known``.
    """
    source = path or _DIRECTORY / f"{split}.jsonl"
    questions: list[GoldQuestion] = []
    for number, line in enumerate(source.read_text(encoding="utf-8").splitlines(), 1):
        try:
            row = json.loads(line)
            question = GoldQuestion(
                id=row["id"],
                text=row["q"],
                language=row["language"],
                user=row["user"],
                category=row["category"],
                status=row["status"],
                passages=tuple(row["gold"]),
            )
        except (ValueError, KeyError, TypeError) as fault:
            raise CorpusError(f"{source}, line {number} is no gold question: {fault!r}") from fault
        if lost := sorted(set(question.passages) - set(known)):
            raise CorpusError(f"{source}, line {number} names {', '.join(lost)}, which is no passage")
        questions.append(question)
    return questions
