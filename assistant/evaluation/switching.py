"""Clients that ask a running app all the time while documents come into its corpus and go out again."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any

import numpy as np

from assistant.errors import AssistantError
from assistant.evaluation.own_app import own_app
from assistant.evaluation.people import ask_once, client_of
from assistant.search.index import DOCUMENTS, read_documents
from assistant.search.versions import current_version
from assistant.settings import ROOT, environment_of

_RESPONSE = """{day}. oktober 2023

Høringssvar fra {name}by Kommune

{name}by Kommune takker for muligheden for at afgive høringssvar til planen.

Vi foreslår, at der kommer en {thing} på hvert bosted.
"""
_NEW = "svar-proeve"
_THINGS = ("svømmehal", "skaterbane", "rutsjebane", "kegleklub", "planetarium", "strandbar", "musikscene")
_COUNTED = "Hvem har svaret på høringen?"
_COUNT = re.compile(r"Samlingen indeholder (\d+) høringssvar: (.+?)\. ")
_FINE = 200
_PATIENCE_S = 60.0
_PAUSE_S = 0.05


@dataclass
class Switching:
    """What the clients met. ``seconds``: from each switch until the app found the new document."""

    questions: int = 0
    errors: list[str] = field(default_factory=list)
    mixed: list[str] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)

    def __str__(self) -> str:
        found = (
            f"{np.median(self.seconds):.1f} s p50, {max(self.seconds):.1f} s at most" if self.seconds else "-"
        )
        return (
            f"{self.questions} questions across {len(self.seconds)} switches: {len(self.errors)} errors, "
            f"{len(self.mixed)} mixed answers; new document found after {found} (within 5 s)"
            + "".join(f"\n  {each}" for each in (*self.errors, *self.mixed)[:10])
        )


def switch_under_load(clients: int, questions: int, asked: Sequence[str]) -> Switching:
    """Runs an app of its own on a copy of the corpus, and lets documents come and go until ``questions`` are
    asked by all ``clients`` together.

    An answer is mixed if it quotes what no version held, documents that were never there at the same time, or
    counts other responses than it names.
    """
    with TemporaryDirectory() as place:
        corpus = shutil.copytree(ROOT / "corpus", Path(place) / "corpus")
        trial = _Trial(Path(place), {"corpus": corpus, "index": Path(place) / "index", "model": ""})
        trial.ingest()
        trial.remember()
        with own_app(**trial.settings) as app:
            threads = [
                Thread(target=trial.ask, args=(app.address, questions, [_COUNTED, *asked]), daemon=True)
                for _ in range(clients)
            ]
            for thread in threads:
                thread.start()
            while any(thread.is_alive() for thread in threads):
                trial.come_and_go(app.address)
    wrong = filter(None, (_wrong(answer, trial.texts) for answer in trial.answers))
    return Switching(questions, trial.errors, list(wrong), trial.seconds)


@dataclass
class _Trial:
    place: Path
    settings: dict[str, Path | str]
    texts: dict[str, str] = field(default_factory=dict)
    answers: list[dict[str, Any]] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    numbers: Iterator[int] = field(default_factory=count)

    def ask(self, address: str, questions: int, asked: Sequence[str]) -> None:
        """Asks one question after the other, as long as there are some left."""
        with client_of(address) as client:
            while (number := next(self.numbers)) < questions:
                status, answer = ask_once(client, asked[number % len(asked)])
                if status == _FINE and answer.get("status") != "failed":
                    self.answers.append({name: answer[name] for name in ("answer", "citations")})
                else:
                    self.errors.append(f"{status} {answer.get('reason')}")

    def come_and_go(self, address: str) -> None:
        """A document comes in, is found, and goes out again."""
        number = len(self.seconds)
        thing = _THINGS[number % len(_THINGS)]
        file = self.place / f"svar{number}.txt"
        text = _RESPONSE.format(day=number % 28 + 1, name=f"Prøve{number}-", thing=thing)
        file.write_text(text, encoding="utf-8")
        self.ingest("add", str(file))
        switched = time.monotonic()
        new = self.remember()
        with client_of(address) as client:
            while time.monotonic() - switched < _PATIENCE_S:
                _, answer = ask_once(client, f"Hvad foreslår Prøve{number}-by Kommune?")
                if new in {each["document_id"] for each in answer.get("citations", ())}:
                    break
                time.sleep(_PAUSE_S)
        self.seconds.append(time.monotonic() - switched)
        self.ingest("remove", new)

    def ingest(self, *arguments: str) -> None:
        """Runs ``ingest.py``; ``AssistantError`` if it does not end well."""
        command = [sys.executable, str(ROOT / "ingest.py"), *arguments]
        environment = environment_of(**self.settings)
        run = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603
        if run.returncode:
            raise AssistantError(f"ingest failed: {run.stdout}{run.stderr}")

    def remember(self) -> str:
        """Keeps the texts of the current version, and returns the id of its last document."""
        version = current_version(Path(self.settings["index"]))
        documents = read_documents(version / DOCUMENTS) if version else []
        self.texts.update((document.id, document.text) for document in documents)
        return documents[-1].id


def _wrong(answer: Mapping[str, Any], texts: Mapping[str, str]) -> str:
    """What is wrong with an answer; empty if nothing is."""
    cited = answer["citations"]
    for each in cited:
        if texts.get(each["document_id"], "")[each["start"] : each["end"]] != each["quote"]:
            return f"no version holds this quote: {each['quote'][:100]}"
    if len({each["document_id"] for each in cited if each["document_id"].startswith(_NEW)}) > 1:
        return f"documents that were never there together: {answer['answer'][:100]}"
    counted = _COUNT.search(answer["answer"])
    if counted and int(counted[1]) != len(re.split(", | og ", counted[2])):
        return f"it counts what it does not name: {counted[0]}"
    return ""
