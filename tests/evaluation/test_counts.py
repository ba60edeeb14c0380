"""What is counted, over made-up answers to a handful of made-up questions."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.answers.assistant import Assistant
from assistant.evaluation.gold import GoldQuestion
from assistant.evaluation.report import Outcome, run_assistant, run_peer, tables

Made = Callable[..., Outcome]


def counted(printed: str, what: str) -> str:
    """What stands behind a count's name."""
    (found,) = re.findall(rf"^{re.escape(what)}: (.+)$", printed, re.MULTILINE)
    return str(found)


def cells(printed: str, name: str) -> dict[str, str]:
    """A row of the first table, by the names of its columns."""
    header, line = (
        next(each for each in printed.splitlines() if each.startswith(f"{start} "))
        for start in ("category", name)
    )
    return dict(zip(header.split()[1:], line.removeprefix(name).split(), strict=True))


# the table


def test_the_columns_of_citations(outcome: Made) -> None:
    printed = tables(
        {
            "ours": [
                outcome("p8.1 t2024.2.1", "p8.1 p9.1 p8.2 p10.1", also="p8.2"),
                outcome("p8.1", "p9.1 p8.1"),
                outcome("p8.1", "", status="not_in_documents"),
                outcome("p6.1", "p6.1"),
                outcome("", "p9.1", expected="not_in_documents"),
            ]
        }
    )
    every = cells(printed, "all")
    assert every["n"] == "4"
    assert every["first"] == "0.500"
    assert every["cit.rec"] == f"{(0.5 + 1 + 0 + 1) / 4:.3f}"
    assert every["cit.prec"] == f"{(0.5 + 0.5 + 0 + 1) / 4:.3f}"
    assert every["refused"] == "0.250"


def test_what_is_right_too_is_a_hit_but_not_recalled(outcome: Made) -> None:
    printed = tables({"ours": [outcome("p8.1", "p8.2", also="p8.2")]})
    every = cells(printed, "all")
    assert (every["hit@1"], every["MRR"], every["first"], every["cit.prec"]) == ("1.000",) * 4
    assert (every["rec@5"], every["rec@10"], every["nDCG@10"], every["cit.rec"]) == ("0.000",) * 4


def test_a_row_for_each_category_and_language(outcome: Made) -> None:
    made = [
        outcome(category="fact"),
        outcome("p9.1", category="fact"),
        outcome(category="two", language="en"),
        outcome("", "", category="refusal", status="not_in_documents", expected="not_in_documents"),
    ]
    printed = tables({"ours": made})
    for name, count, first in [
        ("all", 3, 2 / 3),
        ("Danish", 2, 1 / 2),
        ("English", 1, 1),
        ("fact", 2, 1 / 2),
        ("two", 1, 1),
        ("user: staff", 3, 2 / 3),
    ]:
        row = cells(printed, name)
        assert (row["n"], row["first"]) == (str(count), f"{first:.3f}"), name
    assert "refusal " not in printed, "questions that nothing answers have no row"


# the counts


def test_refusals(outcome: Made) -> None:
    printed = tables(
        {
            "ours": [
                outcome("", "", status="not_in_documents", expected="not_in_documents"),
                outcome("", "", status="unclear", expected="no_such_reference"),
                outcome("", "p9.1", expected="not_in_documents"),
                outcome("p8.1", "", status="unclear"),
                outcome("p8.1", "p8.1"),
            ]
        }
    )
    assert counted(printed, "right refusals") == "2 of 3 unanswerable, 1 with the right status"
    assert counted(printed, "wrong refusals") == "1 of 2 answerable"


def test_lists_are_complete_and_hold_nothing_else(outcome: Made) -> None:
    made = [
        outcome("p7 p7.1", cited, also="p7.2", category="list")
        for cited in ("p7 p7.1", "p7.1 p7.2 p7", "p7", "p7 p7.1 p8.1", "p7.2", "")
    ]
    printed = tables({"ours": [*made, outcome("p7", "p7", category="structure")]})
    assert counted(printed, "complete lists with nothing else in them") == "2 of 6"


def test_facts(outcome: Made) -> None:
    year = (("2024",),)
    printed = tables(
        {
            "ours": [
                outcome(text="I 2024.", facts=year),
                outcome(text="I 2025.", facts=year),
                outcome(text="Det ved jeg ikke.", facts=year, status="not_in_documents", cited=""),
                outcome(text="I 2024."),
            ]
        }
    )
    assert counted(printed, "facts in the answer's text") == "1 of 3"


def test_follow_ups(outcome: Made) -> None:
    before = ("Får bostedet en læge?",)
    printed = tables(
        {
            "ours": [
                outcome("p8.1", "p8.1 p9.1", history=before),
                outcome("p8.1", "p9.1 p8.1", history=before),
                outcome("p8.1", "p8.2", also="p8.2", history=before),
                outcome("p8.1", "", history=before, status="unclear"),
                outcome("", "p8.1", history=before, expected="not_in_documents"),
                outcome("p8.1", "p8.1"),
            ]
        }
    )
    assert counted(printed, "follow-ups that begin with a right citation") == "2 of 4"


def test_strangers(outcome: Made) -> None:
    """Answers are counted, not citations; a refusal cites the nearest, whoever says it."""
    printed = tables(
        {
            "ours": [
                outcome("svar-norddjurs/7", "svar-norddjurs/2"),
                outcome("svar-norddjurs/7", "svar-norddjurs/7 p8.1 brev-2023/9"),
                outcome("p8.1", "svar-norddjurs/7", status="not_in_documents"),
                outcome("", "p8.1", expected="not_in_documents"),
            ]
        }
    )
    assert counted(printed, "answers with a wrong sender or role") == "1 of 2"


def test_words_of_answers_that_are_no_lists(outcome: Made) -> None:
    made = [outcome(text="ord " * count) for count in (10, 20, 60)]
    made += [outcome(text="ord " * 900, category="list"), outcome(text="ord", status="unclear")]
    assert counted(tables({"ours": made}), "words in an answer, lists aside") == "20 (95 %: 60)"
    assert counted(tables({"ours": []}), "words in an answer, lists aside") == "0 (95 %: 0)"


# follow-ups are asked with what was before them


def test_what_was_asked_before_is_told_to_us_and_to_peers(assistant: Assistant) -> None:
    gold = GoldQuestion(
        "g", "Og det næste pejlemærke?", "da", "staff", "followup", "answered", ("plan-2024/p8",),
        history=("Hvad siger pejlemærke 6?", "Og det næste?"),
    )  # fmt: skip
    (ours,) = run_assistant(assistant, [gold])
    assert "plan-2024/p8" in ours.cited
    told: list[str] = []
    run_peer(lambda question: told.append(question) or [], [gold])
    assert told == ["Hvad siger pejlemærke 6? Og det næste? Og det næste pejlemærke?"]
