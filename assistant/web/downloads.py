"""An answer as a file: ``/svar.md`` and ``/svar.docx``, with the question in the address."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Annotated

from fastapi import FastAPI, Query, Request, Response
from fastapi.responses import PlainTextResponse

from assistant.answers.answer import Language
from assistant.answers.live import LiveAssistant
from assistant.errors import AssistantError
from assistant.web.addresses import MOST_EARLIER
from assistant.web.export import Export, as_docx, as_markdown
from assistant.web.words import word

_log = logging.getLogger(__name__)
_FILES: dict[str, tuple[Callable[[Export], str | bytes], str]] = {
    "svar.md": (as_markdown, "text/markdown; charset=utf-8"),
    "svar.docx": (as_docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
}


def add_downloads(app: FastAPI, live: LiveAssistant) -> None:
    """Adds the two addresses. Query: ``q`` the question, ``f`` each earlier one, oldest first, ``language``
    of the headings. 400: a question that cannot be read; 503: a fault."""
    for name, (write, media_type) in _FILES.items():
        app.get(f"/{name}")(_download(live, name, write, media_type))


def _download(
    live: LiveAssistant, name: str, write: Callable[[Export], str | bytes], media_type: str
) -> Callable[..., Response]:
    def download(
        request: Request,
        q: str = "",
        f: Annotated[list[str] | None, Query()] = None,
        language: Language = "da",
    ) -> Response:
        earlier = (f or [])[-MOST_EARLIER:]
        try:
            answer = live.now.quoted(q, earlier)
        except AssistantError:
            _log.exception("an answer could not be written to a file")
            return PlainTextResponse(word(language, "fault"), 503)
        if answer.status == "failed":
            return PlainTextResponse(answer.text, 400)
        content = write(Export(answer, earlier, str(request.base_url).rstrip("/"), language))
        headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
        return Response(content, media_type=media_type, headers=headers)

    return download
