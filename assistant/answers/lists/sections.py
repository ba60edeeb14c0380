"""Chapters of the plan in full: the strategispor in short, the vision's statements, running text."""

from __future__ import annotations

import re

from assistant.answers.catalogue import Catalogue
from assistant.answers.lists.listing import Listing, of_strategispor, stated
from assistant.answers.phrases import say
from assistant.answers.reading.question import Question, is_bare
from assistant.search.tokens import fold, words

_VISION = re.compile(r"\b(vision(en|ens)?|visionsmodel\w*)\b")
_STATEMENTS = re.compile(r"\b(udsagn\w*|statements?|saetning\w*|model\w*|visionsmodel\w*)\b")
_STRATEGISPOR = re.compile(r"\b(strategi)?spor(ene|enes|et)?\b|\bstrategic tracks?\b|\btracks\b")
_WHOLE = re.compile(r"\b(hele|hel|alle?|alt|samtlige|fuld\w*|whole|all|full|every\w*|entire|ordret)\b")
_WHICH = re.compile(r"\b(hvilke|hvad er|which|what)\b")
_CHAPTERS = {"Udfordringer": ("udfordringer", "challenges"), "Forord": ("forord", "foreword", "preface")}
"""What people call the chapters that are asked for as such."""


def strategispor(question: Question, catalogue: Catalogue) -> Listing | None:
    """The strategispor as such."""
    named = question.references.strategispor
    names, language = named or catalogue.strategispor, question.language
    if not _STRATEGISPOR.search(question.folded) or question.bodies:
        return None
    if not is_bare(question, catalogue, named):
        return None
    if named:
        lead = say(language, "these_strategispor", names=names)
    else:
        lead = say(language, "strategispor", count=len(names), names=names)
    if not named and (told := stated(question, catalogue.plan, "strategispor", len(names))):
        return Listing(lead, told)
    chosen = [p for p in catalogue.strategispor_in_short if not named or p.section[-1] in named]
    return Listing(lead, tuple(chosen))


def visions(question: Question, catalogue: Catalogue) -> Listing | None:
    """What the vision says for one strategispor, or for each."""
    named = question.references.strategispor
    if not _VISION.search(question.folded) or not (named or _STATEMENTS.search(question.folded)):
        return None
    if question.bodies or not _is_bare_but_for(question, catalogue, named, _VISION):
        return None
    found = of_strategispor(catalogue.visions, named or catalogue.strategispor)
    lead = say(question.language, "visions", count=len(found), names=named or catalogue.strategispor)
    return Listing(lead, tuple(found))


def sections(question: Question, catalogue: Catalogue) -> Listing | None:
    """A chapter of running text in full."""
    for chapter, names in _CHAPTERS.items():
        is_named = any(
            fold(name) in words(question.folded) for name in (*names, f"{names[0]}ne", f"{names[0]}et")
        )
        if (
            not is_named
            or question.bodies
            or question.detail not in (None, "count")
            or chapter not in catalogue.sections
        ):
            continue
        if not (_WHOLE.search(question.folded) or _WHICH.search(question.folded)):
            continue
        if not _is_bare_but_for(
            question, catalogue, (), re.compile("|".join(rf"\b{name}\w*" for name in names))
        ):
            continue
        passages = catalogue.sections[chapter]
        if titles := list(dict.fromkeys(p.section[1] for p in passages if len(p.section) > 1)):
            lead = say(question.language, "subjects", name=chapter, count=len(titles), titles=titles)
            return Listing(lead, tuple(p for p in passages if len(p.section) > 1))
        return Listing(say(question.language, "chapter", name=chapter), passages)
    return None


def _is_bare_but_for(
    question: Question, catalogue: Catalogue, names: tuple[str, ...], named: re.Pattern[str]
) -> bool:
    taken = tuple(match.group() for match in named.finditer(question.folded))
    return is_bare(question, catalogue, (*names, *taken))
