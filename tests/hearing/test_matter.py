"""What a sentence is about, whatever words it has for it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from assistant.errors import ModelError
from assistant.hearing.matter import Matter, Weights
from assistant.hearing.trace import Trace


@pytest.fixture(scope="module")
def matter(trace: Trace) -> Matter:
    return trace.matter


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("Vi synes, at lægen skal komme oftere.", 8),
        ("Olie- og gasfyr bør være væk om to år.", 5),
        ("Der skal penge til en hjælper, så alle kan komme med til sport.", 7),
        ("Taksterne må ikke stige igen.", 1),
        ("Seniorer vil gerne gå ned i tid uden at miste deres stilling.", 14),
    ],
)
def test_a_sentence_is_most_likely_about_what_it_means(matter: Matter, sentence: str, number: int) -> None:
    [likely] = matter([sentence])
    assert likely.shape == (15,)
    assert likely.argmax() + 1 == number
    assert likely[number - 1] >= matter.least


@pytest.mark.parametrize("sentence", ["Vi takker for kaffen.", "Bussen kører hver time.", "–"])
def test_a_sentence_about_nothing_of_the_plan_is_about_none(matter: Matter, sentence: str) -> None:
    assert matter([sentence]).max() < matter.least


def test_the_same_sentences_are_always_judged_alike(matter: Matter) -> None:
    sentences = ["Vi støtter målet.", "En fast læge på bostedet vil gøre en forskel."]
    assert np.array_equal(matter(sentences), matter(sentences))


def test_weights_are_read_as_they_were_written(tmp_path: Path) -> None:
    weights = Weights((0.5, -1.0), 0.25, 0.4)
    weights.save(tmp_path / "matter.json")
    read = Weights.open(tmp_path / "matter.json")
    assert tuple(read.coefficients) == weights.coefficients
    assert read(np.array([0.0, 0.0])) == pytest.approx(1 / (1 + np.exp(-0.25)))
    with pytest.raises(ModelError, match=r"none\.json is no model"):
        Weights.open(tmp_path / "none.json")
