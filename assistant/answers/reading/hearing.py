"""Questions over all responses at once: who worries, who supports, who says nothing, what most speak of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from assistant.answers.reading.residue import content
from assistant.documents.corrections import Direction
from assistant.search.tokens import fold

What = Literal["most", "fewest", "direction", "mention", "silent", "joinders"]

_SENDERS = r"(?:kommuner|hoeringssvar|svar|afsendere|organisationer|foreninger|parter|hoeringsparter)"
_SENDERS_EN = r"(?:responses?|municipalit\w+|senders?|organi[sz]ations?)"
_VERBS = (
    r"(?:er|var|har|stoetter|bakker|oensker|foreslaar|anbefaler|savner|frygter|afviser|naevner|omtaler|kommenterer"
    r"|are|were|have|support|back|oppose|want|propose|worry|mention|comment|reject)\b"
)
_WHO = (
    rf"(?:hvem|hvilke (?:\w+ )?{_SENDERS}|hvor mange (?:\w+ )?{_SENDERS}"
    rf"|hvor mange(?: af (?:dem|de \d+))?(?= {_VERBS})"
    rf"|er der (?:nogen|nogle|{_SENDERS}),? (?:der|som)"
    rf"|who|which (?:\w+ )?{_SENDERS_EN}|how many (?:\w+ )?{_SENDERS_EN}"
    rf"|how many(?: of (?:them|the \d+))?(?= {_VERBS})"
    rf"|(?:does|is|are|do) any(?:one|body)?(?: {_SENDERS_EN})?)"
)
_DIRECTIONS: dict[Direction, str] = {
    "worry": r"bekymr\w*|frygter|betaenkelig\w*|nervoes\w*|skeptisk\w*|utrygge?|worr\w+|concern(?:ed|s)"
    r"|fears?|s[ck]eptical",
    "resistance": r"imod|modstander\w*|uenig\w*|afviser|tager afstand|protester\w*|against|oppos\w+|objects?"
    r"|disagree\w*|reject\w*",
    "support": r"stoetter|bakker\b.*\bop|enige?|positive?|glade?|roser|hilser|supports?|backs?|agrees?"
    r"|welcomes?|in favou?r|prais\w+",
    "wish": r"oensker(?: sig)?|foreslaar|anbefaler|savner|efterlyser|opfordrer|beder om|vil have|wish\w*"
    r"|wants?|proposes?|suggests?|asks? for|recommends?|request\w*",
}
_DIRECTION = {
    direction: re.compile(rf"^\W*{_WHO}\b(?:\W+\w+){{0,6}}?\W+(?:{words})\b")
    for direction, words in _DIRECTIONS.items()
}
_NOT = r"(?:ikke|slet ikke|intet|ingenting|not|nothing|never|doesn t|don t)"
_SPEAKS = (
    r"(?:naevner|naevnt|omtaler|omtalt|kommenterer|kommenteret|beroerer"
    r"|(?:taler|skriver|siger|skrevet|sagt) (?:noget|intet|ingenting|ikke noget|om)"
    r"|mentions?|mentioned|comments? on|commented on|speaks? of|says? (?:something|nothing|anything)"
    r"|touch\w* on|writes? about)"
)
_SILENT = re.compile(
    rf"^\W*{_WHO}\b.{{0,25}}\b"
    rf"(?:{_SPEAKS}\b.{{0,12}}\b{_NOT}|{_NOT}\b.{{0,12}}\b{_SPEAKS}|tier|er tavs\w*|(?:is|are) silent)\b"
)
_MENTION = re.compile(rf"^\W*{_WHO}\b.{{0,12}}\b{_SPEAKS}\b")
_PART = r"(?:pejlem\w*|guide ?post\w*|landmark\w*)"
_AMOUNT_WORDS: dict[What, str] = {"most": "flest|mest|most", "fewest": "faerrest|mindst|fewest|least"}
_AMOUNTS: dict[What, re.Pattern[str]] = {
    what: re.compile(rf"\b{_PART}\b.*\b(?:{words})\b|\b(?:{words})\b.*\b{_PART}\b")
    for what, words in _AMOUNT_WORDS.items()
}
_COMMENTED = re.compile(
    r"\b(?:kommentar\w*|kommenter\w*|omtal\w*|naevn\w*|hoeringssvar\w*|comment\w*|mention\w*|respon\w*)\b"
)
_JOINS = re.compile(
    r"\b(?:tilslutter sig|tilsluttet sig|slutter sig til|henviser til|kopier\w*|afskrift\w*|gentager"
    r"|joins?|joined|cop(?:y|ies|ied))\b"
    r".*\b(?:hoeringssvar\w*|svar\w*|hinanden|andre\w*|respons\w*|each other|others?|another)\b"
)
_OTHERS = r"(?:regionen|planen|socialomraadet|vi|i|man|the region|the plan|we|you)"
_OF_OTHERS = re.compile(
    rf"^\W*{_WHO}\W+(?:\w+\W+)?{_OTHERS}\b"
    rf"|\b(?:oensker|foreslaar|anbefaler|frygter|omtaler|naevner|wants?|mentions?)\W+{_OTHERS}\b"
)
"""Somebody else is the subject: "hvem ønsker regionen at ..."."""
_WORD = re.compile(r"\w+")
_DENIED = re.compile(r"\b(?:ikke|not|never|aldrig)\b")
_ASKING = frozenset(
    """
    hvem hvilke hvilken hvor mange kommuner kommune kommunerne hoeringssvar hoeringssvarene svar svarene
    afsendere organisationer foreninger parter hoeringsparter nogen nogle ingen naevner naevnt omtaler
    kommenterer beroerer taler skriver skrevet siger sagt intet ingenting ikke slet tier bekymret
    bekymrede bekymrer bekymring frygter betaenkelig betaenkelige nervoese skeptiske skeptisk imod
    modstander modstandere uenig uenige afviser protesterer stoetter bakker enig enige positiv positive
    glade glad tilslutter roser hilser oensker foreslaar anbefaler savner efterlyser opfordrer beder
    noget meget mest direkte over op til for ved mod who which responses response municipalities
    municipality senders sender worried worry worries concerned fears sceptical skeptical against
    opposes oppose object objects disagree rejects support supports back backs agree agrees welcome
    welcomes favour favor praise praises wish wishes want wants propose proposes suggest suggests asks
    ask recommend recommends mention mentions comment comments speak speaks say says said write writes
    anything nothing not never does any anyone anybody being about with
    """.split()
)
"""Words by which such a question asks, besides what it asks about."""


@dataclass(frozen=True)
class HearingAsked:
    """What is asked of all responses, of which ``direction``; ``subject``: about what, as it was typed."""

    what: What
    direction: Direction | None
    subject: tuple[str, ...]


def hearing_asked(folded: str, query: str) -> HearingAsked | None:
    """What a question asks of all responses at once; None if it does not."""
    if _OF_OTHERS.search(folded):
        return None
    meant = {word for word in content(query) if word not in _ASKING}
    subject = tuple(word for word in _WORD.findall(query) if fold(word) in meant)
    if _JOINS.search(folded):
        return HearingAsked("joinders", None, subject)
    for what, pattern in _AMOUNTS.items():
        if pattern.search(folded) and _COMMENTED.search(folded):
            return HearingAsked(what, None, subject)
    if _SILENT.search(folded):
        return HearingAsked("silent", None, subject)
    for direction, shown in _DIRECTION.items():
        if shown.search(folded) and not _DENIED.search(folded):
            return HearingAsked("direction", direction, subject)
    return HearingAsked("mention", None, subject) if _MENTION.search(folded) else None
