"""The only home of sentence-transformers: any model of its kind, and the training of ours."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import torch
from safetensors import SafetensorError
from sentence_transformers import SentenceTransformer
from sentence_transformers.sentence_transformer.losses import MultipleNegativesRankingLoss
from sentence_transformers.sentence_transformer.modules import StaticEmbedding
from tokenizers import Tokenizer

from assistant.errors import ModelError
from assistant.search.embedding import Vectors


class SentenceModel:
    """A sentence-transformers model from a local directory or, by its name, from the hub."""

    def __init__(self, model: str, query_prompt: str = "", document_prompt: str = "") -> None:
        is_local = Path(model).is_dir()
        try:
            # A local directory must not make the library ask the hub about it.
            self._model = SentenceTransformer(
                model, device="cpu", local_files_only=is_local, trust_remote_code=False
            )
        except (OSError, ValueError, RuntimeError, SafetensorError) as fault:
            raise ModelError(
                f"the model {model!r} is neither a directory with a sentence-transformers model "
                f"nor a hub model that can be reached: {fault}"
            ) from fault
        self._query_prompt = query_prompt
        self._document_prompt = document_prompt
        prompts = hashlib.sha256(f"{query_prompt}\0{document_prompt}".encode()).hexdigest()
        content = _digest(Path(model)) if is_local else model
        self._name = f"sentence-transformers:{content}:{prompts[:8]}"

    @property
    def name(self) -> str:
        return self._name

    def encode_documents(self, texts: Sequence[str]) -> Vectors:
        return self._encode(self._model.encode_document, texts, self._document_prompt)

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        return self._encode(self._model.encode_query, texts, self._query_prompt)

    @staticmethod
    def _encode(encode: Callable[..., object], texts: Sequence[str], prompt: str) -> Vectors:
        # Without a prompt of ours, the model's own prompts apply, if it has any.
        vectors = encode(
            list(texts), prompt=prompt or None, normalize_embeddings=True, show_progress_bar=False
        )
        return np.asarray(vectors, dtype=np.float32)


def _digest(directory: Path) -> str:
    """SHA-256 of a directory's files: another model in the same place is another model."""
    digest = hashlib.sha256()
    for path in sorted(path for path in directory.rglob("*") if path.is_file()):
        digest.update(f"{path.relative_to(directory)}\0".encode())
        with path.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()[:16]


def train_static(
    tokenizer: Tokenizer,
    pairs: Sequence[tuple[str, str]],
    *,
    dimensions: int,
    epochs: int,
    batch_size: int,
    learning_rate: float,
    scale: float,
    on_step: Callable[[int, int], None],
) -> SentenceTransformer:
    """Trains a StaticEmbedding so that the two texts of a pair lie close together.

    The other texts of a batch are the negatives (MultipleNegativesRankingLoss, Henderson et
    al., 2017, arXiv:1705.00652). One thread and fixed seeds: the same input gives the same bits.
    ``on_step`` is told (step, steps).
    """
    torch.manual_seed(0)
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    shuffler = random.Random(0)
    model = SentenceTransformer(modules=[StaticEmbedding(tokenizer, embedding_dim=dimensions)], device="cpu")
    loss_of = MultipleNegativesRankingLoss(model, scale=scale)
    optimizer = torch.optim.Adam(model.parameters(), lr=learning_rate)
    batches = len(pairs) // batch_size
    steps = epochs * batches
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: max(0.02, 1 - step / steps))
    shuffled = list(pairs)
    for epoch in range(epochs):
        shuffler.shuffle(shuffled)
        for batch in range(batches):
            chunk = shuffled[batch * batch_size : (batch + 1) * batch_size]
            features = [model.preprocess([pair[side] for pair in chunk]) for side in (0, 1)]
            loss = loss_of(features, None)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
            on_step(epoch * batches + batch + 1, steps)
    return model
