"""Runs the gold questions through us and through peers, and prints the tables."""

from __future__ import annotations

import re
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from assistant.answers.answer import Answer
from assistant.answers.assistant import Assistant
from assistant.evaluation import metrics
from assistant.evaluation.gold import GoldQuestion
from assistant.evaluation.peers import Ranker

RETRIEVAL: dict[str, Callable[[metrics.Ranking, GoldQuestion], float]] = {
    "hit@1": lambda ranking, gold: metrics.hit(ranking, gold.right, 1),
    "rec@5": lambda ranking, gold: metrics.recall(ranking, gold.passages, 5),
    "rec@10": lambda ranking, gold: metrics.recall(ranking, gold.passages, 10),
    "MRR": lambda ranking, gold: metrics.reciprocal_rank(ranking, gold.right),
    "nDCG@10": lambda ranking, gold: metrics.ndcg(ranking, gold.passages),
}
_SHORT_FACT = 4
CITATIONS = ("first", "cit.rec", "cit.prec", "refused")


@dataclass(frozen=True)
class Outcome:
    """What became of one gold question; ``answer`` is None for a peer, which only ranks."""

    gold: GoldQuestion
    ranking: metrics.Ranking
    milliseconds: float
    answer: Answer | None = None

    @property
    def cited(self) -> list[str]:
        """The passages that the answer cites, in its order."""
        return [citation.passage.id for citation in self.answer.citations] if self.answer else []

    @property
    def is_refused(self) -> bool:
        return self.answer is not None and self.answer.status != "answered"

    @property
    def has_right_status(self) -> bool:
        return self.answer is None or self.answer.status == self.gold.status

    @property
    def begins_right(self) -> bool:
        """Whether the first citation is a right one."""
        return bool(self.cited) and self.cited[0] in self.gold.right

    @property
    def holds_facts(self) -> bool:
        """Whether the answer's text holds every fact that was asked for, in one of its spellings."""
        text = self.answer.text if self.answer else ""
        return all(any(_stands_in(each, text) for each in spellings) for spellings in self.gold.facts)

    @property
    def strangers(self) -> int:
        """Citations from a document that no right passage stands in: a wrong sender or role."""
        documents = {passage.partition("/")[0] for passage in self.gold.right}
        return sum(passage.partition("/")[0] not in documents for passage in self.cited)


def _stands_in(fact: str, text: str) -> bool:
    """Whether a text holds a fact as words of its own: "ni" is not in "noter", "årlig" is in "årlige"."""
    end = r"(?!\w)" if len(fact) <= _SHORT_FACT else ""
    return bool(re.search(rf"(?<!\w){re.escape(fact)}{end}", text, re.IGNORECASE))


def run_assistant(assistant: Assistant, questions: Sequence[GoldQuestion]) -> list[Outcome]:
    outcomes = []
    for gold in questions:
        answer = assistant.answer(gold.text, gold.history)
        ranking = [{hit.passage.id} for hit in answer.retrieved]
        outcomes.append(Outcome(gold, ranking, answer.elapsed_ms, answer))
    return outcomes


def run_peer(rank: Ranker, questions: Sequence[GoldQuestion]) -> list[Outcome]:
    outcomes = []
    for gold in questions:
        started = time.perf_counter()
        ranking = rank(" ".join((*gold.history, gold.text)))
        outcomes.append(Outcome(gold, ranking, (time.perf_counter() - started) * 1000))
    return outcomes


def tables(runs: dict[str, list[Outcome]]) -> str:
    """All that ``evaluate`` prints: ours per category, then everyone side by side."""
    (name, ours), *_ = runs.items()
    lines = [
        f"{name}, per category",
        _header(("category", "n"), (*RETRIEVAL, *CITATIONS)),
    ]
    for category, outcomes in ((name, group) for name, group in _by_category(ours) if group):
        lines.append(_row((category, str(len(outcomes))), [*_retrieval(outcomes), *_citations(outcomes)]))
    lines += ["", *_counts(ours), "", "side by side, answerable questions"]
    lines.append(_header(("system", "n"), (*RETRIEVAL, "ms p50", "ms p95")))
    for system, outcomes in runs.items():
        answerable = [outcome for outcome in outcomes if outcome.gold.is_answerable]
        if not answerable:
            continue
        times = [outcome.milliseconds for outcome in answerable]
        lines.append(
            _row(
                (system, str(len(answerable))),
                [*_retrieval(answerable), statistics.median(times), _percentile(times)],
            )
        )
    return "\n".join(lines)


def mistakes(outcomes: Iterable[Outcome]) -> str:
    """Every question that we got wrong, with what was expected and what came."""
    lines = []
    for outcome in outcomes:
        gold, answer = outcome.gold, outcome.answer
        if (
            outcome.has_right_status
            and outcome.holds_facts
            and (
                not gold.is_answerable or (outcome.begins_right and set(gold.passages) <= set(outcome.cited))
            )
        ):
            continue
        lines.append(f"{gold.id} {gold.category}: {' | '.join((*gold.history, gold.text))}")
        lines.append(f"    expected {gold.status} {', '.join(gold.passages)}")
        lines.append(f"    got      {answer.status if answer else '-'} {', '.join(outcome.cited)}")
        if not outcome.holds_facts:
            lines.append(f"    lacks    {gold.facts}")
    return "\n".join(lines)


def _by_category(outcomes: list[Outcome]) -> Iterable[tuple[str, list[Outcome]]]:
    answerable = [outcome for outcome in outcomes if outcome.gold.is_answerable]
    yield "all", answerable
    for language, name in (("da", "Danish"), ("en", "English")):
        yield name, [outcome for outcome in answerable if outcome.gold.language == language]
    for name in dict.fromkeys(outcome.gold.category for outcome in answerable):
        yield name, [outcome for outcome in answerable if outcome.gold.category == name]
    for user in dict.fromkeys(outcome.gold.user for outcome in answerable):
        yield f"user: {user}", [outcome for outcome in answerable if outcome.gold.user == user]


def _retrieval(outcomes: Sequence[Outcome]) -> list[float]:
    return [
        statistics.fmean(measure(outcome.ranking, outcome.gold) for outcome in outcomes)
        for measure in RETRIEVAL.values()
    ]


def _citations(outcomes: Sequence[Outcome]) -> list[float]:
    return [
        statistics.fmean(outcome.begins_right for outcome in outcomes),
        statistics.fmean(_cited_share(outcome) for outcome in outcomes),
        statistics.fmean(metrics.precision(outcome.cited, outcome.gold.right) for outcome in outcomes),
        statistics.fmean(outcome.is_refused for outcome in outcomes),
    ]


def _cited_share(outcome: Outcome) -> float:
    return len(set(outcome.cited) & set(outcome.gold.passages)) / len(outcome.gold.passages)


def _counts(outcomes: Sequence[Outcome]) -> list[str]:
    """What is counted rather than averaged."""
    answerable = [o for o in outcomes if o.gold.is_answerable]
    others = [o for o in outcomes if not o.gold.is_answerable]
    lists = [o for o in answerable if o.gold.category == "list"]
    facts = [o for o in answerable if o.gold.facts]
    followups = [o for o in answerable if o.gold.history]
    answered = [o for o in answerable if not o.is_refused]
    quotes = [c for o in outcomes if o.answer for c in o.answer.citations]
    lengths = [len(o.answer.text.split()) for o in answered if o.answer and o not in lists] or [0]
    exact = sum(set(o.gold.passages) <= set(o.cited) <= o.gold.right for o in lists)
    return [
        f"right refusals: {sum(o.is_refused for o in others)} of {len(others)} unanswerable, "
        f"{sum(o.has_right_status for o in others)} with the right status",
        f"wrong refusals: {sum(o.is_refused for o in answerable)} of {len(answerable)} answerable",
        f"complete lists with nothing else in them: {exact} of {len(lists)}",
        f"facts in the answer's text: {sum(o.holds_facts for o in facts)} of {len(facts)}",
        f"follow-ups that begin with a right citation: {sum(o.begins_right for o in followups)}"
        f" of {len(followups)}",
        f"answers with a wrong sender or role: {sum(o.strangers > 0 for o in answered)} of {len(answered)}",
        f"words in an answer, lists aside: {statistics.median(lengths):.0f}"
        f" (95 %: {_percentile(lengths):.0f})",
        f"quotes verbatim at their offset: {sum(c.document.text[c.start : c.end] == c.quote for c in quotes)}"
        f" of {len(quotes)}",
    ]


def _percentile(values: Sequence[float], share: float = 0.95) -> float:
    return sorted(values)[min(len(values) - 1, round(share * len(values)))]


def _header(names: Sequence[str], columns: Sequence[str]) -> str:
    return f"{names[0]:34}{names[1]:>5}" + "".join(f"{column:>9}" for column in columns)


def _row(names: Sequence[str], values: Sequence[float]) -> str:
    return f"{names[0]:34}{names[1]:>5}" + "".join(f"{value:9.3f}" for value in values)
