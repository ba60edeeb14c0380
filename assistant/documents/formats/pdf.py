"""PDF: the text layer, in reading order, without running heads. The only home of pypdfium2."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium

from assistant.documents.formats.extracted import MOST_CHARACTERS, Extracted
from assistant.errors import CorpusError

MOST_PAGES = 10_000
_SAME_LINE = 0.5
"""Two runs stand on one line if they overlap by this share of the lower one's height."""
_SAME_COLUMN = 0.8
"""Runs of one line that are this many heights apart belong to two columns."""
_NEW_PARAGRAPH = 1.45
"""Lines whose distance is so many times the usual one belong to two paragraphs."""
_LEAST_ROWS = 3
"""Lines that a column must have on each side of the gutter."""
_MARGIN = 0.1
"""Running heads and feet stand in this share of the page, at its top and at its bottom."""
_FOLIO = re.compile(r"(?:side |page |[-–] ?)?#(?: ?(?:/|af|of) ?#| ?[-–])?")
_HYPHEN = re.compile("[\x02\ufffe]")
"""What PDFium gives for a hyphen at the end of a line."""
_LEAST_SPACE = 0.1
"""Runs of one line closer than this share of their height are one word."""
_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)")


@dataclass(frozen=True)
class Run:
    """A piece of a line; its place in points, from the bottom left corner of the page."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    is_in_margin: bool

    @property
    def height(self) -> float:
        return max(self.top - self.bottom, 1.0)


def read_pdf(path: Path) -> Extracted:
    """The text of a PDF. ``CorpusError`` if it is encrypted, damaged, too long, or scanned without text."""
    try:
        pdf = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as fault:
        is_locked = "assword" in str(fault) or "ecurity" in str(fault)
        why = "is encrypted: save it without a password" if is_locked else f"is no sound PDF ({fault})"
        raise CorpusError(f"{path.name} {why}, then try again") from fault
    try:
        if len(pdf) > MOST_PAGES:
            raise CorpusError(f"{path.name} has {len(pdf)} pages; at most {MOST_PAGES} are read: split it")
        pages = list(_pages(pdf, path.name))
        about = pdf.get_metadata_dict()
    except pdfium.PdfiumError as fault:
        raise CorpusError(f"{path.name} is damaged ({fault}): save it anew, then try again") from fault
    finally:
        pdf.close()
    empty = sum(not page for page in pages)
    if empty == len(pages):
        raise CorpusError(
            f"{path.name} has no text layer: it is scanned. Run it through text recognition (OCR)"
        )
    notes = (f"{empty} af {len(pages)} sider er uden tekst (billeder?)",) if empty else ()
    text = "\n\n".join("\n".join(_spaced(page)) for page in without_furniture(pages) if page)
    made = _DATE.match(about.get("CreationDate", ""))
    date = "-".join(made.groups()) if made else ""
    return Extracted(text, "parted", about.get("Title", ""), about.get("Author", ""), date, notes)


def _pages(pdf: pdfium.PdfDocument, name: str) -> Iterator[list[Run]]:
    """The lines of each page, in reading order."""
    size = 0
    for number in range(len(pdf)):
        page = pdf[number]
        runs = list(_runs(page.get_textpage(), page.get_height()))
        page.close()
        size += sum(len(run.text) for run in runs)
        if size > MOST_CHARACTERS:
            raise CorpusError(f"{name} holds more than {MOST_CHARACTERS} characters: split it")
        yield [line for column in columns(runs) for line in lines(column)]


def _runs(page: Any, height: float) -> Iterator[Run]:
    for number in range(page.count_rects()):
        left, bottom, right, top = page.get_rect(number)
        text = _HYPHEN.sub("-", page.get_text_bounded(left, bottom, right, top))
        if text := re.sub(r"\s+", " ", text):
            is_in_margin = top < _MARGIN * height or bottom > (1 - _MARGIN) * height
            yield Run(text, left, bottom, right, top, is_in_margin)


def columns(runs: Sequence[Run]) -> list[list[Run]]:
    """The runs of a page by column, left to right, where a gutter parts it from top to bottom; what crosses
    the gutter (a heading, a running foot) parts what is above it from what is below."""
    gutter = _gutter(runs)
    if gutter is None:
        return [list(runs)]
    parts: list[list[Run]] = []
    band: list[Run] = []
    for row in _rows(runs):
        if any(run.left < gutter < run.right for run in row):
            parts += [*_sides(band, gutter), list(row)]
            band = []
        else:
            band += row
    return [part for part in (*parts, *_sides(band, gutter)) if part]


def _sides(band: Sequence[Run], gutter: float) -> list[list[Run]]:
    return [[run for run in band if run.right <= gutter], [run for run in band if run.right > gutter]]


def _gutter(runs: Sequence[Run]) -> float | None:
    """Where a page is parted: between two runs of each of many rows, and crossed by few."""
    rows = _rows(runs)
    gaps = [
        (left.right, right.left)
        for row in rows
        for left, right in pairwise(row)
        if right.left - left.right >= _SAME_COLUMN * min(left.height, right.height)
    ]
    for start, end in gaps:
        middle = (start + end) / 2
        parted = sum(low < middle < high for low, high in gaps)
        crossed = sum(any(run.left < middle < run.right for run in row) for row in rows)
        if parted >= _LEAST_ROWS and crossed < parted:
            return middle
    return None


def _rows(runs: Sequence[Run]) -> list[list[Run]]:
    """The runs of each line across the page, from the top down, left to right."""
    rows: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: -run.top):
        if rows and _is_beside(rows[-1][0], run):
            rows[-1].append(run)
        else:
            rows.append([run])
    return [sorted(row, key=lambda run: run.left) for row in rows]


def lines(runs: Sequence[Run]) -> list[Run]:
    """Runs of the same line made one."""
    return [
        Run(
            _joined(row),
            row[0].left,
            min(run.bottom for run in row),
            row[-1].right,
            max(run.top for run in row),
            all(run.is_in_margin for run in row),
        )
        for row in _rows(runs)
    ]


def _joined(row: Sequence[Run]) -> str:
    text = ""
    for run, before in zip(row, (None, *row), strict=False):
        is_apart = before is not None and run.left - before.right > _LEAST_SPACE * run.height
        text += f" {run.text}" if is_apart else run.text
    return " ".join(text.split())


def _is_beside(one: Run, other: Run) -> bool:
    overlap = min(one.top, other.top) - max(one.bottom, other.bottom)
    return overlap >= _SAME_LINE * min(one.height, other.height)


def without_furniture(pages: Sequence[Sequence[Run]]) -> list[list[Run]]:
    """The pages without what stands in the margins of most of them, and without page numbers."""
    counts = Counter(bare for page in pages for bare in {_bare(run) for run in page if run.is_in_margin})
    often = {bare for bare, count in counts.items() if count >= 2 and count > len(pages) / 2}
    return [
        [
            run
            for run in page
            if not (run.is_in_margin and (_bare(run) in often or _FOLIO.fullmatch(_bare(run))))
        ]
        for page in pages
    ]


def _bare(run: Run) -> str:
    return re.sub(r"\d+", "#", run.text.casefold())


def _spaced(page: Sequence[Run]) -> Iterator[str]:
    """The lines of a page, with a blank one where the distance tells that a paragraph ends."""
    distances = sorted(
        above.bottom - below.bottom for above, below in pairwise(page) if above.bottom > below.bottom
    )
    usual = distances[len(distances) // 4] if distances else 0.0
    for number, run in enumerate(page):
        if number:
            distance = page[number - 1].bottom - run.bottom
            if distance > _NEW_PARAGRAPH * usual or distance < 0:
                yield ""
        yield run.text
