"""Mends what the extraction from PDF has damaged, and remembers where.

Mending is a list of edits of the raw file. What no edit touches is kept to the letter, so
every span of the mended text leads back to the raw file, and nothing can get lost unseen.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from os.path import commonprefix
from typing import Literal

from assistant.documents.lines import Line
from assistant.documents.passages import Draft
from assistant.errors import CorpusError

EditKind = Literal["space", "hyphen", "furniture", "ligature", "repair"]

_WORD = re.compile(r"[^\W\d_]+")
_SUSPENDED = re.compile(r"(?:og|eller|samt)\b")
_BULLET_GLYPH = re.compile(r"[\ue000-\uf8ff]")
_WIDEST_MARKER = 80
_KNOWN_TAIL = 6
"""Letters of a compound's last part that must be a known word to trust a ligature in it."""


@dataclass(frozen=True)
class Edit:
    """``raw[start:end]`` reads ``replacement`` in the mended text."""

    start: int
    end: int
    replacement: str
    kind: EditKind


@dataclass(frozen=True)
class Mended:
    """The mended text, its edits, the unchanged pieces (see ``Document.spans``) and each draft's span."""

    text: str
    edits: tuple[Edit, ...]
    spans: tuple[tuple[int, int, int], ...]
    draft_spans: tuple[tuple[int, int], ...]


def mend(
    raw: str,
    drafts: Sequence[Draft],
    lexicon: Collection[str] = (),
    repairs: Mapping[str, str] | None = None,
) -> Mended:
    """Joins the drafts' lines into running text and restores ligatures and lost hyphens.

    ``lexicon`` holds lower-case words known to be right. ``repairs`` maps text with its white
    space folded to the same text mended; ``CorpusError`` if one does not occur exactly once.
    """
    joins = sorted([*_layout(raw, drafts, lexicon), *_inner_spaces(drafts)], key=lambda e: e.start)
    text, spans = _apply(raw, joins)
    edits = [*joins, *_repair_edits(raw, text, spans, repairs or {}), *_ligatures(text, spans, lexicon)]
    edits = _without_overlaps(edits)
    text, spans = _apply(raw, edits)
    places = [_place(draft, edits) for draft in drafts]
    return Mended(text, tuple(edits), tuple(spans), tuple(places))


def _layout(raw: str, drafts: Sequence[Draft], lexicon: Collection[str]) -> Iterator[Edit]:
    """One edit for each gap between two lines that are kept."""
    placed = [
        (line, number, part)
        for number, draft in enumerate(drafts)
        for part, paragraph in enumerate(draft.paragraphs)
        for line in paragraph
    ]
    hyphenated = set(re.findall(r"\w+-\w+", raw.lower()))
    first, last = placed[0][0], placed[-1][0]
    yield _gap(0, first.start, raw[: first.start], _marker_before(raw, first))
    for (line, number, part), (after, next_number, next_part) in pairwise(placed):
        gap = raw[line.end : after.start]
        if number != next_number:
            yield _gap(line.end, after.start, gap, "\n\n" + _marker_before(raw, after))
        elif part != next_part:
            yield _gap(line.end, after.start, gap, "\n")
        elif line.kind == after.kind == "digit":
            yield _gap(line.end, after.start, gap, "")
        else:
            yield _join(line, after, gap, lexicon, hyphenated)
    yield _gap(last.end, len(raw), raw[last.end :], "")


def _marker_before(raw: str, line: Line) -> str:
    """The bullet in front of a line that was taken from behind it: part of the text, of no passage."""
    before = raw[max(0, line.start - _WIDEST_MARKER) : line.start]
    marker = f"{before}|".splitlines()[-1][:-1].strip()
    return f"{marker} " if marker else ""


def _gap(start: int, end: int, gap: str, replacement: str) -> Edit:
    lost = any(c.isalnum() or c == "-" for c in gap.replace(replacement.strip(), "", 1))
    return Edit(start, end, replacement, "furniture" if lost else "space")


def _join(line: Line, after: Line, gap: str, lexicon: Collection[str], hyphenated: set[str]) -> Edit:
    """How the end of a line and the beginning of the next become one text again."""
    left, right = _last_word(line.text), _first_word(after.text)
    kind: EditKind = "furniture" if any(c.isalnum() for c in gap) else "hyphen"
    if re.search(r"\d-$", line.text) and after.text[0].isdigit():
        return Edit(line.end, after.start, "", kind)
    if line.text.endswith("-") and left and right and after.text[0].islower():
        if _SUSPENDED.match(after.text):
            return _gap(line.end, after.start, gap, " ")
        is_acronym = re.search(r"[^\W\d_]{2,}-$", line.text) and line.text.split()[-1].isupper()
        if is_acronym or f"{left}-{right}" in hyphenated:
            return Edit(line.end, after.start, "", kind)
        return Edit(line.end - 1, after.start, "", kind)
    is_torn = left not in lexicon or right not in lexicon
    if left and right and is_torn and after.text[0].islower() and left + right in lexicon:
        return Edit(line.end, after.start, "", kind)
    return _gap(line.end, after.start, gap, " ")


def _last_word(text: str) -> str:
    words = _WORD.findall(text)
    return words[-1].lower() if words and text.rstrip("-").endswith(words[-1]) else ""


def _first_word(text: str) -> str:
    match = _WORD.match(text)
    return match.group().lower() if match else ""


def _inner_spaces(drafts: Sequence[Draft]) -> Iterator[Edit]:
    """Runs of spaces within a line, and the bullet glyphs of private fonts."""
    for draft in drafts:
        for line in (line for paragraph in draft.paragraphs for line in paragraph):
            for match in re.finditer(r"[^\S\n]{2,}", line.text):
                yield Edit(line.start + match.start(), line.start + match.end(), " ", "space")
            for match in _BULLET_GLYPH.finditer(line.text):
                yield Edit(line.start + match.start(), line.start + match.end(), "•", "repair")


def _repair_edits(
    raw: str, text: str, spans: list[tuple[int, int, int]], repairs: Mapping[str, str]
) -> Iterator[Edit]:
    for damaged, mended in repairs.items():
        if text.count(damaged) != 1:
            found = text.count(damaged)
            raise CorpusError(f"the repair of “{damaged}” fits {found} places; it must fit one")
        at = text.index(damaged)
        head = len(commonprefix([damaged, mended]))
        tail = len(commonprefix([damaged[head:][::-1], mended[head:][::-1]]))
        start = _raw_offset(spans, at + head - 1) + 1 if head else _raw_offset(spans, at)
        is_insertion = head + tail == len(damaged)
        end = start if is_insertion else _raw_offset(spans, at + len(damaged) - tail)
        yield Edit(start, end, mended[head : len(mended) - tail], "repair")


def _ligatures(text: str, spans: list[tuple[int, int, int]], lexicon: Collection[str]) -> Iterator[Edit]:
    """Gives back the i or l that "fi" and "fl" have lost, where that makes a known word."""
    for match in _WORD.finditer(text):
        word = match.group().lower()
        if "f" not in word or word in lexicon:
            continue
        for run in re.finditer("f+", word):
            for letter in "il":
                if _is_known(word[: run.end()] + letter + word[run.end() :], run.start(), lexicon):
                    place = _raw_offset(spans, match.start() + run.end() - 1) + 1
                    yield Edit(place, place, letter, "ligature")
                    break


def _is_known(word: str, damage: int, lexicon: Collection[str]) -> bool:
    """Whether the word, or the last part of the compound with the damage in it, is known."""
    starts = range(max(0, min(damage, len(word) - _KNOWN_TAIL)) + 1)
    return any(word[start:] in lexicon for start in starts)


def _raw_offset(spans: list[tuple[int, int, int]], offset: int) -> int:
    for mended, raw, length in spans:
        if mended <= offset < mended + length:
            return raw + offset - mended
    raise CorpusError(f"offset {offset} of the mended text was inserted; a repair cannot begin there")


def _without_overlaps(edits: list[Edit]) -> list[Edit]:
    """In the file's order; a repair takes the place of the gap that it mends."""
    repairs = [edit for edit in edits if edit.kind == "repair"]
    kept = [
        edit
        for edit in edits
        if edit.kind == "repair" or not any(max(edit.start, r.start) < min(edit.end, r.end) for r in repairs)
    ]
    return sorted(kept, key=lambda edit: (edit.start, edit.end))


def _apply(raw: str, edits: list[Edit]) -> tuple[str, list[tuple[int, int, int]]]:
    pieces: list[str] = []
    spans: list[tuple[int, int, int]] = []
    at = length = 0
    for edit in edits:
        if edit.start > at:
            spans.append((length, at, edit.start - at))
            pieces.append(raw[at : edit.start])
            length += edit.start - at
        pieces.append(edit.replacement)
        length += len(edit.replacement)
        at = edit.end
    return "".join(pieces), spans


def _place(draft: Draft, edits: list[Edit]) -> tuple[int, int]:
    first, last = draft.paragraphs[0][0], draft.paragraphs[-1][-1]
    start = first.start + sum(_growth(edit) for edit in edits if edit.end <= first.start)
    end = last.end + sum(_growth(edit) for edit in edits if edit.start < last.end)
    return start, end


def _growth(edit: Edit) -> int:
    return len(edit.replacement) - (edit.end - edit.start)
