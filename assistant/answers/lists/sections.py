"""Chapters of the plan in full: the strategispor, the vision, the challenges, the foreword."""

from __future__ import annotations

import re

from assistant.answers.lists.listing import Listing, of_strategispor, present, stated
from assistant.answers.phrases import say
from assistant.answers.reading.numbers import slice_of
from assistant.answers.reading.question import Question, is_bare
from assistant.search.catalogue import Catalogue

_STATEMENTS = re.compile(
    r"\b(udsagn\w*|statements?|saetning(er|erne)|sentences|model\w*|visionsmodel\w*|linjer\w*|lines|promises"
    r"|hele|alle?|alt|all|everything|whole|hver\w*|each|punkter\w*|points|bullets|formulering(er|erne)|spor\w*"
    r"|tracks?|under|maal|goals)\b"
)
"""The vision is one sentence; these words ask for what stands under it."""
_CHAPTERS = {"Forord": ("forord", "foreword", "preface")}
"""What people call the chapters that are asked for as such."""
_CHALLENGES = "Udfordringer"
_WHOLE = re.compile(
    r"\b(hele|hel|alle?|alt|samtlige|fuld\w*|whole|all|full|every\w*|entire|ordret|hvilke|hvad er|which"
    r"|what)\b"
)


def tracks(question: Question, catalogue: Catalogue) -> Listing | None:
    """The strategispor as such, what each is about."""
    named, language = question.references.strategispor, question.language
    names = named or catalogue.strategispor
    if named:
        lead = say(language, "these_strategispor", names=names)
    else:
        lead = say(language, "strategispor", count=len(names), names=names)
    if not named and (told := stated(question, catalogue.plan, "strategispor", len(names))):
        return Listing(lead, told)
    chosen = [p for p in catalogue.strategispor_in_short if p.section[-1] in names]
    return Listing(lead, tuple(chosen))


def track_text(question: Question, catalogue: Catalogue) -> Listing | None:
    """A strategispor's own chapter, without its pejlemærker."""
    names = question.references.strategispor
    passages = tuple(p for name in names for p in catalogue.strategispor_texts.get(name, ()))
    lead = say(question.language, "these_strategispor", names=names)
    return Listing(lead, passages) if passages else None


def vision(question: Question, catalogue: Catalogue) -> Listing | None:
    """The vision itself, or what it says for one strategispor or for each."""
    named, language = question.references.strategispor, question.language
    if not named and not _STATEMENTS.search(question.folded):
        return Listing(say(language, "vision_itself"), present(catalogue.vision))
    found = of_strategispor(catalogue.visions, named or catalogue.strategispor)
    lead = say(language, "visions", count=len(found), names=named or catalogue.strategispor)
    return Listing(lead, (*(() if named else present(catalogue.vision)), *found))


def challenges(question: Question, catalogue: Catalogue) -> Listing | None:
    """The challenges that the plan lists, each with its text."""
    passages = [p for p in catalogue.sections.get(_CHALLENGES, ()) if len(p.section) > 1]
    titles = list(dict.fromkeys(passage.section[1] for passage in passages))
    lead = say(question.language, "subjects", name=_CHALLENGES, count=len(titles), titles=titles)
    meant = slice_of(titles, question.references.loose)
    return Listing(lead, tuple(p for p in passages if p.section[1] in meant)) if passages else None


def chapter(question: Question, catalogue: Catalogue) -> Listing | None:
    """A chapter of running text in full."""
    for name, words in _CHAPTERS.items():
        named = re.compile("|".join(rf"\b{word}\w*" for word in words))
        taken = tuple(match.group() for match in named.finditer(question.folded))
        if not taken or question.bodies or question.detail or name not in catalogue.sections:
            continue
        if _WHOLE.search(question.folded) and is_bare(question, catalogue, taken):
            return Listing(say(question.language, "chapter", name=name), catalogue.sections[name])
    return None
