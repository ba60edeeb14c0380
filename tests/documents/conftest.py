"""The real corpus, read once, and a copy of it that a test may damage."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from assistant.documents.corpus import Corpus, read_corpus
from assistant.documents.passages import Document

_CORPUS = Path(__file__).parents[2] / "corpus"


@pytest.fixture(scope="session")
def corpus_directory() -> Path:
    return _CORPUS


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    return read_corpus(_CORPUS)


@pytest.fixture(scope="session")
def documents(corpus: Corpus) -> dict[str, Document]:
    return {document.id: document for document in corpus.documents}


@pytest.fixture(scope="session")
def plan(documents: dict[str, Document]) -> Document:
    return documents["plan-2024"]


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    return shutil.copytree(_CORPUS, tmp_path / "corpus")
