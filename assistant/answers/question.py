"""Reads a question: its language, what it refers to, whom it asks about, what it wants to know."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

from assistant.answers.answer import Language
from assistant.answers.bodies import named_bodies
from assistant.answers.catalogue import Catalogue
from assistant.answers.details import Detail, detail_asked
from assistant.answers.language import language_of
from assistant.answers.references import ALIASES, References, find_references, is_number, is_pejlemaerke
from assistant.documents.passages import Role
from assistant.errors import QuestionError
from assistant.search.tokens import STOP_WORDS, fold, words

_SAY = r"(siger|mener|synes|svarer|skriver|oensker)"
_ROLE_WORDS: dict[Role, re.Pattern[str]] = {
    "response": re.compile(
        rf"\bhoeringssvar\w*|\bkommuner\w* {_SAY}\b|\bhoeringspart\w*|\b{_SAY} kommunerne\b"
        r"|\b(responses?|respondents?)\b|\bmunicipalit\w+ (think|say|want|mean|write)\b"
    ),
    "letter": re.compile(r"\b(hoerings)?brev(et|ene|ets)?\b|\bletter\b"),
    "page": re.compile(r"\b(hjemmeside|hoeringsside|webside|website|web page)\w*\b"),
}
_OPINION = re.compile(
    r"\b(siger|sagde|mener|mente|svar(er|et|ede)?|skriver|skrev|synes|kommenter\w*|holdning\w*|enige?"
    r"|stoetter|bakker|kritiser\w*|bekymr\w*|betaenkelig|tilslutter|hoeringssvar\w*|oensker|indvend\w*|reaktion\w*"
    r"|said?|says?|think\w*|respon\w+|opinion\w*|comment\w*|agree\w*|support\w*|worr\w+|concern\w*|wrote|writes?|view\w*)\b"
)
_TOPIC = re.compile(r"\b(?:om|about)\s+([^?.!]{4,})")
"""What a sender is asked about: his name must not decide which of his passages is found."""
_INSTRUCTION = re.compile(
    r"\b(ignor\w*|glem|se bort fra|disregard|forget)\b"
    r".*\b(instruk\w*|instruct\w*|regler|rules|ovenfor|above|prompt)\b",
    re.IGNORECASE,
)
_GREETING = re.compile(r"^\s*(hej|goddag|hello|hi|dear \w+)\b[\s,!.]*", re.I)


@dataclass(frozen=True)
class Question:
    """A question as read. ``text`` is what was typed, trimmed; ``query`` is what we search with."""

    text: str
    language: Language
    query: str
    references: References
    roles: tuple[Role, ...] = ()
    bodies: tuple[str, ...] = ()
    asks_opinion: bool = False
    detail: Detail | None = None

    @property
    def asks_sender(self) -> bool:
        """Whether it asks what somebody who responded says."""
        return self.asks_opinion and bool(self.bodies or "response" in self.roles)

    @cached_property
    def folded(self) -> str:
        return fold(self.text)


def read_question(text: str, catalogue: Catalogue) -> Question:
    """Reads a question that ``check_text`` has let through."""
    folded = fold(text)
    roles = tuple(role for role, pattern in _ROLE_WORDS.items() if pattern.search(folded))
    bodies = named_bodies(text)
    asks_opinion = bool(_OPINION.search(folded))
    query = _without_instructions(_GREETING.sub("", text) or text)
    topic = _TOPIC.search(query)
    if topic and asks_opinion and (bodies or "response" in roles) and _content(topic[1]):
        query = topic[1]
    return Question(
        text=text,
        language=language_of(text),
        query=query,
        references=find_references(text, catalogue.strategispor, catalogue.headings),
        roles=roles,
        bodies=bodies,
        asks_opinion=asks_opinion,
        detail=detail_asked(text),
    )


def _without_instructions(text: str) -> str:
    """The text without the sentences that tell the machine what to do; they are not obeyed."""
    sentences = re.split(r"(?<=[.!?])\s+", text)
    return " ".join(each for each in sentences if not _INSTRUCTION.search(each))


def check_text(text: str, longest: int) -> str:
    """The question without control characters and outer white space.

    Raises ``QuestionError`` if nothing is left, if it is longer than ``longest`` characters, or
    if it holds bytes that are not text.
    """
    if "\0" in text or "\ufffd" in text or any("\ud800" <= c <= "\udfff" for c in text):
        raise QuestionError("Spørgsmålet indeholder tegn, der ikke er tekst. Skriv det igen.")
    text = unicodedata.normalize("NFC", text)
    cleaned = re.sub(r"\s+", " ", "".join(c for c in text if c.isprintable() or c.isspace())).strip()
    if not any(c.isalnum() for c in cleaned):
        raise QuestionError("Skriv et spørgsmål.")
    if len(cleaned) > longest:
        raise QuestionError(f"Spørgsmålet er på {len(cleaned)} tegn. Skriv højst {longest} tegn.")
    return cleaned


_STRUCTURE_WORDS = frozenset(
    """
    pejlemaerke pejlemaerket pejlemaerker pejlemaerkerne punkt punkter punkterne pkt nr nummer strategispor
    strategisporet strategisporene spor sporet verdensmaal verdensmaalet verdensmaalene fn fns tidsplan
    tidsplanen plan planen planens aar aaret indsats indsatser indsatserne alle alt hele samtlige liste
    list lister vis giv naevn oversigt siger staar handler lyder indeholder hedder findes hoerer hvilke
    hvilken hvad hvor mange antal sker ske skal planlagt planlagte planlaegges planlaegger overskrift
    overskriften overskrifter tekst teksten fuld fulde ordlyd ordlyden praecis fortael forklar kort tak
    venligst gerne se laese region midtjylland midtjyllands socialomraadet regionen regionens visions
    udviklingsplan udviklingsplanen delmaal konkret konkrete besluttet saettes gang igang iverksaettes
    all list show give tell read full text word about guidepost guideposts point points bullet bullets
    under goal goals sdg sdgs global world un timeline year plan planned happen happens happening
    initiatives initiative actions action activities measures which what does say says said region
    landmark landmarks track tracks strategic strand strands every please contain contains include
    includes maal s p pm belong belongs choose chose picked part parts scheduled selected chosen udvalgt
    udvalgte valgt arbejder work scope number many count til to fra from
    """.split()
)


def residue(question: Question, names: tuple[str, ...] = ()) -> list[str]:
    """The words of a question that are left when reference words, numbers and the named parts are
    taken away: nothing left means that the part itself is asked for, not something in it."""
    aliases = [alias for alias, name in ALIASES.items() if name in names]
    taken = {word for name in (*names, *aliases) for word in words(name)}
    return [word for word in _content(question.query) if word not in taken]


def _content(text: str) -> list[str]:
    return [
        word
        for word in words(_GLUED_NUMBER.sub(r"\1 ", text))
        if word not in _STRUCTURE_WORDS
        and word not in _FOLDED_STOP_WORDS
        and not is_pejlemaerke(word)
        and not is_number(word)
    ]


def is_without_content(question: Question) -> bool:
    """Whether there is nothing to search for: a greeting, or a point of no pejlemærke."""
    is_greeting = not _GREETING.sub("", f"{question.text} ").strip(" .,!?")
    return is_greeting or bool(question.references.points and not residue(question))


_GLUED_NUMBER = re.compile(r"\b([A-Za-zæøå]+)\d+\b")
_FOLDED_STOP_WORDS = frozenset(fold(word) for word in STOP_WORDS)
