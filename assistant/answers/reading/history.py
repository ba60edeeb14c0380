"""Completes a follow-up from the question before it, and leaves a new topic alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.answers.reading.bodies import named_bodies
from assistant.search.tokens import fold, stems

_STEP = re.compile(
    r"\b(?P<next>naeste|efterfoelgende|derefter|(aaret )?efter|bagefter|following|next|after that)\b"
    r"|\b(?P<previous>forrige|foregaaende|(aaret )?foer|previous|before that)\b"
)
_STEP_OF = re.compile(r"\bpejlem\w*|\baaret\b|\baar\b|\byear\b|\bpunkt\w*|\bguidepost\b|\bpoint\b")
_OPENING = re.compile(r"^(og|hvad med|hvad saa|hvad så|men|and|what about|how about|but)\b")
_POINTING = re.compile(r"\b(de|dem|deres|den|denne|disse|han|hun|they|them|their|that|those|it)\b")
_FEW_WORDS = 2
_DEPTH = 6
"""Follow-ups of follow-ups: how far back a question may lean."""
_YEAR = re.compile(r"\b20\d\d\b")
_POINT = re.compile(r"\b(punkt|pkt|point|bullet)\b")
_NUMBER = re.compile(r"\b\d{1,2}\b")


def completed(
    text: str, history: Sequence[str], stands_alone: Callable[[str], bool] = lambda text: False
) -> str:
    """The question with what it leaves out taken over from the last of ``history``.

    "Hvad så året efter?" repeats the last question for the next year, "og det næste pejlemærke?"
    for the next number; "og hvad med de pårørende?" keeps what the last question was about. A
    short question with a "de" or "it" in it does so unless it ``stands_alone``.
    """
    if not history:
        return text
    folded = fold(text)
    earlier = history[-_DEPTH:]
    previous = completed(earlier[-1], earlier[:-1], stands_alone)
    is_short = len(stems(text)) <= _FEW_WORDS
    if is_short and (stepped := _stepped(folded, previous)):
        return stepped
    points_back = bool(_OPENING.match(folded)) or (
        is_short and bool(_POINTING.search(folded)) and not stands_alone(text)
    )
    years = _YEAR.findall(text)
    if points_back and is_short and years and _YEAR.search(previous):
        return _YEAR.sub(years[0], previous)
    is_point = bool(_POINT.search(folded)) and "pejlem" not in folded and "guidepost" not in folded
    if is_point and _NUMBER.search(previous):
        return f"{previous} {text}"
    has_own_subject = bool(_NUMBER.search(text) or named_bodies(text))
    if not points_back or has_own_subject:
        return text
    return f"{previous} {text}"


def _stepped(folded: str, previous: str) -> str:
    """The last question for the next or the previous year or number; empty if none is asked for."""
    step = _STEP.search(folded)
    if not step or not _STEP_OF.search(folded) or _NUMBER.search(folded) or _YEAR.search(folded):
        return ""
    change = 1 if step["next"] else -1
    asks_year = re.search(r"\b(aaret|aar|year)\b", folded)
    pattern = _YEAR if asks_year else _NUMBER
    numbers = list(pattern.finditer(previous))
    if not numbers:
        return ""
    last = numbers[-1]
    return f"{previous[: last.start()]}{int(last.group()) + change}{previous[last.end() :]}"
