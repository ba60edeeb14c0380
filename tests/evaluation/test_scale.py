"""Corpora of any size, and what is measured of them."""

from __future__ import annotations

import pytest

from assistant.documents.corpus import Corpus
from assistant.evaluation.scale import scale
from assistant.evaluation.synthetic import queries, synthetic


def test_a_synthetic_corpus_is_of_the_size_and_the_words_and_the_same_again(corpus: Corpus) -> None:
    made = synthetic(corpus, 1234)
    assert len(made.passages) == 1234
    assert made == synthetic(corpus, 1234)
    assert made != synthetic(corpus, 1234, seed=2)
    words = {word for passage in corpus.passages for word in passage.text.split()}
    for document in made.documents:
        for passage in document.passages:
            assert document.text[passage.start : passage.end] == passage.text
            assert set(passage.text.split()) <= words


def test_queries_are_words_of_a_passage(corpus: Corpus) -> None:
    made = synthetic(corpus, 200)
    texts = [set(passage.text.split()) for passage in made.passages]
    for query in queries(made, 20):
        assert any(set(query.split()) <= words for words in texts)


@pytest.mark.slow
def test_the_table_holds_both_systems_and_ours_misses_nothing() -> None:
    _, ours, stock = scale([500]).splitlines()
    assert ours.startswith("this assistant")
    assert ours.endswith("1.000")
    assert stock.startswith("stock LangChain + Chroma")
