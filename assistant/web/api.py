"""For programs: ``/api/ask``, ``/api/check``, ``/healthz``: typed, described at ``/api`` and in OpenAPI."""

from __future__ import annotations

import logging
from collections.abc import Callable
from threading import BoundedSemaphore
from typing import Annotated, Any, Literal

from fastapi import APIRouter, FastAPI, Query, Request
from fastapi.openapi.utils import get_openapi
from fastapi.responses import HTMLResponse, JSONResponse
from pydantic import BaseModel, ConfigDict, Field

from assistant.answers.answer import Language, Status
from assistant.answers.checking.result import Aspect, Verdict
from assistant.answers.live import LiveAssistant
from assistant.documents.passages import Role
from assistant.errors import AssistantError
from assistant.web.addresses import MOST_EARLIER
from assistant.web.rendering import render

_log = logging.getLogger(__name__)
AT_ONCE = 8
"""Questions that are answered at a time; the others wait."""
PATIENCE_S = 10.0
"""How long a question waits for its turn before it is told to come back."""
_DESCRIPTION = "Answers questions about a Danish regional plan and its hearing with verbatim quotes."


class Ask(BaseModel):
    """A question, as in a line of the batch command."""

    model_config = ConfigDict(extra="ignore")
    q: str = Field(description="the question, in Danish or English", examples=["Hvad siger pejlemærke 7?"])
    history: list[str] = Field(
        default=[], description="earlier questions of the same person, oldest first", max_length=MOST_EARLIER
    )
    id: str | int | None = Field(default=None, description="comes back with the answer")


class CitationOut(BaseModel):
    """A quote cut from a document, and where it is from."""

    marker: int = Field(description="the number of its marker in the answer: [1]")
    passage_id: str = Field(examples=["plan-2024/p10.4"])
    document_id: str = Field(examples=["plan-2024"])
    role: Role = Field(description="whether the plan, a letter, a response or the hearing page says it")
    label: str = Field(description="how people cite it", examples=["Pejlemærke 10, punkt 4"])
    quote: str = Field(description="verbatim: the document's mended text from start to end")
    start: int = Field(description="offset in the document's mended text, in characters")
    end: int
    text: str = Field(description="the whole passage")
    sender: str = Field(description="who wrote the document")
    date: str = Field(description="the document's date, ISO 8601, as far as it is known")
    raw_start: int = Field(
        description="the same place in the file under corpus/, or in the text read out of it"
    )
    raw_end: int


class RetrievedOut(BaseModel):
    """A passage that the search found."""

    passage_id: str
    label: str
    score: float = Field(description="how likely it is to be part of the answer")
    text: str


class SentenceOut(BaseModel):
    """A sentence of a language model, checked against the quotes that its markers name."""

    text: str
    markers: list[int]
    verdict: Literal["verbatim", "covered", "not_found"]


class PhrasingOut(BaseModel):
    """What a language model had to do with an answer."""

    model: str
    place: str = Field(description="where it runs")
    sentences: list[SentenceOut]
    dropped: list[str] = Field(description="why sentences are not shown, one for each")
    ended: str | None = Field(description="why it stopped early or nothing of it is shown")


class AnswerOut(BaseModel):
    """The answer; the same object as a line that the batch command writes."""

    id: str | int | None
    question: str = Field(description="as it was read: CPR numbers in it are masked")
    language: Language
    status: Status = Field(
        description="answered; not_in_documents; no_such_reference: it names a place that there is not; "
        "unclear: it has to be put more precisely; failed: it could not be read, see reason"
    )
    answer: str = Field(description="the text with markers; blocks are divided by an empty line")
    citations: list[CitationOut]
    retrieved: list[RetrievedOut] = Field(description="what the search found, best first, up to 10")
    reason: str | None = Field(description="why there is no answer; null if there is one")
    elapsed_ms: float
    phrasing: PhrasingOut | None = Field(
        default=None, description="what a language model had to do with it, if one is set"
    )


class Claim(BaseModel):
    """A claim about the plan or its hearing."""

    model_config = ConfigDict(extra="ignore")
    claim: str = Field(
        description="what somebody says, in Danish or English", examples=["Regionen modtog 43 høringssvar."]
    )


class DifferenceOut(BaseModel):
    """Where a claim and the documents part."""

    aspect: Aspect
    claimed: str = Field(description="what the claim says, in few words; may be empty")
    told: str = Field(description="what the document says; empty if it says nothing of it")


class PartOut(BaseModel):
    """One statement of a claim."""

    text: str
    verdict: Verdict
    explanation: str = Field(description="one sentence, in the claim's language")
    differences: list[DifferenceOut]
    markers: list[int] = Field(description="of the citations that show it")


class CheckOut(BaseModel):
    """A claim held against the documents; the same object as ``python -m assistant check --json``."""

    claim: str = Field(description="as it was read: CPR numbers in it are masked")
    language: Language
    status: Literal["checked", "failed"] = Field(description="failed: it could not be read, see reason")
    verdict: Verdict | None = Field(description="of the whole claim; null if it could not be read")
    explanation: str
    parts: list[PartOut]
    citations: list[CitationOut]
    reason: str | None
    elapsed_ms: float


class Fault(BaseModel):
    """A fault of ours: never to be taken for an answer that is not there."""

    status: Literal["failed"] = "failed"
    reason: str


class Health(BaseModel):
    """That the app is ready, and what it answers from."""

    status: Literal["ok"]
    index: str = Field(description="the index version that is served")
    created: str = Field(description="when that version was built, ISO 8601 in UTC")
    documents: int
    passages: int


def add_api(app: FastAPI, live: LiveAssistant) -> None:
    """Adds the endpoints to a FastAPI app."""
    router = APIRouter()
    turns = BoundedSemaphore(AT_ONCE)
    faults: dict[int | str, dict[str, Any]] = {
        503: {"model": Fault, "description": "a fault, or too many ask"}
    }

    def in_turn(reply: Callable[[], dict[str, Any]]) -> Any:
        if not turns.acquire(timeout=PATIENCE_S):
            return _fault("too many questions at once; come back in a while")
        try:
            return reply()
        except AssistantError:
            _log.exception("a question could not be answered")
            return _fault("a fault in the system; it does not mean that there is no answer")
        finally:
            turns.release()

    def answer(ask: Ask) -> Any:
        return in_turn(lambda: {"id": ask.id, **live.now.answer(ask.q, ask.history).as_json()})

    @router.post("/api/ask", response_model=AnswerOut, response_model_exclude_unset=True, responses=faults)
    def ask(ask: Ask) -> Any:
        """Answers a question with verbatim quotes and the exact place of each."""
        return answer(ask)

    @router.get("/api/ask", response_model=AnswerOut, response_model_exclude_unset=True, responses=faults)
    def ask_by_address(
        q: Annotated[str, Query(description="the question")],
        f: Annotated[
            list[str] | None,
            Query(description="an earlier question; again for each", max_length=MOST_EARLIER),
        ] = None,
    ) -> Any:
        """The same by an address, as the pages share it."""
        return answer(Ask(q=q, history=f or []))

    @router.post("/api/check", response_model=CheckOut, responses=faults)
    def check(claim: Claim) -> Any:
        """Holds each part of a claim against the documents, and quotes what they say."""
        return in_turn(lambda: live.now.check(claim.claim).as_json())

    @router.get("/healthz", response_model=Health)
    def health() -> Any:
        """Whether the app is ready, and which index it answers from."""
        index = live.now.index
        manifest = index.manifest
        return {
            "status": "ok",
            "index": index.directory.name,
            "created": manifest.created,
            "documents": manifest.documents,
            "passages": manifest.passages,
        }

    app.include_router(router)

    @app.get("/api/openapi.json", include_in_schema=False)
    def openapi() -> dict[str, Any]:
        return get_openapi(title="Spørg planen", version="1", description=_DESCRIPTION, routes=router.routes)

    @app.get("/api", include_in_schema=False)
    def page(request: Request) -> HTMLResponse:
        address = str(request.base_url).rstrip("/")
        fields = {each.__name__: each.model_json_schema()["properties"] for each in (AnswerOut, CitationOut)}
        return HTMLResponse(render("api.html", "da", address=address, fields=fields))


def _fault(reason: str) -> JSONResponse:
    return JSONResponse(Fault(reason=reason).model_dump(), 503, {"Retry-After": "5"})
