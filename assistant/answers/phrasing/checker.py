"""Whether a sentence says what its sources say: every sentence of a model, before anybody sees it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from assistant.answers.answer import Citation, Language, SentenceVerdict
from assistant.answers.claims.opposites import contradicts
from assistant.answers.claims.scope_words import goes_further
from assistant.answers.phrasing.amounts import CALENDAR, dates_in, has_other_date, has_other_number
from assistant.answers.phrasing.force import counts_more, is_too_strong, is_turned_round, turns_against
from assistant.answers.phrasing.names import Names
from assistant.answers.phrasing.source import Source
from assistant.answers.phrasing.speakers import is_of_another, unnamed_sender
from assistant.answers.reading.language import language_of
from assistant.documents.formats.extracted import hidden_in
from assistant.search.catalogue import Catalogue
from assistant.search.retriever import Search
from assistant.search.tokens import STOP_WORDS, fold, spelled_words

Fault = Literal[
    "source", "form", "language", "quote", "number", "date", "name", "place", "sender", "negation",
    "force", "quantity", "support",
]  # fmt: skip
"""What is wrong with a sentence, in the order in which it is looked for."""

_LONGEST = 400
_FOREIGN = re.compile(
    r"[<>{}\[\]|`*_#\\]|https?:|www\.|\w@\w|\b\w+\.(?:dk|com|org|net|eu|io)\b"
    r"|[\x00-\x1f\x7f-\x9f\ue000-\uf8ff\ufeff]"
)
"""Signs of markup, of an address, of something that is no sentence: none of it is shown."""
_QUOTED = re.compile(r"[»“”\"]([^»«“”\"]+)[«“”\"]")
_SAME = 0.45
_LEAST_SHARE: dict[Language, float] = {"da": 0.42, "en": 0.33}
_LEAST_MEAN: dict[Language, float] = {"da": 0.55, "en": 0.41}
"""A word of a sentence is told if one of its sources' words is so near; so many of them have to be, and so
near they must be on average. English words are farther from the Danish ones that they stand for. Chosen on
the development half of ``gold/phrasings.jsonl``."""
_WORD = re.compile(r"\w+")
_CLAUSE_END = re.compile(r"[,;] | og | and | men | but ")
_PEJLEMAERKE = re.compile(r"\b(?:pejlemaerke\w*|guideposts?)(?: (?:nr|no)\.?| number)? (\d{1,2})\b")
_MUCH_NEARER = 0.1
_FRAME = re.compile(
    r"^(?:ifølge (?:planen|regionen)|planen (?:siger|skriver|nævner)|der står|"
    r"the plan (?:says|writes|states|names)|according to the plan)\b[, ]*(?:at|that)?\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Checked:
    """A sentence, how it stands to its sources, and what is wrong with it if it is not shown.

    ``speaker``: who has to be named before it.
    """

    verdict: SentenceVerdict
    fault: Fault | None = None
    speaker: str = ""


class Checker:
    """Holds sentences against the documents, without a model."""

    def __init__(self, search: Search, catalogue: Catalogue) -> None:
        self._search = search
        self._catalogue = catalogue

    def __call__(self, sentence: str, sources: Sequence[Source], language: Language) -> Checked:
        """What can be said of a sentence that a model leans on those sources."""
        fault = self._fault(sentence, sources, language)
        if fault:
            return Checked("not_found", fault)
        speaker = unnamed_sender(sentence, sources)
        if speaker is None:
            return Checked("not_found", "sender")
        told = fold(_FRAME.sub("", sentence)).strip(" .")
        is_verbatim = any(told in fold(source.text) for source in sources)
        return Checked("verbatim" if is_verbatim else "covered", speaker=speaker)

    def _fault(self, sentence: str, sources: Sequence[Source], language: Language) -> Fault | None:
        texts = [source.text for source in sources]
        told = [source.told for source in sources]
        if not sources:
            return "source"
        if len(sentence) > _LONGEST or not sentence.strip() or not is_plain(sentence):
            return "form"
        if language_of(sentence) != language:
            return "language"
        if any(quote not in " ".join(texts) for quote in _QUOTED.findall(sentence)):
            return "quote"
        if has_other_date(sentence, told) or self._is_of_another_day(sentence, texts):
            return "date"
        labels = [source.citation.passage.label for source in sources]
        years = [_years(source.citation) for source in sources]
        if has_other_number(sentence, (*texts, *years), labels, language):
            return "number"
        if self._names.has_other(sentence, told):
            return "name"
        if self._is_elsewhere(sentence, sources):
            return "place"
        if is_of_another(sentence, sources):
            return "sender"
        if is_turned_round(sentence, texts, self._search.support, language):
            return "negation"
        if _contradicts(sentence, texts) or turns_against(sentence, texts):
            return "negation"
        is_planned = any(each.citation.passage.kind == "row" for each in sources)
        if is_too_strong(sentence, texts, self._nearest(sentence, texts), is_planned):
            return "force"
        if counts_more(sentence, texts):
            return "quantity"
        if goes_further(fold(sentence), " ".join(map(fold, texts)), self._search.support):
            return "support"
        if not self._is_supported(sentence, told, language):
            return "support"
        return None

    def _is_elsewhere(self, sentence: str, sources: Sequence[Source]) -> bool:
        """Whether a sentence names a pejlemærke or a strategispor that its sources are not of."""
        told, held = fold(sentence), fold(" ".join(source.text for source in sources))
        places = [source.citation.passage.reference for source in sources]
        numbers = {number for place in places for number in place.pejlemaerker} | _pejlemaerker(held)
        tracks = {name for place in places for name in place.strategispor}
        tracks |= {name for name in self._catalogue.strategispor if fold(name) in held}
        named = {name for name in self._catalogue.strategispor if fold(name) in told}
        return not (_pejlemaerker(told) <= numbers and named <= tracks)

    def _nearest(self, sentence: str, texts: Sequence[str]) -> str:
        near = self._search.closeness(sentence, texts)
        return texts[near.index(max(near))]

    def _is_of_another_day(self, sentence: str, texts: Sequence[str]) -> bool:
        """Whether a day stands beside what another one of several sources tells."""
        if len(texts) < 2:
            return False
        for clause in _CLAUSE_END.split(sentence):
            telling = [word for word in spelled_words(clause) if _is_telling(word) and not word.isdecimal()]
            telling = [word for word in telling if fold(word) not in CALENDAR]
            days = dates_in(clause) if telling else frozenset()
            near = [sum(self._search.support(telling, text)) / len(telling) for text in texts if days]
            for day in days:
                own = [each for each, text in zip(near, texts, strict=True) if day in dates_in(text)]
                if own and max(near) - max(own) > _MUCH_NEARER:
                    return True
        return False

    def _is_supported(self, sentence: str, told: Sequence[str], language: Language) -> bool:
        telling = [word for word in spelled_words(_FRAME.sub("", sentence)) if _is_telling(word)]
        if not telling:
            return False
        held = dict.fromkeys(word for word in _WORD.findall(" ".join(told)) if _is_telling(word.lower()))
        near = self._search.support(list(dict.fromkeys(telling)), " ".join(held))
        share = sum(each >= _SAME for each in near) / len(near)
        return share >= _LEAST_SHARE[language] and sum(near) / len(near) >= _LEAST_MEAN[language]

    @cached_property
    def _names(self) -> Names:
        return Names.open(self._search.index, self._catalogue.responders)


def is_plain(text: str) -> bool:
    """Whether a text of a model has no markup, no address and no hidden sign in it."""
    return not (_FOREIGN.search(text) or hidden_in(text))


def _years(citation: Citation) -> str:
    """The year that a row is planned for, and the one that a document is of."""
    return f"{citation.passage.reference.year or ''} {citation.document.date[:4]}"


def _pejlemaerker(folded: str) -> set[int]:
    return {int(number) for number in _PEJLEMAERKE.findall(folded)}


def _contradicts(sentence: str, texts: Sequence[str]) -> bool:
    """Whether each source says the opposite, which the sentence does not say as well."""
    told = fold(sentence)
    return not contradicts(told, told) and all(contradicts(told, fold(each)) for each in texts)


def _is_telling(word: str) -> bool:
    return len(word) > 2 and word not in STOP_WORDS
