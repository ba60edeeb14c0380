"""The exact fact, cut from the passage that gives it, before the quotes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answers.answer import Answer, Language
from assistant.answers.assistant import Assistant
from assistant.answers.facts import short_answer
from assistant.answers.reading.details import detail_asked
from assistant.documents.passages import Passage
from assistant.search.tokens import fold

Ask = Callable[..., Answer]
Short = Callable[..., str]


@pytest.fixture(scope="module")
def short(assistant: Assistant) -> Short:
    """The short answer that some passages give to a question; ids of the plan without "plan-2024/"."""
    by_id = assistant.index.by_id

    def answer(question: str, *ids: str, language: Language = "da") -> str:
        passages: list[Passage] = [by_id.get(each) or by_id[f"plan-2024/{each}"] for each in ids]
        return short_answer(detail_asked(question), fold(question), language, passages)

    return answer


@pytest.mark.parametrize(
    ("question", "passage", "value"),
    [
        # a date; of a span its start, its end, or all of it
        ("Hvornår godkendte regionsrådet udkastet?", "brev-2023/8", "23. august 2023"),
        ("Hvilken dag behandler regionsrådet planen?", "side-2023/9", "20. december 2023"),
        ("Hvornår blev Socialområdet selvstændigt?", "bevaegelse.5", "2020"),
        ("Hvornår er fristen?", "side-2023/2", "11. oktober 2023"),
        ("Hvornår startede høringen?", "side-2023/2", "25. august"),
        ("Hvornår løb høringen?", "side-2023/2", "25. august til 11. oktober 2023"),
        ("Hvor længe løb høringen?", "side-2023/2", "25. august til 11. oktober 2023"),
        ("Hvornår behandler regionsrådet planen endeligt?", "side-2023/9", "20. december 2023"),
        # a count, with what it counts
        ("Hvor mange høringssvar er der kommet?", "side-2023/2", "33 høringssvar"),
        ("Hvor mange pejlemærker er der?", "forord.3", "15 pejlemærker"),
        ("Hvor mange specialområder har regionen?", "bevaegelse.6", "otte store specialområder"),
        ("Hvor mange strategispor er der?", "brev-2023/3", "tre strategispor"),
        # a name with its office
        ("Hvem har underskrevet brevet?", "brev-2023/underskrift.1", "Anders Kühnau, Regionsrådsformand"),
        (
            "Hvem har underskrevet brevet fra 2013?",
            "brev-2013/underskrift.1",
            "Bent Hansen, Regionsrådsformand",
        ),
        # an address, a place, how often
        ("Hvor sender jeg mit svar hen?", "brev-2023/11", "visionsogudviklingsplan@social.rm.dk"),
        ("Hvor skulle man sende sit svar hen?", "brev-2013/5", "Jenspeter.Ilsoee@ps.rm.dk"),
        ("Hvilket bosted starter med læger?", "t2024.2.1", "Holmstrupgård"),
        ("Hvor tit bliver tidsplanen revideret?", "tidsplan.note", "hvert år"),
        ("Hvor ofte er der dialogmøde med kommunerne?", "p1.2", "årligt"),
    ],
)
def test_the_fact_in_one_sentence(short: Short, question: str, passage: str, value: str) -> None:
    assert short(question, passage) == f"Kort svar: {value}."


def test_a_web_address_ends_before_the_full_stop(short: Short) -> None:
    told = short("Hvilken webadresse kan svarene læses på?", "brev-2013/6")
    assert told == "Kort svar: http://www.rm.dk/psykiatri+og+social/planer+og+aftaler/social+strategi."


@pytest.mark.parametrize(
    ("question", "passages", "value"),
    [
        ("When is the deadline?", ["brev-2023/9"], "11 October 2023 (»11. oktober 2023«)"),
        ("When did the hearing begin?", ["side-2023/2"], "25 August (»25. august«)"),
        (
            "When was the hearing?",
            ["side-2023/2"],
            "25 August to 11 October 2023 (»25. august til 11. oktober 2023«)",
        ),
        ("When will there be doctors?", ["t2024.2.1"], "planned for 2024"),
        ("How many responses were received?", ["side-2023/2"], "33 høringssvar"),
        (
            "Who signed the letter?",
            ["brev-2023/underskrift.2"],
            "Jacob Klærke, Formand for psykiatri- og socialudvalget",
        ),
    ],
)
def test_facts_in_english_dates_with_the_document_s_own_spelling(
    short: Short, question: str, passages: list[str], value: str
) -> None:
    assert short(question, *passages, language="en") == f"In short: {value}."


@pytest.mark.parametrize(
    ("question", "passages", "value"),
    [
        ("Hvornår kommer der bostedslæger?", ["t2024.2.1", "p8.1"], "planlagt i 2024"),
        ("Hvornår kommer takstgrundlaget?", ["t2025.1.1", "t2024.1.2", "p1.1"], "planlagt i 2024 og 2025"),
    ],
)
def test_a_year_of_the_timeline_is_told_as_planned(
    short: Short, question: str, passages: list[str], value: str
) -> None:
    assert short(question, *passages) == f"Kort svar: {value}."


def test_one_date_told_more_or_less_fully_is_told_once(short: Short) -> None:
    assert short("Hvornår er fristen?", "brev-2023/9", "brev-2023/1", "side-2023/2", "side-2023/7") == (
        "Kort svar: 11. oktober 2023."
    )


def test_two_dates_that_differ_are_told_apart(short: Short) -> None:
    assert short("Hvornår var fristen i 2013 og i 2023?", "brev-2013/5", "brev-2023/9") == (
        "Kort svar, sted for sted: 2. september 2013 (Høringsbrev 2013, afsnit 5) "
        "og 11. oktober 2023 (Høringsbrev 2023, afsnit 9)."
    )
    assert short("Hvornår er det?", "t2024.2.1", "brev-2023/9").startswith(
        "Kort svar, sted for sted: planlagt i 2024 (Tidsplan 2024 · Det hele menneske) og 11. oktober 2023"
    )


@pytest.mark.parametrize("language", ["da", "en"])
def test_two_who_signed_are_both_named_as_the_letter_names_them(short: Short, language: Language) -> None:
    question = "Hvem har underskrevet brevet?" if language == "da" else "Who signed the letter?"
    told = short(question, "brev-2023/underskrift.1", "brev-2023/underskrift.2", language=language)
    assert told.count("Anders Kühnau, Regionsrådsformand") == 1
    assert told.count("Jacob Klærke, Formand for psykiatri- og socialudvalget") == 1
    assert "psykiatri- and" not in told


def test_two_addresses_that_differ_are_both_told(short: Short) -> None:
    told = short("Hvor skulle man sende svar hen i 2013 og i 2023?", "brev-2013/5", "brev-2023/11")
    assert "Jenspeter.Ilsoee@ps.rm.dk" in told
    assert "visionsogudviklingsplan@social.rm.dk" in told


@pytest.mark.parametrize(
    ("question", "passage"),
    [
        ("Hvad siger planen om takster?", "p1.1"),  # asks for no fact
        ("Hvornår kommer der et nyt takstgrundlag?", "p1.1"),  # holds no date
        ("Hvad koster en plads?", "p1.1"),  # amounts are never cut out
        ("Hvor mange pladser er der?", "bevaegelse.6"),  # counts something else
        ("Hvad hedder områdechefen?", "organisering"),  # names an office, nobody in it
    ],
)
def test_no_short_answer_without_the_fact(short: Short, question: str, passage: str) -> None:
    assert short(question, passage) == ""


@pytest.mark.parametrize(
    ("question", "opening", "quoted"),
    [
        ("Hvornår godkendte regionsrådet udkastet?", "Kort svar: 23. august 2023.", "23. august 2023"),
        ("Hvad er fristen?", "Kort svar: 11. oktober 2023.", "11. oktober 2023"),
        ("Hvornår skulle man svare på høringen?", "Kort svar: 11. oktober 2023.", "11. oktober 2023"),
        ("Hvad er fristen for at svare?", "Kort svar: 11. oktober 2023.", "11. oktober 2023"),
        (
            "Hvornår behandler regionsrådet planen endeligt?",
            "Kort svar: 20. december 2023.",
            "20. december 2023",
        ),
        ("Hvornår var fristen i 2013?", "Kort svar: 2. september 2013.", "2. september 2013"),
        (
            "When was the deadline in 2013?",
            "In short: 2 September 2013 (»2. september 2013«).",
            "2. september",
        ),
        ("Hvor mange høringssvar er der kommet?", "Kort svar: 33 høringssvar.", "33 høringssvar"),
        ("Hvornår kommer der bostedslæger?", "Kort svar: planlagt i 2024.", "Bostedslæger"),
        ("Hvem skrev under på brevet i 2013?", "Kort svar: Bent Hansen, Regionsrådsformand.", "Bent Hansen"),
        ("Hvilket bosted starter med bostedslæger?", "Kort svar: Holmstrupgård.", "Holmstrupgård"),
    ],
)
def test_the_fact_opens_the_answer_and_a_quote_bears_it_out(
    ask: Ask, question: str, opening: str, quoted: str
) -> None:
    answer = ask(question)
    assert answer.text.split("\n")[0] == opening
    assert quoted in answer.citations[0].quote


def test_the_date_of_a_response_is_not_the_deadline(ask: Ask) -> None:
    """Norddjurs dated its response a month before the deadline."""
    assert ask("Hvornår er fristen for høringssvar?").text.startswith("Kort svar: 11. oktober 2023.")


@pytest.mark.parametrize(
    "question",
    [
        "Hvad hedder regionsrådets formand?",
        "Hvem er formand for regionsrådet?",
        "Hvad hedder regionsrådsformanden?",
    ],
)
def test_an_office_is_known_in_one_word_or_two_and_its_holder_alone_is_told(
    ask: Callable[..., Answer], question: str
) -> None:
    assert ask(question).text.startswith("Kort svar: Anders Kühnau, ")
