"""``python ingest.py`` as people run it: a process of its own, and what can happen to one."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from filelock import FileLock

from assistant.search.embedding import Embedder, Vectors
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
    for moment in [random.Random(number).uniform(0.1, 1.05) * duration for number in range(6)]:
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


FILES = ROOT / "tests" / "files"


@pytest.fixture
def real(place: Place) -> Place:
    """A copy of the real corpus."""
    corpus = place.temporary.parent / "real"
    shutil.copytree(ROOT / "corpus", corpus)
    return Place(corpus, place.index, place.temporary)


def test_add_shows_what_it_understood_and_takes_the_good_ones_in(real: Place, embedder: Embedder) -> None:
    scanned = real.temporary.parent / "skannet.pdf"
    scanned.write_bytes(b"%PDF-1.7 not really")
    code, out, _ = real.run("add", str(FILES / "A-7 skovlund.docx"), str(scanned), str(FILES / "havnsoe.pdf"))
    assert code == 2, "one was bad"
    assert "role response · sender Skovlund Kommune · date 2023-10-02 · category A (?) · number 7 (?)" in out
    assert "pejlemærker named: 2 (number), 11 (title, not sure)" in out
    assert "note: 1 skjulte tekststykker er udeladt" in out
    assert "in as svar-skovlund" in out
    assert "not taken: skannet.pdf is no sound PDF" in out
    assert "Built " in out
    index = open_current(real.index, embedder.name)
    assert {"svar-skovlund", "svar-havnsoe"} <= {document.id for document in index.documents}
    found = Search(index, embedder)("Hvor ofte skal de lokale råd mødes ifølge Skovlund?").hits
    assert found[0].passage.id == "svar-skovlund/2"


def test_add_check_writes_nothing(real: Place) -> None:
    before = checksums(real.corpus)
    code, out, _ = real.run("add", "--check", str(FILES / "bakkeby.md"))
    assert (code, "Bakkeby Kommune" in out) == (0, True)
    assert checksums(real.corpus) == before
    assert not (real.index / CURRENT).exists()


def test_add_takes_what_it_is_told(real: Place) -> None:
    code, _, err = real.run("add", str(FILES / "bakkeby.md"), "--date", "i går")
    assert code == 2
    assert "“i går” is no date" in err
    options = (
        "--sender",
        "Bakkeby Byråd",
        "--date",
        "2023-10-06",
        "--category",
        "B",
        "--number",
        "12",
        "--id",
        "svar-b12",
    )
    code, out, _ = real.run("add", str(FILES / "bakkeby.md"), *options)
    assert (code, "in as svar-b12" in out) == (0, True)
    code, out, _ = real.run("list")
    assert "svar-b12                response  B-12  Bakkeby Byråd, 2023-10-06" in out


@pytest.mark.slow
def test_remove_leaves_no_trace_and_rollback_goes_back(real: Place) -> None:
    assert real.run("add", str(FILES / "paaroerende.html"))[0] == 0
    old = (real.index / CURRENT).read_text()
    assert real.run("add", str(FILES / "bakkeby.md"))[0] == 0
    code, out, _ = real.run("rollback")
    assert (code, out.startswith(f"{old} is served")) == (0, True)
    assert real.run()[0] == 0
    code, out, err = real.run("remove", "svar-samsoe")
    assert (code, err) == (2, err)
    assert "there is no document svar-samsoe" in err
    assert real.run("remove", "svar-foreningen-paaroerende-midt")[0] == 0
    held = b"".join(path.read_bytes() for path in real.index.rglob("*") if path.is_file())
    assert "Referater skal kunne læses".encode() not in held
    assert b"paaroerende-midt" not in held
    assert len(list((real.index / VERSIONS).iterdir())) == 1, "an older version would still hold it"


@pytest.mark.slow
def test_only_what_is_new_is_read_and_embedded(real: Place, embedder: Embedder) -> None:
    read: list[str] = []

    class Counting:
        name = embedder.name

        def encode_documents(self, texts: Sequence[str]) -> Vectors:
            read.extend(texts)
            return embedder.encode_documents(texts)

        def encode_queries(self, texts: Sequence[str]) -> Vectors:
            read.extend(texts)
            return embedder.encode_queries(texts)

    ingest(real.corpus, real.index, embedder)
    assert real.run("add", str(FILES / "bakkeby.md"))[0] == 0
    passages = len(open_current(real.index, embedder.name).passages)
    shutil.copy(FILES / "ungeraadet.txt", real.corpus)
    with (real.corpus / "sources.toml").open("a", encoding="utf-8") as file:
        file.write(
            '\n[[document]]\nid = "svar-unge"\nfile = "ungeraadet.txt"\ntitle = "Svar"\nrole = "response"\n'
            'sender = "Ungerådet i Engby"\ndate = 2023-10-10\nstatus = "høringssvar"\n'
        )
    ingest(real.corpus, real.index, Counting())
    whole = open_current(real.index, embedder.name).passages
    assert len(whole) > passages
    embedded, validated = read[: -len(whole)], read[-len(whole) :]
    old = {each.context for each in whole if each.document_id != "svar-unge"}
    assert len(embedded) >= len(whole) - passages
    assert not old & set(embedded)
    assert validated == [each.context for each in whole], (
        "all are asked for once more, to see that they are found"
    )
