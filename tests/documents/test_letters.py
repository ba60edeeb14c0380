"""Letters, the page and the responses."""

from __future__ import annotations

import pytest

from assistant.documents.letters import read_letter
from assistant.documents.lines import paragraphs, split_lines, text_of
from assistant.documents.passages import Document, Draft, Passage, Reference

TOPICS = {
    "det hele menneske": Reference(strategispor=("Det hele menneske",)),
    "lighed i sundhed": Reference((8, 9), ("Det hele menneske",)),
    "en del af fællesskabet": Reference((7,), ("Det hele menneske",)),
}


def at(document: Document, key: str) -> Passage:
    return next(passage for passage in document.passages if passage.id == f"{document.id}/{key}")


def drafts_of(raw: str) -> list[Draft]:
    lines = [line for line in split_lines(raw) if not line.is_furniture]
    return read_letter(paragraphs(lines), "Høringssvar, Hedensted Kommune", TOPICS)


def text(draft: Draft) -> str:
    return "\n".join(text_of(paragraph) for paragraph in draft.paragraphs)


@pytest.mark.parametrize(
    ("id", "keys"),
    [
        ("brev-2023", [*map(str, range(1, 14)), "underskrift.1", "underskrift.2", "vedlagt"]),
        ("side-2023", [*map(str, range(1, 13))]),
        ("svar-norddjurs", [*map(str, range(1, 11))]),
        ("brev-2013", [*map(str, range(1, 8)), "underskrift.1", "vedlagt"]),
    ],
)
def test_every_passage_has_its_stable_id(documents: dict[str, Document], id: str, keys: list[str]) -> None:
    assert [passage.id for passage in documents[id].passages] == [f"{id}/{key}" for key in keys]


# letters


def test_the_opening_holds_the_title(documents: dict[str, Document]) -> None:
    assert at(documents["brev-2023"], "1").text == (
        "Visions- og udviklingsplan for Socialområdet i Region Midtjylland i høring"
        " – høringsfrist 11. oktober 2023\n"
        "Region Midtjylland har udarbejdet en ny visions- og udviklingsplan for det regionale specialiserede "
        "socialområde."
    )
    assert at(documents["brev-2013"], "1").text.split("\n") == [
        "Til høringsparterne",
        "Høring af udkast til Social Strategi for Region Midtjyllands social- og specialundervisningsområde",
        "Kære samarbejdsparter",
        "Region Midtjylland skal have en ny Social Strategi.",
    ]


def test_signatures_hold_name_and_title(documents: dict[str, Document]) -> None:
    first, second = (at(documents["brev-2023"], f"underskrift.{n}") for n in (1, 2))
    assert first.text == "Med venlig hilsen\nAnders Kühnau\nRegionsrådsformand"
    assert second.text == "Jacob Klærke\nFormand for psykiatri- og socialudvalget"
    assert (
        at(documents["brev-2013"], "underskrift.1").text
        == "Med venlig hilsen\nBent Hansen\nRegionsrådsformand"
    )
    assert first.kind == second.kind == "signature"
    assert first.label == "Høringsbrev 2023, underskrift"


def test_enclosures_are_a_list(documents: dict[str, Document]) -> None:
    assert at(documents["brev-2023"], "vedlagt").text.split("\n") == [
        "Vedlagt:",
        "• Høringsversionen af visions- og udviklingsplan for Socialområdet i Region Midtjylland",
        "• Oversigt over høringsparter",
    ]
    assert at(documents["brev-2013"], "vedlagt").text.split("\n") == [
        "Vedlagt: Udkast til Social Strategi (høringsudgave)",
        "Oversigt over høringsparter",
    ]
    assert at(documents["brev-2013"], "vedlagt").label == "Høringsbrev 2013, vedlagt"


def test_a_letter_s_passages_stand_under_its_headings(documents: dict[str, Document]) -> None:
    passage = at(documents["brev-2023"], "9")
    assert passage.text == "Høringsperioden strækker sig frem til onsdag den 11. oktober 2023."
    assert passage.label == "Høringsbrev 2023, afsnit 9"
    assert passage.section == ("Høringsbrev 2023", "Høring")


def test_addresses_are_kept_with_their_sentence(documents: dict[str, Document]) -> None:
    assert at(documents["brev-2023"], "11").text == (
        "Alle interesserede kan indsende høringssvar elektronisk til visionsogudviklingsplan@social.rm.dk"
    )
    assert at(documents["brev-2013"], "6").text == (
        "Høringssvarene vil løbende kunne læses på: "
        "http://www.rm.dk/psykiatri+og+social/planer+og+aftaler/social+strategi"
    )


# the page


def test_the_page_s_passages_stand_under_its_headings(documents: dict[str, Document]) -> None:
    assert [passage.section[1:] for passage in documents["side-2023"].passages] == [
        (),
        ("Høringssvar",),
        ("Høringssvar",),
        ("Ét socialområde",),
        ("Det hele menneske",),
        ("Fagligt stærke specialområder",),
        *[("Tidsplan og bilag",)] * 6,
    ]


def test_the_page_refers_to_the_strategispor_of_its_headings(documents: dict[str, Document]) -> None:
    referring = {
        p.id: p.reference.strategispor for p in documents["side-2023"].passages if p.reference.strategispor
    }
    assert referring == {
        "side-2023/4": ("Ét socialområde",),
        "side-2023/5": ("Det hele menneske",),
        "side-2023/6": ("Fagligt stærke specialområder",),
    }


def test_the_page_counts_the_responses(documents: dict[str, Document]) -> None:
    assert "Samlet er der modtaget 33 høringssvar." in at(documents["side-2023"], "2").text


# the response of Norddjurs Kommune


def test_a_response_opens_with_date_and_title(documents: dict[str, Document]) -> None:
    opening = at(documents["svar-norddjurs"], "1")
    assert opening.label == "Høringssvar, Norddjurs Kommune, afsnit 1"
    assert opening.text.split("\n")[:2] == [
        "11. september 2023",
        "Høringssvar til Visions- og Udviklingsplanen for Socialområdet i Region Midtjylland",
    ]


def test_a_response_refers_to_what_its_own_headings_name(documents: dict[str, Document]) -> None:
    whole, parts = "Det hele menneske", "Fagligt stærke specialområder"
    references = [p.reference for p in documents["svar-norddjurs"].passages]
    assert [(r.pejlemaerker, r.strategispor) for r in references] == [
        ((), ()),
        ((), ()),
        ((), ()),
        ((6,), (whole,)),
        ((6,), (whole,)),
        ((), (parts,)),
        ((13,), (parts,)),
        ((10, 1, 2, 3), (whole, "Ét socialområde")),
        ((10, 1, 2, 3), (whole, "Ét socialområde")),
        ((10, 1, 2, 3), (whole, "Ét socialområde")),
    ]


def test_a_response_s_section_names_the_headings(documents: dict[str, Document]) -> None:
    response = documents["svar-norddjurs"]
    assert at(response, "2").section == ("Høringssvar, Norddjurs Kommune", "Overordnede bemærkninger")
    assert at(response, "5").section[-1] == "Medansvar til borgere og pårørende"
    assert at(response, "8").section[-1] == (
        "Helhedsorienterede indsatser, Attraktiv samarbejdspartner, Tætte partnerskaber"
    )


def test_a_paragraph_that_runs_over_a_page_is_cut_where_a_sentence_opens_the_page(
    documents: dict[str, Document],
) -> None:
    assert at(documents["svar-norddjurs"], "4").text.endswith("af - det videre arbejde.")
    assert at(documents["svar-norddjurs"], "5").text.startswith(
        "Norddjurs Kommune har desuden positive erfaringer"
    )


# other responses

GREETING = """
Hedensted Kommune takker for muligheden for at afgive høringssvar til den nye
visions- og udviklingsplan.
"""
AGREED = """
Hedensted Kommune er enig i, at borgerne skal have en lige adgang til sundhed,
og vi ser frem til at drøfte det.
"""


@pytest.mark.parametrize(
    "heading",
    [
        "Pejlemærke: ”Lighed i sundhed”",
        "Pejlemærke: Lighed i sundhed",
        "Pejlemærker:\n\n- ”Lighed i sundhed”",
        "Lighed i sundhed",
        "Pejlemærke 8 og 9",
        "Pejlemærke 8 og 9: Lighed i sundhed",
    ],
)
def test_headings_that_name_pejlemaerker(heading: str) -> None:
    agreed = drafts_of(f"{GREETING}\n{heading}\n{AGREED}")[-1]
    assert text(agreed).startswith("Hedensted Kommune er enig")
    assert agreed.reference.pejlemaerker == (8, 9)


@pytest.mark.parametrize("heading", ["KOMMENTARER TIL PEJLEMÆRKE 8", "1. OVERORDNEDE BEMÆRKNINGER"])
def test_a_heading_in_capitals_with_a_number_is_a_heading(heading: str) -> None:
    assert heading in [text(draft) for draft in drafts_of(f"{GREETING}\n{heading}\n{AGREED}")]


def test_a_new_heading_ends_what_the_last_one_referred_to() -> None:
    drafts = drafts_of(f"{GREETING}\nPejlemærke: ”Lighed i sundhed”\n{AGREED}\nAfslutning\n{AGREED}")
    assert [draft.reference.pejlemaerker for draft in drafts if draft.key] == [(), (8, 9), ()]


def test_each_pejlemaerke_under_a_strategispor_is_referred_to_alone() -> None:
    headings = ("Strategispor: ”Det hele menneske”", "Pejlemærke: ”En del af fællesskabet”")
    drafts = drafts_of(
        f"{GREETING}\n{headings[0]}\n\n{headings[1]}\n{AGREED}\nPejlemærke: ”Lighed i sundhed”\n{AGREED}"
    )
    assert [draft.reference for draft in drafts if draft.key] == [
        Reference(),
        Reference((7,), ("Det hele menneske",)),
        Reference((8, 9), ("Det hele menneske",)),
    ]


def test_an_address_is_no_heading() -> None:
    assert drafts_of(f"{GREETING}\nSpørgsmål sendes til social@hedensted.dk\n")[-1].key == "2"


def test_the_points_of_a_list_are_passages() -> None:
    drafts = drafts_of(f"{GREETING}\nVi foreslår:\n• flere bostedslæger\n• kortere ventetid\n{AGREED}")
    passages = "\n".join(text(draft) for draft in drafts if draft.key)
    assert "flere bostedslæger" in passages
    assert "kortere ventetid" in passages


def test_a_response_of_one_line_is_one_passage() -> None:
    drafts = drafts_of("Hedensted Kommune har ingen bemærkninger\n")
    assert [(draft.key, text(draft)) for draft in drafts] == [
        ("1", "Hedensted Kommune har ingen bemærkninger")
    ]


@pytest.mark.parametrize("greeting", ["Med venlig hilsen", "Venlig hilsen", "Med venlige hilsner"])
def test_a_closing_is_a_signature(greeting: str) -> None:
    agreed = f"Pejlemærke: ”Lighed i sundhed”\n{AGREED}"
    closing = drafts_of(f"{GREETING}\n{agreed}\n{greeting}\n\nOle Vind\nBorgmester\n")[-1]
    assert closing.kind == "signature"
    assert closing.reference == Reference()
    assert text(closing) == f"{greeting}\nOle Vind\nBorgmester"
