from __future__ import annotations

from pathlib import Path

import pytest

from assistant.evaluation.run import evaluate
from assistant.settings import Settings


@pytest.mark.slow
def test_an_evaluation_prints_us_and_our_peers(settings: Settings, index_root: Path, tiny: Path) -> None:
    printed = evaluate(settings, "development", tiny, [], True)
    assert printed.startswith(f"{tiny}: 5 questions\n\nthis assistant, per category\n")
    for system in ("this assistant", "tutorial, our model", "BM25 on words"):
        assert f"\n{system} " in printed
    assert printed.endswith("got      answered plan-2024/p7.3")
