"""Lists over all responses: of the nine that are the real one and the eight fictional ones of the tests."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from assistant.answers.answer import Answer
from assistant.answers.judge import Judge
from assistant.answers.lists.hearing_lists import HearingLists
from assistant.answers.lists.listing import Listing
from assistant.answers.reading.question import read_question
from assistant.hearing.trace import Trace
from assistant.search.catalogue import Catalogue
from assistant.search.retriever import Hit, Search

Told = Callable[[str], Listing]


@pytest.fixture(scope="module")
def told(trace: Trace, search: Search, together: Catalogue) -> Told:
    lists = HearingLists(trace, search)

    def told(text: str) -> Listing:
        listing = lists(read_question(text, together))
        assert listing is not None
        return listing

    return told


def senders(listing: Listing) -> set[str]:
    return {passage.document_id for passage in listing.passages}


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Hvem er bekymret for økonomien?", {"havnsoe", "svar-norddjurs"}),
        ("Hvem er bekymret for takstgrundlaget?", {"skovlund", "bakkeby"}),
        ("Hvem er imod introduktionsforløb?", {"fagligt"}),
        ("Hvem ønsker noget om tandlæge?", {"skovlund"}),
        ("Who is worried about volunteers?", {"paaroerende"}),
        ("Hvem nævner misbrug?", {"svar-norddjurs", "oestermark"}),
    ],
)
def test_who_thinks_or_speaks_of_a_matter(told: Told, text: str, right: set[str]) -> None:
    listing = told(text)
    assert senders(listing) == right
    assert f"{len(right)} af 9" in listing.lead or f"{len(right)} of 9" in listing.lead


def test_the_words_that_show_it_stand_behind_the_quote(told: Told) -> None:
    listing = told("Hvem er imod introduktionsforløb?")
    assert set(listing.notes.values()) == {"modstand: »er imod«; modstand: »tager afstand«"} or all(
        "modstand: »" in note for note in listing.notes.values()
    )


def test_copied_words_are_no_voice_of_their_own(told: Told) -> None:
    lead = told("Hvem er bekymret for takstgrundlaget?").lead
    assert "2 af 9" in lead
    assert "Med egne ord: 1." in lead
    assert "Østermark Kommune tilslutter sig høringssvaret fra Skovlund Kommune." in lead


def test_who_says_nothing_of_it_and_who_does(told: Told) -> None:
    listing = told("Hvem nævner ikke bostedslæger?")
    count, total = map(int, re.findall(r"(\d+) af (\d+)", listing.lead)[0])
    assert total == 9
    assert count + len(senders(listing)) == 9
    assert "solsiden" in senders(listing)


def test_where_nobody_does_it_is_told_as_none_of_all(told: Told) -> None:
    listing = told("Hvem er imod frivillige?")
    assert listing.status == "not_in_documents"
    assert listing.lead.startswith("0 af 9 høringssvar")
    assert listing.passages == ()


def test_a_pejlemaerke_is_a_matter_too(told: Told, trace: Trace) -> None:
    listing = told("Hvor mange støtter pejlemærke 6?")
    right = {
        cell.response.id
        for cell in trace.of_pejlemaerke(6)
        if any("support" in sentence.directions for sentence in cell.sentences)
    }
    assert senders(listing) == right
    assert f"{len(right)} af 9" in listing.lead


def test_the_ranking_counts_what_the_matrix_holds(told: Told, trace: Trace) -> None:
    listing = told("Hvilke pejlemærker får flest kommentarer?")
    counts = [len(trace.of_pejlemaerke(each.reference.pejlemaerker[0])) for each in listing.passages]
    assert counts == sorted(counts, reverse=True)
    assert len(listing.passages) == sum(bool(trace.of_pejlemaerke(number)) for number in trace.numbers)
    for passage, count in zip(listing.passages, counts, strict=True):
        assert listing.notes[passage.id].startswith(f"{count} af 9: ")


def test_the_fewest_are_those_with_the_lowest_count(told: Told, trace: Trace) -> None:
    listing = told("Hvilket pejlemærke er mindst kommenteret?")
    lowest = min(len(trace.of_pejlemaerke(number)) for number in trace.numbers)
    numbers = [each.reference.pejlemaerker[0] for each in listing.passages]
    assert numbers == [n for n in trace.numbers if len(trace.of_pejlemaerke(n)) == lowest]


def test_who_joins_and_who_copies(told: Told) -> None:
    listing = told("Hvem tilslutter sig andre høringssvar?")
    assert "Østermark Kommune tilslutter sig høringssvaret fra Skovlund Kommune." in listing.lead
    assert "Bakkeby Kommune bruger samme ord som Skovlund Kommune" in listing.lead
    assert senders(listing) == {"oestermark", "bakkeby"}


def test_the_chat_tells_of_how_many_responses_it_speaks(ask: Callable[..., Answer]) -> None:
    answer = ask("Hvem er bekymret for økonomien?")
    assert answer.text.startswith("1 af 1 høringssvar i samlingen viser bekymring")
    assert "Regionen modtog i alt 33." in answer.text
    assert {citation.document.sender for citation in answer.citations} == {"Norddjurs Kommune"}


def test_no_yes_or_no_is_told_of_two_senders(search: Search, together: Catalogue) -> None:
    question = read_question("Er Skovlund Kommune og Norddjurs Kommune enige om pejlemærke 1?", together)
    best = Hit(together.responses[0].passages[0], 0.9, 0.9)
    judge = Judge(search, together)
    assert (judge.verdict(question, best), judge.settled(question)) == ("", "")
