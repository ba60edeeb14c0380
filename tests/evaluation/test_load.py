"""The table of how fast the app is, from a real one."""

from __future__ import annotations

import re

import pytest

from assistant.evaluation.load import Load, _row, load
from assistant.settings import environment_of


@pytest.mark.slow
def test_it_measures_an_app_of_its_own(index_root: object, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in environment_of(index=index_root).items():
        monkeypatch.setenv(name, value)
    table = load(Load(users=(1, 3), questions=2, think=0.1, browser=True))
    assert re.search(r"from start to the first page +\d+ ms p50", table)
    assert re.search(r"Enter to first words +\d+ ms p50", table)
    assert len(re.findall(r" 0 errors", table)) == 2
    assert "nobody got an answer" not in table
    assert re.search(r"memory before, after, at most \(MB\) +\d+ +\d+ +\d+", table)


def test_a_row_says_whether_it_is_within_what_is_allowed() -> None:
    assert re.search(r"x +100 ms p50 +290 ms p95 +within 300 ms", _row("x", [0.1] * 90 + [0.29] * 10, 0.3))
    assert "ABOVE 300 ms" in _row("x", [0.1] * 90 + [0.31] * 10, 0.3)
    assert "nobody" in _row("x", [], 0.3)
