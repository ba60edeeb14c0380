"""Trains the built-in embedding model from the corpus, its lay questions and the thesaurus.

``python -m assistant train`` writes it; the result depends on nothing but the corpus and this
file, bit for bit.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, trainers

from assistant.documents.corpus import Corpus
from assistant.search.embedding import WEIGHTS
from assistant.search.sentence_models import train_static

VOCABULARY = 8192
DIMENSIONS = 256
"""8192 x 256 numbers of two bytes: 4 MB. More dimensions or words gained nothing on our
development questions."""
EPOCHS, BATCH, LEARNING_RATE, SCALE = 16, 512, 0.02, 7.0

_SENTENCE = re.compile(r"(?<=[.!?:])\s+(?=[A-ZÆØÅ“\"])")
_SHORTEST_SENTENCE = 20


def train(corpus: Corpus, directory: Path, on_step: Callable[[int, int], None]) -> None:
    """Trains the model and writes it to ``directory`` as sentence-transformers does, in half precision."""
    model = train_static(
        _tokenizer(list(_texts(corpus))),
        list(training_pairs(corpus)),
        dimensions=DIMENSIONS,
        epochs=EPOCHS,
        batch_size=BATCH,
        learning_rate=LEARNING_RATE,
        scale=SCALE,
        on_step=on_step,
    )
    model.save(str(directory), create_model_card=False)
    weights = load_file(directory / WEIGHTS)
    save_file({name: tensor.half().contiguous() for name, tensor in weights.items()}, directory / WEIGHTS)


def _texts(corpus: Corpus) -> Iterator[str]:
    yield from (passage.context for passage in corpus.passages)
    yield from (question.text for question in corpus.questions)
    yield from (" ".join((term.term, *term.near, *term.english)) for term in corpus.thesaurus)


def _tokenizer(texts: list[str]) -> Tokenizer:
    """A BPE tokenizer: unlike WordPiece and Unigram, its training gives the same result every time."""
    tokenizer = Tokenizer(models.BPE(unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Lowercase()])
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    trainer = trainers.BpeTrainer(
        vocab_size=VOCABULARY, special_tokens=["[UNK]"], min_frequency=1, show_progress=False
    )
    tokenizer.train_from_iterator(texts, trainer)
    return tokenizer


def training_pairs(corpus: Corpus) -> Iterator[tuple[str, str]]:
    """Texts that mean the same: question and passage, two questions of a passage, a passage's
    sentence and the passage, a term and its equivalents in everyday words and in English."""
    rng = random.Random(0)
    context = {passage.id: passage.context for passage in corpus.passages}
    asked: dict[str, list[str]] = {}
    for question in corpus.questions:
        for passage in question.passages:
            asked.setdefault(passage, []).append(question.text)
            yield question.text, context[passage]
            yield mistyped(question.text, rng), context[passage]
    for texts in asked.values():
        yield from zip(texts, rng.sample(texts, len(texts)), strict=True)
    for passage_id, text in context.items():
        for sentence in _SENTENCE.split(text):
            if len(sentence) >= _SHORTEST_SENTENCE:
                yield sentence, context[passage_id]
    for term in corpus.thesaurus:
        for other in (*term.near, *term.english):
            yield other, term.term
        for near in term.near[:2]:
            for english in term.english[:2]:
                yield near, english


def mistyped(text: str, rng: random.Random) -> str:
    """The text as somebody in a hurry might type it: without æ, ø and å, without punctuation,
    or with a letter lost, doubled or swapped."""
    how = rng.random()
    if how < 0.25:
        return text.lower().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    if how < 0.4:
        return re.sub(r"[^\w\s]", "", text).lower()
    at = rng.randrange(len(text))
    if how < 0.6:
        return text[:at] + text[at + 1 :]
    if how < 0.8:
        return text[:at] + text[at] + text[at:]
    return text[:at] + text[at + 1 : at + 2] + text[at] + text[at + 2 :]
