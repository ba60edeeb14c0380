"""Builds the index from the corpus: ``python ingest.py [--check] [--force]``. Documents come in by
``ingest.py add FILE...`` and go out by ``remove``; ``list`` and ``rollback`` say what they do."""

from __future__ import annotations

import argparse
import logging
import sys

from assistant.corpus_commands import add_commands, build
from assistant.errors import AssistantError, BusyError, CorpusError
from assistant.settings import read_settings
from assistant.signals import heed_signals


def main() -> int:
    """0: done, or nothing to do. 1: the index cannot be written. 2: a fault of the corpus.
    3: another ingest is running."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="read and validate the corpus, write nothing")
    parser.add_argument("--force", action="store_true", help="build anew even if nothing has changed")
    parser.set_defaults(run=build)
    add_commands(parser)
    logging.basicConfig(level=logging.WARNING)
    heed_signals()
    try:
        options = parser.parse_args()
        return int(options.run(options, read_settings()))
    except KeyboardInterrupt:
        print("Stopped; the old index goes on serving.", file=sys.stderr)
        return 130
    except AssistantError as fault:
        print(f"{type(fault).__name__}: {fault}", file=sys.stderr)
        return 2 if isinstance(fault, CorpusError) else 3 if isinstance(fault, BusyError) else 1


if __name__ == "__main__":
    sys.exit(main())
