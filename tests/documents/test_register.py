"""``sources.toml`` is written so that nothing else in it changes."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from assistant.documents.register import Value, add_source, remove_source
from assistant.documents.sources import SOURCES, read_sources
from assistant.errors import CorpusError

NEW: dict[str, Value] = {
    "id": "svar-skovlund",
    "file": "svar-skovlund.txt",
    "title": 'Høringssvar med "citat" og \\ streg',
    "role": "response",
    "sender": "Skovlund Kommune",
    "date": datetime.date(2023, 10, 2),
    "status": "høringssvar",
    "number": 7,
}


def test_what_is_added_can_be_read_and_all_else_stays(copied: Path) -> None:
    before = (copied / SOURCES).read_text(encoding="utf-8")
    (copied / "svar-skovlund.txt").write_text("Hej", encoding="utf-8")
    add_source(copied, NEW)
    assert (copied / SOURCES).read_text(encoding="utf-8").startswith(before)
    source = read_sources(copied)[-1]
    assert (source.id, source.date, source.number) == ("svar-skovlund", "2023-10-02", 7)
    assert source.title == NEW["title"]


def test_what_is_removed_leaves_the_file_as_it_was(copied: Path) -> None:
    before = (copied / SOURCES).read_text(encoding="utf-8")
    add_source(copied, NEW)
    add_source(copied, {**NEW, "id": "svar-andre", "file": "andre.txt"})
    assert remove_source(copied, "svar-skovlund") == "svar-skovlund.txt"
    assert remove_source(copied, "svar-andre") == "andre.txt"
    assert (copied / SOURCES).read_text(encoding="utf-8") == before


def test_an_unknown_document_is_refused_with_those_that_there_are(copied: Path) -> None:
    with pytest.raises(CorpusError, match="no document svar-samsoe; there are plan-2024, brev-2023"):
        remove_source(copied, "svar-samsoe")


def test_a_damaged_file_is_named_and_left_alone(copied: Path) -> None:
    (copied / SOURCES).write_text("[[document")
    with pytest.raises(CorpusError, match="cannot be read"):
        add_source(copied, NEW)
    assert (copied / SOURCES).read_text() == "[[document"
