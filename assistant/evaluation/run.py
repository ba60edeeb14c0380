"""The evaluation as a whole: who takes part, on which questions."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant.answers.assistant import Assistant, open_assistant
from assistant.answers.follow_up import MODEL as FOLLOW_UPS
from assistant.answers.reading.intent import MODEL as INTENTS
from assistant.answers.reading.intent import Intents
from assistant.answers.relevance import MODEL as RELEVANCE
from assistant.documents.corpus import read_corpus
from assistant.evaluation.calibration import (
    fit_intents,
    fit_relevance,
    fit_reranker,
    other_questions,
)
from assistant.evaluation.dialogues import fit_follow_ups
from assistant.evaluation.gold import GoldQuestion, read_gold, read_intents
from assistant.evaluation.peers import bm25_words, minilm_directory, tutorial
from assistant.evaluation.report import Outcome, mistakes, run_assistant, run_peer, tables
from assistant.search.models import load_embedder
from assistant.search.reranker import MODEL as RERANKER
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


def calibrate(settings: Settings, splits: Sequence[str] | None, output: Path | None) -> str:
    """Fits all that is learned from gold questions, writes it and returns what cross-validation says.

    ``splits``: development and calibration unless told otherwise. ``output``: a directory instead
    of the models' own places; what is fitted last then rests on the old models, not on the new.
    """
    corpus = read_corpus(settings.corpus)
    assistant = open_assistant(settings)
    names = splits or ("development", "calibration")
    questions = [each for name in names for each in read_gold(name, assistant.index.by_id)]

    def place(path: Path) -> Path:
        return output / path.name if output else path

    if output:
        output.mkdir(parents=True, exist_ok=True)
    intents, told = fit_intents(assistant.catalogue, read_intents(), other_questions(corpus, questions))
    intents.save(place(INTENTS))
    reranker, ranked = fit_reranker(assistant, questions)
    reranker.save(place(RERANKER))
    relevance, decided = fit_relevance(assistant, corpus, questions)
    relevance.save(place(RELEVANCE))
    Intents.open.cache_clear()
    follow_ups, followed = fit_follow_ups(open_assistant(settings), questions)
    follow_ups.save(place(FOLLOW_UPS))
    return "\n\n".join((told, ranked, decided, followed))


def _peers(
    assistant: Assistant,
    settings: Settings,
    models: Sequence[str],
    questions: Sequence[GoldQuestion],
) -> dict[str, list[Outcome]]:
    minilm = minilm_directory()
    named = {"our model": "", **{model: model for model in models}}
    if minilm:
        named["all-MiniLM-L6-v2"] = str(minilm)
    runs = {}
    for name, model in named.items():
        embedder = load_embedder(settings.model_copy(update={"model": model}))
        with TemporaryDirectory(ignore_cleanup_errors=True) as directory:
            rank = tutorial(assistant.index, embedder, Path(directory))
            runs[f"tutorial, {name}"] = run_peer(rank, questions)
    return {**runs, "BM25 on words": run_peer(bm25_words(assistant.index), questions)}
