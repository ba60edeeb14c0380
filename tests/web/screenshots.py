"""Takes the pictures that README and the page Om show: ``python tests/web/screenshots.py``.

Needs Debian's chromium, and an index; starts an app of its own.
"""

from __future__ import annotations

from playwright.sync_api import Page, sync_playwright

from assistant.evaluation.browser import launch
from assistant.evaluation.own_app import own_app
from assistant.settings import ROOT

IMAGES = ROOT / "assistant" / "web" / "images"
SIZE = {"width": 1280, "height": 800}


def ask(page: Page) -> None:
    page.locator("#spoergsmaal textarea").fill("Får min søn en læge på bostedet?")
    page.keyboard.press("Enter")
    page.locator("#samtale .redskaber").wait_for()
    page.locator("a.henvisning").first.click()


PICTURES = {
    "ask": ("/", ask),
    "plan": ("/planen#tidsplan", lambda page: page.mouse.move(0, 0)),
    "responses": ("/hoeringssvar", lambda page: page.mouse.move(0, 0)),
}


def main() -> None:
    with own_app() as app, sync_playwright() as playwright:
        browser = launch(playwright)
        for name, (path, prepare) in PICTURES.items():
            page = browser.new_page(viewport=SIZE, reduced_motion="reduce")
            page.goto(app.address + path)
            page.get_by_role("heading", level=1).wait_for()
            page.wait_for_timeout(1000)
            prepare(page)
            page.wait_for_timeout(1800)
            page.screenshot(path=IMAGES / f"{name}.png")


if __name__ == "__main__":
    main()
