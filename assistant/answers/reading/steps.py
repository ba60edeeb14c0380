"""Follow-ups that repeat the last question for another year, number, point or strategispor."""

from __future__ import annotations

import re

from assistant.answers.reading.question import Question
from assistant.answers.reading.residue import content
from assistant.search.tokens import fold

_STEP = re.compile(
    r"\b(?P<next>naeste|efterfoelgende|derefter|(aaret )?efter|bagefter|following|next|after that)\b"
    r"|\b(?P<previous>forrige|foregaaende|(aaret )?foer|previous|before( that| it)?)\b"
)
_STEP_OF = re.compile(
    r"\bpejlem\w*|\baaret\b|\baar\b|\byear\b|\bpunkt\w*|\bguid\w*|\bpoints?\b"
    r"|^(og |and |hvad med |what about )?(det|den|de|the) (\w+ )?(naeste|forrige|next|previous|foer|efter)"
    r"( one| det| den)?\W*$|\b(naeste|next)( one)?\W*$"
)
_HOW_MANY = re.compile(r"\b(to|tre|two|three) (naeste|next)\b|\b(naeste|next) (to|tre|two|three)\b")
_TWO_OR_THREE = {"to": 2, "two": 2, "tre": 3, "three": 3}
_NUMBER = re.compile(r"\b\d{1,2}\b")
_YEAR = re.compile(r"\b20\d\d\b")
_POINT = re.compile(r"\b(punkt|pkt|point|bullet)\b")
_POINTS = re.compile(r"\b(punkterne|underpunkterne|the points|the bullets)\b")
_PEJLEMAERKE = re.compile(r"\b(?:pejlem\w*|p) ?(\d{1,2})\b")
_ONLY_NUMBER = re.compile(r"^(og |and |hvad med |what about )?(nr\.? |nummer |no\.? |number )?\d{1,2}\W*$")
_ASKS_PART = re.compile(
    r"\b(pejlem\w*|tidsplan\w*|planlagt|indsats\w*|verdensmaal\w*|guid\w*|timeline|planned|scheduled|goals?)\b"
)
_FEW_WORDS = 1


def stepped(question: Question, previous: str, names: tuple[str, ...]) -> str:
    """The previous question with what this one changes in it; empty if it asks for something else.

    ``names``: of the strategispor.
    """
    text, folded = question.text, fold(question.text)
    own = [word for name in names for word in content(name)]
    if len([word for word in content(folded) if word not in own]) > _FEW_WORDS:
        return ""
    if step := _STEP.search(folded):
        return _step(folded, previous, 1 if step["next"] else -1)
    years, numbers = _YEAR.findall(text), _NUMBER.findall(_YEAR.sub("", text))
    if years and not numbers and _YEAR.search(previous):
        return _YEAR.sub(years[0], previous)
    if _POINT.search(folded) and "pejlem" not in folded and _NUMBER.search(previous):
        return f"{_without_points(previous)} {text}"
    if _POINTS.search(folded) and (found := _PEJLEMAERKE.search(fold(previous))):
        return f"alle punkter i pejlemærke {found[1]}"
    if len(numbers) == 1 and not question.references.tracks and _ONLY_NUMBER.match(folded):
        return _with_last(_NUMBER, previous, numbers[0])
    if question.references.strategispor and _ASKS_PART.search(fold(previous)):
        return _under(previous, question.references.strategispor, names)
    return ""


def _under(previous: str, wanted: tuple[str, ...], names: tuple[str, ...]) -> str:
    for name in names:
        previous = re.sub(rf"\b(under |i |for )?{re.escape(name)}\b", "", previous, flags=re.IGNORECASE)
    return f"{previous.rstrip(' ?.!')} under strategisporet {' og '.join(wanted)}"


def _with_last(pattern: re.Pattern[str], text: str, value: str) -> str:
    """The text with another value in place of the last that the pattern finds; empty if there is none."""
    found = list(pattern.finditer(text))
    return f"{text[: found[-1].start()]}{value}{text[found[-1].end() :]}" if found else ""


def _step(folded: str, previous: str, change: int) -> str:
    if not _STEP_OF.search(folded) and not _HOW_MANY.search(folded):
        return ""
    asks_year = re.search(r"\b(aaret|aar|year)\b", folded)
    pattern = _YEAR if asks_year else _NUMBER
    numbers = list(pattern.finditer(previous))
    if not numbers:
        return ""
    last = numbers[-1]
    several = _HOW_MANY.search(folded)
    count = (
        next((_TWO_OR_THREE[word] for word in several.groups() if word in _TWO_OR_THREE), 1) if several else 1
    )
    told = " og ".join(str(int(last.group()) + change * step) for step in range(1, count + 1))
    return _with_last(pattern, previous, told)


def _without_points(text: str) -> str:
    text = text.rstrip(" ?.!")
    return re.sub(r"\W*\b(punkt|pkt\.?|point|bullet) \d+", "", text, flags=re.IGNORECASE)
