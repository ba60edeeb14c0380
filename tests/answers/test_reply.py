"""What is to be said, before it is put into words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answers.reply import alternating
from assistant.search.retriever import Hit, Search


@pytest.fixture
def ranking(search: Search) -> Callable[..., list[Hit]]:
    """Hits of the passages with these ids, best first."""
    by_id = search.index.by_id
    return lambda *ids: [Hit(by_id[f"plan-2024/{each}"], 1 / at, 0.5) for at, each in enumerate(ids, 1)]


@pytest.mark.parametrize(
    ("rankings", "merged"),
    [
        ([["p1", "p2", "p3"]], ["p1", "p2", "p3"]),
        ([["p1", "p2"], ["p3", "p4"]], ["p1", "p3", "p2", "p4"]),
        ([["p1"], ["p2", "p3", "p4"]], ["p1", "p2", "p3", "p4"]),
        ([["p1", "p2"], ["p2", "p1"]], ["p1", "p2"]),
        ([["p1", "p2"], ["p1", "p3"], ["p4"]], ["p1", "p4", "p2", "p3"]),
        ([[], ["p1"]], ["p1"]),
        ([[], []], []),
    ],
)
def test_the_best_of_each_ranking_comes_first_and_none_twice(
    ranking: Callable[..., list[Hit]], rankings: list[list[str]], merged: list[str]
) -> None:
    found = alternating([ranking(*ids) for ids in rankings])
    assert [hit.passage.id for hit in found] == [f"plan-2024/{each}" for each in merged]


def test_a_passage_found_twice_keeps_the_hit_that_came_first(ranking: Callable[..., list[Hit]]) -> None:
    first, second = ranking("p1"), ranking("p2", "p1")
    assert alternating([first, second])[0] is first[0]
