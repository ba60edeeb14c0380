"""``python app.py`` as people run it: how it starts, and how it ends."""

from __future__ import annotations

import shutil
import signal
import socket
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from running import PATIENCE, App

from assistant.search.index import DOCUMENTS
from assistant.search.versions import current_version
from assistant.settings import ROOT

pytestmark = pytest.mark.slow

Start = Callable[..., App]
ENDS = [signal.SIGINT, signal.SIGTERM]


@pytest.fixture
def copied_index(index_root: Path, tmp_path: Path) -> Path:
    """An index that a test may damage."""
    return shutil.copytree(index_root, tmp_path / "index")


def private_copies(app: App) -> list[str]:
    """The copies of the index that an app works on; they should go when it goes."""
    return [path.name for path in app.temporary.glob("assistant-index-*")]


def test_it_says_where_it_is(start: Start, index_root: Path) -> None:
    app = start(ASSISTANT_INDEX=str(index_root)).ready()
    assert app.get("/").status == 200
    code, out, err = app.stop()
    assert (code, err) == (0, "")
    assert out == f"Åbn {app.address} i en browser. Stop med Ctrl-C.\n"


def test_it_builds_the_index_if_there_is_none(start: Start, small_corpus: Path, tmp_path: Path) -> None:
    index = tmp_path / "new" / "index"
    app = start(ASSISTANT_CORPUS=str(small_corpus), ASSISTANT_INDEX=str(index)).ready()
    version = current_version(index)
    assert version is not None
    assert f'"{version.name}"' in app.get("/healthz").text
    _, out, _ = app.stop()
    assert out.startswith("Der er intet indeks endnu. Jeg bygger det.\nÅbn http")


def test_1_a_corpus_at_fault_is_named(start: Start, small_corpus: Path, tmp_path: Path) -> None:
    (small_corpus / "side.txt").write_bytes("pårørende".encode("latin-1"))
    app = start(ASSISTANT_CORPUS=str(small_corpus), ASSISTANT_INDEX=str(tmp_path / "index"))
    code, _, err = app.ended()
    assert code == 1
    assert "CorpusError: " in err
    assert "side.txt" in err
    assert "Traceback" not in err


@pytest.mark.parametrize("damage", ["cut", "missing", "no version"])
def test_1_a_damaged_index_says_what_to_do(start: Start, copied_index: Path, damage: str) -> None:
    version = current_version(copied_index)
    assert version is not None
    documents = version / DOCUMENTS
    if damage == "cut":
        documents.write_bytes(documents.read_bytes()[:-10])
    elif damage == "missing":
        documents.unlink()
    else:
        shutil.rmtree(version)
    app = start(ASSISTANT_INDEX=str(copied_index))
    code, out, err = app.ended()
    assert (code, out) == (1, "")
    assert err.startswith("IndexDamaged: ")
    assert "python ingest.py" in err
    assert "Traceback" not in err
    assert private_copies(app) == []


def test_1_a_wrong_setting_is_named(start: Start) -> None:
    code, out, err = start(ASSISTANT_TOP_K="mange").ended()
    assert (code, out) == (1, "")
    assert err.startswith("SettingsError: ASSISTANT_TOP_K: ")
    assert "Traceback" not in err


def test_a_port_that_is_taken_is_named(start: Start, index_root: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        code, out, err = start(ASSISTANT_INDEX=str(index_root), ASSISTANT_PORT=port).ended()
    assert code != 0
    assert port in err
    assert "Traceback" not in err
    assert "Åbn" not in out, "there is nothing to open"


@pytest.mark.parametrize("end", ENDS)
def test_it_ends_when_it_is_told_to(start: Start, index_root: Path, end: signal.Signals) -> None:
    app = start(ASSISTANT_INDEX=str(index_root)).ready()
    assert private_copies(app) != []
    code, _, err = app.stop(end, patience=10)
    assert code in (0, -end, 128 + end)
    assert "Traceback" not in err
    assert private_copies(app) == []


@pytest.mark.parametrize("end", ENDS)
def test_it_ends_though_somebody_has_the_page_open(
    start: Start, index_root: Path, end: signal.Signals
) -> None:
    app = start(ASSISTANT_INDEX=str(index_root)).ready()
    heartbeat = app.open("/gradio_api/heartbeat/aabneside")  # each open page holds one of these
    assert heartbeat.status == 200
    _, _, err = app.stop(end, patience=15)
    assert "Traceback" not in err
    assert private_copies(app) == []


@pytest.mark.parametrize("end", ENDS)
def test_it_ends_while_it_builds(start: Start, tmp_path: Path, end: signal.Signals) -> None:
    index = tmp_path / "index"
    app = start(ASSISTANT_CORPUS=str(ROOT / "corpus"), ASSISTANT_INDEX=str(index))
    deadline = time.monotonic() + PATIENCE
    while len(list(index.glob("versions/*/vectors/*"))) < 2:
        assert time.monotonic() < deadline
        time.sleep(0.01)
    _, _, err = app.stop(end)
    assert "Traceback" not in err
    assert current_version(index) is None
    assert list(index.glob("versions/*")) == []
