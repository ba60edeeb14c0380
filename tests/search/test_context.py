"""What else decides a search: how much each passage counts, the question before, another reranker."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from assistant.documents.passages import Passage
from assistant.search.embedding import Embedder
from assistant.search.features import FEATURES
from assistant.search.reranker import Reranker
from assistant.search.retriever import CANDIDATES, Found, Search

STAFF = "Hvad gør I for at skaffe flere pædagoger?"
DOCTOR = "Kommer der en læge på bostedet?"
WHEN = "Hvornår sker det?"


def scores(found: Found) -> dict[str, float]:
    return {hit.passage.id: hit.score for hit in found.hits}


# how much each passage counts


@pytest.mark.parametrize("role", ["plan", "letter", "page", "response"])
def test_passages_that_weigh_nothing_are_left_out(search: Search, role: str) -> None:
    found = search(STAFF, 300, lambda passage: float(passage.role == role))
    assert {hit.passage.role for hit in found.hits} == {role}
    assert len(found.hits) <= CANDIDATES
    assert list(scores(found).values()) == sorted(scores(found).values(), reverse=True)


def test_a_few_in_scope_are_all_judged(search: Search) -> None:
    """They are not left out because others, which nobody may quote, rank before them."""
    found = search(STAFF, 300, lambda passage: float(passage.document_id == "svar-norddjurs"))
    wanted = {each.id for each in search.index.passages if each.document_id == "svar-norddjurs"}
    assert set(scores(found)) <= wanted
    assert len(found.hits) >= 9


def test_if_nothing_counts_nothing_is_found_and_nothing_vouches(search: Search) -> None:
    found = search(DOCTOR, weigh=lambda passage: 0)
    assert found.hits == ()
    assert (found.evidence.similarity, found.evidence.coverage) == (0, 0)


def test_what_may_not_answer_does_not_vouch(search: Search) -> None:
    everywhere = search(DOCTOR).evidence
    elsewhere = search(DOCTOR, weigh=lambda passage: float(passage.role == "letter")).evidence
    assert elsewhere.similarity < everywhere.similarity
    assert elsewhere.coverage < everywhere.coverage
    assert (elsewhere.outside, elsewhere.length) == (everywhere.outside, everywhere.length)


def test_a_passage_that_weighs_less_scores_less(search: Search) -> None:
    found = search(DOCTOR).hits[0]

    def lighter(passage: Passage) -> float:
        return 0.5 if passage == found.passage else 1.0

    again = scores(search(DOCTOR, weigh=lighter))
    assert 0 < again[found.passage.id] <= 0.5 * (found.score + 0.1)


def test_passages_that_weigh_less_come_later(search: Search) -> None:
    question = "Hvad mener Norddjurs om planen?"
    assert search(question).hits[0].passage.role == "response"
    lighter = search(question, 300, lambda passage: 0.1 if passage.role == "response" else 1)
    assert lighter.hits[0].passage.role != "response"
    assert all(hit.score <= 0.1 for hit in lighter.hits if hit.passage.role == "response")


# the question before


def test_a_share_of_nothing_changes_no_score(search: Search) -> None:
    alone = search(WHEN, 300)
    assert scores(search(WHEN, 300, context=DOCTOR, context_share=0.0)) == scores(alone)
    assert search(WHEN, 300, context="", context_share=1.0) == alone


def test_a_whole_share_is_to_ask_both_at_once(search: Search) -> None:
    found, both = search(WHEN, context=DOCTOR, context_share=1.0), search(f"{DOCTOR} {WHEN}")
    assert scores(found) == scores(both)


@pytest.mark.parametrize("share", [0.0, 0.5, 1.0])
def test_either_may_vouch_for_an_answer(search: Search, share: float) -> None:
    """The question alone, or behind what it leans on: for each sign, whichever says more."""
    alone, both = search(WHEN).evidence, search(f"{DOCTOR} {WHEN}").evidence
    found = search(WHEN, context=DOCTOR, context_share=share).evidence
    assert found == alone.joined(both)
    assert found.similarity == max(alone.similarity, both.similarity)
    assert found.outside == min(alone.outside, both.outside)
    assert (found.coverage, found.length) == (
        max(alone.coverage, both.coverage),
        max(alone.length, both.length),
    )


def test_the_similarity_of_a_passage_is_to_the_question_itself(search: Search) -> None:
    alone = {hit.passage.id: hit.similarity for hit in search(WHEN, 300).hits}
    for hit in search(WHEN, 300, context=DOCTOR, context_share=0.5).hits:
        assert hit.similarity == alone.get(hit.passage.id, hit.similarity)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_between_them_each_score_is_their_mean(search: Search, share: float) -> None:
    alone, both = scores(search(WHEN, 300)), scores(search(f"{DOCTOR} {WHEN}", 300))
    found = search(WHEN, 300, context=DOCTOR, context_share=share)
    expected = {
        name: (1 - share) * alone.get(name, 0) + share * both.get(name, 0) for name in {*alone, *both}
    }
    assert scores(found) == pytest.approx(expected)
    assert list(scores(found).values()) == sorted(scores(found).values(), reverse=True)
    assert all(0 < score < 1 for score in scores(found).values())


def test_the_context_says_what_when_is_about(search: Search) -> None:
    wanted = {"plan-2024/p8.1", "plan-2024/t2024.2.1"}
    assert not wanted & set(scores(search(WHEN)))
    ranks = []
    for share in (0.3, 0.6, 0.9):
        found = list(scores(search(WHEN, 300, context=DOCTOR, context_share=share)))
        ranks.append(min(found.index(name) for name in wanted))
    assert ranks == sorted(ranks, reverse=True)
    assert ranks[-1] == 0


def test_a_passage_out_of_scope_stays_out_whatever_came_before(search: Search) -> None:
    found = search(WHEN, 300, lambda passage: float(passage.role == "letter"), DOCTOR, 0.7)
    assert {hit.passage.role for hit in found.hits} == {"letter"}


def test_context_works_alike_from_many_threads(search: Search) -> None:
    asked = [(WHEN, DOCTOR), (DOCTOR, STAFF), (STAFF, WHEN), (WHEN, STAFF)] * 10

    def ask(pair: tuple[str, str]) -> Found:
        return search(pair[0], 30, context=pair[1], context_share=0.6)

    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(ask, asked)) == [ask(pair) for pair in asked]


# the reranker


def test_the_reranker_has_the_last_word(search: Search, embedder: Embedder) -> None:
    """One stump: the longer a passage, the better; it says nothing of those that are not candidates."""
    length = FEATURES.index("length")
    candidates, features = search.candidates(DOCTOR, lambda passage: 1.0)
    middle = float(np.median(features[:, length]))
    longest = Reranker(
        feature=np.array([[length, -2, -2]], dtype=np.int16),
        threshold=np.array([[middle, 0, 0]]),
        left=np.array([[1, -1, -1]], dtype=np.int16),
        right=np.array([[2, -1, -1]], dtype=np.int16),
        value=np.array([[0.0, -2.0, 2.0]]),
    )
    found = scores(Search(search.index, embedder, reranker=longest)(DOCTOR, 300))
    assert set(found) == {passage.id for passage in candidates}
    for passage, row in zip(candidates, features, strict=True):
        high = 1 / (1 + np.exp(-2 if row[length] > middle else 2))
        assert found[passage.id] == pytest.approx(high)


def test_scores_are_what_the_reranker_says_of_the_candidates(search: Search) -> None:
    candidates, features = search.candidates(STAFF, lambda passage: 1.0)
    said = dict(zip((passage.id for passage in candidates), Reranker.open()(features), strict=True))
    assert scores(search(STAFF, 300)) == said


# support


def test_support_is_highest_for_a_word_that_is_there(search: Search) -> None:
    text = "Vi ønsker at tilknytte bostedslæger til de enkelte tilbud."
    there, near, far = search.support(["bostedslæger", "læge", "parkering"], text)
    assert there == pytest.approx(1, abs=1e-5)
    assert far < near < there


def test_support_of_a_text_without_words(search: Search) -> None:
    assert search.support(["læge"], "…") == [0]
