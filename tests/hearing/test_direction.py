"""What a sentence shows of its sender's mind, and what only seems to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.documents.passages import Document
from assistant.hearing.direction import cues_in
from assistant.hearing.speaker import Speaker
from assistant.search.catalogue import Catalogue


@pytest.fixture(scope="module")
def municipality(catalogue: Catalogue) -> Document:
    return catalogue.responses[0]


def directions(text: str, document: Document) -> list[str]:
    return list(dict.fromkeys(cue.direction for cue in cues_in(text, Speaker.of(document))))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Vi støtter, at beboerne tilbydes sundhedstjek.", ["support"]),
        ("Norddjurs Kommune bakker op om planens retning.", ["support"]),
        ("Samtidig bifalder vi det fortsatte fokus på samarbejde.", ["support"]),
        ("Derfor hilser byrådet forslaget velkomment.", ["support"]),
        ("Det er glædeligt, at der kommer flere pladser.", ["support"]),
        ("Vi foreslår fælles jobmesser.", ["wish"]),
        ("Det bør fremgå, hvordan tiden skaffes.", ["wish"]),
        ("Som kommune ser vi gerne, at aftalen gælder alle.", ["wish"]),
        ("Kommunen er bekymret for økonomien.", ["worry"]),
        ("Vi frygter, at det bliver dyrere.", ["worry"]),
        ("Velfærdsteknologi må ikke blive til overvågning.", ["worry"]),
        ("Vi er imod, at introduktionen lægges uden for arbejdstiden.", ["resistance"]),
        ("Kommunen tager afstand fra forslaget.", ["resistance"]),
        ("Aftalen indgås hvert år mellem kommuner og region.", []),
        ("Norddjurs Kommune har 38.000 indbyggere.", []),
        ("Borgerne får støtte i hverdagen.", []),
    ],
)
def test_a_direction_is_shown_by_words(text: str, shown: list[str], municipality: Document) -> None:
    assert directions(text, municipality) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Vi kan ikke bakke op om forslaget.", ["resistance"]),
        ("Kommunen støtter derfor ikke det nye takstgrundlag.", ["resistance"]),
        ("Vi er ikke bekymrede for økonomien.", []),
        ("Vi ser uden bekymring på økonomien.", []),
        ("Vi støtter ikke mindst de lokale råd.", ["support"]),
        ("Vi kan kun tilslutte os, at der mangler personale.", ["support"]),
        ("Systemet bør ikke føre til dobbelt registrering.", ["wish"]),
    ],
)
def test_a_not_turns_a_cue_or_takes_it_away(text: str, shown: list[str], municipality: Document) -> None:
    assert directions(text, municipality) == shown


@pytest.mark.parametrize(
    "text",
    [
        "Regionen ønsker at tilknytte bostedslæger.",
        "Planen siger, at det er vigtigt, at borgeren høres.",
        "De pårørende frygter, at tilbuddet lukker.",
        "Mange forældre er bekymrede.",
        "I planen står, at »vi ønsker at tilknytte bostedslæger til de enkelte tilbud«.",
    ],
)
def test_what_others_think_is_not_the_senders_mind(text: str, municipality: Document) -> None:
    assert directions(text, municipality) == []


def test_who_speaks_for_others_thinks_what_they_think(municipality: Document) -> None:
    relatives = replace(municipality, sender="Foreningen Pårørende Midt")
    assert directions("De pårørende frygter, at tilbuddet lukker.", relatives) == ["worry"]
    assert directions("Kommunen frygter, at tilbuddet lukker.", relatives) == []


def test_a_sentence_may_show_two(municipality: Document) -> None:
    text = "Vi støtter målet, men er bekymrede for prisen på det, regionen ønsker."
    assert directions(text, municipality) == ["support", "worry"]
    assert directions("Vi er bekymrede for taksterne, og beder om en beregning.", municipality) == [
        "worry",
        "wish",
    ]


def test_the_words_that_show_it_stand_at_their_place(municipality: Document) -> None:
    text = "Kommunen hilser planen meget velkommen og foreslår flere møder."
    cues = cues_in(text, Speaker.of(municipality))
    assert [text[cue.start : cue.end] for cue in cues] == ["hilser planen meget velkommen", "foreslår"]
