"""Words that stand in a statement in the place of others: "lønstruktur" for "takststruktur"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from assistant.answers.checking.held import Held
from assistant.answers.checking.result import Difference
from assistant.answers.claims.scope_words import Support
from assistant.search.tokens import FOLDED_STOP_WORDS, fold, stems, words

_SAME = 0.8
"""Two words that are so near mean the same."""
_TAIL, _HEAD = 6, 3
"""Letters at the end that make two compounds siblings, and at least so many that differ before them."""
_LEAST_KEPT, _MOST_REPLACED = 0.5, 2
_BEFORE_NOUN = frozenset("med af til for mellem og eller fra paa i om ved den det de en et samt mod".split())
"""What stands before a verb makes no claim about who or what."""
_WORD = re.compile(r"\w+")


def replaced(held: Held, support: Support) -> Iterator[Difference]:
    """What a statement has in the place of something else that is told; in Danish only."""
    if held.statement.language == "da":
        yield from _siblings(held)
        yield from _within(held, support)


def _siblings(held: Held) -> Iterator[Difference]:
    """Compounds with the same end as one that is told: "juniorpolitik"."""
    own = set(words(held.text))
    claimed = set(words(held.statement.text))
    for word in held.statement.telling:
        folded = fold(word)
        if folded in own or any(fold(stem) in own for stem in stems(word)):
            continue
        for other in words(" ".join(held.near)):
            tail = _shared_end(folded, other)
            heads = folded[: len(folded) - tail], other[: len(other) - tail]
            if tail >= _TAIL and min(map(len, heads)) >= _HEAD and other not in claimed:
                yield Difference("what", word, _spelled(other, held))


def _shared_end(one: str, other: str) -> int:
    length = 0
    while length < min(len(one), len(other)) and one[-1 - length] == other[-1 - length]:
        length += 1
    return length


def _within(held: Held, support: Support) -> Iterator[Difference]:
    """One or two words between others that the sentence has in the same order."""
    claimed, told = _WORD.findall(held.statement.text), _WORD.findall(held.best)
    steps = SequenceMatcher(
        None, [_key(word) for word in claimed], [_key(word) for word in told], autojunk=False
    ).get_opcodes()
    kept = sum(end - start for kind, start, end, _, _ in steps if kind == "equal")
    if kept < _LEAST_KEPT * len(claimed):
        return
    for before, (kind, start, end, other_start, other_end), after in zip(
        steps, steps[1:], steps[2:], strict=False
    ):
        if kind != "replace" or before[0] != "equal" or after[0] != "equal":
            continue
        if fold(claimed[start - 1]) not in _BEFORE_NOUN:
            continue
        mine = [word for word in claimed[start:end] if fold(word) not in FOLDED_STOP_WORDS]
        theirs = [word for word in told[other_start:other_end] if fold(word) not in FOLDED_STOP_WORDS]
        is_short = 0 < len(mine) <= _MOST_REPLACED and 0 < len(theirs) <= _MOST_REPLACED
        if not is_short or not set(map(str.lower, mine)) <= set(held.statement.telling):
            continue
        is_same = any(one in other or other in one for one in map(fold, mine) for other in map(fold, theirs))
        if not is_same and max(support(mine, " ".join(theirs))) < _SAME:
            yield Difference("what", " ".join(mine), " ".join(theirs))


def _key(word: str) -> str:
    return next(iter(stems(word)), fold(word))


def _spelled(folded: str, held: Held) -> str:
    return next((word for word in _WORD.findall(" ".join(held.near)) if fold(word) == folded), folded)
