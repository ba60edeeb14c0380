"""Reads files of strangers in a process of its own, with limits: what harms it, harms nothing else."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from assistant.documents.formats.extracted import Extracted
from assistant.errors import CorpusError

MOST_BYTES = 100_000_000
"""Size of a file."""
MOST_SECONDS = 50
"""Of computing, and of waiting for it."""
MOST_MEMORY = 1 << 30
"""Bytes that the process may take."""
_ROOT = Path(__file__).parents[3]
_TOLD = 200


def extract(path: Path) -> Extracted:
    """What a file of any format holds; ``CorpusError`` says why it cannot be read, whatever it does to
    its reader."""
    if path.is_symlink() or not path.is_file():
        raise CorpusError(f"{path} is no file of its own")
    if (size := path.stat().st_size) > MOST_BYTES:
        raise CorpusError(f"{path.name} has {size} bytes; at most {MOST_BYTES} are read")
    try:
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-m", "assistant.documents.formats", str(path.resolve())],
            cwd=_ROOT,
            capture_output=True,
            timeout=MOST_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as fault:
        raise CorpusError(f"{path.name} takes more than {MOST_SECONDS} s to read: it is given up") from fault
    if done.returncode:
        raise CorpusError(f"{path.name} is damaged, its reader stopped ({_why(done)}): save it anew")
    told = json.loads(done.stdout)
    if "fault" in told:
        raise CorpusError(told["fault"])
    read = told["read"]
    return Extracted(**{**read, "notes": tuple(read["notes"])})


def _why(done: subprocess.CompletedProcess[bytes]) -> str:
    """The last line that the reader has said, or the signal that has ended it."""
    said = done.stderr.decode("utf-8", "replace").strip().splitlines()
    return said[-1][:_TOLD] if said and done.returncode > 0 else f"signal {-done.returncode}"
