"""Rows as files that spreadsheets open: CSV and Excel. The only home of openpyxl."""

from __future__ import annotations

import csv
import io
import textwrap
from collections.abc import Iterable, Mapping, Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

Value = str | int | float
Row = Mapping[str, Value]

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_WIDEST, _NARROWEST = 70, 10


def as_csv(columns: Sequence[str], rows: Iterable[Row]) -> bytes:
    """CSV with a head, in UTF-8 with the mark that spreadsheets look for."""
    return csv_text(columns, rows).encode("utf-8-sig")


def csv_text(columns: Sequence[str], rows: Iterable[Row]) -> str:
    """The same as text, for the terminal."""
    file = io.StringIO()
    writer = csv.DictWriter(file, columns)
    writer.writeheader()
    writer.writerows({name: _safe(value) for name, value in row.items()} for row in rows)
    return file.getvalue()


def as_xlsx(title: str, columns: Sequence[str], rows: Iterable[Row]) -> bytes:
    """An Excel file of one sheet, whose head stays in view and filters."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = title
    sheet.append(list(columns))
    for row in rows:
        sheet.append([_safe(row[name]) for name in columns])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for at, cells in enumerate(sheet.iter_cols(), 1):
        widest = max(len(str(cell.value)) for cell in cells)
        sheet.column_dimensions[get_column_letter(at)].width = max(_NARROWEST, min(widest + 2, _WIDEST))
        for cell in cells:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def as_text(columns: Sequence[str], rows: Iterable[Row], widths: Mapping[str, int]) -> str:
    """A table for the terminal: what is longer than its column goes on in the lines below."""
    lines = [_line([(name, widths[name]) for name in columns])]
    lines += [_line([(str(row[name]), widths[name]) for name in columns]) for row in rows]
    return "\n".join(lines)


def _line(cells: Sequence[tuple[str, int]]) -> str:
    wrapped = [_wrapped(text, width) for text, width in cells]
    height = max(map(len, wrapped))
    return "\n".join(
        "  ".join(
            (part[at] if at < len(part) else "").ljust(width)
            for part, (_, width) in zip(wrapped, cells, strict=True)
        ).rstrip()
        for at in range(height)
    )


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width) or [""]


def _safe(value: Value) -> Value:
    """A value that no spreadsheet takes for a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
