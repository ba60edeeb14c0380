"""Which part of the documents a question asks for as such, told by its wording."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from assistant.answers.reading.bodies import without_bodies
from assistant.answers.reading.numbers import in_digits
from assistant.answers.reading.references import ALIASES, References, marked
from assistant.answers.reading.residue import content
from assistant.answers.wording import score, terms
from assistant.search.stored import opened, store
from assistant.search.tokens import fold, grams

Kind = Literal[
    "pejlemaerke", "points", "statements", "headings", "place", "rows", "goals", "goal_text", "targets",
    "tracks", "track_text", "vision", "challenges", "respondents", "commented", "comments", "response_text",
    "other",
]  # fmt: skip
"""Parts that can be listed completely; ``other`` is for the search.

``pejlemaerke``: in full. ``points``: some or all of it. ``statements``: of many. ``place``: where one
stands. ``goal_text``: what the plan says of a verdensmål. ``track_text``: a strategispor's own chapter.
``commented``: what a response speaks of. ``comments``: who speaks of a part.
"""
KINDS: tuple[Kind, ...] = get_args(Kind)
_MARKS = {"afsender", "overskriftnavn", "spornavn", "aarstal", "ordenstal", "maaltal", "flertal", "tal"}
_MANY = 4
_BARE, _NOTHING_NAMED = "#left=0", "#named="
_FAMILIES = {
    "points": r"\w*punkt\w*|pkt|bullets?|points?|pinde?n?e?|dots|action items?|tiltag\w*|indsats\w*"
    r"|initiativ\w*|actions?|handlinger",
    "headings": r"\w*overskrift\w*|headings?|tema\w*|themes?|titler\w*|titles?|rubrik\w*|emner\w*",
    "full": r"hele|hel|helhed|fuld\w*|full|whole|entire|ordlyd\w*|ordret|verbatim|\w*tekst\w*|text|everything"
    r"|alt|samtlige|alle|all|every|quote|cite?r\w*|complete|komplet\w*",
    "rows": r"tidsplan\w*|time ?line|time ?table|schedul\w*|koereplan\w*|tidslinje\w*|\w*kalender\w*|skema\w*"
    r"|program\w*|road ?map|planlagt\w*|planned|raekke\w*|rows?|i ?gang\w*|sker?|happen\w*|gennemfoer\w*",
    "goals": r"verdensmaal\w*|goals?|sdgs?|fn|un|baeredygtighedsmaal\w*",
    "targets": r"delmaal\w*|(sub ?)?targets?",
    "tracks": r"strategispor\w*|spor\w*|tracks?|strands?|spornavn",
    "vision": r"vision\w*|udsagn\w*|slogan\w*|saetning\w*|statements?|sentences?",
    "challenges": r"\w*udfordring\w*|challenges?|problem\w*|vanskelig\w*|boevl\w*|difficult\w*|svaerest\w*",
    "responses": r"\w*hoeringssvar\w*|respon\w*|svar\w*|\w*kommenter\w*|comment\w*|bemaerkning\w*|indsend\w*"
    r"|submit\w*|repl(y|ies|ied)|answer\w*|hoeringspart\w*|input\w*|reaktion\w*",
    "count": r"hvor mange|antal\w*|how many|number of|t(ae)ll?er?|count",
    "place": r"hoerer|under hvilke\w*|belong\w*|placer\w*|hjemme|stands?|ligger|which|hvilke[nt]",
    "intro": r"intro\w*|indled\w*|broedtekst\w*|kapitel\w*|chapter|afsnit\w*|paragraphs?|section",
}
_FAMILY = {name: re.compile(rf"\b(?:{words})\b") for name, words in _FAMILIES.items()}
"""Words for parts and for how they are asked for: what an example says of one holds for all of them."""
MODEL = Path(__file__).parents[1] / "model" / "intent.json"


@dataclass(frozen=True)
class Intents:
    """A logistic regression for each kind: ``terms`` weighs the runs of words, ``biases`` the kind.

    ``python -m assistant calibrate`` fits it.
    """

    terms: Mapping[str, Mapping[str, float]]
    biases: Mapping[str, float]

    @classmethod
    @cache
    def open(cls, path: Path = MODEL) -> Intents:
        """Reads a model; ``ModelError`` if the file is missing or not one."""
        return opened(cls, path)

    def save(self, path: Path = MODEL) -> None:
        store(self, path)

    def kind(self, vector: Mapping[str, float]) -> Kind:
        """The likeliest kind of a question; what names a part and says no more asks for it."""
        likely = self.probabilities(vector)
        is_bare = _BARE in vector and _NOTHING_NAMED not in vector
        return max(KINDS[: -1 if is_bare else None], key=lambda kind: likely[kind])

    def probabilities(self, vector: Mapping[str, float]) -> dict[Kind, float]:
        """How likely each kind is, for a question with these cues."""
        odds = {kind: math.exp(score(vector, self.terms[kind], self.biases[kind])) for kind in KINDS}
        total = sum(odds.values())
        return {kind: value / total for kind, value in odds.items()}


def wording_of(
    text: str, strategispor: Sequence[str], headings: Sequence[str], senders: Sequence[str] = ()
) -> str:
    """A question with marks in place of numbers, names of parts and senders."""
    names = {fold(name): "overskriftnavn" for name in headings}
    names |= {fold(name): "spornavn" for name in (*strategispor, *ALIASES)}
    longest_first = dict(sorted(names.items(), key=lambda each: -len(each[0])))
    return marked(without_bodies(in_digits(text), " afsender ", senders), longest_first)


def cues(text: str, references: References, has_bodies: bool) -> dict[str, float]:
    """What the model looks at: runs of words of a marked text, the character n-grams of words (for typing
    errors), what kinds of places are named, and how many words are left that say more than that."""
    pieces = [f"~{gram}" for gram in set(grams(text))]
    left = min(len([word for word in content(text) if word not in _MARKS]), _MANY)
    named = [
        name
        for name in ("places", "points", "goals", "targets", "years", "strategispor", "headings", "loose")
        if getattr(references, name)
    ]
    named += ["bodies"] if has_bodies else []
    families = [name for name, pattern in _FAMILY.items() if pattern.search(text)]
    slots = [f"#left={left}", f"#named={'+'.join(named)}", *(f"#{name}" for name in named)]
    slots += [f"#{name}, left={left}" for name in named or ("nothing",)]
    slots += [f"#{name}" for name in families]
    slots += [
        f"#{name}, {other}"
        for name in families
        for other in (*named, f"left={left}", *families)
        if name != other
    ]
    return {
        **terms(text),
        **dict.fromkeys(sorted(pieces), 1 / math.sqrt(len(pieces) or 1)),
        **dict.fromkeys(slots, 1 / math.sqrt(len(slots))),
    }
