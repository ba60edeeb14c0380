"""The commands that measure: ``python -m assistant evaluate | calibrate | load | endure | ...``."""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.evaluation.gold import SPLITS
from assistant.progress import progress_bar
from assistant.settings import BUILT_IN_MODEL, Settings

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def add_commands(commands: Commands) -> None:
    """Adds them to the command line."""
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

    claims = commands.add_parser("claims", help="measure how claims are checked against gold claims")
    claims.add_argument("--split", choices=("own", "development", "test"), default="own")
    claims.add_argument("--mistakes", action="store_true", help="list what we got wrong")
    claims.add_argument("--fit", action="store_true", help="first learn from own claims")
    claims.set_defaults(run=_claims)

    out = commands.add_parser(
        "leave-out", help="how a new document is found, without lay questions of its own"
    )
    out.add_argument("--split", choices=SPLITS, default="development")
    out.set_defaults(run=_leave_out)

    scale = commands.add_parser("scale", help="measure with very many passages, beside the stock pipeline")
    scale.add_argument("--passages", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    scale.set_defaults(run=_scale)

    phrase = commands.add_parser(
        "phrase", help="let language models of a cast lie, obey and fail, and count what is shown of it"
    )
    phrase.add_argument("--questions", type=int, default=300, help="for each of them")
    phrase.set_defaults(run=_phrase)

    trace = commands.add_parser("trace", help="measure who speaks of what in marked hearing responses")
    trace.add_argument("--split", choices=("development", "test"), default="development")
    trace.add_argument("--gold", type=Path, metavar="DIR", help="a directory of responses instead of a split")
    trace.add_argument("--fit", action="store_true", help="fit what tells what a sentence is about")
    trace.add_argument("--mistakes", action="store_true", help="list what we got wrong")
    trace.set_defaults(run=_trace)

    register = commands.add_parser("register", help="measure the register of commitments")
    register.set_defaults(run=_register)

    train = commands.add_parser("train", help="train the built-in embedding model anew")
    train.add_argument("--output", type=Path, default=BUILT_IN_MODEL)
    train.set_defaults(run=_train)


def _evaluate(options: argparse.Namespace, settings: Settings) -> None:
    from assistant.evaluation.run import evaluate

    print(evaluate(settings, options.split, options.gold, options.model, options.mistakes))


def _calibrate(options: argparse.Namespace, settings: Settings) -> None:
    from assistant.evaluation.run import calibrate

    print(calibrate(settings, options.split, options.output))


def _claims(options: argparse.Namespace, settings: Settings) -> None:
    from assistant.evaluation.claims import measure

    print(measure(settings, options.split, options.mistakes, options.fit))


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


def _phrase(options: argparse.Namespace, settings: Settings) -> None:
    from assistant.evaluation.phrasing import study_phrasing

    with progress_bar() as progress:
        print(study_phrasing(settings, options.questions, progress))


def _trace(options: argparse.Namespace, settings: Settings) -> None:
    from assistant.evaluation.marked import DIRECTORY
    from assistant.evaluation.tracing import fit, measure

    directory = options.gold or DIRECTORY / options.split
    if options.fit:
        weights, table = fit(settings, directory)
        weights.save()
        print(table)
    print(measure(settings, directory, options.mistakes))


def _register(options: argparse.Namespace, settings: Settings) -> None:
    from assistant.evaluation.registering import measure_register

    print(measure_register(settings))


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
