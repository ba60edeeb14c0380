"""Claims about a day, a month or a year, against the dates that a passage gives."""

from __future__ import annotations

import re

from assistant.answers.claims.finding import Finding
from assistant.answers.reading.details import MONTHS
from assistant.search.tokens import fold

_MONTH = "|".join(MONTHS)
_ENGLISH = {english.lower(): danish for danish, english in MONTHS.items()}
_ANY_MONTH = "|".join((*MONTHS, *_ENGLISH))
_TOLD = re.compile(rf"\b(?:(\d{{1,2}})\. )?({_MONTH})\b(?: (\d{{4}}))?")
_CLAIMED = re.compile(
    rf"\b(?:(?:(\d{{1,2}})(?:\.|st|nd|rd|th)? ?(?:of )?)?({_ANY_MONTH})(?: (\d{{1,2}})(?:st|nd|rd|th)?)?)\b"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LATE = re.compile(
    r"\b(?:for sent|too late|efter fristen|after the (?:deadline|closing)|overskred\w*|missed the deadline)\b"
)
_IN_TIME = re.compile(
    r"\b(?:til tiden|i tide|inden fristen|inden for fristen|rettidig\w*|on time|in time"
    r"|before the (?:deadline|closing)"
    r"|naaede (?:\w+ )*fristen|overholdt\w*)\b"
)


def date_claimed(claim: str, text: str) -> Finding | None:
    """Whether a passage gives the date of a claim; None if the claim or the passage gives none."""
    asked = _CLAIMED.search(claim)
    told = list(_TOLD.finditer(fold(text)))
    if not asked or not told:
        return None
    month = _ENGLISH.get(asked[2], asked[2])
    day = asked[1] or asked[3]
    holds = any(each[2] == month and (day is None or each[1] in (None, day)) for each in told)
    return Finding(holds, "" if holds else told[0].group())


def year_claimed(claim: str, sentence: str, held: str) -> Finding | None:
    """Whether a sentence gives another year than a claim; None if either gives none or both the same."""
    asked, told = _YEAR.findall(claim), _YEAR.findall(sentence)
    if not asked or not told or set(asked) & set(_YEAR.findall(held)):
        return None
    return Finding(False, told[0])


def in_time_claimed(claim: str, sent: str, deadline: str) -> Finding | None:
    """Whether a response came in time, or late, as a claim says; None if it says neither. ISO dates."""
    late, in_time = _LATE.search(claim), _IN_TIME.search(claim)
    if not (late or in_time) or not (sent and deadline):
        return None
    return Finding((sent > deadline) == bool(late))
