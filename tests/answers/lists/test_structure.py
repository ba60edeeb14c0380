"""Complete answers: every part, in the documents' order, with a count that is the list's."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from assistant.answers.answer import Answer

Ask = Callable[..., Answer]
Cited = Callable[..., list[str]]


def numbered(first: int, last: int) -> list[str]:
    return [f"p{number}" for number in range(first, last + 1)]


def rows(year: int, *counts: int) -> list[str]:
    """The ids of a year's rows, given how many each strategispor has."""
    return [f"t{year}.{spor}.{n}" for spor, count in enumerate(counts, 1) for n in range(1, count + 1)]


IN_2024, IN_2025 = rows(2024, 5, 4, 4), rows(2025, 6, 5, 6)
P7 = ["p7", "p7.1", "p7.2", "p7.3"]
RESPONDENTS = ["svar-norddjurs/1", "side-2023/2"]

COMPLETE = {
    # a pejlemærke in full
    "Hvad siger pejlemærke 7?": P7,
    "Hvad er det syvende pejlemærke?": P7,
    "pejlemerke 7": P7,
    "pejlmærke nr. 7": P7,
    "P7": P7,
    "What does guidepost 7 say?": P7,
    "What is the seventh guidepost?": P7,
    "Giv mig pejlemærke 9 med alle punkter": ["p9", "p9.1", "p9.2"],
    "Pejlemærke 11 og 2": ["p11", "p11.1", "p11.2", "p2", "p2.1", "p2.2"],
    "Vis pejlemærke 7-9": [*P7, "p8", "p8.1", "p8.2", "p8.3", "p9", "p9.1", "p9.2"],
    # points
    "Pejlemærke 10, punkt 4": ["p10.4"],
    "pejlemærke 10.4": ["p10.4"],
    "Hvad er det andet punkt i pejlemærke 5?": ["p5.2"],
    "det 3. punkt i pejlemærke 3": ["p3.3"],
    "punkt 1 og 3 i pejlemærke 8": ["p8.1", "p8.3"],
    "What is the second point of guidepost 5?": ["p5.2"],
    "Andet punkt under Tætte partnerskaber": ["p3.2"],
    "Hvor mange punkter har pejlemærke 8?": ["p8.1", "p8.2", "p8.3"],
    "How many points does guidepost 8 have?": ["p8.1", "p8.2", "p8.3"],
    # pejlemærker, of all or of a part
    "Vis alle pejlemærker": numbered(1, 15),
    "Hvor mange pejlemærker er der?": numbered(1, 15),
    "List all guideposts": numbered(1, 15),
    "Hvilke pejlemærker hører under Ét socialområde?": numbered(1, 5),
    "Hvilke pejlemærker hører under Det hele menneske?": numbered(6, 10),
    "Hvilke pejlemærker hører under strategisporet fagligt staerke specialomraader?": numbered(11, 15),
    "Which guideposts belong to the whole person?": numbered(6, 10),
    "Hvilke pejlemærker hører under Lighed i sundhed?": ["p8", "p9"],
    "pejlemærkerne under mere tid til borgeren": ["p11", "p12"],
    "Pejlemærker under Et grønnere socialområde": ["p5"],
    "Hvilke strategispor er der?": ["vision.8", "vision.9", "vision.10"],
    "What are the three strategic tracks?": ["vision.8", "vision.9", "vision.10"],
    # the timeline
    "Vis hele tidsplanen": [*IN_2024, *IN_2025],
    "Hvilke indsatser er planlagt i 2024?": IN_2024,
    "Hvad sker der i 2025?": IN_2025,
    "Which initiatives are planned for 2025?": IN_2025,
    "Hvad er planlagt i 2024 og 2025?": [*IN_2024, *IN_2025],
    "Hvad er planlagt i 2024 under Ét socialområde?": rows(2024, 5),
    "Alle indsatser i 2025 under Det hele menneske": rows(2025, 6, 5)[6:],
    "Tidsplan for Fagligt stærke specialområder": [*IN_2024[9:], *IN_2025[11:]],
    "What is planned under the whole person in 2024?": rows(2024, 5, 4)[5:],
    # verdensmål
    "Hvilke verdensmål har planen udvalgt?": ["verdensmaal.liste"],
    "Which UN goals did the region choose?": ["verdensmaal.liste"],
    "Hvad står der om verdensmål 13?": ["v13"],
    "SDG13": ["v13"],
    "Hvad siger FN's mål 13?": ["v13"],
    "Hvad siger delmål 3.4?": ["v3"],
    "What does the plan say about SDG 4 and 8?": ["v4", "v8"],
    "Hvilke verdensmål hører under Ét socialområde?": ["v13", "v16", "v17"],
    # the hearing
    "Hvem har svaret på høringen?": RESPONDENTS,
    "Hvilke kommuner har afgivet høringssvar?": RESPONDENTS,
    "Who has responded?": RESPONDENTS,
    "Hvilke pejlemærker kommenterer Norddjurs?": [f"svar-norddjurs/{n}" for n in (4, 5, 7, 8, 9, 10)],
    "Which guideposts does Norddjurs comment on?": [f"svar-norddjurs/{n}" for n in (4, 5, 7, 8, 9, 10)],
    "Hvem kommenterer pejlemærke 6?": ["svar-norddjurs/4", "svar-norddjurs/5"],
    "Hvad skriver Norddjurs om pejlemærke 6?": ["svar-norddjurs/4", "svar-norddjurs/5"],
    "Which responses comment on guidepost 13?": ["svar-norddjurs/7"],
}


@pytest.mark.parametrize(("question", "passages"), COMPLETE.items(), ids=COMPLETE)
def test_a_complete_list_in_order(ask: Ask, cited: Cited, question: str, passages: list[str]) -> None:
    assert ask(question).status == "answered"
    assert cited(question) == passages


@pytest.mark.parametrize(
    "question",
    [
        "Vis alle pejlemærker",
        "List all guideposts",
        "Hvilke pejlemærker hører under Lighed i sundhed?",
        "Hvor mange punkter har pejlemærke 5?",
        "Vis hele tidsplanen",
        "Hvad sker der i 2025?",
        "Which initiatives are planned for 2024?",
        "Hvilke verdensmål hører under Fagligt stærke specialområder?",
        "Hvilke strategispor er der?",
    ],
)
def test_the_count_that_is_told_is_that_of_the_list(ask: Ask, question: str) -> None:
    answer = ask(question)
    lead = re.sub(r"pejlemærke (\(guidepost\) )?\d+", "", answer.text.split("\n")[0], flags=re.IGNORECASE)
    counted = re.search(r"\b\d{1,2}\b", lead)
    assert counted, lead
    assert int(counted[0]) == len(answer.citations)


def test_the_count_of_the_verdensmaal_is_that_of_the_quoted_list(ask: Ask) -> None:
    answer = ask("Hvor mange verdensmål har planen?")
    assert answer.text.startswith("Planen har udvalgt 7 verdensmål")
    assert answer.citations[0].quote.count("Nr. ") == 7


@pytest.mark.parametrize(
    ("danish", "english", "words"),
    [
        (
            "Vis pejlemærke 7",
            "Show guidepost 7",
            ("hører under »En del af fællesskabet«", "stands under “En del af"),
        ),
        (
            "Hvad er planlagt i 2024?",
            "What is planned for 2024?",
            ("Tidsplanen nævner 13", "The timeline names 13"),
        ),
        ("Hvem har svaret?", "Who responded?", ("indeholder 1 høringssvar", "holds 1 response")),
        ("pejlemærke 16", "guidepost 16", ("Der er ikke noget pejlemærke 16", "There is no pejlemærke")),
    ],
)
def test_the_lead_in_is_in_the_question_s_language(
    ask: Ask, danish: str, english: str, words: tuple[str, str]
) -> None:
    assert words[0] in ask(danish).text
    assert words[1] in ask(english).text
    assert [c.quote for c in ask(danish).citations] == [c.quote for c in ask(english).citations]


def test_a_pejlemaerke_says_where_it_belongs(ask: Ask) -> None:
    lead = ask("Hvad siger pejlemærke 10?").text.split("\n")[0]
    assert "»Helhedsorienterede indsatser«" in lead
    assert "Det hele menneske" in lead


def test_rows_stand_under_their_year_and_strategispor(ask: Ask) -> None:
    text = ask("Hvad sker der i 2024?").text
    headings = re.findall(r"^\*\*(.+)\*\*$", text, re.MULTILINE)
    assert headings == [
        "Tidsplan 2024 · Ét socialområde",
        "Tidsplan 2024 · Det hele menneske",
        "Tidsplan 2024 · Fagligt stærke specialområder",
    ]
    assert text.count("\n- »") == 13


# what does not exist


@pytest.mark.parametrize(
    "question", ["Hvad er planlagt i 2026?", "What is planned for 2026?", "Hvad sker der i 2027?"]
)
def test_a_year_without_rows_is_refused_with_the_note(ask: Ask, cited: Cited, question: str) -> None:
    answer = ask(question)
    assert answer.status == "not_in_documents"
    assert cited(question) == ["tidsplan.note"]
    assert answer.reason
    assert "2024" in answer.reason
    assert "2025" in answer.reason


@pytest.mark.parametrize(
    "question", ["Hvad er planlagt i 2025 og 2026?", "What is planned for 2025 and 2026?"]
)
def test_of_two_years_the_one_without_rows_is_told(ask: Ask, cited: Cited, question: str) -> None:
    lead = ask(question).text.split("\n")[0]
    assert not re.search(r"\b17\b[^.]*2026", lead), "17 rows are those of 2025 alone"
    assert cited(question)[:17] == IN_2025


@pytest.mark.parametrize("question", ["Tidsplan 2023", "Vis tidsplanen for 2013"])
def test_the_timeline_of_an_earlier_year_is_not_all_of_the_timeline(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_in_documents"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Hvad siger pejlemærke 16?", "fra 1 til 15"),
        ("pejlemærke 0", "fra 1 til 15"),
        ("Hvad siger pejlemærke 1000?", "fra 1 til 15"),
        ("What does guidepost 16 say?", "from 1 to 15"),
        ("Hvem kommenterer pejlemærke 16?", "fra 1 til 15"),
        ("Hvad siger planen om verdensmål 5?", "3, 4, 8, 10, 13, 16 og 17"),
        ("Which initiatives belong to SDG 14?", "3, 4, 8, 10, 13, 16 and 17"),
        ("Pejlemærke 7, punkt 9", "3 punkter"),
        ("Punkt 0 i pejlemærke 7", "3 punkter"),
        ("What is the ninth point of guidepost 7?", "3 points"),
    ],
)
def test_what_does_not_exist_is_told_with_what_does(ask: Ask, question: str, told: str) -> None:
    answer = ask(question)
    assert answer.status == "no_such_reference"
    assert answer.reason
    assert told in answer.reason
    assert answer.reason in answer.text


def test_a_point_that_is_missing_shows_the_points_there_are(cited: Cited) -> None:
    assert cited("Pejlemærke 7, punkt 9") == P7[1:]
    assert cited("Hvad siger planen om verdensmål 5?") == ["verdensmaal.liste"]


def test_a_pejlemaerke_that_no_response_names(ask: Ask) -> None:
    answer = ask("Hvilke høringssvar kommenterer pejlemærke 5?")
    assert answer.status == "not_in_documents"
    assert answer.reason
    assert "pejlemærke 5" in answer.reason


# what asks for more than a list


@pytest.mark.parametrize(
    ("question", "passage"),
    [
        ("Hvad siger pejlemærke 5 om affald?", "p5.1"),
        ("Hvilke pejlemærker handler om frivillige?", "p7.2"),
        ("Hvilke indsatser er der i 2024 for læger?", "t2024.2.1"),
        ("Hvad siger verdensmål 13 om madspild?", "v13"),
    ],
)
def test_what_is_asked_in_a_part_is_searched_for(cited: Cited, question: str, passage: str) -> None:
    assert passage in cited(question)
    assert len(cited(question)) <= 3


@pytest.mark.parametrize(
    "question",
    [
        "Hvem er ansvarlig for pejlemærke 7?",
        "Hvem skal gennemføre pejlemærke 13?",
        "Who carries out guidepost 13?",
    ],
)
def test_who_does_something_is_no_question_about_the_responses(ask: Ask, cited: Cited, question: str) -> None:
    assert "høringssvar" not in ask(question).text
    assert "response" not in ask(question).text
    assert not any(passage.startswith("svar-") for passage in cited(question))
