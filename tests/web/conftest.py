"""The assistant on the real corpus, the running app, a browser, and a corpus full of attacks."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from attacks import Stranger, write_corpus
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright
from running import App
from visitor import Visitor

from assistant.answers.assistant import Assistant
from assistant.documents.passages import Document, Passage
from assistant.evaluation.browser import launch
from assistant.search.retriever import Search
from assistant.settings import Settings


@pytest.fixture(scope="session")
def assistant(search: Search, settings: Settings) -> Assistant:
    return Assistant(search, settings)


@pytest.fixture(scope="session")
def documents(search: Search) -> dict[str, Document]:
    return search.index.documents_by_id


@pytest.fixture(scope="session")
def passages(search: Search) -> dict[str, Passage]:
    return search.index.by_id


@pytest.fixture(scope="session")
def app(index_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    """The real app on the real index."""
    running = App(tmp_path_factory.mktemp("app"), ASSISTANT_INDEX=str(index_root))
    yield running.ready()
    running.kill()


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., App]]:
    """Starts more of them: ``start(ASSISTANT_INDEX=...)``."""
    started: list[App] = []

    def start(**environment: str) -> App:
        started.append(App(tmp_path / f"tmp{len(started)}", **environment))
        return started[-1]

    yield start
    for running in started:
        running.kill()


@pytest.fixture(scope="session")
def hostile_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    """The app on a corpus in which every paragraph is an attack."""
    place = tmp_path_factory.mktemp("hostile")
    corpus = write_corpus(place / "corpus")
    running = App(place / "tmp", ASSISTANT_CORPUS=str(corpus), ASSISTANT_INDEX=str(place / "index"))
    yield running.ready()
    running.kill()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """For one module only: while it is open, nothing else may use asyncio."""
    if shutil.which("chromium") is None:
        pytest.skip("there is no chromium")
    expect.set_options(timeout=30_000)  # as long as playwright waits for a page
    with sync_playwright() as playwright:
        chromium = launch(playwright)
        yield chromium
        chromium.close()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Visitor]]:
    """Opens a page as a new visitor, with whatever Playwright can set: ``visit(app, "/om", locale="de")``."""
    contexts: list[BrowserContext] = []

    def visit(running: App, path: str = "/", **options: Any) -> Visitor:
        contexts.append(browser.new_context(**options))
        return Visitor(contexts[-1], running.address, path)

    yield visit
    for context in contexts:
        context.close()


@pytest.fixture
def stranger() -> Iterator[Stranger]:
    with Stranger() as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()
