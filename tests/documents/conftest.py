"""The documents of the real corpus, and a copy of it that a test may damage."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from assistant.documents.corpus import Corpus
from assistant.documents.passages import Document
from assistant.settings import ROOT


@pytest.fixture(scope="session")
def corpus_directory() -> Path:
    return ROOT / "corpus"


@pytest.fixture(scope="session")
def documents(corpus: Corpus) -> dict[str, Document]:
    return {document.id: document for document in corpus.documents}


@pytest.fixture(scope="session")
def plan(documents: dict[str, Document]) -> Document:
    return documents["plan-2024"]


@pytest.fixture
def copied(tmp_path: Path, corpus_directory: Path) -> Path:
    return shutil.copytree(corpus_directory, tmp_path / "corpus")
