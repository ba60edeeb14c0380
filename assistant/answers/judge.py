"""The short answer that a yes/no question gets, and where in the plan something stands."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answers.claims.finding import Finding
from assistant.answers.claims.people import holders, title_asked
from assistant.answers.claims.places import place_asked
from assistant.answers.facts import deadline, short_answer
from assistant.answers.phrases import say
from assistant.answers.reading.polar import Claim, claim_of
from assistant.answers.reading.question import Question
from assistant.answers.verdict import Evidence, found, settled, side_chosen, told
from assistant.documents.passages import Passage
from assistant.documents.sentences import sentences_of
from assistant.search.catalogue import Catalogue
from assistant.search.retriever import Hit, Search

_LEAST_OF_A_SUBJECT, _SHARE_OF_THE_BEST = 0.6, 0.6
"""A passage speaks of a subject with this probability, and others that have so much of its own."""
_FOUND = 10


class Judge:
    """Holds what a question claims against the structure of the documents and the best passage."""

    def __init__(self, search: Search, catalogue: Catalogue) -> None:
        self._search = search
        self._catalogue = catalogue

    def settled(self, question: Question) -> str:
        """Yes or no to a claim that the documents' structure settles; empty if it does not."""
        finding = self._settled(question)
        return told(finding, question.language, None) if finding else ""

    def known(self, question: Question) -> tuple[str, tuple[Passage, ...]] | None:
        """What the structure answers, with the passages where it stands; None if there are none."""
        finding = self._settled(question)
        if finding and finding.passages:
            return told(finding, question.language, None), finding.passages
        if signed := title_asked(question.folded, self._catalogue.documents) or self._holder(question):
            return short_answer("name", question.folded, question.language, signed), signed
        return None

    def _holder(self, question: Question) -> tuple[Passage, ...]:
        """The signature of the one who holds the office that is asked about; none if that leaves it open."""
        if question.detail != "name":
            return ()
        documents = [each for each in self._catalogue.documents if each.superseded == question.is_of_earlier]
        found = holders(question.folded, documents)
        return found if len(found) == 1 else ()

    def placed(self, question: Question, passages: Sequence[Passage]) -> str:
        """The part of the plan that a question asks for, in a sentence; empty if it asks for none."""
        place = place_asked(question.folded, passages)
        return say(question.language, "short", value=place) if place else ""

    def verdict(self, question: Question, best: Hit) -> str:
        """Yes, no or which side, by the best passage; empty if that leaves it open."""
        if self._is_of_several(question):
            return ""
        claim = claim_of(question.text)
        evidence = self._evidence(question, claim, best)
        if side := side_chosen(question, evidence):
            return say(question.language, "short", value=side)
        if not claim:
            return ""
        finding = self._settled(question) or found(claim, question, evidence, self._search.support)
        return told(finding, question.language, evidence) if finding else ""

    def _evidence(self, question: Question, claim: Claim | None, best: Hit) -> Evidence:
        passage = best.passage
        sentences = sentences_of(passage)
        near = self._search.closeness(question.query, sentences)
        ranked = [each for _, each in sorted(zip(near, sentences, strict=True), key=lambda each: -each[0])]
        rows = self._catalogue.schedule.rows.get(passage.id, ())
        return Evidence(
            passage,
            self._search.index.documents_by_id[passage.document_id],
            ranked,
            (passage,) if passage.kind == "row" else rows,
            best.score,
            self._search.strange(claim.words, passage) if claim else (),
            deadline(self._catalogue.documents),
        )

    def _settled(self, question: Question) -> Finding | None:
        claim = None if self._is_of_several(question) else claim_of(question.text)
        return settled(claim, question, self._catalogue, self._in_plan) if claim else None

    def _is_of_several(self, question: Question) -> bool:
        """Whether it is about several senders: no one passage says yes or no for all of them."""
        return len(set(question.bodies) & set(self._catalogue.responders)) > 1

    def _in_plan(self, subject: str) -> list[Passage]:
        """What the strategispor, pejlemærker and the timeline say of a subject, if they surely do."""
        hits = self._search(subject, _FOUND, lambda passage: float(bool(passage.reference.strategispor))).hits
        if not hits or hits[0].score < _LEAST_OF_A_SUBJECT:
            return []
        return [hit.passage for hit in hits if hit.score >= _SHARE_OF_THE_BEST * hits[0].score]
