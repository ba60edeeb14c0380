from __future__ import annotations

import gc
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.documents.corpus import Corpus
from assistant.errors import IndexDamaged, IndexFault
from assistant.search import index as store
from assistant.search import versions
from assistant.search.embedding import Embedder
from assistant.search.index import DOCUMENTS, open_current
from assistant.search.ingest import ingest
from assistant.search.retriever import Search
from assistant.search.versions import CURRENT, MANIFEST, VERSIONS, checksums, current_version
from assistant.settings import ROOT


def extend(corpus: Path) -> None:
    with (corpus / "side.txt").open("a", encoding="utf-8") as file:
        file.write("\n\nOg en sætning til.\n")


def version_in(root: Path) -> Path:
    version = current_version(root)
    assert version
    return version


@pytest.fixture
def root(small_corpus: Path, tmp_path: Path, embedder: Embedder) -> Path:
    """An index of the small corpus, to be damaged."""
    ingest(small_corpus, tmp_path / "index", embedder)
    return tmp_path / "index"


def test_the_manifest_says_what_the_version_holds(
    index_root: Path, corpus: Corpus, embedder: Embedder
) -> None:
    version = version_in(index_root)
    manifest = versions.read_manifest(version)
    assert manifest.embedder == embedder.name
    assert manifest.documents == len(corpus.documents)
    assert manifest.passages == len(corpus.passages)
    assert manifest.questions == len(corpus.questions)
    assert manifest.files == checksums(version)
    assert {Path(name).suffix for name in manifest.files} >= {".sqlite3", ".bin", ".npy", ".jsonl"}


def test_documents_come_back_as_they_were_read(search: Search, corpus: Corpus) -> None:
    assert search.index.documents == corpus.documents
    assert list(search.index.passages) == corpus.passages
    assert all(search.index.by_id[passage.id] is passage for passage in search.index.passages)


def test_no_index_is_a_fault_that_says_what_to_do(tmp_path: Path, embedder: Embedder) -> None:
    assert current_version(tmp_path) is None
    with pytest.raises(IndexFault, match=r"run: python ingest\.py"):
        open_current(tmp_path, embedder.name)
    with pytest.raises(IndexFault, match=r"run: python ingest\.py"):
        open_current(tmp_path / "nowhere", embedder.name)


@pytest.mark.parametrize(
    "content",
    [b"", b"\n", b"20200101T000000-none", b"..", b"../..", b"/tmp", b"\0", b"\xff\xfe", b"x" * 5000],
)
def test_a_damaged_pointer_is_told_loudly_and_the_version_is_served(
    root: Path, embedder: Embedder, content: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    version = version_in(root)
    (root / CURRENT).write_bytes(content)
    with pytest.raises(IndexDamaged, match=r"ingest\.py --force"):
        current_version(root)
    assert open_current(root, embedder.name).directory == version
    assert caplog.records[-1].levelname == "CRITICAL"
    assert "THE INDEX IS DAMAGED" in caplog.text


def test_a_pointer_that_cannot_be_read_is_damage(root: Path, embedder: Embedder) -> None:
    version = version_in(root)
    (root / CURRENT).unlink()
    (root / CURRENT).mkdir()
    with pytest.raises(IndexDamaged, match=r"ingest\.py --force"):
        current_version(root)
    assert open_current(root, embedder.name).directory == version


def test_damage_with_no_sound_version_left_is_a_fault(root: Path, embedder: Embedder) -> None:
    flip(version_in(root) / DOCUMENTS)
    (root / CURRENT).write_text("no-such-version")
    with pytest.raises(IndexFault, match=r"ingest\.py --force"):
        open_current(root, embedder.name)


@pytest.mark.parametrize("name", ["documents.jsonl", "manifest.json", "vectors/chroma.sqlite3"])
def test_a_damaged_version_is_told_loudly_and_the_one_before_it_is_served(
    root: Path, small_corpus: Path, embedder: Embedder, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    before = version_in(root)
    extend(small_corpus)
    ingest(small_corpus, root, embedder)
    current = current_version(root)
    assert current is not None
    assert current != before
    flip(current / name)
    assert open_current(root, embedder.name).directory == before
    assert "THE INDEX IS DAMAGED" in caplog.text


def test_going_back_and_forth_between_two_versions(
    root: Path, small_corpus: Path, embedder: Embedder
) -> None:
    before = version_in(root)
    extend(small_corpus)
    ingest(small_corpus, root, embedder)
    assert versions.roll_back(root) == before.name
    assert current_version(root) == before
    with pytest.raises(IndexFault, match="no version before"):
        versions.roll_back(root)
    assert ingest(small_corpus, root, embedder).is_new, "the corpus is as it was: it is built again"


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    path.write_bytes(content)


def truncate(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


@pytest.mark.parametrize("damage", [flip, truncate, Path.unlink])
def test_every_damaged_file_of_the_index_is_noticed(
    index_root: Path, tmp_path: Path, embedder: Embedder, damage: Callable[[Path], None]
) -> None:
    """Unnoticed, some would crash the process, and some would silently find less."""
    version = shutil.copytree(version_in(index_root), tmp_path / "version")
    files = [path for path in version.rglob("*") if path.is_file()]
    assert len(files) > 15
    for file in files:
        whole = file.read_bytes()
        damage(file)
        with pytest.raises(IndexFault, match=r"ingest\.py --force"):
            store.open_version(version, embedder.name)
        file.write_bytes(whole)
    whole_again = store.open_version(version, embedder.name)
    assert whole_again.vectors.count() > 6000


@pytest.mark.slow
def test_no_damaged_byte_of_the_manifest_can_crash_or_mislead(root: Path, embedder: Embedder) -> None:
    version = version_in(root)
    whole = (version / MANIFEST).read_bytes()
    passages = open_current(root, embedder.name).passages
    for at in range(0, len(whole), 5):
        for mask in (0x01, 0x10, 0x80):
            (version / MANIFEST).write_bytes(whole[:at] + bytes([whole[at] ^ mask]) + whole[at + 1 :])
            try:
                versions.verify(version, versions.read_manifest(version))
                opened = open_current(root, embedder.name)
            except IndexFault:
                continue
            assert opened.passages == passages


@pytest.mark.parametrize("content", ["", "null", "[]", "{}", '"text"', "[1, 2, 3, 4, 5, 6, 7, 8]"])
def test_a_manifest_of_another_kind_is_a_fault(root: Path, embedder: Embedder, content: str) -> None:
    (version_in(root) / MANIFEST).write_text(content)
    with pytest.raises(IndexFault, match=r"ingest\.py --force"):
        open_current(root, embedder.name)


def test_a_manifest_without_a_list_of_files_is_a_fault(root: Path, embedder: Embedder) -> None:
    manifest = version_in(root) / MANIFEST
    text = manifest.read_text(encoding="utf-8")
    manifest.write_text(text[: text.index('"files"')] + '"files": null}', encoding="utf-8")
    with pytest.raises(IndexFault, match=r"ingest\.py --force"):
        open_current(root, embedder.name)


def test_an_index_of_an_older_assistant_is_a_fault(root: Path, embedder: Embedder) -> None:
    manifest = version_in(root) / MANIFEST
    text = manifest.read_text(encoding="utf-8")
    manifest.write_text(text.replace(f'"format": {versions.FORMAT}', '"format": 0'), encoding="utf-8")
    with pytest.raises(IndexFault, match="format 0"):
        open_current(root, embedder.name)


def test_an_index_opens_only_with_the_model_that_made_it(root: Path) -> None:
    with pytest.raises(IndexFault, match="made with the model static:"):
        open_current(root, "another model")


def test_reading_writes_nothing(root: Path, embedder: Embedder) -> None:
    before = checksums(root)
    for _ in range(2):
        search = Search(open_current(root, embedder.name), embedder)
        assert search("Hvem holder øje med helbredet?").hits[0].passage.id == "side/2"
    assert checksums(root) == before


@pytest.mark.slow
def test_reading_from_new_processes_writes_nothing(index_root: Path) -> None:
    version = version_in(index_root)
    for _ in range(2):
        command = [sys.executable, "-m", "assistant", "ask", "Hvem holder øje med helbredet?"]
        environment = {**os.environ, "ASSISTANT_INDEX": str(index_root), "ASSISTANT_MODEL": ""}
        run = subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=True
        )
        assert "[1]" in run.stdout
        assert checksums(version) == versions.read_manifest(version).files


def test_an_opened_index_outlives_its_files(root: Path, embedder: Embedder) -> None:
    search = Search(open_current(root, embedder.name), embedder)
    shutil.rmtree(root)
    assert search("Hvornår kører bussen?").hits[0].passage.id == "side/4"


def test_the_private_copy_goes_when_the_index_does(
    root: Path, embedder: Embedder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copies = tmp_path / "copies"
    copies.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(copies))
    opened = open_current(root, embedder.name)
    assert len(list(copies.iterdir())) == 1
    del opened
    gc.collect()
    assert list(copies.iterdir()) == []
    next((root / VERSIONS).rglob("documents.jsonl")).unlink()
    with pytest.raises(IndexFault):
        open_current(root, embedder.name)
    gc.collect()
    assert list(copies.iterdir()) == [], "not left behind by a refused index either"


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="counts open files as Linux lists them")
def test_opening_again_and_again_leaves_no_open_files(root: Path, embedder: Embedder) -> None:
    """An app opens each new version while it runs; the system lets it have about a thousand files."""
    before = len(os.listdir("/proc/self/fd"))  # noqa: PTH208 - iterdir would count its own
    for _ in range(10):
        opened = open_current(root, embedder.name)
        opened.vectors.count()
        del opened
        gc.collect()
    assert len(os.listdir("/proc/self/fd")) < before + 20  # noqa: PTH208


def test_a_full_disk_for_the_copy_is_a_fault(
    root: Path, embedder: Embedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", "/no/such/directory")
    with pytest.raises(IndexFault, match="cannot be copied"):
        open_current(root, embedder.name)


def test_a_switch_is_seen_whole(root: Path) -> None:
    versions.switch_to(root, version_in(root).name)
    assert sorted(path.name for path in root.iterdir()) == [CURRENT, "ingest.lock", VERSIONS]
