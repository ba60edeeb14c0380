"""The roles are never mixed up: who is asked about is who answers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answers.answer import Answer
from assistant.answers.assistant import Assistant
from assistant.answers.reading.question import read_question
from assistant.answers.scope import in_part
from assistant.evaluation.gold import GoldQuestion, read_gold
from assistant.search.catalogue import Catalogue

Ask = Callable[..., Answer]


def roles(answer: Answer) -> set[str]:
    """The roles of all that is cited and of all that was retrieved."""
    return {citation.document.role for citation in answer.citations} | {
        hit.passage.role for hit in answer.retrieved
    }


def documents(answer: Answer) -> set[str]:
    return {citation.document.id for citation in answer.citations} | {
        hit.passage.document_id for hit in answer.retrieved
    }


@pytest.mark.parametrize(
    "question",
    [
        "Hvornår var fristen i 2013?",
        "Hvad var visionen i den gamle plan?",
        "Hvad er Social Strategi?",
        "Hvem skrev under på høringen i 2013?",
        "What was the vision in 2013?",
        "Was there money for the earlier strategy?",
        "Hvor kunne man læse høringssvarene om den tidligere strategi?",
    ],
)
def test_what_is_asked_about_2013_is_answered_from_2013_alone(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert documents(answer) == {"brev-2013"}
    assert "2013" in answer.text


def test_what_who_signed_says_stands_above_the_name(ask: Ask) -> None:
    answer = ask("Hvad siger Bent Hansen, at han ser frem til?")
    assert [citation.passage.id for citation in answer.citations] == ["brev-2013/7"]


@pytest.mark.parametrize(
    ("question", "sender"),
    [
        (
            "Skal anbragte unge hjælpes særligt til uddannelse - er det noget regionen lover, eller er det en kommune der mener det?",
            "Det skriver Norddjurs Kommune i sit høringssvar.",
        ),
        (
            "A policy for senior staff: is that a pledge by the region or something a municipality wants?",
            "The region's plan says that.",
        ),
    ],
)
def test_who_of_two_says_something(ask: Ask, question: str, sender: str) -> None:
    assert sender in ask(question).text


@pytest.mark.parametrize(
    "question",
    ["Har regionen svaret Norddjurs på kritikken?", "Blev høringssvarenes kritik taget til følge?"],
)
def test_what_the_region_did_with_the_responses_is_not_told(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.status == "not_in_documents"
    assert "hvad regionen svarede" in answer.text


def test_who_has_not_responded_is_not_compared_with_who_has(ask: Ask) -> None:
    answer = ask("Er Randers mere skeptisk end Norddjurs?")
    assert answer.status == "not_in_documents"
    assert "ikke noget høringssvar fra Randers Kommune" in answer.text


def test_who_is_named_in_2013_alone_is_answered_from_2013(ask: Ask) -> None:
    citations = ask("Hvem er Bent Hansen?").citations
    assert citations[0].passage.id == "brev-2013/underskrift.1"
    assert {citation.document.id for citation in citations} == {"brev-2013"}


@pytest.mark.parametrize(
    "question",
    [
        "Hvornår er fristen for høringssvar?",
        "Hvem er formand for regionsrådet?",
        "Hvor sender jeg mit høringssvar hen?",
        "Hvad er visionen?",
        "Hvor kan man læse høringssvarene?",
        "When is the deadline?",
        "Hvad skal strategien indeholde?",
        "Who signed the hearing letter?",
    ],
)
def test_the_letter_of_2013_never_answers_for_2023(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert "brev-2013" not in documents(answer)


@pytest.fixture(scope="module")
def gold(assistant: Assistant) -> list[GoldQuestion]:
    splits = ("development", "calibration")
    return [
        each for split in splits for each in read_gold(split, assistant.index.by_id) if each.is_answerable
    ]


@pytest.mark.slow
def test_2013_and_2023_are_kept_apart_in_the_gold_questions(ask: Ask, gold: list[GoldQuestion]) -> None:
    """Where one question is asked, and the documents answer it."""
    single = [each for each in gold if each.is_answerable and not each.history]
    by_name = {each.text for each in single if is_of_2013(each, all) and "2013" in each.text}
    may = {each.text for each in single if is_of_2013(each, any) or ONLY_IN_2013 in each.text}
    asked = {*by_name, *may, *(each.text for each in single[::5])}
    answered = {text for text in asked if "brev-2013" in documents(ask(text))}
    assert by_name - answered == set()
    assert answered - may == set()
    assert len(by_name) >= 5


ONLY_IN_2013 = "Bent Hansen"


def is_of_2013(question: GoldQuestion, how_many: Callable[[list[bool]], bool]) -> bool:
    """Whether all, or any, of the passages that answer a question are of the letter of 2013."""
    return how_many([passage.startswith("brev-2013/") for passage in question.passages])


@pytest.mark.parametrize(
    "question",
    [
        "Hvad mener Norddjurs om manglen på personale?",
        "Hvad skriver Norddjurs Kommune om økonomien?",
        "Er Norddjurs enig i visionen?",
        "Hvad er Norddjurs bekymret for?",
        "What does Norddjurs think about relatives?",
    ],
)
def test_a_named_sender_speaks_for_itself_alone(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert documents(answer) == {"svar-norddjurs"}
    assert "Norddjurs Kommune" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Hvad siger høringssvarene om pårørende?",
        "Hvad skriver høringssvarene om økonomi?",
        "Hvad mener kommunerne om manglen på personale?",
        "Hvad siger høringsparterne om planen?",
        "What do the responses say about staff?",
        "What do the municipalities think about the plan?",
    ],
)
def test_what_the_responses_say_is_never_taken_from_the_plan(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert "plan" not in roles(answer)


@pytest.mark.parametrize(
    ("question", "passage"),
    [
        ("Hvad siger høringssvarene om pårørende?", "svar-norddjurs/4"),
        ("Hvad siger høringssvarene om økonomi?", "svar-norddjurs/6"),
        ("Hvad siger høringssvarene om manglen på personale?", "svar-norddjurs/7"),
    ],
)
def test_what_the_responses_say_is_found_in_a_response(ask: Ask, question: str, passage: str) -> None:
    assert passage in [citation.passage.id for citation in ask(question).citations]


@pytest.mark.parametrize(
    "question",
    [
        "Hvad siger planen om manglen på personale?",
        "Hvad lover regionen om anbragte unges uddannelse?",
        "Hvad står der i planen om inddragelse af borgerne?",
        "Hvad er besluttet om overgange mellem psykiatri og socialområde?",
        "What does the plan say about the shortage of staff?",
        "What has the region promised about young people's transitions?",
    ],
)
def test_a_municipality_s_wish_is_never_the_region_s_promise(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert roles(answer) == {"plan"}


@pytest.mark.parametrize(
    "question",
    [
        "Hvad siger Norddjurs om klimaet?",
        "Hvad mener Norddjurs om bæredygtighed?",
        "Hvad siger Norddjurs om sundhedstjek?",
        "What does Norddjurs think about climate?",
        "Hvad siger høringssvarene om energiforbrug?",
        "Hvad siger høringssvarene om seniorpolitik?",
    ],
)
def test_what_only_the_plan_speaks_of_is_put_in_nobody_else_s_mouth(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.status == "not_in_documents"
    assert {citation.document.role for citation in answer.citations} <= {"plan"}
    assert "Norddjurs Kommune" in (answer.reason or "")


@pytest.mark.parametrize(
    "question",
    [
        "Hvad siger planen om Norddjurs?",
        "Hvad siger planen om høringssvarene?",
        "Hvad siger planen om Bent Hansen?",
    ],
)
def test_what_others_wrote_is_not_what_the_plan_says(ask: Ask, question: str) -> None:
    assert {citation.document.role for citation in ask(question).citations} <= {"plan"}


@pytest.mark.parametrize(
    ("question", "speaker"),
    [
        ("Hvad er Norddjurs bekymret for?", "Norddjurs Kommune skriver i sit høringssvar:"),
        ("Får alle et sundhedstjek?", "Planen siger (Pejlemærke 8, punkt 2):"),
        (
            "Hvornår var fristen i 2013?",
            "Høringsbrevet fra 2013, som handler om den tidligere Social Strategi",
        ),
        ("Hvad står der på hjemmesiden om høringen?", "Regionens høringsside skriver:"),
        ("Hvor sender jeg mit svar hen?", "Regionens høringsbrev 2023 skriver:"),
        ("Hvornår får Holmstrupgård en læge?", "Tidsplanen nævner som planlagt i 2024 (Det hele menneske):"),
        ("What worries Norddjurs?", "Norddjurs Kommune writes in its response (in Danish):"),
    ],
)
def test_every_quote_says_who_speaks(ask: Ask, question: str, speaker: str) -> None:
    assert speaker in ask(question).text


@pytest.mark.parametrize(
    ("question", "inside", "outside"),
    [
        ("Hvilke indsatser er der i 2024 for læger?", "t2024.2.1", "t2025.2.1"),
        ("Hvilke pejlemærker handler om læger?", "p8.1", "t2024.2.1"),
        ("Which guidepost is about doctors?", "p8", "s2.4"),
    ],
)
def test_what_a_question_rules_out_counts_nothing(
    assistant: Assistant, catalogue: Catalogue, question: str, inside: str, outside: str
) -> None:
    asked = read_question(question, catalogue)
    assert in_part(asked, assistant.index.by_id[f"plan-2024/{inside}"]) == 1
    assert in_part(asked, assistant.index.by_id[f"plan-2024/{outside}"]) == 0


@pytest.mark.parametrize(
    ("question", "first", "aside"),
    [
        ("Hvad siger pejlemærke 5 om affald?", "p5.1", "v13"),
        ("Hvad siger Det hele menneske om sundhed?", "p8.2", "p14.3"),
    ],
)
def test_the_part_that_is_named_comes_before_the_others(
    assistant: Assistant, catalogue: Catalogue, question: str, first: str, aside: str
) -> None:
    asked = read_question(question, catalogue)
    assert in_part(asked, assistant.index.by_id[f"plan-2024/{first}"]) == 1
    assert 0 < in_part(asked, assistant.index.by_id[f"plan-2024/{aside}"]) < 1


def test_without_a_part_every_passage_counts(assistant: Assistant, catalogue: Catalogue) -> None:
    asked = read_question("Hvem er pårørende?", catalogue)
    assert {in_part(asked, passage) for passage in assistant.index.passages} == {1.0}
