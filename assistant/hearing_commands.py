"""The commands about what was committed and what the hearing said of it."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.errors import AssistantError
from assistant.hearing.attributes import STRENGTHS
from assistant.settings import Settings

if TYPE_CHECKING:
    from assistant.hearing.commitments import Register, Wanted
    from assistant.hearing.trace import Trace

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def add_commands(commands: Commands) -> None:
    """Adds them to the command line."""
    matrix = commands.add_parser("matrix", help="which response says what of which pejlemærke")
    matrix.add_argument("--format", choices=("table", "csv", "json"), default="table")
    matrix.add_argument("--pejlemaerke", type=int, metavar="N", help="the sentences about this one")
    matrix.set_defaults(run=_matrix)

    register = commands.add_parser("commitments", help="the register of what was committed, and when")
    register.add_argument("--year", type=int)
    register.add_argument("--strategispor", default="", metavar="NAME")
    register.add_argument("--pejlemaerke", type=int, metavar="N")
    register.add_argument("--strength", default="", choices=STRENGTHS, help="the verb that commits")
    register.add_argument("--search", default="", metavar="WORDS", help="all of which it holds")
    register.add_argument("--findings", action="store_true", help="bullets without a year, rows without one")
    register.add_argument("--format", choices=("table", "csv", "xlsx", "json", "ics"), default="table")
    register.add_argument("--output", type=Path, metavar="FILE", help="instead of the terminal")
    register.set_defaults(run=_commitments)

    note = commands.add_parser("hearing-note", help="write a draft of the hearing note, by pejlemærke")
    note.add_argument("output", type=Path, metavar="FILE", help="a .docx or .csv")
    note.set_defaults(run=_note)

    check = commands.add_parser("check", help="check a claim against the documents, part by part")
    check.add_argument("claim", help="the claim, or - to read it from standard input")
    check.add_argument("--json", action="store_true", help="print the whole of it as JSON")
    check.set_defaults(run=_check)


def _matrix(options: argparse.Namespace, settings: Settings) -> None:
    from assistant.hearing.matrix import as_csv, as_table, as_text, rows

    trace = _trace(settings)
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


def _commitments(options: argparse.Namespace, settings: Settings) -> None:
    from assistant.hearing.commitments import Register
    from assistant.hearing.register_files import written

    register = Register.of(_trace(settings))
    content = written(register.wanted(_wanted(options, register)), options.format)
    if options.output:
        options.output.write_bytes(content)
        print(f"the commitments are in {options.output}")
    elif options.format == "xlsx":
        raise AssistantError("an Excel file needs a name: --output FILE.xlsx")
    else:
        print(content.decode("utf-8").removeprefix("\ufeff").rstrip("\n"))


def _wanted(options: argparse.Namespace, register: Register) -> Wanted:
    """What is asked for; ``AssistantError`` says what there is, if that is not."""
    from assistant.hearing.commitments import Wanted

    catalogue = register.catalogue
    known = {
        "year": (options.year, catalogue.years),
        "strategispor": (options.strategispor or None, catalogue.strategispor),
        "pejlemærke": (options.pejlemaerke, catalogue.pejlemaerker),
    }
    for name, (value, values) in known.items():
        if value is not None and value not in values:
            raise AssistantError(f"there is no {name} {value}; there are {', '.join(map(str, values))}")
    return Wanted(
        options.year,
        options.strategispor,
        options.pejlemaerke,
        options.strength,
        options.search,
        options.findings,
    )


def _note(options: argparse.Namespace, settings: Settings) -> None:
    from assistant.hearing.note import as_csv, as_docx

    trace = _trace(settings)
    kind = options.output.suffix.lower()
    if kind not in (".docx", ".csv"):
        raise AssistantError(f"{options.output} is neither a .docx nor a .csv")
    options.output.write_bytes(as_docx(trace) if kind == ".docx" else as_csv(trace))
    print(f"the hearing note of {len(trace.responses)} responses is in {options.output}")


def _check(options: argparse.Namespace, settings: Settings) -> int:
    from assistant.answers.assistant import open_assistant

    claim = options.claim
    if claim == "-":
        claim = sys.stdin.buffer.read().decode("utf-8", errors="replace")
    checked = open_assistant(settings).check(claim)
    if options.json:
        print(json.dumps(checked.as_json(), ensure_ascii=False, indent=1))
    else:
        print(checked.answer.text)
        print("".join(f"\n{citation.reference}" for citation in checked.answer.citations))
    return int(checked.answer.status == "failed")


def _trace(settings: Settings) -> Trace:
    from assistant.hearing.trace import Trace
    from assistant.search.catalogue import Catalogue
    from assistant.search.index import open_current
    from assistant.search.models import load_embedder
    from assistant.search.retriever import Search

    embedder = load_embedder(settings)
    search = Search(open_current(settings.index, embedder.name), embedder)
    return Trace.of(search, Catalogue(search.index.documents, search.schedule))
