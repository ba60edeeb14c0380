"""What the trace is made of: sentences, the passages that they stand in, and the cells that hold them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from assistant.documents.corrections import Direction
from assistant.documents.mentions import Ground
from assistant.documents.passages import Document, Passage
from assistant.hearing.direction import Cue

Why = Ground | Literal["matter"]
"""What ties a passage to a pejlemærke: something names it, or it is about the same thing."""
DIRECTIONS: tuple[Direction, ...] = ("support", "wish", "worry", "resistance", "neutral")


@dataclass(frozen=True)
class Sentence:
    """A sentence of a response; ``start``, ``end`` and those of its cues are offsets in the document.

    ``directions``: what its sender thinks, as its cues show it or, if it ``is_corrected``, as people have
    decided; empty: it shows none. ``is_copied``: an earlier response holds it too.
    """

    document: Document = field(hash=False, repr=False)
    passage: Passage = field(hash=False)
    start: int
    end: int
    cues: tuple[Cue, ...]
    directions: tuple[Direction, ...]
    is_corrected: bool = False
    is_copied: bool = False

    @property
    def text(self) -> str:
        return self.document.text[self.start : self.end]


@dataclass(frozen=True)
class Entry:
    """A passage in which a response speaks of a pejlemærke, and those of its sentences that do.

    ``grounds``: what names it for sure; else ``matter``, with what may name it. ``likelihood``: how sure that
    is, 0 to 1; 1 if it is named. ``is_corrected``: people have decided that it is about the same thing.
    """

    passage: Passage
    grounds: tuple[Why, ...]
    is_sure: bool
    likelihood: float
    sentences: tuple[Sentence, ...]
    is_corrected: bool = False

    @property
    def is_named(self) -> bool:
        """Whether something names the pejlemærke, and it is not only about the same thing."""
        return "matter" not in self.grounds


@dataclass(frozen=True)
class Cell:
    """All that a response says of a pejlemærke; without entries it says nothing of it."""

    response: Document
    number: int
    entries: tuple[Entry, ...]

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        return tuple(sentence for entry in self.entries for sentence in entry.sentences)

    @property
    def directions(self) -> tuple[Direction, ...]:
        """The directions of its sentences, each once; ``neutral`` if none of them shows one."""
        shown = {direction for sentence in self.sentences for direction in sentence.directions}
        if self.entries and not shown:
            return ("neutral",)
        return tuple(each for each in DIRECTIONS if each in shown)

    @property
    def is_named(self) -> bool:
        return any(entry.is_named for entry in self.entries)

    @property
    def is_copied(self) -> bool:
        """Whether an earlier response says all of it."""
        return bool(self.sentences) and all(sentence.is_copied for sentence in self.sentences)
