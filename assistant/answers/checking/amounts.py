"""When and how much: years, dates, how often, and numbers of a statement against those that are told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answers.answer import Language
from assistant.answers.checking.held import Held
from assistant.answers.checking.result import Difference
from assistant.answers.checking.worded import as_spelled, frequency, widened
from assistant.answers.claims.counts import count_claimed
from assistant.answers.phrasing.amounts import numbers_in, other_dates, other_numbers
from assistant.answers.reading.details import counted
from assistant.answers.reading.question import read_question
from assistant.search.catalogue import Catalogue
from assistant.search.tokens import fold

_DATE = re.compile(
    r"\b\d{1,2}(?:\.|st|nd|rd|th)? (?:of )?[a-zA-Z]{3,9}(?: (?:19|20)\d\d)?\b"
    r"|\b[A-Z][a-z]{2,8} \d{1,2}(?:st|nd|rd|th)?(?:,? (?:19|20)\d\d)?\b"
)
_TOLD_DATE = re.compile(r"\b\d{1,2}\. [a-zæøå]{3,9}(?: (?:19|20)\d\d)?\b")
_AT_LEAST = re.compile(r"\b(?:over|mere end|flere end|mindst|more than|at least)\s*$")
_AT_MOST = re.compile(r"\b(?:under|faerre end|mindre end|hoejst|less than|fewer than|at most)\s*$")
_NUMBERED = re.compile(r"\b(\w+)((?:\W+\w+){0,2})")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def when(held: Held) -> Iterator[Difference]:
    """A date, a year or a frequency that is told otherwise."""
    text = held.statement.text
    told = [held.passage.text, held.document.date, *(each.text for each in held.joined)]
    if other_dates(text, told):
        said, known = _DATE.search(text), _TOLD_DATE.search(" ".join(held.sentences))
        yield Difference("when", said.group() if said else "", known.group() if known else "")
    known_years = {*held.years, *map(int, _YEAR.findall(held.document.date))}
    if strange := [str(year) for year in held.references.years if year not in known_years]:
        yield Difference("when", ", ".join(strange), ", ".join(map(str, held.years)))
    often, words = frequency(held.statement.folded)
    by_sentence = (frequency(fold(each)) for each in (*held.sentences, *held.near))
    known_often, known_words = next((each for each in by_sentence if each[0]), ("", ""))
    if often and often != known_often:
        known_words = as_spelled(known_words, held.passage.text)
        yield Difference("when", as_spelled(words, text), known_words)


def how_much(held: Held, catalogue: Catalogue) -> Iterator[Difference]:
    """A number or a quantity that is told otherwise, or not at all."""
    statement = held.statement
    question = read_question(statement.text, catalogue)
    finding = count_claimed(statement.folded, question, catalogue)
    if finding:
        if not finding.holds:
            yield Difference("how much", _count_said(statement.text, finding.value), finding.value, True)
        return
    texts = [held.text, *map(str, held.years)]
    for number in sorted(other_numbers(statement.text, texts, statement.language)):
        if _YEAR.fullmatch(number) or _is_bound(number, held):
            continue
        said, noun = _span_of(number, statement.text, statement.language)
        known = counted(held.best, f"hvor mange {noun}") if noun else ""
        if not known and not number.isdecimal():
            known = as_spelled(widened(fold(" ".join(held.near))), " ".join(held.near))
        yield Difference("how much", said, known)


def _is_bound(number: str, held: Held) -> bool:
    """Whether a number is only a bound ("over 30") that one of the passage keeps."""
    at = held.statement.folded.find(number)
    known = [int(each) for each in numbers_in(held.passage.text, "da") if each.isdecimal()]
    before = held.statement.folded[: max(at, 0)]
    if not number.isdecimal() or at < 0:
        return False
    if _AT_LEAST.search(before):
        return any(each >= int(number) for each in known)
    return bool(_AT_MOST.search(before)) and any(each <= int(number) for each in known)


def _span_of(number: str, text: str, language: Language) -> tuple[str, str]:
    """A number as a text spells it with the words behind it, and these words."""
    for match in _NUMBERED.finditer(text):
        if number in numbers_in(match[1], language):
            return match.group().strip(), fold(match[2]).strip()
    return number, ""


def _count_said(text: str, value: str) -> str:
    noun = fold(value.split()[-1])[:5]
    found = re.search(rf"\w+ (?:(?:af|politiske|forskellige|store|indkomne) )?{noun}\w*", fold(text))
    if found:
        return as_spelled(found.group(), text)
    english = re.search(r"\b\d+ \w+", text)
    return english.group() if english else text
