"""The responses' page: each response whole, and only those that were asked for."""

from __future__ import annotations

from dataclasses import replace

import pytest
from attacks import TYPED, WRITTEN
from shown import Shown, bare

from assistant.answers.assistant import Assistant
from assistant.documents.passages import Document
from assistant.search.catalogue import Catalogue
from assistant.search.schedule import Schedule
from assistant.web.addresses import anchor
from assistant.web.responses_view import Filter, categories, commented, documents_view, responses_view


@pytest.fixture(scope="module")
def norddjurs(documents: dict[str, Document]) -> Document:
    return documents["svar-norddjurs"]


@pytest.fixture(scope="module")
def several(norddjurs: Document) -> Catalogue:
    """The one response that there is, and a made-up one beside it."""
    passage = replace(norddjurs.passages[0], id="svar-x/1", document_id="svar-x", text="Vi savner handling.")
    passage = replace(passage, reference=replace(passage.reference, pejlemaerker=(12,)))
    other = replace(
        norddjurs,
        id="svar-x",
        sender="Åby Opdigtet Kommune",
        category="A",
        number=7,
        text="Vi savner handling.",
        passages=(passage,),
    )
    return Catalogue((norddjurs, other), Schedule({}, {}))


def senders(catalogue: Catalogue, wanted: Filter) -> list[str]:
    return [
        each
        for each in ("Norddjurs", "Åby Opdigtet")
        if each in Shown(responses_view(catalogue, wanted, "da")).text
    ]


def test_a_response_is_shown_whole_with_who_when_and_what_it_comments_on(
    assistant: Assistant, norddjurs: Document
) -> None:
    page = Shown(responses_view(assistant.catalogue, Filter(), "da"))
    assert commented(norddjurs) == [1, 2, 3, 6, 10, 13]
    for told in (
        "Norddjurs Kommune",
        "2023-09-11",
        "kategori og nummer ikke oplyst",
        "1 af 1 høringssvar vises",
    ):
        assert told in page.text
    assert [link for link in page.links() if link.startswith("/planen#")] == [
        f"/planen#p{number}" for number in commented(norddjurs)
    ]
    for passage in norddjurs.passages:
        assert bare(passage.text) in bare(page.text)
        assert anchor(passage) in page.ids


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Filter(), ["Norddjurs", "Åby Opdigtet"]),
        (Filter(words="aaby"), ["Åby Opdigtet"]),
        (Filter(words="ÅBY"), ["Åby Opdigtet"]),
        (Filter(words="handling savner"), ["Åby Opdigtet"]),
        (Filter(words="  "), ["Norddjurs", "Åby Opdigtet"]),
        (Filter(pejlemaerke=6), ["Norddjurs"]),
        (Filter(pejlemaerke=12), ["Åby Opdigtet"]),
        (Filter(category="A"), ["Åby Opdigtet"]),
        (Filter(category="A", pejlemaerke=6), []),
    ],
)
def test_a_filter_lets_through_what_was_asked_for(
    several: Catalogue, wanted: Filter, found: list[str]
) -> None:
    assert senders(several, wanted) == found


def test_nothing_that_fits_is_said(several: Catalogue) -> None:
    text = Shown(responses_view(several, Filter(words="giraf"), "da")).text
    assert "Ingen høringssvar passer" in text
    assert "0 af 2" in text


def test_the_categories_are_those_that_are_known(several: Catalogue, assistant: Assistant) -> None:
    assert categories(several) == ["A"]
    assert categories(assistant.catalogue) == []


def test_the_letters_and_the_page_stand_below(assistant: Assistant, documents: dict[str, Document]) -> None:
    page = Shown(documents_view(assistant.catalogue, "da"))
    for document in documents.values():
        assert (document.title in page.text) == (document.role in ("letter", "page"))
    assert "om den tidligere Social Strategi" in page.text, "the letter of 2013 says what it is"


@pytest.mark.parametrize("attack", [*WRITTEN, *TYPED])
def test_what_others_wrote_stays_text(norddjurs: Document, attack: str) -> None:
    passage = replace(norddjurs.passages[0], text=attack, label=attack, section=("x", attack))
    response = replace(
        norddjurs, title=attack, sender=attack, status=attack, category=attack, passages=(passage,)
    )
    letter = replace(response, role="letter", id="brev")
    catalogue = Catalogue((response, letter), Schedule({}, {}))
    page = Shown(responses_view(catalogue, Filter(), "da") + documents_view(catalogue, "da"))
    assert page.tags <= {"div", "p", "article", "h2", "h3", "h4", "a", "br", "span"}
    assert page.attributes <= {
        "id",
        "class",
        "role",
        "lang",
        "href",
        "title",
        "aria-label",
        "aria-labelledby",
    }
    assert bare(page.text).count(bare(attack)) >= 6
