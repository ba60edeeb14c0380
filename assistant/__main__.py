"""The command line: ``python -m assistant COMMAND``."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from functools import partial
from pathlib import Path

from assistant.errors import AssistantError
from assistant.evaluation.gold import SPLITS
from assistant.progress import progress_bar
from assistant.settings import BUILT_IN_MODEL, Settings, read_settings


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; 0 if all went well, 1 if not, 2 for wrong usage."""
    options = _parser().parse_args(arguments)
    try:
        code = int(options.run(options, read_settings()) or 0)
        sys.stdout.flush()
        return code
    except BrokenPipeError:  # whoever reads has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (AssistantError, OSError) as fault:
        print(f"{type(fault).__name__}: {fault}", file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m assistant", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    ask = commands.add_parser("ask", help="answer one question")
    ask.add_argument("question", help="the question, or - to read it from standard input")
    ask.add_argument("--json", action="store_true", help="print the whole answer as JSON")
    ask.set_defaults(run=_ask)

    batch = commands.add_parser("batch", help="answer a file of questions, one JSON object a line")
    batch.add_argument("questions", type=Path)
    batch.add_argument("answers", type=Path)
    batch.set_defaults(run=_batch)

    verify = commands.add_parser("verify", help="check every quote of an answers file at its offset")
    verify.add_argument("answers", type=Path)
    verify.set_defaults(run=_verify)

    text = commands.add_parser("text", help="print a document's mended text, or list the documents")
    text.add_argument("document", nargs="?", help="the document's id")
    text.add_argument("--passages", action="store_true", help="print its passages with their ids")
    text.set_defaults(run=_text)

    evaluate = commands.add_parser("evaluate", help="measure against the gold questions and peers")
    evaluate.add_argument("--split", choices=SPLITS, default="development")
    evaluate.add_argument("--gold", type=Path, help="a file of gold questions instead of a split")
    evaluate.add_argument("--model", action="append", default=[], help="also compare this model")
    evaluate.add_argument("--mistakes", action="store_true", help="list what we got wrong")
    evaluate.set_defaults(run=_evaluate)

    calibrate = commands.add_parser(
        "calibrate", help="fit the reranker, and when to answer and when to refuse"
    )
    calibrate.add_argument("--split", action="append", choices=SPLITS, help="fit on these questions")
    calibrate.add_argument("--output", type=Path, help="write the models here instead of in place")
    calibrate.set_defaults(run=_calibrate)

    feedback = commands.add_parser("feedback", help="print what readers said of the answers")
    feedback.add_argument("--since", type=date.fromisoformat, metavar="YYYY-MM-DD", help="from that day on")
    feedback.add_argument("--json", action="store_true", help="print a JSON object a line")
    feedback.set_defaults(run=_feedback)

    load = commands.add_parser("load", help="measure how fast the app is for one and for many")
    load.add_argument("--address", default="", help="of a running app; else one is started")
    load.add_argument("--users", type=int, nargs="+", default=[1, 50], help="so many at once")
    load.add_argument("--questions", type=int, default=20, help="that each of them asks")
    load.add_argument("--think", type=float, default=2.0, metavar="S", help="seconds between them")
    load.add_argument("--browser", action="store_true", help="also with a real browser")
    load.set_defaults(run=_load)

    endure = commands.add_parser("endure", help="break things on purpose, on copies, and count the losses")
    endure.add_argument("--kills", type=int, default=0, help="kill an ingest so many times")
    endure.add_argument("--damages", type=int, default=0, help="flip a bit of an index, or cut off a file")
    endure.add_argument("--files", type=int, default=0, help="read so many damaged files")
    endure.add_argument("--seeds", type=Path, nargs="+", default=[], metavar="FILE", help="of these")
    endure.add_argument("--questions", type=int, default=0, help="ask so many while documents come and go")
    endure.add_argument("--clients", type=int, default=20, help="so many at once")
    endure.add_argument("--seed", type=int, default=0)
    endure.set_defaults(run=_endure)

    out = commands.add_parser(
        "leave-out", help="how a new document is found, without lay questions of its own"
    )
    out.add_argument("--split", choices=SPLITS, default="development")
    out.set_defaults(run=_leave_out)

    scale = commands.add_parser("scale", help="measure with very many passages, beside the stock pipeline")
    scale.add_argument("--passages", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    scale.set_defaults(run=_scale)

    train = commands.add_parser("train", help="train the built-in embedding model anew")
    train.add_argument("--output", type=Path, default=BUILT_IN_MODEL)
    train.set_defaults(run=_train)
    return parser


def _ask(options: argparse.Namespace, settings: Settings) -> int:
    from assistant.answers.assistant import open_assistant

    question = options.question
    if question == "-":
        question = sys.stdin.buffer.read().decode("utf-8", errors="replace")
    answer = open_assistant(settings).answer(question)
    if options.json:
        print(json.dumps(answer.as_json(), ensure_ascii=False, indent=1))
    else:
        print(answer.text)
        for citation in answer.citations:
            document = citation.document
            origin = f"{document.title} ({document.sender}, {document.date})"
            print(f"\n[{citation.marker}] {citation.passage.label} · {origin}", end="")
        print()
    return int(answer.status == "failed")


def _batch(options: argparse.Namespace, settings: Settings) -> None:
    from assistant.answers.assistant import open_assistant
    from assistant.answers.batch import answer_file

    assistant = open_assistant(settings)
    with progress_bar() as progress:
        count = answer_file(assistant, options.questions, options.answers, progress)
    print(f"{count} answers in {options.answers}")


def _verify(options: argparse.Namespace, settings: Settings) -> int:
    from assistant.answers.assistant import open_assistant
    from assistant.answers.batch import quotes_in

    documents = open_assistant(settings).index.documents_by_id
    texts = {name: document.text for name, document in documents.items()}
    quotes = list(quotes_in(options.answers))
    right = sum(texts.get(name, "")[start:end] == quote for name, start, end, quote in quotes)
    print(f"{right} of {len(quotes)} quotes verbatim at their offset")
    return int(right < len(quotes))


def _text(options: argparse.Namespace, settings: Settings) -> None:
    from assistant.documents.corpus import read_corpus

    documents = {document.id: document for document in read_corpus(settings.corpus).documents}
    if options.document is None:
        for document in documents.values():
            print(
                f"{document.id:16}{len(document.passages):5} passages  {document.title} ({document.status})"
            )
    elif options.document not in documents:
        raise AssistantError(f"no document {options.document}; there are {', '.join(documents)}")
    elif options.passages:
        for passage in documents[options.document].passages:
            print(f"{passage.id}\t{passage.label}\t{passage.start}:{passage.end}\t{passage.text!r}")
    else:
        print(documents[options.document].text)


def _evaluate(options: argparse.Namespace, settings: Settings) -> None:
    from assistant.evaluation.run import evaluate

    print(evaluate(settings, options.split, options.gold, options.model, options.mistakes))


def _calibrate(options: argparse.Namespace, settings: Settings) -> None:
    from assistant.evaluation.run import calibrate

    print(calibrate(settings, options.split, options.output))


def _feedback(options: argparse.Namespace, settings: Settings) -> int:
    from assistant.web.feedback import read_feedback

    if settings.feedback_file is None:
        raise AssistantError("feedback is switched off: ASSISTANT_FEEDBACK is off")
    report = read_feedback(settings.feedback_file, options.since)
    if options.json:
        for entry in report.entries:
            print(json.dumps(asdict(entry), ensure_ascii=False))
    else:
        print(report)
    return int(bool(report.damaged))


def _load(options: argparse.Namespace, settings: Settings) -> None:
    from assistant.evaluation.load import Load, load

    print(
        load(Load(options.address, tuple(options.users), options.questions, options.think, options.browser))
    )


def _endure(options: argparse.Namespace, settings: Settings) -> int:
    from assistant.evaluation import endurance
    from assistant.evaluation.gold import read_askings
    from assistant.evaluation.switching import switch_under_load

    trials = (
        ("killed ingests", options.kills, endurance.kill_ingests),
        ("damaged indexes", options.damages, endurance.damage_indexes),
        ("damaged files", options.files, partial(endurance.mutate_files, options.seeds)),
    )
    faults = 0
    with progress_bar() as progress:
        for what, tries, trial in trials:
            if tries:
                outcome = trial(tries, options.seed, partial(progress, what))
                print(f"{what}: {outcome}")
                faults += len(outcome.faults)
    if options.questions:
        asked = [question for question, _ in read_askings("development")]
        switching = switch_under_load(options.clients, options.questions, asked)
        print(switching)
        faults += len(switching.errors) + len(switching.mixed)
    return int(bool(faults))


def _leave_out(options: argparse.Namespace, settings: Settings) -> None:
    from assistant.evaluation.leave_out import leave_out

    with progress_bar() as progress:
        print(leave_out(settings, options.split, partial(progress, "leaving out")))


def _scale(options: argparse.Namespace, settings: Settings) -> None:
    from assistant.evaluation.scale import scale

    print(scale(options.passages))


def _train(options: argparse.Namespace, settings: Settings) -> None:
    from assistant.documents.corpus import read_corpus
    from assistant.search.training import train

    with progress_bar() as progress:
        train(
            read_corpus(settings.corpus),
            options.output,
            lambda done, total: progress("training", done, total),
        )
    print(f"the model is in {options.output}")


if __name__ == "__main__":
    sys.exit(main())
