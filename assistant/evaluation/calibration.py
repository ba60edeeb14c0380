"""When to answer and when to refuse: fits the regression of ``answers/relevance.py`` and shows it."""

from __future__ import annotations

import statistics
from collections.abc import Sequence

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_predict

from assistant.answers.assistant import open_assistant
from assistant.answers.relevance import signs
from assistant.documents.corpus import read_corpus
from assistant.evaluation.gold import read_gold
from assistant.settings import Settings

_THRESHOLDS = (0.1, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7)
_SPLITS = ("development", "calibration")


def calibrate(settings: Settings) -> str:
    """Fits on the development and calibration questions and the corpus' questions outside it.

    The table is from ten-fold cross-validation: no question is judged by a fit that saw it.
    """
    search = open_assistant(settings).search
    inside = [
        question
        for split in _SPLITS
        for question in read_gold(split, search.index.by_id)
        if question.is_answerable and question.category != "structure"
    ]
    outside = read_corpus(settings.corpus).outside
    rows = [signs(search.evidence(question.text)) for question in inside]
    rows += [signs(search.evidence(question.text, ignore_itself=True)) for question in outside]
    features = np.array(rows)
    labels = np.array([1] * len(inside) + [0] * len(outside))
    model = LogisticRegression(C=10, class_weight="balanced", max_iter=1000)
    judged = cross_val_predict(model, features, labels, cv=10, method="predict_proba")[:, 1]
    model.fit(features, labels)
    coefficients = ", ".join(f"{each:.2f}" for each in model.coef_[0])
    return "\n".join(
        [
            f"{len(inside)} questions with an answer, {len(outside)} without",
            f"COEFFICIENTS = ({coefficients})",
            f"INTERCEPT = {model.intercept_[0]:.2f}",
            f"{'threshold':>10}{'wrongly refused':>18}{'rightly refused':>18}",
            *(_line(threshold, judged[: len(inside)], judged[len(inside) :]) for threshold in _THRESHOLDS),
        ]
    )


def _line(threshold: float, inside: Sequence[float], outside: Sequence[float]) -> str:
    wrong = statistics.fmean(probability < threshold for probability in inside)
    right = statistics.fmean(probability < threshold for probability in outside)
    return f"{threshold:10.2f}{wrong:18.3f}{right:18.3f}"
