from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from assistant.answers.follow_up import MODEL as FOLLOW_UPS
from assistant.answers.follow_up import FollowUps
from assistant.answers.reading.intent import MODEL as INTENTS
from assistant.answers.reading.intent import Intents
from assistant.answers.relevance import MODEL as RELEVANCE
from assistant.answers.relevance import Relevance
from assistant.errors import AssistantError
from assistant.evaluation import run
from assistant.evaluation.gold import GoldQuestion
from assistant.evaluation.run import calibrate, evaluate
from assistant.search.reranker import MODEL as RERANKER
from assistant.search.reranker import Reranker
from assistant.settings import Settings

MODELS = (INTENTS, RERANKER, RELEVANCE, FOLLOW_UPS)


@pytest.mark.slow
def test_an_evaluation_prints_us_and_our_peers(settings: Settings, index_root: Path, tiny: Path) -> None:
    printed = evaluate(settings, "development", tiny, [], True)
    assert printed.startswith(f"{tiny}: 5 questions\n\nthis assistant, per category\n")
    for system in ("this assistant", "tutorial, our model", "BM25 on words"):
        assert f"\n{system} " in printed
    assert printed.endswith("got      answered plan-2024/p7.3")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Sequence[GoldQuestion]]:
    """What is fitted on, while nothing is: the models stay as they are."""
    seen: list[Sequence[GoldQuestion]] = []

    def keep(model: object, table: str) -> Callable[..., tuple[object, str]]:
        def fit(*arguments: Any) -> tuple[object, str]:
            seen.append(arguments[-1])
            return model, table

        return fit

    monkeypatch.setattr(run, "fit_intents", lambda *_: (Intents.open(), "the intents"))
    monkeypatch.setattr(run, "fit_reranker", keep(Reranker.open(), "the reranker"))
    monkeypatch.setattr(run, "fit_relevance", keep(Relevance.open(), "the decision"))
    monkeypatch.setattr(run, "fit_follow_ups", keep(FollowUps.open(), "the follow-ups"))
    return seen


def test_calibrate_writes_all_models_where_it_is_told(
    settings: Settings, index_root: Path, asked: list[Sequence[GoldQuestion]], tmp_path: Path
) -> None:
    before = [path.read_bytes() for path in MODELS]
    printed = calibrate(settings, ["development"], tmp_path)
    assert printed == "the intents\n\nthe reranker\n\nthe decision\n\nthe follow-ups"
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(path.name for path in MODELS)
    assert Relevance.open(tmp_path / RELEVANCE.name).terms == Relevance.open().terms
    assert FollowUps.open(tmp_path / FOLLOW_UPS.name) == FollowUps.open()
    assert Intents.open(tmp_path / INTENTS.name) == Intents.open()
    assert (Reranker.open(tmp_path / RERANKER.name).value == Reranker.open().value).all()
    assert [path.read_bytes() for path in MODELS] == before


@pytest.mark.parametrize(
    "splits", [None, ["calibration"], ["development", "calibration"]], ids=["of itself", "one", "two"]
)
def test_all_models_are_fitted_on_the_same_questions(
    settings: Settings,
    index_root: Path,
    asked: list[Sequence[GoldQuestion]],
    tmp_path: Path,
    splits: list[str] | None,
) -> None:
    calibrate(settings, splits, tmp_path)
    reranked, decided, followed = ({each.id for each in questions} for questions in asked)
    assert reranked == decided == followed
    of_development = {name for name in reranked if name.startswith("dev-")}
    assert bool(of_development) == (splits != ["calibration"])


def test_a_directory_that_is_not_there_is_made_or_told(
    settings: Settings, index_root: Path, asked: list[Sequence[GoldQuestion]], tmp_path: Path
) -> None:
    """The command line tells these faults in one line; any other would end in a traceback."""
    with suppress(AssistantError, OSError):
        calibrate(settings, ["development"], tmp_path / "new")
        assert len(list((tmp_path / "new").iterdir())) == len(MODELS)
