"""Pejlemærker in full, some of their points, where they stand, or the statements of many."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from assistant.answers.lists.listing import Listing, places_stating, stated
from assistant.answers.lists.scope import Places, group_of, places_of
from assistant.answers.phrases import say, under
from assistant.answers.reading.numbers import among, slice_of
from assistant.answers.reading.question import Question
from assistant.answers.reading.residue import content
from assistant.documents.passages import Passage
from assistant.search.catalogue import Catalogue
from assistant.search.tokens import fold, stems

_WHICH = re.compile(
    r"\b(hvilke[nt]?|hvor mange|which|what|how many) (af |to |tre |two |three )?"
    r"(pejlem\w*|guid\w*|landmarks?)\b.*\b(om|naevn\w*|omtal\w*|handler|omhandler|beroerer|indeholder|about|mention\w*|cover\w*"
    r"|deals?|concern\w*)\b"
)
_WITH_POINTS = re.compile(
    r"\b(med|samt|inkl\w*|incl\w*|with|og|and|plus)\W+(\w+\W+){0,3}(\w*punkter\w*|(sub ?)?points|bullets)\b"
    r"|\b(\w*punkter\w*|(sub ?)?points|bullets) (too|as well|included|med|ogsaa)\b"
)
"""Asks for points beside the statement: "pejlemærke 14 med alle punkter"."""
_EACH = re.compile(r"\b(hvert|hver|pr|per|each|every)\b.{0,20}\b(\w*spor\w*|tracks?|strand)\b|\bhvert\W*$")
_MOST_WORDS, _MOST_MENTIONS = 2, 12
_LEAST_INNER = 6


def missing(question: Question, catalogue: Catalogue) -> Listing | None:
    """The question points at a pejlemærke, a point or a strategispor that does not exist."""
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


def in_full(question: Question, catalogue: Catalogue) -> Listing | None:
    """Pejlemærker in full; those of which only points are named, with these alone."""
    places = places_of(question, catalogue)
    if any(points for _, points in places):
        return _chosen(places, question, catalogue)
    if not places:
        return None
    numbers = tuple(number for number, _ in places)
    passages = tuple(passage for number in numbers for passage in catalogue.pejlemaerke(number))
    strategispor, title, _ = passages[0].section
    values = {"numbers": numbers, "title": title, "name": strategispor}
    lead = say(question.language, "pejlemaerker" if len(numbers) > 1 else "pejlemaerke", **values)
    return Listing(lead, passages, notes=planned(passages, question, catalogue))


def points(question: Question, catalogue: Catalogue) -> Listing | None:
    """Points alone: those that are named, those that are left, or all."""
    places = places_of(question, catalogue)
    if any(wanted for _, wanted in places):
        return _chosen(places, question, catalogue)
    if _WITH_POINTS.search(question.folded):
        return in_full(question, catalogue)
    numbers = tuple(number for number, _ in places) or group_of(question, catalogue)
    if not numbers:
        return None
    found = tuple(point for number in numbers for point in catalogue.points(number))
    lead = say(question.language, "point_count", numbers=numbers, count=len(found))
    return Listing(lead, found, notes=planned(found, question, catalogue))


def _chosen(places: Places, question: Question, catalogue: Catalogue) -> Listing:
    chosen: list[Passage] = []
    for number, wanted in places:
        every = catalogue.points(number)
        if question.references.asks_rest and wanted:
            chosen += [point for at, point in enumerate(every, 1) if at not in wanted]
        elif wanted:
            chosen += [every[point - 1] for point in among(wanted, len(every))] or every
        else:
            chosen += catalogue.pejlemaerke(number)
    labels = list(dict.fromkeys(passage.label for passage in chosen))
    lead = say(question.language, "points", labels=labels)
    return Listing(lead, tuple(chosen), notes=planned(chosen, question, catalogue))


def place(question: Question, catalogue: Catalogue) -> Listing | None:
    """The strategispor and the heading under which a pejlemærke stands."""
    places = places_of(question, catalogue)
    if not places:
        return None
    statement = catalogue.pejlemaerke(places[0][0])[0]
    strategispor, title, _ = statement.section
    values = {"numbers": (places[0][0],), "title": title, "name": strategispor}
    return Listing(say(question.language, "place", **values), (statement,))


def planned(passages: Sequence[Passage], question: Question, catalogue: Catalogue) -> dict[str, str]:
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
    """The statements of all pejlemærker, of those of a strategispor or heading, or of those named."""
    references, language = question.references, question.language
    numbers = references.pejlemaerker or group_of(question, catalogue)
    if not numbers and _WHICH.search(question.folded) and content(question.query):
        return mentions(question, catalogue)  # "which are about X" is no question for all of them
    found = [each for each in catalogue.statements if not numbers or _number(each) in numbers]
    found = slice_of(found, references.loose)
    names = references.headings or references.strategispor
    lead = say(language, "statements", count=len(found), under=under(language, names))
    if len(found) == len(catalogue.statements):
        counts = Counter(statement.section[0] for statement in found)
        told = stated(question, catalogue.plan, "pejlemaerker", len(found))
        is_of_each = bool(_EACH.search(question.folded)) and len(set(counts.values())) == 1
        if told and not is_of_each:
            return Listing(lead, told)
        lead = f"{lead} {say(language, 'of_these', counts=[f'{n} · {name}' for name, n in counts.items()])}"
        if is_of_each and question.detail == "count":
            each = places_stating(catalogue.passages, "pejlemaerker", min(counts.values()))
            return Listing(lead, (*told, *each) or tuple(found))
    elif not names or references.loose:
        lead = say(language, "pejlemaerker", numbers=[_number(each) for each in found])
    return Listing(lead, tuple(found))


def headings(question: Question, catalogue: Catalogue) -> Listing | None:
    """The headings under which pejlemærker stand, all or those of a strategispor."""
    numbers = group_of(question, catalogue)
    found = [each for each in catalogue.statements if not numbers or _number(each) in numbers]
    titles = list(dict.fromkeys(f"»{statement.section[1]}«" for statement in found))
    lead = say(question.language, "headings", count=len(titles), headings=titles)
    return Listing(lead, tuple(found))
