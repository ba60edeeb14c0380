"""A claim is taken apart where it says several things, and nowhere else."""

from __future__ import annotations

import pytest

from assistant.answers.checking.statements import statements_in


@pytest.mark.parametrize(
    ("claim", "parts"),
    [
        ("Regionen ønsker bostedslæger.", ["Regionen ønsker bostedslæger."]),
        (
            "Regionen ønsker bostedslæger. De starter på Holmstrupgård.",
            ["Regionen ønsker bostedslæger.", "De starter på Holmstrupgård."],
        ),
        (
            "Planen vil udskifte oliefyr, og Norddjurs støtter det",
            ["Planen vil udskifte oliefyr", "Norddjurs støtter det"],
        ),
        (
            "The region will replace boilers, but the municipalities are worried about money",
            ["The region will replace boilers", "the municipalities are worried about money"],
        ),
        (
            "Lægerne starter i 2024, og de ansættes overalt",
            ["Lægerne starter i 2024", "de ansættes overalt"],
        ),
        ("Regionen vil genbruge og sortere affald", ["Regionen vil genbruge og sortere affald"]),
        ("Jeg har hørt, at regionen modtog 33 høringssvar", ["regionen modtog 33 høringssvar"]),
    ],
)
def test_each_statement_stands_alone(claim: str, parts: list[str]) -> None:
    assert [each.text for each in statements_in(claim, "da")] == parts


def test_what_leans_on_the_statement_before_it_is_searched_with_it() -> None:
    first, second = statements_in("Planen lover bostedslæger. De kommer i 2025.", "da")
    assert first.query == "Planen lover bostedslæger."
    assert second.query == "Planen lover bostedslæger. De kommer i 2025."


def test_only_the_words_that_say_what_it_is_about_are_telling() -> None:
    (statement,) = statements_in("Ifølge planen skal 33 kommuner altid udskifte oliefyr i 2024", "da")
    assert statement.telling == ("kommuner", "udskifte", "oliefyr")
