"""Where a statement and what it is held against part: who, when, where, how much, how surely, how far."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from assistant.answers.checking.held import Held
from assistant.answers.checking.replaced import replaced
from assistant.answers.checking.result import Aspect, Difference
from assistant.answers.checking.wording import (
    RIGHT,
    WISH,
    as_spelled,
    done,
    frequency,
    groups,
    modal,
    narrowed,
    trial,
    whole,
    widened,
)
from assistant.answers.claims.agents import AGENTS, right_agent
from assistant.answers.claims.counts import count_claimed
from assistant.answers.claims.goals import goal_claimed
from assistant.answers.claims.opposites import contradicts
from assistant.answers.claims.people import person_claimed
from assistant.answers.phrasing.amounts import numbers_in, other_dates, other_numbers
from assistant.answers.phrasing.force import counts_more, is_turned_round, tells_as_done, turns_against
from assistant.answers.phrasing.names import Names
from assistant.answers.phrasing.speakers import is_of_another
from assistant.answers.reading.details import counted
from assistant.answers.reading.question import read_question
from assistant.search.catalogue import Catalogue
from assistant.search.retriever import Search
from assistant.search.tokens import fold

_DATE = re.compile(
    r"\b\d{1,2}(?:\.|st|nd|rd|th)? (?:of )?[a-zA-Z]{3,9}(?: (?:19|20)\d\d)?\b"
    r"|\b[A-Z][a-z]{2,8} \d{1,2}(?:st|nd|rd|th)?(?:,? (?:19|20)\d\d)?\b"
)
_TOLD_DATE = re.compile(r"\b\d{1,2}\. [a-zæøå]{3,9}(?: (?:19|20)\d\d)?\b")
_AT_LEAST = re.compile(r"\b(?:over|mere end|flere end|mindst|more than|at least)\s*$")
_AT_MOST = re.compile(r"\b(?:under|faerre end|mindre end|hoejst|less than|fewer than|at most)\s*$")
_NUMBERED = re.compile(r"\b(\w+)((?:\W+\w+){0,2})")
_PLACE_BEFORE = re.compile(r"\b(?:på|i|ved|fra|til|at|in|on|from)\s+(?:bostedet |the )?$", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\(([A-ZÆØÅ]\w+)\)")
_MERELY = re.compile(r"\b(?:kun|only)(?= (?:en|et|an?)\b)", re.IGNORECASE)
_HAS_DONE = re.compile(r"\bhar (?:vi )?(?:\w+ )?\w{3,}t\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


class Differences:
    """Finds what of a statement differs from what it is held against."""

    def __init__(self, search: Search, catalogue: Catalogue) -> None:
        self._search = search
        self._catalogue = catalogue
        self._names = Names.open(search.index, catalogue.responders)
        self._looks: tuple[Callable[[Held], Iterator[Difference]], ...] = (
            self._when, self._where, self._how_much, self._who, self._status, self._negation,
            self._strength, self._scope, self._what,
        )  # fmt: skip

    def __call__(self, held: Held) -> list[Difference]:
        """The first of each aspect, the plainest aspects first."""
        found: dict[Aspect, Difference] = {}
        for look in self._looks:
            for each in look(held):
                found.setdefault(each.aspect, each)
        return list(found.values())

    def _when(self, held: Held) -> Iterator[Difference]:
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
        if often and known_often and often != known_often:
            known_words = as_spelled(known_words, held.passage.text)
            yield Difference("when", as_spelled(words, text), known_words)

    def _where(self, held: Held) -> Iterator[Difference]:
        references, place = held.references, held.passage.reference
        if held.passage.kind == "row" and held.joined and references.pejlemaerker:
            place = held.joined[0].reference
        if held.document.role != "plan":
            return
        numbers = set(references.pejlemaerker)
        if numbers and place.pejlemaerker and not numbers & set(place.pejlemaerker):
            yield Difference("where", _numbered(numbers), _numbered(place.pejlemaerker))
        tracks = set(references.strategispor)
        if tracks and place.strategispor and not tracks & set(place.strategispor):
            yield Difference("where", ", ".join(references.strategispor), ", ".join(place.strategispor))
        goals = set(references.goals)
        if goals and place.goal and place.goal not in goals:
            yield Difference("where", f"verdensmål {min(goals)}", held.passage.label)
        for name in self._other_names(held):
            if self._is_place(name, held):
                known = _IN_BRACKETS.search(held.passage.text)
                yield Difference("where", as_spelled(name, held.statement.text), known[1] if known else "")

    def _how_much(self, held: Held) -> Iterator[Difference]:
        statement = held.statement
        question = read_question(statement.text, self._catalogue)
        finding = count_claimed(statement.folded, question, self._catalogue)
        if finding:
            if not finding.holds:
                yield Difference("how much", _count_said(statement.text, finding.value), finding.value, True)
            return
        texts = [held.text, *map(str, held.years)]
        for number in sorted(other_numbers(statement.text, texts, statement.language)):
            if _YEAR.fullmatch(number) or self._is_bound(number, held):
                continue
            said, noun = _span_of(number, statement.text, statement.language)
            known = counted(held.best, f"hvor mange {noun}") if noun else ""
            if not known and not number.isdecimal():
                known = as_spelled(widened(fold(" ".join(held.near))), " ".join(held.near))
            yield Difference("how much", said, known)

    def _is_bound(self, number: str, held: Held) -> bool:
        """Whether a number is only a bound ("over 30") that one of the passage keeps."""
        at = held.statement.folded.find(number)
        known = [int(each) for each in numbers_in(held.passage.text, "da") if each.isdecimal()]
        before = held.statement.folded[: max(at, 0)]
        if not number.isdecimal() or at < 0:
            return False
        if _AT_LEAST.search(before):
            return any(each >= int(number) for each in known)
        return bool(_AT_MOST.search(before)) and any(each <= int(number) for each in known)

    def _who(self, held: Held) -> Iterator[Difference]:
        text = held.statement.text
        person = person_claimed(held.statement.folded, self._catalogue.documents)
        if person:
            if not person.holds:
                names = " ".join(as_spelled(name, text) for name in self._other_names(held))
                yield Difference("who", names, person.value or _speaker(held), is_sure=True)
            return
        for name in self._other_names(held):
            if not self._is_place(name, held):
                yield Difference("who", as_spelled(name, text), _speaker(held))
        named = groups(held.statement.folded)
        everywhere = groups(fold(f"{held.passage.text} {' '.join(held.passage.section)}"))
        known_groups = groups(fold(held.best)) or everywhere or groups(fold(" ".join(held.near)))
        if known_groups and (others := [word for name, word in named.items() if name not in everywhere]):
            known_words = [word for name, word in known_groups.items() if name not in named]
            told = as_spelled(known_words[0], held.text) if known_words else ""
            yield Difference("who", as_spelled(others[0], text), told)
        agents = [right_agent(held.statement.folded, fold(each)) for each in held.sentences]
        if is_of_another(text, [held.source]) or (False in agents and True not in agents):
            said = next((found.group() for each in AGENTS.values() if (found := each.search(fold(text)))), "")
            known = [found.group() for each in AGENTS.values() if (found := each.search(fold(held.best)))]
            told = as_spelled(known[0], held.best) if known else _speaker(held)
            yield Difference("who", as_spelled(said, text), told)

    def _other_names(self, held: Held) -> list[str]:
        """The names that it lacks; a part of a name in small letters is no name."""
        text = held.statement.text
        names = self._names.others(text, [held.text])
        return [name for name in names if as_spelled(name, text)[:1].isupper()]

    @staticmethod
    def _is_place(name: str, held: Held) -> bool:
        """Whether a name stands where a place would: "på Fuglsanggård"."""
        spelled = as_spelled(name, held.statement.text)
        before = held.statement.text.partition(spelled)[0]
        is_planned = bool(_IN_BRACKETS.search(held.passage.text))
        return not name.endswith("Kommune") and (bool(_PLACE_BEFORE.search(before)) or is_planned)

    def _status(self, held: Held) -> Iterator[Difference]:
        text, folded = held.statement.text, held.statement.folded
        told = [fold(each) for each in held.near]
        passage = held.passage.text
        is_done = tells_as_done(text, [passage, *held.near]) and not _HAS_DONE.search(fold(passage))
        if held.document.role == "plan" and is_done:
            word = done(folded)
            yield Difference("status", as_spelled(word, text) or text, _planned(held))
        known = next(filter(None, map(trial, told)), "")
        if (said := whole(folded)) and known and not trial(folded) and not any(map(whole, told[:1])):
            yield Difference("status", as_spelled(said, text), as_spelled(known, " ".join(held.near)))
        if (said := trial(folded)) and not known:
            full = next(filter(None, map(whole, told)), "")
            yield Difference("status", as_spelled(said, text), as_spelled(full, " ".join(held.near)))

    def _negation(self, held: Held) -> Iterator[Difference]:
        text, language = held.statement.text, held.statement.language
        if (
            is_turned_round(text, held.sentences[:1], self._search.support, language)
            or contradicts(held.statement.folded, fold(held.best))
            or turns_against(text, held.sentences[:1])
        ):
            yield Difference("negation")

    def _strength(self, held: Held) -> Iterator[Difference]:
        said, word = modal(held.statement.folded)
        known, known_word = modal(fold(held.best))
        is_stronger = said > max(known, WISH) and (said == RIGHT or (known == WISH and bool(word)))
        is_weaker = said == WISH < known and bool(known_word)
        if is_stronger or is_weaker:
            told = as_spelled(known_word, held.best) or _planned(held)
            yield Difference("strength", as_spelled(word, held.statement.text), told)

    def _scope(self, held: Held) -> Iterator[Difference]:
        text, folded = held.statement.text, held.statement.folded
        told = fold(held.passage.text)
        if (said := narrowed(folded)) and not narrowed(told):
            yield Difference("scope", as_spelled(said, text), as_spelled(widened(fold(held.best)), held.best))
        elif counts_more(_MERELY.sub("", text), [held.passage.text]):
            said = widened(folded) or narrowed(folded)
            yield Difference("scope", as_spelled(said, text), "")

    def _what(self, held: Held) -> Iterator[Difference]:
        """A goal of the UN that the plan has not chosen; a word in the place of another one."""
        question = read_question(held.statement.text, self._catalogue)
        finding = goal_claimed(held.statement.folded, question, self._catalogue)
        if finding and not finding.holds:
            chosen = f"verdensmål {', '.join(map(str, self._catalogue.goals))}"
            numbers = ", ".join((*map(str, question.references.goals), *question.references.targets))
            yield Difference("what", f"verdensmål {numbers}", finding.value or chosen, True)
        yield from replaced(held, self._search.support)

    def settled(self, held: Held) -> bool:
        """Whether the structure of the documents says that it is so: a count, an office, a goal."""
        folded, catalogue = held.statement.folded, self._catalogue
        question = read_question(held.statement.text, catalogue)
        findings = (
            count_claimed(folded, question, catalogue),
            person_claimed(folded, catalogue.documents),
            goal_claimed(folded, question, catalogue),
        )
        return any(finding.holds for finding in findings if finding)


def _numbered(numbers: set[int] | tuple[int, ...]) -> str:
    return "pejlemærke " + ", ".join(map(str, sorted(numbers)))


def _speaker(held: Held) -> str:
    if held.passage.kind == "signature":
        return ", ".join(held.passage.text.split("\n"))
    return held.document.sender if held.document.role == "response" else held.document.short


def _planned(held: Held) -> str:
    """The years for which the timeline plans it, or the word by which it is intended."""
    rows = [each.reference.year for each in (held.passage, *held.joined) if each.reference.year]
    if rows:
        return "planlagt " + ", ".join(map(str, sorted(set(rows))))
    return as_spelled(modal(fold(held.best))[1], held.best)


def _span_of(number: str, text: str, language: str) -> tuple[str, str]:
    """A number as a text spells it with the words behind it, and these words."""
    for match in _NUMBERED.finditer(text):
        if number in numbers_in(match[1], "en" if language == "en" else "da"):
            return match.group().strip(), fold(match[2]).strip()
    return number, ""


def _count_said(text: str, value: str) -> str:
    noun = fold(value.split()[-1])[:5]
    found = re.search(rf"\w+ (?:\w+ )?{noun}\w*", fold(text))
    return as_spelled(found.group(), text) if found else text
