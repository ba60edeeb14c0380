"""A follow-up takes over what it leaves out, and nothing else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answers.answer import Answer
from assistant.answers.reading.history import in_context, opens_so, points_back
from assistant.answers.reading.question import Question, read_question
from assistant.documents.passages import Passage
from assistant.search.catalogue import Catalogue

Ask = Callable[..., Answer]
Cited = Callable[..., list[str]]
Read = Callable[..., Question]
P9 = ["p9", "p9.1", "p9.2"]
IN_2025_WHOLE = [f"t2025.2.{n}" for n in range(1, 6)]


class Guess:
    """Stands for the search: the documents answer whatever has more than two words, by no passage."""

    def stands_alone(self, text: str) -> bool:
        return len(text.split()) > 2

    def best(self, question: Question) -> Passage | None:
        return None


@pytest.fixture(scope="module")
def read(catalogue: Catalogue) -> Read:
    """A question as read behind earlier ones."""
    return lambda text, *history: in_context(text, history, catalogue, Guess())


# a step to another number or year


@pytest.mark.parametrize(
    ("earlier", "question", "passages"),
    [
        ("Hvad siger pejlemærke 8?", "Og det næste pejlemærke?", P9),
        ("Hvad siger pejlemærke 10?", "og det forrige pejlemærke?", P9),
        ("What does guidepost 8 say?", "And the next guidepost?", P9),
        ("Pejlemærke 8, punkt 1", "Og det næste punkt?", ["p8.2"]),
        ("Hvad siger pejlemærke 8?", "Og punkt 2?", ["p8.2"]),
        ("What does guidepost 8 say?", "And point 2?", ["p8.2"]),
        ("Hvad siger pejlemærke 8?", "Hvad med pejlemærke 9?", P9),
        ("Hvad er planlagt i 2024 under Det hele menneske?", "Hvad så året efter?", IN_2025_WHOLE),
        ("Hvad er planlagt i 2024 under Det hele menneske?", "Og i 2025?", IN_2025_WHOLE),
        ("Hvad siger pejlemærke 8?", "Og nr. 9?", P9),
        ("Hvad siger pejlemærke 8?", "Og 9?", P9),
        ("Hvad siger pejlemærke 8? ", "Og punkt 2?", ["p8.2"]),
        ("Hvad siger verdensmål 3?", "Og nr. 13?", ["v13"]),
        ("Hvilke verdensmål har planen udvalgt?", "Hvad siger nr. 13?", ["v13"]),
        ("Which UN goals did the region choose?", "And no. 13?", ["v13"]),
        ("Hvad siger pejlemærke 7?", "Og de to næste?", ["p8", "p8.1", "p8.2", "p8.3", *P9]),
    ],
)
def test_the_next_place(cited: Cited, earlier: str, question: str, passages: list[str]) -> None:
    assert cited(question, earlier) == passages


def test_a_step_beyond_the_last_is_told(ask: Ask) -> None:
    assert ask("Og det næste pejlemærke?", "Hvad siger pejlemærke 15?").status == "no_such_reference"
    after = ask("Hvad så året efter?", "Hvad er planlagt i 2025?")
    assert [citation.passage.id for citation in after.citations] == ["plan-2024/tidsplan.note"]


def test_follow_ups_of_follow_ups(cited: Cited) -> None:
    assert cited("Og det næste pejlemærke?", "Hvad siger pejlemærke 7?", "Og det næste pejlemærke?") == [
        "p9",
        "p9.1",
        "p9.2",
    ]


# who is asked, and about what


@pytest.mark.parametrize(
    ("earlier", "question"),
    [
        ("Hvad mener Norddjurs om pårørende?", "Og om økonomien?"),
        ("Hvad mener Norddjurs om pårørende?", "Hvad mener de om økonomien?"),
    ],
)
def test_who_was_asked_is_carried_over(ask: Ask, cited: Cited, earlier: str, question: str) -> None:
    assert cited(question, earlier)[0] == "svar-norddjurs/6"
    assert {citation.document.id for citation in ask(question, earlier).citations} == {"svar-norddjurs"}


def test_who_is_named_anew_takes_the_place_of_who_was_asked(ask: Ask) -> None:
    answer = ask("Og Samsø?", "Hvad mener Norddjurs om pårørende?")
    assert answer.status == "not_in_documents"
    assert "Samsø Kommune" in answer.text
    plan = ask("Og hvad siger planen om det?", "Hvad mener Norddjurs om pårørende?")
    assert {citation.document.id for citation in plan.citations} == {"plan-2024"}


def test_what_was_asked_about_is_carried_over(read: Read) -> None:
    question = read("Og hvornår sker det?", "Får bostederne læger?")
    assert question.context == "Får bostederne læger?"
    assert question.before == read("Får bostederne læger?")
    assert question.alone is not None
    assert question.alone.context == ""
    assert question.whole == "Får bostederne læger? Og hvornår sker det?"


@pytest.mark.parametrize("question", ["Hvornår?", "Hvornår sker det?", "Og hvornår kommer de?"])
def test_when_is_asked_of_what_was_asked_before(ask: Ask, question: str) -> None:
    answer = ask(question, "Får bostederne læger?")
    assert answer.text.startswith("Kort svar: planlagt i 2024.")
    assert "Bostedslæger (Holmstrupgård)" in answer.text


def test_the_topic_lasts_over_several_follow_ups(read: Read) -> None:
    question = read("Og hvor?", "Får bostederne læger?", "Hvornår sker det?")
    assert question.context == "Får bostederne læger? Hvornår sker det?"


@pytest.mark.parametrize(
    ("text", "points", "opens"),
    [
        ("Hvilket strategispor hører det under?", True, False),
        ("Hvilket pejlemærke er det?", True, False),
        ("Og hvad med de pårørende?", False, True),
        ("What about relatives?", False, True),
        ("Hvem er pårørende?", False, False),
    ],
)
def test_how_a_follow_up_shows_itself(catalogue: Catalogue, text: str, points: bool, opens: bool) -> None:
    question = read_question(text, catalogue)
    assert points_back(question) == points
    assert opens_so(question) == opens


@pytest.mark.parametrize(
    ("earlier", "question", "context"),
    [
        ("Hvad siger pejlemærke 7?", "Hvilket strategispor hører det under?", "Hvad siger pejlemærke 7?"),
        ("Får borgerne et sundhedstjek?", "Hvilket pejlemærke er det?", "Får borgerne et sundhedstjek?"),
        ("Får borgerne et sundhedstjek?", "Hvilke pejlemærker er der?", ""),
    ],
)
def test_a_follow_up_that_asks_which_it_is_leans_on_what_was_told(
    read: Read, earlier: str, question: str, context: str
) -> None:
    assert read(question, earlier).context == context


def test_the_last_part_that_was_named_stays_in_focus(read: Read) -> None:
    first, then = "Hvad siger pejlemærke 8?", "Hvem er pårørende?"
    assert read(then, first).focus == read(first).references
    assert read("Pejlemærke 9", first, then).focus.pejlemaerker == (9,)


def test_which_one_it_is_is_answered_with_what_was_asked_about(cited: Cited) -> None:
    assert "p8.2" in cited("Hvilket pejlemærke er det?", "Får borgerne et sundhedstjek?")
    assert cited("Hvilket strategispor hører det under?", "Hvad siger pejlemærke 7?")[0] == "p7"


# what is left alone


@pytest.mark.parametrize(
    "question",
    [
        "Hvad siger pejlemærke 7?",
        "Hvad gør I ved sygefravær blandt medarbejderne?",
        "Vis tidsplanen for 2025",
        "Hvad er planlagt i 2025?",
        "Vis alle pejlemærker",
        "Hvilke verdensmål har planen udvalgt?",
        "Hvilke strategispor er der?",
        "Who counts as a relative?",
        "Hvilke pejlemærker er der?",
        "Hvad gør I for borgeren året efter, at han er flyttet hjemmefra?",
        "Pejlemærke 9, punkt 1",
    ],
)
@pytest.mark.parametrize(
    "earlier", ["Hvad mener Norddjurs om økonomien?", "Hvad er planlagt i 2024?", "Hvem er pårørende?"]
)
def test_a_new_topic_is_left_alone(ask: Ask, earlier: str, question: str) -> None:
    alone, after = ask(question), ask(question, earlier)
    assert [each.passage.id for each in after.citations] == [each.passage.id for each in alone.citations]


@pytest.mark.parametrize(
    "question",
    ["Hvem er formand for regionsrådet?", "Hvad gør I for borgeren året efter, at han er flyttet?"],
)
@pytest.mark.parametrize(
    "earlier", ["Hvad mener Norddjurs om økonomien?", "Hvad er planlagt i 2024?", "Hvem er pårørende?"]
)
def test_what_answers_a_new_topic_best_is_cited_whatever_was_asked_before(
    cited: Cited, earlier: str, question: str
) -> None:
    assert cited(question)[0] in cited(question, earlier)


def test_without_a_history_nothing_is_taken_over(read: Read) -> None:
    question = read("Og det næste pejlemærke?")
    assert question.context == ""
    assert question.before is None
    assert question.text == "Og det næste pejlemærke?"


def test_a_question_with_a_subject_of_its_own_takes_nothing_over(read: Read) -> None:
    question = read("Hvad gør I ved sygefravær blandt medarbejderne?", "Hvad mener Norddjurs om økonomien?")
    assert question.context == ""
    assert question.bodies == ()


def test_the_answer_repeats_what_was_typed(ask: Ask) -> None:
    assert ask("Og det næste pejlemærke?", "Hvad siger pejlemærke 7?").question == "Og det næste pejlemærke?"


def test_an_answer_depends_on_nothing_but_the_question_and_its_history(ask: Ask) -> None:
    first = ask("Og det næste pejlemærke?").text
    ask("Og det næste pejlemærke?", "Hvad siger pejlemærke 7?")
    assert ask("Og det næste pejlemærke?").text == first


@pytest.mark.parametrize("earlier", ["", "\ud800", "\0", "læge " * 50_000, "?!"])
def test_earlier_questions_that_cannot_be_read_do_no_harm(ask: Ask, earlier: str) -> None:
    for question in ("Hvad siger pejlemærke 7?", "Og hvad med dem?", "Og det næste pejlemærke?"):
        answer = ask(question, earlier)
        assert answer.status in {"answered", "unclear", "not_in_documents"}
        assert answer.elapsed_ms < 2000
    assert ask("Hvad siger pejlemærke 7?", earlier).status == "answered"


# another subject


@pytest.mark.parametrize(
    "question",
    [
        "tak for det. Noget helt andet: får alle et sundhedstjek?",
        "et andet spørgsmål - får alle et sundhedstjek?",
        "Thanks. On to something else, does everybody get a health check?",
        "ok, new question: does everybody get a health check?",
    ],
)
def test_another_subject_that_is_told_to_be_one_leans_on_nothing(read: Read, question: str) -> None:
    told = read(question, "Hvornår var høringsfristen i 2013?")
    assert told.before is None
    assert not told.is_of_earlier
    assert "2013" not in told.query


def test_something_else_may_be_what_is_asked_about(read: Read) -> None:
    told = read("gælder det også noget andet?", "Hvor kommer bostedslægerne først?")
    assert told.before is not None


def test_who_signed_is_no_list_of_who_responded(read: Read) -> None:
    told = read("og hvem skrev under?", "Hvad handlede høringsbrevet fra 2013 om?")
    assert (told.kind, told.is_of_earlier) == ("other", True)
