"""Who says, wants and has to do what: a sentence against the roles of its sources."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers.claims.agents import AGENTS, right_agent, right_superior
from assistant.answers.phrasing.source import Source
from assistant.documents.passages import Document
from assistant.search.tokens import fold

_SPEAKS = (
    r"(?:mener|oensker|siger|skriver|foreslaar|forventer|haaber|bemaerker|kritiserer|anbefaler|vil|har|er|ser"
    r"|bifalder|hilser|deler|takker|finder|bakker|stoetter"
    r"|thinks?|wish(?:es)?|wants?|says?|writes?|proposes?|expects?|hopes?|notes?|recommends?|will|has|is|looks?"
    r"|welcomes?|shares?|finds?|agrees?|supports?)"
)
_PLAN_SPEAKS = re.compile(
    r"\b(?:planen|regionen|region midtjylland|regionsraadet|socialomraadet"
    r"|the (?:plan|region|regional council))"
    rf" (?:\w+ )?{_SPEAKS}\b|\b(?:ifoelge|according to) (?:the )?(?:planen|plan|regionen|region)\b"
)
_RESPONSE_SPEAKS = re.compile(
    r"\b(?:kommunen|hoeringssvaret|hoeringssvarene|kommunerne|the (?:municipality|municipalities|responses?))"
    r" (?:\w+ )?(?:mener|oensker|siger|skriver|foreslaar|forventer|haaber|bemaerker|kritiserer|anbefaler"
    r"|thinks?|wish(?:es)?|wants?|says?|writes?|proposes?|expects?|hopes?|notes?|recommends?|agrees?)\b"
)
_MUNICIPALITIES_DO = re.compile(
    r"(?:^|[,;:.] (?:som |og )?)(?:de |landets |alle |the )?"
    r"(?:kommunerne|kommunen|kommuner|municipalities|municipality) "
    r"(?:\w+ )?(?:vil|skal|har|kan|boer|oensker|betaler|will|shall|must|have|has|can|pay|wish)\b"
)
_THEY_DO = re.compile(
    r"(?:^|[,;:.] (?:som |og )?)(?:de |landets |alle )?kommune\w* "
    r"|\b(?:vil|skal|har|kan|er) (?:de |landets |alle )?kommune\w*"
)
_BODIES = ("region", "municipality", "state")
"""Those who have tasks of their own; people may be called by many names."""


def is_of_another(sentence: str, sources: Sequence[Source]) -> bool:
    """Whether a sentence gives words or a task to somebody to whom its sources do not give them."""
    told = fold(sentence)
    documents = [source.citation.document for source in sources]
    responses = [each for each in documents if each.role == "response"]
    if len(responses) == len(documents) and _PLAN_SPEAKS.search(told):
        return True
    if not responses and _RESPONSE_SPEAKS.search(told):
        return True
    held = fold(" ".join(source.told for source in sources))
    strangers = [name for name in _BODIES if AGENTS[name].search(told) and not AGENTS[name].search(held)]
    if any(not any(_is_own(name, each) for each in documents) for name in strangers):
        return True
    they_do = any(_THEY_DO.search(fold(source.text)) for source in sources)
    if not responses and _MUNICIPALITIES_DO.search(told) and not they_do:
        return True
    if right_superior(told, held) is False:
        return True
    return any(right_agent(told, fold(source.text)) is False for source in sources)


def unnamed_sender(sentence: str, sources: Sequence[Source]) -> str | None:
    """Who has to be named before a sentence, as only a response says it; empty if nobody has to.

    None if a sentence mixes a response with other voices and does not say who speaks.
    """
    documents = {source.citation.document.id: source.citation.document for source in sources}
    responses = [each for each in documents.values() if each.role == "response"]
    told = fold(sentence)
    unnamed = [each.sender for each in responses if fold(each.sender).split()[0] not in told]
    if not unnamed:
        return ""
    return unnamed[0] if len(documents) == 1 else None


def _is_own(name: str, document: Document) -> bool:
    """Whether a document is of such an agent itself: "we" in it is the region, or a municipality."""
    if document.role == "response":
        return bool(AGENTS[name].search(fold(document.sender)))
    return name == "region"
