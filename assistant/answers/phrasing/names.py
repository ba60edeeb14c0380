"""Names in a sentence, against those that its sources hold."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property

from assistant.answers.phrasing.amounts import CALENDAR
from assistant.answers.reading.bodies import named_bodies
from assistant.search.index import Index
from assistant.search.tokens import fold

_WORD = re.compile(r"\w+")
_NAME = re.compile(r"(?:(?<=[a-zæøå,] )|(?<=\())[A-ZÆØÅ]\w+")
_CAPITAL = re.compile(r"(?<![\w-])[A-ZÆØÅÉ][\w-]*")
_TELLING = re.compile(r"[A-ZÆØÅÉ]{2,}|\w{2,}")
_IN_ENGLISH = {
    "central": ("midtjylland",),
    "denmark": ("danmark", "midtjylland"),
    "municipality": ("kommun",),
    "municipalities": ("kommun",),
    "municipal": ("kommun",),
    "council": ("raad",),
    "councils": ("raad",),
    "un": ("fn", "verdensmaal"),
    "united": ("fn", "verdensmaal"),
    "nations": ("fn", "verdensmaal"),
    "strategy": ("strategi",),
    "social": ("social",),
    "goal": ("maal", "verdensmaal"),
    "goals": ("maal", "verdensmaal"),
    "committee": ("udvalg",),
    "psychiatry": ("psykiatri",),
    "guidepost": ("pejlemaerke",),
    "guideposts": ("pejlemaerke",),
}
"""What stands in a Danish source for a name in English, as a part of a folded word."""
_BEGINNING = 7
"""So many letters make it likely that two words are forms of one."""
_ALWAYS = {"i", "danish", "region", "regional", "regionen", "planen", "socialomraadet", "socialomraadets"}


@dataclass(frozen=True)
class Names:
    """Tells names from other words with a capital: ``common`` are the folded words that are no names;
    ``senders`` those who have responded."""

    common: Collection[str]
    senders: tuple[str, ...]

    @classmethod
    def open(cls, index: Index, senders: tuple[str, ...]) -> Names:
        """By the words of an index: a name has a capital within a sentence, and is never without one."""
        texts = [document.text for document in index.documents]
        small = {fold(word) for text in texts for word in _WORD.findall(text) if word.islower()}
        names = {fold(word) for text in texts for word in _NAME.findall(text)} - small
        long = {name for name in names if len(name) >= _BEGINNING - 1}
        parts = {name[:length] for name in long for length in range(_BEGINNING - 1, len(name))}
        beginnings = tuple({name[:_BEGINNING] for name in long} - {word[:_BEGINNING] for word in small})
        common = set(map(fold, index.vocabulary)) - names - parts
        return cls(frozenset(word for word in common if not word.startswith(beginnings)), senders)

    def has_other(self, sentence: str, sources: Iterable[str]) -> bool:
        """Whether a sentence names somebody or something that none of its sources names."""
        return bool(self.others(sentence, sources))

    def others(self, sentence: str, sources: Iterable[str]) -> list[str]:
        """The bodies that a sentence names and none of its sources does, and such names, folded."""
        held = " ".join(sources)
        known = set(named_bodies(held, self.senders))
        bodies = [body for body in named_bodies(sentence, self.senders) if body not in known]
        names = self._names(sentence)
        words = set(_WORD.findall(fold(held))) if names else set()
        return [*bodies, *(name for name in names if not _is_held(name, words))]

    def _names(self, sentence: str) -> list[str]:
        """The words with a capital; the first of a sentence only if it is no ordinary word."""
        found = []
        for match in _CAPITAL.finditer(sentence):
            for part in match.group().split("-"):
                is_first = match.start() == 0 and not (part.isupper() and len(part) > 1)
                if _TELLING.fullmatch(part) and not (is_first and self._is_ordinary(fold(part))):
                    found.append(fold(part))
        return [name for name in found if name not in _ALWAYS and name not in CALENDAR]

    def _is_ordinary(self, word: str) -> bool:
        """Whether a word is common, or begins as a common one does: "omdømmet"."""
        return word in self.common or (len(word) > _BEGINNING and word[:_BEGINNING] in self._beginnings)

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        return frozenset(word[:_BEGINNING] for word in self.common if len(word) >= _BEGINNING)


def _is_held(name: str, words: Collection[str]) -> bool:
    if any(name.removesuffix(ending) in words for ending in ("", "s", "e", "es")):
        return True
    return any(part in word for part in _IN_ENGLISH.get(name, ()) for word in words)
