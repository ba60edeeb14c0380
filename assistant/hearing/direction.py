"""What the sender of a response thinks, sentence by sentence, as far as the words show it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.documents.corrections import Direction
from assistant.hearing.cues import PHRASES, TURNED, Phrase
from assistant.hearing.speaker import Speaker

_QUOTED = re.compile(r"[”“\"»„][^”“\"«»]*[”“\"«]")
_NOT = r"(?:ikke|aldrig|næppe|hverken|ingen|intet|uden)"
_NO_NEGATION = re.compile(r"ikke (?:mindst|kun|blot|alene|andet end|bare)", re.IGNORECASE)
_BEFORE = re.compile(rf"\b{_NOT}\s+(?:[^\s,.;:]+\s+){{0,2}}$", re.IGNORECASE)
_AFTER = re.compile(
    rf"^\s*(?:(?:dog|derfor|imidlertid|heller|os|vi|på nogen måde)\s+)*{_NOT}\b", re.IGNORECASE
)
_WITHIN = re.compile(rf"\b{_NOT}\b", re.IGNORECASE)


@dataclass(frozen=True)
class Cue:
    """The words that show a direction; ``start`` and ``end``: where, in the text that was read."""

    direction: Direction
    start: int
    end: int


def cues_in(text: str, speaker: Speaker) -> list[Cue]:
    """The cues of a sentence that are its sender's own, in its order; none: it shows no direction."""
    quotes = [match.span() for match in _QUOTED.finditer(text)]
    found: list[Cue] = []
    for phrase in PHRASES:
        for match in phrase.pattern.finditer(text):
            start, end = match.start(), match.start() + len(match.group().rstrip(" ,"))
            if any(first <= start < last for first, last in quotes):
                continue
            direction = _direction(phrase, text, start, end)
            if direction and _is_own(phrase, text, start, end, speaker):
                found.append(Cue(direction, start, end))
    return _longest(found)


def _is_own(phrase: Phrase, text: str, start: int, end: int, speaker: Speaker) -> bool:
    """Whether what stands there is the sender's."""
    if phrase.kind == "said":
        return speaker.does(text, start, end)
    return speaker.tells(text, start) and (phrase.kind == "thought" or speaker.demands(text, start))


def _direction(phrase: Phrase, text: str, start: int, end: int) -> Direction | None:
    """What a phrase shows where it stands: a "not" turns it or takes it away."""
    if not _is_denied(text, start, end) or _WITHIN.search(phrase.words):
        return phrase.direction
    if phrase.direction == "wish" and phrase.kind != "said":
        return "wish"
    return TURNED.get(phrase.direction)


def _is_denied(text: str, start: int, end: int) -> bool:
    plain = _NO_NEGATION.sub(lambda match: "_" * len(match.group()), text)
    return bool(
        _BEFORE.search(plain[:start]) or _AFTER.match(plain[end:]) or _WITHIN.search(plain[start:end])
    )


def _longest(cues: list[Cue]) -> list[Cue]:
    """Of cues that overlap the longest, which says most."""
    kept: list[Cue] = []
    for cue in sorted(cues, key=lambda each: (each.start - each.end, each.start)):
        if all(cue.end <= other.start or other.end <= cue.start for other in kept):
            kept.append(cue)
    return sorted(kept, key=lambda each: each.start)
