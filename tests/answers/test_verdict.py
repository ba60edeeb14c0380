"""Yes or no where a sentence says it, and silence where it may be wrong."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answers.answer import Answer
from assistant.answers.assistant import Assistant
from assistant.answers.catalogue import Catalogue
from assistant.answers.excerpt import sentences_of
from assistant.answers.reading.question import read_question
from assistant.answers.verdict import verdict

Ask = Callable[..., Answer]
Judge = Callable[..., str]


@pytest.fixture(scope="module")
def judge(assistant: Assistant, catalogue: Catalogue) -> Judge:
    """The verdict on a question by one sentence (0: the first) of a passage that was surely found."""

    def say(question: str, passage_id: str, sentence: int = 0, score: float = 0.95) -> str:
        passage = assistant.index.by_id[passage_id]
        document = assistant.index.documents_by_id[passage.document_id]
        said = sentences_of(passage)[sentence]
        asked = read_question(question, catalogue)
        return verdict(asked, passage, document, said, score, assistant.search.support)

    return say


@pytest.mark.parametrize(
    ("question", "passage", "sentence", "said"),
    [
        ("Kan en ven være pårørende?", "plan-2024/paaroerende", 1, "Ja, det står i planen."),
        ("Vil I udarbejde en seniorpolitik?", "plan-2024/p14.2", 0, "Ja, det står i planen."),
        ("Er der læger på Holmstrupgård?", "plan-2024/t2024.2.1", 0, "Ja, det er planlagt i 2024."),
        (
            "Will there be a pilot project for seniors?",
            "plan-2024/t2024.3.2",
            0,
            "Yes, it is planned for 2024.",
        ),
        ("Er der modtaget 33 høringssvar?", "side-2023/2", 1, "Ja, ifølge Høringsside 2023."),
    ],
)
def test_yes_and_who_says_so(judge: Judge, question: str, passage: str, sentence: int, said: str) -> None:
    assert judge(question, passage, sentence) == said


def test_a_response_speaks_for_its_sender_alone(judge: Judge) -> None:
    question = "Har Norddjurs positive erfaringer med sit beboer- og pårørenderåd?"
    assert judge(question, "svar-norddjurs/5") == "Ja, ifølge Norddjurs Kommune."


def test_a_sentence_that_denies_it_is_a_no(judge: Judge) -> None:
    passage = "brev-2023/5"
    assert judge("Er pejlemærkerne detailregulerede handlingsplaner?", passage).startswith("Nej")
    assert judge("Er pejlemærkerne ikke detailregulerede handlingsplaner?", passage).startswith("Ja")


@pytest.mark.parametrize(
    "question",
    [
        "Hvad siger planen om en seniorpolitik?",
        "Hvornår udarbejder I en seniorpolitik?",
        "Hvordan kan I udarbejde en seniorpolitik?",
        "Why do you have a senior policy?",
    ],
)
def test_an_open_question_has_no_yes(judge: Judge, question: str) -> None:
    assert judge(question, "plan-2024/p14.2") == ""


@pytest.mark.parametrize(
    "question",
    [
        "Vil I kun udarbejde en seniorpolitik?",
        "Får alle seniorer en seniorpolitik?",
        "Har I allerede udarbejdet en seniorpolitik?",
        "Vil I udarbejde en seniorpolitik eller en ungepolitik?",
        "Er det rigtigt, at I vil udarbejde en seniorpolitik?",
        "Er seniorpolitikken gratis?",
        "Will every senior get a senior policy?",
    ],
)
def test_a_word_that_may_make_a_yes_wrong_keeps_it_back(judge: Judge, question: str) -> None:
    assert judge("Vil I udarbejde en seniorpolitik?", "plan-2024/p14.2")
    assert judge(question, "plan-2024/p14.2") == ""


def test_a_passage_that_was_not_surely_found_says_neither(judge: Judge) -> None:
    assert judge("Vil I udarbejde en seniorpolitik?", "plan-2024/p14.2", score=0.4) == ""


def test_a_single_word_is_too_little_for_a_yes(judge: Judge) -> None:
    assert judge("Er tidsplanen dynamisk?", "plan-2024/tidsplan.note", 1) == ""


def test_words_that_the_sentence_does_not_hold_keep_it_back(judge: Judge) -> None:
    assert judge("Vil I bygge en svømmehal og en biograf?", "plan-2024/p14.2") == ""


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        ("Kan en ven være pårørende?", "Ja, det står i planen."),
        ("Can a friend be a relative?", "Yes, the plan says so."),
        ("Vil I udarbejde en seniorpolitik?", "Ja, det står i planen."),
        ("Er der planlagt bostedslæger på Holmstrupgård?", "Ja, det er planlagt i 2024."),
        ("Er pejlemærkerne detailregulerede handlingsplaner?", "Nej, ikke ifølge Høringsbrev 2023."),
    ],
)
def test_the_verdict_opens_the_answer_and_quotes_follow(ask: Ask, question: str, opening: str) -> None:
    first, *rest = ask(question).text.split("\n\n")
    assert first == opening
    assert "[1]" in rest[0]


@pytest.mark.parametrize(
    "question",
    [
        "Er pårørende kun familie?",
        "Er det rigtigt, at der er 15 pejlemærker?",
        "Hvem kan være pårørende?",
    ],
)
def test_a_hedged_or_open_question_is_answered_by_the_quotes_alone(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert not answer.text.startswith(("Ja", "Nej"))


def test_what_is_not_found_is_no_no(ask: Ask) -> None:
    answer = ask("Er der en svømmehal på bostedet?")
    assert answer.status == "not_in_documents"
    assert not answer.text.startswith("Nej")
