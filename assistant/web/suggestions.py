"""Questions to begin with, for each kind of user, and questions to go on with from what was found."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from assistant.answers.answer import Answer, Language
from assistant.documents.passages import Passage
from assistant.search.catalogue import Catalogue

MOST = 3
BEGINNINGS: dict[Language, dict[str, tuple[str, ...]]] = {
    "da": {
        "citizens": (
            "Får beboerne en fast læge på bostedet?",
            "Hvem bestemmer, hvem der er mine pårørende?",
            "Hvad vil I gøre, når unge skifter tilbud?",
        ),
        "council": (
            "Hvad er Norddjurs Kommune bekymret for?",
            "Hvor mange høringssvar kom der?",
            "Hvad siger planen og Norddjurs Kommune om pårørende?",
        ),
        "staff": (
            "Alle indsatser i 2025 under Det hele menneske",
            "Hvad siger pejlemærke 7?",
            "Hvornår kommer det nye takstgrundlag?",
        ),
    },
    "en": {
        "citizens": (
            "Will residents get a doctor at their home?",
            "Who decides who my relatives are?",
            "What does the plan say about volunteers?",
        ),
        "council": (
            "What does Norddjurs Kommune say about the plan?",
            "How many responses were there?",
            "When did the hearing end?",
        ),
        "staff": (
            "All initiatives in 2025",
            "What does pejlemærke 7 say?",
            "Which UN goals has the plan chosen?",
        ),
    },
}
_WHOLE = ("Hvad siger pejlemærke {number}?", "What does pejlemærke {number} say?")
_COMMENTS = (
    "Hvad siger høringssvarene om pejlemærke {number}?",
    "What do the responses say about pejlemærke {number}?",
)
_ROWS = ("Hvad er planlagt i {year} under {track}?", "What is planned in {year} under {track}?")
_COMMENTED = ("Hvilke pejlemærker kommenterer {sender}?", "Which pejlemærker does {sender} comment on?")


def follow_ups(answer: Answer, catalogue: Catalogue) -> tuple[str, ...]:
    """Up to three questions about what stands beside the passages that were cited, or else found; each
    is one that the structure of the documents answers, and none is what was just asked."""
    cited = [citation.passage for citation in answer.citations]
    near = cited or [hit.passage for hit in answer.retrieved[:MOST]]
    shown = {passage.id for passage in cited}
    in_english = answer.language == "en"
    found = (text[in_english].format(**values) for text, values in _beside(near, shown, catalogue))
    return tuple(islice((each for each in dict.fromkeys(found) if each != answer.question), MOST))


def _beside(
    passages: list[Passage], shown: set[str], catalogue: Catalogue
) -> Iterator[tuple[tuple[str, str], dict[str, object]]]:
    for passage in passages:
        reference = passage.reference
        if passage.role == "plan" and len(reference.pejlemaerker) == 1:
            (number,) = reference.pejlemaerker
            if not {each.id for each in catalogue.pejlemaerke(number)} <= shown:
                yield _WHOLE, {"number": number}
            if number in catalogue.commented:
                yield _COMMENTS, {"number": number}
            for row in catalogue.schedule.rows.get(passage.id, ()):
                yield from _rows(row, shown, catalogue)
        elif passage.kind == "row":
            if (point := catalogue.schedule.points.get(passage.id)) and point.id not in shown:
                yield _WHOLE, {"number": point.reference.pejlemaerker[0]}
            yield from _rows(passage, shown, catalogue)
        elif passage.role == "response":
            sender = next(each.sender for each in catalogue.responses if each.id == passage.document_id)
            if reference.pejlemaerker:
                yield _WHOLE, {"number": reference.pejlemaerker[0]}
            yield _COMMENTED, {"sender": sender}


def _rows(
    row: Passage, shown: set[str], catalogue: Catalogue
) -> Iterator[tuple[tuple[str, str], dict[str, object]]]:
    """All that is planned in the row's year and strategispor, unless it is shown already."""
    year, track = row.reference.year, row.reference.strategispor[0]
    if year is not None and not {each.id for each in catalogue.rows_of([year], [track])} <= shown:
        yield _ROWS, {"year": year, "track": track}
