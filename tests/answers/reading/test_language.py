from __future__ import annotations

import pytest

from assistant.answers.reading.language import language_of


@pytest.mark.parametrize(
    "text",
    [
        "Hvad siger planen om frivillige?",
        "Er der en doktor",
        "laege paa bosted",
        "hvor mange pladser er der",
        "Hvem er formand",
        "bostedslæger",
        "klima",
        "Vis pejlemærke 3-5",
        "Vis 2025",
        "Pejlemærke 7",
        "verdensmål 13",
        "P7",
        "7",
    ],
)
def test_danish(text: str) -> None:
    assert language_of(text) == "da"


@pytest.mark.parametrize(
    "text",
    [
        "What does the plan say about volunteers?",
        "volunteers",
        "guidepost 7",
        "Is there a hearing letter",
        "What does pejlemærke 7 say?",
        "Show me the pejlemærker under Det hele menneske",
        "Which initiatives belong to Fagligt stærke specialområder?",
        'What does "Ordet er dit" mean?',
        "What does Norddjurs say about staff?",
        "What did Samsø municipality say about the plan?",
        "Who is Jacob Klærke?",
        "Will Holmstrupgård get a doctor?",
    ],
)
def test_english_even_with_danish_names_in_it(text: str) -> None:
    assert language_of(text) == "en"
