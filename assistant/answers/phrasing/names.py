"""Names in a sentence, against those that its sources hold."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from assistant.answers.reading.bodies import named_bodies
from assistant.search.tokens import fold

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
    "norddjurs": ("norddjurs",),
}
"""What stands in a Danish source for a name in English, by the beginning of a folded word."""
_ALWAYS = {"i", "danish", "english", "region", "regional", "regionen", "planen", "socialområdet"}


@dataclass(frozen=True)
class Names:
    """Tells names from other words with a capital: ``common`` are the folded words that are no names;
    ``senders`` those who have responded."""

    common: Collection[str]
    senders: tuple[str, ...]

    def has_other(self, sentence: str, sources: Iterable[str]) -> bool:
        """Whether a sentence names somebody or something that none of its sources names."""
        held = " ".join(sources)
        if set(named_bodies(sentence, self.senders)) - set(named_bodies(held, self.senders)):
            return True
        words = {word for word in re.findall(r"\w+", fold(held))}
        return any(not self._is_held(name, words) for name in self._names(sentence))

    def _names(self, sentence: str) -> list[str]:
        found = []
        for match in _CAPITAL.finditer(sentence):
            for part in match.group().split("-"):
                folded = fold(part)
                is_short_form = part.isupper() and len(part) > 1
                if _TELLING.fullmatch(part) and (is_short_form or folded not in self.common):
                    found.append(folded)
        return [name for name in found if name not in _ALWAYS]

    @staticmethod
    def _is_held(name: str, words: Collection[str]) -> bool:
        if name in words or name.removesuffix("s") in words:
            return True
        return any(word.startswith(start) for start in _IN_ENGLISH.get(name, ()) for word in words)
