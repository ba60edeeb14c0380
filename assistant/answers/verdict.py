"""Yes or no, where the documents settle what a question claims; silence otherwise."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answers.answer import Language
from assistant.answers.claims import scope_words
from assistant.answers.claims.agents import has_task, is_between_sides, right_agent, right_superior, task_of
from assistant.answers.claims.counts import count_claimed
from assistant.answers.claims.dates import date_claimed, in_time_claimed, year_claimed
from assistant.answers.claims.finding import Finding
from assistant.answers.claims.goals import goal_claimed
from assistant.answers.claims.opposites import contradicts
from assistant.answers.claims.people import person_claimed
from assistant.answers.claims.places import Find, place_claimed, planned_claimed
from assistant.answers.claims.scope_words import Support
from assistant.answers.phrases import say
from assistant.answers.reading.polar import Claim
from assistant.answers.reading.question import Question
from assistant.documents.passages import Document, Passage
from assistant.search.catalogue import Catalogue
from assistant.search.tokens import fold

_NAMED = 0.5
"""How near the passage must come to each name and number in a claim, for a yes."""
_SURE = 0.7
"""How likely a passage must be to answer, for its silence on a no to be a yes."""
_FEW_WORDS = 3
"""In a claim of so few words, each must be of the passage's matter."""


@dataclass(frozen=True)
class Evidence:
    """What a claim is held against: the best passage with its sentences, best first, and its rows.

    ``strange``: words of the claim that the passage and its lay questions lack.
    ``deadline``: the day until which responses could be sent, as ISO.
    """

    passage: Passage
    document: Document
    sentences: Sequence[str]
    rows: Sequence[Passage]
    score: float
    strange: Sequence[str] = ()
    deadline: str = ""


def settled(claim: Claim, question: Question, catalogue: Catalogue, find: Find) -> Finding | None:
    """Whether the documents' structure settles a claim: a count, a goal, an office, a place."""
    if claim.is_choice:
        return None
    finding = (
        count_claimed(claim.text, question, catalogue)
        or goal_claimed(claim.text, question, catalogue)
        or person_claimed(claim.text, catalogue.documents)
        or place_claimed(claim.text, question, catalogue, find)
        or _planned(claim, question, catalogue, find)
    )
    return replace(finding, holds=finding.holds != claim.is_negated) if finding else None


def found(claim: Claim, question: Question, evidence: Evidence, support: Support) -> Finding | None:
    """Whether the best passage affirms a claim or contradicts it; None if it leaves it open."""
    text = claim.text
    if claim.is_choice:
        return None
    sentences = [fold(each) for each in evidence.sentences]
    if scope_words.points_at_story(text):
        is_denied = any(contradicts(fold(question.whole), each) for each in sentences)
        return Finding(False) if is_denied and not claim.is_negated else None
    if any(contradicts(claim.main, each) for each in sentences):
        return None if claim.is_negated else Finding(False)
    document = evidence.document
    if document.role == "response" and (timed := in_time_claimed(text, document.date, evidence.deadline)):
        return timed
    held = " ".join(
        (evidence.passage.text, document.date, *(str(row.reference.year) for row in evidence.rows))
    )
    for finding in (
        date_claimed(text, evidence.passage.text),
        year_claimed(text, sentences[0], held),
    ):
        if finding and not finding.holds and not claim.is_negated:
            return finding
    if (superior := right_superior(text, fold(evidence.passage.text))) is not None:
        return Finding(superior != claim.is_negated)
    for sentence in sentences:
        if (agent := right_agent(text, sentence)) is not None:
            return Finding(agent != claim.is_negated)
    if scope_words.is_only(text):
        is_more = any(scope_words.names_more(text, each, support) for each in sentences)
        return Finding(False) if is_more and not claim.is_negated else None
    if scope_words.denies(text, sentences[0], support):
        return Finding(claim.is_negated)
    return None if claim.is_negated else _affirmed(claim, evidence, sentences, support)


def _planned(claim: Claim, question: Question, catalogue: Catalogue, find: Find) -> Finding | None:
    """Whether the timeline names what a claim is about in the year that it names."""
    planned = planned_claimed(claim.text, question, catalogue, find)
    if not planned:
        return None
    years, rows = planned
    asked = [row for row in rows if row.reference.year in question.references.years]
    holds = bool(asked) and not any(contradicts(claim.text, fold(row.text)) for row in asked)
    value = say(question.language, "planned", years=years)
    return Finding(holds, value, tuple(asked if holds else rows))


def _affirmed(claim: Claim, evidence: Evidence, sentences: Sequence[str], support: Support) -> Finding | None:
    """A yes, if the passage surely answers and nothing in the claim goes beyond it."""
    if evidence.score < _SURE or scope_words.asks_promise(claim.text) or scope_words.is_beyond(claim.text):
        return None
    if has_task(claim.text):
        return None
    if scope_words.is_duty(claim.text):
        return Finding(False) if scope_words.only_allows(sentences[0]) else None
    if scope_words.is_too_wide(claim.text, " ".join(sentences)):
        return None
    if scope_words.goes_further(claim.text, " ".join(sentences), support):
        return None
    if scope_words.is_premature(claim.text, sentences[0]):
        return Finding(False)
    if evidence.strange and len(claim.words) <= _FEW_WORDS:
        return None
    held = f"{evidence.passage.context} {evidence.passage.label} {evidence.document.date}"
    years = " ".join(str(row.reference.year) for row in evidence.rows)
    numbers = [name for name in claim.names if name.isdigit() and name in claim.main]
    names = [name for name in claim.names if not name.isdigit()]
    if not set(numbers) <= set(re.findall(r"\d+", f"{held} {years}")):
        return None
    if names and min(support(names, held)) < _NAMED:
        return None
    return Finding(True)


def side_chosen(question: Question, evidence: Evidence) -> str:
    """Which of the two it is if a question asks whether it is the region or a municipality."""
    text = question.folded
    if not is_between_sides(text):
        return ""
    language, sentences = question.language, [fold(each) for each in evidence.sentences]
    if has_task(text):
        return next((say(language, f"side_{who}") for each in sentences if (who := task_of(text, each))), "")
    if evidence.document.role == "response":
        return evidence.document.sender
    return say(language, "side_region")


def told(finding: Finding, language: Language, evidence: Evidence | None) -> str:
    """The finding in words: yes or no, and what is right or who says so."""
    answer = "yes" if finding.holds else "no"
    if finding.value:
        return say(language, f"{answer}_value", value=finding.value)
    if evidence is None:
        return say(language, answer)
    passage, document = evidence.passage, evidence.document
    if passage.kind == "row":
        return say(language, f"{answer}_planned", years=(passage.reference.year,))
    if document.role == "plan":
        is_wish = finding.holds and scope_words.is_wish(fold(evidence.sentences[0]))
        return say(language, "yes_wish" if is_wish else f"{answer}_plan")
    source = document.sender if document.role == "response" else document.short
    return say(language, f"{answer}_source", source=source)
