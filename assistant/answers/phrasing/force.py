"""What a sentence denies, demands, promises or counts, against what its sources do."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers.answer import Language
from assistant.answers.claims.scope_words import Support
from assistant.search.tokens import FOLDED_STOP_WORDS, fold

Pair = tuple[re.Pattern[str], re.Pattern[str]]
"""What a sentence may claim, and what a source must then say."""

_NOT = re.compile(
    r"\b(?:ikke(?! (?:kun|alene|blot|bare|mindst)\b)|ingen|intet|aldrig|hverken|uden(?! for\b)|ej"
    r"|not(?! only\b)|no|never|without|none|neither|nor|cannot|nobody|nothing|\w+n['’]t)\b"
)
_NOT_ONLY = re.compile(r"\b(?:ikke (?:kun|alene|blot|bare|mindst)|not only)\b")
_AND_MORE = re.compile(r"\b(?:ikke (?:kun|alene|blot|bare|mindst)|ogsaa|baade|saavel)\b")
_SOFTLY = re.compile(r"\b(?:undgaa\w*|fremfor|mangl\w*)\b")
"""What a source may say for a "not" in a sentence; a sentence need not repeat it."""
_NOT_TELLING = FOLDED_STOP_WORDS | {"kun", "ogsaa", "regionen", "planen", "plan", "region"}
_REACH = 6
"""So many words behind a "not" are what it denies, and two before it: "opstilles ikke"."""
_SAME: dict[Language, float] = {"da": 0.6, "en": 0.4}
"""How near a word is to a Danish one that means the same; 1 is the same word."""

_FORCES: tuple[Pair, ...] = (
    (
        re.compile(r"\b(?:allerede|already)\b"),
        re.compile(r"\b(?:allerede|er blevet|blev)\b"),
    ),
    (
        re.compile(
            r"\b(?:(?:har|have|has) (?:nu |now |all |alle |allerede |already )?"
            r"(?:faaet|indfoert|ansat|udskiftet|gennemfoert"
            r"|oprettet|etableret|afskaffet|udfaset|been|become|got|introduced|hired|replaced|established"
            r"|implemented)|er blevet|er indfoert|er gennemfoert|i dag|today|nowadays)\b"
        ),
        re.compile(r"\b(?:har (?:\w+ ){0,3}\w+[et]t|er blevet|blev|i dag|fortsat|er \w{3,}et)\b"),
    ),
    (
        re.compile(
            r"\b(?:ret til|krav paa|garanti\w*|garanter\w*|lover|loefte\w*|entitled|(?:a|the) right to"
            r"|guarantee\w*|promise\w*)\b"
        ),
        re.compile(r"\b(?:ret til|krav paa|garant\w*|lover|\w*bestemmelsesret|rettigheder)\b"),
    ),
    (
        re.compile(
            r"\b(?:paakraevet|obligatorisk\w*|er forpligtet|tvunget|must|shall|required|mandatory|obliged"
            r"|have to|has to)\b"
        ),
        re.compile(r"\b(?:skal|maa|forplig\w*|kraev\w*|sikre\w*)\b"),
    ),
)
_AGAINST = re.compile(
    r"\b(?:afvis\w*|naegt\w*|kriti\w*|imod|modstand\w*|protest\w*|bekymr\w*|utilfreds\w*|beklag\w*"
    r"|refus\w*|reject\w*|oppos\w*|critici\w*|against|condemn\w*|worr\w*|dissatisf\w*)\b"
)
_UP = re.compile(
    r"\b(?:udvid\w*|oeg\w*|forhoej\w*|styrk\w*|mere|flere|hoejere|expand\w*|increas\w*|rais\w*|strengthen\w*|more|grow\w*)\b"
)
_DOWN = re.compile(
    r"\b(?:udfas\w*|nedbring\w*|reduc\w*|reduktion\w*|mindsk\w*|begraens\w*|undgaa\w*|faerre|mindre"
    r"|lavere|phas\w*|decreas\w*|lower\w*|fewer|less|avoid\w*)\b"
)
_DENYING, _LEAST_LETTERS = ("u", "un", "in", "im", "ir", "dis", "mis"), 4
_CHANCE = re.compile(r"\bmuligheden? for\b")
_LEAVES_OPEN = re.compile(r"\b(?:mulig\w*|kan|kunne|can|could|possib\w*|offered|opportunit\w*)\b")
_WILL = re.compile(r"\b(?:vil|skal)\b")
_INTENDS = re.compile(r"(?:vi|regionen|socialomraadet|region midtjylland) (?:vil|skal)\b")
_FACT = re.compile(r"\b(?:har|er|var|blev|blevet|ved|ser|mener)\b")
_WEAK = re.compile(
    r"\b(?:oensk\w*|haab\w*|boer|gerne|ambition\w*|tilstraeb\w*|straeb\w*|overvej\w*)\b"
    r"(?!, haab og droemme)"
)
_STRONG = re.compile(r"\b(?:skal(?! have mulighed|(?: \w+)? kunne)|maa|must|shall|have to|has to|required)\b")
_TELLS_PLAN = re.compile(
    r"\b(?:vil|skal|kan|boer|oensk\w*|haab\w*|planlagt\w*|planlaeg\w*|planen|plan|maal\w*|tilstraeb\w*|straeb\w*"
    r"|ambition\w*|gerne|mulig\w*|fortsat|mener|skulle|kunne|bliver|blive"
    r"|will|would|shall|should|must|can|could|may|might|wish\w*|want\w*|hop\w*|plan\w*|aim\w*|seek\w*|intend\w*"
    r"|strive\w*|like|possible|scheduled|to be)\b"
)

_COUNTS: tuple[Pair, ...] = (
    (
        re.compile(r"\b(?:alle|samtlige|enhver|(?<!in )(?<!at )all|every|everyone|everybody|anyone)\b"),
        re.compile(r"\b(?:alle|samtlige|hver\w*|enhver|alt|hele|de enkelte|den enkelte|all)\b"),
    ),
    (
        re.compile(r"\b(?:de fleste|fleste|flertal\w*|langt de|most of|most|majority)\b"),
        re.compile(r"\b(?:fleste|flertal\w*)\b"),
    ),
    (
        re.compile(r"\b(?:(?<!ikke )mindst|at least)\b"),
        re.compile(r"(?<!ikke )\bmindst\b"),
    ),
    (
        re.compile(r"\b(?:altid|konstant|always|constantly)\b"),
        re.compile(r"\b(?:altid|hele tiden|kontinuerlig\w*|loebende|vedvarende)\b"),
    ),
    (
        re.compile(r"\b(?:kun|udelukkende|eneste|only|solely|exclusively|sole)\b"),
        re.compile(r"\b(?:kun|alene|udelukkende|blot|eneste)\b"),
    ),
)


def is_turned_round(sentence: str, sources: Sequence[str], support: Support, language: Language) -> bool:
    """Whether a sentence denies what its sources do not, or affirms what one of them denies."""
    told, held = fold(sentence), [fold(each) for each in sources]
    if _NOT_ONLY.search(told) and not _AND_MORE.search(" ".join(held)):
        return True
    denied, denials = _denied(told, _NOT), [words for each in held for words in _denied(each, _NOT)]
    if not denied:
        return any(_speaks_of(words, told, support, _SAME[language]) for words in denials)
    denials += [words for each in held for words in _denied(each, _SOFTLY)]
    return not all(
        any(_speaks_of(words, " ".join(other), support, _SAME[language]) for other in denials)
        for words in denied
    )


def is_too_strong(sentence: str, sources: Sequence[str], nearest: str, is_planned: bool) -> bool:
    """Whether a sentence tells as done, as a right or as a duty what its sources only wish, will or plan.

    ``nearest``: the source that is most like it; ``is_planned``: whether one is a row of the timeline.
    """
    told, held = fold(sentence), " ".join(map(fold, sources))
    if _claims_more(told, held, _FORCES):
        return True
    if _STRONG.search(told) and _WEAK.search(held) and not re.search(r"\b(?:skal|maa|vil|sikre\w*)\b", held):
        return True
    if _STRONG.search(told) and _CHANCE.search(held) and not _LEAVES_OPEN.search(told):
        return True
    intent = fold(nearest)
    only_wills = bool(_INTENDS.match(intent) or (_WILL.search(intent) and not _FACT.search(intent)))
    only_wishes = (
        is_planned or only_wills or (bool(_WEAK.search(held)) and not re.search(r"\b(?:skal|vil)\b", held))
    )
    return only_wishes and not _TELLS_PLAN.search(told)


def tells_as_done(sentence: str, sources: Sequence[str]) -> bool:
    """Whether a sentence tells as done what none of its sources does."""
    return _claims_more(fold(sentence), " ".join(map(fold, sources)), _FORCES[:2])


def turns_against(sentence: str, sources: Sequence[str]) -> bool:
    """Whether a sentence rejects, or goes up where its sources go down, or the other way round."""
    told, held = fold(sentence), " ".join(map(fold, sources))
    if _claims_more(told, held, ((_AGAINST, _AGAINST),)):
        return True
    words = set(re.findall(r"\w+", held))
    if any(word not in words and _is_opposite(word, words) for word in re.findall(r"\w+", told)):
        return True
    return any(
        _claims_more(told, held, ((one, one),)) and _claims_more(held, told, ((other, other),))
        for one, other in ((_UP, _DOWN), (_DOWN, _UP))
    )


def _is_opposite(word: str, words: set[str]) -> bool:
    """Whether a word is one of the others with a prefix that denies it: "uenig", "irrelevant"."""
    rests = [word.removeprefix(prefix) for prefix in _DENYING if word.startswith(prefix)]
    return any(
        len(rest) >= _LEAST_LETTERS and any(each[: len(rest)] == rest for each in words) for rest in rests
    )


def counts_more(sentence: str, sources: Sequence[str]) -> bool:
    """Whether a sentence says all, most, always or only, and its sources do not."""
    told, held = fold(sentence), " ".join(map(fold, sources))
    return _claims_more(told, held, _COUNTS)


def _claims_more(told: str, held: str, pairs: Sequence[Pair]) -> bool:
    return any(claims.search(told) and not says.search(held) for claims, says in pairs)


def _denied(folded: str, pattern: re.Pattern[str]) -> list[list[str]]:
    """The telling words that each "not" of a folded text denies."""
    found = []
    for match in pattern.finditer(folded):
        clause = re.split(r"[,;:.]| men | but ", folded[match.end() :])[0]
        before = re.findall(r"\w+", re.split(r"[,;:.]", folded[: match.start()])[-1])[-2:]
        words = [*before, *re.findall(r"\w+", clause)[:_REACH]]
        found.append([word for word in words if len(word) > 2 and word not in _NOT_TELLING])
    return found


def _speaks_of(words: list[str], text: str, support: Support, least: float) -> bool:
    """Whether a text speaks of most of the words."""
    near = support(words, text) if words else []
    return bool(words) and sum(each >= least for each in near) * 2 >= len(words)
