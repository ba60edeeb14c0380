"""Which documents may answer a question: the roles are never mixed up."""

from __future__ import annotations

import re
from collections.abc import Container

from assistant.answers.reading.question import Question
from assistant.answers.reading.voices import (
    asks_person,
    asks_plan,
    asks_region,
    asks_which_side,
    asks_within_plan,
)
from assistant.documents.passages import Document, Passage

_OWN_CASE = re.compile(
    r"\b(min|mit|mine|vores) (egen |eget |soens |datters |brors |soesters |mors |fars )?"
    r"(ansoegning|klage|klagesag|sag|sagsbehandler|raadgiver|loen|loenseddel|afgoerelse|journal"
    r"|regning)(en|et)?\b"
    r"|\b(sin|sit|hans|hendes) (ansoegning|klage|sag|sagsbehandler|afgoerelse)\b"
    r"|\bmy (own |son.?s |daughter.?s |brother.?s |sister.?s )?"
    r"(application|complaint|case|caseworker|case worker|salary|payslip|decision|bill|file)\b"
)
_ASKS_HELP = re.compile(
    r"\b(kan|vil) (i|du) hjaelpe (mig|os) med at (soege|finde|faa|klage)\b|\b(can"
    r"|could) you help (me|us) (apply|find|get)\b|"
    r"\b(kan|vil) (i|du) (lige )?(tjekke|undersoege om i)\b|\b(can|could) you (please )?check\b"
)
_PLAN_OF_A_BODY = re.compile(r"\b\w*(plan|politik|strategi|policy|strategy)(en|s)?\b")


def asks_own_case(question: Question) -> bool:
    """Whether the question is about somebody's own application, complaint, pay or decision."""
    return bool(_OWN_CASE.search(question.folded) or _ASKS_HELP.search(question.folded))


def other_places(question: Question, senders: Container[str]) -> list[str]:
    """Other regions, and municipalities whose own plan is asked for: the documents are not about those."""
    if question.asks_opinion:
        return []
    asks_plan = bool(_PLAN_OF_A_BODY.search(question.folded))
    return [
        body
        for body in question.bodies
        if body not in senders and (body.startswith("Region ") or (asks_plan and body.endswith(" Kommune")))
    ]


_UNASKED_RESPONSE = 0.9
_NOT_NAMED = 0.3
_SAYS = re.compile(r"\b(siger|mener|synes|skriver|oensker|bekymr\w*|says?|think|want|worr\w*)\b")
_WHO_SAYS = {"response": 1.0, "page": 0.5, "letter": 0.3, "plan": 0.0}
"""What the responses say stands in them, and summed up on the hearing page."""
_WHO_KNOWS = {"response": 1.0, "page": 1.0, "letter": 1.0, "plan": 0.0}
"""How many there are, and where to send one, may stand in any document of the hearing."""


def scope(question: Question, document: Document, responders: Container[str]) -> float:
    """How much a document counts in an answer: 0 if it may not be part of it, at most 1.

    A document about an earlier plan answers only what is asked about that, and nothing else
    does; a named sender's words come from that sender; what the plan says, from the plan. A
    response that nobody asked for stands behind the region's own words. ``responders``: the
    senders of all responses.
    """
    is_earlier = question.is_of_earlier
    if asks_which_side(question.folded) and not is_earlier:
        return float(not document.superseded)
    if not is_earlier and asks_plan(question.folded):
        return float(document.role == "plan")
    if is_earlier or document.superseded:
        return float(document.superseded and is_earlier)
    senders = [body for body in question.bodies if body in responders]
    if senders and question.asks_opinion:
        return float(document.sender in senders)
    if named := {"letter", "page"} & set(question.roles):
        return 1.0 if document.role in named else _NOT_NAMED
    if "response" in question.roles:
        weights = _WHO_SAYS if _SAYS.search(question.folded) else _WHO_KNOWS
        return weights[document.role]
    if asks_within_plan(question.folded) and not senders:
        return float(document.role == "plan")
    if document.role == "response" and not senders:
        return 0.0 if asks_region(question.folded) else _UNASKED_RESPONSE
    return 1.0


_WHICH_PEJLEMAERKE = re.compile(
    r"\b(hvilke[nt]?|which|what) (af )?(the )?(andre |other |to |tre |two |three )?"
    r"(pejlem\w*|guid\w*|landmarks?)\b"
    r"|\b(hvilke|alle|which|all|list|every) (af )?(the |de )?(\w*punkter\w*|(bullet )?points?|bullets?)\b"
    r"|\b(hvor|steder|where|places) .{0,12}(i|blandt|among|in) (the )?(pejlem\w*|guid\w*|landmarks?)\b"
)
_WHICH_ROWS = re.compile(
    r"\b(hvilke[nt]?|alle|which|what|all) (af )?(the )?(planlagte? |planned )?"
    r"(indsats\w* .{0,30}\btidsplan\w*|raekker?|tidsplan\w*"
    r"|time ?line (items?|rows?|entr\w+|initiatives?|actions?)"
    r"|(items?|rows?|entr\w+|initiatives?|actions?) (on|in) the (time ?line|schedule))\b"
)
_ON_RESPONSES = re.compile(r"h[øo]rings?sva|tilbagemelding|kommentar|høring")
_FOREWORD = re.compile(r"\b(forord\w*|foreword|preface)\b")
_ASIDE = 0.5


def asks_places(question: Question) -> bool:
    """Whether all places of a kind are asked for in which something is told: "which points mention ..."."""
    return bool(_WHICH_ROWS.search(question.folded) or _WHICH_PEJLEMAERKE.search(question.folded))


def on_responses(passage: Passage) -> bool:
    """Whether a passage speaks of the hearing and of what came in."""
    return bool(_ON_RESPONSES.search(passage.text))


def in_part(question: Question, passage: Passage) -> float:
    """How much a passage counts by its place: 0 outside what the question names, at most 1.

    A year of the timeline rules out the rows of other years, "hvilke pejlemærker" and "which timeline items"
    all but those;
    what is asked of one pejlemærke, strategispor or heading is looked for there first.
    """
    references = question.references
    if passage.kind == "signature" and question.asks_opinion and not asks_person(question.folded):
        return 0.0
    if "response" in question.roles and passage.role == "page" and not on_responses(passage):
        return 0.0
    if _FOREWORD.search(question.folded) and passage.section[0] != "Forord":
        return _ASIDE
    if passage.kind == "row" and references.years and passage.reference.year not in references.years:
        return 0.0
    if _WHICH_ROWS.search(question.folded):
        return float(passage.kind == "row")
    if references.places:
        return 1.0 if set(passage.reference.pejlemaerker) & set(references.pejlemaerker) else _ASIDE
    if _WHICH_PEJLEMAERKE.search(question.folded):
        return float(passage.kind in ("statement", "point"))
    if references.strategispor and passage.reference.strategispor:
        return 1.0 if set(references.strategispor) & set(passage.reference.strategispor) else _ASIDE
    return 1.0
