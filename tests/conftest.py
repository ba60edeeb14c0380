"""Shared by all tests: the real corpus, one index of it, and a corpus small enough to change."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import settings as hypothesis

os.environ["HF_HUB_OFFLINE"] = "1"  # before anything imports the hub's client: no test needs the network

from assistant.documents.corpus import Corpus, read_corpus
from assistant.documents.formats.extracted import Extracted
from assistant.documents.intake import Intake
from assistant.documents.passages import Document
from assistant.hearing.matter import Matter
from assistant.hearing.trace import Trace
from assistant.search.catalogue import Catalogue
from assistant.search.embedding import Embedder
from assistant.search.index import open_current
from assistant.search.ingest import ingest
from assistant.search.models import load_embedder
from assistant.search.retriever import Search
from assistant.settings import ROOT, Settings

hypothesis.register_profile("untimed", deadline=None)  # machines are shared: no test is about time
hypothesis.load_profile("untimed")

SMALL_CORPUS = {
    "sources.toml": """
[[document]]
id = "side"
file = "side.txt"
title = "Om tilbuddet Solsikken"
role = "page"
sender = "Solsikken"
date = 2023-10-11
status = "udgivet"
""",
    # The first line is so long that each line is read as a paragraph.
    "side.txt": (
        "Solsikken er et tilbud til voksne, der har brug for støtte hele døgnet, og her bor tolv beboere "
        "i hver sin lejlighed med eget køkken og bad, og der er altid personale i huset, som beboerne kan "
        "gå til med stort og småt.\n"
        "Beboerne får tilbudt et årligt sundhedstjek hos en læge.\n"
        "Personalet taler med de pårørende hver måned.\n"
        "Bussen til værkstedet kører klokken otte.\n"
        "Maden laves i fællesskab om torsdagen.\n"
        "Haven passes af frivillige fra byens idrætsforening.\n"
        "Huslejen betales den første i måneden.\n"
    ),
    "questions.jsonl": """
{"question": "Hvem holder øje med helbredet?", "passages": ["side/2"], "language": "da"}
{"question": "Kan jeg komme til doktor?", "passages": ["side/2"], "language": "da"}
{"question": "When does the bus leave?", "passages": ["side/4"], "language": "en"}
""",
    "outside.jsonl": '{"question": "Hvordan bliver vejret i morgen?", "language": "da"}\n',
    "thesaurus.jsonl": '{"term": "sundhedstjek", "near": ["lægebesøg"], "en": ["health check"]}\n',
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files with slow tests first, of these the ones with few tests, which take longest each: or one process
    is left alone with the last of them."""
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    sizes = Counter(item.path for item in items)
    items.sort(key=lambda item: (item.path not in slow, sizes[item.path]))


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    """The real corpus."""
    return read_corpus(ROOT / "corpus")


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The real corpus and the built-in model; the index is this session's own."""
    return Settings(corpus=ROOT / "corpus", index=tmp_path_factory.mktemp("index"), model="")


@pytest.fixture(scope="session")
def embedder(settings: Settings) -> Embedder:
    return load_embedder(settings)


@pytest.fixture(scope="session")
def index_root(settings: Settings, embedder: Embedder) -> Path:
    """An index of the real corpus. Nobody may write to it: copy it first."""
    ingest(settings.corpus, settings.index, embedder)
    return settings.index


@pytest.fixture(scope="session")
def search(index_root: Path, embedder: Embedder) -> Search:
    """A search of the real corpus."""
    return Search(open_current(index_root, embedder.name), embedder)


@pytest.fixture(scope="session")
def catalogue(search: Search) -> Catalogue:
    return Catalogue(search.index.documents, search.schedule)


@pytest.fixture
def small_corpus(tmp_path: Path) -> Path:
    """A directory with one page of seven passages, three questions, and one nobody can answer."""
    directory = tmp_path / "corpus"
    directory.mkdir()
    for name, text in SMALL_CORPUS.items():
        (directory / name).write_text(text.lstrip(), encoding="utf-8")
    return directory


FICTIONAL = {
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
    files = [ROOT / "tests" / "files" / name for name in FICTIONAL.values()]
    found = {}
    for name, file, read in zip(FICTIONAL, files, intake.read(files), strict=True):
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
