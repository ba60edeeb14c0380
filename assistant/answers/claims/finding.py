"""What is found about a claim."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.documents.passages import Passage


@dataclass(frozen=True)
class Finding:
    """Whether a claim holds; ``value``: what is right, where that can be told in few words.

    ``passages``: where it stands, if that is known.
    """

    holds: bool
    value: str = ""
    passages: tuple[Passage, ...] = ()
