"""The commands about what was committed and what the hearing said of it."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING

from assistant.settings import Settings

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def add_commands(commands: Commands) -> None:
    """Adds them to the command line."""
    check = commands.add_parser("check", help="check a claim against the documents, part by part")
    check.add_argument("claim", help="the claim, or - to read it from standard input")
    check.add_argument("--json", action="store_true", help="print the whole of it as JSON")
    check.set_defaults(run=_check)


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
