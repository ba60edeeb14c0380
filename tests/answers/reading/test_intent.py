"""Which part of the documents a question asks for as such."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answers.reading.intent import KINDS, MODEL, Intents, Kind, cues, wording_of
from assistant.answers.reading.question import cues_of, read_question
from assistant.answers.reading.references import References
from assistant.errors import ModelError
from assistant.search.catalogue import Catalogue

PLACES = References(places=((7, ()),), names_pejlemaerke=True)


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Hvad siger pejlemærke 7?", "pejlemaerke"),
        ("hvad sir pejlemerke 7", "pejlemaerke"),
        ("Vis mig ordlyden af pejlemærke VII", "pejlemaerke"),
        ("Punkt 2 i pejlemærke 9", "points"),
        ("Vis alle pejlemærker", "statements"),
        ("Hvilke overskrifter har pejlemærkerne?", "headings"),
        ("Hvor hører pejlemærke 7 hjemme?", "place"),
        ("What is planned for 2025?", "rows"),
        ("Hvilke verdensmål har planen udvalgt?", "goals"),
        ("Hvad siger verdensmål 13?", "goal_text"),
        ("Hvilke delmål nævner planen?", "targets"),
        ("Hvilke strategispor er der?", "tracks"),
        ("Vis kapitlet om Det hele menneske", "track_text"),
        ("Hvad er visionen?", "vision"),
        ("Hvilke udfordringer nævner planen?", "challenges"),
        ("Hvem har svaret?", "respondents"),
        ("Hvilke pejlemærker kommenterer Norddjurs?", "commented"),
        ("Hvem kommenterer pejlemærke 6?", "comments"),
        ("Vis hele svaret fra Norddjurs", "response_text"),
        ("Får borgerne et sundhedstjek?", "other"),
        ("Hvad siger pejlemærke 5 om affald?", "other"),
    ],
)
def test_the_kind_of_a_question(catalogue: Catalogue, question: str, kind: Kind) -> None:
    assert read_question(question, catalogue).kind == kind


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("Hvad siger pejlemærke 7?", "hvad siger pejlemaerke tal"),
        ("Hvad siger Norddjurs om pejlemærke XIII?", "hvad siger afsender om pejlemaerke tal"),
        (
            "Hvilke pejlemærker hører under Lighed i sundhed?",
            "hvilke pejlemaerke flertal hoerer under overskriftnavn",
        ),
        ("Hvad er planlagt i 2025?", "hvad er planlagt i aarstal"),
        ("Tidsplan for Det hele menneske", "tidsplan for spornavn"),
    ],
)
def test_the_wording_holds_marks_for_what_is_named(catalogue: Catalogue, text: str, wording: str) -> None:
    assert wording_of(text, catalogue.strategispor, tuple(catalogue.headings)) == wording


def test_the_cues_tell_what_is_named_and_how_much_more_is_said() -> None:
    bare = cues("hvad siger pejlemaerke tal", PLACES, has_bodies=False)
    assert {"hvad siger", "#places", "#left=0", "#places, left=0"} <= bare.keys()
    more = cues("hvad siger afsender om affald i pejlemaerke tal", PLACES, has_bodies=True)
    assert {"#named=places+bodies", "#places, left=1"} <= more.keys()


def test_a_part_that_is_named_alone_is_asked_for() -> None:
    """However likely a model takes something else to be."""
    sure = Intents({kind: {} for kind in KINDS}, {kind: 9.0 * (kind == "other") for kind in KINDS})
    assert sure.kind(cues("pejlemaerke tal", PLACES, has_bodies=False)) != "other"
    assert sure.kind(cues("affald i pejlemaerke tal", PLACES, has_bodies=False)) == "other"
    assert sure.kind(cues("hvad med det", References(), has_bodies=False)) == "other"


def test_the_probabilities_of_all_kinds_are_1_together(catalogue: Catalogue) -> None:
    likely = Intents.open().probabilities(cues_of("Hvem har svaret?", catalogue))
    assert set(likely) == set(KINDS)
    assert sum(likely.values()) == pytest.approx(1)


def test_a_model_that_is_saved_says_the_same_when_it_is_opened(tmp_path: Path, catalogue: Catalogue) -> None:
    Intents.open().save(tmp_path / "intent.json")
    vector = cues_of("Hvad er planlagt i 2025?", catalogue)
    assert Intents.open(tmp_path / "intent.json").probabilities(vector) == Intents.open().probabilities(
        vector
    )


@pytest.mark.parametrize("content", [None, "", "[]", "{}", MODEL.read_text(encoding="utf-8")[:1000]])
def test_a_missing_or_broken_model_says_what_to_run(tmp_path: Path, content: str | None) -> None:
    path = tmp_path / "intent.json"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(ModelError, match=r"intent\.json.*python -m assistant calibrate"):
        Intents.open(path)
