"""The steps from a question to an answer, in the order in which they are taken."""

from __future__ import annotations

import time
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from functools import cached_property, partial

import numpy as np
from numpy.typing import NDArray

from assistant.answers.answer import Answer, Status
from assistant.answers.checking.check import ClaimChecker
from assistant.answers.checking.result import CheckedClaim
from assistant.answers.compare import sides
from assistant.answers.compose import Composer
from assistant.answers.follow_up import Dialogue
from assistant.answers.found import Finder
from assistant.answers.lists.hearing_lists import HearingLists
from assistant.answers.lists.listing import Listing
from assistant.answers.lists.structure import from_structure
from assistant.answers.phrases import say
from assistant.answers.phrasing.chat_model import ChatModel
from assistant.answers.phrasing.checker import Checker
from assistant.answers.phrasing.phraser import Phraser
from assistant.answers.reading.beyond import asks_machine
from assistant.answers.reading.history import in_context
from assistant.answers.reading.parts import parts
from assistant.answers.reading.question import Question, check_text, read_question
from assistant.answers.reading.voices import asks_earlier, turns_to_now
from assistant.answers.reply import Reply, alternating
from assistant.answers.side_by_side import SideBySide
from assistant.answers.verify import verify
from assistant.documents.passages import Passage
from assistant.errors import QuestionError
from assistant.hearing.commitments import Register
from assistant.hearing.trace import Trace
from assistant.personal import mask_cpr
from assistant.search.catalogue import Catalogue
from assistant.search.index import open_current
from assistant.search.models import load_embedder
from assistant.search.retriever import Hit, Search
from assistant.search.tokens import fold
from assistant.settings import Settings


class Assistant:
    """Answers questions from an index. It keeps nothing between questions."""

    def __init__(self, search: Search, settings: Settings, model: ChatModel | None = None) -> None:
        self.search = search
        self.settings = settings
        self.model = model
        self.index = search.index
        self.catalogue = Catalogue(search.index.documents, search.schedule)
        self._finder = Finder(search, self.catalogue, settings.top_k)
        self._side_by_side = SideBySide(search, self.catalogue, settings.top_k)
        self.phraser = Phraser(model, Checker(search, self.catalogue)) if model else None

    @cached_property
    def trace(self) -> Trace:
        """What the responses say of the pejlemærker; made when it is first asked for, once for the index."""
        return Trace.of(self.search, self.catalogue)

    @cached_property
    def register(self) -> Register:
        """What the plan commits to."""
        return Register.of(self.trace)

    @cached_property
    def _hearing(self) -> HearingLists:
        return HearingLists(self.trace, self.search)

    def answer(self, text: str, history: Sequence[str] = ()) -> Answer:
        """The verified answer to a question; a question that cannot be read gives status ``failed``.

        ``history``: earlier questions of the same person, oldest first. CPR numbers in either are masked.
        """
        *_, answer = self.answers(text, history)
        return answer

    def answers(self, text: str, history: Sequence[str] = ()) -> Iterator[Answer]:
        """The answer of quotes and, if there is a language model, what it makes of it sentence by sentence.

        The last one is the answer. Complete lists and refusals stay as they are.
        """
        started = time.perf_counter()
        quoted = self.quoted(text, history)
        yield quoted
        if self.phraser and quoted.status == "answered" and not quoted.is_list:
            for answer in self.phraser(quoted):
                yield replace(answer, elapsed_ms=(time.perf_counter() - started) * 1000)

    def quoted(self, text: str, history: Sequence[str] = ()) -> Answer:
        """The answer in the words of the documents, whether there is a language model or not."""
        started = time.perf_counter()
        text, history = mask_cpr(text), [mask_cpr(each) for each in history]
        try:
            asked = check_text(text, self.settings.max_question)
            earlier = [each for each in history if self._is_readable(each)]
            question = self._read(asked, earlier)
        except QuestionError as fault:
            shown = text[: self.settings.max_question].encode("utf-8", "replace").decode()
            answer = Answer(shown, "da", "failed", str(fault), reason=str(fault))
        else:
            answer = replace(verify(self._compose(question, self._replies(question))), question=asked)
        return replace(answer, elapsed_ms=(time.perf_counter() - started) * 1000)

    @cached_property
    def claims(self) -> ClaimChecker:
        """What checks claims."""
        return ClaimChecker(self.search, self.catalogue, self.settings.max_question)

    def check(self, claim: str) -> CheckedClaim:
        """A claim held against the documents, each part of it; every quote is verified."""
        return self.claims(claim)

    def warm_up(self) -> None:
        """Loads what is loaded when it is first needed, so that nobody's first question waits for it."""
        for question in ("Hvad siger planen om læger?", "What does the plan say about doctors?"):
            self.quoted(question, ["Hej"])

    def read_responses(self) -> None:
        """Tells who speaks of what, which takes some seconds with many responses, before anybody asks."""
        _ = self.trace.cells

    def candidates(self, text: str) -> tuple[list[Passage], NDArray[np.float64]]:
        """The passages that the reranker judges for a question, and their features."""
        question = read_question(text, self.catalogue)
        return self.search.candidates(question.query, self._finder.scope_of(question))

    def dialogue(self, text: str, history: Sequence[str]) -> Dialogue | None:
        """What the search says of a follow-up; None if it is not searched for, or is none."""
        question = self._read(text, history)
        if question.before is None or from_structure(question, self.catalogue):
            return None
        return self._finder.dialogue(question)

    def _replies(self, question: Question) -> list[Reply]:
        """One reply, or one to each part of a message that asks twice."""
        texts = [question.text] if sides(question, self.catalogue) else parts(question.text)
        if len(texts) > 1:
            asked = [self._read_part(texts, at) for at in range(len(texts))]
            replies = [self._reply(part) for part in asked]
            answered = [reply for reply in replies if reply.status == "answered"]
            if answered:
                shown = {quote.passage for reply in answered for quote in reply.quotes}
                told = map(partial(_beside_others, shown), asked, replies)
                return [reply for reply in told if reply]
        return [self._reply(question)]

    def _read_part(self, texts: Sequence[str], at: int) -> Question:
        """One of the questions of a message; a later one is of the hearing that the first is of."""
        question = self._read(texts[at], texts[:at][:1])
        is_of_earlier = question.is_of_earlier or (
            asks_earlier(fold(texts[0])) and not turns_to_now(question.folded)
        )
        alone = replace(question.alone or question, is_of_earlier=is_of_earlier)
        return replace(question, is_of_earlier=is_of_earlier, alone=alone if question.before else None)

    def _read(self, text: str, history: Sequence[str]) -> Question:
        return in_context(text, history, self.catalogue, self._finder)

    def _reply(self, question: Question) -> Reply:
        if not asks_machine(fold(question.query)):
            if listing := self._hearing(question):
                return self._listed(listing)
            if listing := from_structure(question, self.catalogue):
                return self._listed(listing, self._settled(question, listing))
        return self._side_by_side.reply(question) or self._finder.reply(question)

    def _settled(self, question: Question, listing: Listing) -> str:
        """Yes or no to what a question claims, or the place that it asks for, above a list."""
        if listing.status != "answered":
            return ""
        judge = self._finder.judge
        place = "" if question.kind == "commented" else judge.placed(question, listing.passages)
        return judge.settled(question) or place

    def _listed(self, listing: Listing, lead: str = "") -> Reply:
        hits = tuple(Hit(passage, 1.0, 1.0) for passage in listing.passages[: self.settings.top_k])
        reason = None if listing.status == "answered" else listing.lead
        return Reply(listing.status, hits, lead, listing=listing, reason=reason)

    def _is_readable(self, text: str) -> bool:
        try:
            check_text(text, self.settings.max_question)
        except QuestionError:
            return False
        return True

    def _compose(self, question: Question, replies: Sequence[Reply]) -> Answer:
        composer = Composer(self.index.documents_by_id, question.language)
        for reply in replies:
            composer.add(reply)
        statuses: list[Status] = [reply.status for reply in replies]
        status: Status = "answered" if "answered" in statuses else statuses[0]
        reasons = [reply.reason for reply in replies if reply.reason]
        return Answer(
            question.text,
            question.language,
            status,
            composer.text,
            tuple(composer.citations),
            self._retrieved(replies, {citation.passage for citation in composer.citations}),
            " ".join(reasons) if status != "answered" else None,
            is_list=any(reply.listing for reply in replies),
        )

    def _retrieved(self, replies: Sequence[Reply], cited: Container[Passage]) -> tuple[Hit, ...]:
        """What was found for all parts of a message; what is cited is not crowded out by the rest."""
        hits = alternating([reply.hits for reply in replies])
        if len(hits) > self.settings.top_k and len(replies) > 1:
            hits = tuple(sorted(hits, key=lambda hit: hit.passage not in cited))
        return hits[: self.settings.top_k]


def _beside_others(shown: Container[Passage], question: Question, reply: Reply) -> Reply | None:
    """The reply to a part beside one that is answered: a refusal without a reason of its own is told in
    one line, with what it is about. What cannot be read is passed over, and what is refused though the
    nearest that is told of it is ``shown`` for another part."""
    if reply.status == "answered" or reply.listing:
        return reply
    if reply.is_specific:
        return replace(reply, quotes=())
    if reply.status == "unclear" or any(quote.passage in shown for quote in reply.quotes):
        return None
    told = say(question.language, "part_unanswered", part=question.text, reason=reply.reason)
    return Reply(reply.status, reply.hits, told, reason=told)


def open_assistant(settings: Settings, model: ChatModel | None = None) -> Assistant:
    """An assistant on the current index; ``IndexFault`` if there is none or it is not sound."""
    embedder = load_embedder(settings)
    return Assistant(Search(open_current(settings.index, embedder.name), embedder), settings, model)
