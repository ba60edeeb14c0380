"""The gold questions as they are in the repository. The split ``test`` is held out: it is not read here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assistant.answers.assistant import Assistant
from assistant.documents.corpus import Corpus
from assistant.errors import CorpusError
from assistant.evaluation.gold import GoldQuestion, read_gold
from assistant.search.tokens import words

OPEN = ("development", "calibration")
SEARCHED = {"lay", "near", "typed", "english", "structure", "fact", "sender", "two", "followup"}
CATEGORIES = {*SEARCHED, "list", "compare", "refusal", "unanswerable"}
REFUSALS = {"not_in_documents", "no_such_reference", "unclear"}


@pytest.fixture(scope="module", params=OPEN)
def split(request: pytest.FixtureRequest, assistant: Assistant) -> list[GoldQuestion]:
    return read_gold(request.param, assistant.index.by_id)


@pytest.fixture(scope="module")
def both(assistant: Assistant) -> list[GoldQuestion]:
    return [each for name in OPEN for each in read_gold(name, assistant.index.by_id)]


def same(text: str) -> str:
    """What two wordings of one question have in common."""
    return " ".join(words(text))


def test_every_question_is_well_formed(split: list[GoldQuestion]) -> None:
    assert len(split) >= 100
    for each in split:
        assert each.id
        assert each.text.strip() == each.text != ""
        assert each.language in {"da", "en"}
        assert each.user in {"citizen", "council", "staff"}
        assert each.category in CATEGORIES
        assert each.status in {"answered", *REFUSALS}


def test_an_answerable_question_has_passages_and_no_other_has(split: list[GoldQuestion]) -> None:
    for each in split:
        assert bool(each.passages) == each.is_answerable == (each.category != "unanswerable"), each.id
        assert len(set(each.passages)) == len(each.passages), each.id


def test_no_id_and_no_question_is_there_twice(both: list[GoldQuestion]) -> None:
    assert [name for name, count in Counter(each.id for each in both).items() if count > 1] == []
    assert [text for text, count in Counter(same(each.text) for each in both).items() if count > 1] == []


def test_no_gold_question_is_among_the_lay_questions(both: list[GoldQuestion], corpus: Corpus) -> None:
    indexed = {same(each.text) for each in (*corpus.questions, *corpus.outside)}
    assert [each.text for each in both if same(each.text) in indexed] == []


def test_every_role_is_asked_about(both: list[GoldQuestion]) -> None:
    asked = {passage.split("/")[0] for each in both for passage in each.passages}
    assert asked == {"plan-2024", "brev-2023", "side-2023", "svar-norddjurs", "brev-2013"}


def test_a_file_of_one_s_own(tiny: Path, assistant: Assistant) -> None:
    first, *_, last = read_gold("development", assistant.index.by_id, tiny)
    assert first == GoldQuestion(
        "g1", "Pejlemærke 7, punkt 2", "da", "citizen", "lay", "answered", ("plan-2024/p7.2",)
    )
    assert (last.is_answerable, last.passages) == (False, ())


def test_a_passage_that_is_not_there_is_told_with_its_line(
    gold_file: Callable[[list[dict[str, Any]]], Path], assistant: Assistant
) -> None:
    path = gold_file([{"q": "P1", "gold": ["plan-2024/p1"]}, {"q": "P16", "gold": ["plan-2024/p16"]}])
    with pytest.raises(CorpusError, match=r"gold\.jsonl, line 2 names plan-2024/p16"):
        read_gold("development", assistant.index.by_id, path)


@pytest.mark.parametrize("line", ["Hvad siger pejlemærke 7?", '{"id": "g1", "q": "P7"}', "[]"])
def test_a_line_that_is_no_gold_question_is_told(tmp_path: Path, line: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(line + "\n", encoding="utf-8")
    with pytest.raises(CorpusError, match=r"gold\.jsonl, line 1"):
        read_gold("development", (), path)
