from __future__ import annotations

import pytest

from assistant.answers.reading.bodies import named_bodies, without_bodies


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Hvad siger Samsø?", "Samsø Kommune"),
        ("hvad siger samsoe kommune", "Samsø Kommune"),
        ("Samsøs holdning", "Samsø Kommune"),
        ("Norddjurs Kommunes svar", "Norddjurs Kommune"),
        ("Norddjurs' svar", "Norddjurs Kommune"),
        ("Høje-Taastrup", "Høje-Taastrup Kommune"),
        ("Ringkøbing-Skjern Kommune", "Ringkøbing-Skjern Kommune"),
        ("Ringkøbing Skjern Kommune", "Ringkøbing-Skjern Kommune"),
        ("Aarhus", "Aarhus Kommune"),
        ("århus kommune", "Aarhus Kommune"),
        ("Skive Kommune", "Skive Kommune"),
        ("Region Nordjyllands plan", "Region Nordjylland"),
        ("Hvad siger KL?", "KL"),
        ("Har LEV svaret?", "LEV"),
        ("Landsforeningen Autismes svar", "Landsforeningen Autisme"),
    ],
)
def test_a_body_in_its_full_form(text: str, body: str) -> None:
    assert named_bodies(text) == (body,)


def test_several_bodies() -> None:
    assert set(named_bodies("Er Viborg og Skanderborg enige?")) == {"Viborg Kommune", "Skanderborg Kommune"}


@pytest.mark.parametrize(
    "text",
    [
        "Hvad siger planen om frivillige?",
        "Region Midtjylland",
        "vejen ud af misbrug",
        "en skive brød",
        "Jeg kommer kl. 10",
        "at leve: lev vel",
        "et godt liv i krop og sind",
        "en lap papir",
    ],
)
def test_ordinary_words_are_no_bodies(text: str) -> None:
    assert named_bodies(text) == ()


SENDERS = ("Skovlund Kommune", "Foreningen Pårørende Midt", "Botilbuddet Solsiden", "Fagligt Fællesskab Midt")


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Hvad mener Skovlund om taksterne?", "Skovlund Kommune"),
        ("skovlund kommunes holdning", "Skovlund Kommune"),
        ("Hvad siger Pårørende Midt?", "Foreningen Pårørende Midt"),
        ("hvad siger foreningen pårørende midt", "Foreningen Pårørende Midt"),
        ("Er Solsiden glad?", "Botilbuddet Solsiden"),
        ("Fagligt Fællesskabs svar", "Fagligt Fællesskab Midt"),
    ],
)
def test_whoever_has_responded_is_known_by_the_names_that_people_use(text: str, body: str) -> None:
    assert named_bodies(text, SENDERS) == (body,)
    assert named_bodies(text) == ()
    assert "afsender" in without_bodies(text, " afsender ", SENDERS)
