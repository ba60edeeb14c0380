"""How likely each passage found is part of the answer: a small learned model over the signs of the search."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError
from safetensors.numpy import load_file, save_file

from assistant.errors import ModelError

MODEL = Path(__file__).parent / "model" / "reranker.safetensors"
LEAF = -1


@dataclass(frozen=True)
class Reranker:
    """Gradient-boosted trees (Friedman, 2001), as arrays of shape (trees, nodes).

    A row goes left in a node if its ``feature`` is at most ``threshold``; ``left`` is -1 in a
    leaf, whose ``value`` counts. ``python -m assistant calibrate`` fits them.
    """

    feature: NDArray[np.int16]
    threshold: NDArray[np.float64]
    left: NDArray[np.int16]
    right: NDArray[np.int16]
    value: NDArray[np.float64]

    @classmethod
    def open(cls, path: Path = MODEL) -> Reranker:
        """Reads a model; ``ModelError`` if the file is missing or not one."""
        try:
            return cls(**load_file(path))
        except (OSError, TypeError, SafetensorError) as fault:
            raise ModelError(
                f"{path} is no reranker ({fault!r}): run: python -m assistant calibrate"
            ) from fault

    def save(self, path: Path = MODEL) -> None:
        save_file({name: getattr(self, name) for name in self.__dataclass_fields__}, path)

    def __call__(self, features: NDArray[np.float64]) -> NDArray[np.float64]:
        """Probabilities, shape (passages,), of ``features``, shape (passages, features)."""
        trees = np.arange(len(self.feature))[None, :]
        rows = np.arange(len(features))[:, None]
        node = np.zeros((len(features), len(self.feature)), dtype=np.int64)
        while (inner := self.left[trees, node] != LEAF).any():
            goes_left = features[rows, self.feature[trees, node]] <= self.threshold[trees, node]
            child = np.where(goes_left, self.left[trees, node], self.right[trees, node])
            node = np.where(inner, child, node)
        return np.asarray(1 / (1 + np.exp(-self.value[trees, node].sum(axis=1))))
