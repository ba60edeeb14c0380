"""The table of cues, as a person reads it."""

from __future__ import annotations

import pytest

from assistant.hearing.cues import PHRASES, SAID, THOUGHT


def matches(words: str, text: str) -> bool:
    [phrase] = {each.pattern for each in PHRASES if each.words == words}
    return bool(phrase.search(text))


def test_no_phrase_stands_in_the_table_twice() -> None:
    for table in (SAID, THOUGHT):
        lines = [line.strip() for lines in table.values() for line in lines.strip().splitlines()]
        assert len(lines) == len(set(lines))
    assert len(PHRASES) == sum(
        len(lines.strip().splitlines()) for t in (SAID, THOUGHT) for lines in t.values()
    )


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
