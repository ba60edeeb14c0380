"""What to ask first, and what to ask next: nothing is suggested that has no answer."""

from __future__ import annotations

from typing import get_args

import pytest

from assistant.answers.answer import Language
from assistant.answers.assistant import Assistant
from assistant.web.suggestions import BEGINNINGS, MOST, follow_ups

ASKED = [
    "Får beboerne en fast læge på bostedet?",
    "Hvad er planlagt i 2024?",
    "Hvad er Norddjurs Kommune bekymret for?",
    "Hvad er misbrug?",
    "Will residents get a doctor at their home?",
    "What does Norddjurs Kommune say about relatives?",
]


@pytest.mark.parametrize("question", [q for each in BEGINNINGS.values() for qs in each.values() for q in qs])
def test_every_beginning_gets_a_cited_answer_in_its_language(assistant: Assistant, question: str) -> None:
    answer = assistant.answer(question)
    assert answer.status == "answered"
    assert answer.citations
    assert answer.language == next(
        each for each, groups in BEGINNINGS.items() if question in sum(groups.values(), ())
    )


@pytest.mark.parametrize("question", ASKED)
def test_what_is_suggested_next_is_answered_and_new(assistant: Assistant, question: str) -> None:
    answer = assistant.answer(question)
    suggested = follow_ups(answer, assistant.catalogue)
    assert 1 <= len(suggested) <= MOST
    assert len(set(suggested)) == len(suggested)
    assert question not in suggested
    shown = {citation.passage.id for citation in answer.citations}
    for each in suggested:
        following = assistant.answer(each, [question])
        assert following.status == "answered", each
        assert following.language == answer.language, each
        assert not {citation.passage.id for citation in following.citations} <= shown, each


def test_the_three_kinds_of_users_are_served_in_both_languages() -> None:
    assert set(BEGINNINGS) == set(get_args(Language))
    for groups in BEGINNINGS.values():
        assert list(groups) == ["citizens", "council", "staff"]


def test_where_nothing_was_found_nothing_is_suggested(assistant: Assistant) -> None:
    assert follow_ups(assistant.answer("?!"), assistant.catalogue) == ()
