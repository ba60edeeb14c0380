"""What a commitment says of itself: how firmly, who acts, for whom, where, and whether as a pilot.

All are words that stand in the text, or nothing.
"""

from __future__ import annotations

import re
from typing import Literal

from assistant.documents.passages import Passage
from assistant.documents.sentences import sentences_of
from assistant.search.schedule import TITLE
from assistant.search.tokens import stems

Strength = Literal["skal", "vil", "ønsker", "tilstræber", "fortsat", "kan", "nutid", "ingen"]
"""The verb that commits. ``nutid``: what is done is told ("vi tilbyder"); ``ingen``: there is no verb."""
STRENGTHS: tuple[Strength, ...] = (
    "skal", "vil", "ønsker", "tilstræber", "fortsat", "kan", "nutid", "ingen",
)  # fmt: skip
Extent = Literal["pilot", "fuld", ""]

_MODALS: dict[Strength, re.Pattern[str]] = {
    "fortsat": re.compile(r"\b(?:vil|skal) (?:vi )?fortsat\b|\bfortsætter\b", re.I),
    "skal": re.compile(r"\bskal\b", re.I),
    "vil": re.compile(r"\bvil\b", re.I),
    "ønsker": re.compile(r"\bønsker\b(?=.* at\b)", re.I),
    "tilstræber": re.compile(r"\b(?:tilstræber|stræber)\b", re.I),
}
_DOES = re.compile(r"\b(?:vi \w+r|\w+r vi)\b", re.I)
_MAY = re.compile(r"\bkan\b", re.I)
_FINITE = re.compile(r"\b(?:er|bliver|sker|\w{4,}des)\b")
_ACTORS = (
    re.compile(r"Socialområdet i Region Midtjylland(?= (?:skal|vil))"),
    re.compile(r"\bvores tilbud(?= skal)", re.I),
    re.compile(r"\bledelsen(?= skal)", re.I),
    re.compile(r"\bvi\b", re.I),
)
_TARGETS = re.compile(
    r"\b(?:(?:den|de|hver) enkeltes? )?(?:(?:borger|beboer|medarbejder)(?:en|e|ne)?s?|pårørendes?"
    r"|(?:ny)?ansatte|vikarer|seniorer|ufaglærte|unge(?! k)|(?:afdelings)?ledere|kommune(?:n|r|rne)"
    r"|frivillige|målgrupper(?:ne)?|pædagoger)\b",
    re.I,
)
_PLACE = re.compile(r"\(([A-ZÆØÅ]\w+)\)")
_PILOT = re.compile(r"\bpilot\w*", re.I)
_FULL = re.compile(r"\bfuldt implementeret\b|\bhele socialområdet\b|\bpå landsplan\b|\budbred\w+\b", re.I)


def strength_of(passage: Passage) -> Strength:
    """How firmly it commits: the verb of the first sentence that does."""
    for sentence in sentences_of(passage):
        found = [
            (match.start(), name) for name, modal in _MODALS.items() if (match := modal.search(sentence))
        ]
        if found:
            return min(found)[1]
        if _DOES.search(sentence):
            return "nutid"
    if _MAY.search(passage.text):
        return "kan"
    own = TITLE.sub("", passage.text)  # "Ordet er dit" is a name
    return "ingen" if passage.kind == "row" and not _FINITE.search(own) else "nutid"


def actor_of(passage: Passage) -> str:
    """Who acts, as the text names them; empty if it names nobody."""
    found = (match.group() for actor in _ACTORS if (match := actor.search(passage.text)))
    return next(found, "")


def targets_of(passage: Passage) -> tuple[str, ...]:
    """The groups of people that the text names, each once, in the form that comes first."""
    found: dict[str, str] = {}
    for match in _TARGETS.finditer(passage.text):
        word = match.group().lower()
        found.setdefault(stems(word)[-1], word)
    return tuple(found.values())


def place_of(passage: Passage) -> str:
    """The place that stands in brackets; empty if there is none."""
    match = _PLACE.search(passage.text)
    return match[1] if match else ""


def extent_of(passage: Passage) -> Extent:
    """Whether it is a pilot or for all, if the text says so."""
    if _PILOT.search(passage.text) and not _FULL.search(passage.text):
        return "pilot"
    return "fuld" if _FULL.search(passage.text) else ""
