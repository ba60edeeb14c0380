"""How often a claim gets the right verdict, and what is learned from claims."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.answers.assistant import Assistant, open_assistant
from assistant.answers.checking.judgement import Judgement
from assistant.answers.checking.result import VERDICTS, CheckedClaim, Verdict
from assistant.answers.checking.statements import statements_in
from assistant.answers.reading.language import language_of
from assistant.errors import CorpusError
from assistant.settings import Settings

SPLITS = ("own", "development", "test")
"""``own``: written by who wrote the check; the others by people who did not see it."""
LEARNED_FROM = ("own", "development")
_DIRECTORY = Path(__file__).parent / "gold" / "claims"
_PHRASINGS = Path(__file__).parent / "gold" / "phrasings.jsonl"
_OF_FORM = ("quote", "link")
"""What is wrong with a sentence that may be true."""
_FOLDS, _RIDGE, _STEPS = 10, 0.3, 30

Matrix = NDArray[np.float64]


@dataclass(frozen=True)
class GoldClaim:
    """A claim and its right verdict. ``passages``: any of them shows it; ``part``: the aspects that differ,
    one of which is to be told."""

    id: str
    text: str
    language: str
    verdict: Verdict
    passages: tuple[str, ...]
    part: tuple[str, ...] = ()


def read_claims(split: str, known: Collection[str]) -> list[GoldClaim]:
    """The claims of a split; ``CorpusError`` if a line is none or names a passage that is not ``known``."""
    path = _DIRECTORY / f"{split}.jsonl"
    claims = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            claim = _claim(json.loads(line))
        except (ValueError, KeyError, TypeError, AttributeError) as fault:
            raise CorpusError(f"{path}, line {number} is no gold claim: {fault!r}") from fault
        if lost := sorted(set(claim.passages) - set(known)):
            raise CorpusError(f"{path}, line {number} names {', '.join(lost)}, which is no passage")
        claims.append(claim)
    return claims


def _claim(row: dict[str, object]) -> GoldClaim:
    passages, part = row.get("passages") or [], row.get("part") or ""
    if row["verdict"] not in VERDICTS or not isinstance(passages, list):
        raise ValueError(f"no verdict, or no list of passages: {row}")
    parts = part if isinstance(part, list) else str(part).split("/")
    verdict = next(each for each in VERDICTS if each == row["verdict"])
    return GoldClaim(
        str(row["id"]),
        str(row["claim"]),
        str(row["language"]),
        verdict,
        tuple(map(str, passages)),
        tuple(str(each).strip() for each in parts if each),
    )


@dataclass(frozen=True)
class Trial:
    """A gold claim and what came of it."""

    gold: GoldClaim
    checked: CheckedClaim

    @property
    def is_right(self) -> bool:
        return self.checked.verdict == self.gold.verdict

    @property
    def aspects(self) -> list[str]:
        return [each.aspect for part in self.checked.parts for each in part.differences]

    @property
    def names_part(self) -> bool:
        """Whether it tells what differs."""
        return bool(set(self.gold.part) & set(self.aspects))

    @property
    def cites_right(self) -> bool:
        """Whether it quotes a passage that shows the verdict."""
        cited = {citation.passage.id for citation in self.checked.answer.citations}
        return bool(cited & set(self.gold.passages))


def try_claims(assistant: Assistant, claims: Sequence[GoldClaim]) -> list[Trial]:
    """Checks every claim; each answer is verified as those to questions are."""
    return [Trial(claim, assistant.check(claim.text)) for claim in claims]


def measure(settings: Settings, split: str, list_mistakes: bool, is_fitted_first: bool) -> str:
    """The figures of a split; on request every mistake, and a new fit before."""
    assistant = open_assistant(settings)
    told = []
    if is_fitted_first:
        claims = [each for name in LEARNED_FROM for each in read_claims(name, assistant.index.by_id)]
        judgement, fitted = fit_judgement(assistant, claims)
        judgement.save()
        assistant = open_assistant(settings)
        told.append(fitted)
    trials = try_claims(assistant, read_claims(split, assistant.index.by_id))
    told.append(table(split, trials))
    told.append(_told_of_sentences(assistant))
    if list_mistakes:
        told.append(mistakes(trials))
    return "\n\n".join(told)


def table(split: str, trials: Sequence[Trial]) -> str:
    """All figures, to print."""
    differing = [each for each in trials if each.gold.verdict == "differs" and each.gold.part]
    shown = [each for each in trials if each.gold.passages and each.gold.verdict != "not_found"]
    quotes = [citation for each in trials for citation in each.checked.answer.citations]
    verbatim = sum(each.quote == each.document.text[each.start : each.end] for each in quotes)
    lines = [
        f"{split}: {len(trials)} claims",
        "",
        f"{'':12}" + "".join(f"{'told ' + each:>16}" for each in VERDICTS),
    ]
    for verdict in VERDICTS:
        own = [each.checked.verdict for each in trials if each.gold.verdict == verdict]
        lines.append(f"{verdict:12}" + "".join(f"{own.count(each):16}" for each in VERDICTS))
    for language in ("da", "en"):
        own_trials = [each for each in trials if each.gold.language == language]
        right = sum(each.is_right for each in own_trials)
        lines.append(f"right verdicts, {language}: {right} of {len(own_trials)}")
    right = sum(each.is_right for each in trials)
    lines += [
        f"right verdicts: {right} of {len(trials)} ({right / max(1, len(trials)):.3f})",
        f"what differs is told: {sum(each.names_part for each in differing)} of {len(differing)}",
        f"a right passage is cited: {sum(each.cites_right for each in shown)} of {len(shown)}",
        f"quotes verbatim at their offset: {verbatim} of {len(quotes)}",
    ]
    return "\n".join(lines)


def mistakes(trials: Sequence[Trial]) -> str:
    """Every claim with a wrong verdict, or whose difference is told wrongly."""
    lines = []
    for each in trials:
        if each.is_right and (each.gold.verdict != "differs" or each.names_part):
            continue
        cited = [citation.passage.id for citation in each.checked.answer.citations]
        lines += [
            f"{each.gold.id}  {each.gold.text}",
            f"    wanted {each.gold.verdict} {', '.join(each.gold.part)} {' '.join(each.gold.passages)}",
            f"    got    {each.checked.verdict} {', '.join(each.aspects)} {' '.join(cited)}",
            *(f"           {difference}" for part in each.checked.parts for difference in part.differences),
        ]
    return "\n".join(lines)


def fit_judgement(assistant: Assistant, claims: Sequence[GoldClaim]) -> tuple[Judgement, str]:
    """The two regressions, and the share of right verdicts on claims that a fit did not see.

    Of a claim with several statements only those are known that all stand, or none.
    """
    rows: list[dict[str, float]] = []
    verdicts: list[Verdict] = []
    groups: list[int] = []
    for group, claim in enumerate(claims):
        statements = statements_in(claim.text, language_of(claim.text))
        if len(statements) > 1 and claim.verdict == "differs":
            continue
        for statement in statements:
            if signs := assistant.claims.signs(statement):
                rows.append(signs)
                verdicts.append(claim.verdict)
                groups.append(group)
    taught = len(rows)
    for sentence, is_honest in _sentences("development"):
        for statement in statements_in(sentence, language_of(sentence)):
            if signs := assistant.claims.signs(statement):
                rows.append(signs)
                verdicts.append("stands" if is_honest else "differs")
                groups.append(len(rows))
    names = list(rows[0])
    x = np.array([[row[name] for name in names] for row in rows])
    is_found = np.array([each != "not_found" for each in verdicts])
    stands = np.array([each == "stands" for each in verdicts])
    folds = np.array(groups) % _FOLDS
    right = 0
    for fold in range(_FOLDS):
        judgement = _fitted(names, x[folds != fold], is_found[folds != fold], stands[folds != fold])
        held = [at for at in range(len(rows)) if folds[at] == fold]
        right += sum(judgement.verdict(rows[at]) == verdicts[at] for at in held if at < taught)
    told = f"{taught} statements, {len(names)} signs: {right / taught:.3f} right, cross-validated"
    return _fitted(names, x, is_found, stands), told


def _told_of_sentences(assistant: Assistant) -> str:
    """Whether sentences that nothing here was learned from are told to stand as they should be."""
    sentences = _sentences("test", "fresh")
    told = [(assistant.check(text).verdict == "stands", is_true) for text, is_true in sentences]
    right = sum(one == other for one, other in told)
    true = [stands for stands, is_true in told if is_true]
    return (
        f"sentences written for the check of a language model: {right} of {len(told)} rightly told to stand "
        f"or not, {sum(true)} of {len(true)} true ones"
    )


def _sentences(*splits: str) -> list[tuple[str, bool]]:
    """Sentences written for the check of what a model phrases, and whether each is true."""
    rows = (json.loads(line) for line in _PHRASINGS.read_text(encoding="utf-8").splitlines())
    return [
        (row["sentence"], row["fault"] is None)
        for row in rows
        if row["split"] in splits and row["fault"] not in _OF_FORM
    ]


def _fitted(
    names: Sequence[str], x: Matrix, is_found: NDArray[np.bool_], stands: NDArray[np.bool_]
) -> Judgement:
    return Judgement(_regression(names, x, is_found), _regression(names, x[is_found], stands[is_found]))


def _regression(names: Sequence[str], x: Matrix, y: NDArray[np.bool_]) -> dict[str, float]:
    """A logistic regression with a ridge on all but the bias, both classes of the same weight: by Newton's
    method (Hastie, Tibshirani and Friedman, 2009, 4.4.1)."""
    rows = np.column_stack([x, np.ones(len(x))])
    share = y.mean()
    weights = np.where(y, 0.5 / share, 0.5 / (1 - share))
    ridge = _RIDGE * np.diag([*np.ones(x.shape[1]), 1e-6])
    beta = np.zeros(rows.shape[1])
    for _ in range(_STEPS):
        told = 1 / (1 + np.exp(-rows @ beta))
        slope = rows.T @ (weights * (y - told)) - ridge @ beta
        curve = (rows * (weights * told * (1 - told))[:, None]).T @ rows + ridge
        beta = beta + np.linalg.solve(curve, slope)
    return {name: round(float(value), 3) for name, value in zip((*names, ""), beta, strict=True)}
