"""The web server: the page, with the headers that keep it to itself, and its health."""

from __future__ import annotations

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


def create_app(assistant: Assistant) -> FastAPI:
    """The whole application on one assistant."""
    app = FastAPI(title="Spørg planen", docs_url=None, redoc_url=None, openapi_url=None)

    @app.middleware("http")
    async def add_headers(request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
        if request.url.path.startswith("/gradio_api/upload"):
            return Response(status_code=403)  # nobody has anything to upload here
        response = await call_next(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    @app.get("/healthz")
    def health() -> dict[str, str]:
        return {"status": "ok", "index": assistant.index.directory.name}

    return mount_page(app, assistant)
