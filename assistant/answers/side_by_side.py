"""What two sides say of a matter, found and quoted side by side."""

from __future__ import annotations

from assistant.answers.compare import Side, matter, sides
from assistant.answers.excerpt import FIRST
from assistant.answers.facts import short_answer
from assistant.answers.phrases import say
from assistant.answers.quoting import Quoter
from assistant.answers.reading.details import fit
from assistant.answers.reading.question import Question, read_question
from assistant.answers.reading.voices import asks_person
from assistant.answers.relevance import worth_quoting
from assistant.answers.reply import Reply, alternating
from assistant.documents.passages import Passage
from assistant.search.catalogue import Catalogue
from assistant.search.retriever import Found, Search

_LEAST_TOPIC = 2
_OF_A_SIDE = 3
"""Quotes of each side in a comparison."""
_LEAST_OF_A_SIDE, _SURE_OF_A_SIDE, _LEAST_COVERAGE = 0.15, 0.6, 0.45
"""A side speaks of a matter if its best passage is likely enough: less so if it holds the matter's words."""
_SURE_OF_THE_WHOLE = 0.7
"""So likely must a passage of a response be for the whole question, if the matter's words find none."""
_SHARE_OF_THE_BEST = 0.6


class SideBySide:
    """Answers what compares two sides."""

    def __init__(self, search: Search, catalogue: Catalogue, top_k: int) -> None:
        self._search = search
        self._catalogue = catalogue
        self._quoter = Quoter(search)
        self._top_k = top_k

    def reply(self, question: Question) -> Reply | None:
        """What each side says of a matter, side by side; None if the question compares nothing."""
        both = sides(question, self._catalogue)
        if not both:
            return None
        topic = matter(question)
        if not topic and any(side.is_response for side in both):
            return None
        if not any(side.is_response for side in both) and len(topic.split()) < _LEAST_TOPIC:
            topic = question.query
        replies = [self._of_side(question, side, topic) for side in both]
        if not any(reply.quotes for reply in replies):
            return None
        silent = [reply.lead for reply in replies if not reply.quotes]
        quotes = tuple(quote for reply in replies for quote in reply.quotes)
        told = [quote.passage for quote in quotes]
        lead = short_answer(question.detail, question.folded, question.language, told)
        if not lead:
            first, second = (side.name for side in both)
            lead = say(question.language, "compare", first=first[:1].upper() + first[1:], second=second)
        return Reply(
            "answered",
            alternating([reply.hits for reply in replies]),
            lead,
            quotes,
            close=" ".join(silent),
        )

    def _of_side(self, question: Question, side: Side, topic: str) -> Reply:
        """What one side says of the matter; its own clause in the question says which detail is asked for."""
        asked = read_question(side.clause, self._catalogue) if side.clause else question
        may_sign = asks_person(asked.folded)

        def weigh(passage: Passage) -> float:
            may = passage.kind != "signature" or may_sign
            return float(may and side.holds(passage, self._quoter.document(passage)))

        found = self._search(topic, self._top_k, weigh)
        if side.is_response and not self._is_likely(found, _SURE_OF_A_SIDE):
            whole = self._search(question.query, self._top_k, weigh)
            found = whole if self._is_likely(whole, _SURE_OF_THE_WHOLE) else found
        detail = asked.detail or (None if matter(asked) else question.detail)
        told = tuple(hit for hit in found.hits if detail and fit(detail, hit.passage.text, question.text))
        holds_words = found.evidence.coverage >= _LEAST_COVERAGE or not side.is_response
        least = _LEAST_OF_A_SIDE if holds_words else _SURE_OF_A_SIDE
        if not told and not self._is_likely(found, least):
            return Reply("not_in_documents", lead=say(question.language, "side_silent", side=side.name))
        hits = told or found.hits
        signed = [hit for hit in hits if hit.passage.kind == "signature"]
        worth = signed if hits[0] in signed else worth_quoting(hits, _SHARE_OF_THE_BEST)
        passages = self._quoter.with_rows([hit.passage for hit in worth[:_OF_A_SIDE]])
        return Reply(
            "answered", hits, quotes=tuple(self._quoter.quote(question, each, FIRST) for each in passages)
        )

    @staticmethod
    def _is_likely(found: Found, least: float) -> bool:
        return bool(found.hits) and found.hits[0].score >= least
