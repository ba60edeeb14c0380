"""What can be taken along: an answer (``/svar.md`` and ``/svar.docx``, with the question in the address), the
register of commitments, the timeline as a calendar, the hearing note."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Annotated

from fastapi import FastAPI, Query, Request, Response
from fastapi.responses import PlainTextResponse

from assistant.answers.answer import Language
from assistant.answers.live import LiveAssistant
from assistant.errors import AssistantError
from assistant.hearing import note
from assistant.hearing.register_files import Format, written
from assistant.web.addresses import MOST_EARLIER
from assistant.web.export import Export, as_docx, as_markdown
from assistant.web.words import word

_log = logging.getLogger(__name__)
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_FILES: dict[str, tuple[Callable[[Export], str | bytes], str]] = {
    "svar.md": (as_markdown, "text/markdown; charset=utf-8"),
    "svar.docx": (as_docx, _WORD),
}


def add_downloads(app: FastAPI, live: LiveAssistant) -> None:
    """Adds their addresses. Of an answer: ``q`` the question, ``f`` each earlier one, oldest first,
    ``language`` of the headings. 400: a question that cannot be read; 503: a fault."""
    for name, (write, media_type) in _FILES.items():
        app.get(f"/{name}")(_download(live, name, write, media_type))
    for name, (make, media_type) in _files_of(live).items():
        app.get(f"/{name}")(_whole(name, make, media_type))


def _files_of(live: LiveAssistant) -> dict[str, tuple[Callable[[], bytes], str]]:
    """What is made of the whole register and of the whole trace, by name, and its media type."""

    def register(kind: Format) -> Callable[[], bytes]:
        return lambda: written(live.now.register.commitments, kind)

    return {
        "indsatser.csv": (register("csv"), "text/csv; charset=utf-8"),
        "indsatser.xlsx": (register("xlsx"), _EXCEL),
        "tidsplan.ics": (register("ics"), "text/calendar; charset=utf-8"),
        "hoeringsnotat.docx": (lambda: note.as_docx(live.now.trace), _WORD),
        "hoeringsnotat.csv": (lambda: note.as_csv(live.now.trace), "text/csv; charset=utf-8"),
    }


def _whole(name: str, write: Callable[[], bytes], media_type: str) -> Callable[[], Response]:
    def whole() -> Response:
        try:
            return Response(write(), media_type=media_type, headers=_headers(name))
        except AssistantError:
            _log.exception("%s could not be written", name)
            return PlainTextResponse(word("da", "fault"), 503)

    return whole


def _headers(name: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}


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
        return Response(content, media_type=media_type, headers=_headers(name))

    return download
