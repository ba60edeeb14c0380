"""The fictional responses of tests/files, as they would stand beside the corpus's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.documents.formats.extracted import Extracted
from assistant.documents.intake import Intake
from assistant.documents.passages import Document
from assistant.hearing.matter import Matter
from assistant.hearing.trace import Trace
from assistant.search.catalogue import Catalogue
from assistant.search.retriever import Search
from assistant.settings import ROOT

FILES = {
    "skovlund": "A-7 skovlund.docx",
    "bakkeby": "bakkeby.md",
    "fagligt": "fagligt-faellesskab.docx",
    "havnsoe": "havnsoe.pdf",
    "paaroerende": "paaroerende.html",
    "solsiden": "solsiden.pdf",
    "ungeraadet": "ungeraadet.txt",
    "oestermark": "oestermark.eml",
}


@pytest.fixture(scope="session")
def written() -> dict[str, Document]:
    """The fictional responses, by a short name."""
    intake = Intake(ROOT / "corpus")
    files = [ROOT / "tests" / "files" / name for name in FILES.values()]
    found = {}
    for name, file, read in zip(FILES, files, intake.read(files), strict=True):
        assert isinstance(read, Extracted)
        found[name] = intake.understand(Path(file), read, {"id": name}).document
    return found


@pytest.fixture(scope="session")
def together(catalogue: Catalogue, written: dict[str, Document]) -> Catalogue:
    """The corpus with the fictional responses."""
    return Catalogue((*catalogue.documents, *written.values()), catalogue.schedule)


@pytest.fixture(scope="session")
def trace(search: Search, together: Catalogue) -> Trace:
    return Trace(together, Matter(search, together))
