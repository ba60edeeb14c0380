from __future__ import annotations

import os
import subprocess
import sys
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.documents.corpus import Corpus
from assistant.search.retriever import Search
from assistant.settings import ROOT


def found(search: Search, query: str, top_k: int = 5) -> list[str]:
    return [hit.passage.id for hit in search(query, top_k).hits]


LAY_QUESTIONS = [
    ("Hvem holder øje med beboernes helbred?", "plan-2024/p8.2"),
    ("Kommer der en doktor ud på bostedet?", "plan-2024/p8.1"),
    ("Hvad gør I ved dem der drikker eller tager stoffer?", "plan-2024/p10.4"),
    ("Hvad sker der, når de unge bliver voksne?", "plan-2024/p3.2"),
    ("Må de ældre kolleger gå ned i tid?", "plan-2024/p14.2"),
    ("Hvad sker der i 2025 med priserne?", "plan-2024/t2025.1.1"),
    ("Hvem bestemmer hvem der er mine pårørende?", "plan-2024/paaroerende"),
    ("Hvad skriver Norddjurs om mangel på personale?", "svar-norddjurs/7"),
    ("Who makes sure the residents see a doctor?", "plan-2024/p8.1"),
    ("When is the deadline for the hearing?", "brev-2023/9"),
    ("What are you doing about food waste?", "plan-2024/p5.1"),
    ("Can volunteers come and help?", "plan-2024/p7.2"),
    ("bostedsleger", "plan-2024/p8.1"),
    ("sundhedstjæk for bebohere", "plan-2024/p8.2"),
    ("paaroerenderaad paa alle tilbud", "plan-2024/p6.3"),
    ("hvornår er der frist for horingen", "brev-2023/9"),
]


@pytest.mark.parametrize(("question", "passage"), LAY_QUESTIONS)
def test_everyday_words_find_official_ones(
    search: Search, corpus: Corpus, question: str, passage: str
) -> None:
    assert question not in {each.text for each in corpus.questions}, "or it would be no test"
    assert passage in found(search, question)


def test_every_passage_is_found_by_its_own_words(search: Search) -> None:
    passages = search.index.passages
    assert [p.id for p in passages if p.id not in found(search, p.text)] == []


def test_hits_come_best_first_with_scores_up_to_1(search: Search) -> None:
    hits = search("Hvad gør I for at skaffe flere pædagoger?", top_k=20).hits
    assert len(hits) == 20
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)
    assert 0 < scores[-1] < scores[0] < 1
    assert all(-1 <= hit.similarity <= 1 + 1e-6 for hit in hits)


def test_fewer_are_the_first_of_more(search: Search) -> None:
    assert found(search, "bæredygtighed", 3) == found(search, "bæredygtighed", 30)[:3]
    assert found(search, "bæredygtighed", 0) == []


@pytest.mark.parametrize("query", ["", " ", "\n\t"])
def test_an_empty_query_finds_nothing(search: Search, query: str) -> None:
    result = search(query)
    assert result.hits == ()
    assert (result.evidence.similarity, result.evidence.coverage, result.evidence.length) == (0, 0, 0)


@settings(max_examples=50, deadline=None)
@given(query=st.text(max_size=300))
def test_any_text_can_be_searched_for(search: Search, query: str) -> None:
    result = search(query)
    assert len(result.hits) <= 10
    scores = [hit.score for hit in result.hits]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score < 1 for score in scores)
    assert 0 <= result.evidence.coverage <= 1 + 1e-6


def test_the_same_query_finds_the_same_again_and_again(search: Search) -> None:
    for question, _ in LAY_QUESTIONS:
        first = search(question, 30)
        assert search(question, 30) == first
        assert search(question, 30) == first


def test_the_same_query_finds_the_same_from_many_threads(search: Search) -> None:
    questions = [question for question, _ in LAY_QUESTIONS] * 5
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(search, questions)) == [search(question) for question in questions]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Hvem får sundhedstjæk?", "Hvem får sundhedstjek?"),
        ("bæredyggtighed og klima", "bæredygtighed og klima"),
        ("recruitmant of staff", "recruitment of staff"),
        ("pædagger og psykologger", "pædagoger og psykologer"),
    ],
)
def test_a_typing_error_is_read_as_the_word_it_is_close_to(search: Search, typed: str, read: str) -> None:
    assert search.respelled(typed) == read


@pytest.mark.parametrize(
    "text", ["", "Hvem får et sundhedstjek?", "krokodillegab zzzzzzz", "sej bil", "§ 85, 2024!"]
)
def test_words_that_are_known_short_or_like_no_other_stay(search: Search, text: str) -> None:
    assert search.respelled(text) == text


def test_words_that_the_corpus_spells_right_are_no_typing_errors(search: Search, corpus: Corpus) -> None:
    """A “friplejehjem” is no “plejehjem”, “værested” is not “sværeste”, “udlandet” not “landet”."""
    texts = [term.term for term in corpus.thesaurus] + [question.text for question in corpus.questions]
    assert [(text, search.respelled(text)) for text in texts if search.respelled(text) != text] == []
    assert search.respelled("Kan jeg få SU, hvis jeg læser i udlandet?").endswith("i udlandet?")


@pytest.mark.slow
def test_a_typing_error_is_read_alike_in_every_process(search: Search, index_root: Path) -> None:
    """Of several words as near as each other, always the same: Python orders sets anew in each process."""
    words = sorted(search.index.vocabulary)[::10]
    query = " ".join(word[:2] + word[3:] for word in words if len(word) > 6)
    code = (
        "import sys; from assistant.answers.assistant import open_assistant; "
        "from assistant.settings import Settings; "
        "print(open_assistant(Settings(index=sys.argv[1], model='')).search.respelled(sys.argv[2]))"
    )
    read = {
        subprocess.run(
            [sys.executable, "-c", code, str(index_root), query],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            timeout=60,
            check=True,
        ).stdout
        for seed in "123"
    }
    assert len(read) == 1


def test_text_typed_on_a_mac_finds_the_same(search: Search) -> None:
    question = "Hvem hjælper de pårørende på bostedet?"
    assert found(search, unicodedata.normalize("NFD", question)) == found(search, question)


def test_evidence_is_stronger_for_what_the_documents_hold(search: Search) -> None:
    inside = search.evidence("Får alle borgere et sundhedstjek?")
    outside = search.evidence("Hvad koster en liter mælk i Netto?")
    assert inside.similarity > outside.similarity
    assert inside.coverage > outside.coverage
    assert inside.similarity - inside.outside > outside.similarity - outside.outside
    assert inside == search("Får alle borgere et sundhedstjek?").evidence


def test_a_question_of_the_outside_counts_itself_unless_told_not_to(search: Search, corpus: Corpus) -> None:
    for question in corpus.outside[::40]:
        with_itself = search.evidence(question.text)
        without = search.evidence(question.text, ignore_itself=True)
        assert without.outside < with_itself.outside
        assert without.similarity == with_itself.similarity


def test_closeness_puts_the_sentence_first_that_the_query_is_about(search: Search) -> None:
    sentences = ["Bussen kører klokken otte.", "Alle borgere får et sundhedstjek.", ""]
    closeness = search.closeness("Hvem får sundhedstjek?", sentences)
    assert closeness.index(max(closeness)) == 1
    assert closeness[2] == 0
    assert search.closeness("Hvem får sundhedstjek?", []) == []
