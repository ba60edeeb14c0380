"""A person with a browser: what they do, and what the page does behind their back."""

from __future__ import annotations

from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Locator, expect

from assistant.web.addresses import PATHS

CHATS = frozenset(PATHS["ask"].values())


class Visitor:
    """One tab on the page, with everything that it asked the network and the console for."""

    def __init__(self, context: BrowserContext, address: str, path: str = "/") -> None:
        self.page = context.new_page()
        self.address = address
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.dialogs: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", self._listen)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", self._dismiss)
        self.open(path)

    def open(self, path: str) -> None:
        """Goes to a page and waits until it is there; the chat asks what was shared, and is ready after that."""
        if urlsplit(path).path in CHATS:
            with self.page.expect_response(lambda response: "/queue/data" in response.url):
                self.page.goto(self.address + path)
            self.page.wait_for_timeout(200)  # Gradio may lose what is asked while that connection ends
        else:
            self.page.goto(self.address + path)
        self.page.get_by_role("heading", level=1).wait_for()

    def _listen(self, message) -> None:  # type: ignore[no-untyped-def]
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def _dismiss(self, dialog) -> None:  # type: ignore[no-untyped-def]
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    @property
    def box(self) -> Locator:
        return self.page.locator("#spoergsmaal textarea")

    @property
    def whole(self) -> Locator:
        """The answers that have all come: those that can be used, and the word on what cannot be read."""
        return self.page.locator("#samtale .svar:has(.redskaber), #samtale .svar-failed")

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
        earlier = self.whole.count()
        self.box.fill(question)
        self.box.press("Enter")
        return self.answer_after(earlier)

    def answer_after(self, earlier: int) -> Locator:
        """The first answer behind so many that were whole before it."""
        answer = self.whole.nth(earlier)
        answer.wait_for()
        expect(self.page.get_by_role("button", name="Stop")).to_be_hidden()
        return answer

    def violations(self) -> list[str]:
        """What axe-core finds against WCAG 2.2 A and AA and its best practices, a line each."""
        found = Axe().run(self.page, options={"resultTypes": ["violations"]}).response["violations"]
        return [f"{each['id']}: {node['html'][:150]}" for each in found for node in each["nodes"]]

    def overflows(self) -> bool:
        """Whether a reader must scroll sideways."""
        return bool(self.page.evaluate("document.documentElement.scrollWidth > window.innerWidth"))
