"""The commands about what was committed and what the hearing said of it."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING

from assistant.settings import Settings

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def add_commands(commands: Commands) -> None:
    """Adds them to the command line."""
    matrix = commands.add_parser("matrix", help="which response says what of which pejlemærke")
    matrix.add_argument("--format", choices=("table", "csv", "json"), default="table")
    matrix.add_argument("--pejlemaerke", type=int, metavar="N", help="the sentences about this one")
    matrix.set_defaults(run=_matrix)


def _matrix(options: argparse.Namespace, settings: Settings) -> None:
    from assistant.errors import AssistantError
    from assistant.hearing.matrix import as_csv, as_table, as_text, rows
    from assistant.hearing.trace import Trace
    from assistant.search.catalogue import Catalogue
    from assistant.search.index import open_current
    from assistant.search.models import load_embedder
    from assistant.search.retriever import Search

    embedder = load_embedder(settings)
    search = Search(open_current(settings.index, embedder.name), embedder)
    trace = Trace.of(search, Catalogue(search.index.documents, search.schedule))
    number = options.pejlemaerke
    if number is not None and number not in trace.numbers:
        raise AssistantError(
            f"there is no pejlemærke {number}; there are {trace.numbers[0]}-{trace.numbers[-1]}"
        )
    if options.format == "json":
        print(json.dumps(list(rows(trace, number)), ensure_ascii=False, indent=1))
    elif options.format == "csv":
        print(as_csv(list(rows(trace, number))), end="")
    else:
        print(as_table(trace) if number is None else as_text(trace, number))
