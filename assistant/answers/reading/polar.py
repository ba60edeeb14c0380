"""Questions that ask whether something is so: the claim in them, without the words around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.answers.reading.residue import content
from assistant.search.tokens import fold

_VERB = (
    r"(?:er|var|har|havde|kan|ka|kunne|kn|skal|ska|skulle|vil|ville|maa|mon|maatte|bliver|blev|faar|fik|findes"
    r"|gaelder|kommer|kom|siger|sagde|lover|staar|naevner|handler|omfatter|indgaar|hoerer|deltager|arbejder"
    r"|samarbejder|stoetter|bakker|goer|gjorde|giver|tager|sidder|betaler|bestemmer|tilbyder|passer|stemmer"
    r"|betyder|taeller|ligger|foelger|fulgte|bruger|retter|slipper|hjaelper|sorterer|sender|svarede|mener"
    r"|gaar|ejer|driver|afgoer|refererer|starter|begynder|slutter|sluttede|indeholder|deler|oensker|satser"
    r"|taenker|bygger|laver|undgaar|ser|hedder|kraever|udgoer|tilhoerer|dur|boer|tillader|regner|hilser"
    r"|underskrev|skrev|nyder|dropper|lukker|kender|oplever|forventer|forpligter|godkendte|modtog"
    r"|is|are|was|were|do|does|did|can|could|will|would|has|have|had|should|must|may|am"
    r"|isn t|aren t|wasn t|don t|doesn t|didn t|won t|can t)"
)
_SUBJECT = (
    r"(?:jeg|man|vi|du|i|i|han|hun|det|der|de|den|dem|alle|min|mit|mine|vores|en|et|you|u|we|they|he|she|there"
    r"|it|this|that|my|our|the|a|an|any|anyone|anybody|everyone|all|regionen|planen|kommunen)"
)
_LEADS_IN = (
    r"(?:og|men|saa|altsaa|ja|nej|hej|ok|okay|tak|lige|forresten|jo|and|but|so|well|hi|hello|please|hey|also)"
)
_OPENS = re.compile(rf"(?:^|[,;:–—-] ?|\b{_LEADS_IN} |\) ){_VERB}\b")
_ANY_VERB = re.compile(rf"^(?:{_LEADS_IN} )?\w+(?:r|es|ede|te) (?:{_SUBJECT}|\w+(?:en|et|ne|rs|es))\b.*\?$")
"""A question that begins with what looks like a Danish verb and its subject."""
_INVERTED = re.compile(rf"\b{_VERB} {_SUBJECT}\b")
_FINITE = re.compile(rf"\b{_VERB}\b")
_FRAME = re.compile(
    r"\b(er|var|is|was) (det|det ikke|that|it|this|dette)( nu| da| vel| virkelig| really)?"
    r" (rigtigt|sandt|korrekt|true|correct|right)( forstaaet)?,?( at| that)?\b"
    r"|\b(passer|stemmer) det( nu| virkelig)?,?( at)?\b|\bmon(?= )"
    r"|\b(har jeg|er det) (ret i|forstaaet)( ret| rigtigt)?,? ?(at)?\b|\bam i right (that|in)\b"
)
_TAG = re.compile(
    r",? ?(ikke|ikk|ik|ikke sandt|ikke ogsaa|vel|right|correct|is that (right|true|correct)|er det rigtigt"
    r"|passer det|er det sandt|stemmer det|isn t it|aren t (you|they)|eller (hvad|ej|ikke)|or (not"
    r"|what)|ja ?(eller|/) ?nej|yes ?(or|/) ?no) ?\??$"
)
_NEGATION = re.compile(
    r"\b(ikke|ikk|ik|ingen|intet|hverken|aldrig|not|no|never|none|nobody|nothing|\w+n t)\b"
)
_POLITE_NEGATION = re.compile(rf"^{_VERB} (?:{_SUBJECT} )?(?:ikke|not)\b|^(?:is|are|do|does|did|wo|ca)n t\b")
_SUBORDINATE = re.compile(
    r"(?<=[\w,]) (?:saa|som|dem|selvom|selom|hvis|naar|fordi|who|which|if|so|because|uden)\b"
)
_OPEN_WORD = re.compile(
    r"\b(hvad|hva|hvem|hvor\w*|hvilke\w*|hvordan|hvonaar|hvis (?=\w+ (?:staar|skal|er))|what|wat|who"
    r"|whose|where|when|which|how|why)\b"
)
_OR = re.compile(r",? (eller|elle|or) ")
_OR_SO = re.compile(r"(?:hvad|ej|ikke|not|noget|what|lignende|something)\b")
_TOO = re.compile(r"\b(?:ogsaa|too|also|as well)\b")
_MERELY = re.compile(r"\b(?:bare|kun|blot|just|only|merely)\b")
_COPULA = r"(?:er|var|bliver|blev|is|are|was|were)"
_ALWAYS_OPEN = ("hvad", "hva", "hvornaar", "hvorfor", "what", "why", "how")
_TELLS = re.compile(
    r"\b(ved|vide|sige|siger|fortael\w*|oplys\w*|forklar\w*|naevn\w*|vis|vise|se|finde|staar|fremgaar|beskriv\w*"
    r"|tell|know|say|says|explain|show|find|see|described?|mentions?|state\w*|specif\w*)\b"
)
_SENTENCE_END = re.compile(r"(?<=[.!?])(?<!\d\.)\s+")
"""Not behind the number of a day: "den 1. november"."""
_REQUEST = re.compile(
    r"\b(kan|kunne|vil|gider|can|could|will|would) (du|i|you|u)( ikke| please)?( lige)?( godt)?( please)?"
    r" (vise|sende|give|liste|remse|opremse|opsummere|fortaelle|forklare|taelle|naevne|skrive|citere"
    r"|finde|oplyse"
    r"|uddybe|hjaelpe|sige|stille|show|send|give|list|summari[sz]e|tell|explain|count|name|quote|find|write|help)\b"
    r"|\b(maa|kan|can|could|may) (jeg|vi|i|we) (faa at vide|bede|faa (en|et|alle?|hele|pejl\w*"
    r"|punkt\w*)|have (a|the)"
    r"|get (a|the)|see (a|the|all)|se (alle|hele|listen))\b"
)


@dataclass(frozen=True)
class Claim:
    """What a question asks whether it is so. ``text``: folded, without the frame.

    ``words``: those that carry meaning, as they are spelled; ``names``: capitals and digits
    among them. ``is_negated``: whether the claim denies something ("is it true that nobody ...").
    ``is_choice``: whether it leaves the choice between two things that exclude each other.
    """

    text: str
    words: tuple[str, ...]
    names: tuple[str, ...] = ()
    is_negated: bool = False
    is_choice: bool = False

    @property
    def main(self) -> str:
        """The text up to its first "so that", "who", "if"."""
        return _SUBORDINATE.split(self.text, maxsplit=1)[0]


def claim_of(text: str) -> Claim | None:
    """The claim that a question asks about; None if the question is not answered by yes or no."""
    asking = _asking(text.replace("'", " ").replace("’", " "))
    sentence = fold(asking)
    framed = _FRAME.search(sentence)
    opened = framed or _OPENS.search(sentence) or _INVERTED.search(sentence) or _ANY_VERB.search(sentence)
    is_stated = _TAG.search(sentence) or (sentence.endswith("?") and _FINITE.search(sentence))
    if not (opened or is_stated) or _REQUEST.search(sentence):
        return None
    if _is_open(sentence, opened.start()) if opened else _OPEN_WORD.search(f"{sentence}"):
        return None
    bare, is_choice = _without_alternative(_TAG.sub("", _FRAME.sub(" ", sentence)).strip(" ,?.!:;-–"))
    is_rhetorical = bool(opened and _POLITE_NEGATION.search(sentence[opened.start() :].lstrip(" ,;:-–")))
    words = [word for word in re.findall(r"\w+", asking) if content(word) and fold(word) in bare]
    names = re.findall(r"(?<=\w[ ,])[A-ZÆØÅ]\w+|\b\d+\b", asking)
    is_negated = bool(_NEGATION.search(_SUBORDINATE.split(bare, maxsplit=1)[0]))
    return Claim(
        bare,
        tuple(words),
        tuple(name for name in names if fold(name) in bare),
        is_negated and not is_rhetorical,
        is_choice,
    )


def is_denied(folded: str) -> bool:
    """Whether there is a "not" or a "none" in a text."""
    return bool(_NEGATION.search(folded))


def _without_alternative(claim: str) -> tuple[str, bool]:
    """A claim without "or is it only ..." behind it, and whether it leaves a choice between two."""
    head, joint, tail = _OR.split(claim, maxsplit=1) if _OR.search(claim) else (claim, "", "")
    if not joint or _OR_SO.match(tail):
        return (head if joint else claim), False
    if _TOO.search(head) or _TOO.search(tail):
        return head, False
    if re.match(rf"(?:{_VERB}|om|merely|kun|bare|blot|just|only)\b", tail):
        return head, bool(_MERELY.search(head))
    return claim, bool(re.match(rf".*?\b{_COPULA}\b", head))


def _asking(text: str) -> str:
    """The last sentence that ends with a question mark; if none does, the text from where it asks last."""
    sentences = [part for part in _SENTENCE_END.split(text.strip()) if re.search(r"\w", part)]
    if asking := [part for part in sentences if part.endswith("?")]:
        return asking[-1]
    for at in reversed(range(len(sentences))):
        if _OPEN_WORD.search(fold(sentences[at])) or _OPENS.search(fold(sentences[at])):
            return " ".join(sentences[at:])
    return text


def _is_open(sentence: str, start: int) -> bool:
    """Whether a word like "who" asks: before the verb, or behind a verb of telling."""
    words = list(_OPEN_WORD.finditer(sentence))
    if any(word.start() <= start for word in words):
        return True
    return any(
        word.group() in _ALWAYS_OPEN or bool(_TELLS.search(sentence[start : word.start()]))
        for word in words[:1]
    )
