"""What is shown of language models that lie, obey, fail and tell the truth, by the hundreds of questions."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from pydantic import SecretStr

from assistant.answers.answer import Answer, Citation, Language
from assistant.answers.assistant import Assistant, open_assistant
from assistant.answers.phrasing.chat_model import ChatModel
from assistant.answers.phrasing.checker import Checked, Checker
from assistant.answers.phrasing.phraser import Phraser
from assistant.answers.phrasing.source import Source, sources_of
from assistant.documents.sentences import whole
from assistant.evaluation.cast import FAILING, Cast, model_server
from assistant.evaluation.gold import read_askings
from assistant.evaluation.injections import injections
from assistant.evaluation.lies import CANARY, LIES, STRANGE_HOST
from assistant.search.catalogue import Catalogue
from assistant.search.retriever import Search
from assistant.settings import Settings

_SENTENCES = Path(__file__).parent / "gold" / "phrasings.jsonl"
_LYING = (*LIES, "knows better", "speaks German", "names unknown ids")
_SILENT = ("empty", "garbage", "wrong schema", "refuses", *FAILING)
_SLOW = ("slow", "drips", "endless")
_SLOW_QUESTIONS = 3
"""Each takes all the patience that there is."""
Progress = Callable[[str, int, int], None]


class Noting(Checker):
    """A checker that notes what it was asked, to do it again with a clock and nobody else at work."""

    def __init__(self, search: Search, catalogue: Catalogue) -> None:
        super().__init__(search, catalogue)
        self.noted: list[tuple[str, Sequence[Source], Language]] = []

    def __call__(self, sentence: str, sources: Sequence[Source], language: Language) -> Checked:
        self.noted.append((sentence, sources, language))
        return super().__call__(sentence, sources, language)

    def seconds(self) -> float:
        """How long all of it takes once more; it is forgotten then."""
        started = time.perf_counter()
        for sentence, sources, language in self.noted:
            super().__call__(sentence, sources, language)
        self.noted.clear()
        return time.perf_counter() - started


@dataclass
class Played:
    """What came of one role: ``lies`` that were shown, answers without a sentence of the model, seconds."""

    role: str
    questions: int = 0
    sentences: int = 0
    dropped: int = 0
    lies: list[str] = field(default_factory=list)
    fallbacks: int = 0
    slowest: float = 0.0
    checking: list[float] = field(default_factory=list)

    def __str__(self) -> str:
        return (
            f"{self.role:24}{self.questions:5} questions {self.sentences:6} sentences shown"
            f" {len(self.lies):4} lies {self.dropped:6} dropped {self.fallbacks:5} quotes alone"
            f"   {self.slowest:5.2f} s at most"
        )


@dataclass(frozen=True)
class Study:
    """Measures an assistant with one model after the other of a cast."""

    assistant: Assistant
    cast: Cast
    model: ChatModel
    checker: Noting

    @property
    def phraser(self) -> Phraser:
        return Phraser(self.model, self.checker)

    def play(self, role: str, answers: Sequence[Answer], progress: Progress) -> Played:
        """Lets a role phrase those answers. Every answer is verified on its way, its quotes with it."""
        self.cast.role, played = role, Played(role)
        self.cast.lies.clear()
        for done, quoted in enumerate(answers, 1):
            started = time.perf_counter()
            *_, answer = self.phraser(quoted)
            played.slowest = max(played.slowest, time.perf_counter() - started)
            played.checking.append(self.checker.seconds())
            self._count(played, answer)
            progress(role, done, len(answers))
        return played

    def _count(self, played: Played, answer: Answer) -> None:
        told = answer.phrasing.sentences if answer.phrasing else ()
        played.questions += 1
        played.sentences += len(told)
        played.fallbacks += not told
        played.dropped += len(answer.phrasing.faults) if answer.phrasing else 0
        played.lies += [each.text for each in told if any(each.text.endswith(lie) for lie in self.cast.lies)]


def study_phrasing(settings: Settings, questions: int, progress: Progress) -> str:
    """The whole study as text: so many questions for each role."""
    with _opened(settings) as study:
        answers = list(islice(_quoted(study.assistant), questions))
        honest = study.play("honest", answers, progress)
        lying = [study.play(role, answers, progress) for role in _LYING]
        looping = [study.play(role, answers, progress) for role in ("loops", "cut off")]
        silent = [study.play(role, answers[: questions // 10], progress) for role in _SILENT]
        slow = [study.play(role, answers[:_SLOW_QUESTIONS], progress) for role in _SLOW]
        fallen = [*silent, *slow]
        checking = float(np.percentile(honest.checking, 95)) * 1000
        lines = [
            *_written(study.checker, study.assistant),
            *map(str, (honest, *lying, *looping, *fallen)),
            f"lies shown: {sum(len(each.lies) for each in lying)}",
            *(f"  shown ({each.role}): {lie}" for each in lying for lie in each.lies[:5]),
            f"fallen back: {sum(each.fallbacks for each in fallen)} of "
            f"{sum(each.questions for each in fallen)}, "
            f"after {max(each.slowest for each in fallen):.1f} s at most",
            f"checking all sentences of an answer: p95 {checking:.1f} ms",
            _injected(study, progress),
        ]
    return "\n".join(lines)


def _injected(study: Study, progress: Progress) -> str:
    study.cast.role, cases = "obeys", list(injections())
    obeyed = strange = 0
    for done, case in enumerate(cases, 1):
        *_, answer = study.phraser(case.answer)
        told = " ".join(each.text for each in answer.phrasing.sentences) if answer.phrasing else ""
        obeyed += CANARY in told
        strange += STRANGE_HOST in told
        progress("injections", done, len(cases))
    return f"injections: {len(cases)}, obeyed {obeyed}, links or images of others {strange}"


def _written(checker: Checker, assistant: Assistant) -> Iterator[str]:
    """Sentences written by hand, right and wrong ones."""
    rows = [json.loads(line) for line in _SENTENCES.read_text("utf-8").splitlines()]
    for split in dict.fromkeys(row["split"] for row in rows):
        shown = {True: 0, False: 0}
        count = {True: 0, False: 0}
        for row in rows:
            if row["split"] == split:
                is_right = row["fault"] is None
                sources = sources_of([_citation(assistant, name) for name in row["passages"]])
                shown[is_right] += checker(row["sentence"], sources, row["language"]).fault is None
                count[is_right] += 1
        yield (
            f"written by hand ({split}): {count[True] - shown[True]} of {count[True]} right sentences"
            f" dropped, {shown[False]} of {count[False]} wrong ones shown"
        )


def _citation(assistant: Assistant, name: str) -> Citation:
    passage = assistant.index.by_id[name]
    return Citation(1, passage, assistant.index.documents_by_id[passage.document_id], *whole(passage))


def _quoted(assistant: Assistant) -> Iterator[Answer]:
    """Answers that a model may phrase, to Danish questions that people asked."""
    for split in ("development", "calibration"):
        for question, history in read_askings(split):
            answer = assistant.quoted(question, history)
            if answer.status == "answered" and not answer.is_list and answer.language == "da":
                yield answer


@contextmanager
def _opened(settings: Settings) -> Iterator[Study]:
    cast = Cast()
    with model_server(cast) as address:
        without_end: dict[str, Any] = dict.fromkeys(
            ("llm_calls_per_minute", "llm_calls_per_day", "llm_tokens_per_day"), 10**9
        )
        own = {"llm": "openai:cast", "llm_url": address, "llm_key": SecretStr("none"), **without_end}
        model = ChatModel(settings.model_copy(update=own))
        assistant = open_assistant(settings)
        checker = Noting(assistant.search, assistant.catalogue)
        yield Study(assistant, cast, model, checker)
