"""The lines of a raw file and the paragraphs they form, each with its place in the file."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

MARKER = re.compile(r"(?:[•\uf0b7]|\d{1,2}\)|-(?= [”\"“]))\s*")
"""What opens a list item: a bullet, a pejlemærke's number, a dash before a quoted title."""

_LINE_END_HYPHEN = re.compile(r"(?<=\w)- (?=[a-zæøå])(?!og |eller )")
_SENTENCE_END = re.compile(r"[.!?:][”\"’)]?$")
_TOPIC = re.compile(r"(?:Strategispor|Pejlemærker?) ?:")
_FURNITURE = re.compile(r"[-–]|\d{1,3} ?[^\W\d_][^a-zæøå]{11,}|(?=.*•)[^a-zæøå]{12,} \d{1,3}")
_UNFINISHED = set(
    "ad af at bag blandt da de den der det dette eller en end er et for fra har hos i inden med mellem men "
    "når og om på samt skal som til uden under ved vil".split()
)
"""Words that no heading ends with."""
_UNWRAPPED = 200
"""A file with longer lines was never wrapped: each line is a whole paragraph."""


@dataclass(frozen=True)
class Line:
    """A line with something on it; ``start`` is its offset in the raw file."""

    text: str
    start: int
    after_blank: bool
    opens_page: bool

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def is_furniture(self) -> bool:
        """A stray hyphen, or a running head with its page number."""
        return bool(_FURNITURE.fullmatch(self.text))

    @property
    def kind(self) -> str:
        """``capitals``, ``digit`` (a number set down the page) or ``words``."""
        if len(self.text) == 1 and self.text.isdigit():
            return "digit"
        capitals = self.text.isupper() and sum(c.isalpha() for c in self.text) > 3
        return "capitals" if capitals else "words"

    @property
    def marker(self) -> str:
        """The bullet or number that opens the line, with the white space after it."""
        match = MARKER.match(self.text)
        return match.group() if match else ""

    def without_marker(self) -> Line:
        """The same line from behind its marker on."""
        cut = len(self.marker)
        return replace(self, text=self.text[cut:], start=self.start + cut)

    @property
    def ends_sentence(self) -> bool:
        return bool(_SENTENCE_END.search(self.text))

    @property
    def opens_sentence(self) -> bool:
        return self.text.lstrip('”"“(')[:1].isupper()


Paragraph = tuple[Line, ...]


def split_lines(raw: str) -> list[Line]:
    """All lines of ``raw`` that hold more than white space, trimmed."""
    lines: list[Line] = []
    offset, blank = 0, True
    for full in raw.splitlines(keepends=True):
        text = full.strip()
        if text:
            indent = len(full) - len(full.lstrip())
            # A form feed comes out of the extraction as one space before the text.
            lines.append(Line(text, offset + indent, blank, indent == 1))
        blank = not text
        offset += len(full)
    return lines


def apart(paragraph: Paragraph) -> tuple[Paragraph, ...]:
    """Each line as a paragraph of its own: for lists and signatures."""
    return tuple((line,) for line in paragraph)


def text_of(paragraph: Iterable[Line]) -> str:
    """The words of a paragraph on one line: good enough for recognising headings."""
    return _LINE_END_HYPHEN.sub("", " ".join(line.text for line in paragraph))


def paragraphs(
    lines: Sequence[Line], opens: Collection[str] = (), continues: Collection[str] = ()
) -> list[Paragraph]:
    """Groups lines into paragraphs.

    Extracted text may have a blank line after every line, so a blank line alone means
    nothing. A paragraph ends where the next line opens a sentence although its first word
    would still have fitted on this one; and before a list item, and around capitals.
    ``opens`` and ``continues`` are beginnings of lines for which a reader of the printed
    page has decided otherwise.
    """
    if any(len(line.text) > _UNWRAPPED for line in lines):
        return [(line,) for line in lines]
    groups: list[list[Line]] = []
    for index, line in enumerate(lines):
        if not groups or line.text.startswith(tuple(opens)):
            starts_new = True
        elif line.text.startswith(tuple(continues)):
            starts_new = False
        else:
            starts_new = _breaks(groups[-1], line, lines[index + 1 : index + 2])
        if starts_new:
            groups.append([line])
        else:
            groups[-1].append(line)
    return [part for group in groups for part in _split_heading(tuple(group))]


def parted(lines: Sequence[Line]) -> list[Paragraph]:
    """Groups lines into paragraphs where blank lines part them, but for one that a page's end has cut."""
    groups: list[list[Line]] = []
    for line in lines:
        last = groups[-1][-1] if groups else None
        is_cut = last is not None and not last.ends_sentence and not line.opens_sentence and not line.marker
        if last is None or line.marker or (line.after_blank and not is_cut):
            groups.append([line])
        else:
            groups[-1].append(line)
    return [part for group in groups for part in _split_heading(tuple(group))]


def _breaks(group: list[Line], line: Line, following: Sequence[Line]) -> bool:
    last = group[-1]
    if line.marker or line.kind != last.kind or _TOPIC.match(line.text):
        return True
    if line.kind != "words" or last.text.endswith("-") or not line.opens_sentence:
        return False
    if line.opens_page:
        return True
    if not line.after_blank:
        return last.ends_sentence and _fits(group, line, following)
    single_spaced = any(not each.after_blank for each in (*group[1:], *following))
    return single_spaced or _fits(group, line, following)


def _fits(group: list[Line], line: Line, following: Sequence[Line]) -> bool:
    """Whether the line's first word had room on the line before."""
    width = max(len(each.text) for each in (*group, line, *following))
    return len(group[-1].text) + 1 + len(line.text.split()[0]) <= width


def _may_end_heading(head: Paragraph, rest: Paragraph) -> bool:
    """Whether a line that no full stop ends is complete: if not, a name happens to open the next."""
    last = head[-1].text.split()[-1]
    if last.endswith(("-", ",")):
        return False
    return _fits(list(head), rest[0], rest[1:]) or (last[0].islower() and last not in _UNFINISHED)


def _split_heading(paragraph: Paragraph) -> list[Paragraph]:
    """Cuts off a heading that stands directly on top of its text, without a blank line."""
    if paragraph[0].marker or not paragraph[-1].ends_sentence:
        return [paragraph]
    for count in (1, 2):
        head, rest = paragraph[:count], paragraph[count:]
        if not rest or head[-1].ends_sentence or rest[0].after_blank:
            continue
        if rest[0].opens_sentence and _may_end_heading(head, rest):
            return [head, rest]
    return [paragraph]
