"""Reads ``sources.toml``: what each file of the corpus is."""

from __future__ import annotations

import datetime
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, get_args

from assistant.documents.formats.reader import SUFFIXES
from assistant.documents.passages import Role
from assistant.errors import CorpusError

SOURCES = "sources.toml"


@dataclass(frozen=True)
class Source:
    """One ``[[document]]`` of ``sources.toml``; its comments say what the fields mean."""

    id: str
    file: str
    title: str
    role: Role
    sender: str
    date: str
    status: str
    short: str = ""
    category: str = ""
    number: int | None = None
    superseded: bool = False
    reviewed: str = ""
    timeline: dict[int, tuple[int, ...]] = field(default_factory=dict)
    opens: tuple[str, ...] = ()
    continues: tuple[str, ...] = ()
    repairs: dict[str, str] = field(default_factory=dict)

    @property
    def label(self) -> str:
        """What citations of this document begin with."""
        if self.role == "response" and self.category and self.number is not None:
            return f"Høringssvar {self.category}-{self.number}, {self.sender}"
        return self.short or self.title


def read_sources(corpus: Path, may_be_unnamed: bool = False) -> list[Source]:
    """All sources of a corpus directory, in the order of ``sources.toml``.

    Raises ``CorpusError`` if the file is missing or wrong, names a file that is not there,
    or leaves out one that is, unless it ``may_be_unnamed``.
    """
    path = corpus / SOURCES
    if not path.is_file():
        raise CorpusError(f"{path} is missing: it says what each document is")
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise CorpusError(f"{path} cannot be read: {fault}") from fault
    unknown = set(tables) - {"document"}
    if unknown or not isinstance(tables.get("document"), list):
        names = ", ".join(sorted(unknown)) or "nothing"
        raise CorpusError(f"{path} holds {names}; it should hold [[document]] tables only")
    sources = [
        make_source(table, f"{path}, document {number} ({table.get('id', 'no id')})")
        for number, table in enumerate(tables["document"], 1)
    ]
    _check_unique(path, sources)
    _check_files(corpus, sources, may_be_unnamed)
    return sources


def make_source(table: Mapping[str, Any], where: str) -> Source:
    """A source of the fields of a ``[[document]]``; ``CorpusError`` names ``where`` they are wrong."""
    known = {each.name for each in fields(Source)}
    if unknown := sorted(set(table) - known):
        raise CorpusError(f"{where}: unknown key {', '.join(unknown)}; known: {', '.join(sorted(known))}")
    required = ("id", "file", "title", "role", "sender", "date", "status")
    if missing := [key for key in required if not table.get(key)]:
        raise CorpusError(f"{where}: {', '.join(missing)} missing")
    for key in ("id", "file", "title", "sender", "status", "short", "category", "reviewed"):
        if not isinstance(table.get(key, ""), str):
            raise CorpusError(f"{where}: {key} must be text")
    if not isinstance(table.get("superseded", False), bool):
        raise CorpusError(f"{where}: superseded must be true or false")
    for key in ("opens", "continues"):
        if not isinstance(table.get(key, []), list):
            raise CorpusError(f"{where}: {key} must be a list")
    if table["role"] not in get_args(Role):
        raise CorpusError(f"{where}: role “{table['role']}”; it is one of {', '.join(get_args(Role))}")
    if Path(table["file"]).name != table["file"]:
        raise CorpusError(f"{where}: file “{table['file']}” must be a name in the corpus directory")
    date = table["date"]
    if not isinstance(date, datetime.date | int):
        raise CorpusError(f"{where}: date “{date}” must be a date (2023-08-23) or a year (2013), unquoted")
    try:
        return Source(
            **{
                **table,
                "date": str(date),
                "timeline": {int(y): tuple(map(int, n)) for y, n in table.get("timeline", {}).items()},
                "opens": tuple(table.get("opens", ())),
                "continues": tuple(table.get("continues", ())),
                "repairs": {each["raw"]: each["mended"] for each in table.get("repairs", ())},
            }
        )
    except (TypeError, ValueError, KeyError, AttributeError) as fault:
        raise CorpusError(
            f"{where}: timeline or repairs are not as the file's head describes: {fault}"
        ) from fault


def _check_unique(path: Path, sources: list[Source]) -> None:
    for name in ("id", "file"):
        values = [getattr(source, name) for source in sources]
        if twice := sorted({value for value in values if values.count(value) > 1}):
            raise CorpusError(f"{path}: {name} {', '.join(twice)} stands twice")


def _check_files(corpus: Path, sources: list[Source], may_be_unnamed: bool) -> None:
    named = {source.file for source in sources}
    present = {path.name for path in corpus.iterdir() if path.suffix.lower() in SUFFIXES}
    if missing := sorted(name for name in named if not (corpus / name).is_file()):
        raise CorpusError(
            f"{corpus / SOURCES} names {', '.join(missing)}, but there is no such file in {corpus}"
        )
    unnamed = sorted(present - named)
    if unnamed and not may_be_unnamed:
        raise CorpusError(
            f"{corpus} holds {', '.join(unnamed)}, which sources.toml does not name: "
            "run: python ingest.py add FILE"
        )
