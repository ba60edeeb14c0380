"""How surely, how often, for whom and how far something is said to be."""

from __future__ import annotations

import pytest

from assistant.answers.checking.worded import (
    DUTY,
    PLAIN,
    RIGHT,
    WISH,
    as_spelled,
    frequency,
    groups,
    modal,
    narrowed,
    trial,
    whole,
)
from assistant.search.tokens import fold


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Vi ønsker at tilknytte bostedslæger", (WISH, "oensker")),
        ("Vi vil fortsat understøtte muligheden for et sundhedstjek", (WISH, "muligheden for")),
        ("Regionen vil udskifte oliefyr", (PLAIN, "vil")),
        ("Regionen skal ansætte læger", (DUTY, "skal")),
        ("Alle har ret til en læge, hvis de vil", (RIGHT, "ret til")),
        ("The region must hire doctors", (DUTY, "must")),
        ("Nyt takstgrundlag", (PLAIN, "")),
    ],
)
def test_how_surely(sentence: str, expected: tuple[int, str]) -> None:
    assert modal(fold(sentence)) == expected


def test_how_often() -> None:
    assert frequency("hvert fjerde aar") == ("years", "hvert fjerde aar")
    assert frequency("hvert aar")[0] == frequency("every year")[0] == frequency("aarligt")[0] == "year"
    assert frequency("i aar") == ("", "")


def test_for_whom() -> None:
    assert groups("de paaroerende og medarbejderne") == {
        "relatives": "paaroerende",
        "staff": "medarbejderne",
    }
    assert groups("relatives and employees").keys() == groups("paaroerende og ansatte").keys()


def test_a_trial_is_not_the_whole_and_a_course_for_pilots_is_no_trial() -> None:
    assert trial("nyt takstgrundlag (pilotprojekt)") == "pilotprojekt"
    assert trial("vores fagpilotuddannelser") == ""
    assert whole("paa hele socialomraadet") == "hele socialomraadet"
    assert narrowed("kun i viborg") == "kun"
    assert narrowed("kun en skitse") == ""


def test_words_are_shown_as_they_are_spelled() -> None:
    assert as_spelled("paaroerende", "For pårørende, ikke andre") == "pårørende"
    assert as_spelled("er indfoert", "Det er indført.") == "er indført"
