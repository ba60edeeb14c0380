"""Whether the documents speak of what a statement says, and whether they say it so: learned from claims."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from assistant.answers.checking.held import Held
from assistant.answers.checking.result import Aspect, Difference, Verdict
from assistant.answers.checking.worded import RIGHT, modal
from assistant.search.catalogue import Catalogue
from assistant.search.retriever import Search
from assistant.search.stored import opened, store
from assistant.search.tokens import fold, stems

MODEL = Path(__file__).parent.parent / "model" / "claims.json"
_HALF, _LEAST_FOUND = 0.5, 0.2
_PLAIN = ("when", "where", "how much")
_TOLD = 0.6
"""A word is told if one of the passage's words is so near."""
_FEW = 8
_LETTERS = 12


@dataclass(frozen=True)
class Judgement:
    """Two logistic regressions over the same signs: ``found`` and ``so``, a weight for each and a bias ("").

    ``python -m assistant claims --fit`` fits them.
    """

    found: Mapping[str, float]
    so: Mapping[str, float]

    @classmethod
    def open(cls, path: Path = MODEL) -> Judgement:
        """Reads a model; ``ModelError`` if the file is missing or not one."""
        return opened(cls, path)

    def save(self, path: Path = MODEL) -> None:
        store(self, path)

    def verdict(self, signs: Mapping[str, float]) -> Verdict:
        """What the signs of a statement say. Where a number, a year or a place is told in the place of the
        claimed one, less is enough to believe that the documents speak of it."""
        found = _probability(self.found, signs)
        if signs["plain"] and found >= _LEAST_FOUND:
            return "differs"
        if found < _HALF:
            return "not_found"
        return "stands" if _probability(self.so, signs) >= _HALF else "differs"


def _probability(weights: Mapping[str, float], signs: Mapping[str, float]) -> float:
    total = weights[""] + sum(weights.get(name, 0.0) * value for name, value in signs.items())
    return 1 / (1 + math.exp(-total))


class Weigher:
    """Finds the signs of a statement."""

    def __init__(self, search: Search, catalogue: Catalogue) -> None:
        self._search = search
        self._texts = [set(stems(passage.text)) for passage in catalogue.passages]

    def __call__(self, held: Held, differences: Sequence[Difference], is_settled: bool) -> dict[str, float]:
        """All of them, each from about 0 to 1. ``is_settled``: the structure says that it is so."""
        strange = self.near(held)
        telling = held.statement.telling
        near = [share for _, share in strange]
        evidence, is_english = held.evidence, held.statement.language == "en"
        aspects = {each.aspect for each in differences}
        worst = min(near, default=1.0)
        flags = {str(aspect): float(aspect in aspects) for aspect in get_args(Aspect)}
        return {
            **flags,
            "any": float(bool(aspects)),
            "contrast": float(any(each.claimed and each.told for each in differences)),
            "settled": float(is_settled),
            "right": float("strength" in aspects and modal(held.statement.folded)[0] == RIGHT),
            "plain": float(any(each.aspect in _PLAIN and each.claimed and each.told for each in differences)),
            "score": held.score,
            "closeness": held.closeness / 2,
            "similarity": evidence.similarity,
            "outside": evidence.outside,
            "coverage": evidence.coverage,
            "mean": sum(near) / len(near) if near else 1.0,
            "worst": worst,
            "untold": sum(share < _TOLD for share in near) / max(1, len(near)),
            "strange": min(1.0, len(self.unknown(held)) / 2),
            "elsewhere": float(bool(self.elsewhere(held))),
            "long": max((len(word) for word, share in strange if share < _TOLD), default=0) / _LETTERS,
            "few": 1 / (1 + len(telling)),
            "English": float(is_english),
            "English closeness": held.closeness / 2 * is_english,
            "English mean": (sum(near) / len(near) if near else 1.0) * is_english,
            "English untold": sum(share < _TOLD for share in near) / max(1, len(near)) * is_english,
        }

    def near(self, held: Held) -> list[tuple[str, float]]:
        """The telling words of a statement, each with how near what it is held against comes to it."""
        words = list(held.statement.telling)
        return list(zip(words, self._search.support(words, held.text), strict=True)) if words else []

    def unknown(self, held: Held) -> list[str]:
        """The telling words that neither the passage nor what people ask of it holds."""
        return self._search.strange(held.statement.telling, held.passage)

    def elsewhere(self, held: Held) -> list[str]:
        """The telling words that a few other passages hold, and neither this one nor what belongs to it."""
        own = set(stems(held.text))
        found = []
        for word in held.statement.telling:
            for stem in stems(word):
                rows = sum(stem in text for text in self._texts)
                if stem not in own and 0 < rows <= _FEW and not any(fold(word)[:6] in each for each in own):
                    found.append(word)
        return found
