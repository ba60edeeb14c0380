"""Who has responded, what a response comments on, and who comments on a pejlemærke."""

from __future__ import annotations

import re

from assistant.answers.catalogue import Catalogue
from assistant.answers.lists.listing import Listing
from assistant.answers.phrases import say
from assistant.answers.reading.question import Question, is_bare
from assistant.documents.passages import Document

_RESPONDED = re.compile(
    r"\b(hvem|fra hvem) (alle |der )?(har|havde|gav|afgav|svarede|kommenterede|indsendte|sendte|kom)\b"
    r".*\b(svar\w*|hoering\w*|afgivet|kommenter\w*|ind)\b|\bhvem (alle )?(svarede|har svaret)\b"
    r"|\bhvilke\w* (kommuner|hoeringssvar|parter|organisationer)\b"
    r".*\b(svar\w*|afgivet|samling\w*|findes|har i)\b"
    r"|\bwho (has |have )?(responded|replied|answered|commented|submitted)\b"
    r"|\bwhich (municipalities|organisations|responses)\b.*\b(respon\w+|submit\w+|answer\w*|included)\b"
)
_WHICH_COMMENTED = re.compile(
    r"\b(hvilke\w*|hvor mange|which|how many) (af )?(pejlem\w*|guid\w*|landmarks)\b"
)
_RESPONSES = re.compile(r"\bhoeringssvar\w*|\bkommuner\w*|\bresponses?\b|\bmunicipalit\w+|\brepl(y|ies)\b")
_RESPONSE_WORDS = (
    "hoeringssvar hoeringssvaret hoeringssvarene svar svaret norddjurs response responses "
    "reply replies mener siger skriver synes kommenterer"
)
_WHO = re.compile(r"\b(hvem|who)\b")
_IN_FULL = re.compile(r"\b(hele|fuld\w*|samlede|ordret|whole|full|entire|complete)\b")


def responses(question: Question, catalogue: Catalogue) -> Listing | None:
    """The complete answer about responses as such; None if it asks for what they say of a topic."""
    named = [response for response in catalogue.responses if response.sender in question.bodies]
    is_about_responses = (
        _RESPONSES.search(question.folded)
        or "response" in question.roles
        or (question.asks_opinion and _WHO.search(question.folded))
    )
    numbers = _numbers(question, catalogue)
    if numbers and (named or is_about_responses) and not _asks_plan(question):
        return _comments_on(numbers, question, catalogue, {response.id for response in named})
    if named and _WHICH_COMMENTED.search(question.folded):
        return _commented(question, named[0])
    if (
        named
        and _IN_FULL.search(question.folded)
        and is_bare(question, catalogue, (named[0].sender, _RESPONSE_WORDS))
    ):
        return Listing(say(question.language, "response_in_full", sender=named[0].sender), named[0].passages)
    if question.bodies or not _RESPONDED.search(question.folded):
        return None
    senders = catalogue.responders
    lead = say(question.language, "respondents", count=len(senders), senders=senders)
    firsts = tuple(response.passages[0] for response in catalogue.responses)
    return Listing(lead, (*firsts, *catalogue.received))


def _numbers(question: Question, catalogue: Catalogue) -> tuple[int, ...]:
    """The pejlemærker that are asked about, by number or by heading."""
    references = question.references
    if references.pejlemaerker or not references.headings:
        return references.pejlemaerker
    if not is_bare(question, catalogue, (*references.headings, *question.bodies, _RESPONSE_WORDS)):
        return ()
    return tuple(n for heading in references.headings for n in catalogue.headings[heading])


def _asks_plan(question: Question) -> bool:
    return bool(re.search(r"\b(planen|the plan)\b", question.folded))


def _commented(question: Question, response: Document) -> Listing:
    passages = tuple(p for p in response.passages if p.reference.pejlemaerker)
    numbers = sorted({number for p in passages for number in p.reference.pejlemaerker})
    lead = say(question.language, "commented", sender=response.sender, numbers=numbers, count=len(numbers))
    return Listing(lead, passages)


def _comments_on(
    numbers: tuple[int, ...], question: Question, catalogue: Catalogue, named: set[str]
) -> Listing | None:
    if question.bodies and not named:
        return None
    language = question.language
    comments = [
        comment
        for number in numbers
        for comment in catalogue.comments_on(number)
        if not named or comment.document_id in named
    ]
    if not comments:
        return Listing(say(language, "no_comments", numbers=numbers), (), "not_in_documents")
    senders = [r.sender for r in catalogue.responses if r.id in {c.document_id for c in comments}]
    lead = say(language, "comments", count=len(senders), senders=senders, numbers=numbers)
    return Listing(lead, tuple(dict.fromkeys(comments)))
