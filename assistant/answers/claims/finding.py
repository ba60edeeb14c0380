"""What is found about a claim."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """Whether a claim holds; ``value``: what is right, where that can be told in few words."""

    holds: bool
    value: str = ""
