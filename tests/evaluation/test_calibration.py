"""What is fitted: on a few made-up candidates, on a part of the questions, and as it is committed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast

import numpy as np
import pytest

from assistant.answers import relevance
from assistant.answers.assistant import Assistant
from assistant.answers.follow_up import FollowUps
from assistant.answers.reading.intent import KINDS, Intents
from assistant.answers.reading.question import cues_of
from assistant.answers.relevance import LEAST_PROBABILITY, Relevance
from assistant.documents.corpus import Corpus
from assistant.documents.passages import Passage
from assistant.evaluation import calibration, run
from assistant.evaluation.calibration import (
    fit_intents,
    fit_relevance,
    fit_reranker,
    searched,
)
from assistant.evaluation.gold import GoldQuestion, read_gold, read_intents
from assistant.evaluation.run import calibrate
from assistant.search.features import FEATURES
from assistant.search.reranker import MODEL, Reranker
from assistant.settings import Settings


def question(number: int, **changes: Any) -> GoldQuestion:
    gold = GoldQuestion(f"g{number}", str(number), "da", "staff", "lay", "answered", ("gold",))
    return replace(gold, **changes)


def rows_of(table: str) -> list[list[float]]:
    """The numbers of a table, below the line that names its columns."""
    lines = iter(table.splitlines())
    next(line for line in lines if line.split()[:1] == ["threshold"])
    return [[float(cell) for cell in line.split()] for line in lines]


# made-up candidates


@dataclass(frozen=True)
class Candidates:
    """Stands for the assistant: the same passages for every question, and signs of which two tell."""

    signs: dict[str, float]

    def candidates(self, text: str) -> tuple[list[Passage], np.ndarray]:
        noise = np.random.default_rng(int(text)).normal(size=(len(self.signs), len(FEATURES)))
        noise[:, 0] = list(self.signs.values())
        passages = [
            Passage(name, "plan", "plan", name, "point", (), name, 0, len(name)) for name in self.signs
        ]
        return passages, noise


def fitted_on(signs: dict[str, float], **changes: Any) -> tuple[dict[str, float], list[list[float]]]:
    """How likely each passage is after fitting, and the table."""
    made = Candidates(signs)
    model, table = fit_reranker(
        cast(Assistant, made), [question(number, **changes) for number in range(COUNT)]
    )
    passages, features = made.candidates("1000")
    assert table.startswith(f"{COUNT} questions, {len(FEATURES)} features\n")
    named = zip((passage.id for passage in passages), model(features), strict=True)
    return {name: float(each) for name, each in named}, rows_of(table)


COUNT = 80
OTHERS = {f"other{number}": 0.0 for number in range(10)}


def test_what_tells_the_answer_is_learned() -> None:
    likely, table = fitted_on({**OTHERS, "gold": 1.0})
    assert likely.pop("gold") > 0.9
    assert max(likely.values()) < 0.1
    assert [row[1:] for row in table] == [[1, 1]] * len(table)


def test_what_is_right_too_counts_less_than_what_is_needed() -> None:
    likely, _ = fitted_on({**OTHERS, "also": 0.5, "gold": 1.0}, also=("also",))
    assert likely["gold"] > 0.9
    assert max(likely[name] for name in OTHERS) < 0.1 < likely["also"] < 0.6


def test_a_passage_is_quoted_once_in_the_table() -> None:
    """Those right too come first and seem as good: with four quoted there is room for all."""
    signs = {"also": 1.0, "too": 1.0, "gold": 1.0, "more": 1.0, **OTHERS}
    _, table = fitted_on(signs, passages=("gold", "more"), also=("also", "too"))
    threshold, right, quoted = table[0]
    assert threshold == 0.1
    assert (right, quoted) == (1, 1)


def test_questions_that_the_search_does_not_answer_alone_are_left_out() -> None:
    kept = [question(1), question(2, category="fact"), question(3, status="unclear", passages=())]
    left = [
        question(4, category="list"), question(5, category="structure"), question(6, category="compare"),
        question(7, history=("Hvad?",)),
    ]  # fmt: skip
    assert searched([*left, *kept]) == kept


# a part of the questions


@pytest.fixture(scope="module")
def development(assistant: Assistant) -> list[GoldQuestion]:
    return read_gold("development", assistant.index.by_id)


@pytest.mark.slow
def test_a_reranker_tells_right_from_wrong(assistant: Assistant, development: list[GoldQuestion]) -> None:
    """Fitted on every other question, judged on the rest."""
    some = [each for each in searched(development) if each.is_answerable]
    model, table = fit_reranker(assistant, some[::2])
    for _, right, quoted in rows_of(table):
        assert 0.5 < right <= 1
        assert 0.3 < quoted <= 1
    first = 0
    for gold in some[1::2]:
        passages, features = assistant.candidates(gold.text)
        found = model(features)
        assert ((found > 0) & (found < 1)).all()
        first += passages[int(found.argmax())].id in gold.right
    assert first > 0.75 * len(some[1::2])


@pytest.mark.slow
def test_a_decision_tells_inside_from_outside(
    assistant: Assistant, corpus: Corpus, development: list[GoldQuestion], tmp_path: Path
) -> None:
    fewer = replace(corpus, questions=corpus.questions[::15], outside=corpus.outside[::10])
    model, table = fit_relevance(assistant, fewer, development)
    assert (len(model.coefficients), model.coefficients[0] != 0) == (7, True)
    rows = rows_of(table)
    for column in zip(*rows, strict=True):
        assert list(column) == sorted(column)
    assert any(rightly - wrongly > 0.3 for _, wrongly, rightly in rows)
    model.save(tmp_path / "relevance.json")
    opened = Relevance.open(tmp_path / "relevance.json")
    assert replace(opened, coefficients=tuple(opened.coefficients)) == model


@pytest.mark.slow
def test_examples_teach_which_part_is_asked_for(assistant: Assistant) -> None:
    examples = read_intents()
    model, told = fit_intents(assistant.catalogue, examples[::4], ["Hvornår kommer lægen?", "Hej"] * 20)
    right = float(told.rpartition("parts told rightly: ")[2].split(",")[0])
    assert 0.5 < right <= 1
    assert model.kind(cues_of("Hvad siger pejlemærke 7?", assistant.catalogue)) == "pejlemaerke"


def test_examples_are_of_every_kind() -> None:
    examples = read_intents()
    assert {kind for _, kind in examples} == set(KINDS)
    assert len({text for text, _ in examples}) == len(examples)


# as committed


class NoFolds:
    """Cross-validation makes the reranker's table, not the reranker: most of the time is saved."""

    def __init__(self, folds: int) -> None:
        pass

    def split(self, *_: Any) -> Iterator[tuple[Any, Any]]:
        return iter(())


@dataclass(frozen=True)
class Fitted:
    directory: Path
    printed: str


@pytest.fixture(scope="module")
def fitted(settings: Settings, index_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Fitted:
    directory = tmp_path_factory.mktemp("models")
    before = MODEL.read_bytes(), relevance.MODEL.read_bytes()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(calibration, "GroupKFold", NoFolds)
        patch.setattr(run, "fit_intents", lambda *_: (Intents.open(), ""))  # below, each on a part
        patch.setattr(run, "fit_follow_ups", lambda *_: (FollowUps.open(), ""))
        printed = calibrate(settings, None, directory)
    assert (MODEL.read_bytes(), relevance.MODEL.read_bytes()) == before, "written elsewhere"
    return Fitted(directory, printed)


@pytest.mark.slow
def test_the_committed_reranker_is_what_fitting_gives(
    fitted: Fitted, assistant: Assistant, development: list[GoldQuestion]
) -> None:
    ours, anew = Reranker.open(), Reranker.open(fitted.directory / MODEL.name)
    assert ours.feature.shape == anew.feature.shape
    for gold in development[::5]:
        _, features = assistant.candidates(gold.text)
        assert anew(features) == pytest.approx(ours(features), abs=1e-6), gold.id


@pytest.mark.slow
def test_the_committed_decision_is_what_fitting_gives(fitted: Fitted) -> None:
    ours, anew = (
        json.loads(path.read_text(encoding="utf-8"))
        for path in (relevance.MODEL, fitted.directory / relevance.MODEL.name)
    )
    terms, terms_anew = ours.pop("terms"), anew.pop("terms")
    assert anew == {
        name: pytest.approx(value, abs=0.02) for name, value in ours.items()
    }  # the bias, the intercept and the coefficients
    apart = {name: (terms.get(name, 0), terms_anew.get(name, 0)) for name in {*terms, *terms_anew}}
    # A weight below the least that is kept may stand on the other side of it.
    least = calibration._LEAST_WEIGHT + 0.02
    assert {
        name: (one, other)
        for name, (one, other) in apart.items()
        if abs(one - other) > (0.02 + 1e-9 if one and other else least)
    } == {}


@pytest.mark.slow
def test_the_table_trades_wrong_refusals_for_right_ones(fitted: Fitted) -> None:
    rows = rows_of(fitted.printed.strip().rpartition("\n\n")[2])
    for column in zip(*rows, strict=True):
        assert list(column) == sorted(column)
    by_threshold = {row[0]: row[1:] for row in rows}
    assert LEAST_PROBABILITY in by_threshold, "the threshold in use is one of those shown"
    wrongly, rightly = by_threshold[LEAST_PROBABILITY]
    assert wrongly < 0.12
    assert rightly > 0.6
