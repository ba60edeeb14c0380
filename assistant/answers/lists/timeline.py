"""All rows of the timeline for the years and strategispor that are named."""

from __future__ import annotations

import re

from assistant.answers.lists.listing import Listing, present
from assistant.answers.phrases import say, under
from assistant.answers.reading.numbers import slice_of
from assistant.answers.reading.question import Question
from assistant.answers.reading.residue import residue
from assistant.documents.passages import Passage
from assistant.search.catalogue import Catalogue
from assistant.search.tokens import fold, stems

_NAMED = re.compile(
    r"\btidsplan\w*|\b(koereplan|tidslinje|tidsramme)\w*|\broad ?map\b|\btime ?line\b"
    r"|\btime ?table\b|\bschedule\b"
)
_PEOPLE = {
    1: re.compile(
        r"\bfor (de |the )?(borger\w*|beboer\w*|paaroerende|residents|citizens|relatives|families)\b"
    ),
    2: re.compile(
        r"\b(for|om|about) (de |the )?(medarbejder\w*|ansatte|personale\w*|leder\w*|staff|employees"
        r"|workers)\b"
    ),
}
"""The second strategispor is about citizens, the third about those who work there."""
_SPAN = re.compile(r"\b(20\d\d)-(\d\d)\b")
_WHICH = re.compile(r"\b(hvilke|hvor mange|alle|which|how many|all|list)\b")


def rows(question: Question, catalogue: Catalogue) -> Listing | None:
    """The rows of some years or strategispor, with the place of the point that each belongs to."""
    references, language = question.references, question.language
    years = references.years
    if years and not set(years) & set(catalogue.years):
        lead = say(language, "no_rows", years=years, known=catalogue.years)
        note = present(catalogue.timeline_note)
        return Listing(lead, note, "answered" if _speaks_of(note, years) else "not_in_documents")
    names = references.strategispor or _meant(question, catalogue)
    found = slice_of(catalogue.rows_of(years, names), references.loose)
    held = tuple(year for year in catalogue.years if not years or year in years)
    lead = say(language, "rows", count=len(found), years=held, under=under(language, names))
    notes = _places(found, catalogue)
    if without := [year for year in years if year not in held]:
        lead = f"{lead} {say(language, 'rows_too', years=without)}"
        return Listing(lead, (*found, *present(catalogue.timeline_note)), notes=notes)
    return Listing(lead, tuple(found), notes=notes)


def _meant(question: Question, catalogue: Catalogue) -> tuple[str, ...]:
    """The strategispor whose rows are for the people that a question names, if it names none itself."""
    return tuple(
        catalogue.strategispor[at] for at, people in _PEOPLE.items() if people.search(question.folded)
    )


def _speaks_of(note: tuple[Passage, ...], years: tuple[int, ...]) -> bool:
    """Whether the timeline's note speaks of all these years: "indsatserne for 2025-27"."""
    spans = [match for passage in note for match in _SPAN.finditer(passage.text)]
    return all(any(int(m[1]) <= year <= int(m[1][:2] + m[2]) for m in spans) for year in years)


def rows_about(question: Question, catalogue: Catalogue) -> Listing | None:
    """The rows that name a thing by its word ("hvilke pilotprojekter er der i tidsplanen"), if any do."""
    references = question.references
    if not (_NAMED.search(question.folded) or references.years) or not _WHICH.search(question.folded):
        return None
    if question.bodies or references.names_pejlemaerke:
        return None
    candidates = catalogue.rows_of(references.years, references.strategispor)
    known = {stem for row in candidates for stem in stems(fold(row.text))}
    asked = residue(question.query, references.strategispor, known)
    words = [stem for word in asked for stem in stems(word)]
    found = [row for row in candidates if words and all(word in fold(row.text) for word in words)]
    if not found:
        return None
    years = tuple(dict.fromkeys(row.reference.year for row in found))
    lead = say(question.language, "rows", count=len(found), years=years, under="")
    return Listing(lead, tuple(found), notes=_places(found, catalogue))


def _places(found: list[Passage], catalogue: Catalogue) -> dict[str, str]:
    points = catalogue.schedule.points
    return {row.id: points[row.id].label for row in found if row.id in points}
