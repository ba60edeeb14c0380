"""Claims about who holds an office and who signed a letter."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rapidfuzz import fuzz

from assistant.answers.claims.finding import Finding
from assistant.answers.reading.details import office_fit
from assistant.documents.passages import Document, Passage
from assistant.search.tokens import fold, words

_SIGNED = re.compile(
    r"\b(?:underskr\w*|skrev\w* under|skrevet under|skrevet|skrev|forfattet|signed|wrote|written by"
    r"|author\w*|signator\w*|signature)\b"
)
_OFFICE = re.compile(
    r"\b\w*(?:formand|direktoer|chef|leder|chair|director|head|president|mayor|borgmester)\w*\b"
)
_ASKS_TITLE = re.compile(
    r"\b(?:titel\w*|stilling\w*|rolle|embede|post|hvem er|hvad (?:er|var|laver)|title|position|role"
    r"|office|who is|who was"
    r"|what is)\b"
)
_FOREWORD = re.compile(r"\b(?:forord\w*|indledning\w*|foreword|preface)\b")
_STILL = re.compile(r"\b(?:stadig\w*|nu|nuvaerende|still|now|current\w*)\b")
_YEAR = re.compile(r"\b20\d\d\b")
_LEAST_NAME, _LEAST_OFFICE = 4, 7
_SAME_OFFICE = 85
"""Similarity in per cent of two forms of an office: "formanden" and "formand", not "socialdirektør" and
"direktør"."""


def person_claimed(claim: str, documents: Iterable[Document]) -> Finding | None:
    """Whether the person that a claim names holds the office it names, or signed; None if it names none."""
    known = [
        (document, *_signed_by(passage.text))
        for document in documents
        for passage in document.passages
        if passage.kind == "signature"
    ]
    named = [(document, title) for document, name, title in known if _names(claim, name)]
    if not named:
        return None
    if _SIGNED.search(claim):
        years = set(_YEAR.findall(claim))
        signed = [each for each, _ in named if not years or each.date[:4] in years]
        return Finding(
            any(each.role == "plan" for each in signed) if _FOREWORD.search(claim) else bool(signed)
        )
    if not _OFFICE.search(claim):
        return None
    if _STILL.search(claim) and all(document.superseded for document, _ in named):
        return None
    own = max(office_fit(title, claim) for _, title in named)
    best = max(office_fit(title, claim) for *_, title in known)
    return Finding(own == best and own > 0, named[0][1])


def title_asked(question: str, documents: Iterable[Document]) -> tuple[Passage, ...]:
    """The signatures of the person whose title a folded question asks for."""
    if not _ASKS_TITLE.search(question):
        return ()
    return tuple(
        passage
        for document in documents
        for passage in document.passages
        if passage.kind == "signature" and _names(question, _signed_by(passage.text)[0], genitive="s?")
    )


def holders(question: str, documents: Iterable[Document]) -> tuple[Passage, ...]:
    """The signatures of those who hold the very office that a folded question names."""
    asked = [word for word in words(question) if len(word) >= _LEAST_OFFICE]
    return tuple(
        passage
        for document in documents
        for passage in document.passages
        if passage.kind == "signature"
        and any(
            fuzz.ratio(one, other) >= _SAME_OFFICE
            for one in asked
            for other in words(_signed_by(passage.text)[1])
        )
    )


def _signed_by(text: str) -> tuple[str, str]:
    """The name and the title in a signature."""
    lines = [line for line in text.split("\n") if not line.startswith("Med venlig hilsen")]
    return lines[0], lines[-1]


def _names(claim: str, name: str, genitive: str = "") -> bool:
    """Whether a folded claim holds a person's last name."""
    *_, last = fold(name).split()
    return len(last) >= _LEAST_NAME and bool(re.search(rf"\b{last}{genitive}\b", claim))
