"""Responses whose sentences are marked: what each names, what it is about, what its sender thinks.

All are fictional. Those for development were written and marked along with the code that they are used to
tune, so how well it does on them says little; those for testing were written apart from it.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.documents.corrections import Direction
from assistant.documents.formats.extracted import Extracted
from assistant.documents.intake import Intake
from assistant.documents.passages import Document, Passage
from assistant.documents.register import Value
from assistant.errors import CorpusError
from assistant.hearing.cells import Sentence
from assistant.hearing.trace import Trace

SPLITS = ("development", "test")
DIRECTORY = Path(__file__).parent / "gold" / "hearing"
DIRECTIONS: dict[str, Direction] = {
    "støtte": "support",
    "ønske": "wish",
    "bekymring": "worry",
    "modstand": "resistance",
}


@dataclass(frozen=True)
class GoldSentence:
    """What people say of a sentence: the pejlemærker it names and those it is about, and its directions."""

    file: str
    text: str
    explicit: frozenset[int]
    implicit: frozenset[int]
    directions: frozenset[Direction]


def read_gold(directory: Path) -> list[GoldSentence]:
    """The marked sentences of a directory of responses; ``CorpusError`` says which line is none."""
    path = directory / "gold.jsonl"
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            row = json.loads(line)
            marked = GoldSentence(
                row["file"],
                row["sentence"],
                frozenset(row["explicit"]),
                frozenset(row["implicit"]),
                frozenset(DIRECTIONS[each] for each in row["direction"]),
            )
        except (ValueError, KeyError, TypeError) as fault:
            raise CorpusError(f"{path}, line {number} is no marked sentence: {fault!r}") from fault
        found.append(marked)
    return found


def read_responses(directory: Path, corpus: Path) -> list[Document]:
    """The responses of a directory, read as new documents beside a corpus."""
    files = sorted(directory.glob("*.md"))
    intake = Intake(corpus)
    return [_response(intake, file, read) for file, read in zip(files, intake.read(files), strict=True)]


def _response(intake: Intake, file: Path, read: Extracted | CorpusError) -> Document:
    if isinstance(read, CorpusError):
        raise read
    fields: dict[str, Value] = {"id": file.stem, "role": "response"}
    try:
        return intake.understand(file, read, fields).document
    except CorpusError:  # its head does not tell who wrote it, or when
        return intake.understand(file, read, {"sender": file.stem, "date": 2023, **fields}).document


@dataclass(frozen=True)
class Marked:
    """A marked sentence at its place: the sentences of the trace that it covers."""

    gold: GoldSentence
    sentences: tuple[Sentence, ...]

    @property
    def passage(self) -> Passage:
        return self.sentences[0].passage


def placed(gold: Sequence[GoldSentence], trace: Trace) -> tuple[list[Marked], list[GoldSentence]]:
    """The marked sentences at their places, and those that stand nowhere."""
    sentences = {
        response.file: [each for passage in response.passages for each in trace.sentences.get(passage.id, ())]
        for response in trace.responses
    }
    texts = {response.file: response.text for response in trace.responses}
    behind: Counter[str] = Counter()
    found: list[Marked] = []
    lost: list[GoldSentence] = []
    for each in gold:
        words = re.compile(r"\W+".join(map(re.escape, re.findall(r"\w+", each.text))))
        text = texts.get(each.file, "")
        match = words.search(text, behind[each.file]) or words.search(text)
        covered = [
            sentence
            for sentence in sentences.get(each.file, ())
            if match and sentence.start < match.end() and match.start() < sentence.end
        ]
        if match and covered:
            behind[each.file] = match.end()
            found.append(Marked(each, tuple(covered)))
        else:
            lost.append(each)
    return found, lost
