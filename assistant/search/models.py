"""Which embedding model the settings ask for."""

from __future__ import annotations

import json
from pathlib import Path

from assistant.search.embedding import WEIGHTS, Embedder, StaticEmbedder
from assistant.settings import BUILT_IN_MODEL, Settings

MODULES = "modules.json"


def load_embedder(settings: Settings) -> Embedder:
    """The model of the settings; ``ModelError`` if it cannot be loaded."""
    if not settings.model:
        return StaticEmbedder(BUILT_IN_MODEL)
    if is_static(Path(settings.model)) and not (settings.query_prompt or settings.document_prompt):
        return StaticEmbedder(Path(settings.model))
    from assistant.search.sentence_models import SentenceModel  # torch: only who wants it waits for it

    return SentenceModel(settings.model, settings.query_prompt, settings.document_prompt)


def is_static(directory: Path) -> bool:
    """Whether a directory holds nothing but a StaticEmbedding, as sentence-transformers saves it."""
    try:
        modules = json.loads((directory / MODULES).read_text(encoding="utf-8"))
        types = [str(module["type"]) for module in modules]
    except (OSError, ValueError, KeyError, TypeError):
        return False
    return len(types) == 1 and types[0].endswith("StaticEmbedding") and (directory / WEIGHTS).is_file()
