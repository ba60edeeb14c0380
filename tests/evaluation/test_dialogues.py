"""How much of what was asked before counts: fitted on a part of the dialogues."""

from __future__ import annotations

import pytest

from assistant.answers.assistant import Assistant
from assistant.answers.follow_up import FollowUps
from assistant.evaluation.dialogues import changes_of_subject, fit_follow_ups
from assistant.evaluation.gold import GoldQuestion, read_gold


@pytest.fixture(scope="module")
def development(assistant: Assistant) -> list[GoldQuestion]:
    return read_gold("development", assistant.index.by_id)


@pytest.mark.slow
def test_dialogues_teach_how_much_of_what_was_before_counts(
    assistant: Assistant, development: list[GoldQuestion]
) -> None:
    dialogues = [each for each in development if each.history][::3]
    others = [each for each in development if not each.history][:60]
    model, told = fit_follow_ups(assistant, [*dialogues, *others])
    assert len(model.coefficients) == len(FollowUps.open().coefficients)
    followed, changed = told.splitlines()
    assert 50 < int(followed.split()[0]) < len(dialogues)
    assert 20 < int(changed.split()[0]) <= len(changes_of_subject(others))
    assert "changes of subject" in changed
    for line in (followed, changed):
        assert 0.6 < float(line.rpartition(", ")[2].split()[0]) <= 1


def test_a_change_of_subject_asks_one_thing_and_then_another(development: list[GoldQuestion]) -> None:
    by_id = {each.id: each for each in development}
    changes = changes_of_subject(development)
    assert len(changes) > 100
    for change in changes:
        assert change.text == by_id[change.id].text
        assert change.history[0] != change.text
        assert change.is_answerable
