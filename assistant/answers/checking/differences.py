"""Where a statement and what it is held against part."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from assistant.answers.checking.amounts import how_much, when
from assistant.answers.checking.firmness import negation, scope, status, strength
from assistant.answers.checking.held import Held
from assistant.answers.checking.names import Naming
from assistant.answers.checking.replaced import replaced
from assistant.answers.checking.result import Aspect, Difference
from assistant.answers.claims.counts import count_claimed
from assistant.answers.claims.goals import goal_claimed
from assistant.answers.claims.people import person_claimed
from assistant.answers.reading.question import read_question
from assistant.search.catalogue import Catalogue
from assistant.search.retriever import Search


class Differences:
    """Finds what of a statement differs from what it is held against."""

    def __init__(self, search: Search, catalogue: Catalogue) -> None:
        self._search = search
        self._catalogue = catalogue
        naming = Naming(search.index, catalogue)
        self._looks: tuple[Callable[[Held], Iterator[Difference]], ...] = (
            when, naming.where, self._how_much, naming.who, status, self._negation, strength, scope,
            self._what,
        )  # fmt: skip

    def __call__(self, held: Held) -> list[Difference]:
        """The first of each aspect, the plainest aspects first."""
        found: dict[Aspect, Difference] = {}
        for look in self._looks:
            for each in look(held):
                found.setdefault(each.aspect, each)
        return list(found.values())

    def _how_much(self, held: Held) -> Iterator[Difference]:
        return how_much(held, self._catalogue)

    def _negation(self, held: Held) -> Iterator[Difference]:
        return negation(held, self._search.support)

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
