"""Lines of a raw file, and the paragraphs that they form."""

from __future__ import annotations

import pytest

from assistant.documents.lines import Line, paragraphs, split_lines, text_of


def line(text: str) -> Line:
    return Line(text, start=0, after_blank=False, opens_page=False)


def paragraphs_of(raw: str, opens: tuple[str, ...] = (), continues: tuple[str, ...] = ()) -> list[str]:
    return [text_of(paragraph) for paragraph in paragraphs(split_lines(raw), opens, continues)]


def test_a_line_knows_its_place_in_the_raw_file() -> None:
    raw = " Forord \n\n  Vi leverer \r\n\ttværfaglige indsatser\n \n"
    lines = split_lines(raw)
    assert [each.text for each in lines] == ["Forord", "Vi leverer", "tværfaglige indsatser"]
    assert [raw[each.start : each.end] for each in lines] == [each.text for each in lines]
    assert [each.after_blank for each in lines] == [True, True, False]
    assert [each.opens_page for each in lines] == [True, False, True]


def test_a_file_of_blank_lines_has_no_lines() -> None:
    assert split_lines(" \n\n\t\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "-",
        "–",
        "10 VISIONS- OG UDVIKLINGSPLAN FOR SOCIALOMRÅDET I REGION MIDTJYLLAND",
        "STRATEGISPOR • ÈT SOCIALOMRÅDE • PEJLEMÆRKER 11",
        "7SOCIALOMRÅDETS VISION",
    ],
)
def test_running_heads_and_stray_hyphens_are_furniture(text: str) -> None:
    assert line(text).is_furniture


@pytest.mark.parametrize(
    "text",
    [
        "ET GRØNNERE SOCIALOMRÅDE",
        "VERDENSMÅL NR. 13 Gennem lokale initiativer",
        "2024-2027",
        "11. september 2023",
        "• Nyt takstgrundlag",
        "1) Socialområdet i Region Midtjylland",
        # headings as a response may set them
        "VERDENSMÅL NR. 13",
        "KOMMENTARER TIL PEJLEMÆRKE 8",
        "1. OVERORDNEDE BEMÆRKNINGER",
    ],
)
def test_what_says_something_is_no_furniture(text: str) -> None:
    assert not line(text).is_furniture


@pytest.mark.parametrize(
    ("text", "marker"),
    [
        ("• Bostedslæger", "• "),
        ("•  Bostedslæger", "•  "),
        ("\uf0b7 Oversigt over høringsparter", "\uf0b7 "),
        ("12) Vi vil sikre", "12) "),
        ("- ”Tætte partnerskaber”", "- "),
        ("- det videre arbejde", ""),
        ("2024) var året", ""),
        ("Bostedslæger", ""),
    ],
)
def test_markers(text: str, marker: str) -> None:
    assert line(text).marker == marker


def test_behind_its_marker_a_line_still_knows_its_place() -> None:
    raw = "Punkter:\n• Bostedslæger\n"
    point = split_lines(raw)[1].without_marker()
    assert point.text == "Bostedslæger"
    assert raw[point.start : point.end] == "Bostedslæger"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("LIGHED I SUNDHED", "capitals"),
        ("MED", "words"),
        ("Lighed", "words"),
        ("2", "digit"),
        ("20", "words"),
    ],
)
def test_kinds_of_line(text: str, kind: str) -> None:
    assert line(text).kind == kind


def test_a_paragraph_ends_where_the_next_word_would_have_fitted() -> None:
    assert paragraphs_of(
        """
Vi har udarbejdet planen i tæt samarbejde med relevante
aktører på området.
Kommuner og styrelser har været inddraget, og det samme
har borgerne.
"""
    ) == [
        "Vi har udarbejdet planen i tæt samarbejde med relevante aktører på området.",
        "Kommuner og styrelser har været inddraget, og det samme har borgerne.",
    ]


def test_a_sentence_that_fills_its_line_does_not_end_the_paragraph() -> None:
    raw = "Det forpligter regionalt og nationalt, for os alle.\nVi leverer tværfaglige indsatser.\n"
    assert len(paragraphs_of(raw)) == 1


def test_a_hyphen_at_the_end_of_a_line_goes_on() -> None:
    raw = """
Planen har været drøftet i Danske Handicap-

Organisationers afdelinger i de kommuner, der er nævnt.
"""
    assert len(paragraphs_of(raw)) == 1


def test_a_blank_line_after_every_line_means_nothing() -> None:
    assert paragraphs_of(
        """
Vi har udarbejdet planen i tæt samarbejde med relevante

aktører på området.

Kommuner og styrelser har været inddraget, og det samme

har borgerne.
"""
    ) == [
        "Vi har udarbejdet planen i tæt samarbejde med relevante aktører på området.",
        "Kommuner og styrelser har været inddraget, og det samme har borgerne.",
    ]


def test_list_items_capitals_and_numbers_down_the_page_stand_alone() -> None:
    assert paragraphs_of(
        """
LIGHED I SUNDHED

8) Socialområdets borgere lever
kortere.
• Vi ønsker at tilknytte
bostedslæger
• Sundhedstjek

2
0
2
4
Bostedslæger
"""
    ) == [
        "LIGHED I SUNDHED",
        "8) Socialområdets borgere lever kortere.",
        "• Vi ønsker at tilknytte bostedslæger",
        "• Sundhedstjek",
        "2 0 2 4",
        "Bostedslæger",
    ]


def test_a_heading_on_top_of_its_text_is_cut_off() -> None:
    assert paragraphs_of(
        """
Høring
Regionsrådet har den 23. august 2023 godkendt udkastet til visions-
og udviklingsplan for Socialområdet.
"""
    ) == [
        "Høring",
        "Regionsrådet har den 23. august 2023 godkendt udkastet til visions- og udviklingsplan"
        " for Socialområdet.",
    ]


def test_a_heading_of_two_lines_is_cut_off() -> None:
    assert paragraphs_of(
        """
Visions- og udviklingsplan for Socialområdet i Region Midtjyl-
land i høring – høringsfrist 11. oktober 2023
Region Midtjylland har udarbejdet en ny visions- og udviklingsplan for
det regionale socialområde.
"""
    ) == [
        "Visions- og udviklingsplan for Socialområdet i Region Midtjylland i høring"
        " – høringsfrist 11. oktober 2023",
        "Region Midtjylland har udarbejdet en ny visions- og udviklingsplan for det regionale socialområde.",
    ]


@pytest.mark.parametrize(
    "raw",
    [
        """
Hedensted Kommune takker for muligheden for at afgive høringssvar til
Region Midtjyllands visions- og udviklingsplan for socialområdet.
""",
        """
Tak for det tilsendte materiale, som byrådet og udvalgene i Hedensted
Kommune har drøftet i september og oktober.
""",
    ],
)
def test_a_name_that_opens_the_second_line_makes_no_heading_of_the_first(raw: str) -> None:
    assert len(paragraphs_of(raw)) == 1


def test_a_file_that_was_never_wrapped_has_a_paragraph_a_line() -> None:
    long = "Regionsrådet håber, at rigtig mange vil læse planen. " * 4
    assert paragraphs_of(f"{long}\nHøringssvar\n{long}\n") == [long.strip(), "Høringssvar", long.strip()]


FULL_LINE = """
De private tilbud løser også mange af opgaverne.
Socialområdet i Region Midtjylland skal fortsat
udvikle leverandøropgaven.
"""
SHORT_LINE = """
Gennem en styrket kultur vil vi skabe systematisk
inddragelse.
Det skal ske ved at omsætte de ni grundprincipper
for borgerinddragelse.
"""


def test_opens_begins_a_paragraph_that_the_rule_does_not_see() -> None:
    assert len(paragraphs_of(FULL_LINE)) == 1
    assert paragraphs_of(FULL_LINE, opens=("Socialområdet i Region Midtjylland skal",)) == [
        "De private tilbud løser også mange af opgaverne.",
        "Socialområdet i Region Midtjylland skal fortsat udvikle leverandøropgaven.",
    ]


def test_continues_goes_on_with_a_paragraph_that_the_rule_would_end() -> None:
    assert len(paragraphs_of(SHORT_LINE)) == 2
    assert len(paragraphs_of(SHORT_LINE, continues=("Det skal ske",))) == 1
