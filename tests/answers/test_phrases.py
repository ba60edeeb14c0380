from __future__ import annotations

import pytest

from assistant.answers.answer import Language
from assistant.answers.assistant import Assistant
from assistant.answers.phrases import introduction, say, under
from assistant.documents.passages import Passage


@pytest.mark.parametrize(
    ("names", "danish", "english"),
    [
        ([], "", ""),
        ([3], "3", "3"),
        ([3, 4], "3 og 4", "3 and 4"),
        ([3, 4, 8], "3, 4 og 8", "3, 4 and 8"),
    ],
)
def test_lists_are_written_as_people_write_them(names: list[int], danish: str, english: str) -> None:
    assert say("da", "under", name=names) == f" under {danish}"
    assert say("en", "under", name=names) == f" under {english}"


def test_a_list_of_all_is_under_nothing() -> None:
    assert under("da", ()) == ""
    assert under("en", ("Det hele menneske",)) == " under Det hele menneske"


@pytest.mark.parametrize(("language", "page"), [("da", "høringsside"), ("en", "hearing page")])
def test_the_line_above_a_quote_says_who_speaks(assistant: Assistant, language: Language, page: str) -> None:
    for passage in assistant.index.passages:
        document = assistant.index.documents_by_id[passage.document_id]
        line = introduction(language, passage, document)
        assert line.endswith(":")
        assert "{" not in line
        assert (page if passage.role == "page" else told(passage)) in line


def told(passage: Passage) -> str:
    """What must stand in the line above a passage of the plan, a letter or a response."""
    if passage.kind == "row":
        return str(passage.reference.year)
    if passage.kind == "signature":
        return passage.section[0]
    if passage.role == "letter":
        return passage.document_id[-4:]
    return passage.label if passage.role == "plan" else "Norddjurs Kommune"


def test_the_earlier_letter_says_that_it_is_about_something_else(assistant: Assistant) -> None:
    letter = assistant.index.documents_by_id["brev-2013"]
    assert "den tidligere Social Strategi" in introduction("da", letter.passages[0], letter)
    assert "the earlier Social Strategy" in introduction("en", letter.passages[0], letter)
