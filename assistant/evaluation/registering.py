"""The register of commitments against tables made by hand: what belongs together, and what each one says."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from assistant.documents.passages import Passage
from assistant.hearing.commitments import Commitment, Register
from assistant.search.catalogue import Catalogue
from assistant.search.index import open_current
from assistant.search.models import load_embedder
from assistant.search.schedule import Schedule, match
from assistant.search.tokens import stems
from assistant.settings import Settings

_DIRECTORY = Path(__file__).parent / "gold" / "commitments"
Gold = Sequence[Mapping[str, Any]]


def measure_register(settings: Settings) -> str:
    """How complete the register is, how right its matches are, with and without the decisions in the file,
    and how often its attributes are those that were read by hand."""
    index = open_current(settings.index, load_embedder(settings).name)
    plan = [passage for passage in index.passages if passage.role == "plan"]
    alone, decided = match(plan), match(plan, index.corrections.points)
    register = Register(Catalogue(index.documents, decided), lambda number: ())
    matches = _read("matches.jsonl")
    lines = [
        _complete(register, plan),
        f"matches right: {_right(alone, matches)} of {len(matches)}, "
        f"with {len(decided.corrected)} decisions {_right(decided, matches)}",
    ]
    return "\n".join([*lines, *_agreement(register.commitments, _read("attributes.jsonl"))])


def _read(name: str) -> Gold:
    return [json.loads(line) for line in (_DIRECTORY / name).read_text("utf-8").splitlines()]


def _complete(register: Register, plan: Sequence[Passage]) -> str:
    ids = [each.passage.id for each in register.commitments]
    kinds = [sum(each.is_row == is_row for each in register.commitments) for is_row in (False, True)]
    missing = {p.id for p in plan if p.kind in ("point", "row")} - set(ids)
    twice = len(ids) - len(set(ids))
    findings = [
        sum(each.finding == kind for each in register.commitments) for kind in ("no_year", "no_point")
    ]
    return (
        f"{kinds[0]} bullets and {kinds[1]} rows, {len(missing)} missing, {twice} twice; "
        f"{findings[0]} bullets without a year, {findings[1]} rows without a bullet"
    )


def _right(schedule: Schedule, gold: Gold) -> int:
    """Rows whose point is the one in the table, or another that it lets pass."""
    right = 0
    for row in gold:
        found = schedule.points.get(row["row"])
        told = {found.id} if found else set()
        right += told <= {*row["points"], *row.get("also", ())} and bool(told) == bool(row["points"])
    return right


def _agreement(commitments: Sequence[Commitment], gold: Gold) -> list[str]:
    by_id = {each.passage.id: each for each in commitments}
    pairs = [(by_id[row["id"]], row) for row in gold if row["id"] in by_id]
    agree = {
        "strength": sum(each.strength == row["strength"] for each, row in pairs),
        "actor": sum(each.actor.lower() == (row["actor"] or "").lower() for each, row in pairs),
        "target, at least one": sum(_share_target(each.targets, row["target"]) for each, row in pairs),
        "target, and no other": sum(_only_target(each.targets, row["target"]) for each, row in pairs),
        "place": sum(each.place == (row["place"] or "") for each, row in pairs),
        "pilot": sum((each.extent == "pilot") == row["pilot"] for each, row in pairs),
    }
    return [f"{name}: {count} of {len(pairs)} as read by hand" for name, count in agree.items()]


def _share_target(told: Sequence[str], read: str | None) -> bool:
    """Whether one of those told was read too, or there is none in either."""
    if not told or not read:
        return not told and not read
    return any(_holds(read, each) for each in told)


def _only_target(told: Sequence[str], read: str | None) -> bool:
    """Whether moreover nobody is told who was not read."""
    return _share_target(told, read) and all(_holds(read or "", each) for each in told)


def _holds(read: str, group: str) -> bool:
    """In any form: "borgerne" is "borgere", too."""
    return stems(group)[-1] in stems(read)
