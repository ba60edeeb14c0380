"""Who says what of which pejlemærke, as a page: the matrix, and below it every sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from assistant.answers.answer import Language
from assistant.documents.corrections import Direction
from assistant.documents.passages import Document, Passage
from assistant.hearing.cells import DIRECTIONS, Cell, Sentence
from assistant.hearing.trace import Trace
from assistant.web.rendering import render


@dataclass(frozen=True)
class TraceView:
    """What the template asks of a trace."""

    trace: Trace

    @property
    def rows(self) -> Iterator[tuple[Passage, list[tuple[Cell, list[tuple[Direction, int]]]]]]:
        """Each pejlemærke's statement and its cells, with how many sentences go which way."""
        for number in self.trace.numbers:
            cells = [self.trace.cell(response.id, number) for response in self.trace.responses]
            yield self.trace.catalogue.pejlemaerke(number)[0], [(cell, _counted(cell)) for cell in cells]

    def told(self, number: int) -> tuple[Cell, ...]:
        """What is said of a pejlemærke."""
        return self.trace.of_pejlemaerke(number)

    @property
    def copied(self) -> list[tuple[str, str, int]]:
        """Who uses whose words, and in how many places."""
        pairs = self.trace.voices.borrowed
        return [(sender, original, len(places)) for (sender, original), places in pairs.items()]

    @staticmethod
    def marked(sentence: Sentence) -> Markup:
        """A sentence with its cues marked."""
        parts, at = [], sentence.start
        for cue in sorted(sentence.cues, key=lambda each: each.start):
            parts += [escape(sentence.document.text[at : cue.start]), Markup("<mark>")]
            parts += [escape(sentence.document.text[cue.start : cue.end]), Markup("</mark>")]
            at = cue.end
        parts.append(escape(sentence.document.text[at : sentence.end]))
        return Markup("").join(parts)

    @staticmethod
    def anchor(response: Document, number: int) -> str:
        """The id of a cell's sentences on the page."""
        return f"s{number}.{response.id}"


def trace_view(trace: Trace, language: Language) -> str:
    """The whole page, as HTML."""
    return render("trace.html", language, view=TraceView(trace))


def _counted(cell: Cell) -> list[tuple[Direction, int]]:
    counts = Counter(
        direction for sentence in cell.sentences for direction in sentence.directions or ("neutral",)
    )
    return [(direction, counts[direction]) for direction in DIRECTIONS if counts[direction]]
