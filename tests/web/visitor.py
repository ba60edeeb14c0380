"""A person with a browser: what they do, and what the page does behind their back."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Locator, expect


class Visitor:
    """One tab on the page, with everything that it asked the network and the console for."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.page = context.new_page()
        self.address = address
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.dialogs: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", self._listen)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", self._dismiss)
        self.page.goto(address)
        self.box.wait_for()

    def _listen(self, message) -> None:  # type: ignore[no-untyped-def]
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def _dismiss(self, dialog) -> None:  # type: ignore[no-untyped-def]
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    @property
    def box(self) -> Locator:
        return self.page.get_by_role("textbox", name="Dit spørgsmål")

    @property
    def answers(self) -> Locator:
        return self.page.get_by_test_id("bot")

    @property
    def sources(self) -> Locator:
        return self.page.locator("#kildeliste")

    @property
    def elsewhere(self) -> list[str]:
        """The requests that were not for our own server."""
        own = urlsplit(self.address).netloc
        return [url for url in self.requests if urlsplit(url).netloc not in (own, "")]

    def ask(self, question: str) -> Locator:
        """Types a question, sends it, waits for the whole answer."""
        earlier = self.answers.count()
        self.box.fill(question)
        self.box.press("Enter")
        return self.answer_after(earlier)

    def answer_after(self, earlier: int) -> Locator:
        answer = self.answers.nth(earlier)
        expect(answer).not_to_be_empty()
        expect(self.page.get_by_role("button", name="Stop")).to_be_hidden()
        return answer

    def overflows(self) -> bool:
        """Whether a reader must scroll sideways."""
        return bool(self.page.evaluate("document.documentElement.scrollWidth > window.innerWidth"))
