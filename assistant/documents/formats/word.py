"""DOCX: its text as mammoth reads it, without running heads. The only home of mammoth."""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import mammoth

from assistant.documents.formats.extracted import Extracted
from assistant.documents.formats.markup import read_html
from assistant.errors import CorpusError

_MOST_UNPACKED = 300_000_000
"""Bytes that a file may unpack to: more is a bomb."""
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
"""How files of the old Office begin, and encrypted ones of the new."""


def read_docx(path: Path) -> Extracted:
    """The text of a DOCX. ``CorpusError`` if it is encrypted, damaged, no DOCX, or a bomb."""
    with path.open("rb") as opened:
        if opened.read(len(_OLD_OFFICE)) == _OLD_OFFICE:
            raise CorpusError(
                f"{path.name} is encrypted or a .doc of old: save it as .docx without a password"
            )
    try:
        with zipfile.ZipFile(path) as parts:
            if sum(part.file_size for part in parts.infolist()) > _MOST_UNPACKED:
                raise CorpusError(f"{path.name} unpacks to more than {_MOST_UNPACKED} bytes: it is not read")
            file, hidden = _without_hidden(parts)
    except (zipfile.BadZipFile, zlib.error, ElementTree.ParseError, NotImplementedError) as fault:
        raise CorpusError(f"{path.name} is no sound DOCX ({fault}): save it anew, then try again") from fault
    # Pictures are left out; files that the document points at are not opened.
    told = mammoth.convert_to_html(
        file,
        convert_image=mammoth.images.img_element(lambda image: {"src": ""}),
        style_map="p[style-name='Title'] => h1:fresh",
        external_file_access=False,
    )
    read = read_html(f"<main>{told.value}</main>")
    notes = (f"{hidden} skjulte tekststykker er udeladt",) if hidden else ()
    return replace(read, notes=(*read.notes, *notes))


def _without_hidden(parts: zipfile.ZipFile) -> tuple[io.BytesIO, int]:
    """The file without the runs that Word does not show, and how many there were.

    What a hostile XML may do to its parser is bounded by the process that this runs in.
    """
    copy, hidden = io.BytesIO(), 0
    with zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as kept:
        for part in parts.infolist():
            content = parts.read(part)
            if part.filename.startswith("word/") and part.filename.endswith(".xml") and b":vanish" in content:
                tree = ElementTree.fromstring(content)  # noqa: S314
                for parent in list(tree.iter()):
                    for run in [run for run in parent if run.find(f"{_W}rPr/{_W}vanish") is not None]:
                        parent.remove(run)
                        hidden += 1
                content = ElementTree.tostring(tree)
            kept.writestr(part.filename, content)
    return copy, hidden
