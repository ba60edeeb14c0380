"""Pejlemærker in full, some of their points, or the statements of many."""

from __future__ import annotations

import re
from collections import Counter

from assistant.answers.catalogue import Catalogue
from assistant.answers.lists.listing import Listing, of_strategispor, stated
from assistant.answers.phrases import say, under
from assistant.answers.reading.question import Question, is_bare
from assistant.answers.reading.residue import content
from assistant.documents.passages import Passage
from assistant.search.tokens import fold, stems

_WHICH = re.compile(
    r"\b(hvilke[nt]?|hvor mange|which|what|how many) (af )?(pejlem\w*|guid\w*|landmarks?)\b"
    r".*\b(om|naevn\w*|omtal\w*|handler|omhandler|beroerer|indeholder|about|mention\w*|cover\w*"
    r"|deals?|concern\w*)\b"
)
_WITH_POINTS = re.compile(r"\b(med (alle )?punkter\w*|with (all )?(the )?points|fuld\w*|in full|whole)\b")
_IN_FULL = re.compile(rf"\b(overskrift\w*|heading|afsnit\w*|temaet|under)\b|{_WITH_POINTS.pattern}")
_HEADINGS = re.compile(r"\b(overskrifter\w*|headings|temaer\w*|emner\w*)\b")
_MOST_WORDS, _MOST_MENTIONS = 2, 12
_LEAST_INNER = 6
_PLACE = re.compile(
    r"\b(hvilke[tn]|what|which) (strategi|overskrift|tema|heading|strategic|track|strand|spor)\w*"
    r"|\bhvor i planen\b|\bunder hvilke[tn]\b"
)
_POINTS_ALONE = re.compile(
    r"\b(punkter\w*|bullets|underpunkter\w*)\b(?!.*\b(saetning|saetningen|statement)\b)"
    r"|\b(bullet ?)?points\b(?! (?:out|to)\b)"
)
_WITH_STATEMENT = re.compile(
    r"\b(med|samt|inkl\w*|incl\w*|with|hele|hel|helt|fuld\w*|full|whole|hovedsaetning\w*|plus|og)\b"
)


def missing(question: Question, catalogue: Catalogue) -> Listing | None:
    """The question points at a pejlemærke or a point that does not exist."""
    language, names = question.language, catalogue.strategispor
    for number in question.references.tracks:
        if not 1 <= number <= len(names):
            lead = say(language, "no_such_strategispor", number=number, count=len(names), names=names)
            return Listing(lead, (), "no_such_reference")
    for number, wanted in question.references.places:
        if number not in catalogue.pejlemaerker:
            lead = say(language, "no_such_pejlemaerke", number=number, last=max(catalogue.pejlemaerker))
            return Listing(lead, (), "no_such_reference")
        points = catalogue.points(number)
        for point in wanted:
            if not 1 <= point <= len(points):
                lead = say(language, "no_such_point", number=number, point=point, count=len(points))
                return Listing(lead, tuple(points), "no_such_reference")
    return None


def pejlemaerker(question: Question, catalogue: Catalogue) -> Listing | None:
    """Pejlemærker in full, or some of their points."""
    references, language = question.references, question.language
    places = references.places
    if not places and len(references.headings) == 1 and references.points:
        places = tuple((n, references.points) for n in catalogue.headings[references.headings[0]])
    asks_full = _WITH_POINTS if references.names_pejlemaerke else _IN_FULL
    if not places and references.headings and asks_full.search(question.folded):
        places = tuple((n, ()) for heading in references.headings for n in catalogue.headings[heading])
    if not places or question.bodies:
        return None
    numbers = tuple(number for number, _ in places)
    if any(points for _, points in places):
        chosen = tuple(p for number, points in places for p in _chosen(catalogue, number, points))
        labels = list(dict.fromkeys(passage.label for passage in chosen))
        return Listing(
            say(language, "points", labels=labels), chosen, notes=planned(chosen, question, catalogue)
        )
    passages = tuple(passage for number in numbers for passage in catalogue.pejlemaerke(number))
    if not is_bare(question, catalogue, (*references.headings, *references.strategispor), passages):
        return None
    statement = catalogue.pejlemaerke(numbers[0])[0]
    strategispor, title, _ = statement.section
    values = {"numbers": numbers, "title": title, "name": strategispor}
    if len(numbers) == 1 and _PLACE.search(question.folded):
        return Listing(say(language, "place", **values), (statement,))
    points = tuple(passage for passage in passages if passage.kind == "point")
    if question.detail == "count" or _asks_points(question):
        lead = say(language, "point_count", numbers=numbers, count=len(points))
        return Listing(lead, points, notes=planned(points, question, catalogue))
    lead = say(language, "pejlemaerker" if len(numbers) > 1 else "pejlemaerke", **values)
    return Listing(lead, passages, notes=planned(passages, question, catalogue))


def _asks_points(question: Question) -> bool:
    """Whether the points alone are asked for: "alle punkter i pejlemærke 5", not "med alle punkter"."""
    found = _POINTS_ALONE.search(question.folded)
    return bool(found) and not _WITH_STATEMENT.search(question.folded[: found.start() if found else 0])


def _chosen(catalogue: Catalogue, number: int, wanted: tuple[int, ...]) -> list[Passage]:
    points = catalogue.points(number)
    if not wanted:
        return catalogue.pejlemaerke(number)
    return [points[point - 1] for point in wanted if 1 <= point <= len(points)]


def planned(passages: tuple[Passage, ...], question: Question, catalogue: Catalogue) -> dict[str, str]:
    """Behind each point that the timeline schedules, the years."""
    notes = {}
    for passage in passages:
        if rows := catalogue.schedule.rows.get(passage.id):
            years = tuple(dict.fromkeys(row.reference.year for row in rows))
            notes[passage.id] = say(question.language, "planned", years=years)
    return notes


def mentions(question: Question, catalogue: Catalogue) -> Listing | None:
    """The places in the pejlemærker that name a thing by its word; None if the word is not theirs."""
    references = question.references
    if references.places or question.bodies or not _WHICH.search(question.folded):
        return None
    words = [stem for word in content(question.query) for stem in stems(word)]
    if not 0 < len(words) <= _MOST_WORDS:
        return None
    parts = [p for statement in catalogue.statements for p in catalogue.pejlemaerke(_number(statement))]
    found = tuple(part for part in parts if all(_holds(part.text, word) for word in words))
    if not 0 < len(found) <= _MOST_MENTIONS:
        return None
    numbers = sorted({_number(passage) for passage in found})
    lead = say(question.language, "mentions", numbers=numbers, count=len(numbers))
    return Listing(lead, found, notes=planned(found, question, catalogue))


def _holds(text: str, stem: str) -> bool:
    """Whether a word of the text begins with the stem, or holds it whole: "overmedicinering"."""
    opening = "" if len(stem) >= _LEAST_INNER else r"\b"
    return bool(re.search(opening + re.escape(stem), fold(text)))


def _number(passage: Passage) -> int:
    return passage.reference.pejlemaerker[0]


def statements(question: Question, catalogue: Catalogue) -> Listing | None:
    """The statements of all pejlemærker, or of those of a strategispor or heading."""
    references = question.references
    asks_headings = bool(_HEADINGS.search(question.folded))
    if not (references.names_pejlemaerke or asks_headings) or references.places or question.bodies:
        return None
    names = (*references.strategispor, *references.headings)
    if not is_bare(question, catalogue, names):
        return None
    if references.headings:
        numbers = {n for heading in references.headings for n in catalogue.headings[heading]}
        found = [s for s in catalogue.statements if numbers & set(s.reference.pejlemaerker)]
    else:
        found = of_strategispor(catalogue.statements, references.strategispor or catalogue.strategispor)
    language = question.language
    lead = say(language, "statements", count=len(found), under=under(language, names))
    if asks_headings:
        headings = list(dict.fromkeys(f"»{statement.section[1]}«" for statement in found))
        lead = say(language, "headings", count=len(headings), headings=headings)
    elif not names and (told := stated(question, catalogue.plan, "pejlemaerker", len(found))):
        return Listing(lead, told)
    elif not names:
        counts = Counter(statement.section[0] for statement in found)
        lead = f"{lead} {say(language, 'of_these', counts=[f'{n} · {name}' for name, n in counts.items()])}"
    return Listing(lead, tuple(found))
