"""The rows of the timeline: of a year, of a strategispor, each with the point that it belongs to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answers.answer import Answer

Ask = Callable[..., Answer]
Cited = Callable[..., list[str]]


def rows(year: int, *counts: int) -> list[str]:
    """The ids of a year's rows, given how many each strategispor has."""
    return [f"t{year}.{spor}.{n}" for spor, count in enumerate(counts, 1) for n in range(1, count + 1)]


IN_2024, IN_2025 = rows(2024, 5, 4, 4), rows(2025, 6, 5, 6)
COMPLETE = {
    "Vis hele tidsplanen": [*IN_2024, *IN_2025],
    "Hvilke indsatser er planlagt i 2024?": IN_2024,
    "Hvad sker der i 2025?": IN_2025,
    "Which initiatives are planned for 2025?": IN_2025,
    "Hvad er planlagt i 2024 og 2025?": [*IN_2024, *IN_2025],
    "Hvad er planlagt i 2024 under Ét socialområde?": rows(2024, 5),
    "Alle indsatser i 2025 under Det hele menneske": rows(2025, 6, 5)[6:],
    "Tidsplan for Fagligt stærke specialområder": [*IN_2024[9:], *IN_2025[11:]],
    "What is planned under the whole person in 2024?": rows(2024, 5, 4)[5:],
}


@pytest.mark.parametrize(("question", "passages"), COMPLETE.items(), ids=COMPLETE)
def test_all_rows_in_order(ask: Ask, cited: Cited, question: str, passages: list[str]) -> None:
    assert ask(question).status == "answered"
    assert cited(question) == passages
