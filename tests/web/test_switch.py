"""The running app after a switch of the index: pages, interfaces and answers are of the new version."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from running import PATIENCE, App

from assistant.documents.intake import Intake
from assistant.search.embedding import Embedder
from assistant.search.ingest import ingest
from assistant.settings import ROOT

pytestmark = pytest.mark.slow


def test_pages_and_answers_follow_the_index(
    start: Callable[..., App], index_root: Path, tmp_path: Path, embedder: Embedder
) -> None:
    corpus, index = (
        shutil.copytree(ROOT / "corpus", tmp_path / "corpus"),
        shutil.copytree(index_root, tmp_path / "index"),
    )
    app = start(ASSISTANT_CORPUS=str(corpus), ASSISTANT_INDEX=str(index)).ready()
    assert "Bakkeby" not in app.get("/hoeringssvar").text
    intake, file = Intake(corpus), ROOT / "tests" / "files" / "bakkeby.md"
    [read] = intake.read([file])
    intake.take(intake.understand(file, read, {}))  # type: ignore[arg-type]
    version = ingest(corpus, index, embedder).version
    switched = time.monotonic()
    while version not in app.get("/healthz").text or "Bakkeby" not in app.get("/responses").text:
        assert time.monotonic() - switched < PATIENCE
        time.sleep(0.05)
    for page in ("/hoeringssvar", "/responses"):
        text = app.get(page).text
        assert "Bakkeby Kommune" in text
        assert '"choices":[["' in text.replace(" ", ""), "the filters are there"
        assert '["10",10]' in text.replace(" ", ""), "and know what the new one comments on"
    answer = app.get("/api/ask?q=Hvem+har+svaret+p%C3%A5+h%C3%B8ringen%3F").text
    assert "2 høringssvar: Norddjurs Kommune og Bakkeby Kommune" in answer
    code, _, err = app.stop()
    assert code == 0
    assert f"the index {version} is served" in err
