"""Details that a question asks for and that a passage on the subject may still lack."""

from __future__ import annotations

import re
from typing import Literal

from rapidfuzz import fuzz

from assistant.search.tokens import fold, words

Detail = Literal["amount", "share", "phone", "name", "address", "count"]

_ASKED: dict[Detail, re.Pattern[str]] = {
    "amount": re.compile(
        r"\bhvor mange (penge|kroner|kr|millioner|mio|midler)\b|\b(kroner|beloeb\w*|budget\w*)\b"
        r"|\bhvad koster\b|\bhvad er (prisen|taksten|loennen)\b|\bwhat (does|do|will|would) .* cost\b"
        r"|\bhvor (dyr\w*|meget (koster|er der (sat af|afsat)|bliver der brugt|bruger|betaler))\b"
        r"|\bhow much (money|does .* cost|will .* cost|is .* paid|funding)\b"
    ),
    "share": re.compile(r"\b\w*procent\w*\b|%|\bhvor stor en (andel|del)\b|\bper ?cent(age)?\b"),
    "phone": re.compile(r"\b(telefon|tlf|mobilnummer)\w*|\bphone\b|\btelephone\b"),
    "name": re.compile(
        r"\bhvad hedder (\w*direktoer\w*|\w*chef\w*|\w*leder\w*|\w*formand\w*|personen|han|hun)\b"
        r"|\bnavn(et|ene)? paa \w*(direktoer|chef|leder|formand|person)\w*"
        r"|\b(hvilket firma|hvilken virksomhed|hvilken leverandoer|which (company|firm|supplier))\b"
        r"|\bname of the (\w+ )?(director|head|manager|chair\w*|person)\b"
    ),
    "address": re.compile(
        r"\b(postadresse\w*|hvilken adresse|adressen paa|hvor ligger|street address|address of)\b"
    ),
    "count": re.compile(r"\b(hvor mange|antallet af|how many)\b"),
}
_PRESENT: dict[Detail, re.Pattern[str]] = {
    "amount": re.compile(r"\d[\d.,]* ?(kr\b|kroner|mio|mia|million)"),
    "share": re.compile(r"\d ?(%|procent)"),
    "phone": re.compile(r"\b\d{2} ?\d{2} ?\d{2} ?\d{2}\b"),
    "name": re.compile(r"^[A-ZÆØÅ][a-zæøåü]+ [A-ZÆØÅ][a-zæøåü]+$", re.MULTILINE),
    "address": re.compile(r"\b[A-ZÆØÅ]\w+(vej|gade|allé|plads) \d+|\b\d{4} [A-ZÆØÅ]\w+"),
}
_NUMBERS = frozenset("to tre fire fem seks syv otte ni ti elleve tolv".split())
_COUNTED = re.compile(r"\b(?:hvor mange|antallet af)\b(.*)")
_BEFORE = 4
"""Words between a number and what it counts: "15 politisk formulerede pejlemærker"."""
_STEM = 4
_SAME_WORD = 80
"""Similarity in per cent of two forms of a word: "formanden" and "formand"."""


def detail_asked(text: str) -> Detail | None:
    """The kind of detail that a question asks for, if it is one that can be looked for.

    In a story with the question at the end, only the end counts.
    """
    sentences = [part for part in re.split(r"(?<=[.?!])\s+", fold(text)) if part]
    last = sentences[-1] if sentences else ""
    return next((detail for detail, pattern in _ASKED.items() if pattern.search(last)), None)


def fit(detail: Detail, passage: str, question: str) -> int:
    """How well a passage gives such a detail: 0 if it does not hold one.

    For a name it must be of the office that the question names, the more of its words the
    better; for a count, of the thing that it counts (in Danish: in another language any number
    will do).
    """
    if detail == "name":
        return _shared_words(passage, question) if _PRESENT["name"].search(passage) else 0
    if detail != "count":
        return int(bool(_PRESENT[detail].search(passage)))
    counted = _COUNTED.search(fold(question))
    asked = {word[:_STEM] for word in words(counted[1]) if len(word) >= _STEM} if counted else {""}
    tokens = words(passage)
    return int(
        any(
            stem in follower
            for at, token in enumerate(tokens)
            if _is_number(token)
            for follower in tokens[at + 1 : at + 1 + _BEFORE]
            for stem in asked
        )
    )


def _is_number(token: str) -> bool:
    return token in _NUMBERS or (token.isdigit() and not re.fullmatch(r"(19|20)\d\d", token))


def _shared_words(passage: str, question: str) -> int:
    asked = [word for word in words(question) if len(word) > _STEM]
    told = words(passage)
    return sum(any(fuzz.ratio(one, other) >= _SAME_WORD for other in told) for one in asked)
