"""What one made-up answer to one made-up question comes to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.evaluation.report import Outcome, mistakes

Made = Callable[..., Outcome]


@pytest.mark.parametrize(
    ("cited", "begins", "strangers"),
    [
        ("p8.1 p9.1", True, 0),
        ("p8.2 p8.1", True, 0),
        ("p9.1 p8.1", False, 0),
        ("svar-norddjurs/7 p8.1 brev-2023/9", False, 2),
        ("", False, 0),
    ],
    ids=["needed", "right too", "wrong", "of another sender", "nothing"],
)
def test_where_an_answer_begins_and_who_does_not_belong(
    outcome: Made, cited: str, begins: bool, strangers: int
) -> None:
    made = outcome("p8.1", cited, also="p8.2")
    assert (made.begins_right, made.strangers) == (begins, strangers)


def test_who_may_be_cited_is_no_stranger(outcome: Made) -> None:
    assert outcome("p8.1", "svar-norddjurs/7", also="svar-norddjurs/2").strangers == 0
    assert outcome("svar-norddjurs/7", "p8.1").strangers == 1


@pytest.mark.parametrize(
    ("text", "facts", "holds"),
    [
        ("Det sker i 2024.", (("2024",),), True),
        ("Det sker i 2024.", (("2024",), ("Holmstrupgård",)), False),
        ("På HOLMSTRUPGÅRD i 2024.", (("2024",), ("Holmstrupgård", "Viborg")), True),
        ("Der er femten.", (("15", "femten"),), True),
        ("Nej.", (("Nej", "No"),), True),
        ("Der er mange årlige møder.", (("årlig",),), True),
        ("Planen siger noget om noter.", (("Nej", "No"),), False),
        ("Den januar var kold.", (("Ja", "Yes"),), False),
        ("Det sker i 2026.", (("6",),), False),
        ("Der er 15.", (("5", "fem"),), False),
        ("Hvad som helst.", (), True),
    ],
)
def test_facts_stand_in_the_text(
    outcome: Made, text: str, facts: tuple[tuple[str, ...], ...], holds: bool
) -> None:
    """In one of their spellings; a word may go on behind it, but a “No” is not in “noter”."""
    assert outcome(text=text, facts=facts).holds_facts == holds


@pytest.mark.parametrize(
    ("made", "is_mistake"),
    [
        ({}, False),
        ({"cited": "p8.2 p8.1", "also": "p8.2"}, False),
        ({"cited": "p9.1 p8.1"}, True),
        ({"cited": "p8.1", "gold": "p8.1 t2024.2.1"}, True),
        ({"facts": (("2024",),)}, True),
        ({"facts": (("2024",),), "text": "I 2024."}, False),
        ({"status": "unclear", "cited": ""}, True),
        ({"gold": "", "expected": "not_in_documents"}, True),
    ],
)
def test_what_is_a_mistake(outcome: Made, made: dict[str, str], is_mistake: bool) -> None:
    assert bool(mistakes([outcome(**made)])) == is_mistake


def test_a_mistake_says_what_was_before_and_which_fact_is_lacking(outcome: Made) -> None:
    made = outcome(facts=(("2024",),), history=("Får bostedet en læge?",), category="followup")
    assert mistakes([made]).splitlines() == [
        "g followup: Får bostedet en læge? | Hvad?",
        "    expected answered plan-2024/p8.1",
        "    got      answered plan-2024/p8.1",
        "    lacks    (('2024',),)",
    ]
