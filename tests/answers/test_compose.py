"""What is quoted: whole short passages, whole sentences of long ones."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import cycle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.answers.assistant import Assistant
from assistant.answers.compose import Composer, excerpt, whole
from assistant.answers.structure import Listing
from assistant.documents.passages import Passage

SHORT = 420
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
    tail = ", som vi har et godt samarbejde med" * 10
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


def test_the_text_of_an_answer(assistant: Assistant) -> None:
    composer = Composer(assistant.index.documents_by_id, "da")
    composer.say("Det nærmeste, de siger, er:")
    row = assistant.index.by_id["plan-2024/t2024.2.1"]
    composer.quote(row, row.start, row.end)
    assert composer.text == (
        "Det nærmeste, de siger, er:\n\n"
        "Tidsplanen nævner som planlagt i 2024 (Det hele menneske):\n»Bostedslæger (Holmstrupgård)« [1]"
    )
    assert [citation.marker for citation in composer.citations] == [1]


def test_the_text_of_a_list_groups_what_has_the_same_label(assistant: Assistant) -> None:
    composer = Composer(assistant.index.documents_by_id, "da")
    chosen = ("plan-2024/t2024.2.1", "plan-2024/t2024.2.4", "plan-2024/t2024.3.2")
    composer.quote_all(Listing("Tre:", tuple(assistant.index.by_id[each] for each in chosen)))
    assert composer.text == (
        "Tre:\n\n"
        "**Tidsplan 2024 · Det hele menneske**\n"
        "- »Bostedslæger (Holmstrupgård)« [1]\n"
        "- »Udarbejdelse af borger- og pårørendepolitik« [2]\n\n"
        "**Tidsplan 2024 · Fagligt stærke specialområder**\n"
        "- »Pilotprojekt for seniorer« [3]"
    )
