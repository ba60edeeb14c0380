"""The register of commitments as a page: a table to sort, with what belongs together and what is missing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal, get_args

from assistant.answers.answer import Language
from assistant.hearing.attributes import STRENGTHS
from assistant.hearing.commitments import Commitment, Register, Wanted
from assistant.web.rendering import render

Order = Literal["place", "year", "strength"]
ORDERS: tuple[Order, ...] = get_args(Order)
_KEYS: dict[Order, Callable[[Commitment], Any]] = {
    "place": lambda each: 0,
    "year": lambda each: each.years or (9999,),
    "strength": lambda each: STRENGTHS.index(each.strength),
}


def commitments_view(register: Register, wanted: Wanted, order: Order, language: Language) -> str:
    """The commitments that are wanted, as HTML; those that are alike stand in the plan's order."""
    shown = sorted(register.wanted(wanted), key=_KEYS[order])
    every = register.commitments
    found = [sum(each.finding == kind for each in every) for kind in ("no_year", "no_point")]
    return render(
        "commitments.html",
        language,
        shown=shown,
        count=len(every),
        without_year=found[0],
        without_point=found[1],
    )
