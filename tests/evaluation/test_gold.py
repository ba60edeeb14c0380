"""The gold questions as they are in the repository. The split ``test`` is held out: it is not read here."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assistant.answers.assistant import Assistant
from assistant.documents.corpus import Corpus
from assistant.errors import CorpusError
from assistant.evaluation.gold import _DIRECTORY, SPLITS, GoldQuestion, read_askings, read_gold
from assistant.search.tokens import words
from assistant.settings import ROOT

OPEN = ("development", "calibration")
CATEGORIES = {
    "lay", "near", "typed", "english", "structure", "list", "fact", "answerable",
    "compare", "followup", "sender", "two",
    "refusal", "unanswerable",
}  # fmt: skip
NEVER_ANSWERED = {"refusal", "unanswerable"}
REFUSALS = {"not_in_documents", "no_such_reference", "unclear"}
DOCUMENTS = {"plan-2024", "brev-2023", "side-2023", "svar-norddjurs", "brev-2013"}

GoldFile = Callable[[list[dict[str, Any]]], Path]


@pytest.fixture(scope="module", params=OPEN)
def split(request: pytest.FixtureRequest, assistant: Assistant) -> list[GoldQuestion]:
    return read_gold(request.param, assistant.index.by_id)


@pytest.fixture(scope="module")
def both(assistant: Assistant) -> list[GoldQuestion]:
    return [each for name in OPEN for each in read_gold(name, assistant.index.by_id)]


def same(*texts: str) -> str:
    """What two wordings of one question, with what was asked before it, have in common."""
    return " | ".join(" ".join(words(text)) for text in texts)


# the committed questions


def test_every_question_is_well_formed(split: list[GoldQuestion]) -> None:
    assert len(split) >= 100
    for each in split:
        assert each.id
        assert each.text.strip() == each.text != "", each.id
        assert each.language in {"da", "en"}, each.id
        assert each.user in {"citizen", "council", "staff"}, each.id
        assert each.category in CATEGORIES, each.id
        assert each.status in {"answered", *REFUSALS}, each.id


def test_an_answerable_question_has_passages_and_no_other_has(split: list[GoldQuestion]) -> None:
    for each in split:
        assert bool(each.passages) == each.is_answerable, each.id
        assert not (each.is_answerable and each.category in NEVER_ANSWERED), each.id


def test_no_passage_is_named_twice(split: list[GoldQuestion]) -> None:
    for each in split:
        named = (*each.passages, *each.also)
        assert len(set(named)) == len(named) == len(each.right), each.id


def test_facts_are_asked_of_answerable_questions(split: list[GoldQuestion]) -> None:
    for each in split:
        assert each.is_answerable or not each.facts, each.id
        for spellings in each.facts:
            assert spellings, each.id
            assert all(spelling.strip() == spelling != "" for spelling in spellings), each.id


@pytest.mark.parametrize("name", OPEN)
def test_lists_are_lists_in_the_file(name: str) -> None:
    """A text in place of a list would be read letter by letter."""
    for line in (_DIRECTORY / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        facts = row.get("facts", [])
        for each in (row["gold"], row.get("also", []), row.get("history", []), facts, *facts):
            assert isinstance(each, list), row["id"]
        assert all(isinstance(value, list | str) for value in row.values()), row["id"]


def test_follow_ups_and_no_others_have_a_history(split: list[GoldQuestion]) -> None:
    for each in split:
        assert bool(each.history) == (each.category == "followup"), each.id
        assert all(text.strip() for text in each.history), each.id


def test_no_id_is_there_twice(both: list[GoldQuestion]) -> None:
    assert [name for name, count in Counter(each.id for each in both).items() if count > 1] == []


def test_no_question_is_there_twice(split: list[GoldQuestion]) -> None:
    """In one split; the open ones are fitted on together, and two writers may ask “pejlemærke 0”."""
    counts = Counter(same(*each.history, each.text) for each in split)
    assert [text for text, count in counts.items() if count > 1] == []


def test_no_gold_question_is_among_the_lay_questions(both: list[GoldQuestion], corpus: Corpus) -> None:
    """Or it would find itself: the reranker and the decision would be fitted on what they never meet."""
    indexed = {same(each.text) for each in (*corpus.questions, *corpus.outside)}
    assert [(each.id, each.text) for each in both if same(each.text) in indexed] == []


def test_everything_is_asked_about(both: list[GoldQuestion]) -> None:
    asked = {passage.split("/")[0] for each in both for passage in each.passages}
    assert asked == DOCUMENTS
    assert {each.category for each in both} == CATEGORIES
    assert {each.user for each in both} == {"citizen", "council", "staff"}
    for kind in ("also", "facts", "history"):
        assert sum(bool(getattr(each, kind)) for each in both) > 50, kind


# reading


def test_a_file_of_one_s_own(tiny: Path, assistant: Assistant) -> None:
    first, *_, last = read_gold("development", assistant.index.by_id, tiny)
    assert first == GoldQuestion(
        "g1", "Pejlemærke 7, punkt 2", "da", "citizen", "lay", "answered", ("plan-2024/p7.2",)
    )
    assert (last.is_answerable, last.passages, last.right) == (False, (), frozenset())
    assert (first.also, first.facts, first.history) == ((), (), ())


def test_what_is_right_too_is_read(gold_file: GoldFile) -> None:
    path = gold_file(
        [
            {
                "q": "Og hvornår?",
                "gold": ["b", "a"],
                "also": ["c"],
                "facts": [["2024", "tyve fireogtyve"], ["Holmstrupgård"]],
                "history": ["Får bostedet en læge?", "Hvor?"],
                "category": "followup",
            }
        ]
    )
    (question,) = read_gold("development", ("a", "b", "c"), path)
    assert question.passages == ("b", "a"), "in the order of the file"
    assert question.also == ("c",)
    assert question.right == {"a", "b", "c"}
    assert question.facts == (("2024", "tyve fireogtyve"), ("Holmstrupgård",))
    assert question.history == ("Får bostedet en læge?", "Hvor?")


@pytest.mark.parametrize("field", ["gold", "also"])
def test_a_passage_that_is_not_there_is_told_with_its_line(
    gold_file: GoldFile, assistant: Assistant, field: str
) -> None:
    fine = {"q": "P1", "gold": ["plan-2024/p1"]}
    path = gold_file([fine, {**fine, field: ["plan-2024/p16"]}])
    with pytest.raises(CorpusError, match=r"gold\.jsonl, line 2 names plan-2024/p16"):
        read_gold("development", assistant.index.by_id, path)


@pytest.mark.parametrize("line", ["Hvad siger pejlemærke 7?", '{"id": "g1", "q": "P7"}', "[]"])
def test_a_line_that_is_no_gold_question_is_told(tmp_path: Path, line: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(line + "\n", encoding="utf-8")
    with pytest.raises(CorpusError, match=r"gold\.jsonl, line 1"):
        read_gold("development", (), path)


def test_askings_are_mixed_and_the_same_every_time() -> None:
    askings = read_askings("development")
    assert askings == read_askings("development")
    assert sum(bool(history) for _, history in askings[:100]) > 2
    assert len(askings) > 2000


def test_nothing_is_fitted_or_tested_on_the_questions_held_out() -> None:
    """Nobody reads them but ``evaluate --split test``."""
    held_out = SPLITS[-1]
    assert held_out == "test"
    for path in (ROOT / "tests").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        for way in (f'read_gold("{held_out}"', f"{held_out}.jsonl", f'"--split", "{held_out}"'):
            if path.name != Path(__file__).name:
                assert way not in text, path
