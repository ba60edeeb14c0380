"""The statements that a claim is made of, and the words of each that carry its meaning."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from assistant.answers.answer import Language
from assistant.answers.reading.residue import content
from assistant.documents.sentences import sentences_in
from assistant.search.tokens import fold, spelled_words

_SUBJECT = (
    r"(?:det|der|den|de|planen|regionen|region midtjylland|socialområdet|kommunen|kommunerne|høringssvaret"
    r"|høringen|norddjurs(?: kommune)?|borgerne|it|they|there|the (?:\w+ )?\w+|norddjurs(?: municipality)?)"
)
_VERB = (
    r"(?:er|var|vil|skal|kan|har|bliver|blev|får|ønsker|siger|skriver|mener|bifalder|støtter|gælder|kommer"
    r"|is|are|was|were|will|shall|must|can|has|have|says?|writes?|wants?|wish(?:es)?|supports?|welcomes?)"
)
_JOINT = re.compile(
    rf"\s*;\s+|\s*,?\s+(?:og|men|mens|samt|and|but|while)\s+(?={_SUBJECT}\s+{_VERB}\b)"
    rf"|\s*,?\s+(?:og|men|mens|and|but|while)\s+(?={_VERB}\s+{_SUBJECT}\b)"
    r"|\s*,\s+(?:og|men|mens|and|but|while)\s+(?=(?:det|den|de|it|they)\s+\w+[rs]\b)",
    re.IGNORECASE,
)
_LEANS = re.compile(
    r"^(?:og |men |and |but )?(?:det|den|de|disse|dette|han|hun|it|they|this|these|he|she)\b", re.IGNORECASE
)
_FRAME = re.compile(
    r"^(?:jeg har (?:hørt|læst)|det (?:siges|hedder sig|er rigtigt|passer)|i have (?:heard|read)"
    r"|is it true|it is (?:said|true)|er det rigtigt|passer det)\b,? ?(?:at|that)? ?",
    re.IGNORECASE,
)
_LEAST_WORDS = 3
_FRAME_WORDS = frozenset(
    """
    siger skriver naevner fremgaar oplyser ifoelge regionen regionens planen planens region midtjylland
    efter staar hedder handler findes gaelder drejer omhandler indeholder bliver blive blevet kommer komme
    sker ske faar faa vaere holdes says writes mentions according plan region states named about deals goes
    get gets got will become made make makes kommune kommunen municipality
    """.split()
)
_MODAL = frozenset(
    """
    skal vil kan boer maa oensker oenske garanterer lover haaber allerede fuldt kun alle hele hver hvert must
    shall should wants want wishes wish hopes guarantee guarantees promise promises already fully only every
    all whole each altid always needs need intends planned planlagt planlaegges planlaegger
    """.split()
)
"""Words that are looked at elsewhere: how strong, how much, whether it is done."""


@dataclass(frozen=True)
class Statement:
    """One thing that a claim says. ``context``: the statement before it, if it leans on that."""

    text: str
    language: Language
    context: str = ""

    @property
    def query(self) -> str:
        """What is searched for."""
        return f"{self.context} {self.text}".strip()

    @cached_property
    def folded(self) -> str:
        return fold(self.text)

    @cached_property
    def telling(self) -> tuple[str, ...]:
        """The words that say what it is about, as they are spelled: no numbers, no words of strength."""
        known = set(content(self.folded)) - _FRAME_WORDS - _MODAL
        words = [word for word in spelled_words(self.text) if fold(word) in known and len(word) > 2]
        return tuple(dict.fromkeys(words))


def statements_in(claim: str, language: Language) -> list[Statement]:
    """The statements of a claim, in order: its sentences, and those clauses that have their own subject."""
    found: list[Statement] = []
    for sentence in sentences_in(claim):
        for clause in _clauses(_FRAME.sub("", sentence.strip())):
            leans = found and _LEANS.match(clause)
            found.append(Statement(clause, language, found[-1].query if leans else ""))
    return found


def _clauses(sentence: str) -> list[str]:
    """The clauses of a sentence that can be held against the documents on their own; itself if it is one."""
    clauses = [clause.strip(" ,") for clause in _JOINT.split(sentence)]
    if any(len(clause.split()) < _LEAST_WORDS for clause in clauses):
        return [sentence]
    return clauses
