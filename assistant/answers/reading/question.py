"""Reads a question: its language, what it refers to, whom it asks about, what it wants to know."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from assistant.answers.answer import Language
from assistant.answers.reading.bodies import named_bodies
from assistant.answers.reading.details import Detail, detail_asked
from assistant.answers.reading.intent import Intents, Kind, cues, wording_of
from assistant.answers.reading.language import language_of
from assistant.answers.reading.numbers import LAST
from assistant.answers.reading.references import References, find_references, respelled
from assistant.answers.reading.residue import content, residue
from assistant.answers.reading.voices import asks_earlier, asks_opinion, asks_plan, lives_there, roles_named
from assistant.documents.passages import Passage, Role
from assistant.errors import QuestionError
from assistant.search.catalogue import Catalogue
from assistant.search.tokens import fold, stems

_TOPIC = re.compile(r"\b(?:om|about)\s+([^?.!]{4,})")
"""What a sender is asked about: his name must not decide which of his passages is found."""
_FRAME = re.compile(
    r"^.{0,60}?\b(?:hvad (?:er|har|bliver|vil)|what (?:has|have|is|was|did|does))\b[^,.?!]{0,40}?"
    r"\b(?:besluttet|planlagt|lovet|vedtaget|aftalt|forpligtet sig til|sat i gang|decided|planned|promised"
    r"|committed(?: itself)?(?: to)?|agreed)\b(?: (?:fra regionens side|i planen|in the plan))?"
    r"(?: (?:om|vedrørende|for|med hensyn til|med|når det gælder|i forhold til|about|on|regarding"
    r"|when it comes to|concerning))?\s+(?=\w)",
    re.IGNORECASE,
)
"""What frames the subject of "hvad er der besluttet om X": it must not decide which passage is found."""
_INSTRUCTION = re.compile(
    r"\b(ignor\w*|glem|se bort fra|disregard|forget)\b"
    r".*\b(instruk\w*|instruct\w*|regler|rules|ovenfor|above|prompt)\b",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"^\s*(hej|goddag|godmorgen|mange tak|tusind tak|tak|ok|okay|fint|super|farvel|hello|hi|dear \w+"
    r"|thank you|thanks"
    r"|bye)\b[\s,!.]*",
    re.I,
)


@dataclass(frozen=True)
class Question:
    """A question as read. ``text`` is what was typed, trimmed; ``query`` is what we search with.

    ``kind``: the part of the documents that it asks for as such, if it does. ``before``: the question
    before it, if it is searched for; ``context``: what it leaves out and that one says; ``alone``: itself
    without that. ``focus``: the last part that was named, here or before. ``is_of_earlier``: whether it is
    about the hearing of 2013.
    """

    text: str
    language: Language
    query: str
    references: References
    kind: Kind = "other"
    roles: tuple[Role, ...] = ()
    bodies: tuple[str, ...] = ()
    asks_opinion: bool = False
    detail: Detail | None = None
    context: str = ""
    is_of_earlier: bool = False
    before: Question | None = None
    alone: Question | None = None
    focus: References = field(default_factory=References)

    @property
    def asks_sender(self) -> bool:
        """Whether it asks what somebody who responded says."""
        asks = self.asks_opinion or "response" in self.roles
        return asks and bool(self.bodies or "response" in self.roles)

    @property
    def whole(self) -> str:
        """The question behind what it leans on."""
        return f"{self.context} {self.text}".strip()

    @cached_property
    def folded(self) -> str:
        return respelled(fold(self.text))


def read_question(text: str, catalogue: Catalogue) -> Question:
    """Reads a question that ``check_text`` has let through."""
    folded = fold(text)
    bodies = named_bodies(text, catalogue.responders)
    query = _without_instructions(without_greeting(text))
    question = Question(
        text=text,
        language=language_of(text),
        query=query,
        references=_resolved(find_references(text, catalogue.strategispor, catalogue.headings), catalogue),
        kind=_kind(text, catalogue),
        roles=roles_named(folded),
        bodies=bodies,
        asks_opinion=asks_opinion(folded) or _names_sender(folded, bodies, catalogue),
        detail=detail_asked(text),
        is_of_earlier=asks_earlier(folded) or _names_earlier(text, catalogue),
    )
    if question.asks_opinion and question.detail != "name":
        query = _without_names(query, catalogue)
        question = replace(question, query=query)
    topic = _TOPIC.search(query)
    if topic and question.asks_sender and content(topic[1]):
        return replace(question, query=topic[1])
    unframed = _FRAME.sub("", query)
    if content(unframed):
        return replace(question, query=unframed)
    return question


def _kind(text: str, catalogue: Catalogue) -> Kind:
    """The part of the documents that a text asks for as such. Who signed is no list of who has responded."""
    if _is_greeting(text):
        return "other"
    kind = Intents.open().kind(cues_of(text, catalogue))
    return "other" if kind == "respondents" and detail_asked(text) == "name" else kind


def cues_of(text: str, catalogue: Catalogue) -> dict[str, float]:
    """What the kind of a question is told by."""
    marked = wording_of(text, catalogue.strategispor, tuple(catalogue.headings), catalogue.responders)
    references = find_references(text, catalogue.strategispor, catalogue.headings)
    return cues(marked, references, bool(named_bodies(text, catalogue.responders)))


def _names_earlier(text: str, catalogue: Catalogue) -> bool:
    """Whether it names somebody who signed for the earlier hearing only, and does not ask the plan."""
    names = set(re.findall(r"\b[A-ZÆØÅ]\w+", text)) & catalogue.earlier_signatories
    return bool(names) and not asks_plan(fold(text))


def _without_names(query: str, catalogue: Catalogue) -> str:
    """The query without those who signed: what they say stands where their names do not."""
    for name in sorted(catalogue.signatories):
        query = query.replace(name, "")
    return query


def _names_sender(folded: str, bodies: Sequence[str], catalogue: Catalogue) -> bool:
    """Whether somebody who responded is named as such, not as a place where people live."""
    names = [fold(body).removesuffix(" kommune") for body in bodies if body in catalogue.responders]
    return any(not lives_there(folded.partition(name)[0]) for name in names)


def without_greeting(text: str) -> str:
    """The text without a hello or a thank you before it, if more is left."""
    return _GREETING.sub("", text) or text


def _resolved(references: References, catalogue: Catalogue) -> References:
    """The references with numbers in place of "the last", of a heading or a strategispor if one is named."""
    named = {n for heading in references.headings for n in catalogue.headings[heading]} or {
        number
        for number in catalogue.pejlemaerker
        if set(references.strategispor) & set(catalogue.pejlemaerke(number)[0].reference.strategispor)
    }
    places = []
    for number, points in references.places:
        known = _from_end(number, max(named or catalogue.pejlemaerker, default=0))
        count = len(catalogue.points(known))
        places.append((known, tuple(_from_end(point, count) for point in points)))
    return replace(references, places=tuple(places))


def _from_end(number: int, count: int) -> int:
    """A number counted from the end, as one from the beginning: the last is -1."""
    return count + 1 + number if number <= LAST else number


def is_bare(
    question: Question,
    catalogue: Catalogue,
    names: tuple[str, ...] = (),
    part: Sequence[Passage] | None = None,
) -> bool:
    """Whether a part of the documents is asked for as such, and nothing in it.

    ``names``: strategispor and headings that the question may hold. ``part``: what is asked for; a
    word that is not in it says nothing, but behind "om" or "about".
    """
    if part is not None:
        vocabulary = frozenset(stem for passage in part for stem in stems(fold(passage.text)))
    else:
        vocabulary = catalogue.vocabulary if question.language == "da" else frozenset()
    return not residue(question.query, names, vocabulary)


def is_without_content(question: Question) -> bool:
    """Whether there is nothing to search for: a greeting, or a point of no pejlemærke."""
    return _is_greeting(question.text) or bool(question.references.points and not residue(question.query))


def _is_greeting(text: str) -> bool:
    """Whether there is nothing but a hello or a thank you."""
    return not _GREETING.sub("", f"{text} ").strip(" .,!?")


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
