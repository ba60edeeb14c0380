"""Ingest as a function; ``tests/test_ingest.py`` runs it as people do. (One name cannot be used twice.)"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from filelock import FileLock
from safetensors.numpy import save_file

from assistant.errors import BusyError, CorpusError, IndexFault
from assistant.search.embedding import WEIGHTS, Embedder, StaticEmbedder
from assistant.search.index import open_current
from assistant.search.ingest import ingest
from assistant.search.retriever import Search
from assistant.search.versions import CURRENT, MANIFEST, VERSIONS, checksums, current_version
from assistant.settings import BUILT_IN_MODEL


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "index"


def append(path: Path, text: str) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write(text)


def versions(root: Path) -> list[str]:
    return sorted(path.name for path in (root / VERSIONS).iterdir())


def model_with(weights: np.ndarray, directory: Path) -> StaticEmbedder:
    shutil.copytree(BUILT_IN_MODEL, directory)
    save_file({"embedding.weight": weights.astype(np.float32)}, directory / WEIGHTS)
    return StaticEmbedder(directory)


def test_the_report_says_what_was_built(small_corpus: Path, root: Path, embedder: Embedder) -> None:
    report = ingest(small_corpus, root, embedder)
    assert (report.documents, report.passages, report.questions, report.is_new) == (1, 7, 3, True)
    assert versions(root) == [report.version] == [(root / CURRENT).read_text()]


def test_an_unchanged_corpus_leaves_the_index_alone(
    small_corpus: Path, root: Path, embedder: Embedder
) -> None:
    first = ingest(small_corpus, root, embedder)
    before = checksums(root)
    again = ingest(small_corpus, root, embedder)
    assert (again.version, again.is_new) == (first.version, False)
    assert (again.documents, again.passages, again.questions) == (1, 7, 3)
    assert checksums(root) == before


def test_force_builds_anew(small_corpus: Path, root: Path, embedder: Embedder) -> None:
    first = ingest(small_corpus, root, embedder)
    again = ingest(small_corpus, root, embedder, force=True)
    assert again.is_new
    assert (root / CURRENT).read_text() == again.version != first.version


CHANGES = {
    "side.txt": "Der er brandøvelse hvert år i maj.\n",
    "questions.jsonl": '{"question": "Hvad koster det?", "passages": ["side/7"], "language": "da"}\n',
    "outside.jsonl": '{"question": "Hvem vandt kampen?", "language": "da"}\n',
}


@pytest.mark.parametrize("file", CHANGES)
def test_a_changed_corpus_makes_a_new_version(
    small_corpus: Path, root: Path, embedder: Embedder, file: str
) -> None:
    first = ingest(small_corpus, root, embedder)
    append(small_corpus / file, CHANGES[file])
    second = ingest(small_corpus, root, embedder)
    assert second.is_new
    assert (root / CURRENT).read_text() == second.version
    assert versions(root) == [first.version, second.version]


def test_a_new_passage_is_found_by_those_who_open_anew(
    small_corpus: Path, root: Path, embedder: Embedder
) -> None:
    ingest(small_corpus, root, embedder)
    old = Search(open_current(root, embedder.name), embedder)
    append(small_corpus / "side.txt", CHANGES["side.txt"])
    ingest(small_corpus, root, embedder)
    new = Search(open_current(root, embedder.name), embedder)
    assert new("Hvornår er der brandøvelse?").hits[0].passage.id == "side/8"
    assert "side/8" not in {hit.passage.id for hit in old("Hvornår er der brandøvelse?").hits}


def test_another_model_makes_a_new_version(
    small_corpus: Path, root: Path, tmp_path: Path, embedder: Embedder
) -> None:
    ingest(small_corpus, root, embedder)
    other = model_with(np.random.default_rng(0).normal(size=(8192, 32)), tmp_path / "other")
    assert ingest(small_corpus, root, other).is_new
    opened = open_current(root, other.name)
    assert opened.vectors.count() == 11


def test_the_current_version_and_the_one_before_are_kept(
    small_corpus: Path, root: Path, embedder: Embedder
) -> None:
    made = [ingest(small_corpus, root, embedder, force=True).version for _ in range(4)]
    assert versions(root) == made[-2:]


def test_what_a_killed_ingest_left_goes_before_the_version_before(
    small_corpus: Path, root: Path, embedder: Embedder
) -> None:
    first = ingest(small_corpus, root, embedder).version
    (root / VERSIONS / f"{first}-killed").mkdir()
    (root / f"{CURRENT}.new").write_text("half a na")
    second = ingest(small_corpus, root, embedder, force=True).version
    assert versions(root) == [first, second]
    assert sorted(path.name for path in root.iterdir()) == [CURRENT, "ingest.lock", VERSIONS]


FAULTS: dict[str, Callable[[Path], object]] = {
    "an empty document": lambda corpus: (corpus / "side.txt").write_text(""),
    "a document in another encoding": lambda corpus: (corpus / "side.txt").write_bytes(b"p\xe5r\xf8rende"),
    "a document nobody has named": lambda corpus: (corpus / "ny.txt").write_text("Hvad er jeg?"),
    "a question about no passage": lambda corpus: append(
        corpus / "questions.jsonl", '{"question": "Hvad?", "passages": ["side/99"], "language": "da"}\n'
    ),
    "no corpus": shutil.rmtree,
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_of_the_corpus_changes_nothing(
    small_corpus: Path, root: Path, embedder: Embedder, fault: Callable[[Path], object]
) -> None:
    ingest(small_corpus, root, embedder)
    before = checksums(root)
    fault(small_corpus)
    with pytest.raises(CorpusError, match=str(small_corpus)):
        ingest(small_corpus, root, embedder, force=True)
    assert checksums(root) == before


def test_a_second_ingest_is_refused_while_one_runs(
    small_corpus: Path, root: Path, embedder: Embedder
) -> None:
    ingest(small_corpus, root, embedder)
    with FileLock(root / "ingest.lock"), pytest.raises(BusyError, match="another ingest is running"):
        ingest(small_corpus, root, embedder, force=True)
    assert ingest(small_corpus, root, embedder, force=True).is_new


def test_an_index_that_cannot_find_its_passages_is_not_switched_to(
    small_corpus: Path, root: Path, tmp_path: Path, embedder: Embedder
) -> None:
    ingest(small_corpus, root, embedder)
    before = checksums(root)
    blind = model_with(np.zeros((8192, 32)), tmp_path / "blind")
    with pytest.raises(IndexFault, match="nothing was switched"):
        ingest(small_corpus, root, blind)
    assert checksums(root) == before


DAMAGES: dict[str, Callable[[Path, Path], object]] = {
    "pointer gone": lambda root, version: (root / CURRENT).unlink(),
    "pointer to nothing": lambda root, version: (root / CURRENT).write_text("no-such-version"),
    "pointer damaged": lambda root, version: (root / CURRENT).write_text("x" * 5000),
    "version gone": lambda root, version: shutil.rmtree(version),
    "manifest gone": lambda root, version: (version / MANIFEST).unlink(),
    "manifest damaged": lambda root, version: (version / MANIFEST).write_text("{"),
    "manifest of another model": lambda root, version: (version / MANIFEST).write_text(
        (version / MANIFEST).read_text().replace('"static:', '"statik:')
    ),
    "vectors gone": lambda root, version: (version / "vectors" / "chroma.sqlite3").unlink(),
    "words damaged": lambda root, version: (version / "grams" / "vocab.index.json").write_text("{}"),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_ingest_mends_what_cannot_be_opened(
    small_corpus: Path, root: Path, embedder: Embedder, damage: Callable[[Path, Path], object]
) -> None:
    ingest(small_corpus, root, embedder)
    version = current_version(root)
    assert version
    damage(root, version)
    if (
        version.is_dir()
        and (version / MANIFEST).is_file()
        and (root / CURRENT).is_file()
        and (root / CURRENT).read_text() != version.name
    ):
        assert open_current(root, embedder.name).directory == version, "only the pointer is damaged"
    else:
        with pytest.raises(IndexFault, match=r"python ingest\.py"):
            open_current(root, embedder.name)
    assert ingest(small_corpus, root, embedder).is_new
    opened = open_current(root, embedder.name)
    assert opened.vectors.count() == 11


def test_progress_is_told_to_the_end(small_corpus: Path, root: Path, embedder: Embedder) -> None:
    told: list[tuple[str, int, int]] = []
    ingest(small_corpus, root, embedder, lambda *each: told.append(each))
    steps = [(done, total) for what, done, total in told if what.startswith("Indlejrer")]
    assert steps == sorted(steps)
    assert steps[0] == (0, 11)
    assert steps[-1] == (11, 11)
