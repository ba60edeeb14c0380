from __future__ import annotations

import hashlib
import random
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.documents.corpus import read_corpus
from assistant.search.embedding import TOKENIZER, WEIGHTS
from assistant.settings import BUILT_IN_MODEL, ROOT

pytestmark = pytest.mark.slow  # the import of torch


@given(st.text(alphabet="abcæøåÆØÅ ,?", min_size=1, max_size=40), st.integers(0, 1000))
def test_mistyped_text_is_the_text_with_one_slip(text: str, seed: int) -> None:
    from assistant.search.training import mistyped

    typed = mistyped(text, random.Random(seed))
    without_danish_keys = text.lower().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    without_marks = "".join(letter for letter in text.lower() if letter not in ",?")
    lost_doubled_or_swapped = abs(len(typed) - len(text)) <= 1 and not set(typed) - set(text)
    assert typed in (without_danish_keys, without_marks) or lost_doubled_or_swapped


def test_the_same_slip_is_made_every_time() -> None:
    from assistant.search.training import mistyped

    slips = [[mistyped("Hvem hjælper?", random.Random(seed)) for seed in range(50)] for _ in range(2)]
    assert slips[0] == slips[1]
    assert len(set(slips[0])) > 10


def test_pairs_join_what_means_the_same(small_corpus: Path) -> None:
    from assistant.search.training import training_pairs

    corpus = read_corpus(small_corpus)
    pairs = list(training_pairs(corpus))
    passage = next(each.context for each in corpus.passages if each.id == "side/2")
    assert ("Hvem holder øje med helbredet?", passage) in pairs
    assert ("Kan jeg komme til doktor?", passage) in pairs
    assert ("lægebesøg", "sundhedstjek") in pairs
    assert ("health check", "sundhedstjek") in pairs
    assert ("lægebesøg", "health check") in pairs
    assert pairs == list(training_pairs(corpus)), "the same every time"


def test_no_pair_has_an_empty_side_or_a_question_that_nothing_answers(small_corpus: Path) -> None:
    from assistant.search.training import training_pairs

    corpus = read_corpus(small_corpus)
    sides = [side for pair in training_pairs(corpus) for side in pair]
    assert all(side.strip() for side in sides)
    assert not set(sides) & {question.text for question in corpus.outside}


def test_the_committed_model_is_what_training_gives(tmp_path: Path) -> None:
    """Bit for bit, in a process of its own."""
    command = [sys.executable, "-m", "assistant", "train", "--output", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, check=True, timeout=900)
    for name in (TOKENIZER, WEIGHTS):
        trained, committed = (
            hashlib.sha256((directory / name).read_bytes()).hexdigest()
            for directory in (tmp_path, BUILT_IN_MODEL)
        )
        assert trained == committed, f"{name}: run python -m assistant train, and commit the model"
