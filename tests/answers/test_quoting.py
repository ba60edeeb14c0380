"""What is cut out of the passages that answer."""

from __future__ import annotations

from assistant.answers.quoting import Quoter
from assistant.answers.reading.question import read_question
from assistant.answers.reply import readable
from assistant.search.catalogue import Catalogue
from assistant.search.retriever import Search


def test_a_point_brings_its_rows_and_its_years(search: Search, catalogue: Catalogue) -> None:
    quoter, point = Quoter(search), search.index.by_id["plan-2024/p7.2"]
    assert [each.id for each in quoter.with_rows([point])] == ["plan-2024/p7.2", "plan-2024/t2025.2.5"]
    assert quoter.with_years(point) == f"{point.text} 2025"
    assert quoter.document(point).id == "plan-2024"


def test_quotes_stop_when_a_reader_has_had_enough(search: Search, catalogue: Catalogue) -> None:
    question = read_question("Hvad siger planen om frivillige?", catalogue)
    quotes = [Quoter(search).quote(question, passage) for passage in catalogue.plan]
    assert 1 <= len(readable(quotes)) < len(quotes)
    assert readable(quotes[:1]) == tuple(quotes[:1])
