"""The vectors on a Chroma server: the same code, another address."""

from __future__ import annotations

import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import chromadb
import pytest

from assistant.errors import IndexFault
from assistant.evaluation.own_app import free_port
from assistant.search.embedding import Embedder
from assistant.search.index import open_current
from assistant.search.ingest import ingest
from assistant.search.retriever import Search
from assistant.search.versions import VERSIONS
from assistant.settings import ROOT

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    port, place = free_port(), tmp_path_factory.mktemp("chroma")
    command = shutil.which("chroma")
    assert command, "it comes with chromadb"
    process = subprocess.Popen(
        [command, "run", "--path", str(place), "--host", "127.0.0.1", "--port", str(port)],
        cwd=place,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    deadline = time.monotonic() + 60
    while True:
        try:
            urlopen(f"http://127.0.0.1:{port}/api/v2/heartbeat", timeout=5).close()
            break
        except URLError:
            assert time.monotonic() < deadline
            time.sleep(0.1)
    yield f"http://127.0.0.1:{port}"
    process.terminate()
    process.wait()


def collections(server: str) -> list[str]:
    host, _, port = server.removeprefix("http://").partition(":")
    return [each.name for each in chromadb.HttpClient(host, int(port)).list_collections()]


def test_it_finds_what_the_index_in_files_finds(
    server: str, tmp_path: Path, search: Search, embedder: Embedder
) -> None:
    root = tmp_path / "index"
    report = ingest(ROOT / "corpus", root, embedder, server=server)
    assert f"passages-{report.version}" in collections(server)
    remote = Search(open_current(root, embedder.name), embedder)
    for query in ("Hvem holder øje med beboernes helbred?", "Hvornår kommer peer-fællesskaberne?"):
        assert remote(query).hits[0].passage.id == search(query).hits[0].passage.id


def test_old_collections_go_with_their_versions(
    server: str, tmp_path: Path, small_corpus: Path, embedder: Embedder
) -> None:
    root = tmp_path / "index"
    for _ in range(3):
        ingest(small_corpus, root, embedder, force=True, server=server)
    kept = {f"passages-{path.name}" for path in (root / VERSIONS).iterdir()}
    assert len(kept) == 2
    assert kept <= set(collections(server))
    ingest(small_corpus, root, embedder, forget=True, server=server)
    assert len(kept & set(collections(server))) == 1


@pytest.mark.parametrize("address", ["http://127.0.0.1:9", "localhost:8000", "ftp://localhost"])
def test_a_server_that_is_not_there_is_told_and_the_old_index_serves(
    tmp_path: Path, small_corpus: Path, embedder: Embedder, address: str
) -> None:
    root = tmp_path / "index"
    before = ingest(small_corpus, root, embedder).version
    with pytest.raises(IndexFault, match="Chroma server|ASSISTANT_CHROMA"):
        ingest(small_corpus, root, embedder, force=True, server=address)
    assert open_current(root, embedder.name).directory.name == before
    assert len(list((root / VERSIONS).iterdir())) == 1


def test_another_place_for_the_vectors_is_another_index(
    server: str, tmp_path: Path, small_corpus: Path, embedder: Embedder
) -> None:
    root = tmp_path / "index"
    ingest(small_corpus, root, embedder)
    report = ingest(small_corpus, root, embedder, server=server)
    assert report.is_new
    assert f"passages-{report.version}" in collections(server)
    assert not ingest(small_corpus, root, embedder, server=server).is_new
