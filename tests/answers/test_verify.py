"""An answer that says what its citations do not never leaves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from assistant.answers.answer import Answer, Citation
from assistant.answers.verify import verify
from assistant.errors import UnverifiedError


@pytest.fixture
def answer(ask: Callable[..., Answer]) -> Answer:
    """Four quotes, sound as they are."""
    return ask("Hvad siger pejlemærke 7?")


def with_second(answer: Answer, second: Citation) -> Answer:
    first, _, *rest = answer.citations
    return replace(answer, citations=(first, second, *rest))


def test_a_sound_answer_is_returned_as_it_is(answer: Answer) -> None:
    assert verify(answer) is answer


@pytest.mark.parametrize(("start", "end"), [(1, 0), (-1, -1), (0, -1), (7, 7)])
def test_a_wrong_offset(answer: Answer, start: int, end: int) -> None:
    second = answer.citations[1]
    moved = replace(second, start=second.start + start, end=second.end + end)
    with pytest.raises(UnverifiedError):
        verify(with_second(answer, moved))


def test_a_quote_that_reaches_beyond_its_passage(answer: Answer) -> None:
    second = answer.citations[1]
    longer = replace(second, end=second.end + 30)
    told = replace(answer, text=answer.text.replace(second.quote, longer.quote))
    with pytest.raises(UnverifiedError, match="not within plan-2024/p7.1"):
        verify(with_second(told, longer))


def test_an_empty_quote(answer: Answer) -> None:
    second = answer.citations[1]
    empty = replace(second, end=second.start)
    told = replace(answer, text=answer.text.replace(second.quote, ""))
    with pytest.raises(UnverifiedError):
        verify(with_second(told, empty))


def test_a_quote_of_another_passage(answer: Answer) -> None:
    first, second, *_ = answer.citations
    with pytest.raises(UnverifiedError, match="not within plan-2024/p7"):
        verify(with_second(answer, replace(second, passage=first.passage)))


def test_a_passage_that_is_not_at_its_place(answer: Answer) -> None:
    second = answer.citations[1]
    moved = replace(second.passage, start=second.passage.start + 1)
    with pytest.raises(UnverifiedError, match="not at its place in plan-2024"):
        verify(with_second(answer, replace(second, passage=moved)))


def test_a_document_that_has_changed(answer: Answer) -> None:
    second = answer.citations[1]
    changed = replace(second.document, text=second.document.text.replace("skal", "kan"))
    with pytest.raises(UnverifiedError):
        verify(with_second(answer, replace(second, document=changed)))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Vi skal understøtte", "Vi kan understøtte"),
        ("« [2]", "«"),
        ("« [2]", "« [3]"),
        ("»Vi skal understøtte", "Vi skal understøtte"),
        ("Vi skal understøtte", "Vi  skal understøtte"),
    ],
)
def test_a_text_without_the_quote_and_its_marker(answer: Answer, old: str, new: str) -> None:
    assert old in answer.text
    with pytest.raises(UnverifiedError):
        verify(replace(answer, text=answer.text.replace(old, new)))


@pytest.mark.parametrize(
    "more",
    [
        "\n\n»Alle får en læge.« [5]",
        "\n\n»Alle får en læge.« [1]",
        "\n\nAlle får en læge [5].",
        "\n\nAlle [1].",
    ],
)
def test_a_marker_without_a_citation(answer: Answer, more: str) -> None:
    with pytest.raises(UnverifiedError):
        verify(replace(answer, text=answer.text + more))


def test_a_citation_that_the_text_does_not_use(answer: Answer) -> None:
    with pytest.raises(UnverifiedError):
        verify(replace(answer, text=answer.text.split("\n- ")[0]))


def test_citations_in_another_order(answer: Answer) -> None:
    with pytest.raises(UnverifiedError, match="markers"):
        verify(replace(answer, citations=answer.citations[::-1]))


def test_an_answer_without_a_citation(answer: Answer) -> None:
    with pytest.raises(UnverifiedError, match="without a citation"):
        verify(replace(answer, text="Alle får en læge.", citations=()))


def test_a_refusal_needs_no_citation() -> None:
    refusal = Answer("Hvad koster mælk?", "da", "not_in_documents", "Det finder jeg ikke svar på.")
    assert verify(refusal) is refusal
