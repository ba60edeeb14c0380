from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from assistant.search.embedding import WEIGHTS, StaticEmbedder
from assistant.search.models import MODULES, is_static, load_embedder
from assistant.settings import BUILT_IN_MODEL, Settings


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A copy of the built-in model, to be damaged."""
    return shutil.copytree(BUILT_IN_MODEL, tmp_path / "model")


def test_no_model_in_the_settings_means_the_built_in_one() -> None:
    assert load_embedder(Settings(model="")).name == StaticEmbedder(BUILT_IN_MODEL).name


def test_a_static_model_is_read_without_torch(model: Path) -> None:
    assert isinstance(load_embedder(Settings(model=str(model))), StaticEmbedder)


@pytest.mark.parametrize(
    "modules", ["", "{}", '{"type": "StaticEmbedding"}', '["StaticEmbedding"]', "[]", "3"]
)
def test_a_directory_that_says_nothing_sensible_of_itself_is_not_static(model: Path, modules: str) -> None:
    assert is_static(model)
    (model / MODULES).write_text(modules)
    assert not is_static(model)


def test_a_directory_without_weights_is_not_static(model: Path) -> None:
    (model / WEIGHTS).unlink()
    assert not is_static(model)
