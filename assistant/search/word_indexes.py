"""The two BM25 indexes of a version: by character n-grams and by stems.

Of a large corpus they are built in a process of its own, ``python -m assistant.search.word_indexes
DIRECTORY`` with the texts as JSON on its standard input: in Python, two threads work no faster than one.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from assistant.errors import IndexFault
from assistant.search.lexical import LexicalIndex
from assistant.search.tokens import grams, stems
from assistant.settings import ROOT

GRAMS, STEMS = "grams", "stems"
_MANY = 20_000
"""Texts from which a process of its own pays."""


def write_word_indexes(directory: Path, texts: Sequence[str]) -> None:
    """Builds both and writes them into a directory; ``IndexFault`` if they cannot be written."""
    if len(texts) < _MANY:
        _write(directory, texts)
        return
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-m", __name__, str(directory.resolve())],
        cwd=ROOT,
        input=json.dumps(texts).encode(),
        capture_output=True,
        check=False,
    )
    if done.returncode:
        why = done.stderr.decode("utf-8", "replace").strip().splitlines()[-1:]
        raise IndexFault(f"the words cannot be indexed (is the disk full?): {' '.join(why)}")


def _write(directory: Path, texts: Sequence[str]) -> None:
    LexicalIndex.build(texts, grams).save(directory / GRAMS)
    LexicalIndex.build(texts, stems).save(directory / STEMS)


if __name__ == "__main__":
    _write(Path(sys.argv[1]), json.load(sys.stdin))
