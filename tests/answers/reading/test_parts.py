"""Two questions in one message, each answered; one question stays one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answers.answer import Answer
from assistant.answers.reading.parts import parts

Ask = Callable[..., Answer]
Cited = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        (
            "Hvor længe løb høringen, og hvor mange svarede?",
            ["Hvor længe løb høringen?", "hvor mange svarede?"],
        ),
        (
            "Hvad er fristen? Hvor sender jeg mit svar hen?",
            ["Hvad er fristen?", "Hvor sender jeg mit svar hen?"],
        ),
        (
            "Får bostedet en læge, og kan jeg være med i et råd?",
            ["Får bostedet en læge?", "kan jeg være med i et råd?"],
        ),
        ("What is the deadline and where do I send it?", ["What is the deadline?", "where do I send it?"]),
        (
            "Hvem er pårørende, hvad er et pejlemærke, og hvornår er fristen?",
            ["Hvem er pårørende?", "hvad er et pejlemærke?", "hvornår er fristen?"],
        ),
        (
            "To ting: 1) hvornår kommer der en læge 2) hvad koster det",
            ["hvornår kommer der en læge?", "hvad koster det?"],
        ),
        (
            "Pårørendepolitikken: hvilket år, og hvad handler den om?",
            ["Pårørendepolitikken: hvilket år?", "Pårørendepolitikken: hvad handler den om?"],
        ),
        (
            "Name the strategic tracks and tell me how many points each one has.",
            ["Name the strategic tracks?", "how many points each one has?"],
        ),
        (
            "hva sker der med oliefyrene og gør I noget ved madspild",
            ["hva sker der med oliefyrene?", "gør I noget ved madspild?"],
        ),
        (
            "Er svarene positive? Og må jeg læse dem et sted",
            ["Er svarene positive?", "Og må jeg læse dem et sted"],
        ),
        (
            "What is promised, and in which year?",
            ["What is promised?", "in which year?"],
        ),
    ],
)
def test_each_question_of_a_message(text: str, questions: list[str]) -> None:
    assert parts(text) == questions


def test_what_is_told_before_the_questions_belongs_to_each() -> None:
    assert parts("Min søn er syg. Får han en læge? Og hvem hjælper mig?") == [
        "Min søn er syg. Får han en læge?",
        "Min søn er syg. Og hvem hjælper mig?",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Hvad siger planen om frivillige?",
        "Min søn bor på et bosted. Han er tit syg. Får han en læge?",
        "Hvad siger pejlemærke 7 og 9?",
        "Hvad gør I, hvis en borger bliver syg?",
        "Jeg vil gerne vide, hvem der er pårørende, og hvad planen siger om frivillige",
        "Hvad og hvem?",
        "Er der nogen, der holder styr på, hvad der hjælper, og hvad der er spild af tid?",
        "Hvem bor og arbejder i huset?",
        "Er det kommunen, der betaler, eller er det regionen?",
        "pårørende",
        "",
    ],
)
def test_one_question_stays_one(text: str) -> None:
    assert parts(text) == [text]


def test_more_than_three_questions_are_left_in_one() -> None:
    text = "Hvem er pårørende? Hvad er et pejlemærke? Hvornår er fristen? Hvor sender jeg svar?"
    assert parts(text) == [text]


@pytest.mark.parametrize(
    ("question", "passages"),
    [
        ("Hvad er fristen, og hvor sender jeg mit svar hen?", ("brev-2023/9", "brev-2023/11")),
        ("Får bostedet en læge? Og hvad gør I ved sygefravær?", ("p8.1", "p14.3")),
        ("Hvem er pårørende, og hvad gør I ved sygefravær?", ("paaroerende", "p14.3")),
        ("Hvem er pårørende, og hvad er planlagt i 2025?", ("paaroerende", "t2025.1.1")),
        ("What is the deadline and where do I send my response?", ("brev-2023/9", "brev-2023/11")),
    ],
)
def test_both_questions_are_answered_in_their_order(
    cited: Cited, question: str, passages: tuple[str, str]
) -> None:
    first, second = passages
    assert cited(question).index(first) < cited(question).index(second)


def test_each_part_has_its_own_short_answer(ask: Ask) -> None:
    blocks = ask("Hvad er fristen, og hvor sender jeg mit svar hen?").text.split("\n\n")
    assert blocks.index("Kort svar: 11. oktober 2023.") == 0
    assert blocks.index("Kort svar: visionsogudviklingsplan@social.rm.dk.") > 1


def test_two_lists_in_one_message(cited: Cited) -> None:
    assert cited("Hvad siger pejlemærke 7, og hvad siger pejlemærke 9?") == [
        "p7", "p7.1", "p7.2", "p7.3", "p9", "p9.1", "p9.2",
    ]  # fmt: skip


def test_a_part_that_does_not_exist_is_told_beside_the_one_that_does(ask: Ask, cited: Cited) -> None:
    question = "Hvad siger pejlemærke 16, og hvad siger pejlemærke 9?"
    answer = ask(question)
    assert answer.status == "answered"
    assert answer.text.startswith("Der er ikke noget pejlemærke 16 i planen.")
    assert cited(question) == ["p9", "p9.1", "p9.2"]


def test_what_is_refused_for_a_reason_is_told_beside_what_is_answered(ask: Ask) -> None:
    answer = ask("Hvad koster en plads, og hvem er pårørende?")
    assert answer.status == "answered"
    assert "ikke noget beløb" in answer.text
    assert "plan-2024/paaroerende" in {citation.passage.id for citation in answer.citations}


def test_what_is_refused_without_a_reason_is_told_in_a_line_of_its_own(ask: Ask) -> None:
    answer = ask("Hvem er pårørende, og hvordan laver jeg pandekager?")
    assert answer.status == "answered"
    assert "Om »hvordan laver jeg pandekager?«: Det finder jeg ikke svar på" in answer.text


def test_a_later_question_is_of_the_hearing_that_the_first_is_of(ask: Ask) -> None:
    answer = ask("Hvem skrev under i 2013, og hvad hed visionen?")
    assert {citation.document.id for citation in answer.citations} == {"brev-2013"}


def test_a_story_with_one_question_is_answered_once(ask: Ask) -> None:
    story = "Min søn bor på et bosted. Han er tit syg. Får bostedet en læge?"
    assert ask(story).citations[0].passage.id in {"plan-2024/p8.1", "plan-2024/t2024.2.1"}
    assert ask(story).text.count("Ja,") <= 1


@pytest.mark.parametrize(
    "text",
    [
        "Hvad sker der om misbrug, og i hvilket pejlemærke står det?",
        "What was promised about temporary staff, and in which point?",
        "Hvornår kommer bostedslæger, og hvilket strategispor hører det til?",
    ],
)
def test_where_it_stands_is_no_question_of_its_own(text: str) -> None:
    """Every citation tells it."""
    assert parts(text) == [text]
