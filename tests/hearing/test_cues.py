"""The table of cues, as a person reads it."""

from __future__ import annotations

import pytest

from assistant.hearing.cues import PHRASES


def matches(words: str, text: str) -> bool:
    [phrase] = {each.pattern for each in PHRASES if each.words == words}
    return bool(phrase.search(text))


def test_every_phrase_stands_in_the_table_once() -> None:
    for kind in ("said", "thought", "demanded"):
        words = [each.words for each in PHRASES if each.kind == kind]
        assert len(words) == len(set(words)) > 0
    assert {each.direction for each in PHRASES} == {"support", "wish", "worry", "resistance"}


@pytest.mark.parametrize(
    ("words", "text", "is_one"),
    [
        ("bifalde*", "Vi BIFALDER det.", True),
        ("bakke|bakker|bakkes ... op", "Vi bakker helt og fuldt op.", True),
        ("bakke|bakker|bakkes ... op", "Bakkeby ligger oppe ved åen.", False),
        ("bakke|bakker|bakkes ... op", "Vi bakker bilen, og de står op.", False),
        ("er ... behov for, at", "Der er stort behov for at mødes.", True),
        ("er ... behov for, at", "Der er stort behov for, at vi mødes.", True),
        ("håber", "Vi håbede.", False),
    ],
)
def test_a_phrase_is_matched_as_words(words: str, text: str, is_one: bool) -> None:
    assert matches(words, text) == is_one
