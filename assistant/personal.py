"""Personal data in what people type: civil registration numbers are masked, the rest is noticed."""

from __future__ import annotations

import re
from typing import Literal

Sign = Literal["cpr", "phone", "email", "address", "name"]

CPR_MASK = "[CPR-nummer skjult]"
_CPR = re.compile(
    # DDMMYY-SSSS; the day and the month must be possible ones, as 10 other digits in a row are no CPR number.
    # Not within a longer number, nor behind a sign that makes it part of one (a case number, an amount).
    r"(?<![\d.,/-])(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d(?:\s?[-\u2010-\u2015]\s?|\s)?\d{4}(?![\d/]|[.,-]\d)"
)
_PHONE = re.compile(r"(?<![\d.,/-])(?:(?:\+|00)45[ -]?)?[2-9]\d(?:[ .-]?\d{2}){3}(?![\d/]|[.,-]\d)")
_TWO_YEARS = re.compile(r"(?:19|20)\d\d\s?-?\s?(?:19|20)\d\d")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_OFFICIAL = re.compile(
    r"@(?:[\w-]+\.)*(?:rm|region\w*|\w*kommune|norddjurs|oim|sm|sum|sst)\.dk$", re.IGNORECASE
)
"""Mailboxes of authorities are no personal data: people ask about them."""
_ADDRESS = re.compile(
    r"\b[A-ZÆØÅ][a-zæøåé]+(?:[ -][A-ZÆØÅ]?[a-zæøåé]+)*?"
    r"(?:vej|vejen|gade|gaden|allé|alle|stræde|vænget|parken|plads|boulevard|toften|bakken|haven|marken)"
    r"\s+\d{1,3}\s?[A-Za-z]?\b"
)
_NAME = r"[A-ZÆØÅ][a-zæøåéü]+(?:-[A-ZÆØÅ][a-zæøåéü]+)?"
_NOT_NAMES = "Region|Kommune|Norddjurs|Midtjylland|Danmark|Holmstrupgård|Socialområdet"
_FAMILY = (
    "søn|datter|bror|søster|mor|far|mand|kone|barn|barnebarn|nevø|niece|kæreste|nabo|ven|veninde|"
    "son|daughter|brother|sister|mother|father|husband|wife|child"
)
_NAMED = re.compile(
    # With a surname: a letter that is signed "Birthe" tells nobody who that is.
    rf"\b(?i:jeg hedder|mit navn er|mit fulde navn er|my name is|venlig hilsen|mvh\.?|hilsen)\s+"
    rf"(?!{_NOT_NAMES}){_NAME}\s+{_NAME}"
    rf"|\b(?i:min|mit|min lille|vores|my|our)\s+(?i:{_FAMILY})\s*,?\s+"
    rf"(?:(?i:hedder|der hedder|is called|named)\s+)?"
    rf"(?!{_NOT_NAMES}){_NAME}"
    rf"|\b(?i:han|hun|he|she)\s+(?i:hedder|is called)\s+{_NAME}"
)


def mask_cpr(text: str) -> str:
    """The text with every Danish civil registration (CPR) number replaced by ``CPR_MASK``."""
    return _CPR.sub(CPR_MASK, text)


def cpr_lines(text: str) -> list[int]:
    """The lines of a text that hold CPR numbers, from 1; one comes as often as it holds one."""
    return [line_of(text, match.start()) for match in _CPR.finditer(text)]


def line_of(text: str, place: int) -> int:
    """The number of the line in which something stands, from 1."""
    return text.count("\n", 0, place) + 1


def personal_places(text: str) -> list[tuple[Sign, int, int]]:
    """The phone numbers, private mail addresses and street addresses in a text, and where they stand."""
    found: list[tuple[Sign, int, int]] = []
    patterns: dict[Sign, re.Pattern[str]] = {"phone": _PHONE, "email": _EMAIL, "address": _ADDRESS}
    for sign, pattern in patterns.items():
        for match in pattern.finditer(text):
            is_other = _TWO_YEARS.fullmatch(match[0]) if sign == "phone" else _OFFICIAL.search(match[0])
            if not is_other:
                found.append((sign, *match.span()))
    return sorted(found, key=lambda each: each[1])


def personal_signs(text: str) -> frozenset[Sign]:
    """The kinds of personal data that a text seems to hold: by their form, names only where they are
    introduced as such ("min søn Peter"). What is masked already counts as ``cpr``."""
    without = _CPR.sub(" ", text)
    found: dict[Sign, bool] = {
        "cpr": without != text or CPR_MASK in text,
        "phone": any(not _TWO_YEARS.fullmatch(each[0]) for each in _PHONE.finditer(without)),
        "email": any(not _OFFICIAL.search(each[0]) for each in _EMAIL.finditer(without)),
        "address": _ADDRESS.search(without) is not None,
        "name": _NAMED.search(without) is not None,
    }
    return frozenset(sign for sign, is_there in found.items() if is_there)
