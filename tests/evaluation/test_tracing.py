"""The trace against responses that people have marked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.errors import CorpusError
from assistant.evaluation.marked import DIRECTORY, SPLITS, placed, read_gold
from assistant.evaluation.tracing import Found, agreement, trace_of
from assistant.settings import Settings

RESPONSE = """## Høringssvar fra Engby Kommune

2. oktober 2023

Engby Kommune støtter pejlemærke 6.

Vi er bekymrede for, om der kommer faste læger på bostederne.
"""


def test_precision_and_recall() -> None:
    found = Found.of([1, 2, 3], [2, 3, 4, 5])
    assert (found.told, found.wanted, found.right) == (3, 4, 2)
    assert (found.precision, found.recall) == (2 / 3, 0.5)
    assert (Found.of([], []).precision, Found.of([], []).recall) == (1.0, 1.0)


@pytest.mark.parametrize("split", SPLITS)
def test_every_marked_sentence_has_a_file(split: str) -> None:
    gold = read_gold(DIRECTORY / split)
    assert {each.file for each in gold} <= {path.name for path in (DIRECTORY / split).glob("*.md")}


def test_a_line_that_marks_nothing_is_named(tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text('{"file": "a.md"}\n', encoding="utf-8")
    with pytest.raises(CorpusError, match=r"gold\.jsonl, line 1 is no marked sentence"):
        read_gold(tmp_path)


def test_marked_sentences_are_held_against_the_trace(
    tmp_path: Path, settings: Settings, index_root: Path
) -> None:
    (tmp_path / "engby.md").write_text(RESPONSE, encoding="utf-8")
    marks = [
        ("Engby Kommune støtter pejlemærke 6.", [6], [], ["støtte"]),
        ("Vi er bekymrede for, om der kommer faste læger på bostederne.", [], [8], ["bekymring"]),
        ("Den sætning står der ikke.", [], [], []),
    ]
    lines = [
        {"file": "engby.md", "sentence": text, "explicit": named, "implicit": about, "direction": shown}
        for text, named, about, shown in marks
    ]
    (tmp_path / "gold.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    trace = trace_of(tmp_path, settings)
    marked, lost = placed(read_gold(tmp_path), trace)
    assert [each.text for each in lost] == ["Den sætning står der ikke."]
    found = agreement(trace, marked)
    assert (found.named.right, found.named.told) == (1, 1)
    assert found.about.right == 1
    assert found.direction == 1.0


@pytest.mark.slow
def test_the_development_responses_are_traced(settings: Settings, index_root: Path) -> None:
    directory = DIRECTORY / "development"
    trace = trace_of(directory, settings)
    marked, lost = placed(read_gold(directory), trace)
    found = agreement(trace, marked)
    assert not lost
    assert found.named.precision == 1.0
    assert found.named.recall >= 0.97
    assert found.about.precision >= 0.78
    assert found.about.recall >= 0.73
    assert found.direction >= 0.9
