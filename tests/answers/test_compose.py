"""Replies put into words: who speaks, the quotes, their markers, nothing twice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from assistant.answers.answer import Answer, Language
from assistant.answers.assistant import Assistant
from assistant.answers.compose import Composer
from assistant.answers.lists.listing import Listing
from assistant.answers.reply import Quote, Reply
from assistant.documents.passages import Passage

Ask = Callable[..., Answer]
Compose = Callable[..., str]

ROW, POINT, LETTER, PAGE = (
    "plan-2024/t2024.2.1",
    "plan-2024/p8.1",
    "brev-2023/9",
    "side-2023/8",
)


@pytest.fixture(scope="module")
def compose(assistant: Assistant) -> Compose:
    """The text of an answer that makes these replies."""

    def text(*replies: Reply, language: Language = "da") -> str:
        composer = Composer(assistant.index.documents_by_id, language)
        for reply in replies:
            composer.add(reply)
        assert [citation.marker for citation in composer.citations] == list(
            range(1, len(composer.citations) + 1)
        )
        return composer.text

    return text


@pytest.fixture(scope="module")
def passages(assistant: Assistant) -> Callable[..., tuple[Passage, ...]]:
    return lambda *ids: tuple(assistant.index.by_id[each] for each in ids)


@pytest.fixture(scope="module")
def quotes(passages: Callable[..., tuple[Passage, ...]]) -> Callable[..., tuple[Quote, ...]]:
    """Whole passages as quotes."""
    return lambda *ids: tuple(Quote(each, each.start, each.end) for each in passages(*ids))


Quotes = Callable[..., tuple[Quote, ...]]
Passages = Callable[..., tuple[Passage, ...]]


def test_own_words_stand_before_and_behind_the_quotes(compose: Compose, quotes: Quotes) -> None:
    reply = Reply("answered", lead="Kort svar: 2024.", quotes=quotes(ROW), close="Spørg regionen.")
    assert compose(reply) == (
        "Kort svar: 2024.\n\n"
        "Tidsplanen nævner som planlagt i 2024 (Det hele menneske):\n»Bostedslæger (Holmstrupgård)« [1]\n\n"
        "Spørg regionen."
    )


def test_what_leads_to_a_quote_is_only_said_if_one_follows(compose: Compose, quotes: Quotes) -> None:
    reply = Reply("not_in_documents", lead="Det ved jeg ikke.", before_quotes="Det nærmeste er:")
    assert compose(reply) == "Det ved jeg ikke."
    text = compose(replace(reply, quotes=quotes(ROW)))
    assert text.startswith("Det ved jeg ikke.\n\nDet nærmeste er:\n\nTidsplanen nævner")
    assert compose(Reply("answered", quotes=quotes(ROW)), replace(reply, quotes=quotes(ROW))).endswith(
        "Det ved jeg ikke."
    )


def test_quotes_are_introduced_in_the_language_of_the_question(compose: Compose, quotes: Quotes) -> None:
    assert compose(Reply("answered", quotes=quotes(ROW)), language="en") == (
        "The timeline names as planned for 2024 (Det hele menneske; in Danish):\n"
        "»Bostedslæger (Holmstrupgård)« [1]"
    )


def test_a_part_of_a_passage_is_quoted_as_it_stands(compose: Compose, passages: Passages) -> None:
    (point,) = passages(POINT)
    end = point.start + len("Vi ønsker at tilknytte bostedslæger")
    assert compose(Reply("answered", quotes=(Quote(point, point.start, end),))) == (
        "Planen siger (Pejlemærke 8, punkt 1):\n»Vi ønsker at tilknytte bostedslæger« [1]"
    )


def test_quotes_of_one_document_stand_together_in_the_order_of_the_best(
    compose: Compose, quotes: Quotes
) -> None:
    text = compose(Reply("answered", quotes=quotes(LETTER, PAGE, "brev-2023/11")))
    speakers = [block.split("\n")[0] for block in text.split("\n\n")]
    assert speakers == ["Regionens høringsbrev 2023 skriver:", "Regionens høringsside skriver:"]
    assert text.index("Høringsperioden") < text.index("Alle interesserede kan") < text.index("En bred kreds")


def test_no_passage_is_quoted_twice_over_two_replies(compose: Compose, quotes: Quotes) -> None:
    first = Reply("answered", lead="Et:", quotes=quotes(POINT, ROW))
    second = Reply("answered", lead="To:", quotes=quotes(ROW, LETTER))
    text = compose(first, second)
    assert text.count("Bostedslæger (Holmstrupgård)") == 1
    assert text.index("Et:") < text.index("[2]") < text.index("To:") < text.index("[3]")


def test_no_passage_of_a_list_is_quoted_twice(compose: Compose, quotes: Quotes, passages: Passages) -> None:
    quoted = Reply("answered", quotes=quotes(ROW))
    listed = Reply("answered", listing=Listing("To:", passages(ROW, POINT)))
    for replies in ((quoted, listed), (listed, quoted), (listed, listed)):
        assert compose(*replies).count("Bostedslæger (Holmstrupgård)") == 1


def test_nothing_of_our_own_is_said_twice(compose: Compose, quotes: Quotes) -> None:
    one = Reply("not_in_documents", lead="Det ved jeg ikke.", close="Spørg regionen.")
    other = Reply("not_in_documents", lead="Heller ikke det.", close="Spørg regionen.")
    assert compose(one, other).count("Spørg regionen.") == 1
    assert compose(one, one) == "Det ved jeg ikke.\n\nSpørg regionen."


def test_a_list_groups_what_has_the_same_label(compose: Compose, passages: Passages) -> None:
    rows = passages(ROW, "plan-2024/t2024.2.4", "plan-2024/t2024.3.2")
    notes = {ROW: "Pejlemærke 8, punkt 1"}
    assert compose(Reply("answered", listing=Listing("Tre:", rows, notes=notes))) == (
        "Tre:\n\n"
        "**Tidsplan 2024 · Det hele menneske**\n"
        "- »Bostedslæger (Holmstrupgård)« [1] (Pejlemærke 8, punkt 1)\n"
        "- »Udarbejdelse af borger- og pårørendepolitik« [2]\n\n"
        "**Tidsplan 2024 · Fagligt stærke specialområder**\n"
        "- »Pilotprojekt for seniorer« [3]"
    )


def test_a_list_leaves_out_the_number_that_its_label_says(compose: Compose, passages: Passages) -> None:
    text = compose(Reply("answered", listing=Listing("Et:", passages("plan-2024/p7"))))
    assert "**Pejlemærke 7**\n- »Vi vil åbne" in text


def test_an_answer_is_short_enough_to_be_read(ask: Ask) -> None:
    for question in ("Hvad siger planen om frivillige?", "Hvad gør I for at skaffe flere pædagoger?"):
        quoted = [citation.quote for citation in ask(question).citations]
        assert 1 < len(quoted) <= 6
        assert sum(len(quote.split()) for quote in quoted) <= 120
