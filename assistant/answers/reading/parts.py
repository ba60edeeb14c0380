"""Two questions in one message."""

from __future__ import annotations

import re

_ASKING = (
    r"(?:hvad|hva|hvornår|hvornaar|hvor|hvem|hvordan|hvilke[nt]?|hvorfor|what|when|where|who|how|which|why)"
)
_YES_NO = (
    r"(?:kan|kunne|skal|er|får|faar|vil|må|maa|har|bliver|blev|findes|gælder|gaelder|siger|lover|var"
    r"|will|can|could|would|is|are|was|were|does|did|do|has|have|may|should)"
)
_SUBJECT = (
    r"(?:i|jeg|vi|du|de|der|man|han|hun|den|det|planen|regionen|norddjurs|min|mit|mine|vores|en|et|alle"
    r"|you|we|they|he|she|it|there|the|my|our|people|any\w*|residents|relatives)"
)
_NOUN = r"\w{4,}(?:en|et|ne)"
"""A noun that says which: "tidsplanen", "de pårørende"."""
_TELL = (
    r"(?:nævn|naevn|giv(?: mig| os)?|vis(?: mig| os)?|list(?: op)?|fortæl(?: mig| os)?|fortael(?: mig)?|sig"
    r"|forklar|oplys|name|give (?:me|us)|tell (?:me|us)|show (?:me|us)|say|list|explain)"
)
_AND = r"(?:og(?: så| saa| også| ogsaa)?|and(?: also| then)?|samt|plus|men|but)"
_BEFORE = r"(?:(?:i|på|til|fra|af|ved|for|inden for|in|on|at|for|by|to|from) )?"
_COUNTED_OFF = re.compile(
    r"^\W*(?:(?:lige |bare |just )?(?:to|tre|2|3|two|three|et par|a couple of) "
    r"(?:hurtige |korte |små |quick |short )?(?:ting|spørgsmål|spoergsmaal|things|questions))\b"
    r"\s*[:.,–-]?\s*",
    re.I,
)
_NUMBERED = re.compile(r"\s*(?:^|(?<=[\s:;,.?]))(?:\(?[1-3a-c]\)|[1-3]\.(?=\s))\s*", re.I)
_HEAD = re.compile(rf"^([^:?.,]{{3,60}}?)(?::| [–-])\s+(?={_ASKING}\b)", re.I)
_SENTENCE = re.compile(r"(?<=[!?])\s+|(?<=\w\w\.)(?<!\d\.)\s+(?=[A-ZÆØÅ])")
_WH = rf"{_BEFORE}(?:{_ASKING}(?! der\b)|hvis \w+ (?:skal|er|har))"
_JOINT = re.compile(
    rf"\s*(?:,|;|–|-)?\s+{_AND}\s+(?=(?:{_TELL} )?{_WH}\b)"
    rf"|,\s+(?={_ASKING} (?:{_YES_NO}|hedder|sker|koster|og|and)\b)",
    re.I,
)
_YES_NO_JOINT = re.compile(
    rf"\s*,?\s+{_AND}\s+(?={_YES_NO} (?:{_SUBJECT}|{_NOUN}|\w+ (?:også|ogsaa|noget|stadig|also))\b)"
    rf"|,\s+{_AND}\s+(?=(?!hvis)\w+[rs] {_SUBJECT}\b)|\s+{_AND}\s+(?=(?:gør|goer) i\b)",
    re.I,
)
_OPENS = re.compile(
    rf"^(?:{_AND},? )?(?:{_ASKING}|hvis \w+ (?:skal|er|har)|{_YES_NO}|{_TELL}|\w+r {_SUBJECT})\b", re.I
)
_ASKS_WITHIN = re.compile(rf", (?:{_AND} )?(?:{_ASKING} {_YES_NO}|{_YES_NO} {_SUBJECT})\b", re.I)
_ASKS_TOO = re.compile(rf"^{_AND},? (?:{_ASKING}|{_YES_NO}|\w+[rs]) \w+", re.I)
_TELLING = re.compile(rf"^{_TELL}\s+(?={_ASKING}\b)", re.I)
_ASKS_PLACE = re.compile(
    r"^(?:(?:i|under|in|under|at) )?(?:hvilke[nt]?|which|what) "
    r"(?:pejlem\w*|guide ?post\w*|landmark\w*|punkt\w*|points?|(?:strategi)?spor\w*|track|strand|bullet)"
    r"(?: (?:er det|is (?:it|that)|(?:står|staar|hører|hoerer) (?:det|den|de)(?: til| under)?"
    r"|(?:does it|do they) (?:stand|belong)(?: to| under)?))?\W*$",
    re.I,
)
"""Asks only where it stands what the clause before it asks for: every citation tells that."""
_LEAST_WORDS = 3
_MOST_PARTS = 3


def parts(text: str) -> list[str]:
    """The questions in a message, each with the statements before it; the message if it is one.

    "Hvor længe løb høringen, og hvor mange svarede?" is two; so is "To ting: 1) ... 2) ..." and
    "Pårørendepolitikken: hvilket år, og hvad handler den om?"; a story with a question is one.
    """
    asked = _COUNTED_OFF.sub("", text)
    head = _HEAD.match(asked)
    context = [f"{head[1].strip()}:"] if head else []
    asked = asked[head.end() :] if head else asked
    numbered = [item.strip(" ,;") for item in _NUMBERED.split(asked)]
    if len(numbered) > 2 and not numbered[0]:
        questions = [_as_question(item) for item in numbered[1:]]
    else:
        told, questions = _sentences(asked, bool(head))
        context += told
    if not 2 <= len(questions) <= _MOST_PARTS:
        return [text]
    return [" ".join((*context, question)) for question in questions]


def _sentences(text: str, has_head: bool) -> tuple[list[str], list[str]]:
    """What a text tells, and what it asks: its sentences that ask, or the clauses of the only one."""
    sentences = _SENTENCE.split(text)
    questions = [each for each in sentences if each.endswith("?") or _ASKS_TOO.match(each)]
    if not questions:
        sentences = questions = [text]
    told = [sentence for sentence in sentences if sentence not in questions]
    return told, _clauses(questions[0], has_head) if len(questions) == 1 else questions


def _clauses(sentence: str, has_head: bool) -> list[str]:
    """The parts of a sentence that ask on their own; itself if it asks once."""
    for joint in (_JOINT, _YES_NO_JOINT):
        clauses = [clause.strip() for clause in joint.split(sentence)]
        first = clauses[0]
        is_long = has_head or len(first.split()) >= _LEAST_WORDS
        if any(map(_ASKS_PLACE.match, clauses[1:])):
            return [sentence]
        if len(clauses) > 1 and is_long and (_OPENS.match(first) or _ASKS_WITHIN.search(first)):
            return [_as_question(clause) for clause in clauses]
    return [sentence]


def _as_question(clause: str) -> str:
    """A clause as a question: without "and tell me" before it, with a question mark behind it."""
    asked = _TELLING.sub("", clause).strip(" .,;")
    return asked if asked.endswith("?") else f"{asked}?"
