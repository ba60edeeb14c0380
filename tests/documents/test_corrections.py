"""What people have decided stands in a file that says what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.documents.corpus import read_corpus
from assistant.documents.corrections import CORRECTIONS, NONE, About, Attitude, Match, read_corrections
from assistant.documents.register import remove_corrections
from assistant.errors import CorpusError
from assistant.settings import ROOT

DECIDED = """# what was decided
[[match]]
row = "plan-2024/t2024.1.1"
points = ["plan-2024/p2.1", "plan-2024/p2.2"]

[[about]]
passage = "svar-norddjurs/3"
pejlemaerker = []
why = "om kommunen selv"

[[attitude]]
passage = "svar-norddjurs/4"
words = "bakker op"
direction = "support"
"""


def test_decisions_are_read(tmp_path: Path) -> None:
    (tmp_path / CORRECTIONS).write_text(DECIDED, encoding="utf-8")
    decided = read_corrections(tmp_path)
    assert decided.match == (Match(row="plan-2024/t2024.1.1", points=("plan-2024/p2.1", "plan-2024/p2.2")),)
    assert decided.about == (About(passage="svar-norddjurs/3", pejlemaerker=(), why="om kommunen selv"),)
    assert decided.attitude == (Attitude(passage="svar-norddjurs/4", words="bakker op", direction="support"),)


def test_there_need_be_none(tmp_path: Path) -> None:
    assert read_corrections(tmp_path) == NONE


def test_the_corpus_own_file_can_be_read() -> None:
    assert (ROOT / "corpus" / CORRECTIONS).is_file()
    read_corrections(ROOT / "corpus")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[match]]\nrow = 'a/1'", "match.1.points: Field required"),
        ("[[attitude]]\npassage = 'a/1'\nwords = 'x'\ndirection = 'angry'", "attitude.1.direction: Input"),
        ("[[about]]\npassage = 'a/1'\npejlemaerker = ['two']", "about.1.pejlemaerker.1: Input"),
        ("[[maches]]\nrow = 'a/1'", "maches: Extra inputs"),
        ("[[about]]\npassage = 'a/1'\npejlemaerker = [2]\nwhen = 'now'", "about.1.when: Extra inputs"),
        ("[[match]", "cannot be read"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / CORRECTIONS).write_text(text, encoding="utf-8")
    with pytest.raises(CorpusError, match=r"corrections\.toml.*" + told.replace(".", r"\.")):
        read_corrections(tmp_path)


def test_a_passage_that_is_not_there_is_named(small_corpus: Path) -> None:
    path = small_corpus / CORRECTIONS
    path.write_text("[[about]]\npassage = 'side/99'\npejlemaerker = [1]\n", encoding="utf-8")
    with pytest.raises(CorpusError, match="names side/99, which is no passage"):
        read_corpus(small_corpus)


def test_a_document_that_is_out_may_still_be_named(small_corpus: Path) -> None:
    """A correction waits until its document is in again."""
    path = small_corpus / CORRECTIONS
    path.write_text("[[about]]\npassage = 'svar-ude/1'\npejlemaerker = [1]\n", encoding="utf-8")
    assert len(read_corpus(small_corpus).corrections.about) == 1


def test_what_was_decided_of_a_document_can_go_and_the_rest_stays(tmp_path: Path) -> None:
    path = tmp_path / CORRECTIONS
    path.write_text(DECIDED, encoding="utf-8")
    remove_corrections(tmp_path, "svar-norddjurs")
    left = path.read_text(encoding="utf-8")
    assert "norddjurs" not in left
    assert left.startswith("# what was decided\n[[match]]")
    assert len(read_corrections(tmp_path).match) == 1
