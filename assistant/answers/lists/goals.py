"""The verdensmål: all of them, those of a strategispor, or the text about some."""

from __future__ import annotations

import re

from assistant.answers.catalogue import Catalogue
from assistant.answers.lists.listing import Listing, of_strategispor, present, stated
from assistant.answers.phrases import say
from assistant.answers.reading.question import Question, is_bare

_IS_IT = re.compile(
    r"^(er|har|indgaar|is|are|has|have|does|did)\b"
    r".*\b(valgt|udvalgt\w*|blandt|med|chosen|picked|among|one of)\b"
)
"""Asks whether a verdensmål is among the chosen ones: a no is an answer."""
_TARGET = re.compile(r"\b\d{1,2}\.\d{1,2}\b")


def missing_goal(question: Question, catalogue: Catalogue) -> Listing | None:
    """The question points at a verdensmål or a delmål that the plan does not name."""
    references, language = question.references, question.language
    for goal in references.goals:
        if goal not in catalogue.goals:
            lead = say(language, "no_such_goal", number=goal, numbers=list(catalogue.goals))
            if _IS_IT.search(question.folded):
                lead = f"{say(language, 'no')} {lead}"
                return Listing(lead, present(catalogue.goal_list))
            return Listing(lead, present(catalogue.goal_list), "no_such_reference")
    for target in references.targets:
        box = catalogue.goals[int(target.partition(".")[0])]
        known = _TARGET.findall(box.text)
        if target not in known:
            lead = say(language, "no_such_target", target=target, known=known, goal=box.reference.goal)
            return Listing(lead, (box,), "no_such_reference")
    return None


def goals(question: Question, catalogue: Catalogue) -> Listing | None:
    """The complete answer about verdensmål and delmål as such."""
    references, language = question.references, question.language
    if not (references.names_goal or references.names_target) or question.bodies:
        return None
    if not is_bare(question, catalogue, (*references.strategispor, *references.headings)):
        return None
    if references.places:
        return _of_pejlemaerke(references.places[0][0], question, catalogue)
    if references.goals:
        boxes = tuple(catalogue.goals[goal] for goal in references.goals)
        return Listing(say(language, "goal", numbers=references.goals), boxes)
    if references.strategispor:
        boxes = tuple(of_strategispor(catalogue.goals.values(), references.strategispor))
        return Listing(say(language, "goals_of", count=len(boxes), name=references.strategispor), boxes)
    if references.names_target:
        boxes = tuple(catalogue.goals.values())
        targets = list(dict.fromkeys(each for box in boxes for each in _TARGET.findall(box.text)))
        return Listing(say(language, "targets", count=len(targets), targets=targets), boxes)
    lead = say(language, "goals", count=len(catalogue.goals))
    told = stated(question, catalogue.plan, "verdensmaal", len(catalogue.goals))
    return Listing(lead, told or present(catalogue.goal_list))


def _of_pejlemaerke(number: int, question: Question, catalogue: Catalogue) -> Listing:
    strategispor = catalogue.pejlemaerke(number)[0].reference.strategispor
    boxes = tuple(of_strategispor(catalogue.goals.values(), strategispor))
    numbers = [box.reference.goal for box in boxes]
    lead = say(question.language, "goals_of_pejlemaerke", number=number, name=strategispor, numbers=numbers)
    return Listing(lead, boxes)
