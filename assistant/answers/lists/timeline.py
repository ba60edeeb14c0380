"""All rows of the timeline for the years and strategispor that are named."""

from __future__ import annotations

import re

from assistant.answers.catalogue import Catalogue
from assistant.answers.lists.listing import Listing, present
from assistant.answers.phrases import say, under
from assistant.answers.reading.question import Question, is_bare
from assistant.answers.reading.residue import residue
from assistant.documents.passages import Passage
from assistant.search.tokens import fold, stems

_NAMED = re.compile(
    r"\btidsplan\w*|\b(koereplan|tidslinje|tidsramme)\w*|\broad ?map\b|\btime ?line\b"
    r"|\btime ?table\b|\bschedule\b"
)
_SPAN = re.compile(r"\b(20\d\d)-(\d\d)\b")
_WHICH = re.compile(r"\b(hvilke|hvor mange|alle|which|how many|all|list)\b")
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
        return _about(question, catalogue, catalogue.rows_of(years, references.strategispor))
    if years and not set(years) & set(catalogue.years):
        lead = say(language, "no_rows", years=years, known=catalogue.years)
        note = present(catalogue.timeline_note)
        return Listing(lead, note, "answered" if _speaks_of(note, years) else "not_in_documents")
    rows = catalogue.rows_of(years, references.strategispor)
    held = tuple(year for year in catalogue.years if not years or year in years)
    lead = say(language, "rows", count=len(rows), years=held, under=under(language, references.strategispor))
    notes = _places(rows, catalogue)
    if without := [year for year in years if year not in held]:
        lead = f"{lead} {say(language, 'rows_too', years=without)}"
        return Listing(lead, (*rows, *present(catalogue.timeline_note)), notes=notes)
    return Listing(lead, tuple(rows), notes=notes)


def _speaks_of(note: tuple[Passage, ...], years: tuple[int, ...]) -> bool:
    """Whether the timeline's note speaks of all these years: "indsatserne for 2025-27"."""
    spans = [match for passage in note for match in _SPAN.finditer(passage.text)]
    return all(any(int(m[1]) <= year <= int(m[1][:2] + m[2]) for m in spans) for year in years)


def _about(question: Question, catalogue: Catalogue, rows: list[Passage]) -> Listing | None:
    """The rows that name a thing by its word ("hvilke pilotprojekter er der i tidsplanen"), if any do."""
    asked = residue(question.query, question.references.strategispor)
    words = [stem for word in asked for stem in stems(word)]
    found = [row for row in rows if words and all(word in fold(row.text) for word in words)]
    if not found or not _WHICH.search(question.folded):
        return None
    years = tuple(dict.fromkeys(row.reference.year for row in found))
    lead = say(question.language, "rows", count=len(found), years=years, under="")
    return Listing(lead, tuple(found), notes=_places(found, catalogue))


def _places(rows: list[Passage], catalogue: Catalogue) -> dict[str, str]:
    points = catalogue.schedule.points
    return {row.id: points[row.id].label for row in rows if row.id in points}
