"""Yes or no, where the documents settle what a question claims; silence otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answers.answer import Language
from assistant.answers.catalogue import Catalogue
from assistant.answers.claims import scope_words
from assistant.answers.claims.agents import right_agent
from assistant.answers.claims.counts import count_claimed
from assistant.answers.claims.dates import date_claimed
from assistant.answers.claims.finding import Finding
from assistant.answers.claims.goals import goal_claimed
from assistant.answers.claims.opposites import contradicts
from assistant.answers.claims.people import person_claimed
from assistant.answers.claims.scope_words import Support
from assistant.answers.phrases import say
from assistant.answers.reading.polar import Claim
from assistant.answers.reading.question import Question
from assistant.documents.passages import Document, Passage
from assistant.search.tokens import fold

_SUPPORTED = 0.45
_SURE = 0.8
"""How likely a passage must be to answer, for its silence on a no to be a yes."""
_NEAR = 0.75
"""Of the best sentence's closeness, that another must have to speak against a claim."""


@dataclass(frozen=True)
class Evidence:
    """What a claim is held against: the best passage with its sentences, best first, and its rows."""

    passage: Passage
    document: Document
    sentences: Sequence[str]
    rows: Sequence[Passage]
    score: float


def settled(claim: Claim, question: Question, catalogue: Catalogue) -> Finding | None:
    """Whether the documents' structure settles a claim: a count, a goal, a person's office."""
    signatures = [each for document in catalogue.documents for each in document.passages if each.kind == "signature"]
    return (
        count_claimed(claim.text, question, catalogue)
        or goal_claimed(claim.text, question, catalogue)
        or person_claimed(claim.text, signatures)
    )


def found(claim: Claim, question: Question, evidence: Evidence, support: Support) -> Finding | None:
    """Whether the best passage affirms a claim or contradicts it; None if it leaves it open."""
    text = claim.text
    sentences = [fold(each) for each in evidence.sentences]
    years = [year for year in question.references.years if year >= 2024]
    if any(contradicts(text, each) for each in sentences):
        return None if claim.is_negated else Finding(False)
    if years and evidence.rows:
        planned = sorted({row.reference.year or 0 for row in evidence.rows})
        if not set(years) & set(planned):
            return Finding(False, say(question.language, "planned", years=planned))
    if dated := date_claimed(text, evidence.passage.text):
        return dated
    for sentence in sentences:
        if (agent := right_agent(text, sentence)) is not None:
            return Finding(agent != claim.is_negated)
    if scope_words.is_only(text) and not claim.is_negated:
        held = any(scope_words.names_more(each) for each in sentences[:1])
        return Finding(False) if held else None
    if scope_words.denies(text, sentences[0], support):
        return Finding(claim.is_negated)
    if claim.is_negated or evidence.score < _SURE:
        return None
    if scope_words.asks_promise(text) or scope_words.is_too_wide(text, " ".join(sentences)):
        return None
    if scope_words.is_premature(text, sentences[0]):
        return Finding(False)
    return Finding(True)


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
