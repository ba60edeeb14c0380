"""The evaluation as a whole: who takes part, on which questions."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from assistant.answers.assistant import Assistant, open_assistant
from assistant.evaluation.gold import read_gold
from assistant.evaluation.peers import bm25_words, minilm_directory, tutorial
from assistant.evaluation.report import Outcome, mistakes, run_assistant, run_peer, tables
from assistant.search.embedding import load_embedder
from assistant.settings import Settings


def evaluate(
    settings: Settings, split: str, gold: Path | None, models: Sequence[str], list_mistakes: bool
) -> str:
    """The tables, and on request every mistake; ``models`` are compared in the tutorial's pipeline."""
    assistant = open_assistant(settings)
    questions = read_gold(split, assistant.index.by_id, gold)
    ours = run_assistant(assistant, questions)
    runs = {"this assistant": ours, **_peers(assistant, settings, models, questions)}
    parts = [f"{split if gold is None else gold}: {len(questions)} questions", tables(runs)]
    if list_mistakes:
        parts.append(mistakes(ours))
    return "\n\n".join(parts)


def _peers(
    assistant: Assistant, settings: Settings, models: Sequence[str], questions: list
) -> dict[str, list[Outcome]]:
    index = assistant.index
    embedders = {"our model": load_embedder(settings)}
    if minilm := minilm_directory():
        models = [*models, str(minilm)]
    for model in models:
        name = "all-MiniLM-L6-v2" if minilm and model == str(minilm) else model
        embedders[name] = load_embedder(settings.model_copy(update={"model": model}))
    runs = {
        f"tutorial, {name}": run_peer(tutorial(index, embedder), questions)
        for name, embedder in embedders.items()
    }
    return {**runs, "BM25 on words": run_peer(bm25_words(index), questions)}
