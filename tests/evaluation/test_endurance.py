"""The commands that break things on purpose: here short, by hand long."""

from __future__ import annotations

import pytest

from assistant.evaluation.endurance import damage_indexes, kill_ingests
from assistant.evaluation.gold import read_askings
from assistant.evaluation.switching import switch_under_load

pytestmark = pytest.mark.slow


def quietly(done: int, total: int) -> None:
    assert 0 < done <= total


def test_killed_ingests_lose_nothing() -> None:
    outcome = kill_ingests(3, 1, quietly)
    assert (outcome.tries, outcome.faults) == (3, [])
    assert sum(outcome.counts.values()) == 3


def test_damage_is_noticed_and_the_version_before_it_served() -> None:
    outcome = damage_indexes(12, 1, quietly)
    assert outcome.faults == []
    assert set(outcome.counts) == {"bit flip noticed", "truncation noticed"}


def test_clients_meet_no_error_and_no_mixture_while_documents_come_and_go() -> None:
    asked = [question for question, _ in read_askings("development")][:50]
    switching = switch_under_load(4, 250, asked)
    assert (switching.errors, switching.mixed) == ([], [])
    assert switching.questions == 250
    assert switching.seconds
    assert max(switching.seconds) < 5
