"""Who has responded, what a response comments on, and who comments on a pejlemærke."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers.facts import short_answer
from assistant.answers.lists.listing import Listing
from assistant.answers.lists.scope import places_of
from assistant.answers.phrases import say
from assistant.answers.reading.polar import is_denied
from assistant.answers.reading.question import Question
from assistant.documents.passages import Document, Passage
from assistant.search.catalogue import Catalogue, numbers_named

_HOW_MANY = "hvor mange hoeringssvar"
_WHO = re.compile(r"\b(hvem|hvilke|who|which)\b")


def respondents(question: Question, catalogue: Catalogue) -> Listing | None:
    """Who has responded, and where the hearing page says how many responses there were."""
    if question.bodies:
        return None
    senders = catalogue.responders
    lead = say(question.language, "respondents", count=len(senders), senders=senders)
    if catalogue.received and question.detail == "count" and not _WHO.search(question.folded):
        received = short_answer("count", _HOW_MANY, question.language, catalogue.received)
        return Listing(received or lead, catalogue.received)
    firsts = tuple(response.passages[0] for response in catalogue.responses)
    return Listing(lead, (*firsts, *catalogue.received))


def commented(question: Question, catalogue: Catalogue) -> Listing | None:
    """The pejlemærker that responses comment on, and what they say there."""
    if not (question.bodies or question.asks_opinion or "response" in question.roles):
        return None
    responses = _meant(question, catalogue)
    passages = tuple(p for each in responses for p in each.passages if p.reference.pejlemaerker)
    numbers = numbers_named(passages)
    senders = [response.sender for response in responses]
    if responses and is_denied(question.folded):
        return _uncommented(question, catalogue, numbers, senders)
    if not passages:
        return None
    lead = say(question.language, "commented", senders=senders, numbers=numbers, count=len(numbers))
    return Listing(lead, passages)


def _uncommented(
    question: Question, catalogue: Catalogue, numbers: Sequence[int], senders: Sequence[str]
) -> Listing:
    """The statements of the pejlemærker that no heading of the responses names."""
    left = [number for number in catalogue.pejlemaerker if number not in numbers]
    values = {"senders": senders, "numbers": left, "count": len(left)}
    statements = tuple(catalogue.pejlemaerke(number)[0] for number in left)
    return Listing(say(question.language, "uncommented", **values), statements)


def comments(question: Question, catalogue: Catalogue) -> Listing | None:
    """What responses say of pejlemærker or of a strategispor, under headings of theirs that name it."""
    responses = _meant(question, catalogue)
    references, language = question.references, question.language
    if numbers := tuple(number for number, _ in places_of(question, catalogue)):
        part = say(language, "part_pejlemaerke", numbers=numbers)
    elif references.strategispor:
        part = say(language, "part_strategispor", names=references.strategispor)
    else:
        return None
    if not responses:
        return None
    found = [p for each in responses for p in each.passages if _names(p, numbers, references.strategispor)]
    if not found:
        return Listing(say(language, "no_comments", part=part), (), "not_in_documents")
    senders = [each.sender for each in responses if each.id in {passage.document_id for passage in found}]
    return Listing(say(language, "comments", count=len(senders), senders=senders, part=part), tuple(found))


def response_text(question: Question, catalogue: Catalogue) -> Listing | None:
    """A whole response."""
    responses = _meant(question, catalogue)
    if len(responses) != 1:
        return None
    lead = say(question.language, "response_in_full", sender=responses[0].sender)
    return Listing(lead, responses[0].passages)


def _meant(question: Question, catalogue: Catalogue) -> Sequence[Document]:
    """The responses of those who are named; all if nobody is, none if only others are."""
    named = [response for response in catalogue.responses if response.sender in question.bodies]
    return named if question.bodies else catalogue.responses


def _names(passage: Passage, numbers: Sequence[int], strategispor: Sequence[str]) -> bool:
    reference = passage.reference
    return bool(set(numbers) & set(reference.pejlemaerker)) or (
        not numbers and bool(set(strategispor) & set(reference.strategispor))
    )
