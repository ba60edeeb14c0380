"""The same question gives the same answer, byte for byte, from an index built anew in a new process.

In processes of their own, as Python orders sets anew in each, and the vector store builds its graph with
several threads.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from assistant.documents.corpus import Corpus
from assistant.evaluation.gold import GoldQuestion, read_gold
from assistant.settings import ROOT

pytestmark = pytest.mark.slow

SIGNS = """
import hashlib, json, sys
from assistant.answers.assistant import open_assistant
from assistant.settings import read_settings

assistant = open_assistant(read_settings())
for line in open(sys.argv[1], encoding="utf-8"):
    text = json.loads(line)["q"]
    passages, features = assistant.candidates(text)
    ranked = " ".join(passage.id for passage in passages)
    print(hashlib.sha256(features.tobytes()).hexdigest(), assistant.search.evidence(text), ranked)
"""


@dataclass(frozen=True)
class Rebuild:
    """What an index built anew answers, each row as JSON, and the signs that it sees."""

    answers: list[str]
    signs: list[str]


@pytest.fixture(scope="module")
def development(corpus: Corpus) -> list[GoldQuestion]:
    """Every third: some seven hundred, with thirty candidates each."""
    return read_gold("development", {passage.id for passage in corpus.passages})[::3]


@pytest.fixture(scope="module")
def asked(development: list[GoldQuestion]) -> list[GoldQuestion]:
    """Some of them: all categories, both languages, with and without what was asked before."""
    return development[::4]


def run(program: list[str | Path], index: Path, seed: int) -> str:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("ASSISTANT_")}
    done = subprocess.run(
        [sys.executable, *program],
        cwd=ROOT,
        env={**inherited, "ASSISTANT_INDEX": str(index), "PYTHONHASHSEED": str(seed)},
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def write(path: Path, questions: list[GoldQuestion]) -> Path:
    rows = [{"id": each.id, "q": each.text, "history": each.history} for each in questions]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def rebuilds(
    development: list[GoldQuestion], asked: list[GoldQuestion], tmp_path_factory: pytest.TempPathFactory
) -> list[Rebuild]:
    """Three, one after the other; how long an answer took left out."""
    directory = tmp_path_factory.mktemp("rebuilds")
    some, every = write(directory / "some.jsonl", asked), write(directory / "every.jsonl", development)
    made = []
    for seed in (1, 2, 3):
        index, answers = directory / f"index-{seed}", directory / f"answers-{seed}.jsonl"
        run(["ingest.py"], index, seed)
        run(["-m", "assistant", "batch", some, answers], index, seed)
        rows = [json.loads(line) for line in answers.read_text(encoding="utf-8").splitlines()]
        assert all(row.pop("elapsed_ms") >= 0 for row in rows)
        signs = run(["-c", SIGNS, every], index, seed).splitlines()
        made.append(Rebuild([json.dumps(row, ensure_ascii=False) for row in rows], signs))
    return made


def test_enough_is_asked(asked: list[GoldQuestion], rebuilds: list[Rebuild]) -> None:
    assert len(asked) >= 60
    assert {each.language for each in asked} == {"da", "en"}
    assert any(each.history for each in asked)
    rows = [json.loads(row) for row in rebuilds[0].answers]
    assert [row["id"] for row in rows] == [each.id for each in asked]
    assert sum(row["status"] == "answered" for row in rows) > 40


@pytest.mark.parametrize("again", [1, 2])
def test_the_same_question_gives_the_same_answer_byte_for_byte(rebuilds: list[Rebuild], again: int) -> None:
    assert rebuilds[again].answers == rebuilds[0].answers


@pytest.mark.parametrize("again", [1, 2])
def test_every_sign_is_the_same_to_the_last_bit(
    development: list[GoldQuestion], rebuilds: list[Rebuild], again: int
) -> None:
    """A tree's threshold may stand in between two sums that differ in nothing but their order."""
    pairs = zip(development, rebuilds[0].signs, rebuilds[again].signs, strict=True)
    assert [gold.id for gold, one, other in pairs if one != other] == []
