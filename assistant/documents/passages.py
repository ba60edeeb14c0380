"""What the rest of the assistant works with: documents and the passages in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from assistant.documents.lines import Paragraph

Role = Literal["plan", "letter", "response", "page"]
Kind = Literal["paragraph", "statement", "point", "row", "goal", "definition", "vision", "signature"]


@dataclass(frozen=True)
class Reference:
    """Where a passage stands in the plan's own order, or which parts of it a response names.

    ``pejlemaerker``: numbers 1-15; ``strategispor``: their names as the plan writes them;
    ``point``: the bullet's number within its pejlemærke; ``year``: of a timeline row;
    ``goal``: a verdensmål's number.
    """

    pejlemaerker: tuple[int, ...] = ()
    strategispor: tuple[str, ...] = ()
    point: int | None = None
    year: int | None = None
    goal: int | None = None


@dataclass(frozen=True)
class Draft:
    """Paragraphs that a reader has recognised; mending turns it into a passage.

    A draft with an empty ``key`` is a heading: part of the text, but no passage. Each of its
    paragraphs begins a line of its own.
    """

    paragraphs: tuple[Paragraph, ...]
    key: str = ""
    label: str = ""
    kind: Kind = "paragraph"
    section: tuple[str, ...] = ()
    reference: Reference = field(default_factory=Reference)


@dataclass(frozen=True)
class Passage:
    """An indexed piece of one document; ``text`` is ``document.text[start:end]``."""

    id: str
    document_id: str
    role: Role
    label: str
    kind: Kind
    section: tuple[str, ...]
    text: str
    start: int
    end: int
    reference: Reference = field(default_factory=Reference)

    @property
    def context(self) -> str:
        """The text with what the reader of the page would know from the headings above it."""
        return ". ".join((*self.section, self.text))


@dataclass(frozen=True)
class Document:
    """A corpus file, read: its mended text, its passages, and what ``sources.toml`` says of it.

    ``spans`` maps the mended text to the raw file: (mended start, raw start, length) of
    every piece that is the same in both. Where a file is no text, its raw text is what was read out
    of it. ``origin``: a digest of all that the reading depends on.
    """

    id: str
    file: str
    title: str
    short: str
    role: Role
    sender: str
    date: str
    status: str
    text: str
    spans: tuple[tuple[int, int, int], ...]
    passages: tuple[Passage, ...]
    category: str = ""
    number: int | None = None
    superseded: bool = False
    origin: str = ""

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in the raw file of ``text[start:end]``.

        Raises ``ValueError`` if the span is empty or lies outside the text.
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no span {start}:{end} in {self.id} ({len(self.text)} characters)")
        raw_start = raw_end = None
        for mended, raw, length in self.spans:
            if raw_start is None and mended + length > start:
                raw_start = raw + max(0, start - mended)
            if mended < end:
                raw_end = raw + min(length, end - mended)
        if raw_start is None or raw_end is None or raw_start >= raw_end:
            raise ValueError(f"{self.id} {start}:{end} holds only mended white space")
        return raw_start, raw_end
