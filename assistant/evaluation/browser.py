"""What somebody with a browser waits for; needs Debian's chromium and the test extra."""

from __future__ import annotations

import shutil
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Playwright

from assistant.errors import AssistantError

_FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_ANSWERS = "#samtale .svar"


@dataclass(frozen=True)
class Waits:
    """Seconds until the page can be used, and from Enter to the first words of each answer."""

    usable: float
    first_words: list[float]


def launch(playwright: Playwright) -> Browser:
    """Debian's chromium, which asks the network for nothing of its own accord.

    Raises ``AssistantError`` if there is none.
    """
    chromium = shutil.which("chromium")
    if chromium is None:
        raise AssistantError("there is no chromium: install Debian's, or do without a browser")
    return playwright.chromium.launch(executable_path=chromium, args=_FLAGS)


def browse(address: str, questions: Sequence[str]) -> Waits:
    """Opens the page anew and asks. Raises ``AssistantError`` if there is no browser."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError as fault:
        raise AssistantError("playwright is missing: pip install -r requirements-test.txt") from fault
    with sync_playwright() as playwright:
        browser = launch(playwright)
        page = browser.new_page()
        started = time.perf_counter()
        page.goto(address)
        box = page.locator("#spoergsmaal textarea")
        box.fill(questions[0])
        usable, words = time.perf_counter() - started, []
        for number, question in enumerate(questions):
            box.fill(question)
            asked = time.perf_counter()
            box.press("Enter")
            page.locator(_ANSWERS).nth(number).wait_for()
            words.append(time.perf_counter() - asked)
            page.locator(f"{_ANSWERS}:has(.redskaber)").nth(number).wait_for()
            page.locator("#spoergsmaal .submit-button").wait_for()  # before that, Enter asks nothing
        browser.close()
    return Waits(usable, words)
