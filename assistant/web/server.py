"""The web server: the page, with the headers that keep it to itself, and its health."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable

from fastapi import FastAPI, Request, Response

from assistant.answers.assistant import Assistant
from assistant.web.page import mount_page

HEADERS = {
    # Gradio's own page needs inline scripts and styles; nothing may come from another host.
    "Content-Security-Policy": (
        "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; object-src 'none'; "
        "base-uri 'self'; form-action 'self'; frame-ancestors 'self'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
_CLOSED = ("/gradio_api/upload", "/gradio_api/process_recording")
"""What Gradio offers and this page has no use for: files of strangers on our disk."""


def create_app(assistant: Assistant) -> FastAPI:
    """The whole application on one assistant."""
    logging.getLogger("uvicorn.error").addFilter(_is_worth_telling)
    app = FastAPI(title="Spørg planen", docs_url=None, redoc_url=None, openapi_url=None)

    @app.middleware("http")
    async def add_headers(request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
        closed = request.url.path.startswith(_CLOSED)
        response = Response(status_code=403) if closed else await call_next(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    @app.get("/healthz")
    def health() -> dict[str, str]:
        return {"status": "ok", "index": assistant.index.directory.name}

    return mount_page(app, assistant)


def _is_worth_telling(record: logging.LogRecord) -> bool:
    """Each open page holds a connection. That it is cut when the server stops is no error."""
    cut = record.exc_info is not None and isinstance(record.exc_info[1], asyncio.CancelledError)
    return not cut and "timeout graceful shutdown" not in record.getMessage()
