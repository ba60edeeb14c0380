"""Numbers, days and years of a sentence, against those of its sources."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.answers.answer import Language
from assistant.answers.reading.details import MONTHS
from assistant.answers.reading.numbers import number_words
from assistant.search.tokens import fold

_MONTHS = {fold(month): at for at, pair in enumerate(MONTHS.items(), 1) for month in pair}
_WEEKDAYS = {
    name: at
    for at, names in enumerate(
        (
            "mandag monday", "tirsdag tuesday", "onsdag wednesday", "torsdag thursday",
            "fredag friday", "loerdag saturday", "soendag sunday",
        )
    )
    for name in names.split()
}  # fmt: skip
_QUANTITIES = {
    name: names[0]
    for names in (
        ("hundrede", "hundred", "hundreds"), ("tusind", "tusinde", "tusinder", "thousand", "thousands"),
        ("million", "millioner", "millions", "mio"),
        ("milliard", "milliarder", "billion", "billions"),
        ("dusin", "dozen", "dozens"), ("procent", "percent"), ("kroner", "kr", "dkk", "kroners"),
        ("halvdelen", "half"), ("tredjedel", "third"), ("fjerdedel", "quarter"),
        ("dobbelt", "double", "twice"),
        ("tredive", "thirty"), ("fyrre", "forty"), ("halvtreds", "fifty"), ("tres", "sixty"),
        ("halvfjerds", "seventy"), ("firs", "eighty"), ("halvfems", "ninety"),
    )
    for name in names
}  # fmt: skip
CALENDAR = frozenset((*_MONTHS, *_WEEKDAYS))
"""The folded names of months and days, in both languages."""
_SPELLED: dict[Language, dict[str, int]] = {"da": number_words("da"), "en": number_words("en")}
_WORD = re.compile(r"\w+")
_DAY_AND_MONTH = re.compile(
    rf"\b(\d{{1,2}})(?:\.|st|nd|rd|th)? ?(?:of )?({'|'.join(_MONTHS)})\b(?:,? (\d{{4}}))?"
    rf"|\b({'|'.join(_MONTHS)}) (\d{{1,2}})(?:st|nd|rd|th)?\b(?:,? (\d{{4}}))?"
)
_MONTH_AND_YEAR = re.compile(rf"\b({'|'.join(_MONTHS)}),? (\d{{4}})\b")
_PLACE = re.compile(
    r"\b(?:pejlemaerke\w*|punkt\w*|verdensmaal\w*|guideposts?|points?|goals?)"
    r"(?: (?:nr|no)\.?| number)? (\d{1,2})\b"
)
_YEARS = re.compile(r"\b(20\d\d) ?[-–] ?(\d\d)\b(?!\d)")
_ISO = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")


def has_other_number(
    sentence: str, sources: Iterable[str], labels: Iterable[str], language: Language
) -> bool:
    """Whether a sentence has a number or a quantity that none of its sources has; a source is Danish.

    Dates are looked at elsewhere. ``labels``: of the places where the sources stand; their numbers may be
    told as such: "punkt 4".
    """
    texts = tuple(sources)
    places: set[str] = set().union(*(numbers_in(each, "da") for each in (*texts, *labels)))
    named = {str(int(number)) for number in _PLACE.findall(_without_dates(sentence))}
    return not named <= places or bool(other_numbers(sentence, texts, language))


def other_numbers(sentence: str, sources: Iterable[str], language: Language) -> set[str]:
    """The numbers and quantities of a sentence that no source has, but for those of places and dates."""
    held = set().union(*(numbers_in(each, "da") for each in sources))
    return _numbers(_PLACE.sub(" ", _without_dates(sentence)), language) - held


def numbers_in(text: str, language: Language) -> set[str]:
    """The numbers of a text in digits, and its quantities ("procent"), but for those of days."""
    return _numbers(_without_dates(text), language)


def dates_in(text: str) -> frozenset[tuple[str, ...]]:
    """The days of months that a text names, each as something to compare."""
    return frozenset(each for each in _dates(text) if each[0] == "day")


def has_other_date(sentence: str, sources: Iterable[str]) -> bool:
    """Whether a sentence has a weekday, a month, a day of a month, or a year of one that no source has."""
    return bool(other_dates(sentence, sources))


def other_dates(sentence: str, sources: Iterable[str]) -> set[tuple[str, ...]]:
    """The weekdays, months, days and years of dates that a sentence has and no source has."""
    return _dates(sentence).difference(*map(_dates, sources))


def _without_dates(text: str) -> str:
    """The folded text without its days, but with the years of them: a day is no number of anything."""
    folded = _DAY_AND_MONTH.sub(lambda match: f" {match[3] or match[6] or ''} ", fold(text))
    return _ISO.sub(lambda match: f" {match[1]} ", folded)


def _numbers(text: str, language: Language) -> set[str]:
    folded = _YEARS.sub(r"\1 20\2", fold(text))
    words, spelled = _WORD.findall(folded), _SPELLED[language]
    digits = {str(int(word)) for word in words if word.isdecimal()}
    with_signs = {word for word in words if not word.isdecimal() and any(sign.isdigit() for sign in word)}
    named = {str(spelled[word]) for word in words if word in spelled}
    signs = {"procent"} if "%" in folded else set()
    return digits | with_signs | named | signs | {_QUANTITIES[word] for word in words if word in _QUANTITIES}


def _dates(text: str) -> set[tuple[str, ...]]:
    folded = fold(text)
    found: set[tuple[str, ...]] = set()
    for word in _WORD.findall(folded):
        if word in _WEEKDAYS:
            found.add(("weekday", str(_WEEKDAYS[word])))
        if word in _MONTHS and word != "may":
            found.add(("month", str(_MONTHS[word])))
    for day, month, year, other_month, other_day, other_year in _DAY_AND_MONTH.findall(folded):
        named = str(_MONTHS[month or other_month])
        found |= {("month", named), ("day", str(int(day or other_day)), named)}
        if year or other_year:
            found.add(("year", named, year or other_year))
    found |= {("year", str(_MONTHS[month]), year) for month, year in _MONTH_AND_YEAR.findall(folded)}
    for year, month, day in _ISO.findall(folded):
        named = str(int(month))
        found |= {("month", named), ("day", str(int(day)), named), ("year", named, year)}
    return found
