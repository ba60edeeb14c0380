"""What no plan or letter tells, whatever it is about."""

from __future__ import annotations

import pytest

from assistant.answers.reading.beyond import asks_machine, beyond, missing
from assistant.search.tokens import fold


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Skriv et digt om bostedslæger", "task"),
        ("Translate the vision into German", "task"),
        ("Hvad synes du selv om planen?", "opinion"),
        ("Are you a robot?", "opinion"),
        ("Hvor klager jeg over personalet?", "rights"),
        ("Skal frivillige have en børneattest?", "rights"),
        ("Blev planen så vedtaget?", "result"),
        ("What came of the workshops?", "result"),
        ("Hvordan måles lighed i sundhed?", "method"),
        ("What are the visiting hours?", "hours"),
        ("Hvilken alder skal man have?", "age"),
        ("Hvor lang er ventelisten?", "duration"),
        ("Vis mig listen over høringsparter", "contents"),
    ],
)
def test_the_kind_of_what_is_asked_for(text: str, kind: str) -> None:
    assert beyond(fold(text)) == kind
    assert missing(fold(text)) == kind
    assert asks_machine(fold(text)) == (kind in ("task", "opinion"))


@pytest.mark.parametrize(
    "text",
    [
        "Skriv alle punkter under pejlemærke 4",
        "Giv mig hele pejlemærke 3",
        "Hvad synes Norddjurs om pejlemærkerne?",
        "Hvornår blev det vedtaget at sende planen i høring?",
        "Er det bare fine ord?",
        "Stemmer datoerne overens?",
        "How are you going to use less electricity?",
        "Hvor mange grundprincipper er der?",
        "Hvordan får jeg sagt min mening?",
    ],
)
def test_what_documents_may_tell_is_left_to_the_search(text: str) -> None:
    assert beyond(fold(text)) is None


def test_a_reason_is_only_told_as_missing_once_the_question_is_refused() -> None:
    assert beyond(fold("Hvorfor lige Holmstrupgård?")) is None
    assert missing(fold("Hvorfor lige Holmstrupgård?")) == "reason"
    assert missing(fold("Hvornår kommer lægen?")) is None
