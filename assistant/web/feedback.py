"""What readers say of the answers, in a file that staff can read: never who said it."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Lock
from typing import Literal, get_args

from assistant.answers.answer import Answer
from assistant.errors import FeedbackError
from assistant.personal import personal_signs

Verdict = Literal["right", "wrong", "missing"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
REMOVED = "[fjernet: ligner personoplysninger]"
MOST_COMMENT = 1000
"""Longest comment in characters; what is longer is cut."""
MOST_BYTES = 10_000_000
"""A file of this size is full: nobody may fill the disk with feedback."""


@dataclass(frozen=True)
class Entry:
    """One reader's word on one answer. ``time``: UTC, to the minute; ``cited``: ids of passages."""

    time: str
    verdict: Verdict
    question: str
    earlier: tuple[str, ...]
    status: str
    cited: tuple[str, ...]
    comment: str


@dataclass(frozen=True)
class Report:
    """What a feedback file holds, oldest first, and the numbers of the lines that could not be read."""

    entries: tuple[Entry, ...]
    damaged: tuple[int, ...]

    def __str__(self) -> str:
        counts = Counter(entry.verdict for entry in self.entries)
        lines = [", ".join(f"{counts[verdict]} {verdict}" for verdict in VERDICTS)]
        for entry in self.entries:
            lines += ["", f"{entry.time}  {entry.verdict}: {entry.question}"]
            lines += [f"    after: {each}" for each in entry.earlier]
            lines += [f"    {entry.status}: {', '.join(entry.cited) or 'nothing cited'}"]
            lines += [f"    comment: {entry.comment}"] if entry.comment else []
        if self.damaged:
            lines += ["", f"lines that could not be read: {', '.join(map(str, self.damaged))}"]
        return "\n".join(lines)


class Feedback:
    """A file to which entries are added, a JSON object a line; only its owner may read it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = Lock()

    def keep(self, verdict: Verdict, answer: Answer, earlier: Sequence[str], comment: str) -> None:
        """Adds one entry; text that seems to hold personal data is left out.

        Raises ``FeedbackError`` if the file is full or cannot be written.
        """
        entry = Entry(
            time=datetime.now(UTC).strftime("%Y-%m-%dT%H:%MZ"),
            verdict=verdict,
            question=_impersonal(answer.question),
            earlier=tuple(map(_impersonal, earlier)),
            status=answer.status,
            cited=tuple(dict.fromkeys(citation.passage.id for citation in answer.citations)),
            comment=_impersonal(comment.strip()[:MOST_COMMENT]),
        )
        line = f"{json.dumps(asdict(entry), ensure_ascii=False)}\n".encode("utf-8", "backslashreplace")
        try:
            with self._lock, open(self.path, "ab", opener=_private) as file:
                if file.tell() + len(line) > MOST_BYTES:
                    raise FeedbackError(f"{self.path} is full: read it, then move it away")
                file.write(line)
        except OSError as fault:
            raise FeedbackError(f"{self.path} cannot be written ({fault}); set ASSISTANT_FEEDBACK") from fault


def read_feedback(path: Path, since: date | None = None) -> Report:
    """What a feedback file holds, from a day on; a file that is not there yet holds nothing.

    Raises ``FeedbackError`` if it cannot be read.
    """
    try:
        lines = path.read_bytes().splitlines() if path.exists() else []
    except OSError as fault:
        raise FeedbackError(f"{path} cannot be read: {fault}") from fault
    entries, damaged = [], []
    for number, line in enumerate(lines, start=1):
        if entry := _entry(line):
            entries.append(entry)
        else:
            damaged.append(number)
    wanted = (entry for entry in entries if since is None or entry.time >= since.isoformat())
    return Report(tuple(wanted), tuple(damaged))


def _entry(line: bytes) -> Entry | None:
    try:
        fields = json.loads(line)
        entry = Entry(**{**fields, "earlier": tuple(fields["earlier"]), "cited": tuple(fields["cited"])})
    except (ValueError, TypeError, KeyError):
        return None
    texts = (entry.time, entry.question, entry.status, entry.comment, *entry.earlier, *entry.cited)
    return entry if entry.verdict in VERDICTS and all(isinstance(each, str) for each in texts) else None


def _impersonal(text: str) -> str:
    return REMOVED if personal_signs(text) else text


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
