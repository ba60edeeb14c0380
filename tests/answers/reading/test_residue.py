"""What a question holds besides words that only point at parts of the documents."""

from __future__ import annotations

import pytest

from assistant.answers.reading.residue import content, residue


@pytest.mark.parametrize(
    "text",
    [
        "Hvad siger pejlemærke 7?",
        "Hvad er det syvende pejlemærke?",
        "Vis mig det 15. pejlemærke",
        "pejlmærke nr. 12",
        "P7",
        "What does the seventh guidepost say?",
        "Giv mig alle punkter i pejlemærke 3, tak",
        "Hvilke indsatser er planlagt i 2024?",
        "Which initiatives are planned for 2025?",
        "Hvor mange verdensmål har regionen valgt?",
        "Vis hele tidspaln",
        "SDG13",
        "",
    ],
)
def test_nothing_is_left_of_a_question_for_a_part_as_such(text: str) -> None:
    assert residue(text) == []


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Hvad siger pejlemærke 5 om affald?", ["affald"]),
        ("Which guideposts help volunteers?", ["help", "volunteers"]),
        ("Hvilke indsatser er der i 2024 for læger?", ["laeger"]),
        ("Hvem er ansvarlig for pejlemærke 7?", ["ansvarlig"]),
    ],
)
def test_what_is_left_is_asked_for_in_the_part(text: str, left: list[str]) -> None:
    assert residue(text) == left


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hvilke pejlemærker hører under Det hele menneske?", "Det hele menneske"),
        ("Which guideposts belong to the whole person?", "Det hele menneske"),
        ("Pejlemærker under Lighed i sundhed", "Lighed i sundhed"),
    ],
)
def test_a_part_that_is_named_leaves_nothing_of_its_name(text: str, name: str) -> None:
    assert residue(text) != []
    assert residue(text, [name]) == []


def test_of_other_words_only_those_of_the_documents_count_and_the_subject() -> None:
    vocabulary = {"affald"}
    assert residue("Vis lynhurtigt pejlemærke 5", (), vocabulary) == []
    assert residue("Hvor står affald i pejlemærke 5?", (), vocabulary) == ["affald"]
    assert residue("Hvad siger pejlemærke 5 om ishockey?", (), vocabulary) == ["ishockey"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hvad gør I ved sygefravær?", ["sygefravaer"]),
        ("Og hvad med dem?", []),
        ("Hvad siger pejlemærke 7 og 8?", []),
        ("pejlemærke7", []),
        ("What about relatives?", ["relatives"]),
    ],
)
def test_the_words_that_do_more_than_point(text: str, words: list[str]) -> None:
    assert content(text) == words
