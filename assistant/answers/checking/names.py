"""Who and where: persons, groups, places and parts of the plan that a statement names."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from assistant.answers.checking.held import Held
from assistant.answers.checking.result import Difference
from assistant.answers.checking.worded import as_spelled, groups
from assistant.answers.claims.agents import AGENTS, right_agent
from assistant.answers.claims.people import person_claimed
from assistant.answers.phrasing.names import Names
from assistant.answers.phrasing.speakers import is_of_another
from assistant.search.catalogue import Catalogue
from assistant.search.index import Index
from assistant.search.tokens import fold

_PLACE_BEFORE = re.compile(r"\b(?:på|i|ved|fra|til|at|in|on|from)\s+(?:bostedet |the )?$", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\(([A-ZÆØÅ]\w+)\)")


class Naming:
    """Holds the names of a statement against those that are told."""

    def __init__(self, index: Index, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._names = Names.open(index, catalogue.responders)

    def where(self, held: Held) -> Iterator[Difference]:
        """Another pejlemærke, strategispor, verdensmål or place than the one that is told."""
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

    def who(self, held: Held) -> Iterator[Difference]:
        """Another person, sender or group than the one that is told."""
        text = held.statement.text
        person = person_claimed(held.statement.folded, self._catalogue.documents)
        if person:
            if not person.holds:
                names = " ".join(as_spelled(name, text) for name in self._other_names(held))
                yield Difference("who", names, person.value or _speaker(held), is_sure=True)
            return
        for name in self._other_names(held):
            if not self._is_place(name, held):
                is_role = name in self._catalogue.responders and held.document.role != "response"
                yield Difference("status" if is_role else "who", as_spelled(name, text), _speaker(held))
        yield from _other_group(held)
        yield from _other_agent(held)

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


def _other_group(held: Held) -> Iterator[Difference]:
    """A group that is not told of where others are."""
    named = groups(held.statement.folded)
    everywhere = groups(fold(f"{held.passage.text} {' '.join(held.passage.section)}"))
    known = groups(fold(held.best)) or everywhere or groups(fold(" ".join(held.near)))
    others = [word for name, word in named.items() if name not in everywhere]
    if known and others:
        told = next((word for name, word in known.items() if name not in named), "")
        yield Difference("who", as_spelled(others[0], held.statement.text), as_spelled(told, held.text))


def _other_agent(held: Held) -> Iterator[Difference]:
    """Somebody else who says it, pays or decides."""
    text, folded = held.statement.text, held.statement.folded
    agents = [right_agent(folded, fold(each)) for each in held.sentences]
    if is_of_another(text, [held.source]) or (False in agents and True not in agents):
        said = next((found.group() for each in AGENTS.values() if (found := each.search(folded))), "")
        known = [found.group() for each in AGENTS.values() if (found := each.search(fold(held.best)))]
        if held.document.role == "response" and False not in agents:
            yield Difference("status", as_spelled(said, text), _speaker(held))
        else:
            told = as_spelled(known[0], held.best) if known else _speaker(held)
            yield Difference("who", as_spelled(said, text), told)


def _numbered(numbers: Collection[int]) -> str:
    return "pejlemærke " + ", ".join(map(str, sorted(numbers)))


def _speaker(held: Held) -> str:
    if held.passage.kind == "signature":
        return ", ".join(held.passage.text.split("\n"))
    return held.document.sender if held.document.role == "response" else held.document.short
