"""References to places in the documents, in the forms in which people write them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from assistant.answers.reading.numbers import (
    in_digits,
    is_number,
    neighbours,
    number_at,
    numbers_around,
    numbers_at,
    without_ranges,
)
from assistant.search.tokens import fold, words

_PEJLEMAERKE = "pejlemaerke"
_PEJLEMAERKE_LIKE = 80
"""Similarity of a typing error to the word, in per cent: "pejlemerke", "pejlmærke", "pejelmærket"."""
_PEJLEMAERKE_WORDS = {
    f"{word}{plural}"
    for word in "guidepost guidemark landmark beacon signpost waypoint benchmark milestone marker".split()
    for plural in ("", "s")
} | {"priority", "priorities"}
_PEJLEMAERKE_PHRASE = re.compile(r"\bguiding (?:points?|marks?|posts?)\b")
_POINT_WORDS = {
    "punkt", "pkt", "punkter", "punkterne", "punktet", "bullet", "bullets", "point", "points", "underpunkt",
    "underpunkter", "underpunkterne", "delpunkt", "delpunkter", "pind", "pinde", "pinden", "pindene",
}  # fmt: skip
_BARE_POINTS = re.compile(r"\b(\d{1,2})\.(\d{1,2})\b(?!\.)")
_BARE_NUMBER = re.compile(
    r"(?:^|\b(?:staar der i|teksten til|text of|siger|skriver|handler|lyder|vis|hvad er|hvad med"
    r"|og|about|say|says|show|and) )"
    r"(?:nr|nummer|no|number)\b\.? ?(\d{1,2})\b"
)
"""A number that does not say what it counts: a pejlemærke's, if nothing else is named."""
_TARGET_WORDS = re.compile(r"\bdelmaal|\btargets?\b")
_GOAL_WORDS = {"verdensmaal", "verdensmaalet", "verdensmaalene", "sdg", "sdgs", "fnmaal"}
_LOOSE_WORDS = {"to", "fire"}
"""Danish numbers that are English words for something else."""
_NOT_THIS = re.compile(r"\b(?:ikke|not) (?:nr |nummer |no |number )?\d{1,2}\b")
_REST = re.compile(r"\b(resten|(de|the) (andre|oevrige|rest|other\w*)|remaining)\b")
GOAL_PHRASES = re.compile(r"\b(?:fn\W?s? ?-? ?maal|(?:un|global|world|sustainable development) goals?)\b")
_TARGET = re.compile(r"\b(?:delmaal|target|verdensmaal|sdg)\s*(\d{1,2})\.(\d{1,2})\b")
_POINT_OF = re.compile(r"(pejlem\w*|\bp) ?(\d{1,2})\.(\d{1,2})\b")
_GLUED = re.compile(r"\b(p[a-z]{4,}|pm?|sdg|verdensmaal|punkt|spor)(\d{1,4})\b")
_LONG_WORD = re.compile(r"\b[a-z]{6,}\b")
_WRITTEN_ORDINAL = re.compile(r"\b(\d{1,2})\.(?= [a-z])")
_OF = {"i", "af", "fra", "under", "of", "in", "from"}
_SHORT_YEAR = re.compile(r"(?:(?<=\bi )|(?<=\b20\d\d og )|(?<=\b20\d\d and ))(2[4-7])\b(?!\.)")
_YEAR = re.compile(r"\b(20[0-4]\d)\b")
_SPOR_WORDS = {
    "spor", "sporet", "sporene", "strategispor", "strategisporet", "strategisporene", "track", "tracks",
    "strand",
}  # fmt: skip
_SPOR_PHRASE = re.compile(r"\bstrategic (?=tracks?|strands?)|\bstrategiske (?=spor)")
_WITHOUT_POINTS = re.compile(
    r"\b(ikke|not|uden|without|skip|minus|no)( \w+){0,2} (\w*punkter\w*|points|bullets)\b"
)
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
    ``loose``: numbers that do not say what they count ("nr. 7, hele molevitten"). ``asks_rest``: whether
    the points that are left are meant, not those that are named.
    """

    places: tuple[tuple[int, tuple[int, ...]], ...] = ()
    points: tuple[int, ...] = ()
    goals: tuple[int, ...] = ()
    targets: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    strategispor: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    tracks: tuple[int, ...] = ()
    loose: tuple[int, ...] = ()
    asks_rest: bool = False
    names_pejlemaerke: bool = False
    names_goal: bool = False
    names_target: bool = False

    @property
    def pejlemaerker(self) -> tuple[int, ...]:
        return tuple(number for number, _ in self.places)


def find_references(text: str, strategispor: Sequence[str], headings: Iterable[str]) -> References:
    """All references in a question; ``strategispor`` and ``headings`` are the plan's own names."""
    folded = _PEJLEMAERKE_PHRASE.sub(_PEJLEMAERKE, without_ranges(respelled(fold(in_digits(text)))))
    folded = _SPOR_PHRASE.sub("", _NOT_THIS.sub("", folded))
    folded = _GLUED.sub(r"\1 \2", _POINT_OF.sub(r"\1 \2 punkt \3", folded))
    targets = _TARGET.findall(folded)
    numbered = GOAL_PHRASES.sub("verdensmaal", _TARGET.sub(r"verdensmaal \1", folded))
    tokens = words(_WRITTEN_ORDINAL.sub(r"\1th", numbered))
    places = _places(tokens)
    goals = numbers_at(tokens, _GOAL_WORDS.__contains__)
    names_pejlemaerke = any(map(is_pejlemaerke, tokens))
    if not (places or goals or targets or names_pejlemaerke):
        places = tuple((int(number), ()) for number in _BARE_NUMBER.findall(folded))
    if not (places or goals or targets) and _POINT_WORDS & set(tokens):
        places = tuple((int(number), (int(point),)) for number, point in _BARE_POINTS.findall(folded))
    tracks = numbers_at(tokens, _SPOR_WORDS.__contains__)
    return References(
        places=places,
        points=numbers_at(tokens, _POINT_WORDS.__contains__),
        goals=goals,
        targets=tuple(f"{goal}.{target}" for goal, target in targets),
        years=tuple(dict.fromkeys(int(year) for year in _YEAR.findall(_SHORT_YEAR.sub(r"20\1", folded)))),
        strategispor=_named_strategispor(text, folded, strategispor, tracks),
        tracks=tuple(number for number in tracks if number >= 0),
        headings=tuple(name for name in headings if _is_named(fold(name), folded)),
        loose=_loose(tokens),
        asks_rest=bool(_REST.search(folded)),
        names_pejlemaerke=names_pejlemaerke,
        names_goal=any(token in _GOAL_WORDS for token in tokens),
        names_target=bool(_TARGET_WORDS.search(folded)),
    )


def _loose(tokens: Sequence[str]) -> tuple[int, ...]:
    """Numbers and ordinals that belong to no pejlemærke, point, verdensmål or strategispor."""
    counted = [at for at, token in enumerate(tokens) if _is_counted(token)]
    taken = {at + n for at in counted for n in neighbours(tokens, at)}
    free = [at for at, token in enumerate(tokens) if at not in taken and token not in _LOOSE_WORDS]
    found = [n for at in free for n in number_at(tokens, at)]
    return tuple(dict.fromkeys(found))


def _is_counted(token: str) -> bool:
    return (
        is_pejlemaerke(token)
        or token in ("p", "pm")
        or token in _POINT_WORDS
        or token in _GOAL_WORDS
        or token in _SPOR_WORDS
    )


def respelled(folded: str) -> str:
    """A folded text with mistyped words for parts of the plan put right: "tidspaln"."""
    return _LONG_WORD.sub(lambda match: _key_word(match.group()), folded)


def _key_word(word: str) -> str:
    if any(word.startswith(key) or key.startswith(word) for key in _KEY_WORDS):
        return word
    near = process.extractOne(word, _KEY_WORDS, scorer=fuzz.ratio, score_cutoff=_KEY_WORD_LIKE)
    return near[0] if near else word


def marked(text: str, names: Mapping[str, str]) -> str:
    """A question with marks in place of what it points at, so that its wording can be compared with others'.

    ``names``: folded names of parts, and the mark of each.
    """
    folded = _PEJLEMAERKE_PHRASE.sub(_PEJLEMAERKE, respelled(fold(in_digits(text))))
    folded = GOAL_PHRASES.sub("verdensmaal", _GLUED.sub(r"\1 \2", folded))
    folded = _WITHOUT_POINTS.sub("udendele", _SPOR_PHRASE.sub("", folded))
    for name, mark in names.items():
        folded = folded.replace(name, f" {mark} ")
    folded = _YEAR.sub(" aarstal ", _SHORT_YEAR.sub("2024", _TARGET.sub("delmaal maaltal", folded)))
    return " ".join(_marked(token) for token in words(_WRITTEN_ORDINAL.sub(r"\1th", folded)))


def _marked(token: str) -> str:
    if is_pejlemaerke(token):
        return f"{_PEJLEMAERKE} flertal" if token.endswith(("er", "erne", "ers", "s")) else _PEJLEMAERKE
    if token.isdigit() or is_number(token):
        return "tal"
    return token


def is_pejlemaerke(token: str) -> bool:
    """Whether a folded word is "pejlemærke" in some form, mistyped or in English."""
    if token in _PEJLEMAERKE_WORDS or token.startswith((_PEJLEMAERKE, "pejlem", "pejlm")):
        return True
    return len(token) >= 8 and fuzz.ratio(token[: len(_PEJLEMAERKE)], _PEJLEMAERKE) >= _PEJLEMAERKE_LIKE


def _places(tokens: Sequence[str]) -> tuple[tuple[int, tuple[int, ...]], ...]:
    """Each pejlemærke with its points: those that follow it, or stand before the first of all."""
    places: dict[int, tuple[int, ...]] = {}
    group: list[int] = []
    waiting: tuple[int, ...] = ()
    for at, token in enumerate(tokens):
        if is_pejlemaerke(token) or token in ("p", "pm"):
            if group := numbers_around(tokens, at):
                places |= {number: (*places.get(number, ()), *waiting) for number in group}
                waiting = ()
        elif token in _POINT_WORDS:
            points = numbers_around(tokens, at)
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
