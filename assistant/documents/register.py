"""Writes ``sources.toml`` and ``corrections.toml``; comments and order stay. The only home of tomlkit."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT

from assistant.documents.corrections import CORRECTIONS
from assistant.documents.files import replace_file
from assistant.documents.sources import SOURCES
from assistant.errors import CorpusError

Value = str | int | datetime.date


def add_source(corpus: Path, values: Mapping[str, Value]) -> None:
    """Appends a ``[[document]]``."""
    text = tomlkit.parse(_read(corpus / SOURCES))
    table = tomlkit.table()
    for name, value in values.items():
        table.add(name, value)
    documents = text.get("document")
    if not isinstance(documents, AoT):
        raise CorpusError(f"{corpus / SOURCES} should hold [[document]] tables only")
    last = documents[-1] if len(documents) else None
    if last is not None:
        last.add(tomlkit.nl())
    documents.append(table)
    replace_file(corpus / SOURCES, tomlkit.dumps(text).rstrip("\n") + "\n")


def remove_source(corpus: Path, name: str) -> str:
    """Removes the ``[[document]]`` of a document and returns its file's name.

    Raises ``CorpusError`` if there is no such document.
    """
    text = tomlkit.parse(_read(corpus / SOURCES))
    documents = text.get("document")
    known = [str(each.get("id")) for each in documents] if isinstance(documents, AoT) else []
    if name not in known or not isinstance(documents, AoT):
        raise CorpusError(f"there is no document {name}; there are {', '.join(known)}")
    file = str(documents[known.index(name)]["file"])
    del documents[known.index(name)]
    replace_file(corpus / SOURCES, tomlkit.dumps(text).rstrip("\n") + "\n")
    return file


def remove_corrections(corpus: Path, name: str) -> None:
    """Removes what has been decided about a document's passages."""
    if not (path := corpus / CORRECTIONS).is_file():
        return
    text = tomlkit.parse(_read(path))
    for kind, tables in text.items():
        if isinstance(tables, AoT):
            named = "row" if kind == "match" else "passage"
            for at in reversed(range(len(tables))):
                if str(tables[at].get(named)).startswith(f"{name}/"):
                    del tables[at]
    replace_file(path, tomlkit.dumps(text))


def _read(path: Path) -> str:
    try:
        text = path.read_text(encoding="utf-8")
        tomlkit.parse(text)
    except (OSError, UnicodeDecodeError, TOMLKitError) as fault:
        raise CorpusError(f"{path} cannot be read: {fault}") from fault
    return text
