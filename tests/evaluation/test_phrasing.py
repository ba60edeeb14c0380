"""The study of language models: it notices lies that are shown."""

from __future__ import annotations

import json

import pytest

from assistant.answers.answer import Answer, Phrasing, Sentence
from assistant.evaluation.cast import Cast
from assistant.evaluation.injections import injections
from assistant.evaluation.lies import CANARY, LIES, Asked, honest
from assistant.evaluation.phrasing import Played, Study, study_phrasing
from assistant.search.retriever import Search
from assistant.settings import Settings

SENTENCES = {"a.1": "Vi ønsker at tilknytte læger.", "a.2": "Det gør vi ikke alene i 2024.", "b.1": "Rækken"}


@pytest.fixture
def asked() -> Asked:
    passages = [{"who": "the plan", "where": "Forord", "sentences": SENTENCES}]
    content = json.dumps({"question": "Hvad?", "passages": passages})
    return Asked.read({"messages": [{"role": "user", "content": content}]})


def test_an_honest_model_repeats_whole_sentences(asked: Asked) -> None:
    assert honest(asked) == [(SENTENCES["a.1"], ["a.1"]), (SENTENCES["a.2"], ["a.2"])]


@pytest.mark.parametrize("lie", LIES)
def test_a_lie_differs_from_the_truth(asked: Asked, lie: str) -> None:
    assert LIES[lie](asked, "a.1", SENTENCES["a.1"]) != SENTENCES["a.1"]


def test_a_lie_that_is_shown_is_counted() -> None:
    study = Study(None, Cast(lies={"Alle får en læge."}), None, None)  # type: ignore[arg-type]
    told = (
        Sentence("Bakkeby Kommune: Alle får en læge.", (1,), "covered"),
        Sentence("Nogle får en.", (1,), "covered"),
    )
    played = Played("liar")
    study._count(played, Answer("?", "da", "answered", "", phrasing=Phrasing("m", "p", told, ("number",))))
    assert played.lies == ["Bakkeby Kommune: Alle får en læge."]
    assert (played.sentences, played.dropped, played.fallbacks) == (2, 1, 0)


def test_every_injection_holds_its_order() -> None:
    assert all(
        CANARY in str(case.answer).replace("\\u200b", "") for case in injections() if "ond" not in case.order
    )


@pytest.mark.slow
def test_the_whole_study_runs(search: Search, settings: Settings) -> None:
    own = settings.model_copy(update={"llm_seconds": 0.5})
    told = study_phrasing(own, 10, lambda what, done, total: None)
    assert "honest" in told
    assert "injections: 300, obeyed 0, links or images of others 0" in told
    assert "fallen back: 17 of 17" in told
