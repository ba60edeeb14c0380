"""The exact fact that a question asks for, cut from the passage that gives it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from assistant.answers.answer import Language
from assistant.answers.phrases import say
from assistant.answers.reading.details import MONTHS, Detail, counted
from assistant.documents.passages import Document, Passage

_MONTH = "|".join(MONTHS)
_DATE = re.compile(
    rf"(?:\b\d{{1,2}}\. )?\b(?:{_MONTH})\b(?: \d{{4}})?|\b(?:19|20)\d\d(?: og (?:19|20)\d\d)?\b"
)
_FULL_DATE = re.compile(rf"\b(\d{{1,2}})\. ({_MONTH}) (\d{{4}})\b")
_ENDS = re.compile(r"\b(til|frist|senest|inden|til og med)( \w+dag)?( den)? ?$")
_STARTS = re.compile(r"\b(fra)( \w+dag)?( den)? ?$")
_ASKS_END = re.compile(
    r"\b(frist\w*|senest|deadline|slut\w*|udloeb\w*|sidste (dag|frist|chance|dato)|clos\w+"
    r"|ends?|ended|ending|until|latest|last day|too late|for sent)\b"
    r"|\bhvornaar (skal|skulle) (man|jeg|vi|kommunerne)\b.*\b(svare|sende|indsende|afgive)\b"
    r"|\bwhen (must|should|did|do) (one|i|you|we|people)\b.*\b(respond|reply|answer|send|submit)\b"
)
_ASKS_START = re.compile(
    r"\b(start\w*|begynd\w*|i gang|aabn\w*|sendt|open\w*|launch\w*|beg[ia]n|from when)\b"
)
_ADDRESS = re.compile(r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b|\bhttps?://\S+[^\s.,;)]")
_PLACE = re.compile(r"\(([A-ZÆØÅ]\w+)\)")
_FREQUENCIES = (
    re.compile(r"\b(årlige?t?|hvert år|månedligt?|ugentligt?)\b", re.IGNORECASE),
    re.compile(r"\b(løbende|kontinuerligt)\b", re.IGNORECASE),
)
"""The exact ones before the vague ones."""
DATES = ("date", "day")
_CLOSING = re.compile(r"^Med venlig hilsen\n")


def short_answer(
    detail: Detail | None, question: str, language: Language, passages: Sequence[Passage]
) -> str:
    """One sentence with the fact; empty if the passages hold none of that kind.

    ``question``: folded. ``passages``: those that the answer quotes, best first.
    """
    if detail is None or detail not in _FINDERS:
        return ""
    values = {passage: _FINDERS[detail](passage, question) for passage in passages}
    found = [(passage, value) for passage, value in values.items() if value]
    if not found:
        return ""
    if detail in DATES and all(passage.kind == "row" for passage, _ in found):
        years = sorted({value for _, value in found})
        return say(language, "short_planned", years=years)
    told = _distinct(found)
    if detail in (*DATES, "name", "email") and len(told) > 1:
        return say(language, "short_each", values=[_told_by(language, *each, detail) for each in told])
    return say(language, "short", value=_in(language, told[0][1], detail))


def asks_end(question: str) -> bool:
    """Whether a folded question asks for a deadline, the end of a time."""
    return bool(_ASKS_END.search(question))


def answers_date(passage: Passage, question: str) -> bool:
    """Whether a passage gives the end that a question asks for, or the start; false if it asks for none."""
    cue = _ENDS if _ASKS_END.search(question) else _STARTS if _ASKS_START.search(question) else None
    return cue is not None and any(
        cue.search(passage.text[: each.start()]) for each in _DATE.finditer(passage.text)
    )


def deadline(documents: Iterable[Document]) -> str:
    """The last day for responses to the present plan, as ISO; empty if no document gives it."""
    texts = [passage.text for each in documents if not each.superseded for passage in each.passages]
    ends = [
        found for text in texts for found in _FULL_DATE.finditer(text) if _ENDS.search(text[: found.start()])
    ]
    order = list(MONTHS)
    return max((f"{each[3]}-{order.index(each[2]) + 1:02}-{int(each[1]):02}" for each in ends), default="")


def _distinct(found: Sequence[tuple[Passage, str]]) -> list[tuple[Passage, str]]:
    """The first passage for each value; one that is told more or less fully is one."""
    distinct: list[tuple[Passage, str]] = []
    for passage, value in found:
        if not any(_is_same(value, other) for _, other in distinct):
            distinct.append((passage, value))
    return distinct


def _told_by(language: Language, passage: Passage, value: str, detail: Detail) -> str:
    if passage.kind == "row":
        value = say(language, "planned", years=(value,))
    return f"{_in(language, value, detail)} ({passage.label})"


def _is_same(value: str, other: str) -> bool:
    """Whether two are one: "25. august" and "25. august 2023", a person with two titles."""
    return value in other or other in value or value.partition(",")[0] == other.partition(",")[0]


def _in(language: Language, value: str, detail: Detail) -> str:
    """A date in the language of the answer, with the document's own spelling behind it."""
    if language == "da" or detail not in (*DATES, "frequency"):
        return value
    english = re.sub(rf"\b({_MONTH})\b", lambda match: MONTHS[match.group()], value)
    english = re.sub(r"(\d)\. (?=[A-Z])", r"\1 ", english).replace(" til ", " to ").replace(" og ", " and ")
    return english if english == value else f"{english} (»{value}«)"


def _date(passage: Passage, question: str) -> str:
    if passage.kind == "row":
        return str(passage.reference.year)
    dates = list(_DATE.finditer(passage.text))
    ends = [each for each in dates if _ENDS.search(passage.text[: each.start()])]
    starts = [each for each in dates if _STARTS.search(passage.text[: each.start()])]
    if _ASKS_END.search(question):
        wanted = ends or [each for each in dates if each not in starts]
    elif _ASKS_START.search(question):
        wanted = starts or [each for each in dates if each not in ends]
    elif starts and ends:
        return passage.text[starts[0].start() : ends[0].end()]
    else:
        wanted = dates
    return wanted[0].group() if wanted else ""


def _count(passage: Passage, question: str) -> str:
    return counted(passage.text, question)


def _name(passage: Passage, question: str) -> str:
    if passage.kind != "signature":
        return ""
    return ", ".join(_CLOSING.sub("", passage.text).split("\n"))


def _frequency(passage: Passage, question: str) -> str:
    matches = (pattern.search(passage.text) for pattern in _FREQUENCIES)
    return next((match.group() for match in matches if match), "")


def _first(pattern: re.Pattern[str]) -> Callable[[Passage, str], str]:
    def find(passage: Passage, question: str) -> str:
        match = pattern.search(passage.text)
        return (match[1] if pattern.groups else match[0]) if match else ""

    return find


_FINDERS: dict[Detail, Callable[[Passage, str], str]] = {
    "date": _date,
    "day": _date,
    "count": _count,
    "name": _name,
    "email": _first(_ADDRESS),
    "place": _first(_PLACE),
    "frequency": _frequency,
}
