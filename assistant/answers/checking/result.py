"""What comes of a check: a verdict on each part of a claim, with what differs and where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from assistant.answers.answer import Answer, Citation, Language
from assistant.answers.phrases import say

Verdict = Literal["stands", "differs", "not_found"]
VERDICTS: tuple[Verdict, ...] = ("stands", "differs", "not_found")
Aspect = Literal[
    "what", "who", "when", "where", "how much", "strength", "scope", "negation", "status"
]  # fmt: skip
"""What of a claim may differ from the documents. ``strength``: a wish, a will or a duty; ``status``: the
plan's word or a response's, planned or done, a trial or the whole."""


@dataclass(frozen=True)
class Difference:
    """Where a claim and the documents part; ``claimed`` and ``told``: what either says, in few words.
    ``is_sure``: the structure of the documents settles it.

    Either may be empty: the documents say nothing of it, or the whole sentences say the opposite.
    """

    aspect: Aspect
    claimed: str = ""
    told: str = ""
    is_sure: bool = False

    def said(self, language: Language) -> str:
        """The difference in words."""
        key = {
            (True, True): "difference",
            (True, False): "difference_claimed",
            (False, True): "difference_told",
            (False, False): "difference_bare",
        }[bool(self.claimed), bool(self.told)]
        aspect = say(language, f"aspect_{self.aspect}")
        return say(language, key, aspect=aspect, claimed=self.claimed, told=self.told)

    def as_json(self) -> dict[str, str]:
        return {"aspect": self.aspect, "claimed": self.claimed, "told": self.told}


@dataclass(frozen=True)
class Part:
    """One statement of a claim with its verdict, one sentence that says why, and where it stands."""

    text: str
    verdict: Verdict
    explanation: str
    differences: tuple[Difference, ...] = ()
    citations: tuple[Citation, ...] = ()

    def as_json(self) -> dict[str, Any]:
        return {
            "text": self.text,
            "verdict": self.verdict,
            "explanation": self.explanation,
            "differences": [each.as_json() for each in self.differences],
            "markers": [citation.marker for citation in self.citations],
        }


@dataclass(frozen=True)
class CheckedClaim:
    """A claim with its verdict; ``answer`` holds the whole of it as text, with every quote verified.

    A claim that cannot be read has an ``answer`` with status ``failed``, and no parts.
    """

    claim: str
    language: Language
    verdict: Verdict
    explanation: str
    parts: tuple[Part, ...]
    answer: Answer

    def as_json(self) -> dict[str, Any]:
        return {
            "claim": self.claim,
            "language": self.language,
            "status": "failed" if self.answer.status == "failed" else "checked",
            "verdict": None if self.answer.status == "failed" else self.verdict,
            "explanation": self.explanation,
            "parts": [part.as_json() for part in self.parts],
            "citations": [citation.as_json() for citation in self.answer.citations],
            "reason": self.answer.reason if self.answer.status == "failed" else None,
            "elapsed_ms": round(self.answer.elapsed_ms, 1),
        }


def of_the_whole(verdicts: Sequence[Verdict]) -> Verdict:
    """The verdict on a claim by those on its parts: it stands if all do; not found, if none is."""
    if not verdicts or set(verdicts) == {"not_found"}:
        return "not_found"
    return "stands" if set(verdicts) == {"stands"} else "differs"
