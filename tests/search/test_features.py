from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest

from assistant.documents.corpus import read_corpus
from assistant.search.embedding import Embedder, StaticEmbedder
from assistant.search.features import FEATURES, Features
from assistant.search.retriever import CANDIDATES, Search
from assistant.search.tokens import stems
from assistant.settings import BUILT_IN_MODEL

QUESTIONS = [
    "Hvem holder øje med beboernes helbred?",
    "Hvornår kommer der peer-fællesskaber?",
    "What are you doing about food waste?",
    "Norddjurs",
    "?!",
    "og i at",
    "krokodillegab " * 100,
]


DIMENSIONS = StaticEmbedder(BUILT_IN_MODEL).encode_queries([""]).shape[1]


def column(matrix: np.ndarray, name: str) -> np.ndarray:
    return np.asarray(matrix[:, FEATURES.index(name)])


@pytest.fixture(scope="module")
def features(search: Search, embedder: Embedder) -> Features:
    return Features(search.index.passages, embedder)


@pytest.fixture(scope="module")
def rows(search: Search) -> dict[str, int]:
    """The row of each passage of the plan, and of the others, by its id."""
    return {passage.id.removeprefix("plan-2024/"): row for row, passage in enumerate(search.index.passages)}


class Signs:
    """Made-up signs of all passages; each may be changed before the features are asked for."""

    def __init__(self, size: int, seed: int = 0) -> None:
        self._random = np.random.default_rng(seed)
        self.fused = self._random.uniform(0.01, 1, size)
        self.near = [list(self._random.uniform(-1, 1, count)) for count in self._random.integers(0, 6, size)]
        self.lexical = tuple(
            self._random.uniform(0, top, size).astype(np.float32) for top in (20.0, 20.0, 1.0)
        )
        self.vector = self._random.normal(size=DIMENSIONS).astype(np.float32)

    def of(self, features: Features, query: str = QUESTIONS[0]) -> np.ndarray:
        grams, stems, coverage = self.lexical
        near = {row: each for row, each in enumerate(self.near) if each}
        return features(
            query, self.vector, near, self.fused, (grams, stems, coverage), np.arange(len(self.fused))
        )


@pytest.fixture
def signs(rows: dict[str, int]) -> Signs:
    return Signs(len(rows))


# shape


def test_a_name_stands_for_one_column() -> None:
    assert len(set(FEATURES)) == len(FEATURES)


@pytest.mark.parametrize("query", ["", *QUESTIONS])
def test_every_passage_has_every_sign(features: Features, signs: Signs, query: str) -> None:
    found = signs.of(features, query)
    assert found.shape == (len(signs.fused), len(FEATURES))
    assert found.dtype == np.float64
    assert np.isfinite(found).all()


def test_signs_are_finite_even_if_nothing_is_found(features: Features, signs: Signs) -> None:
    size = len(signs.fused)
    signs.fused, signs.near = np.zeros(size), [[] for _ in range(size)]
    signs.lexical = tuple(np.zeros(size, dtype=np.float32) for _ in range(3))
    signs.vector = np.zeros(DIMENSIONS, dtype=np.float32)
    found = signs.of(features, "")
    assert np.isfinite(found).all()
    assert not column(found, "scheduled").any()


@pytest.mark.parametrize("query", QUESTIONS)
def test_candidates_come_with_their_signs_best_first(search: Search, query: str) -> None:
    passages, found = search.candidates(query, lambda passage: 1.0)
    assert found.shape == (len(passages), len(FEATURES))
    assert len(passages) == len({passage.id for passage in passages}) <= CANDIDATES
    assert np.isfinite(found).all()
    fused = column(found, "fused")
    assert list(fused) == sorted(fused, reverse=True)
    assert ((fused > 0) & (fused <= 1 + 1e-9)).all()
    for name in ("grams", "stems", "own_stems", "coverage", "own_grams", "scheduled"):
        assert ((column(found, name) >= 0) & (column(found, name) <= 1 + 1e-6)).all(), name
    for name in ("fused_gap", "similarity_gap", "own_similarity_gap"):
        assert (column(found, name) <= 1e-6).all(), name


def test_candidates_are_those_in_scope(search: Search) -> None:
    passages, _ = search.candidates(QUESTIONS[0], lambda passage: float(passage.role == "letter"))
    assert {passage.role for passage in passages} == {"letter"}
    nothing, none = search.candidates(QUESTIONS[0], lambda passage: 0.0)
    assert (nothing, none.shape) == ([], (0, len(FEATURES)))


# what each is, worked out by hand


def test_the_signs_by_hand(small_corpus: Path, embedder: Embedder) -> None:
    passages = read_corpus(small_corpus).passages
    fused = np.array([0.5, 0.8, 0, 0.1, 0.1, 0.1, 0.1])
    near = [[0.5, 0.9], [], [0.2, 0.95, 0.6, 0.4], [-0.3], [0.1], [0.1], [0.1]]
    grams = np.array([4, 2, 8, 0, 0, 0, 0], dtype=np.float32)
    nothing = np.zeros(7, dtype=np.float32)
    coverage = np.array([0.25, 0.5, 1, 0, 0, 0, 0], dtype=np.float32)
    vector = embedder.encode_queries(["Hvem får et sundhedstjek?"])[0]
    query = "Hvem får et sundhedstjek?"
    found = Features(passages, embedder)(
        query,
        vector,
        {row: each for row, each in enumerate(near) if each},
        fused,
        (grams, nothing, coverage),
        np.arange(7),
    )
    expected = {
        "fused": fused,
        "fused_gap": fused - 0.8,
        "similarity": [0.9, 0, 0.95, -0.3, 0.1, 0.1, 0.1],
        "similarity_gap": [0, -0.9, 0.05, -1.2, -0.8, -0.8, -0.8],  # the third is out of scope
        "questions": [1.4 / 3, 0, 1.95 / 3, -0.1, 0.1 / 3, 0.1 / 3, 0.1 / 3],
        "grams": [1, 0.5, 2, 0, 0, 0, 0],
        "stems": nothing,
        "coverage": coverage,
        "own_similarity": embedder.encode_documents([each.context for each in passages]) @ vector,
        "scheduled": nothing,
        "length": [math.log(len(each.text)) for each in passages],
        "asked": [len(stems(query))] * 7,
        "letter": nothing,
        "page": [1] * 7,
        "response": nothing,
    }
    for name, values in expected.items():
        assert column(found, name) == pytest.approx(np.asarray(values, dtype=np.float64), abs=1e-6), name
    assert column(found, "own_grams").argmax() == column(found, "own_stems").argmax() == 1


def test_roles_are_told_apart(features: Features, signs: Signs, search: Search) -> None:
    found = signs.of(features)
    for row, passage in enumerate(search.index.passages):
        told = {role: found[row, FEATURES.index(role)] for role in ("letter", "page", "response")}
        assert told == {role: float(passage.role == role) for role in told}


# scope


@pytest.mark.parametrize("seed", range(5))
def test_a_passage_out_of_scope_changes_no_other(features: Features, search: Search, seed: int) -> None:
    size = len(search.index.passages)
    lost = np.random.default_rng(seed).choice(size, 40, replace=False)
    before, after = Signs(size, seed), Signs(size, seed)
    for signs in (before, after):
        signs.fused[lost] = 0
    for row in lost:
        after.near[row] = [1.0, 1.0, 1.0]
        for each in after.lexical:
            each[row] = 1000
    changed = (before.of(features) != after.of(features)).any(axis=1)
    assert set(np.flatnonzero(changed)) == set(lost)


def test_what_nobody_may_quote_sets_no_measure(features: Features, signs: Signs) -> None:
    best = int(np.argmax(signs.lexical[0]))
    signs.fused[best] = 0
    found = signs.of(features)
    inside = signs.fused > 0
    for name in ("grams", "own_stems"):
        assert column(found, name)[inside].max() == 1
    for name in ("fused_gap", "similarity_gap", "own_similarity_gap"):
        assert column(found, name)[inside].max() == pytest.approx(0, abs=1e-9)


# the timeline


def scheduled(features: Features, rows: dict[str, int], fused: dict[str, float]) -> dict[str, float]:
    """Who is lifted, and how much, if these passages are found with these scores."""
    signs = Signs(len(rows))
    signs.fused = np.zeros(len(rows))
    for name, value in fused.items():
        signs.fused[rows[name]] = value
    lifted = column(signs.of(features), "scheduled")
    return {name: float(lifted[row]) for name, row in rows.items() if lifted[row]}


@pytest.mark.parametrize(
    ("fused", "lifted"),
    [
        ({"p8.1": 0.4}, {"t2024.2.1": 1}),
        ({"t2024.2.1": 0.4}, {"p8.1": 1}),
        ({"p8.1": 0.2, "p9.1": 0.8}, {"t2024.2.1": 0.25}),
        ({"p8.1": 1, "t2024.2.1": 0.5}, {"t2024.2.1": 1, "p8.1": 0.5}),
        ({"p6.2": 0.5}, {"t2024.2.2": 1, "t2024.2.3": 1, "t2025.2.2": 1}),
        ({"t2024.2.2": 0.2, "t2024.2.3": 0.4}, {"p6.2": 1}),
        ({"p9.1": 0.9}, {}),
        ({}, {}),
    ],
    ids=["a point", "a row", "not the best", "both", "a point of three", "rows of a point", "of none", "no"],
)
def test_a_row_is_lifted_by_its_point_and_a_point_by_its_rows(
    features: Features, rows: dict[str, int], fused: dict[str, float], lifted: dict[str, float]
) -> None:
    assert scheduled(features, rows, fused) == pytest.approx(lifted)


def test_only_the_best_lift(features: Features, rows: dict[str, int]) -> None:
    others = dict.fromkeys(("p9", "p9.1", "p9.2", "p10"), 0.9)
    assert scheduled(features, rows, {**others, "p8.1": 0.5}) == pytest.approx({"t2024.2.1": 0.5 / 0.9})
    assert scheduled(features, rows, {**others, "p10.1": 0.9, "p8.1": 0.5}) == {}
