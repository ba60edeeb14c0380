"""References to places in the documents, in the forms in which people write them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz import fuzz, process

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
_PEJLEMAERKE_WORDS = {
    f"{word}{plural}"
    for word in (
        "guidepost",
        "landmark",
        "beacon",
        "signpost",
        "waypoint",
        "benchmark",
        "milestone",
        "marker",
    )
    for plural in ("", "s")
} | {"priority", "priorities"}
_PEJLEMAERKE_PHRASE = re.compile(r"\bguiding (?:points?|marks?|posts?)\b")
_POINT_WORDS = {"punkt", "pkt", "punkter", "punkterne", "punktet", "bullet", "point", "underpunkt"}
_LAST_WORDS = {"sidste", "last", "final"}
LAST = -1
"""Stands for the number of "det sidste pejlemærke" and "the last point"."""
_BARE_POINTS = re.compile(r"\b(\d{1,2})\.(\d{1,2})\b(?!\.)")
_BARE_NUMBER = re.compile(
    r"(?:^|\b(?:staar der i|teksten til|text of|siger|skriver|handler|lyder|vis|hvad er|hvad med"
    r"|og|about|say|says|show|and) )"
    r"(?:nr|nummer|no|number)\b\.? ?(\d{1,2})\b"
)
"""A number that does not say what it counts: a pejlemærke's, if nothing else is named."""
_TARGET_WORDS = re.compile(r"\bdelmaal|\btargets?\b")
_GOAL_WORDS = {"verdensmaal", "verdensmaalet", "verdensmaalene", "sdg", "sdgs", "fnmaal"}
_GOAL_PHRASES = re.compile(r"\b(?:fn\W?s? ?-? ?maal|(?:un|global|world|sustainable development) goals?)\b")
_TARGET = re.compile(r"\b(?:delmaal|target|verdensmaal|sdg)\s*(\d{1,2})\.(\d{1,2})\b")
_POINT_OF = re.compile(r"(pejlem\w*|\bp) ?(\d{1,2})\.(\d{1,2})\b")
_GLUED = re.compile(r"\b(pejl[a-z]+|pm?|sdg|verdensmaal|punkt)(\d{1,4})\b")
_RANGE = re.compile(r"\b(\d{1,2}|20\d\d) ?(?:-|–|til|to) ?(\d{1,2}|20\d\d)\b")
_LONGEST_RANGE = 20
_SMALL_WORDS = {"en", "et", "one"}
"""Number words that mostly are not meant as numbers: "pejlemærke 7 et af de vigtigste"."""
_LONG_WORD = re.compile(r"\b[a-z]{6,}\b")
_WRITTEN_ORDINAL = re.compile(r"\b(\d{1,2})\.(?= [a-z])")
_OF = {"i", "af", "fra", "under", "of", "in", "from"}
_BETWEEN = {"nr", "nummer", "no", "number", "og", "and", "samt", "num"}
_SHORT_YEAR = re.compile(r"(?:(?<=\bi )|(?<=\b20\d\d og )|(?<=\b20\d\d and ))(2[4-7])\b(?!\.)")
_YEAR = re.compile(r"\b(20[0-4]\d)\b")
_SPOR_WORDS = {"spor", "sporet", "strategispor", "strategisporet", "track", "strand"}
_KEY_WORDS = (
    "tidsplan", "tidsplanen", "strategispor", "strategisporet", "socialomraade", "menneske", "fagligt",
    "staerke", "specialomraader", "verdensmaal", "pejlemaerke", "pejlemaerker", "hoeringssvar",
)  # fmt: skip
_KEY_WORD_LIKE = 82
_SPOR = re.compile(r"\b(?:strategi)?spor(?:et|ets)?\b|\bstrategispo\w*|\btrack\b|\bunder\b|\bstrand\b")
_ONE_AREA = re.compile(r"[Éé]t s|(?<=\w )Et [sS]ocialom")
_NAME_LIKE = 90
ALIASES = {
    "hele menneske": "Det hele menneske",
    "fagligt staerke": "Fagligt stærke specialområder",
    "staerke fagomraader": "Fagligt stærke specialområder",
    "staerke specialomraader": "Fagligt stærke specialområder",
    "faglig staerke": "Fagligt stærke specialområder",
    "whole person": "Det hele menneske",
    "whole human being": "Det hele menneske",
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
    """What a question points at; numbers are as asked, whether they exist or not.

    ``places``: each pejlemærke with its points, in the order of the question: "pejlemærke 8, punkt
    1 og pejlemærke 9" is ((8, (1,)), (9, ())). ``points``: all points, also those of no pejlemærke.
    """

    places: tuple[tuple[int, tuple[int, ...]], ...] = ()
    points: tuple[int, ...] = ()
    goals: tuple[int, ...] = ()
    targets: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    strategispor: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    tracks: tuple[int, ...] = ()
    names_pejlemaerke: bool = False
    names_goal: bool = False
    names_target: bool = False

    @property
    def pejlemaerker(self) -> tuple[int, ...]:
        return tuple(number for number, _ in self.places)


def find_references(text: str, strategispor: Sequence[str], headings: Iterable[str]) -> References:
    """All references in a question; ``strategispor`` and ``headings`` are the plan's own names."""
    folded = _PEJLEMAERKE_PHRASE.sub(_PEJLEMAERKE, _RANGE.sub(_spelled_out, respelled(fold(text))))
    folded = _GLUED.sub(r"\1 \2", _POINT_OF.sub(r"\1 \2 punkt \3", folded))
    targets = _TARGET.findall(folded)
    numbered = _GOAL_PHRASES.sub("verdensmaal", _TARGET.sub(r"verdensmaal \1", folded))
    tokens = words(_WRITTEN_ORDINAL.sub(r"\1th", numbered))
    places = _places(tokens)
    goals = _numbers_at(tokens, _GOAL_WORDS.__contains__)
    names_pejlemaerke = any(map(is_pejlemaerke, tokens))
    if not (places or goals or targets or names_pejlemaerke):
        places = tuple((int(number), ()) for number in _BARE_NUMBER.findall(folded))
    if not (places or goals or targets) and _POINT_WORDS & set(tokens):
        places = tuple((int(number), (int(point),)) for number, point in _BARE_POINTS.findall(folded))
    tracks = _numbers_at(tokens, _SPOR_WORDS.__contains__)
    return References(
        places=places,
        points=_numbers_at(tokens, _POINT_WORDS.__contains__),
        goals=goals,
        targets=tuple(f"{goal}.{target}" for goal, target in targets),
        years=tuple(dict.fromkeys(int(year) for year in _YEAR.findall(_SHORT_YEAR.sub(r"20\1", folded)))),
        strategispor=_named_strategispor(text, folded, strategispor, tracks),
        tracks=tuple(number for number in tracks if number >= 0),
        headings=tuple(name for name in headings if _is_named(fold(name), folded)),
        names_pejlemaerke=names_pejlemaerke,
        names_goal=any(token in _GOAL_WORDS for token in tokens),
        names_target=bool(_TARGET_WORDS.search(folded)),
    )


def respelled(folded: str) -> str:
    """A folded text with mistyped words for parts of the plan put right: "tidspaln"."""
    return _LONG_WORD.sub(lambda match: _key_word(match.group()), folded)


def _key_word(word: str) -> str:
    if any(word.startswith(key) or key.startswith(word) for key in _KEY_WORDS):
        return word
    near = process.extractOne(word, _KEY_WORDS, scorer=fuzz.ratio, score_cutoff=_KEY_WORD_LIKE)
    return near[0] if near else word


def _spelled_out(match: re.Match[str]) -> str:
    """All numbers of a range: "3-5" is "3 4 5"."""
    first, last = int(match[1]), int(match[2])
    if not 0 < last - first <= _LONGEST_RANGE:
        return match.group()
    return " ".join(map(str, range(first, last + 1)))


def is_pejlemaerke(token: str) -> bool:
    """Whether a folded word is "pejlemærke" in some form, mistyped or in English."""
    if token in _PEJLEMAERKE_WORDS or token.startswith((_PEJLEMAERKE, "pejlem", "pejlm")):
        return True
    return len(token) >= 8 and fuzz.ratio(token[: len(_PEJLEMAERKE)], _PEJLEMAERKE) >= _PEJLEMAERKE_LIKE


def is_number(token: str) -> bool:
    """Whether a folded word is a number or an ordinal, in digits or letters."""
    return _cardinal(token) is not None or _ordinal(token) is not None


def _places(tokens: Sequence[str]) -> tuple[tuple[int, tuple[int, ...]], ...]:
    """Each pejlemærke with its points: those that follow it, or stand before the first of all."""
    places: dict[int, tuple[int, ...]] = {}
    group: list[int] = []
    waiting: tuple[int, ...] = ()
    for at, token in enumerate(tokens):
        if is_pejlemaerke(token) or token in ("p", "pm"):
            if group := _numbers_around(tokens, at):
                places |= {number: (*places.get(number, ()), *waiting) for number in group}
                waiting = ()
        elif token in _POINT_WORDS:
            points = _numbers_around(tokens, at)
            is_of_next = at + 1 < len(tokens) and _leads_on(tokens, at)
            if not group or is_of_next:
                waiting = (*waiting, *points)
            for number in group if not is_of_next else ():
                places[number] = tuple(dict.fromkeys((*places[number], *points)))
    if waiting and group:
        places |= {number: (*places[number], *waiting) for number in group}
    return tuple(places.items())


def _leads_on(tokens: Sequence[str], at: int) -> bool:
    """Whether a point is one of the pejlemærke behind it: "punkt 2 i pejlemærke 9"."""
    following = tokens[at + 1 : at + 6]
    inner = next((n for n, token in enumerate(following) if token in _OF), None)
    return inner is not None and any(map(is_pejlemaerke, following[inner:]))


def _numbers_at(tokens: Sequence[str], is_word: Callable[[str], bool]) -> tuple[int, ...]:
    """The numbers at each place of a word."""
    found = [n for at, token in enumerate(tokens) if is_word(token) for n in _numbers_around(tokens, at)]
    return tuple(dict.fromkeys(found))


def _numbers_around(tokens: Sequence[str], at: int) -> list[int]:
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
        number, several = _ordinal(ordinal), _cardinal(count)
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


def _named_strategispor(
    text: str, folded: str, names: Sequence[str], tracks: Sequence[int]
) -> tuple[str, ...]:
    found = {name for alias, name in ALIASES.items() if alias in folded}
    found |= {names[number - 1] for number in tracks if 1 <= number <= len(names)}
    found |= {names[number] for number in tracks if -len(names) <= number < 0}
    for name in names:
        # "et socialområde" is also plain Danish for "a social services area".
        is_meant = name != names[0] or _ONE_AREA.search(text) or _SPOR.search(folded)
        if is_meant and _is_named(fold(name), folded):
            found.add(name)
    return tuple(name for name in names if name in found)


def _is_named(name: str, folded: str) -> bool:
    if len(folded) < len(name) - 2:
        return False
    return name in folded or (len(name) >= 14 and fuzz.partial_ratio(name, folded) >= _NAME_LIKE)
