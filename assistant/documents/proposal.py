"""What a new file seems to be: its role, sender, date and title, as far as they can be read."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from assistant.documents.formats.extracted import Extracted
from assistant.documents.passages import Role
from assistant.documents.register import Value
from assistant.errors import CorpusError

_MONTHS = "januar februar marts april maj juni juli august september oktober november december".split()
_DATES = (
    re.compile(
        rf"\b(?P<day>\d{{1,2}})\.? ?(?P<name>{'|'.join(_MONTHS)}),? (?P<year>20\d\d)\b", re.IGNORECASE
    ),
    re.compile(r"\b(?P<day>\d{1,2})[-./](?P<month>\d{1,2})[-./](?P<year>20\d\d)\b"),
    re.compile(r"\b(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b"),
)
_NAME = r"[A-ZÆØÅ][\wæøåÆØÅ&-]*"
_LONG_NAME = rf"{_NAME}(?: (?:{_NAME}|i|og|af|for|på)){{0,7}}"
_BODY = re.compile(
    rf"\b(?:{_NAME}(?: og {_NAME})?[ -](?:Kommune|Regionsråd|Universitet|Hospital|Byråd)\b"
    rf"|Region (?!Midtjylland){_NAME}"
    r"|(?:Styrelsen|Rådet|Foreningen|Landsforeningen|Danske?|Danmarks|Kommunernes)"
    rf" (?:for \w+|af \w+|{_NAME})(?: (?:og|for|af|{_NAME})){{0,5}})"
)
_THANKS = re.compile(
    rf"^(?P<who>{_LONG_NAME})"
    r" (?:takker|har modtaget|afgiver|fremsender|sender|ønsker at|vil gerne)\b",
    re.MULTILINE,
)
_FROM = re.compile(rf"[Hh]øringssvar(?:et)? (?:fra|afgivet af) (?P<who>{_LONG_NAME})")
_NUMBERED = re.compile(r"^(?P<category>[A-G])?[-_ .]?(?P<number>\d{1,3})(?=[-_ .)])")
_RESPONSE = re.compile(
    r"høringssvar|hoeringssvar|bemærkninger til (?:udkast|forslag|høring)|svar på høring|svar", re.IGNORECASE
)
_LETTER = re.compile(
    r"høringsbrev|hoeringsbrev|inviterer .{0,40}til at (?:afgive|komme med)|sendes .{0,20}i høring",
    re.IGNORECASE,
)
_HEAD_LINES, _HEAD = 25, 2500
"""Where sender and date stand: so many lines, so many characters."""
_DATE_LINE = 45
"""A date in so short a line is the letter's own."""
_SAFE = {"æ": "ae", "ø": "oe", "å": "aa", "ü": "u", "ö": "oe", "ä": "ae"}
_LONGEST_SLUG = 60


@dataclass(frozen=True)
class Proposal:
    """The fields of a ``[[document]]``; ``unsure``: those that were guessed; ``missing``: those that could
    not be read and must be told."""

    values: dict[str, Value]
    unsure: frozenset[str]
    missing: tuple[str, ...]


def propose(path: Path, read: Extracted, given: Mapping[str, Value], taken: Collection[str]) -> Proposal:
    """What ``sources.toml`` should say of a file. ``given``: what is known; ``taken``: ids in use."""
    head = "\n".join(read.text[:_HEAD].splitlines()[:_HEAD_LINES])
    values: dict[str, Value] = {}
    unsure: set[str] = set()
    role = _role(path, read, head)
    sender, is_sure = _sender(read, head)
    date, is_dated = _date(read, head)
    guessed: dict[str, tuple[Value | None, bool]] = {
        "role": (role, role == "response" and bool(_RESPONSE.search(f"{path.stem} {read.title} {head}"))),
        "sender": (sender, is_sure),
        "date": (date, is_dated),
        **_numbers(path),
    }
    for name in ("role", "sender", "date", "category", "number"):
        guess, sure = guessed.get(name, (None, True))
        value = given.get(name, guess)
        if value is not None and value != "":
            values[name] = value
            if name not in given and not sure:
                unsure.add(name)
    missing = tuple(name for name in ("sender", "date") if name not in values)
    about = str(values.get("sender") or path.stem)
    is_response = values["role"] == "response"
    title = given.get("title") or (
        f"Høringssvar fra {about}" if is_response else read.title or _first_line(read)
    )
    short = f"Høringssvar, {about}" if is_response else str(title)
    beginning = {"response": "svar", "letter": "brev", "page": "side", "plan": "plan"}[str(values["role"])]
    name = _free(str(given.get("id") or f"{beginning}-{slug(_without_kind(about))}"), taken)
    status = given.get("status") or ("høringssvar" if is_response else "tilføjet til samlingen")
    return Proposal(
        {"id": name, "title": title, "short": short, "status": status, **values}, frozenset(unsure), missing
    )


def slug(text: str) -> str:
    """A name for a file or an id: lower case, ASCII, hyphens; never empty, never a path."""
    spelled = "".join(_SAFE.get(letter, letter) for letter in unicodedata.normalize("NFC", text).lower())
    plain = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST_SLUG].strip("-") or "dokument"


def read_date(text: str) -> datetime.date | int:
    """A date as it is given on the command line: 2023-09-11, or a year. Raises ``CorpusError``."""
    try:
        return int(text) if re.fullmatch(r"20\d\d", text) else datetime.date.fromisoformat(text)
    except ValueError as fault:
        raise CorpusError(f"“{text}” is no date: write it as 2023-09-11, or a year") from fault


def _role(path: Path, read: Extracted, head: str) -> Role:
    names = f"{path.stem} {read.title} {head}"
    if _LETTER.search(names) and not re.search("høringssvar", f"{path.stem} {read.title}", re.IGNORECASE):
        return "letter"
    return "response"


def _sender(read: Extracted, head: str) -> tuple[str | None, bool]:
    """Who speaks, and whether the text says so itself."""
    spaced = re.sub(r"[^\S\n]+", " ", head)
    for pattern in (_FROM, _THANKS):
        if match := pattern.search(spaced):
            return match["who"].strip(), True
    ends = re.sub(r"[^\S\n]+", " ", read.text[-_HEAD:])
    for text in (spaced, ends):
        if match := _BODY.search(text):
            return match[0].strip(), False
    return (read.author or None), False


def _date(read: Extracted, head: str) -> tuple[datetime.date | None, bool]:
    """The first date at the head of a text that may be one; else what the file says of itself."""
    for pattern in _DATES:
        for match in pattern.finditer(head):
            parts = match.groupdict()
            month = _MONTHS.index(parts["name"].lower()) + 1 if parts.get("name") else int(parts["month"])
            if (date := _valid(int(parts["year"]), month, int(parts["day"]))) is not None:
                return date, _line_length(head, match.start()) <= _DATE_LINE
    made = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", read.date)
    return (_valid(*map(int, made.groups())) if made else None), read.is_dated


def _line_length(text: str, place: int) -> int:
    """Of the line in which something stands: a date in a sentence may be that of something else."""
    return len((text[:place].rpartition("\n")[2] + text[place:].partition("\n")[0]).strip())


def _valid(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _numbers(path: Path) -> dict[str, tuple[Value | None, bool]]:
    """Category and number of the region's overview, where a file's name begins with them: "A-7 ..."."""
    match = _NUMBERED.match(path.stem)
    if not match:
        return {}
    return {"category": (match["category"], False), "number": (int(match["number"]), False)}


def _first_line(read: Extracted) -> str:
    return next((line.strip() for line in read.text.splitlines() if line.strip()), "Uden titel")[:120]


def _without_kind(sender: str) -> str:
    return re.sub(r"\s+Kommune$", "", sender)


def _free(name: str, taken: Collection[str]) -> str:
    """The name, with a number behind it if it is in use."""
    return next(
        each
        for number in range(1, len(taken) + 2)
        if (each := name if number == 1 else f"{name}-{number}") not in taken
    )
