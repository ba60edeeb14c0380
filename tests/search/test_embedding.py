from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from safetensors.numpy import save_file

from assistant.documents.corpus import Corpus
from assistant.errors import ModelError
from assistant.search.embedding import TOKENIZER, WEIGHTS, StaticEmbedder
from assistant.settings import BUILT_IN_MODEL

BUILT_IN = StaticEmbedder(BUILT_IN_MODEL)


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A copy of the built-in model, to be damaged."""
    return shutil.copytree(BUILT_IN_MODEL, tmp_path / "model")


@given(st.lists(st.text(min_size=1), min_size=1, max_size=5))
def test_vectors_have_unit_length_or_none(texts: list[str]) -> None:
    vectors = BUILT_IN.encode_documents(texts)
    assert vectors.dtype == np.float32
    for text, length in zip(texts, np.linalg.norm(vectors, axis=1), strict=True):
        assert np.isclose(length, 1, atol=1e-5) if text.strip() else length in (0, pytest.approx(1))


def test_empty_text_gives_a_vector_of_zeros_and_no_text_gives_none() -> None:
    vectors = BUILT_IN.encode_queries(["", "læge"])
    assert not vectors[0].any()
    assert vectors[1].any()
    assert BUILT_IN.encode_documents([]).shape == (0, vectors.shape[1])


def test_a_text_has_the_same_vector_in_any_company() -> None:
    alone = BUILT_IN.encode_queries(["sundhedstjek"])[0]
    among = BUILT_IN.encode_documents(["", "en meget længere tekst om noget andet", "sundhedstjek"])[2]
    assert np.array_equal(alone, among)


def test_what_means_the_same_lies_close() -> None:
    query, near, far = BUILT_IN.encode_queries(["sundhedstjek", "health check", "affaldssortering"])
    assert query @ near > 0.5 > query @ far


@pytest.mark.slow
def test_the_vectors_are_those_of_sentence_transformers(corpus: Corpus) -> None:
    from sentence_transformers import SentenceTransformer

    reference = SentenceTransformer(str(BUILT_IN_MODEL), device="cpu", local_files_only=True).float()
    texts = [passage.context for passage in corpus.passages] + [each.text for each in corpus.questions[:500]]
    expected = reference.encode(texts, normalize_embeddings=True)
    assert np.abs(BUILT_IN.encode_documents(texts) - expected).max() < 1e-6


DAMAGES: dict[str, Callable[[Path], object]] = {
    "no weights": lambda model: (model / WEIGHTS).unlink(),
    "no tokenizer": lambda model: (model / TOKENIZER).unlink(),
    "truncated weights": lambda model: (model / WEIGHTS).write_bytes((model / WEIGHTS).read_bytes()[:9999]),
    "empty weights": lambda model: (model / WEIGHTS).write_bytes(b""),
    "weights of something else": lambda model: save_file({"linear": np.zeros((2, 2))}, model / WEIGHTS),
    "truncated tokenizer": lambda model: (model / TOKENIZER).write_text('{"version": "1.0", "trunc'),
    "tokenizer that is JSON, but no tokenizer": lambda model: (model / TOKENIZER).write_text("{}"),
    "tokenizer in another encoding": lambda model: (model / TOKENIZER).write_bytes(b'{"\xe6": 1}'),
    "fewer weights than tokens": lambda model: save_file(
        {"embedding.weight": np.zeros((2, 8), dtype=np.float32)}, model / WEIGHTS
    ),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_a_damaged_model_is_refused_by_name(model: Path, damage: Callable[[Path], object]) -> None:
    damage(model)
    with pytest.raises(ModelError, match=str(model)):
        StaticEmbedder(model)


def test_the_name_tells_models_apart(model: Path) -> None:
    assert StaticEmbedder(model).name == BUILT_IN.name, "the same files elsewhere are the same model"
    rows = np.random.default_rng(0).normal(size=(8192, 8)).astype(np.float32)
    save_file({"embedding.weight": rows}, model / WEIGHTS)
    assert StaticEmbedder(model).name != BUILT_IN.name


def test_the_same_weights_behind_another_tokenizer_are_another_model(model: Path) -> None:
    tokenizer = json.loads((model / TOKENIZER).read_text(encoding="utf-8"))
    tokenizer["normalizer"] = None  # what was read as lower case no longer is
    (model / TOKENIZER).write_text(json.dumps(tokenizer), encoding="utf-8")
    other = StaticEmbedder(model)
    assert not np.array_equal(other.encode_queries(["LÆGE"]), BUILT_IN.encode_queries(["LÆGE"]))
    assert other.name != BUILT_IN.name
