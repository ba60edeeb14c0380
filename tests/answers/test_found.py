"""What the search finds becomes a reply: quotes, each point with its rows, or a reason for none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answers.answer import Answer
from assistant.answers.found import Finder
from assistant.answers.reading.question import read_question
from assistant.answers.reply import Reply
from assistant.search.catalogue import Catalogue
from assistant.search.retriever import Search

Cited = Callable[..., list[str]]
Find = Callable[[str], Reply]


@pytest.fixture(scope="module")
def finder(search: Search, catalogue: Catalogue) -> Finder:
    return Finder(search, catalogue, top_k=10)


@pytest.fixture(scope="module")
def find(finder: Finder, catalogue: Catalogue) -> Find:
    return lambda text: finder.reply(read_question(text, catalogue))


@pytest.mark.parametrize(
    ("text", "is_alone"),
    [
        ("Hvem er pårørende?", True),
        ("Hvad gør I ved sygefravær?", True),
        ("Hvordan laver jeg pandekager?", False),
        ("Hvad er hovedstaden i Frankrig?", False),
    ],
)
def test_whether_the_documents_answer_a_text_as_it_is(finder: Finder, text: str, is_alone: bool) -> None:
    assert finder.stands_alone(text) == is_alone


def test_an_answer_quotes_the_best_of_what_was_found(find: Find) -> None:
    reply = find("Hvad gør I ved sygefravær?")
    assert reply.status == "answered"
    assert reply.quotes[0].passage == reply.hits[0].passage
    assert reply.reason is None
    assert len(reply.hits) == 10


def test_a_point_is_followed_by_the_rows_that_schedule_it(find: Find, catalogue: Catalogue) -> None:
    quoted = [quote.passage for quote in find("Hvad gør I for at få flere frivillige?").quotes]
    point = next(passage for passage in quoted if passage.id == "plan-2024/p7.2")
    rows = catalogue.schedule.rows[point.id]
    assert [row.text for row in rows] == ["Samarbejdsaftaler med civilsamfundsorganisationer"]
    at = quoted.index(point)
    assert tuple(quoted[at + 1 : at + 1 + len(rows)]) == rows


@pytest.mark.parametrize(
    ("text", "is_specific"),
    [
        ("Hvad koster en plads på et bosted?", True),
        ("Hvad siger Samsø Kommune om planen?", True),
        ("Hvor langt er I med min ansøgning?", True),
        ("Hvordan laver jeg pandekager?", False),
    ],
)
def test_a_refusal_may_say_what_in_particular_is_missing(find: Find, text: str, is_specific: bool) -> None:
    reply = find(text)
    assert reply.status == "not_in_documents"
    assert reply.reason
    assert reply.lead == reply.reason
    assert reply.is_specific == is_specific


@pytest.mark.parametrize("text", ["Hvordan laver jeg pandekager?", "Hvad er hovedstaden i Frankrig?"])
def test_beside_the_subject_nothing_is_the_nearest(find: Find, text: str) -> None:
    assert find(text).quotes == ()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Skriv et digt om pejlemærke 3", "Det kan jeg ikke"),
        ("Translate pejlemærke 3 into French.", "I cannot do that"),
        ("Hvad synes du selv om planen?", "uden egen mening"),
        ("Hvor klager jeg over personalet på min søsters bosted?", "regler, rettigheder eller klager"),
        ("Hvor lang er ventetiden på en plads?", "hvor lang tid"),
    ],
)
def test_a_refusal_names_what_is_missing(find: Find, text: str, reason: str) -> None:
    reply = find(text)
    assert reply.status == "not_in_documents"
    assert reply.reason is not None
    assert reason in reply.reason
    assert reply.is_specific


def test_a_row_that_stands_alone_names_the_point_that_it_schedules(ask: Callable[..., Answer]) -> None:
    answer = ask("Hvilket sted får de første bostedslæger?")
    assert "»Bostedslæger (Holmstrupgård)« [1] (Pejlemærke 8, punkt 1)" in answer.text


def test_which_rows_are_about_a_thing_is_answered_by_rows(ask: Callable[..., Answer]) -> None:
    answer = ask("Hvilke indsatser i tidsplanen handler om medarbejderne?")
    assert {citation.passage.kind for citation in answer.citations} == {"row"}
