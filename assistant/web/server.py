"""The web server: pages, downloads and interfaces, with the headers that keep them to themselves."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from pathlib import Path

from fastapi import FastAPI, Request, Response
from fastapi.staticfiles import StaticFiles

from assistant.answers.live import LiveAssistant
from assistant.web.api import add_api
from assistant.web.downloads import add_downloads
from assistant.web.feedback import Feedback
from assistant.web.mcp import lifespan_and_routes
from assistant.web.pages.site import mount_site

HEADERS = {
    # Gradio's own page needs inline scripts and styles; nothing may come from another host.
    "Content-Security-Policy": (
        "default-src 'self'; script-src 'self' 'unsafe-inline'; script-src-attr 'none'; "
        "style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; object-src 'none'; "
        "base-uri 'self'; form-action 'self'; frame-ancestors 'self'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
_CLOSED = ("/gradio_api/upload", "/gradio_api/process_recording")
"""What Gradio offers and this page has no use for: files of strangers on our disk."""
MOST_BYTES = 2_000_000
"""Longest body of a request: a conversation of a hundred long answers, which the page sends along."""
_IMAGES = Path(__file__).parent / "images"


def create_app(live: LiveAssistant) -> FastAPI:
    """The whole application, on whatever index is current."""
    logging.getLogger("uvicorn.error").addFilter(_is_worth_telling)
    mcp_lifespan, add_mcp = lifespan_and_routes(live)
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None, lifespan=mcp_lifespan)

    @app.middleware("http")
    async def add_headers(request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
        refused = _refusal(request)
        response = Response(status_code=refused) if refused else await call_next(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    add_api(app, live)
    add_downloads(app, live)
    add_mcp(app)
    app.mount("/billeder", StaticFiles(directory=_IMAGES))
    kept = live.now.settings.feedback_file
    return mount_site(app, live, Feedback(kept) if kept else None)


def _refusal(request: Request) -> int | None:
    """The status of a request that is not looked at."""
    length = request.headers.get("content-length", "0")
    if request.url.path.startswith(_CLOSED):
        return 403
    if "transfer-encoding" in request.headers:
        return 411  # how long it is going to be is not said
    return 413 if not length.isdigit() or int(length) > MOST_BYTES else None


def _is_worth_telling(record: logging.LogRecord) -> bool:
    """Each open page holds a connection. That it is cut when the server stops is no error."""
    cut = record.exc_info is not None and isinstance(record.exc_info[1], asyncio.CancelledError)
    return not cut and "timeout graceful shutdown" not in record.getMessage()
