"""What the system is and is not: the page that says so."""

from __future__ import annotations

from assistant.answers.answer import Language
from assistant.answers.phrasing.chat_model import ChatModel
from assistant.search.catalogue import Catalogue
from assistant.search.versions import Manifest
from assistant.web.rendering import render


def about_view(
    catalogue: Catalogue,
    manifest: Manifest,
    keeps_feedback: bool,
    language: Language,
    model: ChatModel | None = None,
) -> str:
    """The whole page, as HTML; ``keeps_feedback``: whether feedback is written to a file; ``model``: the
    language model that phrases answers, if there is one."""
    return render(
        f"about_{language}.html",
        language,
        catalogue=catalogue,
        manifest=manifest,
        keeps_feedback=keeps_feedback,
        model=model,
    )
