"""From a claim to a verdict on each of its parts, with the quotes that show it."""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from dataclasses import replace

from assistant.answers.answer import Answer, Citation, Language, Status
from assistant.answers.checking.differences import Differences
from assistant.answers.checking.held import Held, hold
from assistant.answers.checking.judgement import Judgement, Weigher
from assistant.answers.checking.result import VERDICTS, CheckedClaim, Difference, Part, Verdict, of_the_whole
from assistant.answers.checking.statements import Statement, statements_in
from assistant.answers.excerpt import FIRST
from assistant.answers.phrases import introduction, say
from assistant.answers.quoting import Quoter
from assistant.answers.reading.bodies import named_bodies
from assistant.answers.reading.language import language_of
from assistant.answers.reading.question import check_text, read_question
from assistant.answers.reading.voices import asks_opinion
from assistant.answers.verify import verify
from assistant.documents.passages import Passage
from assistant.errors import QuestionError
from assistant.personal import mask_cpr
from assistant.search.catalogue import Catalogue
from assistant.search.retriever import Search

MOST_PARTS = 12
"""Statements of a claim that are checked: more are a text, not a claim."""
_LEAST_NEAR = 0.8
"""From this probability on the nearest that the documents say is shown beside what they do not say."""
_MOST_WORDS = 3
_MARKER = re.compile(r"\[(\d+)\]")


class ClaimChecker:
    """Checks claims against an index. It keeps nothing between them."""

    def __init__(self, search: Search, catalogue: Catalogue, longest: int) -> None:
        self._search = search
        self._catalogue = catalogue
        self._longest = longest
        self._differences = Differences(search, catalogue)
        self._weigher = Weigher(search, catalogue)
        self._judgement = Judgement.open()
        self._quoter = Quoter(search)

    def __call__(self, text: str) -> CheckedClaim:
        """The verdict with verified quotes; a text that cannot be read gives status ``failed``.

        CPR numbers are masked before it is read.
        """
        started = time.perf_counter()
        masked = mask_cpr(text)
        try:
            claim = check_text(_MARKER.sub(r"(\1)", masked), self._longest)
        except QuestionError as fault:
            shown = masked[: self._longest].encode("utf-8", "replace").decode()
            answer = Answer(shown, "da", "failed", str(fault), reason=str(fault))
            return CheckedClaim(shown, "da", "not_found", str(fault), (), answer)
        checked = self._checked(claim, language_of(claim))
        elapsed = (time.perf_counter() - started) * 1000
        return replace(checked, answer=replace(verify(checked.answer), elapsed_ms=elapsed))

    def _checked(self, claim: str, language: Language) -> CheckedClaim:
        parts: list[Part] = []
        marker = 0
        for statement in statements_in(claim, language)[:MOST_PARTS]:
            parts.append(self._part(statement, marker))
            marker += len(parts[-1].citations)
        verdict = of_the_whole([part.verdict for part in parts])
        explanation = _explained(parts, language)
        citations = tuple(citation for part in parts for citation in part.citations)
        status: Status = "not_in_documents" if verdict == "not_found" else "answered"
        text = "\n\n".join((f"{say(language, f'verdict_{verdict}')}.", *_blocks(parts, language)))
        reason = explanation if status == "not_in_documents" else None
        answer = Answer(claim, language, status, text, citations, reason=reason)
        return CheckedClaim(claim, language, verdict, explanation, tuple(parts), answer)

    def _part(self, statement: Statement, marker: int) -> Part:
        """One statement held against the documents; ``marker``: the last that is taken."""
        language = statement.language
        if unheard := self._unheard(statement):
            text = say(language, "no_response_from", names=unheard, senders=self._catalogue.responders)
            return Part(statement.text, "not_found", text)
        held = hold(statement, self._search, self._catalogue)
        if held is None:
            return Part(statement.text, "not_found", say(language, "claim_not_found"))
        verdict, differences = self.judge(held)
        explanation = _why(held, verdict, differences)
        return Part(statement.text, verdict, explanation, differences, self._cited(held, verdict, marker))

    def signs(self, statement: Statement) -> dict[str, float]:
        """What a verdict on a statement is told by; empty if nothing is found."""
        held = hold(statement, self._search, self._catalogue)
        return self._signs(held, self._differences(held)) if held else {}

    def _signs(self, held: Held, differences: Sequence[Difference]) -> dict[str, float]:
        return self._weigher(held, differences, self._differences.settled(held))

    def judge(self, held: Held) -> tuple[Verdict, tuple[Difference, ...]]:
        """The verdict on a statement, with what differs if something does."""
        differences = self._differences(held)
        is_settled = any(each.is_sure for each in differences)
        signs = self._signs(held, differences)
        verdict: Verdict = "differs" if is_settled else self._judgement.verdict(signs)
        if verdict != "differs":
            return verdict, ()
        return verdict, tuple(differences) or (Difference("what", ", ".join(self._untold(held))),)

    def _untold(self, held: Held) -> list[str]:
        """The words of a statement that what it is held against tells least of."""
        strange = [*self._weigher.unknown(held), *self._weigher.elsewhere(held)]
        near = sorted(self._weigher.near(held), key=lambda each: each[1])
        return list(dict.fromkeys(strange))[:_MOST_WORDS] or [word for word, _ in near[:1]]

    def _unheard(self, statement: Statement) -> list[str]:
        """Those whose opinion a statement tells, and who have sent no response that we have."""
        senders = self._catalogue.responders
        names = named_bodies(statement.text, senders)
        if not names or not asks_opinion(statement.folded) or set(names) & set(senders):
            return []
        return [name for name in names if name.endswith(" Kommune")]

    def _cited(self, held: Held, verdict: Verdict, marker: int) -> tuple[Citation, ...]:
        """The quotes for a part: what it is held against, and the row or the point that belongs to it."""
        if verdict == "not_found" and held.score < _LEAST_NEAR:
            return ()
        passages: list[Passage] = [held.passage]
        if verdict != "not_found":
            passages += held.joined[:1]
        question = read_question(held.statement.text, self._catalogue)
        quotes = [self._quoter.quote(question, passage, FIRST) for passage in passages]
        return tuple(
            Citation(number, quote.passage, self._quoter.document(quote.passage), quote.start, quote.end)
            for number, quote in enumerate(quotes, marker + 1)
        )


def _why(held: Held, verdict: Verdict, differences: Sequence[Difference]) -> str:
    """One sentence on a part."""
    language, passage = held.statement.language, held.passage
    if verdict == "not_found":
        return say(language, "claim_not_found")
    if verdict == "differs":
        aspects = [say(language, f"aspect_{each.aspect}") for each in differences]
        return say(language, "differs", label=passage.label, aspects=aspects)
    if passage.kind == "row":
        return say(language, "stands_row", year=passage.reference.year)
    if passage.role == "response":
        return say(language, "stands_response", sender=held.document.sender)
    return say(language, "stands_other", label=passage.label)


def _explained(parts: Sequence[Part], language: Language) -> str:
    if len(parts) == 1:
        return parts[0].explanation
    stands, differs, lost = (sum(part.verdict == each for part in parts) for each in VERDICTS)
    return say(language, "checked_parts", count=len(parts), stands=stands, differs=differs, lost=lost)


def _blocks(parts: Sequence[Part], language: Language) -> list[str]:
    """What is said of each part: why, what differs, and the quotes under whoever speaks."""
    blocks = []
    for part in parts:
        if len(parts) > 1:
            title = (
                f"{say(language, 'claim_part', part=part.text)} {say(language, f'verdict_{part.verdict}')}."
            )
            blocks.append(title)
        blocks.append(part.explanation)
        if part.differences:
            blocks.append("\n".join(f"- {each.said(language)}" for each in part.differences))
        if part.citations and part.verdict == "not_found":
            blocks.append(say(language, "nearest"))
        for citation in part.citations:
            lead = introduction(language, citation.passage, citation.document)
            blocks.append(f"{lead}\n{citation.marked}")
    return blocks
