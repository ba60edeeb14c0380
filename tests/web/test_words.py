"""What the pages say in their own words."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest

from assistant.documents.passages import Role
from assistant.settings import ROOT
from assistant.web.words import _WORDS, role_word, word

WEB = ROOT / "assistant" / "web"


@pytest.mark.parametrize("key", _WORDS)
def test_both_languages_say_the_same_of_the_same(key: str) -> None:
    danish, english = ({name for _, name, _, _ in Formatter().parse(each) if name} for each in _WORDS[key])
    assert danish == english
    assert all(text == text.strip() for text in _WORDS[key])


def test_every_word_is_used() -> None:
    files: list[Path] = [*WEB.rglob("*.py"), *WEB.rglob("*.html")]
    used = "\n".join(file.read_text(encoding="utf-8") for file in files if file.name != "words.py")
    assert [key for key in _WORDS if not re.search(rf"[\"']{key}[\"']", used)] == []


def test_an_unknown_word_is_a_fault() -> None:
    with pytest.raises(KeyError):
        word("da", "ukendt")


def test_every_role_has_a_name() -> None:
    assert len(
        {role_word(language, role) for role in get_args(Role) for language in ("da", "en")}
    ) == 2 * len(get_args(Role))  # type: ignore[arg-type]
