"""What is quoted: whole short passages, whole sentences of long ones."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import cycle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.answers.assistant import Assistant
from assistant.answers.excerpt import ALONE, BEHIND, FIRST, excerpt
from assistant.documents.passages import Passage
from assistant.documents.sentences import sentences_of, whole

SHORT = 600
"""Passages of up to this many characters are quoted whole."""
ABBREVIATIONS = (
    "bl.a.",
    "jf.",
    "evt.",
    "nr.",
    "m.fl.",
    "m.v.",
    "mv.",
    "fx.",
    "f.eks.",
    "ca.",
    "eks.",
    "ift.",
)
rankings = st.lists(st.integers(0, 9), min_size=1, max_size=12)


def quoted(passage: Passage, ranking: Sequence[int]) -> str:
    """The excerpt when the passage's sentences are ranked so, again and again."""
    start, end = excerpt(passage, lambda texts: [score for _, score in zip(texts, cycle(ranking))])
    assert passage.start <= start < end <= passage.end
    return passage.text[start - passage.start : end - passage.start]


def passage_of(text: str) -> Passage:
    return Passage("side/1", "side", "page", "Side, afsnit 1", "paragraph", ("Side",), text, 0, len(text))


def test_short_passages_are_quoted_whole_but_for_their_number(assistant: Assistant) -> None:
    for passage in assistant.index.passages:
        text = re.sub(r"^(\d{1,2}\) |VERDENSMÅL NR\. \d{1,2} )", "", passage.text)
        if len(text) <= SHORT:
            assert quoted(passage, [0]) == text


@pytest.mark.parametrize(
    ("passage_id", "opening"),
    [("plan-2024/p7", "Vi vil åbne"), ("plan-2024/v13", "Gennem lokale"), ("plan-2024/v10", '"Alle skal')],
)
def test_a_quote_opens_with_a_word_and_not_with_its_number(
    assistant: Assistant, passage_id: str, opening: str
) -> None:
    passage = assistant.index.by_id[passage_id]
    start, end = whole(passage)
    assert passage.text[start - passage.start :].startswith(opening)
    assert end == passage.end


@settings(max_examples=300, deadline=None)
@given(st.data(), rankings)
def test_long_passages_are_quoted_in_whole_sentences(
    assistant: Assistant, data: st.DataObject, ranking: list[int]
) -> None:
    long = [passage for passage in assistant.index.passages if len(passage.text) > SHORT]
    passage = data.draw(st.sampled_from(long))
    quote = quoted(passage, ranking)
    before, after = passage.text.split(quote, 1)
    assert not before or before.endswith("\n") or re.search(r"([.!?:][”\"’]? |NR\. \d+ )$", before), before
    assert not after or after.startswith("\n") or (after[0] == " " and re.search(r"[.!?:][”\"’]?$", quote)), (
        quote
    )
    assert quote == quote.strip()
    for text in (before, quote):
        assert not text.rstrip().lower().endswith(ABBREVIATIONS)


@settings(max_examples=300, deadline=None)
@given(st.data(), rankings)
def test_an_excerpt_holds_the_best_sentence_and_is_short(
    assistant: Assistant, data: st.DataObject, ranking: list[int]
) -> None:
    long = [passage for passage in assistant.index.passages if len(passage.text) > SHORT + 20]
    passage = data.draw(st.sampled_from(long))
    sentences: list[str] = []

    def score(texts: Sequence[str]) -> list[int]:
        sentences.extend(texts)
        return [value for _, value in zip(texts, cycle(ranking))]

    start, end = excerpt(passage, score)
    quote = passage.text[start - passage.start : end - passage.start]
    values = [value for _, value in zip(sentences, cycle(ranking))]
    assert sentences[values.index(max(values))] in quote
    assert len(quote) <= SHORT or quote in sentences
    assert "".join("".join(sentences).split()) == "".join(
        passage.text[whole(passage)[0] - passage.start :].split()
    )


@pytest.mark.parametrize("abbreviation", ["bl.a.", "f.eks.", "jf."])
def test_an_abbreviation_before_a_name_ends_no_sentence(abbreviation: str) -> None:
    tail = ", som vi har et godt samarbejde med" * 13
    first = f"Vi taler med mange andre, {abbreviation} Aarhus Kommune{tail}."
    text = f"{first} {'Det andet er der også gjort meget ved i de senere år. ' * 8}".strip()
    assert quoted(passage_of(text), [9, 0]) == first


def test_a_passage_without_a_full_stop_is_quoted_whole() -> None:
    text = "og ".join(["Vi vil have læger på alle bosteder "] * 20).strip()
    assert quoted(passage_of(text), [1]) == text


def test_lines_of_a_list_are_not_cut() -> None:
    lines = [f"• Punkt nummer {n} på en liste, som er ret lang og ikke slutter med punktum" for n in range(9)]
    quote = quoted(passage_of("\n".join(lines)), [0, 0, 9, 0, 0, 0, 0, 0, 0])
    assert set(quote.split("\n")) <= set(lines)
    assert lines[2] in quote


def test_beside_other_quotes_an_excerpt_is_shorter(assistant: Assistant) -> None:
    passages = [passage for passage in assistant.index.passages if len(passage.text) > FIRST * SHORT]
    assert len(passages) > 20

    def length(passage: Passage, share: float) -> int:
        start, end = excerpt(passage, lambda texts: [len(text) for text in texts], share)
        return end - start

    lengths = [[length(passage, share) for share in (BEHIND, FIRST, ALONE)] for passage in passages]
    assert all(each == sorted(each) for each in lengths)
    assert sum(behind < first for behind, first, _ in lengths) > 10
    assert sum(first < alone for _, first, alone in lengths) > 10


def test_the_sentences_of_a_passage(assistant: Assistant) -> None:
    assert sentences_of(assistant.index.by_id["plan-2024/p8.1"]) == [
        "Vi ønsker at tilknytte bostedslæger til de enkelte tilbud.",
        "Det optimerer behandlingstiden og danner en tættere relation mellem læge og borger.",
    ]
    assert sentences_of(assistant.index.by_id["plan-2024/p7"])[0].startswith("Vi vil åbne")
