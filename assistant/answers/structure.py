"""Answers that can be listed completely: from where passages stand, never from a top-k."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.answers.answer import Status
from assistant.answers.catalogue import Catalogue
from assistant.answers.phrases import say, under
from assistant.answers.question import Question, residue
from assistant.documents.passages import Passage


@dataclass(frozen=True)
class Listing:
    """A complete answer: a lead-in, and all passages it is about in the documents' order."""

    lead: str
    passages: tuple[Passage, ...]
    status: Status = "answered"


_TIMELINE = re.compile(
    r"\b(tidsplan\w*|timeline|schedul\w*|indsats(er|erne)?|initiatives?|planlagt\w*|planned|happen\w*"
    r"|sker|ske|saettes i gang|igangsaett\w*)\b"
)
_RESPONDED = re.compile(
    r"\bhvem\b.*\b(svaret|svarede|hoeringssvar\w*|afgivet|kommenteret)\b"
    r"|\bhvilke\w* (kommuner|hoeringssvar|parter|organisationer)\b"
    r".*\b(svar\w*|afgivet|samling\w*|findes|har i)\b"
    r"|\bwho (has |have )?(responded|replied|answered|commented|submitted)\b"
    r"|\bwhich (municipalities|organisations|responses)\b.*\b(respon\w+|submit\w+|answer\w*|included)\b"
)
_WHICH_COMMENTED = re.compile(r"\b(hvilke\w*|which) (pejlem\w*|guideposts|landmarks)\b")
_RESPONSES = re.compile(r"\bhoeringssvar\w*|\bkommuner\w*|\bresponses?\b|\bmunicipalit\w+")
_WHO = re.compile(r"\b(hvem|who)\b")


def from_structure(question: Question, catalogue: Catalogue) -> Listing | None:
    """The complete answer to a question that asks for a part as such; None if it asks for more."""
    steps = (_missing, _responses, _pejlemaerke, _goals, _timeline, _statements, _strategispor)
    return next((found for step in steps if (found := step(question, catalogue))), None)


def _missing(question: Question, catalogue: Catalogue) -> Listing | None:
    """The question points at a pejlemærke, a point or a verdensmål that does not exist."""
    references, language = question.references, question.language
    for number in references.pejlemaerker:
        if number not in catalogue.pejlemaerker:
            last = max(catalogue.pejlemaerker)
            lead = say(language, "no_such_pejlemaerke", number=number, last=last)
            return Listing(lead, (), "no_such_reference")
    for goal in references.goals:
        if goal not in catalogue.goals:
            lead = say(language, "no_such_goal", number=goal, numbers=list(catalogue.goals))
            return Listing(lead, _present(catalogue.goal_list), "no_such_reference")
    if len(references.pejlemaerker) == 1:
        number = references.pejlemaerker[0]
        points = catalogue.points(number)
        for point in references.points:
            if not 1 <= point <= len(points):
                lead = say(language, "no_such_point", number=number, point=point, count=len(points))
                return Listing(lead, tuple(points), "no_such_reference")
    return None


def _pejlemaerke(question: Question, catalogue: Catalogue) -> Listing | None:
    """Pejlemærker in full, or some of their points."""
    references, language = question.references, question.language
    numbers = references.pejlemaerker
    if not numbers and len(references.headings) == 1 and references.points:
        numbers = catalogue.headings[references.headings[0]]
    if not numbers:
        return None
    if references.points and len(numbers) == 1:
        points = catalogue.points(numbers[0])
        chosen = tuple(points[point - 1] for point in references.points if point <= len(points))
        lead = say(language, "points", number=numbers[0], points=references.points)
        return Listing(lead, chosen)
    if residue(question, (*references.headings, *references.strategispor)):
        return None
    passages = tuple(passage for number in numbers for passage in catalogue.pejlemaerke(number))
    if question.detail == "count":
        points = [passage for passage in passages if passage.kind == "point"]
        lead = say(language, "point_count", numbers=numbers, count=len(points))
        return Listing(lead, tuple(points))
    if len(numbers) > 1:
        return Listing(say(language, "pejlemaerker", numbers=numbers), passages)
    strategispor, title, _ = passages[0].section
    lead = say(language, "pejlemaerke", numbers=numbers, title=title, name=strategispor)
    return Listing(lead, passages)


def _goals(question: Question, catalogue: Catalogue) -> Listing | None:
    """The verdensmål: all of them, those of a strategispor, or the text about some."""
    references, language = question.references, question.language
    if not references.names_goal or residue(question, references.strategispor):
        return None
    if references.goals:
        boxes = tuple(catalogue.goals[goal] for goal in references.goals)
        return Listing(say(language, "goal", numbers=references.goals), boxes)
    if references.strategispor:
        boxes = tuple(_of_strategispor(catalogue.goals.values(), references.strategispor))
        lead = say(language, "goals_of", count=len(boxes), name=references.strategispor)
        return Listing(lead, boxes)
    lead = say(language, "goals", count=len(catalogue.goals))
    return Listing(lead, _present(catalogue.goal_list))


def _timeline(question: Question, catalogue: Catalogue) -> Listing | None:
    """All rows of the timeline for the years and strategispor that are named."""
    references, language = question.references, question.language
    is_named = "tidsplan" in question.folded or "timeline" in question.folded
    first = min(catalogue.years, default=0)
    years = tuple(year for year in references.years if is_named or year >= first)
    if not is_named and not (years and _TIMELINE.search(question.folded)):
        return None
    if references.names_pejlemaerke or references.names_goal or question.bodies:
        return None
    if residue(question, references.strategispor):
        return None
    if years and not set(years) & set(catalogue.years):
        lead = say(language, "no_rows", years=years, known=catalogue.years)
        return Listing(lead, _present(catalogue.timeline_note), "not_in_documents")
    rows = catalogue.rows_of(years, references.strategispor)
    held = tuple(year for year in catalogue.years if not years or year in years)
    under_names = under(language, references.strategispor)
    lead = say(language, "rows", count=len(rows), years=held, under=under_names)
    if without := [year for year in years if year not in held]:
        lead = f"{lead} {say(language, 'rows_too', years=without)}"
        return Listing(lead, (*rows, *_present(catalogue.timeline_note)))
    return Listing(lead, tuple(rows))


def _responses(question: Question, catalogue: Catalogue) -> Listing | None:
    """Who has responded, what a response comments on, and who comments on a pejlemærke."""
    references, language = question.references, question.language
    named = [response for response in catalogue.responses if response.sender in question.bodies]
    is_about_responses = _RESPONSES.search(question.folded) or (
        question.asks_opinion and _WHO.search(question.folded)
    )
    if references.pejlemaerker and (named or is_about_responses):
        return _comments_on(question, catalogue, {response.id for response in named})
    if named and _WHICH_COMMENTED.search(question.folded):
        passages = tuple(p for p in named[0].passages if p.reference.pejlemaerker)
        numbers = sorted({number for p in passages for number in p.reference.pejlemaerker})
        return Listing(say(language, "commented", sender=named[0].sender, numbers=numbers), passages)
    if question.bodies or not _RESPONDED.search(question.folded):
        return None
    senders = catalogue.responders
    lead = say(language, "respondents", count=len(senders), senders=senders)
    firsts = tuple(response.passages[0] for response in catalogue.responses)
    return Listing(lead, (*firsts, *catalogue.received))


def _comments_on(question: Question, catalogue: Catalogue, named: set[str]) -> Listing | None:
    if question.bodies and not named:
        return None
    numbers, language = question.references.pejlemaerker, question.language
    comments = [
        comment
        for number in numbers
        for comment in catalogue.comments_on(number)
        if not named or comment.document_id in named
    ]
    if not comments:
        return Listing(say(language, "no_comments", numbers=numbers), (), "not_in_documents")
    count = len({comment.document_id for comment in comments})
    lead = say(language, "comments", count=count, numbers=numbers)
    return Listing(lead, tuple(dict.fromkeys(comments)))


def _statements(question: Question, catalogue: Catalogue) -> Listing | None:
    """The statements of all pejlemærker, or of those of a strategispor or heading."""
    references = question.references
    if not references.names_pejlemaerke or references.pejlemaerker or question.bodies:
        return None
    names = (*references.strategispor, *references.headings)
    if residue(question, names):
        return None
    if references.headings:
        numbers = {n for heading in references.headings for n in catalogue.headings[heading]}
        found = [s for s in catalogue.statements if numbers & set(s.reference.pejlemaerker)]
    else:
        found = _of_strategispor(catalogue.statements, references.strategispor or catalogue.strategispor)
    language = question.language
    lead = say(language, "statements", count=len(found), under=under(language, names))
    return Listing(lead, tuple(found))


def _strategispor(question: Question, catalogue: Catalogue) -> Listing | None:
    """The strategispor as such."""
    asked = "strategispor" in question.folded or "strategic track" in question.folded
    if not asked or question.references.strategispor or question.bodies or residue(question):
        return None
    names = catalogue.strategispor
    lead = say(question.language, "strategispor", count=len(names), names=names)
    return Listing(lead, catalogue.strategispor_in_short)


def _of_strategispor(passages: Iterable[Passage], names: Iterable[str]) -> list[Passage]:
    wanted = set(names)
    return [passage for passage in passages if wanted & set(passage.reference.strategispor)]


def _present(passage: Passage | None) -> tuple[Passage, ...]:
    return (passage,) if passage else ()
