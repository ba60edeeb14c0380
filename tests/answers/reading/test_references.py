"""The forms in which people point at a place, and what only looks like one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answers.reading.references import References, find_references
from assistant.search.catalogue import Catalogue

Find = Callable[[str], References]


@pytest.fixture(scope="module")
def find(catalogue: Catalogue) -> Find:
    return lambda text: find_references(text, catalogue.strategispor, catalogue.headings)


@pytest.mark.parametrize(
    "text",
    [
        "pejlemærke 7",
        "Pejlemærke 7?",
        "PEJLEMÆRKE 7",
        "pejlemærke #7",
        "pejlemærke nr. 7",
        "pejlemærke nr 7",
        "pejlemærke nummer 7",
        "pejlemærke syv",
        "det syvende pejlemærke",
        "det 7. pejlemærke",
        "pejlemærkerne: 7",
        "pejlemaerke 7",
        "pejlemerke 7",
        "pejlmærke 7",
        "pejelmærket 7",
        "pejlemærk 7",
        "pejlemærke7",
        "P7",
        "pm7",
        "guidepost 7",
        "landmark number seven",
        "the seventh guidepost",
        "the 7th guidepost",
    ],
)
def test_pejlemaerke_7_in_every_form(find: Find, text: str) -> None:
    assert find(f"Hvad siger {text}").pejlemaerker == (7,)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("pejlemærke 3 og 4", (3, 4)),
        ("pejlemærke 3, 4 og 5", (3, 4, 5)),
        ("pejlemærke 12 og det tredje pejlemærke", (12, 3)),
        ("pejlemærkerne 3-5", (3, 4, 5)),
        ("pejlemærke 3 til 5", (3, 4, 5)),
        ("guideposts 3 to 5", (3, 4, 5)),
        ("pejlemærke 7 og pejlemærke 7", (7,)),
    ],
)
def test_several_pejlemaerker(find: Find, text: str, numbers: tuple[int, ...]) -> None:
    assert find(text).pejlemaerker == numbers


@pytest.mark.parametrize(
    ("text", "numbers"), [("pejlemærke 0", (0,)), ("pejlemærke 16", (16,)), ("pejlemærke 1000", (1000,))]
)
def test_numbers_are_read_whether_they_exist_or_not(find: Find, text: str, numbers: tuple[int, ...]) -> None:
    assert find(text).pejlemaerker == numbers


@pytest.mark.parametrize(
    ("text", "pejlemaerke", "point"),
    [
        ("pejlemærke 10, punkt 4", 10, 4),
        ("punkt 4 i pejlemærke 10", 10, 4),
        ("pejlemærke 10 pkt. 4", 10, 4),
        ("pejlemærke 10's punkt fire", 10, 4),
        ("pejlemærke 10.4", 10, 4),
        ("andet punkt i pejlemærke 5", 5, 2),
        ("det 3. punkt i det femte pejlemærke", 5, 3),
        ("pejlemærke 5, tredje punkt", 5, 3),
        ("point 2 of guidepost 7", 7, 2),
        ("the second bullet of guidepost 7", 7, 2),
    ],
)
def test_points(find: Find, text: str, pejlemaerke: int, point: int) -> None:
    found = find(text)
    assert (found.pejlemaerker, found.points) == ((pejlemaerke,), (point,))


def test_several_points(find: Find) -> None:
    assert find("punkt 2 og 3 i pejlemærke 7").points == (2, 3)


@pytest.mark.parametrize(
    "text",
    [
        "verdensmål 13",
        "verdensmål nr. 13",
        "verdensmålet 13",
        "verdensmaal 13",
        "det 13. verdensmål",
        "verdensmål tretten",
        "FN-mål 13",
        "FN's mål 13",
        "FN's verdensmål nr. 13",
        "SDG 13",
        "SDG13",
        "UN goal 13",
        "global goal no. 13",
    ],
)
def test_verdensmaal_13_in_every_form(find: Find, text: str) -> None:
    found = find(f"Hvad står der om {text}?")
    assert found.goals == (13,)
    assert found.names_goal


@pytest.mark.parametrize("text", ["delmål 3.4", "verdensmål 3.4", "SDG target 3.4"])
def test_a_delmaal_points_at_its_verdensmaal(find: Find, text: str) -> None:
    found = find(text)
    assert (found.goals, found.targets) == ((3,), ("3.4",))


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Hvad sker der i 2025?", (2025,)),
        ("2024 og 2025", (2024, 2025)),
        ("fra 2024 til 2027", (2024, 2025, 2026, 2027)),
        ("2024-2026", (2024, 2025, 2026)),
        ("høringen i 2013", (2013,)),
        ("i 1999", ()),
        ("20250 kroner", ()),
    ],
)
def test_years(find: Find, text: str, years: tuple[int, ...]) -> None:
    assert find(text).years == years


ONE, WHOLE, STRONG = "Ét socialområde", "Det hele menneske", "Fagligt stærke specialområder"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("strategisporet Ét socialområde", ONE),
        ("strategisporet et socialområde", ONE),
        ("under et socialomraade", ONE),
        ("Det hele menneske", WHOLE),
        ("hele mennesker", WHOLE),
        ("The whole person", WHOLE),
        ("fagligt stærke specialområder", STRONG),
        ("faglig stærke specialområder", STRONG),
        ("Fagligt staerke specialomraader", STRONG),
        ("the track on strong specialist areas", STRONG),
    ],
)
def test_strategispor_nearly_right(find: Find, text: str, name: str) -> None:
    assert find(text).strategispor == (name,)


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Lighed i sundhed", "Lighed i sundhed"),
        ("lighed i sundheden", "Lighed i sundhed"),
        ("et grønere socialområde", "Et grønnere socialområde"),
        ("vidensdeling på tværs", "Videndeling på tværs"),
        ("mere tid til borgerne", "Mere tid til borgeren"),
        ("ATTRAKTIV SAMARBEJDSPARTNER", "Attraktiv samarbejdspartner"),
    ],
)
def test_headings_nearly_right(find: Find, text: str, heading: str) -> None:
    assert find(f"Hvad står der under {text}?").headings == (heading,)


@pytest.mark.parametrize(
    "text",
    [
        "Er der en læge på bostedet?",
        "Det er et godt punkt",
        "Kan jeg blive plejemor?",
        "Kan to søstre bo sammen på et socialområde?",
        "Hvem har svaret?",
        "Is there a point in asking?",
        "",
    ],
)
def test_what_is_no_reference(find: Find, text: str) -> None:
    assert find(text) == References()


@pytest.mark.parametrize(
    "text",
    [
        "Er pejlemærke 7 et af de vigtigste?",
        "Is guidepost 7 to be done first?",
        "Tag pejlemærke 7 en gang til",
    ],
)
def test_a_small_word_behind_the_number_is_not_another_number(find: Find, text: str) -> None:
    assert find(text).pejlemaerker == (7,)


@pytest.mark.parametrize(
    "text", ["Hvad er et pejlemærke?", "Hvorfor er et pejlemærke et udtryk for indsatser?"]
)
def test_a_pejlemaerke_without_a_number(find: Find, text: str) -> None:
    found = find(text)
    assert found.names_pejlemaerke
    assert found.pejlemaerker == ()


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Jeg bor i nr. 7", (7,)),
        ("nr. 7, hele molevitten", (7,)),
        ("de fem første", (1, 2, 3, 4, 5)),
        ("Det næstsidste", (-2,)),
        ("Pejlemærke 7", ()),
        ("Jeg er født i 2013", ()),
    ],
)
def test_numbers_that_do_not_say_what_they_count(find: Find, text: str, numbers: tuple[int, ...]) -> None:
    assert find(text).loose == numbers


@pytest.mark.parametrize("text", ["pejlemærke XIII", "Pejlemærke nr. XIII", "guidepost XIII"])
def test_roman_numerals_are_numbers(find: Find, text: str) -> None:
    assert find(text).pejlemaerker == (13,)
