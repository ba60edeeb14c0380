"""Faults on purpose: killed ingests, damaged indexes, hostile files. Nothing may break or get lost."""

from __future__ import annotations

import io
import random
import resource
import shutil
import subprocess
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant.documents.formats.isolated import extract
from assistant.errors import CorpusError, IndexFault
from assistant.search.index import open_current, open_version
from assistant.search.models import load_embedder
from assistant.search.retriever import Search
from assistant.search.versions import CURRENT, VERSIONS, current_version
from assistant.settings import ROOT, Settings, environment_of

Progress = Callable[[int, int], None]
_ASKED, _FOUND = "Hvem holder øje med beboernes helbred?", "plan-2024/p8.2"
_TRIED_AT_ONCE = 2
_SHARE_WITHIN = 0.5
"""Of the damaged packages, so many have their content damaged and not themselves."""
MOST_TO_READ_S = 60.0


@dataclass
class Outcome:
    """What came of so many tries; ``faults``: those after which something was wrong."""

    tries: int = 0
    faults: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0
    largest_mb: float = 0.0

    @property
    def _costs(self) -> str:
        return f"; at most {self.slowest:.1f} s and {self.largest_mb:.0f} MB" if self.largest_mb else ""

    def __str__(self) -> str:
        counted = ", ".join(f"{count} {what}" for what, count in sorted(self.counts.items()))
        return f"{self.tries} tries: {counted}; {len(self.faults)} faults{self._costs}" + "".join(
            f"\n  {fault}" for fault in self.faults[:10]
        )


def kill_ingests(tries: int, seed: int, progress: Progress) -> Outcome:
    """Kills an ingest of the real corpus at random moments; the old index or the new must then be whole."""
    outcome, chance = Outcome(tries), random.Random(seed)
    with _place() as settings:
        started = time.monotonic()
        _start(settings, "--force").communicate()
        duration = time.monotonic() - started
        for number in range(tries):
            before = current_version(settings.index)
            process = _start(settings, "--force")
            time.sleep(chance.uniform(0.05, 1.05) * duration)
            process.kill()
            process.communicate()
            after = current_version(settings.index)
            versions = list((settings.index / VERSIONS).iterdir())
            is_wreck = any(not (path / "manifest.json").is_file() for path in versions)
            outcome.counts[
                "new index"
                if after != before
                else "old index, a wreck beside it"
                if is_wreck
                else "old index"
            ] += 1
            if wrong := _wrong(settings):
                outcome.faults.append(f"killed: {wrong}")
            progress(number + 1, tries)
    return outcome


def damage_indexes(tries: int, seed: int, progress: Progress) -> Outcome:
    """Flips a bit of a random file of the current version, or cuts the file off; each time the damage must be
    noticed, and the version before it be served."""
    outcome, chance = Outcome(tries), random.Random(seed)
    with _place() as settings:
        for _ in range(2):
            _start(settings, "--force").communicate()
        embedder = load_embedder(settings)
        current = current_version(settings.index)
        if current is None:
            raise IndexFault("the index for the trial was not built")
        files = sorted(path for path in current.rglob("*") if path.is_file() and path.stat().st_size)
        for number in range(tries):
            file = chance.choice(files)
            whole = file.read_bytes()
            is_cut = chance.random() < 0.5
            file.write_bytes(_cut(whole, chance) if is_cut else _flipped(whole, chance))
            try:
                open_version(current, embedder.name)
                outcome.faults.append(f"not noticed: {file.name}")
            except IndexFault:
                outcome.counts["truncation noticed" if is_cut else "bit flip noticed"] += 1
            if open_current(settings.index, embedder.name).directory == current:
                outcome.faults.append(f"served damaged: {file.name}")
            file.write_bytes(whole)
            progress(number + 1, tries)
    return outcome


def mutate_files(seeds: Sequence[Path], tries: int, seed: int, progress: Progress) -> Outcome:
    """Reads mutations of the files ``seeds``; each must be read or refused, in bounded time and memory."""
    outcome, chance = Outcome(tries), random.Random(seed)
    # processes that have no children but readers: the memory of those is all that is seen there
    with (
        TemporaryDirectory() as place,
        ProcessPoolExecutor(_TRIED_AT_ONCE, get_context("spawn")) as pool,
    ):
        origins = [seeds[number % len(seeds)] for number in range(tries)]
        files = [Path(place) / f"{number}{origin.suffix}" for number, origin in enumerate(origins)]
        chances = [chance.random() for _ in range(tries)]
        for number, read in enumerate(pool.map(_read_damaged, origins, files, chances), 1):
            told, seconds, megabytes = read
            suffix = origins[number - 1].suffix
            outcome.counts[f"{suffix} {told}"] += 1
            outcome.slowest = max(outcome.slowest, seconds)
            outcome.largest_mb = max(outcome.largest_mb, megabytes)
            if seconds > MOST_TO_READ_S:
                outcome.faults.append(f"{suffix}: {seconds:.0f} s")
            progress(number, tries)
    return outcome


def _read_damaged(origin: Path, file: Path, seed: float) -> tuple[str, float, float]:
    """Reads a mutation of a file: what came of it, seconds, and the most MB that any child took so far."""
    chance = random.Random(seed)
    is_within = origin.suffix == ".docx" and chance.random() < _SHARE_WITHIN
    file.write_bytes(_within(origin, chance) if is_within else _mutated(origin.read_bytes(), chance))
    started = time.monotonic()
    try:
        extract(file)
        told = "read"
    except CorpusError as fault:
        told = "reader stopped" if "its reader stopped" in str(fault) else "refused"
    seconds = time.monotonic() - started
    file.unlink()
    return told, seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000


def _within(file: Path, chance: random.Random) -> bytes:
    """A package of which one part is damaged."""
    copy = io.BytesIO()
    with zipfile.ZipFile(file) as parts, zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as damaged:
        chosen = chance.choice(parts.namelist())
        chosen = "word/document.xml" if chance.random() < 0.7 else chosen
        for name in parts.namelist():
            content = parts.read(name)
            damaged.writestr(name, _mutated(content, chance) if name == chosen else content)
    return copy.getvalue()


def _mutated(content: bytes, chance: random.Random) -> bytes:
    """A file with some of its bytes changed, cut out, doubled, or put elsewhere."""
    data = bytearray(content)
    for _ in range(chance.randint(1, 12)):
        at, length = chance.randrange(len(data) + 1), chance.randint(1, 40)
        match chance.randrange(5):
            case 0 if data:
                data[min(at, len(data) - 1)] ^= 1 << chance.randrange(8)
            case 1:
                del data[at : at + length]
            case 2:
                data[at:at] = data[at : at + length] * chance.choice((1, 3, 100))
            case 3:
                data[at:at] = chance.randbytes(length)
            case _:
                data[at : at + length] = chance.choice(
                    (b"9999999999", b"-1", b"<<", b">>", b"/", b"\0" * 8, b"%PDF")
                )
    return bytes(data)


def _flipped(content: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(content))
    return content[:at] + bytes([content[at] ^ (1 << chance.randrange(8))]) + content[at + 1 :]


def _cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content))]


@contextmanager
def _place() -> Iterator[Settings]:
    """A copy of the corpus, and an empty place for its index."""
    with TemporaryDirectory() as place:
        corpus = shutil.copytree(ROOT / "corpus", Path(place) / "corpus")
        yield Settings(corpus=corpus, index=Path(place) / "index", model="")


def _start(settings: Settings, *arguments: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, str(ROOT / "ingest.py"), *arguments]
    environment = environment_of(corpus=settings.corpus, index=settings.index, model="")
    return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603


def _wrong(settings: Settings) -> str:
    """What is wrong with the current index; empty if it is whole and answers."""
    embedder = load_embedder(settings)
    try:
        index = open_current(settings.index, embedder.name)
    except IndexFault as fault:
        return str(fault)
    served = (settings.index / CURRENT).read_text(encoding="utf-8")
    if index.directory.name != served:
        return f"{served} was switched to, and is damaged"
    found = [hit.passage.id for hit in Search(index, embedder)(_ASKED).hits[:5]]
    return "" if _FOUND in found else f"it found {found}"
