"""The progress bar of the command line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tqdm import tqdm

from assistant.signals import end_if_told


@contextmanager
def progress_bar() -> Iterator[Callable[[str, int, int], None]]:
    """Yields a function to tell (what is being done, how much is done, how much there is).

    It raises ``KeyboardInterrupt`` if a signal to end was lost on its way.
    """
    with tqdm(disable=None, leave=False) as bar:

        def progress(what: str, done: int, total: int) -> None:
            bar.set_description_str(what, refresh=False)
            bar.total, bar.n = total, done
            bar.refresh()
            end_if_told()

        yield progress
