"""The trees as arrays give what scikit-learn, which grew them, gives itself."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from safetensors.numpy import load_file, save_file
from sklearn.ensemble import GradientBoostingClassifier

from assistant.errors import ModelError
from assistant.evaluation.calibration import _as_reranker
from assistant.search.features import FEATURES
from assistant.search.reranker import MODEL, Reranker

WIDTH = len(FEATURES)


def some_rows(count: int, seed: int = 0, width: int = WIDTH) -> np.ndarray:
    return np.random.default_rng(seed).normal(size=(count, width))


@pytest.fixture(scope="module")
def committed() -> Reranker:
    return Reranker.open()


# the same as scikit-learn


def grown(rows: np.ndarray, **options: float) -> GradientBoostingClassifier:
    """Trees over made-up labels: a row is right if two of its numbers and some noise say so."""
    noise = np.random.default_rng(1).normal(size=len(rows))
    labels = (rows[:, 0] + rows[:, 1] * rows[:, 2] + noise > 0).astype(int)
    model = GradientBoostingClassifier(init="zero", random_state=0, **options)
    return model.fit(rows, labels, np.linspace(0.2, 1, len(rows)))


@pytest.mark.parametrize(
    "options",
    [
        {"n_estimators": 1, "max_depth": 1},
        {"n_estimators": 30, "max_depth": 1, "learning_rate": 0.5},
        {"n_estimators": 40, "max_depth": 3, "subsample": 0.7, "min_samples_leaf": 20},
        {"n_estimators": 10, "max_depth": 9},
    ],
    ids=["a stump", "stumps", "as calibrated", "deep, of all sizes"],
)
def test_probabilities_are_those_of_scikit_learn(options: dict[str, float]) -> None:
    rows = some_rows(300)
    model = grown(rows, **options)
    ours = _as_reranker(model)
    for each in (rows, some_rows(2000, seed=2), 100 * some_rows(50, seed=3)):
        assert ours(each) == pytest.approx(model.predict_proba(each)[:, 1], abs=1e-12)


def test_a_number_at_the_threshold_goes_the_same_way() -> None:
    """Whole numbers learned, and asked about at each number and halfway between."""
    rows = np.round(some_rows(400) * 3)
    model = grown(rows, n_estimators=20, max_depth=3)
    asked = np.repeat(np.arange(-10, 10, 0.5)[:, None], WIDTH, axis=1)
    assert _as_reranker(model)(asked) == pytest.approx(model.predict_proba(asked)[:, 1], abs=1e-12)


def test_trees_that_are_one_leaf_each() -> None:
    """Where no row differs from another there is nothing to split."""
    rows = np.ones((50, WIDTH))
    labels = np.arange(50) % 5 == 0
    model = GradientBoostingClassifier(init="zero", n_estimators=50, random_state=0).fit(rows, labels)
    found = _as_reranker(model)(some_rows(3))
    assert found == pytest.approx(model.predict_proba(some_rows(3))[:, 1], abs=1e-12)
    assert found == pytest.approx([0.2] * 3, abs=0.01)


# one row at a time


def test_probabilities_are_probabilities(committed: Reranker) -> None:
    for scale in (0, 0.1, 1, 1e6):
        found = committed(scale * some_rows(200))
        assert found.shape == (200,)
        assert ((found > 0) & (found < 1)).all()


def test_no_rows_have_no_probabilities(committed: Reranker) -> None:
    assert committed(np.zeros((0, WIDTH))).shape == (0,)


@settings(max_examples=60, deadline=None)
@given(count=st.integers(1, 40), at=st.integers(0, 39), seed=st.integers(0, 1000))
def test_a_row_does_not_change_when_others_come(committed: Reranker, count: int, at: int, seed: int) -> None:
    rows = some_rows(count, seed)
    row = rows[at % count]
    alone = committed(row[None])[0]
    assert committed(rows)[at % count] == alone, "to the last bit"
    assert (committed(np.repeat(row[None], count, axis=0)) == alone).all()


def test_the_order_of_rows_is_the_order_of_probabilities(committed: Reranker) -> None:
    rows = some_rows(100)
    assert (committed(rows[::-1]) == committed(rows)[::-1]).all()


# the file


def test_the_committed_model_fits_the_features(committed: Reranker) -> None:
    inner = committed.left >= 0
    assert set(np.unique(committed.feature[inner])) <= set(range(WIDTH))
    shapes = {getattr(committed, name).shape for name in committed.__dataclass_fields__}
    assert len(shapes) == 1
    own = np.arange(committed.left.shape[1])
    for child in (committed.left, committed.right):
        assert (child > own)[inner].all(), "children come after their parents: no walk runs in a circle"
        assert (child < len(own)).all()


def test_what_is_saved_can_be_opened(committed: Reranker, tmp_path: Path) -> None:
    for number, model in enumerate(
        (committed, _as_reranker(grown(some_rows(100), n_estimators=3, max_depth=2)))
    ):
        path = tmp_path / f"{number}.safetensors"
        model.save(path)
        opened = Reranker.open(path)
        for name in model.__dataclass_fields__:
            saved, read = getattr(model, name), getattr(opened, name)
            assert read.dtype == saved.dtype
            assert (read == saved).all()
        assert (opened(some_rows(50)) == model(some_rows(50))).all()


BREAKS: dict[str, Callable[[Path], object]] = {
    "missing": lambda path: path.unlink(),
    "empty": lambda path: path.write_bytes(b""),
    "another file": lambda path: path.write_text("{}\n" * 100),
    "cut short": lambda path: path.write_bytes(path.read_bytes()[:-100]),
    "a directory": lambda path: (path.unlink(), path.mkdir()),
    "an array too few": lambda path: save_file(
        {name: each for name, each in load_file(path).items() if name != "value"}, path
    ),
    "an array too many": lambda path: save_file({**load_file(path), "bias": np.zeros(3)}, path),
}


@pytest.mark.parametrize("how", BREAKS.values(), ids=BREAKS)
def test_a_file_that_is_no_reranker_is_told(tmp_path: Path, how: Callable[[Path], object]) -> None:
    path = tmp_path / "reranker.safetensors"
    shutil.copy(MODEL, path)
    how(path)
    with pytest.raises(ModelError, match=r"reranker\.safetensors .*run: python -m assistant calibrate"):
        Reranker.open(path)
