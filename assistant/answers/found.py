"""Replies from the search: what is found, whether it answers, and which of it to quote."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from assistant.answers.claims.counts import count_asked
from assistant.answers.compare import matter
from assistant.answers.excerpt import ALONE, BEHIND, FIRST
from assistant.answers.facts import DATES, answers_date, asks_end, short_answer
from assistant.answers.follow_up import Dialogue, FollowUps, dialogue_of
from assistant.answers.judge import Judge
from assistant.answers.phrases import said_by, say
from assistant.answers.quoting import Quoter
from assistant.answers.reading.beyond import asks_machine, missing
from assistant.answers.reading.details import Detail, fit
from assistant.answers.reading.question import Question, is_without_content
from assistant.answers.reading.voices import asks_aftermath, asks_which_side
from assistant.answers.relevance import MOST_PLACES, MOST_QUOTES, Relevance, worth_quoting
from assistant.answers.reply import MOST_WORDS, Reply, readable
from assistant.answers.scope import asks_own_case, asks_places, in_part, other_places, scope
from assistant.documents.passages import Passage
from assistant.search.catalogue import Catalogue
from assistant.search.retriever import Found, Hit, Search
from assistant.search.tokens import fold

_SHARE_OF_THE_BEST = 0.6
"""In the few passages of one sender, those are quoted that are nearly as likely as his best."""
_LEAST_OF_A_SENDER = 0.6
"""From this probability on, what a sender says is an answer."""
_SURE_OF_A_SENDER, _SENDERS_WORDS, _MUCH_NEARER = 0.7, 0.9, 0.3
"""A sender is silent of a topic if nothing of his is this likely, or holds so much of its words, and
the plan is so much nearer to it."""
_LEAST_OF_A_FACT, _LEAST_OF_A_CUE = 0.15, 0.03
"""A passage found with less certainty gives no date or number: it is of something else."""
_LEAST_OF_ITS_WORDS = 0.5
_LEAST_OF_THE_NEAREST = 0.6
"""From this probability on, the best passage is on the subject even if it does not answer."""
_NEVER_GIVEN = ("law", "amount", "share", "phone", "address")
"""Details whose lack may be told even if nothing near was found."""
_MOST_LISTED = 250
"""Words of an answer that is a list of places."""
_NAMED: tuple[Detail, ...] = ("name", "place")
_SOFT = ("email", "place")
"""Details that may be told in other words than those looked for: their lack is no refusal."""


class Finder:
    """Answers what cannot be listed."""

    def __init__(self, search: Search, catalogue: Catalogue, top_k: int) -> None:
        self._search = search
        self._catalogue = catalogue
        self._quoter = Quoter(search)
        self._top_k = top_k
        self._relevance = Relevance.open()
        self.judge = Judge(search, catalogue)

    def stands_alone(self, text: str) -> bool:
        """Whether the documents answer a text as it is."""
        return self._relevance.is_enough(self._search.respelled(text), self._search.evidence(text))

    def best(self, question: Question) -> Passage | None:
        """The passage that answers a question best, if one does."""
        found = self.find(question)
        is_answered = found.hits and self._is_enough(question, found)
        return found.hits[0].passage if is_answered else None

    def reply(self, question: Question) -> Reply:
        """The quotes that answer, or the reason why there are none."""
        found = self.find(question)
        hits = found.hits
        if not question.query:
            return self._refuse(question, (), 0)
        if asks_machine(fold(question.query)):
            return self._refuse(question, (), 0)
        if not question.context and (
            is_without_content(question) or not (found.evidence.length or question.bodies)
        ):
            text = say(question.language, "unclear")
            return Reply("unclear", hits, text, reason=text)
        if text := self._outside(question):
            return self._refuse_with(question, text, hits)
        if known := self.judge.known(question):
            return self._told(question, *known, hits)
        if question.asks_sender and self._is_silent(question, found):
            return self._refuse_sender(question, hits)
        if not hits or not (self._is_enough(question, found) or self._names(question, hits[0])):
            return self._refuse(question, hits, found.evidence.coverage)
        if detail := question.detail:
            fitting = tuple(hit for hit in hits if self._gives(detail, hit, question))
            if not fitting and detail == "count" and (count := count_asked(question, self._catalogue)):
                return replace(self._quote(question, hits), lead=say(question.language, "short", value=count))
            if not fitting and detail not in _SOFT:
                return self._refuse(question, hits, found.evidence.coverage)
            if asks_end(question.folded) and any(self._is_cued(hit, question) for hit in fitting):
                fitting = tuple(hit for hit in fitting if self._is_cued(hit, question))
            if detail == "name" and fitting:
                best = max(self._gives(detail, hit, question) for hit in fitting)
                fitting = tuple(hit for hit in fitting if self._gives(detail, hit, question) == best)
            hits = tuple(sorted(fitting or hits, key=lambda hit: -self._gives(detail, hit, question)))
            return replace(self._quote(question, hits), hits=_first(hits, found.hits))
        return self._quote(question, hits)

    def _names(self, question: Question, best: Hit) -> bool:
        """Whether the best passage gives a person or a place that is asked for in so many words."""
        detail = question.detail
        return (
            detail in _NAMED
            and best.score >= _LEAST_OF_THE_NEAREST
            and self._gives(detail, best, question) > 0
        )

    def _gives(self, detail: Detail, hit: Hit, question: Question) -> int:
        """How well a passage that was found gives the detail that is asked for; 0 if it does not."""
        fits = fit(detail, self._quoter.with_years(hit.passage), question.whole)
        is_cued = detail in DATES and self._is_cued(hit, question)
        least = _LEAST_OF_A_CUE if is_cued else _LEAST_OF_A_FACT
        return fits + is_cued if fits and hit.score >= least else 0

    def scope_of(self, question: Question) -> Callable[[Passage], float]:
        """How much each passage counts in an answer."""
        weights = {
            document.id: scope(question, document, self._catalogue.responders)
            for document in self._catalogue.documents
        }
        return lambda passage: weights[passage.document_id] * in_part(question, passage)

    def find(self, question: Question) -> Found:
        """The passages found for a question, those of a follow-up weighed with what was told before it."""
        if question.before is None:
            return self._search(question.query, self._top_k, self.scope_of(question))
        dialogue = self.dialogue(question)
        own, whole = dialogue.own, dialogue.whole
        scores = FollowUps.open()(dialogue.scores, dialogue.traits)
        evidence = own.evidence.joined(whole.evidence) if question.context else own.evidence
        return self._search.found(replace(own, scores=scores, evidence=evidence), self._top_k)

    def dialogue(self, question: Question) -> Dialogue:
        """What the search says of a follow-up."""
        return dialogue_of(question, self._search, self._catalogue, self)

    def _is_enough(self, question: Question, found: Found) -> bool:
        whole = self._search.respelled(question.whole)
        is_signed = any(name in question.text for name in self._catalogue.signatories)
        has_sender = question.asks_sender or (is_signed and question.asks_opinion)
        is_sure = has_sender and found.hits[0].score >= _LEAST_OF_A_SENDER
        return is_sure or self._relevance.is_enough(whole, found.evidence, has_sender)

    def _is_silent(self, question: Question, found: Found) -> bool:
        """Whether others speak of what a sender is asked about, and he does not."""
        topic = matter(question)
        if not topic or question.context or (found.hits and found.hits[0].score >= _SURE_OF_A_SENDER):
            return False
        told = self._search(topic, 1, self.scope_of(question))
        if told.hits and told.hits[0].score >= _SURE_OF_A_SENDER:
            return False
        own = told.evidence
        others = self._search(topic, 1, self._of_plan).evidence
        return own.coverage < _SENDERS_WORDS and own.similarity + _MUCH_NEARER < others.similarity

    def _refuse_sender(self, question: Question, hits: tuple[Hit, ...]) -> Reply:
        """Says that the sender does not touch the topic, and shows the nearest that the plan says of it."""
        named = [body for body in question.bodies if body in self._catalogue.responders]
        key = "sender_silent" if named else "responses_silent"
        text = say(question.language, key, senders=named or list(self._catalogue.responders))
        nearest = self._search(matter(question), 1, self._of_plan).hits
        near = tuple(hit for hit in nearest if hit.score >= _LEAST_OF_THE_NEAREST)
        refusal = self._refuse_with(question, text, _first(near, hits), near)
        return replace(refusal, before_quotes=say(question.language, "nearest_elsewhere"))

    def _of_plan(self, passage: Passage) -> float:
        return float(self._quoter.document(passage).role == "plan")

    @staticmethod
    def _is_cued(hit: Hit, question: Question) -> bool:
        return answers_date(hit.passage, question.folded)

    def _outside(self, question: Question) -> str:
        """Why the documents cannot answer, whatever the search finds; empty if they may."""
        senders = self._catalogue.responders
        names = question.bodies
        unheard = [name for name in names if name not in senders]
        if question.asks_sender and unheard:
            return say(question.language, "no_response_from", names=unheard, senders=senders)
        if asks_aftermath(question.folded):
            return say(question.language, "no_aftermath")
        if places := other_places(question, senders):
            return say(question.language, "other_place", names=places)
        return say(question.language, "own_case") if asks_own_case(question) else ""

    def _quote(self, question: Question, hits: tuple[Hit, ...]) -> Reply:
        share = _SHARE_OF_THE_BEST if question.asks_sender else 0
        is_list = asks_places(question)
        best = worth_quoting(hits, share, MOST_PLACES if is_list else MOST_QUOTES)
        passages = [hit.passage for hit in best]
        joined = passages if is_list else self._quoter.with_rows(passages)
        first = FIRST if len(joined) > 1 else ALONE
        quoted = (
            self._quoter.quote(question, each, BEHIND if at else first) for at, each in enumerate(joined)
        )
        quotes = self._quoter.placed(readable(quoted, _MOST_LISTED if is_list else MOST_WORDS))
        shown = [quote.passage for quote in quotes]
        lead = (
            said_by(question.language, self._quoter.document(hits[0].passage))
            if asks_which_side(question.folded)
            else self.judge.verdict(question, hits[0])
            or self.judge.placed(question, shown)
            or short_answer(question.detail, question.folded, question.language, shown)
        )
        return Reply("answered", hits, lead, quotes)

    def _told(
        self, question: Question, lead: str, passages: tuple[Passage, ...], hits: tuple[Hit, ...]
    ) -> Reply:
        """What the structure settles, with the passages where it stands."""
        shown = tuple(Hit(passage, 1.0, 1.0) for passage in passages)
        others = tuple(hit for hit in hits if hit.passage not in passages)
        quotes = tuple(self._quoter.quote(question, passage) for passage in passages)
        return Reply("answered", (*shown, *others), lead, quotes)

    def _refuse(self, question: Question, hits: tuple[Hit, ...], coverage: float) -> Reply:
        """Says what is missing and, if the documents speak of the subject, shows the nearest they say."""
        is_near = bool(hits) and hits[0].score >= _LEAST_OF_THE_NEAREST and coverage >= _LEAST_OF_ITS_WORDS
        is_specific = question.detail is not None and question.detail not in _SOFT
        lacking = missing(question.folded)
        key = "not_given" if is_near else "not_found"
        if is_specific and (is_near or question.detail in _NEVER_GIVEN):
            key = f"lacks_{question.detail}"
        elif lacking and (is_near or lacking != "reason"):
            key = f"lacks_{lacking}"
        text = say(question.language, key)
        return self._refuse_with(question, text, hits, hits[: int(is_near)], key.startswith("lacks"))

    def _refuse_with(
        self,
        question: Question,
        text: str,
        hits: tuple[Hit, ...],
        nearest: tuple[Hit, ...] = (),
        is_specific: bool = True,
    ) -> Reply:
        return Reply(
            "not_in_documents",
            hits,
            text,
            tuple(self._quoter.quote(question, hit.passage) for hit in nearest),
            before_quotes=say(question.language, "nearest"),
            close=say(question.language, "ask"),
            reason=text,
            is_specific=is_specific,
        )


def _first(best: tuple[Hit, ...], hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """All hits, the best ones first."""
    return tuple(dict.fromkeys((*best, *hits)))
