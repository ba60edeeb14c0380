"""Yes or no where the documents settle it, and silence where it may be wrong."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answers.answer import Answer

Ask = Callable[..., Answer]


def opening(answer: Answer) -> str:
    """The first block of an answer."""
    return answer.text.split("\n\n")[0]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Kan en ven være pårørende?", "Ja, det står i planen."),
        ("Har I spurgt en eneste pårørendeforening, før I skrev planen?", "Ja, det står i planen."),
        ("Can a friend be a relative?", "Yes, the plan says so."),
        ("Vil I udarbejde en seniorpolitik?", "Ja, det står i planen."),
        ("Er det rigtigt, at I vil udarbejde en seniorpolitik?", "Ja, det står i planen."),
        ("Er der planlagt bostedslæger på Holmstrupgård?", "Ja, det er planlagt i 2024."),
        ("Er handleplanen om misbrug planlagt til 2025?", "Ja: planlagt i 2025."),
        ("Er ledelsesmodellen énstrenget?", "Ja, det står i planen."),
        (
            "Har Norddjurs positive erfaringer med sit beboer- og pårørenderåd?",
            "Ja, ifølge Norddjurs Kommune.",
        ),
    ],
)
def test_yes_and_who_says_so(ask: Ask, question: str, said: str) -> None:
    assert opening(ask(question)) == said


@pytest.mark.parametrize(
    "question",
    [
        "Er pejlemærkerne detailregulerede handlingsplaner?",
        "Ligger planen fast helt frem til 2027?",
        "Er tidsplanen hugget i granit?",
        "Er ligestilling mellem kønnene et af de valgte verdensmål?",
        "Was it only organisations on the list that were allowed to answer the hearing in 2023?",
        "Er det kun familien der kan være pårørende?",
        "Er det lederen på bostedet der bestemmer hvem der er pårørende?",
        "Er det regionen der har myndighedsansvaret?",
        "Refererer områdecheferne direkte til koncerndirektionen?",
        "Vil I stoppe med fagpiloterne?",
        "Er Norddjurs imod planen?",
        "Blev høringssvarene holdt hemmelige?",
        "Skal man være i familie for at være pårørende?",
    ],
)
def test_a_sentence_that_says_otherwise_is_a_no(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert opening(answer).startswith(("Nej", "No"))
    assert answer.citations


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Er der 20 pejlemærker i planen?", "Nej: 15 pejlemærker."),
        ("Var fristen 1. november 2023?", "Nej: 11. oktober 2023."),
        ("Passer det, at pejlemærke 2 har to punkter?", "Ja: 2 punkter."),
        ("Handler pejlemærke 9 om frivillige?", "Nej: pejlemærke 7."),
        ("Hører pejlemærke 11 under Ét socialområde?", "Nej: Fagligt stærke specialområder."),
        ("Kommer peer-fællesskaberne i 2024?", "Nej: planlagt i 2025."),
        (
            "Is Jacob Klærke chairman of the regional council?",
            "No: Formand for psykiatri- og socialudvalget.",
        ),
        ("Blev Socialområdet selvstændigt i 2015?", "Nej: 2020."),
    ],
)
def test_a_no_tells_what_is_right_where_the_structure_does(ask: Ask, question: str, said: str) -> None:
    assert opening(ask(question)) == said


@pytest.mark.parametrize(
    "question",
    [
        "Hvad siger planen om en seniorpolitik?",
        "Hvornår udarbejder I en seniorpolitik?",
        "Kan du fortælle om seniorpolitikken?",
        "Why do you have a senior policy?",
    ],
)
def test_an_open_question_has_no_yes(ask: Ask, question: str) -> None:
    assert not ask(question).text.startswith(("Ja", "Nej", "Yes", "No"))


@pytest.mark.parametrize(
    "question",
    [
        "Garanterer I en seniorpolitik?",
        "Har seniorerne ret til en seniorpolitik?",
        "Var folk glade eller sure over udkastet?",
        'Er "Ordet er dit" en bog?',
        "Er det sandt, at planen afsætter penge til flere medarbejdere?",
        "Vil planen give kommunerne lavere takster?",
        "Vil regionen bygge nye botilbud til unge?",
        "Kommer der en ny uddannelse for pædagoger i Aarhus?",
    ],
)
def test_what_the_documents_leave_open_is_answered_by_the_quotes_alone(ask: Ask, question: str) -> None:
    assert not ask(question).text.startswith(("Ja", "Nej"))


def test_what_is_not_found_is_no_no(ask: Ask) -> None:
    answer = ask("Er der elevator på bostedet?")
    assert answer.status == "not_in_documents"
    assert not answer.text.startswith("Nej")


def test_a_question_between_two_sides_names_the_one_that_speaks(ask: Ask) -> None:
    answer = ask("Er det kommunerne eller regionen der har myndighedsansvaret?")
    assert opening(answer) == "Kort svar: kommunerne."


def test_how_many_there_are_is_shown_where_it_stands(ask: Ask) -> None:
    answer = ask("Are there ten specialist areas?")
    assert opening(answer) == "No: 8 specialområder."
    assert [each.passage.id for each in answer.citations] == ["plan-2024/bevaegelse.6"]


@pytest.mark.parametrize(
    ("question", "passage"),
    [
        (
            "Hvad hed regionsrådsformanden, da den gamle sociale strategi kom i høring?",
            "brev-2013/underskrift.1",
        ),
        ("Hvem er regionsrådsformand?", "brev-2023/underskrift.1"),
    ],
)
def test_who_holds_an_office_is_told_by_the_signature(ask: Ask, question: str, passage: str) -> None:
    answer = ask(question)
    assert passage in [each.passage.id for each in answer.citations]


def test_an_office_nobody_signs_for_has_no_name(ask: Ask) -> None:
    answer = ask("Hvem er socialdirektør?")
    assert answer.status == "not_in_documents"
    assert "navn" in answer.text
