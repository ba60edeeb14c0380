"""What ``ingest.py`` does: builds the index, takes documents in and out, goes back to the last version."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from assistant.documents.corpus import read_corpus
from assistant.documents.formats.extracted import visible
from assistant.documents.intake import Intake, Understood, remove
from assistant.documents.proposal import read_date
from assistant.documents.register import Value
from assistant.documents.sources import read_sources
from assistant.errors import CorpusError
from assistant.progress import progress_bar
from assistant.search.ingest import Report, ingest, locked
from assistant.search.models import load_embedder
from assistant.search.versions import current_version, roll_back
from assistant.settings import Settings

_TOLD = ("role", "sender", "date", "category", "number", "title")
_GIVEN = ("role", "sender", "category", "number", "title", "id", "status")


def add_commands(parser: argparse.ArgumentParser) -> None:
    """The commands, and what may be told with each."""
    commands = parser.add_subparsers(metavar="COMMAND")

    add = commands.add_parser("add", help="take files into the corpus and index them")
    add.add_argument("files", nargs="+", type=Path, metavar="FILE", help="txt, md, pdf, docx, html or eml")
    add.add_argument("--role", choices=("response", "letter", "page"))
    add.add_argument("--sender", help="who speaks, as citations are to name them")
    add.add_argument("--date", type=read_date, help="2023-09-11, or a year")
    add.add_argument("--category", help="of a response in the region's overview: A to G")
    add.add_argument("--number", type=int, help="of a response in the region's overview")
    add.add_argument("--title")
    add.add_argument("--id", help="stable and readable: it is part of every citation")
    add.add_argument("--status", help="what kind of version the file is")
    add.add_argument("--reviewed", default="", metavar="DECISION", help="on personal data in it; is recorded")
    add.add_argument("--accept", action="store_true", help="a sender or date that is only guessed is right")
    add.add_argument("--check", action="store_true", help="show what is understood, write nothing")
    add.set_defaults(run=add_files)

    leave = commands.add_parser("remove", help="take a document out, without a trace")
    leave.add_argument("id")
    leave.set_defaults(run=remove_document)

    commands.add_parser("list", help="list the documents").set_defaults(run=list_documents)
    back = commands.add_parser("rollback", help="serve the version before the current one again")
    back.set_defaults(run=roll_back_index)


def build(options: argparse.Namespace, settings: Settings, forget: bool = False) -> int:
    """Builds the index, or only checks the corpus."""
    if getattr(options, "check", False):
        corpus = read_corpus(settings.corpus)
        print(
            f"The corpus is sound: {len(corpus.documents)} documents, "
            f"{len(corpus.passages)} passages, {len(corpus.questions)} questions."
        )
        return 0
    with progress_bar() as progress:
        embedder = load_embedder(settings)
        force = getattr(options, "force", False)
        report = ingest(settings.corpus, settings.index, embedder, progress, force, forget, settings.chroma)
    print(told(report))
    return 0


def told(report: Report) -> str:
    done = "Built" if report.is_new else "Nothing has changed; the index is up to date:"
    return (
        f"{done} {report.version}: {report.documents} documents, {report.passages} passages, "
        f"{report.questions} questions, {report.seconds:.1f} s."
    )


def add_files(options: argparse.Namespace, settings: Settings) -> int:
    """Takes the good files in and names the bad ones; 2 if there were any."""
    given: dict[str, Value] = {
        name: value for name in _GIVEN if (value := getattr(options, name)) is not None
    }
    if options.date is not None:
        given["date"] = options.date
    if len(options.files) > 1 and {"id", "number", "title"} & set(given):
        raise CorpusError("--id, --number and --title are of one file: add the files one by one")
    faults: list[str] = []
    taken = 0
    with locked(settings.index):
        intake = Intake(settings.corpus)
        with progress_bar() as progress:
            read = intake.read(options.files, lambda done, total: progress("Læser filerne", done, total))
        for file, found in zip(options.files, read, strict=True):
            try:
                if isinstance(found, CorpusError):
                    raise found
                understood = intake.understand(file, found, given)
                print("\n".join(_lines(understood)))
                if not options.check:
                    print(f"  in as {intake.take(understood, options.reviewed, options.accept)}")
                    taken += 1
            except (CorpusError, OSError) as fault:
                faults.append(visible(str(fault)))
    for why in faults:
        print(f"not taken: {why}")
    if taken:
        build(argparse.Namespace(), settings)
    return 2 if faults else 0


def _lines(understood: Understood) -> Iterator[str]:
    """What was understood of a file; a question mark is behind what was guessed."""
    proposal, document = understood.proposal, understood.document
    yield visible(understood.file.name)
    yield "  " + " · ".join(
        f"{name} {proposal.values[name]}{' (?)' if name in proposal.unsure else ''}"
        for name in _TOLD
        if name in proposal.values
    )
    headings = "".join(f"\n    {heading}" for heading in understood.headings)
    yield f"  {len(document.passages)} passages, {len(understood.headings)} headings{headings}"
    named: dict[str, None] = {}
    for each in understood.mentions:
        named[f"{each.number} ({each.ground}{'' if each.is_sure else ', not sure'})"] = None
    yield f"  pejlemærker named: {', '.join(named) or 'none'}"
    yield from (f"  note: {note}" for note in understood.notes)
    yield from (f"  personal data? {each}" for each in understood.personal)


def remove_document(options: argparse.Namespace, settings: Settings) -> int:
    """Takes a document out of the corpus and of every version of the index."""
    with locked(settings.index):
        gone = remove(settings.corpus, options.id)
    print(f"{options.id} is out of the corpus, with its file and {gone} lay questions.")
    return build(options, settings, forget=True)


def list_documents(options: argparse.Namespace, settings: Settings) -> int:
    """Prints what ``sources.toml`` names."""
    for source in read_sources(settings.corpus):
        place = f"{source.category}-{source.number}" if source.category and source.number is not None else ""
        origin = f"{source.sender}, {source.date}"
        print(visible(f"{source.id:24}{source.role:10}{place:6}{origin:44}{source.file}"))
    current = current_version(settings.index)
    print(f"served: {current.name if current else 'nothing yet'}")
    return 0


def roll_back_index(options: argparse.Namespace, settings: Settings) -> int:
    """Serves the version before the current one; the corpus stays as it is."""
    with locked(settings.index):
        name = roll_back(settings.index)
    print(f"{name} is served. The corpus is as it was: the next ingest builds from it.")
    return 0
