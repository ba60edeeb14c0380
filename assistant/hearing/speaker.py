"""Who does what a sentence says: the sender of the response, or somebody else."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.documents.passages import Document
from assistant.search.tokens import fold

_TOKEN = re.compile(r"[^\W_]+(?:[-/][^\W_]+)*-?|[.,;:!?()–]")
_SPEAKS_FOR = re.compile(
    r"(?:på vegne af|repræsenterer|taler for|(?:forening|organisation|forbund|råd|netværk) for)\s+([^.,;]+)",
    re.IGNORECASE,
)
_RELATIVES = frozenset("foraeldre soeskende familier familie paaroerende".split())
_IT = frozenset("det dette den denne disse hvilket".split())
_BREAK = frozenset(",;:.!?()–")
_WE = frozenset("vi jeg undertegnede".split())
_US = frozenset("os mig".split())
_BODIES = frozenset(
    """
    foreningen landsforeningen raadet forbundet organisationen bestyrelsen faellesskabet styrelsen klubben
    afdelingen hospitalet universitetet netvaerket udvalget sekretariatet
    """.split()
)
"""What a body calls itself."""
_OF_A_MUNICIPALITY = frozenset(
    "kommunen byraadet kommunalbestyrelsen forvaltningen udvalget magistraten".split()
)
_OTHERS = frozenset(
    """
    i de han hun man ingen det dette den denne disse hvilket nogen nogle mange flere andre alle enkelte
    region regioner planen udkastet forslaget pejlemaerket pejlemaerkerne pejlemaerke visionen tidsplanen
    socialomraadet regionsraadet kommuner kommunerne paaroerende foraeldre borgere borgeren beboere
    beboeren boern unge medarbejdere personale frivillige naboer ledere leder politikerne staten
    psykiatrien tilbud tilbuddet laeger mennesker familier soeskende venner ansatte lovgivningen
    """.split()
)
_DEFINITE = re.compile(r"\w{4,}(?:en|et|erne|ene|ne)")
_ENDING = re.compile(r"(?:erne|ene|ne|en|et)$")
_LEAST_OF_A_NAME, _SECOND_PART = 5, 4
"""Letters of a word that may stand for the sender, and of what it is joined with in a compound."""
_BETWEEN = frozenset(
    """
    ogsaa dog derfor saaledes samtidig generelt desuden endvidere ligeledes saerligt isaer naturligvis fortsat
    nu altid gerne stadig selv i hoej grad meget helt heller dermed fuldt ud kun saa da og er har vil kan skal
    bliver blev ikke aldrig men samt
    """.split()
)
"""Words that may stand between a subject and its verb."""
_AND = frozenset("og men samt".split())
_PREPOSITIONS = frozenset(
    "i paa fra til med af for hos om under over ved mellem blandt uden efter mod inden".split()
)
_SUBORDINATES = frozenset(
    "at naar hvis som hvordan hvad om fordi da hvor hvem mens foer inden saa hvorfor".split()
)
_TELLS = frozenset(
    """
    siger skriver mener fremhaever naevner beskriver angiver foreslaar oensker lover vil understreger hedder
    laegger haaber forventer oplever fortaeller paapeger vurderer fremgaar staar synes
    """.split()
)


@dataclass(frozen=True)
class Speaker:
    """The sender; ``names``: folded words that a sentence of theirs may call them by."""

    names: frozenset[str]

    @classmethod
    def of(cls, document: Document) -> Speaker:
        """The sender of a response, and those for whom it says that it speaks."""
        sender = [word for word in _words(document.sender) if len(word) > 3]
        for match in _SPEAKS_FOR.finditer(document.text):
            sender += [word for word in _words(match[1])[:4] if len(word) > 4]
        if _RELATIVES & set(sender):
            sender += _RELATIVES
        is_municipality = "kommune" in sender
        bodies = _OF_A_MUNICIPALITY if is_municipality else _BODIES
        endings = {each for each in ("raadet", "foreningen", "forbundet") for w in sender if w.endswith(each)}
        return cls(frozenset(sender) | bodies | endings)

    def does(self, text: str, start: int, end: int) -> bool:
        """Whether what stands at ``text[start:end]``, a verb and its company, is what the sender does."""
        before = _TOKEN.findall(text[:start])
        inside = [fold(word) for word in _TOKEN.findall(text[start:end])]
        after = [fold(word) for word in _TOKEN.findall(text[end:])[:2]]
        if _WE & {*inside, *after[:1]} or _US & {*map(fold, before[-1:]), *inside}:
            return True
        is_turned = bool(before) and fold(before[-1]) in _IT
        if is_turned and any(self._is_own(word) for word in after):  # "Det foreslår kommunen"
            return True
        clauses = _clauses(before)
        if _follows_and(clauses[-1]):
            # "Vi støtter planen, der ..., og ønsker ...": it is the first who does.
            here = self._subject(clauses[-1], is_first=True)
            clauses = [clauses[-1]] if here is not None else clauses[:1]
            told = here if here is not None else self._subject(clauses[0], is_first=True)
            if told is not None:
                return told
        for clause in reversed(clauses):
            if (told := self._subject(clause)) is not None:
                return told
        if any(self._is_own(word) for word in (*inside[1:], *after)):
            return True
        return not any(_is_other(word) for word in inside[1:2])

    def tells(self, text: str, start: int) -> bool:
        """Whether what stands at ``start`` is the sender's view, and not what others are said to think."""
        words = _TOKEN.findall(text[:start])
        for at in range(len(words) - 1, 0, -1):
            if words[at] in (";", ".") or fold(words[at]) == "men":
                return True
            if fold(words[at]) in _TELLS and any(fold(each) == "at" for each in words[at + 1 :]):
                told = self._subject([word for word in words[:at] if word not in _BREAK])
                return told is not False
        return True

    def demands(self, text: str, start: int) -> bool:
        """Whether a "skal" stands in a main clause: what others plan is told in a subordinate one."""
        clause = [fold(word) for word in _clauses(_TOKEN.findall(text[:start]))[-1]]
        return bool(clause) and not _SUBORDINATES & set(clause)

    def _subject(self, clause: list[str], is_first: bool = False) -> bool | None:
        """Whether the nearest that may be the subject, or the first, is the sender; None: nothing may."""
        folded = [fold(word) for word in clause]
        if folded and folded[-1] in ("som", "der") and len(folded) > 1:
            folded = folded[:-1]
            clause = clause[:-1]
        places = range(len(folded)) if is_first else range(len(folded) - 1, -1, -1)
        for at in places:
            word = folded[at]
            if word == "os" and at and folded[at - 1] == "af":  # "nogle af os"
                return True
            if at and folded[at - 1] in _PREPOSITIONS and word not in _WE:
                continue
            if word in _BETWEEN and clause[at] != "I":
                continue
            if self._is_own(word):
                return True
            if word == "i" and clause[at] == "I" and at == 0 and len(folded) > 1:
                continue  # "I Engby ønsker vi"
            if _is_other(word) or (at == len(folded) - 1 and clause[at][:1].isupper() and at > 0):
                return False
        return None

    def _is_own(self, word: str) -> bool:
        """Whether a word is the sender's: of its name, what it calls itself for short ("kredsen" of
        "Pårørendekredsen"), or those whom its name says that it is made of."""
        if word in _WE or word in self.names:
            return True
        base = _ENDING.sub("", word)
        return len(base) >= _LEAST_OF_A_NAME and any(
            name.endswith((word, base)) or (name.startswith(base) and len(name) >= len(base) + _SECOND_PART)
            for name in self.names
        )


def _clauses(words: list[str]) -> list[list[str]]:
    """The words between commas and the like; the last may be empty."""
    clauses: list[list[str]] = [[]]
    for word in words:
        if word in _BREAK:
            clauses.append([])
        else:
            clauses[-1].append(word)
    return clauses


def _follows_and(clause: list[str]) -> bool:
    """Whether a verb behind a clause's words has no subject between it and an "and"."""
    left = [word for word in clause if fold(word) not in _BETWEEN - _AND]
    return bool(left) and fold(left[-1]) in _AND


def _is_other(word: str) -> bool:
    return word in _OTHERS or bool(_DEFINITE.fullmatch(word))


def _words(text: str) -> list[str]:
    return [fold(word) for word in re.findall(r"\w+", text)]
