from __future__ import annotations

import subprocess
import sys

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


def test_first_questions_may_come_all_at_once() -> None:
    """In processes of their own, since a language is told long before this test is run."""
    asking = """
from sys import setswitchinterval
from threading import Barrier, Thread
from assistant.answers.reading.language import language_of

def ask(start):
    start.wait()
    for _ in range(20):
        told.append(language_of("Which initiatives are planned?"))

setswitchinterval(1e-6)
told = []
start = Barrier(24)
askers = [Thread(target=ask, args=[start]) for _ in range(24)]
for asker in askers:
    asker.start()
for asker in askers:
    asker.join()
print(*told)
"""
    asked = subprocess.run([sys.executable, "-c", asking], capture_output=True, text=True, check=True)
    assert asked.stderr == ""
    assert asked.stdout.split() == ["en"] * 24 * 20
