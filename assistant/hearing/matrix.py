"""The trace as rows and as a table of text: for files, and for the command line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from assistant.documents.corrections import Direction
from assistant.hearing.cells import Cell
from assistant.hearing.tables import csv_text
from assistant.hearing.trace import Trace

_SIGNS: dict[Direction, str] = {"support": "+", "wish": "?", "worry": "!", "resistance": "-"}
_WIDTH = 12


def rows(trace: Trace, number: int | None = None) -> Iterator[dict[str, Any]]:
    """A row for each sentence of each cell, by pejlemærke, then by response."""
    for each in trace.numbers if number is None else [number]:
        for cell in trace.of_pejlemaerke(each):
            yield from _rows(cell)


def _rows(cell: Cell) -> Iterator[dict[str, Any]]:
    for entry in cell.entries:
        for sentence in entry.sentences:
            yield {
                "pejlemaerke": cell.number,
                "response": cell.response.id,
                "sender": cell.response.sender,
                "date": cell.response.date,
                "passage": entry.passage.id,
                "label": entry.passage.label,
                "grounds": list(entry.grounds),
                "is_sure": entry.is_sure,
                "likelihood": round(entry.likelihood, 3),
                "is_matter_corrected": entry.is_corrected,
                "directions": list(sentence.directions) or ["neutral"],
                "cues": [cell.response.text[cue.start : cue.end] for cue in sentence.cues],
                "is_direction_corrected": sentence.is_corrected,
                "is_copied": sentence.is_copied,
                "sentence": sentence.text,
                "start": sentence.start,
                "end": sentence.end,
            }


def as_csv(told: Sequence[dict[str, Any]]) -> str:
    """The rows as a table that a spreadsheet opens: lists are joined."""
    joined = [
        {key: ", ".join(value) if isinstance(value, list) else value for key, value in row.items()}
        for row in told
    ]
    return csv_text(list(told[0]), joined) if told else ""


def as_table(trace: Trace) -> str:
    """Pejlemærker by responses: how many sentences show which direction.

    ``+`` support, ``?`` wish, ``!`` worry, ``-`` resistance, ``o`` neutral; in parentheses: nothing is
    named, it is about the same thing.
    """
    names = [f"[{at}]" for at in range(1, len(trace.responses) + 1)]
    lines = [f"{'pejlemærke':12}" + "".join(f"{name:>{_WIDTH}}" for name in names) + f"{'voices':>8}"]
    for number in trace.numbers:
        cells = [_signs(trace.cell(response.id, number)) for response in trace.responses]
        count = len(trace.independent(number))
        lines.append(f"{number:<12}" + "".join(f"{cell:>{_WIDTH}}" for cell in cells) + f"{count:8}")
    lines += [
        f"{name} {response.sender}, {response.date}"
        for name, response in zip(names, trace.responses, strict=True)
    ]
    lines.append("+ support  ? wish  ! worry  - resistance  o neutral  (): about the same thing, not named")
    if silent := trace.unspoken:
        lines.append(f"no response speaks of pejlemærke {', '.join(map(str, silent))}")
    lines += [f"{each.document.sender} joins {each.name}" for each in trace.voices.joinders]
    for (copier, original), places in trace.voices.borrowed.items():
        lines.append(f"{copier} copies {original}: {len(places)} sentences")
    return "\n".join(lines)


def as_text(trace: Trace, number: int) -> str:
    """All that is said of one pejlemærke, sentence by sentence."""
    lines = []
    for row in rows(trace, number):
        marks = ["corrected"] * (row["is_matter_corrected"] or row["is_direction_corrected"])
        marks += ["copied"] * row["is_copied"]
        sure = "" if row["is_sure"] else f" {row['likelihood']:.2f}"
        shown = ", ".join(row["directions"])
        cues = f" ({', '.join(row['cues'])})" if row["cues"] else ""
        lines += [
            f"{row['label']} · {', '.join(row['grounds'])}{sure} · {shown}{cues}"
            + "".join(f" · {mark}" for mark in marks),
            f"  »{row['sentence']}«",
        ]
    silent = ", ".join(each.sender for each in trace.silent(number))
    return "\n".join([*lines, *([f"nothing of it: {silent}"] if silent else [])])


def _signs(cell: Cell) -> str:
    if not cell.entries:
        return "·"
    counts = Counter(direction for sentence in cell.sentences for direction in sentence.directions)
    signs = " ".join(f"{sign}{counts[each]}" for each, sign in _SIGNS.items() if counts[each]) or "o"
    return signs if cell.is_named else f"({signs})"
