"""Numbers as people write them."""

from __future__ import annotations

import pytest

from assistant.answers.reading.numbers import among, in_digits, is_number, number_at, numbers_at, slice_of
from assistant.search.tokens import words


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("pejlemaerke 7 og 9", (7, 9)),
        ("det syvende pejlemaerke", (7,)),
        ("det 7th pejlemaerke", (7,)),
        ("pejlemaerke syv", (7,)),
        ("det naestsidste pejlemaerke", (-2,)),
        ("de to sidste pejlemaerke", (-2, -1)),
        ("de 5 foerste pejlemaerke", (1, 2, 3, 4, 5)),
        ("pejlemaerke 1000", (1000,)),
        ("pejlemaerke 2024", ()),
        ("pejlemaerke 7 et af de vigtigste", (7,)),
    ],
)
def test_numbers_stand_behind_a_word_and_ordinals_before_it(text: str, numbers: tuple[int, ...]) -> None:
    assert numbers_at(words(text), "pejlemaerke".__eq__) == numbers


@pytest.mark.parametrize(
    ("text", "at", "numbers"),
    [
        ("nr 7", 1, [7]),
        ("det syvende", 1, [7]),
        ("de fem foerste", 2, [1, 2, 3, 4, 5]),
        ("alle de 15", 2, [15]),
    ],
)
def test_what_a_number_alone_means(text: str, at: int, numbers: list[int]) -> None:
    assert number_at(text.split(), at) == numbers


@pytest.mark.parametrize("word", ["7", "syv", "seven", "syvende", "7th", "sidste", "naestsidste"])
def test_words_that_are_numbers(word: str) -> None:
    assert is_number(word)


@pytest.mark.parametrize("word", ["et", "one", "2024", "syvsover", ""])
def test_words_that_are_none(word: str) -> None:
    assert not is_number(word)


def test_numbers_from_the_end_are_of_a_list_so_long() -> None:
    assert among((-2, -1), 15) == (14, 15)
    assert among((16,), 15) == ()
    assert slice_of(["a", "b", "c"], (-1,)) == ["c"]
    assert slice_of(["a", "b", "c"], ()) == slice_of(["a", "b", "c"], (3,)) == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Pejlemærke XIII", "Pejlemærke 13"),
        ("pejlemærke V og punkt II", "pejlemærke 5 og punkt 2"),
        ("Vi og I", "Vi og I"),
        ("Hvad gør I?", "Hvad gør I?"),
        ("HVAD SIGER PEJLEMÆRKE VI", "HVAD SIGER PEJLEMÆRKE VI"),
    ],
)
def test_roman_numerals_that_are_words_count_only_behind_what_they_count(text: str, told: str) -> None:
    assert in_digits(text) == told
