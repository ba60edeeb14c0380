"""Two sides of one matter: the plan and a response, or the hearings of 2013 and 2023."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answers.answer import Answer
from assistant.answers.compare import matter, sides
from assistant.answers.reading.question import read_question
from assistant.search.catalogue import Catalogue

Ask = Callable[..., Answer]
Cited = Callable[..., list[str]]

PLAN, NORDDJURS = "planen", "høringssvaret fra Norddjurs Kommune"
EARLIER, NOW = "Social Strategi 2013", "visions- og udviklingsplanen 2024-2027"


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Sammenlign planen og Norddjurs om pårørende", (PLAN, NORDDJURS)),
        ("Hvad er forskellen på regionens og Norddjurs' syn på rekruttering?", (PLAN, NORDDJURS)),
        ("Hvad siger planen om klima kontra høringssvarene?", (PLAN, NORDDJURS)),
        ("Hvad mener regionen om overgange, mens kommunen mener hvad?", (PLAN, NORDDJURS)),
        ("Sammenlign fristen i 2013 med fristen i 2023", (EARLIER, NOW)),
        ("Hvordan adskiller den nye plan sig fra Social Strategi?", (EARLIER, NOW)),
        ("Compare the deadline in 2013 with 2023", ("the Social Strategy of 2013",)),
        ("Compare the plan and Norddjurs on relatives", ("the plan", "the response from Norddjurs Kommune")),
    ],
)
def test_the_sides_of_a_comparison(catalogue: Catalogue, question: str, names: tuple[str, ...]) -> None:
    found = sides(read_question(question, catalogue), catalogue)
    assert len(found) == 2
    assert tuple(side.name for side in found)[: len(names)] == names
    held = [
        {
            each.id
            for each in catalogue.documents
            if any(side.holds(passage, each) for passage in each.passages)
        }
        for side in found
    ]
    assert held[0] & held[1] == set()
    assert all(held)


@pytest.mark.parametrize(
    "question",
    [
        "Hvad siger planen om pårørende?",
        "Hvad siger Norddjurs om planen?",
        "Hvad mener Norddjurs om regionens plan?",
        "Hvornår var fristen i 2013?",
        "Hvad sker der i 2024 og 2025?",
        "Er planen og Samsø enige om økonomi?",
        "What does Norddjurs think about the plan?",
    ],
)
def test_what_compares_nothing(catalogue: Catalogue, question: str) -> None:
    assert sides(read_question(question, catalogue), catalogue) == ()


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Sammenlign planen og Norddjurs om pårørende", "pårørende"),
        ("Hvad er forskellen på regionens og Norddjurs' syn på rekruttering?", "rekruttering"),
        ("Sammenlign fristen i 2013 med fristen i 2023", "fristen fristen"),
        ("Compare the plan and Norddjurs on relatives", "relatives"),
        ("Sammenlign planen og høringssvaret", ""),
    ],
)
def test_the_matter_is_what_is_left_without_the_sides(
    catalogue: Catalogue, question: str, words: str
) -> None:
    assert matter(read_question(question, catalogue)) == words


def documents(answer: Answer) -> list[str]:
    """The documents that an answer cites, each once, in the order of the text."""
    return list(dict.fromkeys(citation.document.id for citation in answer.citations))


@pytest.mark.parametrize(
    ("question", "passages"),
    [
        ("Sammenlign planen og Norddjurs om pårørende", {"svar-norddjurs/4"}),
        (
            "Hvad er forskellen på regionens og Norddjurs' syn på rekruttering?",
            {"udfordringer.4", "svar-norddjurs/7"},
        ),
        ("Er planen og Norddjurs enige om misbrug?", {"p10.4", "svar-norddjurs/8"}),
        (
            "What do the plan and Norddjurs each say about staff shortages?",
            {"udfordringer.4", "svar-norddjurs/7"},
        ),
        ("Hvad siger planen om misbrug, og hvad siger Norddjurs?", {"p10.4", "svar-norddjurs/8"}),
    ],
)
def test_the_plan_and_a_response_side_by_side(
    ask: Ask, cited: Cited, question: str, passages: set[str]
) -> None:
    assert passages <= set(cited(question))
    assert documents(ask(question)) == ["plan-2024", "svar-norddjurs"]


def test_a_comparison_says_whom_it_compares(ask: Ask) -> None:
    answer = ask("Sammenlign planen og Norddjurs om pårørende")
    lead, *blocks = answer.text.split("\n\n")
    assert lead == "Planen og høringssvaret fra Norddjurs Kommune side om side:"
    speakers = [block.split("\n")[0] for block in blocks]
    assert speakers[0].startswith("Planen siger")
    assert speakers[-1] == "Norddjurs Kommune skriver i sit høringssvar:"
    english = ask("Compare the plan and Norddjurs on relatives").text
    assert english.startswith("The plan and the response from Norddjurs Kommune side by side:")


@pytest.mark.parametrize(
    "question",
    [
        "Sammenlign planen og Norddjurs om klima",
        "Sammenlign planen og Norddjurs om bostedslæger",
        "Sammenlign planen og Norddjurs om seniorpolitik",
        "Hvad siger planen og Norddjurs om bæredygtighed?",
        "Hvad siger planen om seniorpolitik, og hvad siger Norddjurs?",
    ],
)
def test_a_side_that_says_nothing_is_told_and_not_quoted(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert documents(answer) == ["plan-2024"]
    assert answer.text.endswith("Om det siger høringssvaret fra Norddjurs Kommune ikke noget.")


@pytest.mark.parametrize(
    ("question", "passages"),
    [
        ("Hvornår var fristen i 2013 og i 2023?", ("brev-2013/5", "brev-2023/9")),
        ("Compare the deadline in 2013 with 2023", ("brev-2013/5", "brev-2023/9")),
        ("Hvem skrev under i 2013 og i 2023?", ("brev-2013/underskrift.1", "brev-2023/underskrift.1")),
        ("Hvor skulle man sende svar i 2013, og hvor i 2023?", ("brev-2013/5", "side-2023/8")),
        ("How does the vision of 2013 differ from the current one?", ("brev-2013/3", "brev-2023/2")),
        ("Hvad er forskellen på visionen i 2013 og nu?", ("brev-2013/3", "visionen")),
    ],
)
def test_2013_and_2023_side_by_side(cited: Cited, question: str, passages: tuple[str, str]) -> None:
    found = cited(question)
    assert set(passages) <= set(found)
    years = [passage.startswith("brev-2013/") for passage in found]
    assert years == sorted(years, reverse=True), "first all of 2013, then all of 2023"


def test_the_two_deadlines_are_told_apart(ask: Ask) -> None:
    lead = ask("Hvornår var fristen i 2013 og i 2023?").text.split("\n")[0]
    assert lead.index("2. september 2013") < lead.index("11. oktober 2023")


def test_nothing_is_compared_with_who_has_not_responded(ask: Ask) -> None:
    answer = ask("Sammenlign planen og Samsø om pårørende")
    assert answer.status == "not_in_documents"
    assert "Samsø Kommune" in answer.text


@pytest.mark.parametrize("question", ["Sammenlign planen og Norddjurs", "Compare the plan and the response"])
def test_a_comparison_without_a_matter_invents_none(ask: Ask, question: str) -> None:
    assert "ikke noget." not in ask(question).text
    assert "says nothing" not in ask(question).text
