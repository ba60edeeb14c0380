"""Words that widen or narrow a claim: "only", "all", "already", "not"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

_ONLY = re.compile(
    r"\b(?:kun|udelukkende|(?<!\ben )(?<!\bet )(?<!\bhver )eneste|blot|alene(?! (?:med|om))"
    r"|only|solely|exclusively|nothing but)\b(?! one of| et af| en af)"
)
_MORE = re.compile(
    r"\b(?:baade|samt|ogsaa|eksempelvis|bl\.a\.|blandt andet|herunder|m\.fl\.|desuden|ligeledes"
    r"|f\.eks\.)(?!\w)"
)
_FOR_ALL = re.compile(r"\balle interesserede\b")
_JOINED = re.compile(r"(\w+),? (?:og|eller|samt) (\w+)|(\w+), \w+")
_ALL = re.compile(
    r"\b(?:alle|samtlige|alt|altid|enhver|hver eneste|all|every|always|everyone|everybody|everything)\b"
)
_ALL_TOLD = re.compile(r"\b(?:alle|samtlige|hver|hvert|altid|enhver|fuldt|hele)\b")
_ALREADY = re.compile(r"\b(?:allerede|already|faerdig\w*|nu om dage)\b")
_TO_COME = re.compile(r"\b(?:vil|skal|udarbejder|udvikler|ambition\w*|planlagt)\b")
_PROMISE = re.compile(
    r"\b(?:garant\w*|lov(?:er|et|e|ning)|sikker paa|guarantee\w*|promise\w*|pledge\w*|for sure"
    r"|helt sikkert)\b"
)
_WISH = re.compile(
    r"\b(?:oensker|oenske|tilstraeber|straeber|ambition\w*|haaber|muligheden? for|i dialog"
    r"|arbejder for|fokus paa)\b"
)
_NOT = re.compile(r"\b(?:ikke(?! (?:mindst|kun|alene|blot|bare))|ingen|hverken|aldrig)\b((?:\W+\w+){1,3})")
_MUST = re.compile(
    r"\b(?:skal|skulle|behoever|must|need) (?:man|jeg|vi|du|borger\w*|beboer\w*|senior\w*"
    r"|frivillige\w*|paaroerende\w*"
    r"|foraeldre\w*|medarbejder\w*|ansatte|min \w+|my \w+|mine \w+|volunteers|residents|relatives"
    r"|staff|employees|i|you|we"
    r"|one)\b|\b(?:i|we|they|you|one) have to\b|\bdo(?:es)? \w+ \w* ?have to\b"
)
_MAY = re.compile(
    r"\b(?:kan|kunne|tilbyde\w*|mulighed\w*|eksempelvis|attraktivt|alle interesserede|byde"
    r"|medbestemmelse|elektronisk)\b"
)
_BEYOND = re.compile(
    r"\b(?:ret til|krav paa|entitled|(?:a|the) right to|rent faktisk|faktisk (?:faaet|hjulpet|virket)"
    r"|virkede|virket|har hjulpet"
    r"|effekten (?:er|har)|(?:did|has) it (?:really )?(?:work|help)\w*|(?:har|did"
    r"|has) (?:the )?region(?:en)? (?:svaret|reageret"
    r"|answer\w*|respond\w*|repl\w+))\b"
)
"""Rights, effects and what came later: the documents are a plan and do not tell."""
_THAT_WAY = re.compile(
    r"\b(?:er|var|is) (?:det|that|this) (?:bare |just |really )?(?:saadan|meningen|like that|how|okay"
    r"|i orden|rimeligt|fair)\b"
)
_SAME_WORD = 0.6
_DECISIVE = re.compile(
    r"\b(?:penge\w*|kroner|midler\w*|budget\w*|finans\w*|bevil\w*|gratis|loen\w*|takst\w*|pris\w*|betal\w*|billig\w*"
    r"|dyr\w*|money|fund\w*|free|pay|paid|salar\w*|wages?|cheap\w*|cost\w*"
    r"|byg(?:ge|ges|get|ger)(?! bro| paa)"
    r"|luk(?:ke|ker|kes|ket)|opret\w*|nedlaeg\w*|afskaf\w*|forby\w*|fyre\w*"
    r"|ansaet\w*|tving\w*|tvang"
    r"|build\w*|clos(?:e|ed|ing)|ban|banned|abolish\w*|hir(?:e|ed|ing)|forced?)\b"
)
"""Money, and deeds that one does or does not do: a passage on the same matter does not tell them."""
_LEAST_OF_DECISIVE = 0.45
_MORE_OF_IT = re.compile(r"\b(?:flere|hoejere|laengere|more|higher|longer)\b")
_TOLD_MORE = re.compile(
    r"\b(?:flere|mere|hoejere|laengere|oeg\w*|udvid\w*|udbred\w*|styrk\w*|bedre|loeft\w*|endnu|rekrutter\w*)\b"
)
_LESS_OF_IT = re.compile(r"\b(?:faerre|ferre|mindre|lavere|kortere|fewer|less|lower|shorter)\b")
_TOLD_LESS = re.compile(
    r"\b(?:faerre|mindre|lavere|kortere|redu\w*|undgaa\w*|udfas\w*|mindsk\w*|nedbring\w*|begraens\w*|pres\w*"
    r"|forebyg\w*|tilpass\w*)\b"
)

Support = Callable[[Sequence[str], str], Sequence[float]]
"""How near the nearest word of a text comes to each word, at most 1."""


def is_only(claim: str) -> bool:
    """Whether a claim excludes everything else."""
    return bool(_ONLY.search(claim))


def names_more(claim: str, sentence: str, support: Support) -> bool:
    """Whether a sentence names more than what a claim says is the only one: "both", "for example", "and"."""
    if _FOR_ALL.search(sentence):
        return True
    before, behind = _ONLY.split(claim, maxsplit=1)
    behind = re.findall(r"\w{3,}", behind) or re.findall(r"\w{3,}", before)[-1:]
    if _MORE.search(sentence) and behind and max(support(behind, sentence)) >= _SAME_WORD:
        return True
    joined = " ".join(word for match in _JOINED.findall(sentence) for word in match)
    return bool(behind and joined) and max(support(behind, joined)) >= _SAME_WORD


def is_too_wide(claim: str, sentence: str) -> bool:
    """Whether a claim says "all" or "always" and the sentence does not."""
    return bool(_ALL.search(claim)) and not _ALL_TOLD.search(sentence)


def goes_further(claim: str, held: str, support: Support) -> bool:
    """Whether a claim tells of money, a deed, more or less, and what is held against it does not."""
    if _MORE_OF_IT.search(claim) and not _TOLD_MORE.search(held):
        return True
    if _LESS_OF_IT.search(claim) and not _TOLD_LESS.search(held):
        return True
    decisive = _DECISIVE.findall(claim)
    return bool(decisive) and min(support(decisive, held)) < _LEAST_OF_DECISIVE


def is_premature(claim: str, sentence: str) -> bool:
    """Whether a claim says "already" of what the sentence only intends."""
    return bool(_ALREADY.search(claim)) and bool(_TO_COME.search(sentence))


def is_beyond(claim: str) -> bool:
    """Whether a claim is about what a plan cannot tell: a right, an effect, what came of it."""
    return bool(_BEYOND.search(claim))


def points_at_story(claim: str) -> bool:
    """Whether a claim is only that something told before is meant to be so: "is that how you want it?"."""
    return bool(_THAT_WAY.search(claim))


def is_duty(claim: str) -> bool:
    """Whether a claim puts a duty on people: "must I ...", "skal man ..."."""
    return bool(_MUST.search(claim))


def only_allows(sentence: str) -> bool:
    """Whether a sentence opens a possibility."""
    return bool(_MAY.search(sentence))


def asks_promise(claim: str) -> bool:
    return bool(_PROMISE.search(claim))


def is_wish(sentence: str) -> bool:
    """Whether a sentence only tells what is wished for."""
    return bool(_WISH.search(sentence))


def denies(claim: str, sentence: str, support: Support) -> bool:
    """Whether a sentence denies, right behind its "not", what the claim speaks of."""
    words: list[str] = re.findall(r"\w{4,}", claim)
    denied = [match[1] for match in _NOT.finditer(sentence)]
    return bool(words) and any(max(support(words, text)) >= _SAME_WORD for text in denied)
