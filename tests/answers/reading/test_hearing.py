"""Questions over all responses at once are told from others."""

from __future__ import annotations

import pytest

from assistant.answers.reading.hearing import hearing_asked
from assistant.search.tokens import fold

ASKED = [
    ("Hvem er bekymret for økonomien?", "direction", "worry", ("økonomien",)),
    ("hvilke kommuner er mest betænkelige ved taksterne", "direction", "worry", ("taksterne",)),
    ("Er der nogen, der er imod planen?", "direction", "resistance", ()),
    ("Hvor mange støtter pejlemærke 6?", "direction", "support", ()),
    ("Hvor mange kommuner ønsker sig tandlæge?", "direction", "wish", ("tandlæge",)),
    ("Who is worried about staff?", "direction", "worry", ("staff",)),
    ("Which responses propose health checks?", "direction", "wish", ("health", "checks")),
    ("Hvem nævner ikke bostedslæger?", "silent", None, ("bostedslæger",)),
    ("Which municipalities do not mention volunteers?", "silent", None, ("volunteers",)),
    ("Hvem nævner frivillige?", "mention", None, ("frivillige",)),
    ("hvilke pejlemærker får flest kommentarer?", "most", None, ()),
    ("Which guidepost is commented on the least?", "fewest", None, ()),
    ("Hvem tilslutter sig andre høringssvar?", "joinders", None, ()),
]


@pytest.mark.parametrize(("text", "what", "direction", "subject"), ASKED, ids=[each[0] for each in ASKED])
def test_what_is_asked_of_all_responses(
    text: str, what: str, direction: str | None, subject: tuple[str, ...]
) -> None:
    asked = hearing_asked(fold(text), text)
    assert asked is not None
    assert (asked.what, asked.direction) == (what, direction)
    assert set(subject) <= set(asked.subject)


@pytest.mark.parametrize(
    "text",
    [
        "Hvem ønsker regionen at samarbejde med?",
        "Hvem er ikke bekymret?",
        "Hvem skriver under på brevet?",
        "Hvad mener Norddjurs om økonomien?",
        "Hvor mange pejlemærker er der?",
        "Er der nogen grund til at I vil have en ny strategi?",
        "How many members voted against the plan?",
        "Hvem kan jeg spørge om en læge?",
        "Hvad er de bekymrede for?",
    ],
)
def test_what_is_not(text: str) -> None:
    assert hearing_asked(fold(text), text) is None
