"""How fast the app is for one and for many: a table that anyone can print."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from assistant.evaluation.browser import browse
from assistant.evaluation.gold import read_askings
from assistant.evaluation.own_app import OwnApp, own_app
from assistant.evaluation.people import ask_at_once
from assistant.web.words import word

_IN_BROWSER = 20
"""Questions that are asked in the browser."""
_ONE, _MANY = 0.3, 2.0
"""Seconds to the first words, 95th percentile, that we allow for one user and for many."""
_PAGE, _USABLE = 3.0, 2.0
_SETTLED = 3.0
"""Seconds after its first page until an app has loaded all that it needs."""


@dataclass(frozen=True)
class Load:
    """What to measure; see the command line."""

    address: str = ""
    users: tuple[int, ...] = (1, 50)
    questions: int = 20
    think: float = 2.0
    browser: bool = False


def load(wanted: Load) -> str:
    """Measures, and returns the table. Without an address it starts an app of its own."""
    if wanted.address:
        return "\n".join(_lines(wanted, wanted.address, None))
    with own_app() as app:
        return "\n".join(_lines(wanted, app.address, app))


def _lines(wanted: Load, address: str, app: OwnApp | None) -> Iterator[str]:
    askings = read_askings("development")
    yield f"{address}, measured on {os.cpu_count()} cores beside whatever else ran on them"
    if app:
        yield _row("from start to the first page", [app.first_page], _PAGE)
    if wanted.browser:
        waits = browse(address, [question for question, _ in askings[:_IN_BROWSER]])
        yield _row("from there to where one can type", [waits.usable], _USABLE)
        yield _row("one in a browser: Enter to first words", waits.first_words, _ONE)
    if app:
        time.sleep(_SETTLED)
    before = app.memory_mb() if app else 0.0
    for users in wanted.users:
        tally = ask_at_once(
            address, askings, users, wanted.questions, wanted.think if users > 1 else 0, word("da", "fault")
        )
        yield _row(f"{users} asking: to first words", tally.first_words, _ONE if users == 1 else _MANY)
        yield f"{'':40}{len(tally.first_words) / tally.seconds:8.1f} questions/s  {len(tally.errors)} errors"
        yield from (f"    {error}" for error in sorted(set(tally.errors))[:5])
    if app:
        used = (before, app.memory_mb(), app.memory_mb(peak=True))
        yield f"{'memory before, after, at most (MB)':40}" + " ".join(f"{each:8.0f}" for each in used)


def _row(what: str, seconds: Sequence[float], limit: float) -> str:
    """Median and 95th percentile in milliseconds, and whether the latter is within the limit."""
    if not seconds:
        return f"{what:40}   nobody got an answer"
    middle, high = np.percentile(seconds, [50, 95])
    verdict = "within" if high <= limit else "ABOVE"
    return f"{what:40}{middle * 1000:8.0f} ms p50 {high * 1000:8.0f} ms p95  {verdict} {limit * 1000:.0f} ms"
