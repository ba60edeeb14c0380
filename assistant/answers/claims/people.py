"""Claims about who holds an office and who signed a letter."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.answers.claims.finding import Finding
from assistant.answers.reading.details import office_fit
from assistant.documents.passages import Passage
from assistant.search.tokens import fold

_SIGNED = re.compile(r"\b(?:underskr\w*|skrev\w* under|skrevet under|signed|signator\w*|signature)\b")
_OFFICE = re.compile(r"\b\w*(?:formand|direktoer|chef|leder|chair|director|head|president|mayor|borgmester)\w*\b")
_LEAST_NAME = 4


def person_claimed(claim: str, signatures: Iterable[Passage]) -> Finding | None:
    """Whether the person that a claim names holds the office it names; None if it names none."""
    known = [(passage, *_signed_by(passage)) for passage in signatures]
    named = [(passage, title) for passage, name, title in known if _names(claim, name)]
    if not named or not _OFFICE.search(claim):
        return None
    own = max(office_fit(passage.text, claim) for passage, _ in named)
    best = max(office_fit(passage.text, claim) for passage, *_ in known)
    return Finding(own == best and own > 0, named[0][1])


def _signed_by(passage: Passage) -> tuple[str, str]:
    """The name and the title in a signature."""
    lines = [line for line in passage.text.split("\n") if not line.startswith("Med venlig hilsen")]
    return lines[0], lines[-1]


def _names(claim: str, name: str) -> bool:
    """Whether a folded claim holds a person's last name, or all of it."""
    *_, last = fold(name).split()
    return len(last) >= _LEAST_NAME and bool(re.search(rf"\b{last}\b", claim))
