"""Models are read as they were written, and what is no model is told as such."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from assistant.errors import ModelError
from assistant.search.stored import opened, store


@dataclass(frozen=True)
class Weights:
    terms: dict[str, float]
    bias: float


def test_a_model_is_read_as_it_was_written(tmp_path: Path) -> None:
    model = Weights({"hvad koster": -1.5, "åbningstid": -2}, 0.25)
    store(model, tmp_path / "weights.json")
    assert opened(Weights, tmp_path / "weights.json") == model


@pytest.mark.parametrize(
    "text", ["", "no json", "[1, 2]", '{"terms": {}}', '{"terms": {}, "bias": 0, "more": 1}']
)
def test_what_is_no_model_is_told(text: str, tmp_path: Path) -> None:
    path = tmp_path / "weights.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ModelError, match="python -m assistant calibrate"):
        opened(Weights, path)


def test_a_model_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="nowhere.json is no model"):
        opened(Weights, tmp_path / "nowhere.json")
