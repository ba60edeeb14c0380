"""Word files, written: the only home of python-docx."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Literal

from docx import Document
from docx.oxml.ns import qn

_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LONGEST_TITLE = 250
Style = Literal["List Bullet", "Quote"]


class WordFile:
    """A Word file that grows from top to bottom; control characters that XML cannot hold are replaced."""

    def __init__(
        self, title: str, author: str, language: Literal["da", "en"], text_language: str = ""
    ) -> None:
        """``language``: of the headings; ``text_language``: of the text, for the spelling check."""
        self._file = Document()
        self._file.core_properties.title = _xml(title)[:_LONGEST_TITLE]
        self._file.core_properties.author = author
        self._file.core_properties.language = language
        for tag in self._file.styles.element.iter(qn("w:lang")):
            tag.set(qn("w:val"), {"da": "da-DK", "en": "en-GB"}[text_language or language])

    def heading(self, text: str, level: int) -> None:
        self._file.add_heading(_xml(text), level=level)

    def paragraph(self, text: str, style: Style | None = None, is_bold: bool = False) -> None:
        run = self._file.add_paragraph(style=style).add_run(_xml(text))
        run.bold = is_bold or None  # none: as its style has it

    def table(self, rows: Iterable[Sequence[str]]) -> None:
        """A table with borders; the first row is its head."""
        for at, row in enumerate(rows):
            if at == 0:
                table = self._file.add_table(0, len(row), style="Table Grid")
            cells = table.add_row().cells
            for cell, text in zip(cells, row, strict=True):
                run = cell.paragraphs[0].add_run(_xml(text))
                run.bold = at == 0 or None

    @property
    def content(self) -> bytes:
        """The file as it is now."""
        content = BytesIO()
        self._file.save(content)
        return content.getvalue()


def _xml(text: str) -> str:
    return _NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", text)
