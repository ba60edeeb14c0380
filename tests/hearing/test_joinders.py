"""Who joins whom, who copies whom, and who speaks for themselves."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.documents.passages import Document
from assistant.hearing.joinders import Voices
from assistant.hearing.trace import Trace


def response(sender: str, *sentences: str, date: str = "2023-10-01") -> Document:
    """A response of one passage."""
    from assistant.documents.passages import Passage

    text = " ".join(sentences)
    passage = Passage(f"{sender}/1", sender, "response", sender, "paragraph", (sender,), text, 0, len(text))
    return Document(sender, "x.txt", "", "", "response", sender, date, "", text, (), (passage,))


ENGBY = response("Engby Kommune", "Vi ønsker, at taksterne regnes igennem, før de tages i brug af alle.")


def test_a_joinder_names_whom_it_joins(trace: Trace) -> None:
    [joinder] = trace.voices.joinders
    assert (joinder.document.id, joinder.name) == ("oestermark", "Skovlund Kommune")
    assert joinder.joined is not None
    assert joinder.joined.id == "skovlund"
    assert joinder.document.text[joinder.start : joinder.end] == (
        "Vi tilslutter os Skovlund Kommunes høringssvar."
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "Vi tilslutter os høringssvaret fra Engby Kommune.",
        "Møldrup Kommune kan tilslutte sig Engby Kommunes høringssvar.",
        "Vi henviser i øvrigt til Engby Kommunes høringssvar.",
        "Vi er enige i høringssvaret fra Engby.",
        "Møldrup Kommune bakker op om Engby Kommunes bemærkninger.",
    ],
)
def test_a_joinder_is_known_by_its_words(sentence: str) -> None:
    joining = response("Møldrup Kommune", sentence)
    voices = Voices((ENGBY, joining))
    assert [(each.document.sender, each.joined) for each in voices.joinders] == [("Møldrup Kommune", ENGBY)]
    assert voices.joining_only == (joining,)
    assert voices.independent == (ENGBY,)


@pytest.mark.parametrize(
    "sentence",
    [
        "Vi tilslutter os ikke Engby Kommunes høringssvar.",
        "Vi tilslutter os planens mål om gode overgange.",
        "Vi støtter Engby Kommune i arbejdet med de unge.",
    ],
)
def test_what_only_sounds_like_one_is_none(sentence: str) -> None:
    assert Voices((ENGBY, response("Møldrup Kommune", sentence))).joinders == ()


def test_a_response_that_is_not_in_the_collection_can_be_joined() -> None:
    [joinder] = Voices(
        (response("Engby Kommune", "Vi tilslutter os KL's og Danske Regioners høringssvar."),)
    ).joinders
    assert joinder.joined is None
    assert "KL" in joinder.name or "Danske Regioner" in joinder.name


def test_the_later_one_copies_the_earlier_one(trace: Trace) -> None:
    [copy] = trace.voices.copies
    assert (copy.document.id, copy.original.id) == ("bakkeby", "skovlund")
    assert (
        copy.document.text[copy.start : copy.end]
        == copy.original.text[copy.original_start : copy.original_end]
    )


def test_names_of_senders_do_not_hide_a_copy() -> None:
    first = response("Engby Kommune", "Engby Kommune ser gerne, at hver familie får en fast kontaktperson.")
    second = replace(
        response("Møldrup Kommune", "Møldrup Kommune ser gerne, at hver familie får en fast kontaktperson."),
        date="2023-09-01",
    )
    voices = Voices((first, second))
    assert [(each.document, each.original) for each in voices.copies] == [(first, second)], "by date"
    assert voices.copying_only == (first,)


def test_thanks_and_short_sentences_are_anybodys() -> None:
    thanks = "Vi takker for muligheden for at afgive høringssvar til planen for socialområdet."
    one, other = (response(f"{name} Kommune", thanks, "Det støtter vi.") for name in ("Engby", "Møldrup"))
    assert Voices((one, other)).copies == ()
    assert Voices((one, other)).independent == (one, other)
