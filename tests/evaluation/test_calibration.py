from __future__ import annotations

import re
from pathlib import Path

import pytest

from assistant.answers.relevance import COEFFICIENTS, INTERCEPT, LEAST_PROBABILITY
from assistant.evaluation.calibration import calibrate
from assistant.settings import Settings

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def printed(settings: Settings, index_root: Path) -> str:
    return calibrate(settings)


def test_what_is_in_use_is_what_calibration_prints(printed: str) -> None:
    coefficients, intercept = re.findall(r"^[A-Z]+ = (.+)$", printed, re.MULTILINE)
    fitted = [float(each) for each in coefficients.strip("()").split(", ")]
    assert fitted == pytest.approx(COEFFICIENTS, rel=0.01)
    assert float(intercept) == pytest.approx(INTERCEPT, rel=0.01)


def test_the_table_trades_wrong_refusals_for_right_ones(printed: str) -> None:
    lines = printed.splitlines()
    assert re.fullmatch(r"\d{3} questions with an answer, \d{3} without", lines[0])
    rows = [[float(cell) for cell in line.split()] for line in lines[4:]]
    assert len(rows) > 3
    for column in zip(*rows, strict=True):
        assert list(column) == sorted(column)
    by_threshold = {row[0]: row[1:] for row in rows}
    assert LEAST_PROBABILITY in by_threshold, "the threshold in use is one of those shown"
    wrongly, rightly = by_threshold[LEAST_PROBABILITY]
    assert wrongly < 0.1
    assert rightly > 0.7
