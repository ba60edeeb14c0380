"""References to places in the documents, in the forms in which people write them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz import fuzz

from assistant.search.tokens import fold, words

_NUMBER_WORDS = {
    word: number
    for number, both in enumerate(
        (
            "nul zero", "en et one", "to two", "tre three", "fire four", "fem five", "seks six",
            "syv seven", "otte eight", "ni nine", "ti ten", "elleve eleven", "tolv twelve",
            "tretten thirteen", "fjorten fourteen", "femten fifteen", "seksten sixteen",
            "sytten seventeen", "atten eighteen", "nitten nineteen", "tyve twenty",
        )
    )
    for word in both.split()
}  # fmt: skip
_ORDINALS = {
    word: number
    for number, both in enumerate(
        (
            "foerste first", "anden andet second", "tredje third", "fjerde fourth",
            "femte fifth", "sjette sixth", "syvende seventh", "ottende eighth", "niende ninth",
            "tiende tenth", "ellevte eleventh", "tolvte twelfth", "trettende thirteenth",
            "fjortende fourteenth", "femtende fifteenth",
        ),
        1,
    )
    for word in both.split()
}  # fmt: skip

_PEJLEMAERKE = "pejlemaerke"
_PEJLEMAERKE_LIKE = 80
"""Similarity of a typing error to the word, in per cent: "pejlemerke", "pejlmærke", "pejelmærket"."""
_PEJLEMAERKE_WORDS = {"guidepost", "guideposts", "landmark", "landmarks", "beacon", "beacons"}
_POINT_WORDS = {"punkt", "pkt", "punktet", "bullet", "point", "underpunkt"}
_GOAL_WORDS = {"verdensmaal", "verdensmaalet", "verdensmaalene", "sdg", "sdgs", "fnmaal"}
_GOAL_PHRASES = re.compile(r"\b(?:fn\W?s? ?-? ?maal|(?:un|global|world|sustainable development) goals?)\b")
_TARGET = re.compile(r"\b(?:delmaal|target|verdensmaal|sdg)\s*(\d{1,2})\.(\d{1,2})\b")
_POINT_OF = re.compile(r"(pejlem\w*|\bp) ?(\d{1,2})\.(\d{1,2})\b")
_GLUED = re.compile(r"\b(pejl[a-z]+|pm?|sdg|verdensmaal|punkt)(\d{1,4})\b")
_RANGE = re.compile(r"\b(\d{1,2}|20\d\d) ?(?:-|–|til|to) ?(\d{1,2}|20\d\d)\b")
_LONGEST_RANGE = 20
_SMALL_WORDS = {"en", "et", "one"}
"""Number words that mostly are not meant as numbers: "pejlemærke 7 et af de vigtigste"."""
_WRITTEN_ORDINAL = re.compile(r"\b(\d{1,2})\.(?= [a-z])")
_BETWEEN = {"nr", "nummer", "no", "number", "og", "and", "samt", "num"}
_YEAR = re.compile(r"\b(20[0-4]\d)\b")
_SPOR = re.compile(r"\b(?:strategi)?spor(?:et|ets)?\b|\bstrategispo\w*|\btrack\b|\bunder\b|\bstrand\b")
_NAME_LIKE = 90
ALIASES = {
    "hele menneske": "Det hele menneske",
    "fagligt staerke": "Fagligt stærke specialområder",
    "one social area": "Ét socialområde",
    "one social services": "Ét socialområde",
    "the whole person": "Det hele menneske",
    "the whole human": "Det hele menneske",
    "strong specialist areas": "Fagligt stærke specialområder",
    "professionally strong": "Fagligt stærke specialområder",
    "strong specialised areas": "Fagligt stærke specialområder",
}


@dataclass(frozen=True)
class References:
    """What a question points at; numbers are as asked, whether they exist or not."""

    pejlemaerker: tuple[int, ...] = ()
    points: tuple[int, ...] = ()
    goals: tuple[int, ...] = ()
    targets: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    strategispor: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    names_pejlemaerke: bool = False
    names_goal: bool = False


def find_references(text: str, strategispor: Sequence[str], headings: Iterable[str]) -> References:
    """All references in a question; ``strategispor`` and ``headings`` are the plan's own names."""
    folded = _RANGE.sub(_spelled_out, fold(text))
    folded = _GLUED.sub(r"\1 \2", _POINT_OF.sub(r"\1 \2 punkt \3", folded))
    targets = _TARGET.findall(folded)
    numbered = _GOAL_PHRASES.sub("verdensmaal", _TARGET.sub(r"verdensmaal \1", folded))
    tokens = words(_WRITTEN_ORDINAL.sub(r"\1th", numbered))
    return References(
        pejlemaerker=_numbers_at(tokens, lambda token: is_pejlemaerke(token) or token in ("p", "pm")),
        points=_numbers_at(tokens, _POINT_WORDS.__contains__),
        goals=_numbers_at(tokens, _GOAL_WORDS.__contains__),
        targets=tuple(f"{goal}.{target}" for goal, target in targets),
        years=tuple(dict.fromkeys(int(year) for year in _YEAR.findall(folded))),
        strategispor=_named_strategispor(text, folded, strategispor),
        headings=tuple(name for name in headings if _is_named(fold(name), folded)),
        names_pejlemaerke=any(map(is_pejlemaerke, tokens)),
        names_goal=any(token in _GOAL_WORDS for token in tokens),
    )


def _spelled_out(match: re.Match[str]) -> str:
    """All numbers of a range: "3-5" is "3 4 5"."""
    first, last = int(match[1]), int(match[2])
    if not 0 < last - first <= _LONGEST_RANGE:
        return match.group()
    return " ".join(map(str, range(first, last + 1)))


def is_pejlemaerke(token: str) -> bool:
    """Whether a folded word is "pejlemærke" in some form, mistyped or in English."""
    if token in _PEJLEMAERKE_WORDS or token.startswith(_PEJLEMAERKE):
        return True
    return len(token) >= 8 and fuzz.ratio(token[: len(_PEJLEMAERKE)], _PEJLEMAERKE) >= _PEJLEMAERKE_LIKE


def is_number(token: str) -> bool:
    """Whether a folded word is a number or an ordinal, in digits or letters."""
    return _cardinal(token) is not None or _ordinal(token) is not None


def _numbers_at(tokens: Sequence[str], is_word: Callable[[str], bool]) -> tuple[int, ...]:
    """The numbers that stand behind a word ("pejlemærke 3 og 4") or, as ordinals, before it."""
    found: list[int] = []
    for at, token in enumerate(tokens):
        if not is_word(token):
            continue
        if at and (number := _ordinal(tokens[at - 1])) is not None:
            found.append(number)
        for before, follower in pairwise(tokens[at:]):
            number = _cardinal(follower)
            if number is not None and not follower.isdigit() and before.isdigit():
                number = None  # a small word behind the number
            if number is not None:
                found.append(number)
            elif follower not in _BETWEEN:
                break
    return tuple(dict.fromkeys(found))


def _cardinal(token: str) -> int | None:
    if token.isdigit() and len(token) <= 4:
        return int(token)
    return None if token in _SMALL_WORDS else _NUMBER_WORDS.get(token)


def _ordinal(token: str) -> int | None:
    match = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)", token)
    return int(match[1]) if match else _ORDINALS.get(token)


def _named_strategispor(text: str, folded: str, names: Sequence[str]) -> tuple[str, ...]:
    found = {name for alias, name in ALIASES.items() if alias in folded}
    for name in names:
        if name == names[0]:
            # "et socialområde" is also plain Danish for "a social services area".
            is_meant = "Ét s" in text or "ét s" in text or bool(_SPOR.search(folded))
        else:
            is_meant = True
        if is_meant and _is_named(fold(name), folded):
            found.add(name)
    return tuple(name for name in names if name in found)


def _is_named(name: str, folded: str) -> bool:
    if len(folded) < len(name) - 2:
        return False
    return name in folded or (len(name) >= 14 and fuzz.partial_ratio(name, folded) >= _NAME_LIKE)
