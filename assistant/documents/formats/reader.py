"""Reads a file by its format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from assistant.documents.formats.extracted import MOST_CHARACTERS, Extracted, hidden_in, visible
from assistant.errors import CorpusError

_LONGEST = 300
"""Longest title and author."""


def read_text(path: Path) -> str:
    """The text of a UTF-8 file; ``CorpusError`` if it is empty, binary or in another encoding."""
    try:
        raw = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise CorpusError(
            f"{path} is not UTF-8 (byte {fault.start}): save it as UTF-8, then ingest again"
        ) from fault
    except OSError as fault:
        raise CorpusError(f"{path} cannot be read: {fault.strerror}") from fault
    if "\0" in raw:
        raise CorpusError(f"{path} is binary, not text")
    if not raw.strip():
        raise CorpusError(f"{path} is empty")
    return raw


def _plain(path: Path) -> Extracted:
    return Extracted(read_text(path), "wrapped")


def _markdown(path: Path) -> Extracted:
    from assistant.documents.formats.markdown import read_markdown

    return read_markdown(read_text(path))


def _html(path: Path) -> Extracted:
    from assistant.documents.formats.markup import read_html

    return read_html(path.read_bytes())


def _pdf(path: Path) -> Extracted:
    from assistant.documents.formats.pdf import read_pdf

    return read_pdf(path)


def _docx(path: Path) -> Extracted:
    from assistant.documents.formats.word import read_docx

    return read_docx(path)


def _mail(path: Path) -> Extracted:
    from assistant.documents.formats.mail import read_mail

    return read_mail(path)


_READERS: dict[str, Callable[[Path], Extracted]] = {
    ".txt": _plain,
    ".md": _markdown,
    ".html": _html,
    ".htm": _html,
    ".pdf": _pdf,
    ".docx": _docx,
    ".eml": _mail,
}
SUFFIXES = tuple(_READERS)


def read_file(path: Path) -> Extracted:
    """What a file holds, without what nobody sees. ``CorpusError`` says why it cannot be read."""
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise CorpusError(f"{path.name}: files of this kind are not read; those are: {', '.join(SUFFIXES)}")
    read = reader(path)
    hidden = hidden_in(read.text)
    text = visible(read.text)
    if not text.strip():
        raise CorpusError(f"{path.name} holds no text")
    if len(text) > MOST_CHARACTERS:
        raise CorpusError(f"{path.name} holds more than {MOST_CHARACTERS} characters: split it")
    notes = (*read.notes, *((f"{hidden} usynlige tegn er udeladt",) if hidden else ()))
    return replace(read, text=text, notes=notes, title=_one_line(read.title), author=_one_line(read.author))


def _one_line(text: str) -> str:
    return " ".join(visible(text).split())[:_LONGEST]
