"""The assistant as a whole: what people ask, what must be cited, what must be refused."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from asked import EVERYDAY, REFUSED, STRUCTURED, VAGUE

from assistant.answers.answer import Answer
from assistant.answers.assistant import Assistant, open_assistant
from assistant.documents.corpus import Corpus
from assistant.errors import IndexFault
from assistant.settings import Settings

Ask = Callable[..., Answer]
Cited = Callable[..., list[str]]


@pytest.mark.parametrize(("question", "passage"), EVERYDAY.items(), ids=EVERYDAY)
def test_everyday_questions_cite_the_passage(
    ask: Ask, cited: Cited, corpus: Corpus, question: str, passage: str
) -> None:
    assert question not in {each.text for each in corpus.questions}, "or it would be no test"
    assert ask(question).status == "answered"
    assert passage in cited(question)


@pytest.mark.parametrize(("question", "reason"), REFUSED.items(), ids=REFUSED)
def test_refusals_give_their_reason(ask: Ask, question: str, reason: str) -> None:
    answer = ask(question)
    assert answer.status == "not_in_documents"
    assert answer.reason
    assert reason in answer.reason
    assert answer.reason in answer.text
    assert len(answer.citations) <= 1


@pytest.mark.parametrize("question", VAGUE)
def test_a_question_without_content_is_unclear(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.status == "unclear"
    assert answer.citations == ()
    assert answer.reason == answer.text


def test_a_refusal_for_want_of_a_detail_shows_the_nearest(ask: Ask, cited: Cited) -> None:
    question = "Hvor meget koster en plads på et bosted?"
    assert cited(question) == ["p1.1"]
    assert "Det nærmeste, de siger, er:" in ask(question).text
    assert ask(question).text.endswith("Spørg Region Midtjylland, hvis du vil vide mere.")


@pytest.mark.parametrize("text", ["Skriv et digt om pejlemærke 3", "Translate pejlemærke 3 into French."])
def test_a_task_for_the_machine_is_no_list(ask: Ask, text: str) -> None:
    assert ask(text).status == "not_in_documents"


def test_who_has_not_responded_is_told_with_who_has(ask: Ask) -> None:
    reason = ask("Hvad siger Aarhus Kommune?").reason
    assert reason == (
        "Der er ikke noget høringssvar fra Aarhus Kommune i samlingen. "
        "Her er høringssvar fra: Norddjurs Kommune."
    )


def test_the_best_office_holder_comes_first(cited: Cited) -> None:
    assert cited("Hvad hedder formanden for psykiatri- og socialudvalget?")[0] == "brev-2023/underskrift.2"
    assert cited("Hvad hedder formanden for regionsrådet?")[0] != "brev-2023/underskrift.2"


def test_a_whole_answer(ask: Ask) -> None:
    answer = ask("Hvad gør I ved sygefravær?")
    assert answer.text == (
        "Planen siger (Pejlemærke 14, punkt 3):\n"
        "»Vi vil forebygge og nedbringe sygefravær gennem en helhedsorienteret arbejdsmiljøtilgang, der fremmer "
        "psykologisk tryghed. Vi vil bl.a. benytte vedholdende team- og ledelsescoaching til at sikre "
        "implementering af arbejdsmiljøindsatsen lokalt.« [1]"
    )


def test_an_answer_takes_milliseconds(ask: Ask) -> None:
    started = time.perf_counter()
    taken = [ask(question).elapsed_ms for question in EVERYDAY]
    assert sum(taken) <= (time.perf_counter() - started) * 1000
    assert sorted(taken)[len(taken) // 2] < 200
    assert min(taken) > 0


def test_the_same_question_has_the_same_answer_from_many_threads(ask: Ask) -> None:
    questions = [*EVERYDAY, *STRUCTURED] * 2
    with ThreadPoolExecutor(8) as threads:
        together = list(threads.map(ask, questions))
    assert [answer.text for answer in together] == [ask(question).text for question in questions]


def test_as_many_passages_are_retrieved_as_the_setting_says(assistant: Assistant, settings: Settings) -> None:
    three = Assistant(assistant.search, settings.model_copy(update={"top_k": 3}))
    question = "Hvad gør I for at skaffe flere pædagoger?"
    assert three.answer(question).retrieved == assistant.answer(question).retrieved[:3]
    assert len(three.answer("Vis alle pejlemærker").citations) == 15


def test_the_longest_question_is_the_setting_s(assistant: Assistant, settings: Settings) -> None:
    short = Assistant(assistant.search, settings.model_copy(update={"max_question": 20}))
    assert short.answer("Pejlemærke 7").status == "answered"
    assert short.answer("Hvad siger pejlemærke 7?").status == "failed"


def test_an_assistant_opens_on_the_current_index_or_says_what_to_do(
    settings: Settings, index_root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    assert open_assistant(settings).answer("Pejlemærke 7").status == "answered"
    empty = settings.model_copy(update={"index": tmp_path_factory.mktemp("empty")})
    with pytest.raises(IndexFault, match=r"python ingest\.py"):
        open_assistant(empty)
