"""What a commitment says of itself is read from its own words."""

from __future__ import annotations

import pytest

from assistant.documents.passages import Kind, Passage
from assistant.hearing.attributes import actor_of, extent_of, place_of, strength_of, targets_of


def passage(text: str, kind: Kind = "point") -> Passage:
    return Passage("plan/x", "plan", "plan", "x", kind, (), text, 0, len(text))


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("Vi skal sikre en god overgang.", "skal"),
        ("Vi vil lave en politik.", "vil"),
        ("Vi vil fortsat understøtte borgerne.", "fortsat"),
        ("Vi ønsker at tilknytte læger.", "ønsker"),
        ("Vi tilstræber en vidensbaseret praksis.", "tilstræber"),
        ("Vi tilbyder sundhedstjek.", "nutid"),
        ("Vores uddannelser giver viden. Vi vil udvikle dem.", "vil"),
        ("Vi går i dialog med kommuner. Vi skal sikre overgange.", "nutid"),
    ],
)
def test_strength_is_the_verb_of_the_first_sentence_that_commits(text: str, strength: str) -> None:
    assert strength_of(passage(text)) == strength


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("Bostedslæger (Holmstrupgård)", "ingen"),
        ("Udarbejde ny strategi", "ingen"),
        ("Flere pladser på merituddannelsen", "ingen"),
        ("Konceptet er fuldt implementeret", "nutid"),
        ("Konceptet udbredes på landsplan", "nutid"),
        ("“Ordet er dit” til pårørende", "ingen"),
    ],
)
def test_a_row_without_a_verb_commits_by_none(text: str, strength: str) -> None:
    assert strength_of(passage(text, "row")) == strength


def test_what_is_told_stands_in_the_text() -> None:
    one = passage("Vi vil inddrage pårørende og borgere. Socialområdet lærer af dem.")
    assert actor_of(one) == "Vi"
    assert targets_of(one) == ("pårørende", "borgere")
    assert (place_of(one), extent_of(one)) == ("", "")
    assert actor_of(passage("Bygningerne skal bidrage til trivsel.")) == ""


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Borgerne får et tjek, så borgere trives.", ("borgerne",)),
        ("Tid til den enkelte borger og til borgerens pårørende.", ("den enkelte borger", "pårørende")),
        ("Tid til den nære borgerkontakt, og en pårørendepolitik.", ()),
    ],
)
def test_a_group_is_told_once_and_a_compound_is_no_group(text: str, targets: tuple[str, ...]) -> None:
    assert targets_of(passage(text)) == targets


@pytest.mark.parametrize(
    ("text", "place", "extent"),
    [
        ("Bostedslæger (Holmstrupgård)", "Holmstrupgård", ""),
        ("Nyt takstgrundlag (pilotprojekt)", "", "pilot"),
        ("Implementering af nyt takstgrundlag på hele socialområdet", "", "fuld"),
        ("Vores fagpilotuddannelser giver viden", "", ""),
    ],
)
def test_place_and_extent(text: str, place: str, extent: str) -> None:
    assert (place_of(passage(text, "row")), extent_of(passage(text, "row"))) == (place, extent)
