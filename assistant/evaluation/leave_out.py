"""How well a document is found that nobody has written lay questions for: each is tried as a new one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from assistant.answers.assistant import Assistant
from assistant.documents.corpus import Corpus, read_corpus
from assistant.evaluation.gold import GoldQuestion, read_gold
from assistant.evaluation.metrics import hit, recall
from assistant.search.embedding import StaticEmbedder
from assistant.search.index import open_version
from assistant.search.ingest import build
from assistant.search.retriever import Search
from assistant.search.training import train
from assistant.settings import BUILT_IN_MODEL, Settings

_DEPTH = 5
Progress = Callable[[int, int], None]


def leave_out(settings: Settings, split: str, progress: Progress) -> str:
    """A line for each document besides the plan: of the gold questions that it answers, recall among the
    first five with its lay questions and without, and how often one of these is right (others may say the
    same).

    Without them, the embedding model is trained anew, as it would have been if there never were any.
    """
    corpus = read_corpus(settings.corpus)
    gold = read_gold(split, {passage.id for passage in corpus.passages})
    lines = [f"{'document':18}{'questions':>10}{'with':>8}{'without':>10}{'any right':>11}"]
    rows: list[tuple[int, float, float, float]] = []
    names = [document.id for document in corpus.documents if document.role != "plan"]
    for number, name in enumerate(names, 1):
        asked = [each for each in gold if each.passages and _is_of(each, name) and not each.history]
        new = _without_questions(corpus, name)
        before, _ = _found(corpus, asked, StaticEmbedder(BUILT_IN_MODEL), settings)
        with TemporaryDirectory() as place:
            rows.append((len(asked), before, *_found(new, asked, _anew(new, Path(place)), settings)))
        lines.append(_line(name, *rows[-1]))
        progress(number, len(names))
    counts, *measured = zip(*rows, strict=True)
    together = [float(np.average(each, weights=counts)) for each in measured]
    return "\n".join((*lines, _line("all", sum(counts), *together)))


def _line(name: str, count: int, before: float, after: float, right: float) -> str:
    return f"{name:18}{count:10}{before:8.3f}{after:10.3f}{right:11.3f}"


def _is_of(question: GoldQuestion, name: str) -> bool:
    return all(passage.startswith(f"{name}/") for passage in question.passages)


def _without_questions(corpus: Corpus, name: str) -> Corpus:
    """The corpus as it is when a document has just come in."""
    left = [
        replace(
            question, passages=tuple(each for each in question.passages if not each.startswith(f"{name}/"))
        )
        for question in corpus.questions
    ]
    return replace(corpus, questions=tuple(question for question in left if question.passages))


def _anew(corpus: Corpus, place: Path) -> StaticEmbedder:
    """The model that is trained on this corpus alone."""
    train(corpus, place, lambda done, total: None)
    return StaticEmbedder(place)


def _found(
    corpus: Corpus, asked: Sequence[GoldQuestion], embedder: StaticEmbedder, settings: Settings
) -> tuple[float, float]:
    """Of the first five that the assistant finds: mean recall, and how often one is right."""
    with TemporaryDirectory() as place:
        directory, _ = build(corpus, Path(place), "0" * 64, embedder, lambda what, done, total: None)
        assistant = Assistant(Search(open_version(directory, embedder.name), embedder), settings)
        answers = [assistant.answer(question.text) for question in asked]
    rankings = [[{each.passage.id} for each in answer.retrieved] for answer in answers]
    pairs = list(zip(asked, rankings, strict=True))
    shares = [recall(found, question.passages, _DEPTH) for question, found in pairs]
    hits = [hit(found, question.right, _DEPTH) for question, found in pairs]
    return float(np.mean(shares)), float(np.mean(hits))
