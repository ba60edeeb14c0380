"""The steps from a question to an answer, in the order in which they are taken."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace

from assistant.answers.answer import Answer, Status
from assistant.answers.catalogue import Catalogue
from assistant.answers.compose import Composer, excerpt
from assistant.answers.lists.listing import Listing
from assistant.answers.lists.structure import from_structure
from assistant.answers.phrases import say
from assistant.answers.reading.details import fit
from assistant.answers.reading.history import completed
from assistant.answers.reading.question import Question, check_text, is_without_content, read_question
from assistant.answers.relevance import is_enough, worth_quoting
from assistant.answers.scope import asks_own_case, other_places, scope
from assistant.answers.verify import verify
from assistant.documents.passages import Passage
from assistant.errors import QuestionError
from assistant.search.index import open_current
from assistant.search.models import load_embedder
from assistant.search.retriever import Found, Hit, Search
from assistant.settings import Settings


class Assistant:
    """Answers questions from an index. It keeps nothing between questions."""

    def __init__(self, search: Search, settings: Settings) -> None:
        self.search = search
        self.settings = settings
        self.index = search.index
        self.catalogue = Catalogue(search.index.documents)

    def answer(self, text: str, history: Sequence[str] = ()) -> Answer:
        """The verified answer to a question; a question that cannot be read gives status ``failed``.

        ``history``: earlier questions of the same person, oldest first.
        """
        started = time.perf_counter()
        try:
            asked = check_text(text, self.settings.max_question)
            earlier = [each for each in history if self._is_readable(each)]
            whole = completed(asked, earlier, self._stands_alone)
            question = read_question(whole, self.catalogue)
        except QuestionError as fault:
            shown = text[: self.settings.max_question].encode("utf-8", "replace").decode()
            answer = Answer(shown, "da", "failed", str(fault), reason=str(fault))
        else:
            answer = replace(verify(self._answer(question, is_follow_up=whole != asked)), question=asked)
        return replace(answer, elapsed_ms=(time.perf_counter() - started) * 1000)

    def _answer(self, question: Question, is_follow_up: bool) -> Answer:
        if listing := from_structure(question, self.catalogue):
            return self._list(question, listing)
        found = self._find(question)
        hits = found.hits
        if not question.query:
            return self._refuse(question, say(question.language, "not_found"), hits, nearest=())
        if is_without_content(question) or not (found.evidence.length or question.bodies):
            text = say(question.language, "unclear")
            return Answer(question.text, question.language, "unclear", text, (), hits, text)
        if text := self._outside(question):
            return self._refuse(question, text, hits, nearest=())
        # What a follow-up leans on was found relevant before; its own words are few.
        if not hits or not (is_follow_up or is_enough(found.evidence, question.asks_sender)):
            return self._refuse(question, say(question.language, "not_found"), hits, nearest=())
        if detail := question.detail:
            fits = {hit: fit(detail, hit.passage.text, question.text) for hit in hits}
            if not any(fits.values()):
                text = say(question.language, f"lacks_{detail}")
                return self._refuse(question, text, hits, nearest=hits[:1])
            hits = tuple(sorted(hits, key=lambda hit: -fits[hit]))
        return self._quote(question, hits)

    def _find(self, question: Question) -> Found:
        weights = {
            document.id: scope(question, document, self.catalogue.responders)
            for document in self.index.documents
        }
        return self.search(
            question.query, self.settings.top_k, weigh=lambda passage: weights[passage.document_id]
        )

    def _stands_alone(self, text: str) -> bool:
        return is_enough(self.search.evidence(text), of_a_sender=False)

    def _is_readable(self, text: str) -> bool:
        try:
            check_text(text, self.settings.max_question)
        except QuestionError:
            return False
        return True

    def _outside(self, question: Question) -> str:
        """Why the documents cannot answer, whatever the search finds; empty if they may."""
        senders = self.catalogue.responders
        names = question.bodies
        if question.asks_opinion and names and not set(senders) & set(names):
            return say(question.language, "no_response_from", names=names, senders=senders)
        if places := other_places(question, senders):
            return say(question.language, "other_place", names=places)
        return say(question.language, "own_case") if asks_own_case(question) else ""

    def _list(self, question: Question, listing: Listing) -> Answer:
        composer = self._composer(question)
        composer.quote_all(listing)
        hits = tuple(Hit(passage, 1.0, 1.0) for passage in listing.passages[: self.settings.top_k])
        reason = None if listing.status == "answered" else listing.lead
        return self._finish(question, composer, listing.status, hits, reason)

    def _quote(self, question: Question, hits: Sequence[Hit]) -> Answer:
        composer = self._composer(question)
        for hit in worth_quoting(hits):
            composer.quote(hit.passage, *self._excerpt(question, hit.passage))
        return self._finish(question, composer, "answered", hits, None)

    def _refuse(self, question: Question, text: str, hits: Sequence[Hit], nearest: Sequence[Hit]) -> Answer:
        composer = self._composer(question)
        composer.say(text)
        if nearest:
            composer.say(say(question.language, "nearest"))
            for hit in nearest:
                composer.quote(hit.passage, *self._excerpt(question, hit.passage))
        composer.say(say(question.language, "ask"))
        return self._finish(question, composer, "not_in_documents", hits, text)

    def _composer(self, question: Question) -> Composer:
        return Composer(self.index.documents_by_id, question.language)

    def _excerpt(self, question: Question, passage: Passage) -> tuple[int, int]:
        return excerpt(passage, lambda sentences: self.search.closeness(question.query, sentences))

    def _finish(
        self,
        question: Question,
        composer: Composer,
        status: Status,
        hits: Sequence[Hit],
        reason: str | None,
    ) -> Answer:
        return Answer(
            question.text,
            question.language,
            status,
            composer.text,
            tuple(composer.citations),
            tuple(hits),
            reason,
        )


def open_assistant(settings: Settings) -> Assistant:
    """An assistant on the current index; ``IndexFault`` if there is none or it is not sound."""
    embedder = load_embedder(settings)
    return Assistant(Search(open_current(settings.index, embedder.name), embedder), settings)
