"""What ``sources.toml`` says of each file, and how its faults are told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from assistant.documents.sources import read_sources
from assistant.errors import CorpusError


def change(copied: Path, old: str, new: str) -> None:
    path = copied / "sources.toml"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def refusal(copied: Path) -> str:
    with pytest.raises(CorpusError) as fault:
        read_sources(copied)
    return str(fault.value)


def test_the_sources_of_the_corpus(corpus_directory: Path) -> None:
    sources = read_sources(corpus_directory)
    assert [(source.id, source.role, source.label, source.date) for source in sources] == [
        ("plan-2024", "plan", "Planen", "2023-08-23"),
        ("brev-2023", "letter", "Høringsbrev 2023", "2023-08-23"),
        ("side-2023", "page", "Høringsside 2023", "2023-10-11"),
        ("svar-norddjurs", "response", "Høringssvar, Norddjurs Kommune", "2023-09-11"),
        ("brev-2013", "letter", "Høringsbrev 2013", "2013"),
    ]
    assert [source.id for source in sources if source.superseded] == ["brev-2013"]
    assert sources[0].timeline == {2024: (5, 4, 4), 2025: (6, 5, 6)}


def test_a_response_is_cited_by_its_category_and_number(copied: Path) -> None:
    change(copied, 'role = "response"', 'role = "response"\ncategory = "A"\nnumber = 7')
    labels = [source.label for source in read_sources(copied) if source.role == "response"]
    assert labels == ["Høringssvar A-7, Norddjurs Kommune"]


def test_without_a_short_name_a_document_is_cited_by_its_title(copied: Path) -> None:
    change(copied, 'short = "Høringsside 2023"\n', "")
    assert (
        read_sources(copied)[2].label
        == "Region Midtjyllands høringsside om visions- og udviklingsplanen, 2023"
    )


def test_sources_toml_is_missing(copied: Path) -> None:
    (copied / "sources.toml").unlink()
    assert refusal(copied) == f"{copied / 'sources.toml'} is missing: it says what each document is"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('id = "brev-2013"', "id = brev-2013", "sources.toml cannot be read: .*line"),
        (
            "superseded = true",
            "supersedes = true",
            r"document 5 \(brev-2013\): unknown key supersedes; known: .*superseded",
        ),
        ("date = 2013\n", "", r"document 5 \(brev-2013\): date missing"),
        ('sender = "Norddjurs Kommune"', 'sender = ""', r"document 4 \(svar-norddjurs\): sender missing"),
        ('id = "brev-2013"\n', "", r"document 5 \(no id\): id missing"),
        (
            'role = "page"',
            'role = "side"',
            r"\(side-2023\): role “side”; it is one of plan, letter, response, page",
        ),
        ("date = 2013", 'date = "2013"', r"\(brev-2013\): date “2013” must be a date .* unquoted"),
        ('id = "brev-2013"', 'id = "brev-2023"', "id brev-2023 stands twice"),
        ('"hoeringsbrev-2013.txt"', '"hoeringsbrev-2023.txt"', "file hoeringsbrev-2023.txt stands twice"),
        ('"hoeringsbrev-2013.txt"', '"brev.txt"', "names brev.txt, but there is no such file"),
        ('"hoeringsbrev-2013.txt"', '"../brev.txt"', "file “../brev.txt” must be a name in"),
        ("timeline = {", "timeline = 13 # {", r"\(plan-2024\): timeline or repairs"),
        ("[5, 4, 4]", '["mange"]', r"\(plan-2024\): timeline or repairs"),
        ('{ raw = "og der med altid", ', "{ ", r"\(plan-2024\): timeline or repairs"),
        ('"hoeringsbrev-2013.txt"', "2013", r"\(brev-2013\): file"),
        ("superseded = true", 'superseded = "nej"', r"\(brev-2013\): superseded"),
        (
            'continues = ["Det skal bl.a. ske ved at omsætte"]',
            'continues = "Det skal"',
            r"\(plan-2024\): continues",
        ),
    ],
)
def test_a_fault_in_sources_toml_names_the_file_and_the_place(
    copied: Path, old: str, new: str, told: str
) -> None:
    change(copied, old, new)
    message = refusal(copied)
    assert str(copied / "sources.toml") in message
    assert re.search(told, message)


def test_sources_toml_holds_documents_only(copied: Path) -> None:
    (copied / "sources.toml").write_text("[documents]\n", encoding="utf-8")
    assert "sources.toml holds documents; it should hold [[document]] tables only" in refusal(copied)


def test_sources_toml_in_latin_1(copied: Path) -> None:
    text = (copied / "sources.toml").read_text(encoding="utf-8")
    (copied / "sources.toml").write_bytes(text.encode("latin-1", "replace"))
    assert "sources.toml cannot be read" in refusal(copied)


@pytest.mark.parametrize("name", ["hoeringssvar-samsoe-kommune-2023.txt", "SVAR.TXT"])
def test_a_file_that_is_not_named(copied: Path, name: str) -> None:
    (copied / name).write_text("Samsø Kommune takker.", encoding="utf-8")
    assert (
        refusal(copied)
        == f"{copied} holds {name}, which sources.toml does not name: run: python ingest.py add FILE"
    )


def test_all_faults_of_a_kind_are_told_at_once(copied: Path) -> None:
    for name in ("hoeringsbrev-2013.txt", "hoeringsbrev-2023.txt"):
        (copied / name).unlink()
    assert "names hoeringsbrev-2013.txt, hoeringsbrev-2023.txt, but there is no such file" in refusal(copied)
