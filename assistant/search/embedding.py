"""What an embedding model is to us, and the built-in one, read without torch."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from assistant.errors import ModelError

Vectors = NDArray[np.float32]

WEIGHTS, TOKENIZER = "model.safetensors", "tokenizer.json"


class Embedder(Protocol):
    """Turns text into unit vectors of one length; shape (texts, dimensions)."""

    @property
    def name(self) -> str:
        """Identifies the model and its prompts: an index opens only with the one that made it."""

    def encode_documents(self, texts: Sequence[str]) -> Vectors: ...

    def encode_queries(self, texts: Sequence[str]) -> Vectors: ...


class StaticEmbedder:
    """A sentence-transformers ``StaticEmbedding``: the mean of the tokens' rows, normalised.

    Reads the files that sentence-transformers writes, and gives the same vectors, without
    importing torch: that would cost seconds and hundreds of megabytes at every start.
    """

    def __init__(self, directory: Path) -> None:
        try:
            self._weights = load_file(directory / WEIGHTS)["embedding.weight"].astype(np.float32)
            tokenizer = (directory / TOKENIZER).read_text(encoding="utf-8")
            # tokenizers itself raises a bare Exception for a file that is no tokenizer.
            vocabulary = json.loads(tokenizer)["model"]["vocab"]
            if len(vocabulary) > len(self._weights):
                raise ValueError(f"{len(vocabulary)} tokens, but {len(self._weights)} weights")
            digest = hashlib.sha256((directory / WEIGHTS).read_bytes() + tokenizer.encode()).hexdigest()
        except (OSError, ValueError, KeyError, TypeError, SafetensorError) as fault:
            raise ModelError(f"{directory} holds no static embedding model: {fault!r}") from fault
        self._tokenizer = Tokenizer.from_str(tokenizer)
        self._tokenizer.no_padding()
        self._name = f"static:{digest[:16]}"

    @property
    def name(self) -> str:
        return self._name

    def encode_documents(self, texts: Sequence[str]) -> Vectors:
        vectors = np.zeros((len(texts), self._weights.shape[1]), dtype=np.float32)
        for row, encoding in enumerate(self._tokenizer.encode_batch(list(texts), add_special_tokens=False)):
            if encoding.ids:
                vectors[row] = self._weights[encoding.ids].mean(axis=0)
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        unit: Vectors = vectors / np.maximum(lengths, 1e-12)
        return unit

    encode_queries = encode_documents
