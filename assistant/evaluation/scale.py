"""How we fare with very many passages, beside what a tutorial builds, each in a process of its own."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from assistant.documents.corpus import Corpus, read_corpus
from assistant.errors import AssistantError
from assistant.evaluation.stock import StockPipeline
from assistant.evaluation.synthetic import queries, synthetic
from assistant.search.embedding import Embedder, Vectors
from assistant.search.index import open_version
from assistant.search.ingest import build
from assistant.search.models import load_embedder
from assistant.search.retriever import Search
from assistant.settings import ROOT, read_settings

_ASKED, _DEPTH = 200, 10
_SYSTEMS = ("this assistant", "stock LangChain + Chroma")


@dataclass(frozen=True)
class Measured:
    """Of one system with so many passages. ``recall``: of the nearest ten of an exact search by vectors."""

    system: str
    passages: int
    ingest_s: float
    open_s: float
    disk_mb: float
    memory_mb: float
    p50_ms: float
    p95_ms: float
    recall: float

    def __str__(self) -> str:
        return (
            f"{self.system:26}{self.passages:9,}{self.passages / self.ingest_s:10,.0f}/s{self.open_s:8.1f} s"
            f"{self.disk_mb * 1000 / self.passages:9.1f} KB{self.memory_mb * 1000 / self.passages:9.1f} KB"
            f"{self.p50_ms:9.1f} ms{self.p95_ms:9.1f} ms{self.recall:8.3f}"
        )


HEAD = (
    f"{'system':26}{'passages':>9}{'ingest':>12}{'open':>10}{'disk each':>12}{'memory each':>12}"
    f"{'query p50':>12}{'p95':>12}{'recall':>8}"
)


def scale(sizes: Sequence[int]) -> str:
    """A table: each size, each system."""
    rows = [str(_apart(system, size)) for size in sizes for system in _SYSTEMS]
    return "\n".join((HEAD, *rows))


def _apart(system: str, size: int) -> Measured:
    command = [sys.executable, "-m", __name__, system, str(size)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise AssistantError(f"{system} with {size} passages failed: {done.stderr[-500:]}")
    return Measured(**json.loads(done.stdout.splitlines()[-1]))


def measure(system: str, size: int) -> Measured:
    """One system with a corpus of this size."""
    settings = read_settings()
    embedder = load_embedder(settings)
    corpus = synthetic(read_corpus(settings.corpus), size)
    asked = queries(corpus, _ASKED)
    before = _memory_mb()
    with TemporaryDirectory() as place:
        started = time.perf_counter()
        trial = (_ours if system == _SYSTEMS[0] else _stock)(corpus, embedder, Path(place))
        open_s = time.perf_counter() - started - trial.ingest_s
        trial.ask(asked[0])
        seconds = []
        for query in asked:
            begun = time.perf_counter()
            trial.ask(query)
            seconds.append(time.perf_counter() - begun)
        memory_mb = _memory_mb() - before
        disk = sum(path.stat().st_size for path in Path(place).rglob("*") if path.is_file()) / 1e6
        found = [set(trial.nearest(query)) for query in asked]
        names, vectors = trial.stored()
    best = np.argsort(-(embedder.encode_queries(asked) @ vectors.T), axis=1, kind="stable")[:, :_DEPTH]
    exact = [{names[row] for row in rows} for rows in best]
    recall = float(np.mean([len(a & b) / len(b) for a, b in zip(found, exact, strict=True)]))
    p50, p95 = np.percentile(seconds, [50, 95]) * 1000
    return Measured(system, size, trial.ingest_s, open_s, disk, memory_mb, float(p50), float(p95), recall)


@dataclass(frozen=True)
class _Trial:
    """A system that is open. ``stored``: the vectors that it holds, and the passage of each."""

    ingest_s: float
    ask: Callable[[str], object]
    nearest: Callable[[str], list[str]]
    stored: Callable[[], tuple[list[str], Vectors]]


def _ours(corpus: Corpus, embedder: Embedder, place: Path) -> _Trial:
    """Ours does more for the same: it validates, and ranks by words too."""
    started = time.perf_counter()
    directory, _ = build(corpus, place, "0" * 64, embedder, lambda what, done, total: None)
    ingest_s = time.perf_counter() - started
    vectors = (index := open_version(directory, embedder.name)).vectors

    def nearest(query: str) -> list[str]:
        return [name for name, _ in vectors.nearest(embedder.encode_queries([query])[0], _DEPTH)]

    def stored() -> tuple[list[str], Vectors]:
        ids = sorted(vectors.digests())
        return [name.partition("#")[0] for name in ids], np.stack(vectors.vectors_of(ids))

    return _Trial(ingest_s, Search(index, embedder), nearest, stored)


def _stock(corpus: Corpus, embedder: Embedder, place: Path) -> _Trial:
    started = time.perf_counter()
    StockPipeline.build(corpus.passages, embedder, place)
    ingest_s = time.perf_counter() - started
    stock = StockPipeline(embedder, place)

    def stored() -> tuple[list[str], Vectors]:
        texts = [passage.context for passage in corpus.passages]
        return [passage.id for passage in corpus.passages], embedder.encode_documents(texts)

    return _Trial(ingest_s, stock.nearest, stock.nearest, stored)


def _memory_mb() -> float:
    """The most that this process had so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


if __name__ == "__main__":
    sys.stdout.write(json.dumps(asdict(measure(sys.argv[1], int(sys.argv[2])))))
