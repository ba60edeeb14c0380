"""What holds for every answer, whatever was asked."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from asked import EVERYDAY, REFUSED, STRUCTURED, TWOFOLD, VAGUE

from assistant.answers.answer import Answer
from assistant.answers.assistant import Assistant
from assistant.answers.phrases import say
from assistant.answers.reading.details import detail_asked, fit
from assistant.answers.verify import verify
from assistant.documents.formats.reader import read_text
from assistant.evaluation.gold import read_gold
from assistant.settings import Settings

Ask = Callable[..., Answer]

STATUSES = {"answered", "not_in_documents", "no_such_reference", "unclear", "failed"}


@pytest.fixture(scope="module")
def answers(ask: Ask, assistant: Assistant) -> list[Answer]:
    """The answers to questions of all kinds, and to every other development question."""
    gold = read_gold("development", assistant.index.by_id)
    assert len(gold) > 100
    assert any(each.history for each in gold)
    asked = (*EVERYDAY, *REFUSED, *TWOFOLD, *VAGUE, *STRUCTURED)
    return [*map(ask, asked), *(ask(each.text, *each.history) for each in gold[::2])]


def test_every_answer_has_a_known_status_and_all_are_used(answers: list[Answer]) -> None:
    assert {answer.status for answer in answers} == STATUSES


def test_every_answer_passes_verification(answers: list[Answer]) -> None:
    assert [verify(answer) for answer in answers] == answers


def test_only_what_is_not_answered_has_a_reason(answers: list[Answer]) -> None:
    for answer in answers:
        assert (answer.reason is None) == (answer.status == "answered"), answer.question
        assert answer.text.strip()


def test_a_refusal_never_quotes_what_it_says_is_missing(answers: list[Answer]) -> None:
    """ "The documents do not say when" must not stand above a date."""
    refused = 0
    for answer in answers:
        detail = detail_asked(answer.question)
        if detail in LACKS and answer.reason == say(answer.language, f"lacks_{detail}"):
            refused += 1
            for citation in answer.citations:
                assert not fit(detail, citation.quote, answer.question), answer.question
    assert refused >= 5


LACKS = ("amount", "share", "phone", "day", "date")


def test_every_answer_is_in_the_language_of_its_question(answers: list[Answer]) -> None:
    assert {answer.language for answer in answers} == {"da", "en"}
    for answer in answers:
        foreign = ENGLISH if answer.language == "da" else DANISH
        assert not foreign.search(own_words(answer)), answer.question


DANISH = re.compile(
    r"\b(Planen|Kort svar|planlagt|siger|skriver|Det finder|Dokumenterne|Der er|Spørg|Ja|Nej)\b"
)
ENGLISH = re.compile(r"\b(The plan|In short|planned|says|writes|I find|The documents|Please|Yes|No)\b")


def own_words(answer: Answer) -> str:
    """What the assistant itself says: the text without quotes and labels."""
    text = re.sub(r"\*\*.*\*\*", "", re.sub(r"»[^«]*«", "", answer.text))
    return text if answer.status != "failed" else ""


def test_every_quote_is_the_document_s_text_at_its_offset(answers: list[Answer]) -> None:
    quotes = [citation for answer in answers for citation in answer.citations]
    assert len(quotes) > 200
    for each in quotes:
        data = each.as_json()
        assert data["quote"] == each.document.text[data["start"] : data["end"]]
        assert data["quote"] in data["text"]
        assert data["text"] == each.passage.text


def test_every_quote_leads_to_the_same_words_of_the_raw_file(
    answers: list[Answer], settings: Settings
) -> None:
    for citation in (citation for answer in answers for citation in answer.citations):
        data = citation.as_json()
        raw = read_text(settings.corpus / citation.document.file)[data["raw_start"] : data["raw_end"]]
        assert bare(raw) == bare(data["quote"]), data["passage_id"]


def bare(text: str) -> str:
    """Without white space, hyphens, bullets, and the letters that a ligature may have lost."""
    return re.sub(r"[\s•\uf0b7il-]", "", text)


def test_the_markers_are_1_to_n_in_the_order_of_the_text(answers: list[Answer]) -> None:
    for answer in answers:
        markers = [int(marker) for marker in re.findall(r"\[(\d+)\]", answer.text)]
        assert markers == list(range(1, len(answer.citations) + 1)), answer.question
        assert [citation.marker for citation in answer.citations] == markers
        places = [answer.text.index(f"»{each.quote}« [{each.marker}]") for each in answer.citations]
        assert places == sorted(places)


def test_no_answer_quotes_a_passage_twice(answers: list[Answer]) -> None:
    for answer in answers:
        cited = [citation.passage.id for citation in answer.citations]
        assert len(cited) == len(set(cited)), answer.question


def test_what_is_cited_was_retrieved_or_schedules_what_was(
    answers: list[Answer], assistant: Assistant
) -> None:
    rows = assistant.catalogue.schedule.rows
    for answer in answers:
        found = {hit.passage.id for hit in answer.retrieved}
        assert len(found) == len(answer.retrieved) <= 10
        scheduled = {row.id for point in found for row in rows.get(point, ())}
        if len(answer.citations) <= 10:
            assert {citation.passage.id for citation in answer.citations} <= found | scheduled, (
                answer.question
            )
