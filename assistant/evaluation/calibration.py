"""Fits what is learned from the gold questions: the reranker, and when to answer and when to refuse."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, StratifiedKFold, cross_val_predict

from assistant.answers.assistant import Assistant
from assistant.answers.reading.intent import Intents, Kind
from assistant.answers.reading.question import cues_of
from assistant.answers.relevance import Relevance, signs
from assistant.answers.wording import terms_and_grams
from assistant.documents.corpus import Corpus
from assistant.evaluation.gold import GoldQuestion
from assistant.search.catalogue import Catalogue
from assistant.search.features import FEATURES
from assistant.search.reranker import LEAF, Reranker

_LISTED = ("list", "structure", "compare")
"""Categories that the structure answers, not the search."""
_FOLDS = 5
_THRESHOLDS = (0.1, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6, 0.7)
_LEAST_WEIGHT = 0.1
_QUOTED = 4
_EVERY = 5
_NAMES_PART = re.compile(
    r"pejlem|guid|punkt|tidsplan|timeline|verdensm|delm|goal|vision|spor\b|track|udfordring|challenge|overskrift"
    r"|heading|høringssvar|respon"
)
_LEAST_OF_A_CUE, _LEAST_OF_A_KIND, _WEIGHT_OF_OTHERS = 3, 0.15, 0.1

Matrix = NDArray[np.float64]


def searched(questions: Sequence[GoldQuestion]) -> list[GoldQuestion]:
    """The questions that the search has to answer on their own."""
    return [each for each in questions if each.category not in _LISTED and not each.history]


def fit_reranker(assistant: Assistant, questions: Sequence[GoldQuestion]) -> tuple[Reranker, str]:
    """The reranker, and a table from cross-validation: no question is judged by a fit that saw it.

    Passages that would be right but are not needed count for a quarter.
    """
    answerable = [each for each in searched(questions) if each.is_answerable]
    features, labels, weights, groups = [], [], [], []
    for group, gold in enumerate(answerable):
        passages, found = assistant.candidates(gold.text)
        for passage, row in zip(passages, found, strict=True):
            share = 1.0 if passage.id in gold.passages else 0.25 if passage.id in gold.also else 0.0
            for label, weight in ((1, share), (0, 1 - share)):
                if weight:
                    features.append(row)
                    labels.append(label)
                    weights.append(weight)
                    groups.append(group)
    rows, y, w = np.array(features), np.array(labels), np.array(weights)
    judged = np.zeros(len(y))
    for train, held in GroupKFold(_FOLDS).split(rows, y, groups):
        judged[held] = _trees().fit(rows[train], y[train], w[train]).predict_proba(rows[held])[:, 1]
    model = _trees().fit(rows, y, w)
    table = _reranker_table(answerable, np.array(groups), y, w, judged)
    return _as_reranker(model), f"{len(answerable)} questions, {len(FEATURES)} features\n{table}"


def _trees() -> GradientBoostingClassifier:
    return GradientBoostingClassifier(
        init="zero",
        n_estimators=200,
        max_depth=3,
        learning_rate=0.06,
        subsample=0.7,
        max_features=6,
        min_samples_leaf=20,
        random_state=0,
    )


def _as_reranker(model: GradientBoostingClassifier) -> Reranker:
    trees = [row[0].tree_ for row in model.estimators_]
    size = max(tree.node_count for tree in trees)

    def stacked(name: str, kind: type, scale: float = 1) -> NDArray[Any]:
        arrays = [getattr(tree, name).reshape(tree.node_count, -1)[:, 0] * scale for tree in trees]
        return np.array([np.pad(each, (0, size - len(each))) for each in arrays], dtype=kind)

    left = stacked("children_left", np.int16)
    for row, tree in enumerate(trees):
        left[row, tree.node_count :] = LEAF
    return Reranker(
        feature=stacked("feature", np.int16),
        threshold=stacked("threshold", np.float64),
        left=left,
        right=stacked("children_right", np.int16),
        value=stacked("value", np.float64, model.learning_rate),
    )


def _reranker_table(
    questions: Sequence[GoldQuestion], groups: Matrix, labels: Matrix, weights: Matrix, judged: Matrix
) -> str:
    lines = [f"{'threshold':>10}{'quoted right':>14}{'gold quoted':>13}"]
    for threshold in _THRESHOLDS:
        rights, shares = [], []
        for group, gold in enumerate(questions):
            mine = np.flatnonzero((groups == group) & (weights > 0.5))  # each passage once
            best = mine[np.argsort(-judged[mine], kind="stable")][:_QUOTED]
            quoted = [row for at, row in enumerate(best) if at == 0 or judged[row] >= threshold]
            rights.append(sum(labels[row] == 1 or weights[row] < 1 for row in quoted) / max(1, len(quoted)))
            shares.append(sum(labels[row] == 1 and weights[row] == 1 for row in quoted) / len(gold.passages))
        lines.append(f"{threshold:10.2f}{np.mean(rights):14.3f}{np.mean(shares):13.3f}")
    return "\n".join(lines)


def judged_apart(rows: Matrix, labels: Matrix, weights: Matrix, groups: Matrix) -> Matrix:
    """The likelihood of each row by a regression that has seen none of its group."""
    judged = np.zeros(len(labels))
    for train, held in GroupKFold(_FOLDS).split(rows, labels, groups):
        model = regression().fit(rows[train], labels[train], weights[train])
        judged[held] = model.predict_proba(rows[held])[:, 1]
    return judged


def regression() -> LogisticRegression:
    return LogisticRegression(C=1, max_iter=2000)


def other_questions(corpus: Corpus, questions: Sequence[GoldQuestion]) -> list[str]:
    """Questions that ask for no part as such: gold questions that name none, some lay questions and some
    that nothing answers."""
    gold = [q.text for q in questions if q.category not in _LISTED and not q.history]
    named = [text for text in gold if not _NAMES_PART.search(text.lower())]
    lay = [question.text for question in corpus.questions][::_EVERY]
    return named + lay + [question.text for question in corpus.outside][::_EVERY]


def fit_intents(
    catalogue: Catalogue, examples: Sequence[tuple[str, Kind]], others: Sequence[str]
) -> tuple[Intents, str]:
    """What tells questions for a part of the documents from others, and how many it tells rightly of a
    fifth of the examples that a first fit has not seen.

    ``examples``: with their kind. ``others``: more questions that ask for no part; each counts less.
    """
    texts = [text for text, _ in examples] + list(others)
    kinds: list[Kind] = [kind for _, kind in examples]
    kinds += ["other" for _ in others]
    vectors = [cues_of(text, catalogue) for text in texts]
    frequency = Counter(term for vector in vectors for term in vector)
    known = [{t: v for t, v in each.items() if frequency[t] >= _LEAST_OF_A_CUE} for each in vectors]
    vectorizer = DictVectorizer()
    rows, y = vectorizer.fit_transform(known), np.array(kinds)
    weights = np.array([1.0] * len(examples) + [_WEIGHT_OF_OTHERS] * len(others))
    held = np.arange(len(texts)) % _FOLDS == 0
    model = LogisticRegression(C=100, max_iter=150)
    told = model.fit(rows[~held], y[~held], weights[~held]).predict(rows[held])
    model.fit(rows, y, weights)
    names = vectorizer.get_feature_names_out()
    intents = Intents(
        terms={
            kind: {
                name: round(float(weight), 2)
                for name, weight in zip(names, row, strict=True)
                if abs(weight) >= _LEAST_OF_A_KIND
            }
            for kind, row in zip(model.classes_, model.coef_, strict=True)
        },
        biases={k: round(float(b), 3) for k, b in zip(model.classes_, model.intercept_, strict=True)},
    )
    is_part = y[held] != "other"
    right = told == y[held]
    return intents, (
        f"{len(examples)} examples, {len(others)} other questions\n"
        f"parts told rightly: {right[is_part].mean():.3f}, others: {right[~is_part].mean():.3f}"
    )


def fit_relevance(
    assistant: Assistant, corpus: Corpus, questions: Sequence[GoldQuestion]
) -> tuple[Relevance, str]:
    """The decision when to answer, and its table from cross-validation.

    The wording is learned from the lay questions and those outside the corpus too; the evidence
    only from gold questions and the outside, where no question finds itself.
    """
    judged = [each for each in searched(questions) if each.status in ("answered", "not_in_documents")]
    texts = [each.text for each in judged] + [each.text for each in corpus.outside]
    labels = [int(each.is_answerable) for each in judged] + [0] * len(corpus.outside)
    more = [each.text for each in corpus.questions]
    vectors = [terms_and_grams(assistant.search.respelled(text)) for text in (*texts, *more)]
    frequency = Counter(term for vector in vectors for term in vector)
    known = [{term: value for term, value in each.items() if frequency[term] > 1} for each in vectors]
    vectorizer = DictVectorizer()
    rows = vectorizer.fit_transform(known)
    rows.indices, rows.indptr = rows.indices.astype(np.int32), rows.indptr.astype(np.int32)  # for liblinear
    y = np.array([*labels, *(1 for _ in more)])
    wording = LogisticRegression(C=30, class_weight="balanced", solver="liblinear", random_state=0)
    folds = StratifiedKFold(_FOLDS, shuffle=True, random_state=0)  # the sources stand one after the other
    told = cross_val_predict(wording, rows, y, cv=folds, method="decision_function")[: len(texts)]
    wording.fit(rows, y)
    evidence = [signs(text, assistant.search.evidence(text, ignore_itself=True)) for text in texts]
    evidence_rows = np.column_stack([np.array(evidence), told])
    joined = LogisticRegression(C=10, class_weight="balanced", max_iter=3000)
    judged_so = cross_val_predict(joined, evidence_rows, y[: len(texts)], cv=folds, method="predict_proba")[
        :, 1
    ]
    joined.fit(evidence_rows, y[: len(texts)])
    named = zip(vectorizer.get_feature_names_out(), wording.coef_[0], strict=True)
    model = Relevance(
        terms={term: round(float(weight), 2) for term, weight in named if abs(weight) >= _LEAST_WEIGHT},
        bias=round(float(wording.intercept_[0]), 3),
        coefficients=tuple(round(float(each), 3) for each in joined.coef_[0]),
        intercept=round(float(joined.intercept_[0]), 3),
    )
    inside = np.array(labels, dtype=bool)
    lines = [
        f"{inside.sum()} questions with an answer, {(~inside).sum()} without",
        f"{'threshold':>10}{'wrongly refused':>18}{'rightly refused':>18}",
        *(
            f"{each:10.2f}{np.mean(judged_so[inside] < each):18.3f}{np.mean(judged_so[~inside] < each):18.3f}"
            for each in _THRESHOLDS
        ),
    ]
    return model, "\n".join(lines)
