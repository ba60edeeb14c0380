"""The register of commitments as files: for the terminal, for spreadsheets, calendars and programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Literal

from assistant.hearing.calendar import as_ics
from assistant.hearing.commitments import Comment, Commitment, Finding, Match
from assistant.hearing.tables import Row, Value, as_csv, as_text, as_xlsx

Format = Literal["table", "csv", "xlsx", "json", "ics"]

COLUMNS = (
    "id", "label", "pejlemaerke", "strategispor", "overskrift", "tekst", "styrke", "aktoer", "maalgruppe",
    "aar", "omfang", "sted", "hoerer_sammen_med", "grund", "lighed", "verdensmaal", "hoeringssvar", "fund",
    "start", "slut",
)  # fmt: skip
FINDINGS: dict[Finding, str] = {
    "no_year": "ikke i tidsplanen",
    "no_point": "intet punkt bag",
}
_SHOWN = {"label": 24, "styrke": 10, "aar": 6, "hoerer_sammen_med": 24, "fund": 10, "tekst": 60}


def record_of(each: Commitment) -> dict[str, Any]:
    """A commitment as data; what the text does not name is ``None``, or an empty list.

    ``hoerer_sammen_med``, ``grund`` and ``lighed`` go together, one of each for every match.
    """
    passage = each.passage
    values = (
        passage.id,
        passage.label,
        each.number,
        each.strategispor,
        each.heading or None,
        passage.text,
        each.strength,
        each.actor or None,
        list(each.targets),
        list(each.years),
        each.extent or None,
        each.place or None,
        [match.passage.id for match in each.matches],
        [_ground(match) for match in each.matches],
        [match.score and round(match.score, 2) for match in each.matches],
        list(each.goals),
        [_sender(comment) for comment in each.comments],
        FINDINGS[each.finding] if each.finding else None,
        passage.start,
        passage.end,
    )
    return dict(zip(COLUMNS, values, strict=True))


def row_of(each: Commitment) -> Row:
    """The same as a row of a table; the parts of a list are joined by semicolons."""
    return {name: _flat(value) for name, value in record_of(each).items()}


def written(commitments: Sequence[Commitment], kind: Format) -> bytes:
    """The commitments as a file of some kind."""
    if kind == "ics":
        return as_ics(commitments)
    if kind == "json":
        return json.dumps([record_of(each) for each in commitments], ensure_ascii=False, indent=1).encode()
    rows = [row_of(each) for each in commitments]
    if kind == "table":
        return as_text(tuple(_SHOWN), rows, _SHOWN).encode()
    return as_xlsx("Indsatser", COLUMNS, rows) if kind == "xlsx" else as_csv(COLUMNS, rows)


def _ground(match: Match) -> str:
    return f"afgjort i hånden: {match.ground}".removesuffix(": ") if match.is_decided else match.ground


def _sender(comment: Comment) -> str:
    return comment.response.sender if comment.is_named else f"{comment.response.sender} (samme emne)"


def _flat(value: Any) -> Value:
    if isinstance(value, list):
        return "; ".join(str(_flat(part)) for part in value)
    return "" if value is None else value
