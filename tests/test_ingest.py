"""``python ingest.py`` as people run it: a process of its own, and what can happen to one."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from filelock import FileLock

from assistant.search.embedding import Embedder
from assistant.search.index import open_current
from assistant.search.ingest import ingest
from assistant.search.retriever import Search
from assistant.search.versions import CURRENT, VERSIONS, checksums
from assistant.settings import ROOT


@dataclass(frozen=True)
class Place:
    """A corpus, an index of it, and a directory for temporary files."""

    corpus: Path
    index: Path
    temporary: Path

    def start(self, *options: str, **environment: str) -> subprocess.Popen[str]:
        own = {
            "ASSISTANT_CORPUS": str(self.corpus),
            "ASSISTANT_INDEX": str(self.index),
            "ASSISTANT_MODEL": "",
            "TMPDIR": str(self.temporary),
        }
        return subprocess.Popen(
            [sys.executable, "ingest.py", *options],
            cwd=ROOT,
            env={**os.environ, **own, **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *options: str, **environment: str) -> tuple[int, str, str]:
        """The exit code and what was said to standard output and standard error."""
        with self.start(*options, **environment) as process:
            out, err = process.communicate(timeout=120)
            assert "Traceback" not in err, err
            return process.returncode, out, err


@pytest.fixture
def place(small_corpus: Path, tmp_path: Path) -> Place:
    (tmp_path / "tmp").mkdir()
    return Place(small_corpus, tmp_path / "index", tmp_path / "tmp")


@pytest.fixture
def ingested(place: Place, embedder: Embedder) -> Place:
    """The same, with an index already there."""
    ingest(place.corpus, place.index, embedder)
    return place


def change(corpus: Path) -> None:
    with (corpus / "side.txt").open("a", encoding="utf-8") as file:
        file.write("Der er brandøvelse hvert år i maj.\n")


def assert_serves(root: Path, embedder: Embedder) -> None:
    search = Search(open_current(root, embedder.name), embedder)
    assert search("Hvem holder øje med helbredet?").hits[0].passage.id == "side/2"


def test_0_a_new_index(place: Place, embedder: Embedder) -> None:
    code, out, err = place.run()
    assert (code, err) == (0, "")
    assert out.startswith("Built ")
    assert "1 documents, 7 passages, 3 questions" in out
    assert_serves(place.index, embedder)
    assert list(place.temporary.iterdir()) == []


def test_0_nothing_to_do(ingested: Place) -> None:
    before = checksums(ingested.index)
    code, out, _ = ingested.run()
    assert code == 0
    assert "Nothing has changed" in out
    assert checksums(ingested.index) == before


def test_0_force(ingested: Place) -> None:
    before = (ingested.index / CURRENT).read_text()
    code, out, _ = ingested.run("--force")
    assert code == 0
    assert before not in out
    assert (ingested.index / CURRENT).read_text() in out


def test_0_check_writes_nothing(place: Place) -> None:
    code, out, _ = place.run("--check")
    assert code == 0
    assert "sound: 1 documents, 7 passages, 3 questions" in out
    assert not place.index.exists()


def test_2_check_names_the_file_at_fault(place: Place) -> None:
    (place.corpus / "side.txt").write_bytes("pårørende".encode("latin-1"))
    code, out, err = place.run("--check")
    assert (code, out) == (2, "")
    assert err.startswith("CorpusError: ")
    assert "side.txt is not UTF-8" in err
    assert not place.index.exists()


def test_2_a_fault_of_the_corpus_leaves_the_old_index_serving(ingested: Place, embedder: Embedder) -> None:
    before = checksums(ingested.index)
    (ingested.corpus / "questions.jsonl").write_text('{"question": "Hvad mangler her?"}\n')
    code, _, err = ingested.run()
    assert code == 2
    assert "questions.jsonl, line 1 lacks" in err
    assert checksums(ingested.index) == before
    assert_serves(ingested.index, embedder)


def test_3_another_ingest_is_running(ingested: Place) -> None:
    before = checksums(ingested.index)

    started = time.monotonic()
    assert ingested.run("--check")[0] == 0
    a_moment = time.monotonic() - started  # on this machine, as busy as it is
    with FileLock(ingested.index / "ingest.lock"):
        started = time.monotonic()
        code, out, err = ingested.run("--force")
        assert time.monotonic() - started < a_moment + 1, "it does not wait"
    assert (code, out) == (3, "")
    assert err.startswith("BusyError: another ingest is running")
    assert checksums(ingested.index) == before


def test_1_a_wrong_setting_is_named(place: Place) -> None:
    code, _, err = place.run(ASSISTANT_TOP_K="many")
    assert code == 1
    assert err.startswith("SettingsError: ASSISTANT_TOP_K: ")


def test_1_a_file_where_the_index_should_be(place: Place) -> None:
    place.index.write_text("not a directory")
    code, _, err = place.run()
    assert code == 1
    assert err.startswith(f"IndexFault: the index in {place.index} cannot be written")
    assert place.index.read_text() == "not a directory"


def test_2_unknown_options_are_refused(place: Place) -> None:
    code, _, err = place.run("--forse")
    assert code == 2
    assert "usage:" in err
    assert not place.index.exists()


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of four megabytes."""
    directory = tmp_path / "disk"
    directory.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(directory)]
    if not shutil.which("mount") or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("a disk of a few megabytes can be mounted by root only")
    yield directory
    subprocess.run(["umount", "--lazy", str(directory)], check=True)


def fill(disk: Path, free: int) -> None:
    """Leaves that many kilobytes free."""
    system = os.statvfs(disk)
    with (disk / "filler").open("wb") as file:
        file.write(b"\0" * (system.f_bavail * system.f_frsize - free * 1024))


@pytest.mark.parametrize(
    "free", [64, *(pytest.param(size, marks=pytest.mark.slow) for size in (0, 4, 16, 200, 280))]
)
def test_1_a_full_disk_leaves_the_old_index_serving(
    place: Place, disk: Path, embedder: Embedder, free: int
) -> None:
    place = Place(place.corpus, disk / "index", place.temporary)
    ingest(place.corpus, place.index, embedder)
    before = checksums(place.index)
    change(place.corpus)
    fill(disk, free)
    code, _, err = place.run()
    assert code == 1
    assert err.startswith("IndexFault: ")
    assert "full" in err or "No space" in err
    assert checksums(place.index) == before, "the old version, and nothing else"
    assert_serves(place.index, embedder)
    (disk / "filler").unlink()
    assert place.run()[0] == 0, "when there is room again"


@pytest.mark.parametrize("free", [0, 64])
def test_1_a_full_disk_for_temporary_files(place: Place, disk: Path, embedder: Embedder, free: int) -> None:
    ingest(place.corpus, place.index, embedder)
    before = checksums(place.index)
    change(place.corpus)
    fill(disk, free)
    code, _, err = place.run(TMPDIR=str(disk))
    if free == 0 and code == 0:  # where not even a probe can be written, another place is found
        assert_serves(place.index, embedder)
        return
    assert code == 1
    assert err.startswith("IndexFault: ")
    assert checksums(place.index) == before


@pytest.mark.slow
@pytest.mark.parametrize("free", [100, 1_000, 3_000, 6_000, 11_000, 13_000])
def test_1_a_full_disk_at_every_stage_of_the_real_corpus(
    place: Place, disk: Path, embedder: Embedder, free: int
) -> None:
    place = Place(ROOT / "corpus", disk / "index", place.temporary)
    subprocess.run(["mount", "-o", "remount,size=16m", str(disk)], check=True)
    fill(disk, free)
    code, _, err = place.run()
    assert code == 1
    assert err.startswith("IndexFault: ")
    assert list((place.index / VERSIONS).iterdir()) == []
    assert not (place.index / CURRENT).exists()


@pytest.mark.slow
def test_1_a_disk_that_can_only_be_read_serves_but_takes_no_new_index(
    place: Place, disk: Path, embedder: Embedder
) -> None:
    place = Place(place.corpus, disk / "index", place.temporary)
    assert place.run()[0] == 0
    change(place.corpus)
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    code, _, err = place.run()
    assert code == 1
    assert err.startswith(f"IndexFault: the index in {place.index} cannot be written")
    assert_serves(place.index, embedder)


def stop_while_it_writes(place: Place, end: signal.Signals) -> int:
    """Sends a signal to an ingest of the real corpus in mid-write; returns the exit code."""
    written = set(place.index.glob("versions/*/vectors/chroma.sqlite3"))
    with place.start(ASSISTANT_CORPUS=str(ROOT / "corpus")) as process:
        deadline = time.monotonic() + 60
        while set(place.index.glob("versions/*/vectors/chroma.sqlite3")) == written:
            assert time.monotonic() < deadline
            time.sleep(0.01)
        process.send_signal(end)
        process.communicate(timeout=60)
    return process.returncode


@pytest.mark.slow
def test_ctrl_c_leaves_nothing_behind(ingested: Place, embedder: Embedder) -> None:
    before = checksums(ingested.index)
    assert stop_while_it_writes(ingested, signal.SIGINT) != 0
    assert checksums(ingested.index) == before
    assert list(ingested.temporary.iterdir()) == []
    assert_serves(ingested.index, embedder)


@pytest.mark.slow
@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGKILL])
def test_what_a_killed_ingest_leaves_is_cleared_away_by_the_next(
    ingested: Place, embedder: Embedder, end: signal.Signals
) -> None:
    before = checksums(ingested.index)
    old = (ingested.index / CURRENT).read_text()
    assert stop_while_it_writes(ingested, end) == -end
    assert checksums(ingested.index).items() > before.items()
    assert_serves(ingested.index, embedder)
    assert ingested.run("--force")[0] == 0
    new = (ingested.index / CURRENT).read_text()
    assert sorted(path.name for path in (ingested.index / VERSIONS).iterdir()) == [old, new]
    assert_serves(ingested.index, embedder)


@pytest.mark.slow
def test_an_ingest_killed_at_any_moment_leaves_a_whole_index(place: Place, embedder: Embedder) -> None:
    place = Place(ROOT / "corpus", place.index, place.temporary)
    started = time.monotonic()
    assert place.run()[0] == 0
    duration = time.monotonic() - started
    interrupted = 0
    for moment in [random.Random(number).uniform(0.1, 1.05) * duration for number in range(10)]:
        old = (place.index / CURRENT).read_text()
        with place.start("--force") as process:
            time.sleep(moment)
            process.kill()
        new = (place.index / CURRENT).read_text()
        wrecks = [path.name for path in (place.index / VERSIONS).iterdir() if path.name not in (old, new)]
        interrupted += old == new and bool(wrecks)
        index = open_current(place.index, embedder.name)  # verifies every checksum
        assert index.vectors.count() > 6000
        found = Search(index, embedder)("Hvem holder øje med beboernes helbred?").hits
        assert "plan-2024/p8.2" in [hit.passage.id for hit in found[:5]]
    assert interrupted >= 3, "kills in the middle of it, or nothing was tested"
    assert place.run("--force")[0] == 0, "the lock of the dead holds nobody up"
    assert len(list((place.index / VERSIONS).iterdir())) == 2
