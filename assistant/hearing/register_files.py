"""The register of commitments as files: for the terminal, for spreadsheets, calendars and programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Literal

from assistant.hearing.calendar import as_ics
from assistant.hearing.commitments import Commitment, Finding
from assistant.hearing.tables import Row, Value, as_csv, as_text, as_xlsx

Format = Literal["table", "csv", "xlsx", "json", "ics"]

COLUMNS = (
    "id", "label", "pejlemaerke", "strategispor", "overskrift", "tekst", "styrke", "aktoer", "maalgruppe",
    "aar", "omfang", "sted", "hoerer_sammen_med", "grund", "verdensmaal", "hoeringssvar", "fund", "start",
    "slut",
)  # fmt: skip
FINDINGS: dict[Finding, str] = {
    "no_year": "ikke i tidsplanen",
    "no_point": "intet punkt bag",
}
_SHOWN = {"label": 24, "styrke": 10, "aar": 6, "hoerer_sammen_med": 24, "fund": 10, "tekst": 60}


def row_of(each: Commitment) -> Row:
    """A commitment as a row; lists are joined by commas."""
    passage = each.passage
    grounds = ("afgjort af en medarbejder" if match.is_decided else match.ground for match in each.matches)
    values: tuple[Value, ...] = (
        passage.id,
        passage.label,
        each.number if each.number is not None else "",
        each.strategispor,
        each.heading,
        passage.text,
        each.strength,
        each.actor,
        ", ".join(each.targets),
        ", ".join(map(str, each.years)),
        each.extent,
        each.place,
        ", ".join(match.passage.id for match in each.matches),
        "; ".join(grounds),
        ", ".join(map(str, each.goals)),
        ", ".join(response.sender for response in each.responses),
        FINDINGS[each.finding] if each.finding else "",
        passage.start,
        passage.end,
    )
    return dict(zip(COLUMNS, values, strict=True))


def written(commitments: Sequence[Commitment], kind: Format) -> bytes:
    """The commitments as a file of some kind."""
    if kind == "ics":
        return as_ics(commitments)
    if kind == "table":
        return as_text(tuple(_SHOWN), map(row_of, commitments), _SHOWN).encode()
    rows = [row_of(each) for each in commitments]
    if kind == "xlsx":
        return as_xlsx("Indsatser", COLUMNS, rows)
    return as_csv(COLUMNS, rows) if kind == "csv" else json.dumps(rows, ensure_ascii=False, indent=1).encode()
