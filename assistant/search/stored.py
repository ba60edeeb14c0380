"""Small learned models as JSON files in the package: how they are read and written."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from assistant.errors import ModelError

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Model = TypeVar("Model")


def opened(kind: type[Model], path: Path) -> Model:
    """Reads a model, a dataclass; ``ModelError`` if the file is missing or not one of its kind."""
    try:
        return kind(**json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as fault:
        raise ModelError(f"{path} is no model ({fault!r}): run: python -m assistant calibrate") from fault


def store(model: DataclassInstance, path: Path) -> None:
    """Writes a model, one number a line: what a fit has changed shows in a diff."""
    text = json.dumps(asdict(model), ensure_ascii=False, indent=0, sort_keys=True)
    path.write_text(text + "\n", encoding="utf-8")
