"""Numbers as people write them: digits, words, ordinals, ranges, "the last two"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

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

_LAST_WORDS = {"sidste", "last", "final"}
LAST = -1
"""Stands for the number of "det sidste pejlemærke" and "the last point"."""
_RANGE = re.compile(r"\b(\d{1,2}|20\d\d) ?(?:-|–|til|to) ?(\d{1,2}|20\d\d)\b")
_LONGEST_RANGE = 20
_SMALL_WORDS = {"en", "et", "one"}
"""Number words that mostly are not meant as numbers: "pejlemærke 7 et af de vigtigste"."""
_BETWEEN = {"nr", "nummer", "no", "number", "og", "and", "samt", "num"}


def without_ranges(folded: str) -> str:
    """A folded text with all numbers of each range: "3-5" is "3 4 5"."""
    return _RANGE.sub(_spelled_out, folded)


def _spelled_out(match: re.Match[str]) -> str:
    """All numbers of a range: "3-5" is "3 4 5"."""
    first, last = int(match[1]), int(match[2])
    if not 0 < last - first <= _LONGEST_RANGE:
        return match.group()
    return " ".join(map(str, range(first, last + 1)))


def is_number(token: str) -> bool:
    """Whether a folded word is a number or an ordinal, in digits or letters."""
    return _cardinal(token) is not None or _ordinal(token) is not None


def numbers_at(tokens: Sequence[str], is_word: Callable[[str], bool]) -> tuple[int, ...]:
    """The numbers at each place of a word."""
    found = [n for at, token in enumerate(tokens) if is_word(token) for n in numbers_around(tokens, at)]
    return tuple(dict.fromkeys(found))


def numbers_around(tokens: Sequence[str], at: int) -> list[int]:
    """The numbers that stand behind a word ("pejlemærke 3 og 4") or, as ordinals, before it."""
    found = _counted_from(tokens, at)
    if at > 2 and found and tokens[at - 2] in _BETWEEN and (one := _ordinal(tokens[at - 3])) is not None:
        found.insert(0, one)
    for before, follower in pairwise(tokens[at:]):
        number = _cardinal(follower)
        if number is not None and not follower.isdigit() and before.isdigit():
            number = None  # a small word behind the number
        if number is not None:
            found.append(number)
        elif follower not in _BETWEEN:
            break
    return found


def _counted_from(tokens: Sequence[str], at: int) -> list[int]:
    """The numbers that an ordinal before a word means: "det syvende", "de to sidste", "the last two"."""
    if not at:
        return []
    one, two = tokens[at - 1], tokens[at - 2] if at > 1 else ""
    for ordinal, count in ((one, two), (two, one)):
        number, several = _ordinal(ordinal), None if count.isdigit() else _cardinal(count)
        if number == LAST and several:
            return list(range(-several, 0))
        if number == 1 and several:
            return list(range(1, several + 1))
    number = _ordinal(one)
    return [] if number is None else [number]


def _cardinal(token: str) -> int | None:
    if token.isdigit() and len(token) <= 4:
        return int(token)
    return None if token in _SMALL_WORDS else _NUMBER_WORDS.get(token)


def _ordinal(token: str) -> int | None:
    token = token.removeprefix("aller")
    if token in _LAST_WORDS:
        return LAST
    match = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)", token)
    return int(match[1]) if match else _ORDINALS.get(token)
