"""All rows of the timeline for the years and strategispor that are named."""

from __future__ import annotations

import re

from assistant.answers.catalogue import Catalogue
from assistant.answers.lists.listing import Listing, present
from assistant.answers.phrases import say, under
from assistant.answers.reading.question import Question, is_bare
from assistant.documents.passages import Passage

_NAMED = re.compile(r"\btidsplan\w*|\btime ?line\b|\btime ?table\b|\bschedule\b")
_PLANNED = re.compile(
    r"\b(schedul\w*|indsats(er|erne)?|initiativ\w*|initiatives?|planlagt\w*|planned|happen\w*|aktivitet\w*"
    r"|sker|ske|saettes i gang|igangsaett\w*|ivaerksaett\w*|raekker|actions?|activities|measures)\b"
)


def timeline(question: Question, catalogue: Catalogue) -> Listing | None:
    """The rows of some years or strategispor, with the place of the point that each belongs to."""
    references, language = question.references, question.language
    is_named = bool(_NAMED.search(question.folded))
    first = min(catalogue.years, default=0)
    years = tuple(year for year in references.years if is_named or year >= first)
    asks_plan = (years or references.strategispor) and _PLANNED.search(question.folded)
    if not (is_named or asks_plan or (years and references.strategispor)):
        return None
    if references.names_pejlemaerke or references.names_goal or question.bodies:
        return None
    if not is_bare(question, catalogue, references.strategispor):
        return None
    if years and not set(years) & set(catalogue.years):
        lead = say(language, "no_rows", years=years, known=catalogue.years)
        return Listing(lead, present(catalogue.timeline_note), "not_in_documents")
    rows = catalogue.rows_of(years, references.strategispor)
    held = tuple(year for year in catalogue.years if not years or year in years)
    lead = say(language, "rows", count=len(rows), years=held, under=under(language, references.strategispor))
    notes = _places(rows, catalogue)
    if without := [year for year in years if year not in held]:
        lead = f"{lead} {say(language, 'rows_too', years=without)}"
        return Listing(lead, (*rows, *present(catalogue.timeline_note)), notes=notes)
    return Listing(lead, tuple(rows), notes=notes)


def _places(rows: list[Passage], catalogue: Catalogue) -> dict[str, str]:
    points = catalogue.schedule.points
    return {row.id: points[row.id].label for row in rows if row.id in points}
