"""Runs the gold questions through us and through peers, and prints the tables."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from assistant.answers.answer import Answer
from assistant.answers.assistant import Assistant
from assistant.evaluation import metrics
from assistant.evaluation.gold import GoldQuestion
from assistant.evaluation.peers import Ranker

RETRIEVAL: dict[str, Callable[[metrics.Ranking, Sequence[str]], float]] = {
    "hit@1": lambda ranking, gold: metrics.hit(ranking, gold, 1),
    "rec@5": lambda ranking, gold: metrics.recall(ranking, gold, 5),
    "rec@10": lambda ranking, gold: metrics.recall(ranking, gold, 10),
    "MRR": metrics.reciprocal_rank,
    "nDCG@10": metrics.ndcg,
}


@dataclass(frozen=True)
class Outcome:
    """What became of one gold question; ``answer`` is None for a peer, which only ranks."""

    gold: GoldQuestion
    ranking: metrics.Ranking
    milliseconds: float
    answer: Answer | None = None


def run_assistant(assistant: Assistant, questions: Sequence[GoldQuestion]) -> list[Outcome]:
    outcomes = []
    for gold in questions:
        answer = assistant.answer(gold.text)
        ranking = [{hit.passage.id} for hit in answer.retrieved]
        outcomes.append(Outcome(gold, ranking, answer.elapsed_ms, answer))
    return outcomes


def run_peer(rank: Ranker, questions: Sequence[GoldQuestion]) -> list[Outcome]:
    outcomes = []
    for gold in questions:
        started = time.perf_counter()
        ranking = rank(gold.text)
        outcomes.append(Outcome(gold, ranking, (time.perf_counter() - started) * 1000))
    return outcomes


def tables(runs: dict[str, list[Outcome]]) -> str:
    """All that ``evaluate`` prints: ours per category, then everyone side by side."""
    (name, ours), *_ = runs.items()
    lines = [
        f"{name}, per category",
        _header(("category", "n"), (*RETRIEVAL, "cit.rec", "cit.prec", "refused")),
    ]
    for category, outcomes in ((name, group) for name, group in _by_category(ours) if group):
        lines.append(_row((category, str(len(outcomes))), [*_retrieval(outcomes), *_citations(outcomes)]))
    lines += ["", *_refusals(ours), "", "side by side, answerable questions"]
    lines.append(_header(("system", "n"), (*RETRIEVAL, "ms p50", "ms p95")))
    for system, outcomes in runs.items():
        answerable = [outcome for outcome in outcomes if outcome.gold.is_answerable]
        if not answerable:
            continue
        times = sorted(outcome.milliseconds for outcome in answerable)
        p95 = times[min(len(times) - 1, round(0.95 * len(times)))]
        lines.append(
            _row((system, str(len(answerable))), [*_retrieval(answerable), statistics.median(times), p95])
        )
    return "\n".join(lines)


def mistakes(outcomes: Iterable[Outcome]) -> str:
    """Every question that we got wrong, with what was expected and what came."""
    lines = []
    for outcome in outcomes:
        gold, answer = outcome.gold, outcome.answer
        found = [passage for covered in outcome.ranking[:5] for passage in covered]
        is_wrong = answer is not None and answer.status != gold.status
        if is_wrong or (gold.is_answerable and not set(found) & set(gold.passages)):
            status = answer.status if answer else "-"
            lines.append(f"{gold.id} {gold.category}: {gold.text}")
            lines.append(f"    expected {gold.status} {', '.join(gold.passages)}")
            lines.append(f"    got      {status} {', '.join(found)}")
    return "\n".join(lines)


def _by_category(outcomes: list[Outcome]) -> Iterable[tuple[str, list[Outcome]]]:
    answerable = [outcome for outcome in outcomes if outcome.gold.is_answerable]
    yield "all", answerable
    yield "Danish", [outcome for outcome in answerable if outcome.gold.language == "da"]
    for name in dict.fromkeys(outcome.gold.category for outcome in answerable):
        yield name, [outcome for outcome in answerable if outcome.gold.category == name]
    for user in dict.fromkeys(outcome.gold.user for outcome in answerable):
        yield f"user: {user}", [outcome for outcome in answerable if outcome.gold.user == user]


def _retrieval(outcomes: Sequence[Outcome]) -> list[float]:
    return [
        statistics.fmean(measure(outcome.ranking, outcome.gold.passages) for outcome in outcomes)
        for measure in RETRIEVAL.values()
    ]


def _citations(outcomes: Sequence[Outcome]) -> list[float]:
    cited = [
        (
            {citation.passage.id for citation in outcome.answer.citations} if outcome.answer else set(),
            set(outcome.gold.passages),
        )
        for outcome in outcomes
    ]
    return [
        statistics.fmean(len(ours & gold) / len(gold) for ours, gold in cited),
        statistics.fmean(metrics.precision(ours, gold) for ours, gold in cited),
        statistics.fmean(_refused(outcome) for outcome in outcomes),
    ]


def _refused(outcome: Outcome) -> bool:
    return outcome.answer is not None and outcome.answer.status != "answered"


def _refusals(outcomes: Sequence[Outcome]) -> list[str]:
    answerable = [o for o in outcomes if o.gold.is_answerable]
    others = [o for o in outcomes if not o.gold.is_answerable]
    right = sum(map(_refused, others))
    exact = sum(o.answer is not None and o.answer.status == o.gold.status for o in others)
    wrong = sum(map(_refused, answerable))
    quotes = [c for o in outcomes if o.answer for c in o.answer.citations]
    verbatim = sum(c.document.text[c.start : c.end] == c.quote for c in quotes)
    return [
        f"right refusals: {right} of {len(others)} unanswerable, {exact} with the right status",
        f"wrong refusals: {wrong} of {len(answerable)} answerable",
        f"quotes verbatim at their offset: {verbatim} of {len(quotes)}",
    ]


def _header(names: Sequence[str], columns: Sequence[str]) -> str:
    return f"{names[0]:34}{names[1]:>5}" + "".join(f"{column:>9}" for column in columns)


def _row(names: Sequence[str], values: Sequence[float]) -> str:
    return f"{names[0]:34}{names[1]:>5}" + "".join(f"{value:9.3f}" for value in values)
