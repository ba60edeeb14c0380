"""Files that others may be reading."""

from __future__ import annotations

import os
from pathlib import Path


def replace_file(path: Path, text: str) -> None:
    """Writes a file anew; whoever reads it finds the old text or the new, never a part."""
    pending = path.with_name(f"{path.name}.new")
    with pending.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    pending.replace(path)
