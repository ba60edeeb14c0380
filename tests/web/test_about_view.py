"""The page that says what this is."""

from __future__ import annotations

import pytest
from shown import Shown

from assistant.answers.answer import Language
from assistant.answers.assistant import Assistant
from assistant.web.about_view import about_view


@pytest.mark.parametrize("language", ["da", "en"])
def test_it_names_the_documents_their_versions_and_when_they_were_read(
    assistant: Assistant, language: Language
) -> None:
    text = Shown(about_view(assistant.catalogue, assistant.index.manifest, True, language)).text
    for document in assistant.catalogue.documents:
        assert document.title in text
        assert document.status in text
    assert assistant.index.manifest.created[:10] in text
    assert "33" in text


@pytest.mark.parametrize(("language", "told"), [("da", "gemt på serveren"), ("en", "kept on the server")])
def test_it_says_what_is_kept_only_if_something_is(
    assistant: Assistant, language: Language, told: str
) -> None:
    for keeps in (True, False):
        page = about_view(assistant.catalogue, assistant.index.manifest, keeps, language)
        assert (told in Shown(page).text) == keeps


def test_both_languages_have_the_same_sections(assistant: Assistant) -> None:
    danish, english = (
        Shown(about_view(assistant.catalogue, assistant.index.manifest, True, language)).ids
        for language in ("da", "en")  # type: ignore[attr-defined]
    )
    assert danish == english
    assert {"privatliv", "tilgaengelighed", "menneske"} <= set(danish)
