"""Two sides are searched each in its own documents, and quoted one after the other."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answers.answer import Answer
from assistant.answers.reading.question import read_question
from assistant.answers.side_by_side import SideBySide
from assistant.search.catalogue import Catalogue
from assistant.search.retriever import Search

Ask = Callable[..., Answer]
Cited = Callable[..., list[str]]


@pytest.fixture(scope="module")
def beside(search: Search, catalogue: Catalogue) -> SideBySide:
    return SideBySide(search, catalogue, top_k=10)


def test_what_compares_nothing_is_not_compared(beside: SideBySide, catalogue: Catalogue) -> None:
    assert beside.reply(read_question("Hvem er pårørende?", catalogue)) is None
    assert beside.reply(read_question("Sammenlign planen og Norddjurs", catalogue)) is None


def test_a_comparison_finds_for_each_side_in_its_own_documents(
    beside: SideBySide, catalogue: Catalogue
) -> None:
    reply = beside.reply(read_question("Sammenlign planen og Norddjurs om rekruttering", catalogue))
    assert reply is not None
    assert [hit.passage.role for hit in reply.hits[:4]] == ["plan", "response", "plan", "response"]
    roles = [quote.passage.role for quote in reply.quotes]
    assert roles == sorted(roles), "the plan first, then the response"
    assert set(roles) == {"plan", "response"}


@pytest.mark.parametrize(
    ("question", "passages"),
    [
        (
            "Hvem skrev under i 2013 kontra 2023?",
            ["brev-2013/underskrift.1", "brev-2023/underskrift.1", "brev-2023/underskrift.2"],
        ),
        ("Bilag til det gamle og det nye brev - er der forskel?", ["brev-2013/vedlagt", "brev-2023/vedlagt"]),
    ],
)
def test_two_letters_are_compared_with_each_other(cited: Cited, question: str, passages: list[str]) -> None:
    assert set(passages) <= set(cited(question))


def test_each_side_gives_the_detail_that_its_own_clause_asks_for(cited: Cited) -> None:
    found = cited("Støtter Norddjurs samarbejdsaftalen med psykiatrien, og hvilket år står den til i planen?")
    assert {"t2024.1.1", "svar-norddjurs/9"} <= set(found)


def test_two_documents_of_the_region_are_compared(ask: Ask) -> None:
    answer = ask(
        "Står der det samme i brevet og på hjemmesiden om, hvornår planen blev godkendt og sendt i høring?"
    )
    assert {citation.document.id for citation in answer.citations} == {"brev-2023", "side-2023"}
