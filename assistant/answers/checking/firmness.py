"""How far it has come, whether it is so, how surely and for how many: what a statement makes of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answers.checking.held import Held
from assistant.answers.checking.result import Difference
from assistant.answers.checking.worded import (
    RIGHT,
    WISH,
    as_spelled,
    done,
    modal,
    narrowed,
    trial,
    whole,
    widened,
)
from assistant.answers.claims.opposites import contradicts
from assistant.answers.claims.scope_words import Support
from assistant.answers.phrases import say
from assistant.answers.phrasing.force import (
    counts_more,
    is_too_strong,
    is_turned_round,
    tells_as_done,
    turns_against,
)
from assistant.search.tokens import fold

_MERELY = re.compile(r"\b(?:kun|only)(?= (?:en|et|an?)\b)", re.IGNORECASE)
_HAS_DONE = re.compile(r"\bhar (?:vi )?(?:\w+ )?\w{3,}t\b")


def status(held: Held) -> Iterator[Difference]:
    """Told as done what is planned, or as the whole what is a trial, or the other way round."""
    text, folded = held.statement.text, held.statement.folded
    told = [fold(each) for each in held.near]
    passage = held.passage.text
    is_row = held.passage.kind == "row"
    is_done = tells_as_done(text, [passage, *held.near]) or (
        bool(done(folded)) and is_too_strong(text, held.near, held.best, is_row)
    )
    if held.document.role == "plan" and is_done and not _HAS_DONE.search(fold(passage)):
        word = done(folded)
        yield Difference("status", as_spelled(word, text) or text, _planned(held))
    known = next(filter(None, map(trial, told)), "")
    if (said := whole(folded)) and known and not trial(folded) and not any(map(whole, told[:1])):
        yield Difference("status", as_spelled(said, text), as_spelled(known, " ".join(held.near)))
    if (said := trial(folded)) and not known:
        full = next(filter(None, map(whole, told)), "")
        yield Difference("status", as_spelled(said, text), as_spelled(full, " ".join(held.near)))


def negation(held: Held, support: Support) -> Iterator[Difference]:
    """The opposite of what is told."""
    text, language = held.statement.text, held.statement.language
    if (
        is_turned_round(text, held.sentences[:1], support, language)
        or contradicts(held.statement.folded, fold(held.best))
        or turns_against(text, held.sentences[:1])
    ):
        yield Difference("negation")


def strength(held: Held) -> Iterator[Difference]:
    """A wish told as a duty or a right, or the other way round."""
    said, word = modal(held.statement.folded)
    known, known_word = modal(fold(held.best))
    is_stronger = said > max(known, WISH) and (said == RIGHT or (known == WISH and bool(word)))
    told = fold(held.passage.text)
    is_weaker = said == WISH < known and bool(known_word) and not re.search(rf"\b{word}\b", told)
    if is_stronger or is_weaker:
        told = as_spelled(known_word, held.best) or _planned(held)
        yield Difference("strength", as_spelled(word, held.statement.text), told)


def scope(held: Held) -> Iterator[Difference]:
    """All or only, where that is not told."""
    text, folded = held.statement.text, held.statement.folded
    told = fold(held.passage.text)
    if (said := narrowed(folded)) and not narrowed(told):
        yield Difference("scope", as_spelled(said, text), as_spelled(widened(fold(held.best)), held.best))
    elif counts_more(_MERELY.sub("", text), [held.passage.text]):
        said = widened(folded) or narrowed(folded)
        yield Difference("scope", as_spelled(said, text), "")


def _planned(held: Held) -> str:
    """The years for which the timeline plans it, or the word by which it is intended."""
    rows = [each.reference.year for each in (held.passage, *held.joined) if each.reference.year]
    if rows:
        return say(held.statement.language, "planned", years=sorted(set(rows)))
    return as_spelled(modal(fold(held.best))[1], held.best)
