from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest

from assistant.documents.corpus import Corpus
from assistant.errors import IndexFault
from assistant.search.embedding import Embedder
from assistant.search.retriever import NEAREST, Search
from assistant.search.vectors import OUTSIDE, Entry, VectorIndex

UNIT = np.eye(4, dtype=np.float32)


def entries(*ids: str) -> list[Entry]:
    return [Entry(name, f"text of {name}", False, {"role": "plan"}) for name in ids]


def test_vectors_of_a_passage_and_of_its_questions_lead_to_the_passage(tmp_path: Path) -> None:
    index = VectorIndex.create(tmp_path)
    index.add(entries("plan/p1.2", "plan/p1.2#1", "brev/3"), UNIT[:3])
    query = np.array([0.5, 0.8, 0.1, 0], dtype=np.float32)
    found = index.nearest(query, 3)
    assert [passage for passage, _ in found] == ["plan/p1.2", "plan/p1.2", "brev/3"]
    expected = sorted(query[:3] / np.linalg.norm(query), reverse=True)
    assert [similarity for _, similarity in found] == pytest.approx(expected, abs=1e-5)


def test_a_closed_collection_opens_with_all_that_was_added(tmp_path: Path) -> None:
    rows = np.random.default_rng(0).normal(size=(2500, 8)).astype(np.float32)
    ids = [f"p{number}" for number in range(len(rows))]
    VectorIndex.create(tmp_path).add(entries(*ids), rows)
    opened = VectorIndex.open(tmp_path)
    assert opened.count() == 2500
    assert all(opened.nearest(rows[number], 1)[0][0] == ids[number] for number in range(0, 2500, 100))


@pytest.mark.parametrize("depth", [10, NEAREST])
def test_nearest_agrees_with_exhaustive_search(
    search: Search, corpus: Corpus, embedder: Embedder, depth: int
) -> None:
    """Nothing is lost by an approximation, down to the last vector that the search asks for."""
    asked = [(question.text, passage) for question in corpus.questions for passage in question.passages]
    owners = [passage.id for passage in corpus.passages] + [passage for _, passage in asked]
    owners += [OUTSIDE] * len(corpus.outside)
    rows = np.concatenate(
        [
            embedder.encode_documents([passage.context for passage in corpus.passages]),
            embedder.encode_queries([text for text, _ in asked]),
            embedder.encode_queries([question.text for question in corpus.outside]),
        ]
    )
    assert search.index.vectors.count() == len(rows)
    missed = []
    for text, _ in random.Random(0).sample(asked, 50):
        query = embedder.encode_queries([f"{text} og så videre"])[0]
        exact = np.argsort(-(rows @ query), kind="stable")[:depth]
        found = search.index.vectors.nearest(query, depth)
        clear = {owners[row] for row in exact if rows[row] @ query > rows[exact[-1]] @ query + 1e-5}
        is_same = [similarity for _, similarity in found] == pytest.approx(rows[exact] @ query, abs=1e-5)
        if not is_same or not clear <= {owner for owner, _ in found}:
            missed.append(text)
    assert missed == []


def test_a_directory_without_a_collection_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(IndexFault, match=str(tmp_path)):
        VectorIndex.open(tmp_path)


def test_a_file_where_the_directory_should_be_is_a_fault(tmp_path: Path) -> None:
    for number, act in enumerate((VectorIndex.open, VectorIndex.create)):
        file = tmp_path / f"vectors{number}"
        file.write_text("no directory")
        with pytest.raises(IndexFault):
            act(file)
