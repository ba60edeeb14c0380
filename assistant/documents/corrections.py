"""What people have decided about matches, mentions and directions: it wins over what the code finds."""

from __future__ import annotations

import tomllib
from collections.abc import Collection
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ValidationError

from assistant.errors import CorpusError

CORRECTIONS = "corrections.toml"
Direction = Literal["support", "wish", "worry", "resistance", "neutral"]
"""What the sender of a response thinks of a matter."""


class Match(BaseModel, frozen=True, extra="forbid"):
    """The points that a row of the timeline schedules, the main one first; none: no point is behind it."""

    row: str
    points: tuple[str, ...]
    why: str = ""


class About(BaseModel, frozen=True, extra="forbid"):
    """All pejlemærker that a passage of a response speaks of without naming them; none: of none."""

    passage: str
    pejlemaerker: tuple[int, ...]
    why: str = ""


class Attitude(BaseModel, frozen=True, extra="forbid"):
    """The direction of the sentence of a passage that holds ``words``."""

    passage: str
    words: str
    direction: Direction
    why: str = ""


class Corrections(BaseModel, frozen=True, extra="forbid"):
    """All of them, in the order of the file."""

    match: tuple[Match, ...] = ()
    about: tuple[About, ...] = ()
    attitude: tuple[Attitude, ...] = ()

    @property
    def points(self) -> dict[str, tuple[str, ...]]:
        """The points of a row of the timeline, by its id."""
        return {each.row: each.points for each in self.match}

    @property
    def passages(self) -> set[str]:
        """The ids that they name."""
        rows = {name for each in self.match for name in (each.row, *each.points)}
        return rows | {each.passage for each in self.about} | {each.passage for each in self.attitude}


NONE = Corrections()


def read_corrections(directory: Path) -> Corrections:
    """The corrections of a corpus directory; none if it has no such file.

    ``CorpusError`` says what is wrong with one.
    """
    path = directory / CORRECTIONS
    try:
        return Corrections(**tomllib.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return NONE
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise CorpusError(f"{path} cannot be read: {fault}") from fault
    except ValidationError as fault:
        first = fault.errors()[0]
        place = ".".join(str(each + 1 if isinstance(each, int) else each) for each in first["loc"])
        raise CorpusError(f"{path}, {place}: {first['msg']}") from fault


def check_names(corrections: Corrections, passages: Collection[str], where: str) -> None:
    """``CorpusError`` if one names a passage that its document does not have."""
    documents = {name.partition("/")[0] for name in passages}
    lost = {name for name in corrections.passages - set(passages) if name.partition("/")[0] in documents}
    if lost:
        raise CorpusError(f"{where} names {', '.join(sorted(lost))}, which is no passage")
