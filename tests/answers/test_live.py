"""A switch of the index is followed by whoever answers."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest

from assistant.answers.assistant import open_assistant
from assistant.answers.live import LiveAssistant
from assistant.search.embedding import Embedder
from assistant.search.ingest import ingest
from assistant.search.versions import current_version
from assistant.settings import Settings

ASKED = "Hvornår åbner svømmehallen?"


@pytest.fixture
def small(small_corpus: Path, tmp_path: Path, embedder: Embedder) -> Settings:
    ingest(small_corpus, tmp_path / "index", embedder)
    return Settings(corpus=small_corpus, index=tmp_path / "index", model="")


@pytest.fixture
def live(small: Settings) -> LiveAssistant:
    return LiveAssistant(open_assistant(small))


def extend(small: Settings, embedder: Embedder) -> None:
    with (small.corpus / "side.txt").open("a", encoding="utf-8") as file:
        file.write("\n\nSvømmehallen åbner for alle beboere den 1. maj 2024.\n")
    ingest(small.corpus, small.index, embedder)


def test_it_goes_over_to_the_new_version(live: LiveAssistant, small: Settings, embedder: Embedder) -> None:
    before = live.now
    told: list[str] = []
    live.on_switch(lambda: told.append(live.now.index.directory.name))
    assert not live.look()
    extend(small, embedder)
    assert live.look()
    assert live.now.index.directory == current_version(small.index)
    assert told == [live.now.index.directory.name]
    assert "1. maj 2024" in live.now.answer(ASKED).text
    assert "1. maj 2024" not in before.answer(ASKED).text, "who has begun with the old one ends with it"
    assert not live.look(), "once is enough"


def test_it_follows_by_itself_until_it_is_closed(
    live: LiveAssistant, small: Settings, embedder: Embedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.answers.live.LOOKS_EVERY_S", 0.02)
    switched = Event()
    live.on_switch(switched.set)
    live.follow()
    extend(small, embedder)
    assert switched.wait(10)
    live.close()
    version = live.now.index.directory
    ingest(small.corpus, small.index, embedder, force=True)
    assert live.now.index.directory == version
    live.close()


def test_a_damaged_version_is_told_once_and_the_old_one_serves_on(
    live: LiveAssistant, small: Settings, embedder: Embedder, caplog: pytest.LogCaptureFixture
) -> None:
    before = live.now
    extend(small, embedder)
    current = current_version(small.index)
    assert current is not None
    (current / "documents.jsonl").write_text("{}")
    live.look()
    assert live.now.answer(ASKED).text == before.answer(ASKED).text
    assert "DAMAGED" in caplog.text or "CANNOT BE SERVED" in caplog.text
    caplog.clear()
    assert not live.look()
    assert caplog.text == ""
