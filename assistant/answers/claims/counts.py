"""Claims about how many there are, against what the documents hold."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.answers.claims.finding import Finding
from assistant.answers.reading.details import counted
from assistant.answers.reading.numbers import numbers_around
from assistant.answers.reading.question import Question
from assistant.answers.reading.residue import content
from assistant.documents.passages import Passage
from assistant.search.catalogue import Catalogue
from assistant.search.tokens import fold

_MOST_OTHER_WORDS, _MOST_BESIDE = 4, 2
"""Words with a meaning in a claim about a number; with more of them a right number is no yes to the rest."""
_AT_LEAST = re.compile(r"\b(?:mindst|at least|minimum)\s*$")
_MORE = re.compile(r"\b(?:over|mere end|flere end|more than)\s*$")
_LESS = re.compile(r"\b(?:under|mindre end|faerre end|less than|fewer than|hoejst|kun op til)\s*$")
_EACH = re.compile(r"\b(?:hvert|hver|each|every)\b")

_ASKED = re.compile(r"\b(?:hvor mange|antal(?:let af)?|how many|(?:total )?number of)\b(.*)")
_CHALLENGES = "Udfordringer"

Count = Callable[[Question, Catalogue], int]


def _statements(question: Question, catalogue: Catalogue) -> int:
    names, headings = question.references.strategispor, question.references.headings
    if _EACH.search(question.folded):
        counts = {name: _under(catalogue, (name,)) for name in catalogue.strategispor}
        return next(iter(counts.values())) if len(set(counts.values())) == 1 else 0
    if headings:
        return sum(len(catalogue.headings[heading]) for heading in headings)
    return _under(catalogue, names) if names else len(catalogue.pejlemaerker)


def _under(catalogue: Catalogue, names: tuple[str, ...]) -> int:
    return sum(bool(set(names) & set(each.reference.strategispor)) for each in catalogue.statements)


def _goals(question: Question, catalogue: Catalogue) -> int:
    names = set(question.references.strategispor)
    return sum(not names or bool(names & set(box.reference.strategispor)) for box in catalogue.goals.values())


def _points(question: Question, catalogue: Catalogue) -> int:
    places = question.references.pejlemaerker
    return len(catalogue.points(places[0])) if len(places) == 1 else 0


def _rows(question: Question, catalogue: Catalogue) -> int:
    years, names = question.references.years, question.references.strategispor
    return len(catalogue.rows_of(years, names)) if years else 0


def _visions(question: Question, catalogue: Catalogue) -> int:
    names = set(question.references.strategispor)
    return sum(not names or bool(names & set(each.reference.strategispor)) for each in catalogue.visions)


def _told(noun: str) -> Count:
    """What the plan, or the page on the responses, says of a number itself."""

    def count(question: Question, catalogue: Catalogue) -> int:
        passages: tuple[Passage, ...] = (*catalogue.received, *catalogue.plan)
        values = (counted(passage.text, f"hvor mange {noun}") for passage in passages)
        number = next((fold(value.split()[0]) for value in values if value), "")
        return _number(number) or 0

    return count


_NOUNS: tuple[tuple[str, str, Count], ...] = (
    (r"pejlem\w+|guideposts?|guiding points|landmarks|signposts", "pejlemærker", _statements),
    (
        r"strategispor\w*|spor|strategic tracks?|tracks",
        "strategispor",
        lambda question, catalogue: len(catalogue.strategispor),
    ),
    (r"(?:fn |un |world |global )?(?:verdensmaal\w*|goals|sdgs)", "verdensmål", _goals),
    (r"special\w*omraader|special\w* areas", "specialområder", _told("specialomraader")),
    (
        r"udfordringer|problemer|challenges|problems",
        "udfordringer",
        lambda question, catalogue: len(
            {each.section[-1] for each in catalogue.plan if each.section[0] == _CHALLENGES} - {_CHALLENGES}
        ),
    ),
    (r"udsagn|statements|saetninger", "udsagn", _visions),
    (r"overskrifter|headings", "overskrifter", lambda question, catalogue: len(catalogue.headings)),
    (r"hoeringssvar|svar|responses|replies|answers", "høringssvar", _told("hoeringssvar")),
    (r"grundprincipper|principper|principles", "grundprincipper", _told("grundprincipper")),
    (r"(?:del|under)?punkter|(?:sub-?)?points|bullets?", "punkter", _points),
    (
        r"(?:planlagte )?(?:indsatser|initiativer|raekker|linjer|ting|tiltag|aktiviteter|initiatives"
        r"|rows|lines|items|things|actions|measures)",
        "indsatser",
        _rows,
    ),
)


def count_claimed(claim: str, question: Question, catalogue: Catalogue) -> Finding | None:
    """Whether a number is right that a claim gives for what can be counted; None if it gives none."""
    for noun, name, count in _NOUNS:
        found = re.search(rf"\b(\w+) (?:of the |af |politiske |forskellige |store )?(?:{noun})\b", claim)
        number = _number(found[1]) if found else None
        if not found or number is None or len(content(claim)) > _MOST_OTHER_WORDS:
            continue
        right = count(question, catalogue)
        holds = _holds(number, right, claim[: found.start()])
        if right and not (holds and len(content(claim)) > _MOST_BESIDE):
            return Finding(holds, f"{right} {name}", _stating(right, name, catalogue))
    return None


def _stating(number: int, noun: str, catalogue: Catalogue) -> tuple[Passage, ...]:
    """The first passage that says there are so many of something; none if none does."""
    passages = (*catalogue.received, *catalogue.passages)
    counts = ((each, counted(each.text, f"hvor mange {fold(noun)}")) for each in passages)
    return tuple(each for each, told in counts if told and _number(fold(told.split()[0])) == number)[:1]


def _number(token: str) -> int | None:
    """The number that a folded word is."""
    return next(iter(numbers_around(("", token), 0)), None)


def count_asked(question: Question, catalogue: Catalogue) -> str:
    """The number that the structure gives of what a question counts; empty if it gives none."""
    asked = _ASKED.search(question.folded)
    if not asked:
        return ""
    found = [
        (match.start(), name, count)
        for noun, name, count in _NOUNS
        if (match := re.search(rf"\b(?:{noun})\b", asked[1]))
    ]
    for _, name, count in sorted(found, key=lambda each: each[0])[:1]:
        if number := count(question, catalogue):
            return f"{number} {name}"
    return ""


def _holds(number: int, right: int, before: str) -> bool:
    if _AT_LEAST.search(before):
        return right >= number
    if _MORE.search(before):
        return right > number
    return right < number if _LESS.search(before) else right == number
