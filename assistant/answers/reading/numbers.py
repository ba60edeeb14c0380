"""Numbers as people write them: digits, words, ordinals, ranges, "the last two"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Literal, TypeVar

Item = TypeVar("Item")

_SPELLED = (
    "nul zero", "en et one", "to two", "tre three", "fire four", "fem five", "seks six",
    "syv seven", "otte eight", "ni nine", "ti ten", "elleve eleven", "tolv twelve",
    "tretten thirteen", "fjorten fourteen", "femten fifteen", "seksten sixteen",
    "sytten seventeen", "atten eighteen", "nitten nineteen", "tyve twenty",
)  # fmt: skip
_NUMBER_WORDS = {word: number for number, both in enumerate(_SPELLED) for word in both.split()}
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
} | {"tredie": 3, "oeverste": 1, "foerst": 1}  # fmt: skip

LAST = -1
_FROM_END = {"sidste": LAST, "last": LAST, "final": LAST, "naestsidste": -2, "penultimate": -2}
"""Stands for the number of "det sidste pejlemærke" and "the last point"."""
_RANGE = re.compile(r"\b(\d{1,2}|20\d\d) ?(?:-|–|til|to) ?(\d{1,2}|20\d\d)\b")
_LONGEST_RANGE = 20
_YEAR = re.compile(r"20[0-4]\d")
_SMALL_WORDS = {"en", "et", "one"}
"""Number words that mostly are not meant as numbers: "pejlemærke 7 et af de vigtigste"."""
_NUMBER_SIGNS = {"nr", "nummer", "no", "number", "num"}
_BETWEEN = _NUMBER_SIGNS | {"og", "and", "samt"}
_THE, _OF = {"de", "the", "alle", "all"}, {"af", "of"}

_ROMANS = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV".split()
_ROMAN = re.compile(r"\b(?:(?<=[\w.] )(?:I|V|X|VI)(?=\W|$)|II|III|IV|VII|VIII|IX|XI{1,3}|XIV|XV)\b")
_SMALL_ROMAN = {"I", "V", "X", "VI"}
_BEFORE_ROMAN = re.compile(
    r"(?:pejl\w+|punkt\w*|spor\w*|nr\.?|nummer|\w*mål|guidepost|point|track|goal) $", re.I
)


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


def neighbours(tokens: Sequence[str], at: int) -> list[int]:
    """Where the numbers of a word stand, as distances from it: those behind it, and before it its
    ordinals and its count ("de to sidste punkter"), but not "nr. fjorten (pejlemærke)"."""
    near = [-1] if at and is_number(tokens[at - 1]) and tokens[max(0, at - 2)] not in _NUMBER_SIGNS else []
    if near and at > 1 and is_number(tokens[at - 2]):
        near.append(-2)
    for distance, token in enumerate(tokens[at + 1 :], 1):
        if not is_number(token) and token not in _BETWEEN:
            break
        near.append(distance)
    return near


def number_words(language: Literal["da", "en"]) -> dict[str, int]:
    """The folded words of one language for the numbers from 0 to 20, but for those that are articles too."""
    words = ((both.split(), number) for number, both in enumerate(_SPELLED))
    own = (
        (word, number) for both, number in words for word in (both[:-1] if language == "da" else both[-1:])
    )
    return {word: number for word, number in own if word not in _SMALL_WORDS}


def number_at(tokens: Sequence[str], at: int) -> list[int]:
    """The numbers that a token means, with a count beside it: "7", "syvende", "de fem første"."""
    if _ordinal(tokens[at]) is not None:
        return _counted_from(tokens, at + 1)
    is_count = any(_ordinal(token) in (1, LAST) for token in tokens[max(0, at - 1) : at + 2])
    is_total = at > 1 and tokens[at - 2] in _OF and tokens[at - 1] in _THE
    number = None if is_count or is_total else _cardinal(tokens[at])
    return [number] if number is not None and number <= _LONGEST_RANGE else []


def _counted_from(tokens: Sequence[str], at: int) -> list[int]:
    """The numbers that an ordinal before a word means: "det syvende", "de to sidste", "the last two"."""
    if not at:
        return []
    one, two = tokens[at - 1], tokens[at - 2] if at > 1 else ""
    for ordinal, count in ((one, two), (two, one)):
        is_written_out = not count.isdigit() or (at > 2 and tokens[at - 3] in _THE)
        number, several = _ordinal(ordinal), _cardinal(count) if is_written_out else None
        if number == LAST and several:
            return list(range(-several, 0))
        if number == 1 and several:
            return list(range(1, several + 1))
    number = _ordinal(one)
    return [] if number is None else [number]


def _cardinal(token: str) -> int | None:
    if token.isdigit() and not _YEAR.fullmatch(token):
        return int(token)
    return None if token in _SMALL_WORDS else _NUMBER_WORDS.get(token)


def _ordinal(token: str) -> int | None:
    token = token.removeprefix("aller")
    if token in _FROM_END:
        return _FROM_END[token]
    match = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)", token)
    return int(match[1]) if match else _ORDINALS.get(token)


def among(numbers: tuple[int, ...], count: int) -> tuple[int, ...]:
    """Numbers of items, those that are counted from the end too; none if one of them is no item's."""
    told = tuple(count + 1 + number if number < 0 else number for number in numbers)
    return told if all(1 <= number <= count for number in told) else ()


def slice_of(items: list[Item], numbers: tuple[int, ...]) -> list[Item]:
    """Those that are counted out: "de fem første", "the third entry"; all if none is, or not so many."""
    is_total = numbers == (len(items),)
    told = () if is_total else among(numbers, len(items))
    return [items[number - 1] for number in told] or items


def in_digits(text: str) -> str:
    """A text with Roman numerals in digits: "pejlemærke XIII"; those that are words too ("VI") only behind
    the word for what they count, and none in a text that is all capitals."""
    return text if text.isupper() and " " in text else _ROMAN.sub(_arabic, text)


def _arabic(match: re.Match[str]) -> str:
    numeral = match.group()
    if numeral in _SMALL_ROMAN and not _BEFORE_ROMAN.search(match.string[: match.start()]):
        return numeral
    return str(_ROMANS.index(numeral) + 1)
