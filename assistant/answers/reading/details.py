"""Details that a question asks for and that a passage on the subject may still lack."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Literal

from rapidfuzz import fuzz

from assistant.search.tokens import fold, words

Detail = Literal[
    "law",
    "amount",
    "share",
    "phone",
    "frequency",
    "day",
    "date",
    "email",
    "name",
    "address",
    "place",
    "count",
]

MONTHS = {
    "januar": "January", "februar": "February", "marts": "March", "april": "April", "maj": "May",
    "juni": "June", "juli": "July", "august": "August", "september": "September",
    "oktober": "October", "november": "November", "december": "December",
}  # fmt: skip
_MONTH = "|".join(MONTHS)
_OFFICE = r"(\w*direktoer\w*|\w*chef\w*|\w*leder\w*|\w*formand\w*|personen|han|hun)"
_NAMED_OFFICE = r"(\w*direktoer\w*|\w*formand\w*)"
_ASKED: dict[Detail, re.Pattern[str]] = {
    "law": re.compile(
        r"\b(paragraf\w*|lovgivning\w*|servicelov\w*|lovhjemmel|hjemmel|hvilken lov|lovgrundlag\w*)\b|§"
        r"|\b(which|what) (law|act|section|statute|legislation)\b|\blegal basis\b|\bunder which law\b"
    ),
    "amount": re.compile(
        r"\bhvor mange (penge|kroner|kr|millioner|mio|midler)\b|\b(kroner|beloeb\w*|budget\w*)\b"
        r"|\bhvad koster\b|\bhvad er (prisen|taksten|loennen)\b|\bwhat (does|do|will|would) .* cost\b"
        r"|\bhvor (dyr\w*|meget (koster|er der (sat af|afsat)|bliver der brugt|bruger|betaler))\b"
        r"|\bhow much (money|does .* cost|will .* cost|is .* paid|funding)\b"
    ),
    "share": re.compile(r"\b\w*procent\w*\b|%|\bhvor stor en (andel|del)\b|\bper ?cent(age)?\b"),
    "phone": re.compile(r"\b(telefon|tlf|mobilnummer)\w*|\bphone\b|\btelephone\b"),
    "frequency": re.compile(r"\bhvor (tit|ofte|hyppigt)\b|\bhow often\b|\bhow frequent\w*\b"),
    "email": re.compile(
        r"\b(mail|email|e mail|e-mail|mailadresse\w*|e-mailadresse\w*|webadresse|link|url|web address)\b"
        r"|\bhvor (sender|skal|kan|skulle|skriver) (man|jeg|vi) .*\b(sende|hen|svar\w*|ind)\b"
        r"|\bhvem (sender|skal|kan|skulle) (man|jeg|vi) .*\btil\W*$"
        r"|\bhvilken adresse\b.*\b(svar\w*|send\w*)\b"
        r"|\b(where|whom?) (do|should|can|could) (i|you|we|people|one) (send|submit|write|mail)\b"
    ),
    "day": re.compile(
        r"\b(hvilken|hvad|hva) (dato|ugedag)\b|\bon (which|what) (date|day)\b|\b(exact|what|which) date\b"
    ),
    "date": re.compile(
        r"\bhvorn(aa|a)r\b|\bhvilke[nt]? (dato|dag|aar|maaned)\w*\b|\bhva[d]? dato\b|\bdeadline\b"
        r"|\bhoeringsfrist\w*\b"
        r"|\bhvor laenge (loeb|varede|er hoering\w*|har man|var (der|hoering\w*))\b|\bwhen\b"
        r"|\bhow long (did|was) the (hearing|consultation)\b|\b(what|which) (date"
        r"|day|year|month)\b"
        r"|\bhvad (er|var) fristen\b|\bfra hvornaar\b|\bdateret\b|\bdated\b"
    ),
    "name": re.compile(
        rf"\bhvad he(?:dder|d) (\w+s )?{_OFFICE}\b"
        rf"|\bhvem (er|var|staar som|er det der er) (den |\w+s )?{_OFFICE}\b"
        rf"(?!.*\b(?:under|over|til)\b)"
        r"|\bnavn(et|ene)? paa (\w+s )?\w*(direktoer|chef|leder|formand|person)\w*"
        r"|\b(underskriv\w*|underskrev\w*|underskrift\w*|skrevet under|skrev under|signed|signature)\b"
        r"|\b(hvilket firma|hvilken virksomhed|hvilken leverandoer|which (company|firm|supplier))\b"
        r"|\bname of the (\w+ )?(director|head|manager|chair\w*|person)\b|\bwho (is"
        r"|was) the (\w+ )?chair\w*\b"
    ),
    "address": re.compile(
        r"\b(postadresse\w*|hvilken adresse|adressen paa|hvor ligger|street address|address of)\b"
    ),
    "place": re.compile(
        r"\b(hvilket (sted|bosted|tilbud)|hvor starter|which (place|home|institution|facility))\b"
    ),
    "count": re.compile(r"\b(hvor mange|antallet af|antal|how many)\b"),
}
_PRESENT: dict[Detail, re.Pattern[str]] = {
    "law": re.compile(r"§|\b(lov|loven|serviceloven|lovgivningen)\b"),
    "day": re.compile(rf"\b\d{{1,2}}\. ({_MONTH})"),
    "amount": re.compile(r"\d[\d.,]* ?(kr\b|kroner|mio|mia|million)"),
    "share": re.compile(r"\d ?(%|procent)"),
    "phone": re.compile(r"\b\d{2} ?\d{2} ?\d{2} ?\d{2}\b"),
    "frequency": re.compile(r"\b(årlig\w*|hvert år|månedlig\w*|ugentlig\w*|løbende|kontinuerlig\w*)\b", re.I),
    "email": re.compile(r"@|https?://"),
    "date": re.compile(
        rf"\b({_MONTH})\b"
        r"|\b(19|20)\d\d\b"
    ),
    "name": re.compile(r"^[A-ZÆØÅ][a-zæøåü]+ [A-ZÆØÅ][a-zæøåü]+$", re.MULTILINE),
    "address": re.compile(r"\b[A-ZÆØÅ]\w+(vej|gade|allé|plads) \d+|\b\d{4} [A-ZÆØÅ]\w+"),
    "place": re.compile(r"\([A-ZÆØÅ]\w+\)"),
}
_SIGNED = re.compile(r"\b(underskr\w*|skrevet under|skrev under|signed|signature)\b")
_OFFICES = {
    r"\bregional council\b": "regionsraadet",
    r"\bchair\w*\b": "formand",
    r"\bcommittee\b": "udvalget",
    r"\bpsychiatry\b": "psykiatri",
    r"\bdirector\b": "direktoer",
}
NUMBER_WORDS = dict(enumerate("to tre fire fem seks syv otte ni ti elleve tolv".split(), 2))
_NUMBERS = frozenset(NUMBER_WORDS.values())
_COUNTABLE = {
    r"\b(consultation |hearing )?(responses|replies|answers)\b": "hoeringssvar",
    r"\b(specialist|special|specialised) areas\b": "specialomraader",
    r"\b(un |global |sustainable development )?(goals|sdgs)\b": "verdensmaal",
    r"\b(guideposts|landmarks|guiding points|signposts)\b": "pejlemaerker",
    r"\b(strategic )?tracks\b": "strategispor",
    r"\b(basic )?principles\b": "grundprincipper",
}
_DAY = re.compile(rf"\d{{1,2}}\. (?:{_MONTH})")
_COUNTED = re.compile(r"\b(?:hvor mange|antallet af|antal)\b(.*)")
_BEFORE = 4
"""Words between a number and what it counts: "15 politisk formulerede pejlemærker"."""
_COUNTED_WORDS = 3
_STEM = 4
_SAME_WORD = 80
"""Similarity in per cent of two forms of a word: "formanden" and "formand"."""
_WORD = re.compile(r"\w+")


def detail_asked(text: str) -> Detail | None:
    """The kind of detail that a question asks for, if it is one that can be looked for.

    In a story with the question at the end, only the end counts.
    """
    sentences = [part for part in re.split(r"(?<=[.?!])\s+", fold(text)) if part]
    last = sentences[-1] if sentences else ""
    return next((detail for detail, pattern in _ASKED.items() if pattern.search(last)), None)


def fit(detail: Detail, passage: str, question: str) -> int:
    """How well a passage gives such a detail: 0 if it does not hold one.

    For a name it must be of the office that the question names, the more of its words the
    better; for a count, of the thing that it counts (in Danish: in another language any number
    will do).
    """
    if detail == "name":
        return office_fit(passage, question) if _PRESENT["name"].search(passage) else 0
    if detail == "count":
        return int(bool(counted(passage, question)))
    return int(bool(_PRESENT[detail].search(passage)))


def counted(passage: str, question: str) -> str:
    """The number of what the question counts, with the word it counts, as the passage writes it."""
    asked = _COUNTED.search(fold(question)) or _COUNTED.search(_in_danish(fold(question)))
    stems = (
        {word[:_STEM] for word in words(asked[1])[:_COUNTED_WORDS] if len(word) >= _STEM} if asked else {""}
    )
    tokens = list(_WORD.finditer(passage))
    for at, token in enumerate(tokens):
        if not _is_number(fold(token.group())) or _DAY.match(passage, token.start()):
            continue
        for follower in tokens[at + 1 : at + 1 + _BEFORE]:
            if any(stem in fold(follower.group()) for stem in stems):
                return passage[token.start() : follower.end()]
    return ""


def _in_danish(question: str) -> str:
    """The question with the words for what can be counted in Danish."""
    for english, word in _COUNTABLE.items():
        question = re.sub(english, word, question)
    return question.replace("how many", "hvor mange")


def _is_number(token: str) -> bool:
    return token in _NUMBERS or (token.isdigit() and not re.fullmatch(r"(19|20)\d\d", token))


def office_fit(passage: str, question: str) -> int:
    """How many words of an office that a question names a passage holds."""
    danish = fold(question)
    for english, word in _OFFICES.items():
        danish = re.sub(english, word, danish)
    return _shared_words(passage, danish) + bool(_SIGNED.search(danish))


def _shared_words(passage: str, question: str) -> int:
    """Words that both hold; two of the question that are one of the passage ("regionsrådets formand" and
    "regionsrådsformand") count twice."""
    asked = [word for word in words(question) if len(word) > _STEM]
    told = words(passage)
    joined = [pair for one, other in pairwise(asked) for pair in (one + other, other + one)]
    is_joined = any(fuzz.ratio(pair, word) >= _SAME_WORD for pair in joined for word in told)
    return sum(any(_is_same(one, other) for other in told) for one in asked) + 2 * is_joined


def _is_same(one: str, other: str) -> bool:
    """Whether two words are forms of one: "formanden" and "formand", "udvalgsformand" and "formand"."""
    return one.endswith(other) or fuzz.ratio(one, other) >= _SAME_WORD
