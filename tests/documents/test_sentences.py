"""Sentences are cut to the letter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.documents.passages import Document
from assistant.documents.sentences import sentences_in, sentences_of, spans_in, spans_of


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Vi støtter det. Det gør alle.", ["Vi støtter det.", "Det gør alle."]),
        ("Jf. Pejlemærke 6 og nr. 7, bl.a. Aarhus.", ["Jf. Pejlemærke 6 og nr. 7, bl.a. Aarhus."]),
        ("De siger »nej.« Det er nyt!\nNy linje", ["De siger »nej.« Det er nyt!", "Ny linje"]),
        ("Han sagde “ja.” Så gik han.", ["Han sagde “ja.”", "Så gik han."]),
    ],
)
def test_a_text_is_cut_into_sentences(text: str, sentences: list[str]) -> None:
    assert sentences_in(text) == sentences


@given(st.text("aB. !\n”:•", max_size=60))
def test_only_white_space_is_between_sentences(text: str) -> None:
    at = 0
    for start, end in spans_in(text):
        assert at <= start <= end
        assert not text[at:start].strip()
        at = end
    assert at == len(text)


def test_the_sentences_of_a_passage_stand_in_its_document(plan: Document) -> None:
    for passage in plan.passages:
        cut = [plan.text[start:end] for start, end in spans_of(passage)]
        assert cut == sentences_of(passage)
    [statement] = [each for each in plan.passages if each.id == "plan-2024/p7"]
    assert sentences_of(statement)[0].startswith("Vi vil åbne"), "its number is no part of it"
