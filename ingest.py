"""Builds the index from the corpus: ``python ingest.py [--check] [--force]``."""

from __future__ import annotations

import argparse
import logging
import sys

from assistant.documents.corpus import read_corpus
from assistant.errors import AssistantError, BusyError, CorpusError
from assistant.progress import progress_bar
from assistant.search.ingest import ingest
from assistant.search.models import load_embedder
from assistant.settings import read_settings


def main() -> int:
    """0: done, or nothing to do. 1: the index cannot be written. 2: a fault of the corpus.
    3: another ingest is running."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="read and validate the corpus, write nothing")
    parser.add_argument("--force", action="store_true", help="build anew even if nothing has changed")
    options = parser.parse_args()
    logging.basicConfig(level=logging.WARNING)
    try:
        settings = read_settings()
        if options.check:
            corpus = read_corpus(settings.corpus)
            print(
                f"The corpus is sound: {len(corpus.documents)} documents, "
                f"{len(corpus.passages)} passages, {len(corpus.questions)} questions."
            )
            return 0
        with progress_bar() as progress:
            embedder = load_embedder(settings)
            report = ingest(settings.corpus, settings.index, embedder, progress, options.force)
    except KeyboardInterrupt:
        print("Stopped; the old index goes on serving.", file=sys.stderr)
        return 130
    except AssistantError as fault:
        print(f"{type(fault).__name__}: {fault}", file=sys.stderr)
        return 2 if isinstance(fault, CorpusError) else 3 if isinstance(fault, BusyError) else 1
    done = "Built" if report.is_new else "Nothing has changed; the index is up to date:"
    print(
        f"{done} {report.version}: {report.documents} documents, {report.passages} passages, "
        f"{report.questions} questions, {report.seconds:.1f} s."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
