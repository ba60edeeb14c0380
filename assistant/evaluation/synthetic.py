"""Corpora of any size in the documents' own words: made up, and the same for the same seed."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from assistant.documents.corpus import Corpus
from assistant.documents.passages import Document, Passage

_PER_DOCUMENT = 100
_SHORTEST, _LONGEST = 12, 60
"""Words of a passage: as those of the real corpus."""
_ASKED = 6
"""Words of a query."""


def synthetic(real: Corpus, passages: int, seed: int = 0) -> Corpus:
    """So many passages of responses: chains of words in which each follows its neighbour somewhere in the
    real documents."""
    chance = random.Random(seed)
    words = [word for passage in real.passages for word in passage.text.split()]
    follow: dict[str, list[str]] = {}
    for word, after in pairwise(words):
        follow.setdefault(word, []).append(after)
    documents = [
        _document(number, min(_PER_DOCUMENT, passages - number * _PER_DOCUMENT), words, follow, chance)
        for number in range(-(-passages // _PER_DOCUMENT))
    ]
    return replace(real, documents=tuple(documents), questions=(), outside=())


def queries(corpus: Corpus, count: int, seed: int = 1) -> list[str]:
    """Words out of one passage each, as somebody might remember them."""
    chance = random.Random(seed)
    chosen = chance.choices(corpus.passages, k=count)
    return [
        " ".join(chance.sample(words, min(_ASKED, len(words)))) for words in (p.text.split() for p in chosen)
    ]


def _document(
    number: int, size: int, words: Sequence[str], follow: dict[str, list[str]], chance: random.Random
) -> Document:
    name, sender = f"svar-{number}", f"Kommune {number}"
    short = f"Høringssvar, {sender}"
    texts = [" ".join(_chain(words, follow, chance)) for _ in range(size)]
    passages: list[Passage] = []
    start = 0
    for place, text in enumerate(texts, 1):
        passages.append(
            Passage(
                id=f"{name}/{place}",
                document_id=name,
                role="response",
                label=f"{short}, afsnit {place}",
                kind="paragraph",
                section=(short,),
                text=text,
                start=start,
                end=start + len(text),
            )
        )
        start += len(text) + 2
    text = "\n\n".join(texts)
    return Document(
        id=name,
        file=f"{name}.txt",
        title=f"Høringssvar fra {sender}",
        short=short,
        role="response",
        sender=sender,
        date="2023-10-01",
        status="fiktivt",
        text=text,
        spans=((0, 0, len(text)),),
        passages=tuple(passages),
    )


def _chain(words: Sequence[str], follow: dict[str, list[str]], chance: random.Random) -> Iterator[str]:
    word = chance.choice(words)
    for _ in range(chance.randint(_SHORTEST, _LONGEST)):
        yield word
        word = chance.choice(follow.get(word) or words)
