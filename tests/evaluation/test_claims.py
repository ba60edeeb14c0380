"""The claims that the check is measured on, and what is learned from them."""

from __future__ import annotations

from collections import Counter

import pytest

from assistant.answers.assistant import Assistant
from assistant.answers.checking.result import VERDICTS
from assistant.errors import CorpusError
from assistant.evaluation import claims
from assistant.evaluation.claims import GoldClaim, fit_judgement, mistakes, read_claims, table, try_claims

SOME = [
    GoldClaim("a", "Regionen modtog 33 høringssvar.", "da", "stands", ("side-2023/2",)),
    GoldClaim("b", "Regionen modtog 43 høringssvar.", "da", "differs", ("side-2023/2",), ("how much",)),
    GoldClaim("c", "Every resident gets a free bus pass.", "en", "not_found", ()),
    GoldClaim("d", "Alle får en hund.", "da", "stands", ("plan-2024/p1",)),
]


def test_the_table_counts_what_is_right(assistant: Assistant) -> None:
    trials = try_claims(assistant, SOME)
    lines = table("some", trials).splitlines()
    assert lines[0] == "some: 4 claims"
    assert lines[3].split() == ["stands", "1", "0", "1"]
    assert "right verdicts, en: 1 of 1" in lines
    assert "right verdicts: 3 of 4 (0.750)" in lines
    assert "what differs is told: 1 of 1" in lines
    assert "a right passage is cited: 2 of 3" in lines
    assert mistakes(trials).startswith("d  Alle får en hund.\n    wanted stands")


@pytest.mark.parametrize("split", claims.SPLITS)
def test_the_gold_claims_name_passages_that_there_are(assistant: Assistant, split: str) -> None:
    gold = read_claims(split, assistant.index.by_id)
    assert len({claim.text for claim in gold}) == len(gold) >= 100
    assert set(Counter(claim.verdict for claim in gold)) == set(VERDICTS)
    assert all(bool(claim.passages) for claim in gold if claim.verdict != "not_found")


def test_a_line_that_is_none_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    directory = tmp_path_factory.mktemp("claims")
    monkeypatch.setattr(claims, "_DIRECTORY", directory)
    (directory / "own.jsonl").write_text(
        '{"id": "a", "claim": "x", "verdict": "perhaps", "language": "da"}\n'
    )
    with pytest.raises(CorpusError, match=r"own\.jsonl, line 1 is no gold claim"):
        read_claims("own", ())
    line = '{"id": "a", "claim": "x", "verdict": "stands", "language": "da", "passages": ["nowhere/1"]}\n'
    (directory / "own.jsonl").write_text(line)
    with pytest.raises(CorpusError, match="names nowhere/1, which is no passage"):
        read_claims("own", ())


def test_a_fit_tells_apart_what_it_learned_from(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(claims, "_sentences", lambda split: [("Regionen har en seniorpolitik.", False)])
    gold = read_claims("own", assistant.index.by_id)[::5]
    judgement, told = fit_judgement(assistant, gold)
    assert "cross-validated" in told
    assert set(judgement.found) == set(judgement.so)
    assert judgement.so["any"] < 0 < judgement.found["closeness"]
