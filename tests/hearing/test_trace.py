"""Who speaks of which pejlemærke, because they name it or because they mean it."""

from __future__ import annotations

import pytest

from assistant.documents.corrections import About, Attitude, Corrections
from assistant.hearing.trace import Trace
from assistant.search.catalogue import Catalogue

NAMED = {
    "svar-norddjurs": {1, 2, 3, 6, 10, 13},
    "skovlund": {1, 2, 6, 8, 9, 13},
    "bakkeby": {1, 10},
    "fagligt": {13, 14, 15},
    "havnsoe": {2, 3},
    "paaroerende": {6, 7},
    "solsiden": set(),
    "ungeraadet": {7},
    "oestermark": set(),
}
"""Read by hand: by a heading, a number, or a heading's name or the plan's words in quotation marks."""


@pytest.mark.parametrize("name", NAMED)
def test_what_is_named_is_found_and_nothing_else(trace: Trace, name: str) -> None:
    assert {cell.number for cell in trace.of_response(name) if cell.is_named} == NAMED[name]


def test_what_is_meant_is_found_too_and_says_how_sure(trace: Trace) -> None:
    [entry] = trace.cell("oestermark", 10).entries
    assert entry.grounds == ("matter",)
    assert (entry.is_sure, entry.is_named) == (False, False)
    assert 0.3 < entry.likelihood < 1
    assert [each.text for each in entry.sentences] == [
        "Vi vil gerne tilføje, at en fælles handleplan om misbrug haster."
    ]


def test_a_cell_holds_the_sentences_to_the_letter(trace: Trace) -> None:
    for cell in trace.cells.values():
        for sentence in cell.sentences:
            assert sentence.text == cell.response.text[sentence.start : sentence.end]
            assert sentence.passage.start <= sentence.start < sentence.end <= sentence.passage.end
            assert all(sentence.start <= cue.start < cue.end <= sentence.end for cue in sentence.cues)


def test_a_cell_shows_the_directions_of_its_sentences(trace: Trace) -> None:
    assert trace.cell("bakkeby", 1).directions == ("wish", "worry")
    assert trace.cell("fagligt", 13).directions == ("resistance",)
    assert trace.cell("solsiden", 14).directions == ()


def test_lists_and_silence_are_two_sides_of_the_same(trace: Trace) -> None:
    for number in trace.numbers:
        speaking = [cell.response.id for cell in trace.of_pejlemaerke(number)]
        silent = [response.id for response in trace.silent(number)]
        assert sorted(speaking + silent) == sorted(response.id for response in trace.responses)
        assert (number in trace.unspoken) == (not speaking)
        assert {each.id for each in trace.independent(number)} <= set(speaking)


def test_who_is_worried_can_be_listed(trace: Trace) -> None:
    worried = trace.with_direction("worry", 1)
    assert {each.document.id for each in worried} >= {"skovlund", "bakkeby"}
    everywhere = trace.with_direction("worry")
    assert set(worried) < set(everywhere)
    assert len(set(everywhere)) == len(everywhere)


def test_sentences_are_found_by_a_word_in_any_form_and_in_compounds(trace: Trace) -> None:
    held = trace.holding("økonomi")
    assert {"svar-norddjurs", "havnsoe"} <= {each.document.id for each in held}
    assert any("økonomisk" in each.text for each in held)
    [nights] = [each for each in trace.holding("nattevagt") if each.document.id == "fagligt"]
    assert nights.text.endswith("vi savner penge til flere nattevagter.")
    assert trace.holding("og") == ()


def test_copied_words_are_no_voice_of_their_own(trace: Trace) -> None:
    assert "bakkeby" in {cell.response.id for cell in trace.of_pejlemaerke(1)}
    assert "bakkeby" not in {each.id for each in trace.independent(1)}
    assert "bakkeby" in {each.id for each in trace.independent(10)}


def test_what_people_decide_wins_and_is_marked(trace: Trace, together: Catalogue) -> None:
    passage = trace.cell("oestermark", 10).entries[0].passage.id
    decided = Corrections(
        about=(About(passage=passage, pejlemaerker=(8,)),),
        attitude=(Attitude(passage=passage, words="handleplan om misbrug", direction="support"),),
    )
    corrected = Trace(together, trace.matter, decided)
    assert corrected.cell("oestermark", 10).entries == ()
    [entry] = corrected.cell("oestermark", 8).entries
    assert (entry.is_corrected, entry.likelihood) == (True, 1.0)
    [sentence] = [each for each in entry.sentences if "misbrug" in each.text]
    assert (sentence.directions, sentence.is_corrected) == (("support",), True)


def test_no_cue_is_no_direction(trace: Trace, together: Catalogue) -> None:
    """And a person may say that a cue is none."""
    for sentences in trace.sentences.values():
        assert all(bool(each.cues) == bool(each.directions) for each in sentences)
    [worry] = [each for each in trace.sentences["havnsoe/2"] if "betænkelige" in each.text]
    decided = Attitude(passage="havnsoe/2", words="betænkelige ved økonomien", direction="neutral")
    corrected = Trace(together, trace.matter, Corrections(attitude=(decided,)))
    [sentence] = [each for each in corrected.sentences["havnsoe/2"] if each.start == worry.start]
    assert (worry.directions, sentence.directions, sentence.is_corrected) == (("worry",), (), True)


def test_a_collection_without_responses_has_an_empty_matrix(trace: Trace, catalogue: Catalogue) -> None:
    plan = tuple(each for each in catalogue.documents if each.role == "plan")
    empty = Trace(Catalogue(plan, catalogue.schedule), trace.matter)
    assert empty.cells == {}
    assert empty.unspoken == catalogue.pejlemaerker
