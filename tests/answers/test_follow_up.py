"""How much of what was asked before decides what answers a follow-up."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from assistant.answers.assistant import Assistant
from assistant.answers.follow_up import MODEL, FollowUps, Scores, dialogue_of, signs, traits_of
from assistant.answers.reading.question import read_question
from assistant.errors import ModelError
from assistant.search.catalogue import Catalogue
from assistant.search.retriever import Evidence

EVIDENCE = Evidence(similarity=0.7, outside=0.2, coverage=0.9, length=4)
ALONE, BEHIND = (1.0, 0.0, 0.0), (0.0, 1.0, 0.0)
"""Weights that trust the search for the question alone, or for it behind its context."""


def scores(*rows: list[float]) -> list[Scores]:
    return [np.array(row) for row in rows]


def test_every_score_counts_times_every_trait() -> None:
    weighed = signs(scores([0.5, 0.9], [0.5, 0.1], [0.5, 0.5]), [1.0, 2.0])
    assert weighed.shape == (2, 6)
    assert weighed[0] == pytest.approx(np.zeros(6))
    assert weighed[1, 3:] == pytest.approx(2 * weighed[1, :3])
    assert weighed[1, 0] == pytest.approx(-weighed[1, 1])


@pytest.mark.parametrize(("weights", "best"), [(ALONE, 0), (BEHIND, 1)])
def test_the_mix_is_of_the_searches_that_the_weights_trust(weights: tuple[float, ...], best: int) -> None:
    likely = FollowUps(weights, 0.0)(scores([0.9, 0.1], [0.1, 0.9], [0.0, 0.0]), [1.0])
    assert likely.argmax() == best
    assert ((likely > 0) & (likely < 1)).all()


def test_a_passage_that_no_search_found_is_not_part_of_the_answer() -> None:
    assert list(FollowUps(ALONE, 5.0)(scores([0.9, 0.0], [0.1, 0.0], [0.0, 0.0]), [1.0]) > 0) == [True, False]


def test_the_traits_tell_a_question_that_leans_from_one_of_its_own(catalogue: Catalogue) -> None:
    before = read_question("Hvem er pårørende?", catalogue)
    leaning = traits_of(read_question("Og hvad med dem?", catalogue), before, EVIDENCE, stands_alone=False)
    own = traits_of(
        read_question("What is done about sick leave among staff?", catalogue),
        before,
        EVIDENCE,
        stands_alone=True,
    )
    assert len(leaning) == len(own)
    assert leaning[:4] == [1.0, 1.0, 1.0, 0.0]
    assert own[:3] == [1.0, 0.0, 0.0]
    assert own[3] > 0
    assert (leaning[7], own[7]) == (1.0, 0.0), "the language of the question before"
    assert all(0 <= trait <= 1 for trait in (*leaning, *own))


def test_a_dialogue_holds_what_was_told_before(assistant: Assistant) -> None:
    dialogue = assistant.dialogue("Og hvornår sker det?", ["Får bostederne læger?"])
    assert dialogue is not None
    ids = [passage.id for passage in assistant.index.passages]
    assert all(len(each) == len(ids) for each in dialogue.scores)
    assert dialogue.told[ids.index("plan-2024/p8.1")] > 0.5
    assert (
        dialogue.whole.scores[ids.index("plan-2024/t2024.2.1")]
        > dialogue.own.scores[ids.index("plan-2024/t2024.2.1")]
    )


@pytest.mark.parametrize("history", [[], ["Hvad siger pejlemærke 7?"]])
def test_what_is_listed_or_asked_first_is_no_dialogue(assistant: Assistant, history: list[str]) -> None:
    assert assistant.dialogue("Hvad siger pejlemærke 8?", history) is None


def test_there_is_no_dialogue_without_a_question_before(assistant: Assistant, catalogue: Catalogue) -> None:
    question = read_question("Hvem er pårørende?", catalogue)
    with pytest.raises(ValueError, match="no question before it"):
        dialogue_of(question, assistant.search, catalogue, assistant._finder)


def test_a_model_that_is_saved_says_the_same_when_it_is_opened(tmp_path: Path) -> None:
    FollowUps.open().save(tmp_path / "follow_up.json")
    assert FollowUps.open(tmp_path / "follow_up.json") == FollowUps.open()


@pytest.mark.parametrize("content", [None, "", "[]", "{}", MODEL.read_text(encoding="utf-8")[:50]])
def test_a_missing_or_broken_model_says_what_to_run(tmp_path: Path, content: str | None) -> None:
    path = tmp_path / "follow_up.json"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(ModelError, match=r"follow_up\.json.*python -m assistant calibrate"):
        FollowUps.open(path)
