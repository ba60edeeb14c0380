"""The verdensmål: all of them, those of a strategispor, or the text about some."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.answers.lists.listing import Listing, of_strategispor, present, stated
from assistant.answers.phrases import say
from assistant.answers.reading.question import Question
from assistant.documents.passages import Passage
from assistant.search.catalogue import Catalogue

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
            return _missing(goal, question, catalogue)
    for target in references.targets:
        box = catalogue.goals[int(target.partition(".")[0])]
        known = _TARGET.findall(box.text)
        if target not in known:
            lead = say(language, "no_such_target", target=target, known=known, goal=box.reference.goal)
            return Listing(lead, (box,), "no_such_reference")
    return None


def _missing(goal: int, question: Question, catalogue: Catalogue) -> Listing:
    lead = say(question.language, "no_such_goal", number=goal, numbers=list(catalogue.goals))
    if _IS_IT.search(question.folded):
        return Listing(f"{say(question.language, 'no')} {lead}", present(catalogue.goal_list))
    return Listing(lead, present(catalogue.goal_list), "no_such_reference")


def goals(question: Question, catalogue: Catalogue) -> Listing | None:
    """The list of the chosen verdensmål; where the plan counts them, if only the number is asked for."""
    if question.references.goals or question.references.strategispor:
        return goal_text(question, catalogue)
    lead = say(question.language, "goals", count=len(catalogue.goals))
    told = stated(question, catalogue.plan, "verdensmaal", len(catalogue.goals))
    return Listing(lead, told or present(catalogue.goal_list))


def goal_text(question: Question, catalogue: Catalogue) -> Listing | None:
    """What the plan says of verdensmål: those named, or those of a strategispor or of a pejlemærke."""
    references, language = question.references, question.language
    if references.places:
        return _of_pejlemaerke(references.places[0][0], question, catalogue)
    numbers = references.goals or tuple(n for n in references.loose if n in catalogue.goals)
    if numbers:
        boxes = tuple(catalogue.goals[goal] for goal in numbers)
        return Listing(say(language, "goal", numbers=numbers), boxes)
    if references.loose and references.names_goal:
        return _missing(references.loose[0], question, catalogue)
    if references.strategispor:
        boxes = tuple(of_strategispor(catalogue.goals.values(), references.strategispor))
        lead = say(
            language, "goals_of", name=references.strategispor, numbers=_numbers(boxes), count=len(boxes)
        )
        return Listing(lead, boxes)
    return None


def goals_beside(question: Question, catalogue: Catalogue) -> Listing | None:
    """The verdensmål that a pejlemærke belongs to, if they are asked for by their name."""
    references = question.references
    return goal_text(question, catalogue) if references.names_goal and references.places else None


def targets(question: Question, catalogue: Catalogue) -> Listing | None:
    """The delmål that the plan names: all, or those of some verdensmål."""
    references = question.references
    wanted = references.goals or tuple(n for n in references.loose if n in catalogue.goals)
    boxes = [box for goal, box in catalogue.goals.items() if not wanted or goal in wanted]
    if references.strategispor:
        boxes = of_strategispor(boxes, references.strategispor)
    named = list(dict.fromkeys(each for box in boxes for each in _TARGET.findall(box.text)))
    return Listing(say(question.language, "targets", count=len(named), targets=named), tuple(boxes))


def _of_pejlemaerke(number: int, question: Question, catalogue: Catalogue) -> Listing:
    strategispor = catalogue.pejlemaerke(number)[0].reference.strategispor
    boxes = tuple(of_strategispor(catalogue.goals.values(), strategispor))
    numbers = _numbers(boxes)
    lead = say(question.language, "goals_of_pejlemaerke", number=number, name=strategispor, numbers=numbers)
    return Listing(lead, boxes)


def _numbers(boxes: Iterable[Passage]) -> list[int]:
    return [box.reference.goal for box in boxes if box.reference.goal is not None]
