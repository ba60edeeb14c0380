"""Fits how much of what was asked before decides what answers a follow-up."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from assistant.answers.assistant import Assistant
from assistant.answers.follow_up import FollowUps, signs
from assistant.evaluation.calibration import judged_apart, regression, searched
from assistant.evaluation.gold import GoldQuestion

_MOST_CHANGES, _WEIGHT_OF_A_CHANGE = 400, 0.3
"""With fewer, or lighter, a question of its own is answered from what was asked before it."""


def fit_follow_ups(assistant: Assistant, questions: Sequence[GoldQuestion]) -> tuple[FollowUps, str]:
    """How much what was asked before counts, and what cross-validation says of it.

    Beside the dialogues among the questions it is fitted on ``changes_of_subject``, which count less.
    """
    rows, labels, weights, groups = [], [], [], []
    dialogues = [each for each in questions if each.history and each.is_answerable]
    changes = changes_of_subject(questions)
    for group, gold in enumerate((*dialogues, *changes)):
        if (dialogue := assistant.dialogue(gold.text, gold.history)) is None:
            continue
        told: NDArray[np.bool_] = np.any(np.stack(dialogue.scores), axis=0)
        rows.append(signs(dialogue.scores, dialogue.traits)[told])
        for passage, is_told in zip(assistant.index.passages, told.tolist(), strict=True):
            if is_told:
                labels.append(passage.id in gold.passages)
                weights.append(0.25 if passage.id in gold.also else 1.0)
                groups.append(group)
    x, y, g = np.concatenate(rows), np.array(labels), np.array(groups)
    is_change = g >= len(dialogues)
    w = np.array(weights) * np.where(is_change, _WEIGHT_OF_A_CHANGE, 1.0)
    judged = judged_apart(x, y, w, g)
    best = np.array([of[np.argmax(judged[of])] for of in (np.flatnonzero(g == n) for n in set(groups))])
    right = np.array([y[row] or weights[row] < 1 for row in best])
    model = regression().fit(x, y, w)
    fitted = FollowUps(
        tuple(round(float(each), 4) for each in model.coef_[0]), round(float(model.intercept_[0]), 4)
    )
    return fitted, "\n".join(
        f"{len(each)} {name}, {np.mean(each):.3f} begin with a right passage"
        for name, each in (
            ("follow-ups", right[~is_change[best]]),
            ("changes of subject", right[is_change[best]]),
        )
        if len(each)
    )


def changes_of_subject(questions: Sequence[GoldQuestion]) -> list[GoldQuestion]:
    """Dialogues in which somebody asks one thing and then quite another: questions of their own, in pairs."""
    asked = [each for each in searched(questions) if each.is_answerable]
    random.Random(0).shuffle(asked)
    half = min(_MOST_CHANGES, len(asked) // 2)
    return [
        replace(each, history=(before.text,))
        for each, before in zip(asked[:half], asked[half : 2 * half], strict=True)
    ]
