"""Details that a question asks for and that a passage on the subject may still lack."""

from __future__ import annotations

import re
from typing import Literal

from assistant.search.tokens import fold, words

Detail = Literal["amount", "share", "phone", "name", "address", "count"]

_ASKED: tuple[tuple[Detail, re.Pattern[str]], ...] = tuple(
    (detail, re.compile(pattern))
    for detail, pattern in (
        (
            "amount",
            r"\bhvor mange (penge|kroner|kr|millioner|mio|midler)\b|\bkroner\b|\bhvad koster\b"
            r"|\bhvor (meget|dyrt?) (koster|er|bliver)\b.*\b(sat af|afsat|koster|bruge\w*)\b"
            r"|\bhvor (dyr\w*|meget koster)\b|\bhvor meget koster\b|\b(beloeb|budget)\w*\b"
            r"|\bhow much (money|does .* cost|will .* cost|is .* paid|funding)\b|\bin kroner\b|\bbudget\b",
        ),
        ("share", r"\bprocent\w*\b|%|\bhvor stor en (andel|del)\b|\bper ?cent(age)?\b"),
        ("phone", r"\b(telefon|tlf|mobilnummer)\w*|\bphone\b|\btelephone\b"),
        (
            "name",
            r"\bhvad hedder (\w+direktoer\w*|chef\w*|leder\w*|formand\w*|personen|han|hun|den \w+ der)\b"
            r"|\bnavn(et|ene)? paa\b|\bhvem er (\w+)?(direktoer|chef|leder|kontaktperson|sagsbehandler)\w*"
            r"|\bname of the (\w+ )?(director|head|manager|chair\w*|person)\b|\bwho is the (\w+ )?(director|manager)\b",
        ),
        (
            "address",
            r"\bpostadresse\w*|\bhvilken adresse\b|\bhvor ligger\b|\bstreet address\b|\baddress of\b",
        ),
        ("count", r"\bhvor mange\b|\bantallet af\b|\bhow many\b"),
    )
)
_PRESENT: dict[Detail, re.Pattern[str]] = {
    "amount": re.compile(r"\d[\d.,]* ?(kr\b|kroner|mio|mia|million)"),
    "share": re.compile(r"\d ?(%|procent)"),
    "phone": re.compile(r"\b\d{2} ?\d{2} ?\d{2} ?\d{2}\b"),
    "name": re.compile(r"\b(?!Region|Social|Norddjurs|Det|Ét)[A-ZÆØÅ][a-zæøåü]+ [A-ZÆØÅ][a-zæøå]+\n"),
    "address": re.compile(r"\b[A-ZÆØÅ]\w+(vej|gade|allé|plads) \d+|\b\d{4} [A-ZÆØÅ]\w+"),
}
_NUMBERS = frozenset(
    "to tre fire fem seks syv otte ni ti elleve tolv begge two three four five six seven eight nine ten".split()
)
_COUNTED = re.compile(r"\b(?:hvor mange|antallet af|how many)\b(.*)")
_BEFORE = 4
"""Words between a number and what it counts: "15 politisk formulerede pejlemærker"."""
_STEM = 5


def detail_asked(text: str) -> Detail | None:
    """The kind of detail that a question asks for, if it is one that can be looked for."""
    folded = fold(text)
    return next((detail for detail, pattern in _ASKED if pattern.search(folded)), None)


def holds(detail: Detail, passage: str, question: str) -> bool:
    """Whether a passage holds such a detail; for a count, of the thing that the question counts."""
    if detail == "name":
        asked = {word[:_STEM] for word in words(question) if len(word) > _STEM}
        return bool(_PRESENT["name"].search(passage)) and any(w[:_STEM] in asked for w in words(passage))
    if detail != "count":
        return bool(_PRESENT[detail].search(passage))
    match = _COUNTED.search(fold(question))
    asked = {word[:_STEM] for word in words(match[1]) if len(word) >= _STEM - 1} if match else set()
    tokens = words(passage)
    for at, token in enumerate(tokens):
        if token in _NUMBERS or (token.isdigit() and not re.fullmatch(r"(19|20)\d\d", token)):
            if asked & {word[:_STEM] for word in tokens[at + 1 : at + 1 + _BEFORE]}:
                return True
    return False
