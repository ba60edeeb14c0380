"""Claims about where something stands: under which pejlemærke, heading or strategispor."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.answers.claims.finding import Finding
from assistant.answers.reading.question import Question
from assistant.answers.reading.residue import content
from assistant.documents.passages import Passage
from assistant.search.catalogue import Catalogue

_STANDS = re.compile(
    r"\b(handle\w*|drejer|om|hoerer?|tilhoerer|ligger|staar|naevn\w*|omfatte\w*|daekke\w*|en del af"
    r"|under|placeret"
    r"|knyttet|tied|linked|about|covers?|deals?|mentions?|belongs?|includes?|falls?|part of|stands?"
    r"|contains?|indeholde\w*|beroere\w*)\b"
)
_SAYS = frozenset(
    """
    handler handle drejer hoerer hoere tilhoerer ligger staar naevner naevnes omfatter daekker placeret sig
    about cover covers deal deals
    mention mentions belong belongs include includes fall falls part stand stands
    contain contains indeholder beroerer noget something anything
    """.split()
)
_WHICH_SPOR = re.compile(
    r"\bhvilket (?:af de (?:tre )?)?(?:strategi)?spor\w*"
    r"|\bwhich (?:of the )?(?:three )?(?:strategic )?(?:track|strand)\b"
)
_WHICH_PEJLEMAERKE = re.compile(
    r"\bhvilket (?:nummer |nr )?pejlem\w*|\bhvilket nummer\b|\b(?:which|what) (?:guidepost|pejlem\w*"
    r"|landmark|signpost)\b"
)
_TIMED = frozenset(
    """
    planlagt planlagte saettes sat gang indfoeres indfoert implementeres
    starter startes starte begynder begynde
    kommer foerst allerede lagt klar faerdig oprettes etableres
    scheduled planned start starts starting begin begins
    come introduced implemented launched due already first set
    """.split()
)

Find = Callable[[str], Sequence[Passage]]
"""The passages of the plan on a subject, best first; none if there is nothing sure."""


def place_asked(question: str, passages: Sequence[Passage]) -> str:
    """The pejlemærke or strategispor that a folded question asks for, by the best passage that has one."""
    for asked, name in ((_WHICH_SPOR, "strategispor"), (_WHICH_PEJLEMAERKE, "pejlemaerker")):
        if asked.search(question):
            found = [getattr(each.reference, name) for each in passages]
            values = next((value for value in found if len(value) == 1), ())
            return " ".join(f"pejlemærke {each}" if isinstance(each, int) else str(each) for each in values)
    return ""


def planned_claimed(
    claim: str, question: Question, catalogue: Catalogue, find: Find
) -> tuple[tuple[int, ...], tuple[Passage, ...]] | None:
    """The years in which the timeline names what a claim speaks of, and its rows.

    None if the claim names no year of the plan, or nothing that the timeline names.
    """
    years = [year for year in question.references.years if year >= min(catalogue.years, default=0)]
    subject = " ".join(word for word in content(claim) if word not in _SAYS | _TIMED)
    if not years or not subject:
        return None
    best = next(iter(find(subject)), None)
    if best is None:
        return None
    joined = catalogue.schedule.rows
    rows = (best,) if best.kind == "row" else tuple(joined.get(best.id, ()))
    if best.kind == "row":
        others = [each for group in joined.values() if best in group for each in group]
        rows = tuple(dict.fromkeys((best, *others)))
    planned = tuple(sorted({row.reference.year or 0 for row in rows}))
    return (planned, rows) if planned else None


def place_claimed(claim: str, question: Question, catalogue: Catalogue, find: Find) -> Finding | None:
    """Whether something stands where a claim says; None if it names no place or no thing."""
    references = question.references
    numbers, names = references.pejlemaerker, references.strategispor
    if len(numbers) > 1 or len(names) > 1 or references.points or not _STANDS.search(claim):
        return None
    if names and (numbers or len(references.goals) == 1):
        boxes = [catalogue.goals[each] for each in references.goals if each in catalogue.goals]
        things = catalogue.pejlemaerke(numbers[0])[:1] if numbers else boxes
        right = [name for thing in things for name in thing.reference.strategispor]
        return Finding(names[0] in right, " og ".join(right)) if right else None
    if not (numbers or names) or references.goals or references.years:
        return None
    own = {word for name in names for word in content(name)}
    subject = " ".join(word for word in content(claim) if word not in _SAYS | own)
    passages = find(subject) if subject else ()
    if not passages:
        return None
    if numbers:
        right_numbers = [each for passage in passages for each in passage.reference.pejlemaerker]
        return Finding(numbers[0] in right_numbers, f"pejlemærke {right_numbers[0]}" if right_numbers else "")
    right = [name for passage in passages for name in passage.reference.strategispor]
    return Finding(names[0] in right, right[0]) if right else None
