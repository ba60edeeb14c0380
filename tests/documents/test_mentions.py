"""Which pejlemærker a text names, and how sure that is."""

from __future__ import annotations

import pytest

from assistant.documents.corpus import topics_of
from assistant.documents.mentions import mentions_in, named, quoted
from assistant.documents.passages import Document


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Vi støtter pejlemærke 6.", [6]),
        ("Vi støtter pejlemærke 6 og 7.", [6, 7]),
        ("Pejlemærkerne 3, 4 og 5 er gode, det samme er de 9 andre.", [3, 4, 5]),
        ("jf. pejlemærke nr. 12", [12]),
        ("Pejlemærke 13-15 handler om os.", [13, 14, 15]),
        ("Pejlemærke 8.2 om sundhedstjek", [8]),
        ("pejlemærke 16 findes ikke", []),
        ("Den 6. oktober mødtes 7 af os.", []),
        ("pejlemærke 6, 2023", [6]),
        ("Pejlemærkerne er relevante.", []),
        ("Vi støtter pejlemærkerne nr. 3 og nr. 4.", [3, 4]),
        ("Pejlemærke 4 til 6 eller 9.", [4, 5, 6, 9]),
        ("Pejlemærke 6/7 hænger sammen.", [6, 7]),
        ("Pejlemærke seks er godt, det sjette pejlemærke er bedst.", [6, 6]),
        ("Pejlemærkerne otte, ni og ti hænger sammen.", [8, 9, 10]),
        ("1. Pejlemærke 12 er uklart.", [12]),
        ("Til 6. pejlemærke: Vi er enige.", [6]),
        ("De 15 pejlemærker er gode.", []),
        ("Intet andet pejlemærke er så konkret.", []),
    ],
)
def test_numbers(plan: Document, text: str, numbers: list[int]) -> None:
    assert [each.number for each in named(text, topics_of(plan)) if each.ground == "number"] == numbers


def test_a_heading_in_quotation_marks_is_sure_and_in_running_text_it_is_not(plan: Document) -> None:
    topics = topics_of(plan)
    [sure] = named("Under ”Medansvar til borgere og pårørende” savner vi råd.", topics)
    [unsure] = named("Vi ønsker medansvar til borgere og pårørende i hverdagen.", topics)
    assert (sure.number, sure.is_sure) == (6, True)
    assert (unsure.number, unsure.is_sure) == (6, False)


@pytest.mark.parametrize(
    "text",
    [
        "Om pejlemærket tætte partnerskaber: Vi er enige.",
        "Vi er enige i Tætte partnerskaber.",
        "Pejlemærket om tætte partnerskaber er godt.",
    ],
)
def test_a_heading_is_named_by_what_introduces_it_or_by_its_capital(plan: Document, text: str) -> None:
    [mention] = named(text, topics_of(plan))
    assert (mention.number, mention.ground, mention.is_sure) == (3, "title", True)


@pytest.mark.parametrize(
    "text",
    ["Kommunens strategi har under sit pejlemærke 4 et mål.", "Vi har vores eget pejlemærke 4 om klima."],
)
def test_a_plan_of_the_senders_own_has_pejlemaerker_too(plan: Document, text: str) -> None:
    assert named(text, topics_of(plan)) == []


def test_a_heading_of_two_pejlemaerker_names_neither_for_sure(plan: Document) -> None:
    found = named("Vedrørende ”Lighed i sundhed”: godt.", topics_of(plan))
    assert [(each.number, each.is_sure) for each in found] == [(8, False), (9, False)]


def test_words_of_the_plan_lead_to_their_pejlemaerke(plan: Document) -> None:
    [verbatim] = quoted("I skriver »danner en tættere relation mellem læge og borger«.", plan.passages)
    [nearly] = quoted("I skriver »danner tættere relation mellem lægen og borgeren«.", plan.passages)
    assert (verbatim.number, verbatim.ground, verbatim.is_sure) == (8, "quotation", True)
    assert (nearly.number, nearly.is_sure) == (8, False)
    assert not list(quoted("Vi kalder det »en helt almindelig tirsdag i november«.", plan.passages))
    assert not list(quoted("Ordet »læge« står der.", plan.passages)), "one word is anybody's"


def test_all_mentions_of_a_document_stand_at_their_place(
    plan: Document, documents: dict[str, Document]
) -> None:
    response = documents["svar-norddjurs"]
    found = mentions_in(response, plan, topics_of(plan))
    assert sorted({each.number for each in found}) == [1, 2, 3, 6, 10, 13]
    assert {each.ground for each in found} == {"heading"}
    assert all(0 <= each.start < each.end <= len(response.text) for each in found)
