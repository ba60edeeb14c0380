"""The hearing note: by pejlemærke, what the plan says, what each response says of it, and room for a reply.

It is the region's own paper, so it is in Danish.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from assistant.documents.corrections import Direction
from assistant.documents.passages import Document, Passage
from assistant.errors import AssistantError
from assistant.hearing import tables
from assistant.hearing.cells import DIRECTIONS, Cell, Entry, Sentence, Why
from assistant.hearing.tables import Row, Value
from assistant.hearing.trace import Trace
from assistant.word_file import WordFile

_HEADINGS: dict[Direction, str] = {
    "support": "Støtte",
    "wish": "Ønsker og forslag",
    "worry": "Bekymringer",
    "resistance": "Modstand",
    "neutral": "Uden tydelig retning",
}
_GROUNDS: dict[Why, str] = {
    "heading": "nævnt i overskriften",
    "number": "nævnt ved nummer",
    "title": "nævnt ved navn",
    "quotation": "citerer planen",
    "matter": "handler om det samme",
}
REMARKS = "Regionens bemærkninger"
_COLUMNS = (
    "pejlemaerke", "retning", "afsender", "dato", "citat", "sted", "passage", "start", "slut", "grund",
    "sikkerhed", "ord", "rettet", "gentaget", "regionens_bemaerkninger",
)  # fmt: skip


@dataclass(frozen=True)
class Remark:
    """A quote of a response under a pejlemærke: sentences that follow one another and go the same way.

    ``start`` and ``end``: where it stands in the response. ``entry``: why it is about the pejlemærke;
    None among the general remarks.
    """

    number: int | None
    direction: Direction
    document: Document
    passage: Passage
    start: int
    end: int
    sentences: tuple[Sentence, ...]
    entry: Entry | None = None

    @property
    def quote(self) -> str:
        return self.document.text[self.start : self.end]

    @property
    def cues(self) -> list[str]:
        """The words that show the direction, each once."""
        shown = (
            self.document.text[cue.start : cue.end]
            for sentence in self.sentences
            for cue in sentence.cues
            if cue.direction == self.direction
        )
        return list(dict.fromkeys(shown))

    @property
    def is_copied(self) -> bool:
        return all(sentence.is_copied for sentence in self.sentences)

    @property
    def is_corrected(self) -> bool:
        """Whether people have decided on the direction or on what it is about."""
        decided = self.entry is not None and self.entry.is_corrected
        return decided or any(sentence.is_corrected for sentence in self.sentences)


def remarks(trace: Trace, number: int) -> list[Remark]:
    """What is said of a pejlemærke, by direction, then in the order of the responses."""
    found = [remark for cell in trace.of_pejlemaerke(number) for remark in _of_cell(cell)]
    return sorted(found, key=lambda each: DIRECTIONS.index(each.direction))


def general_remarks(trace: Trace) -> list[Remark]:
    """What responses say that is about no pejlemærke; nothing that somebody wrote is left out."""
    told = {
        (sentence.document.id, sentence.start) for cell in trace.cells.values() for sentence in cell.sentences
    }
    found: list[Remark] = []
    for sentences in trace.sentences.values():
        left = [each for each in sentences if (each.document.id, each.start) not in told]
        found += [remark for way in DIRECTIONS for remark in _remarks(None, left, way, None)]
    return sorted(found, key=lambda each: DIRECTIONS.index(each.direction))


def _of_cell(cell: Cell) -> Iterator[Remark]:
    for entry in cell.entries:
        for direction in DIRECTIONS:
            yield from _remarks(cell.number, entry.sentences, direction, entry)


def _remarks(
    number: int | None, sentences: Sequence[Sentence], direction: Direction, entry: Entry | None
) -> Iterator[Remark]:
    """The sentences that go one way; those that follow one another are one quote."""
    mine = [each for each in sentences if direction in (each.directions or ("neutral",))]
    while mine:
        run = [mine.pop(0)]
        while mine and not run[-1].document.text[run[-1].end : mine[0].start].strip():
            run.append(mine.pop(0))
        first = run[0]
        yield Remark(
            number, direction, first.document, first.passage, first.start, run[-1].end, tuple(run), entry
        )


def rows(trace: Trace) -> Iterator[Row]:
    """The note as rows: every quote, and a row for each pejlemærke of which nobody speaks."""
    for number in trace.numbers:
        found = remarks(trace, number)
        yield from (_row(remark) for remark in found)
        if not found:
            yield {**dict.fromkeys(_COLUMNS, ""), "pejlemaerke": number, "retning": "ingen høringssvar"}
    yield from (_row(remark) for remark in general_remarks(trace))


def _row(remark: Remark) -> Row:
    entry = remark.entry
    values: tuple[Value, ...] = (
        remark.number if remark.number is not None else "generelt",
        _HEADINGS[remark.direction],
        remark.document.sender,
        remark.document.date,
        remark.quote,
        remark.passage.label,
        remark.passage.id,
        remark.start,
        remark.end,
        ", ".join(_GROUNDS[each] for each in entry.grounds) if entry else "",
        round(entry.likelihood, 2) if entry else "",
        ", ".join(remark.cues),
        "ja" if remark.is_corrected else "",
        "ja" if remark.is_copied else "",
        "",
    )
    return dict(zip(_COLUMNS, values, strict=True))


def as_csv(trace: Trace) -> bytes:
    """The note as CSV, with a column for the region's remarks."""
    return tables.as_csv(_COLUMNS, rows(trace))


def as_docx(trace: Trace) -> bytes:
    """The note as a Word file: a draft for the case officer."""
    title = trace.catalogue.plan_title
    if not title:
        raise AssistantError("there is no plan in the corpus: a hearing note needs one")
    file = WordFile(f"Høringsnotat: {title}", "Spørg planen", "da")
    file.heading(f"Høringsnotat (udkast): {title}", 1)
    for line in _introduction(trace):
        file.paragraph(line)
    for number in trace.numbers:
        _add_pejlemaerke(file, trace, number)
    file.heading("Generelle bemærkninger", 2)
    _add_remarks(file, general_remarks(trace))
    _add_reply(file)
    file.heading("Høringssvarene", 2)
    file.table([("Afsender", "Dato", "Kategori og nr."), *(_of_response(each) for each in trace.responses)])
    return file.content


def _introduction(trace: Trace) -> Iterator[str]:
    count, received = len(trace.responses), trace.catalogue.received_count
    of_received = f" Regionen modtog {received}." if received and received != count else ""
    yield (
        "Udkast, dannet automatisk. Alle citater er ordrette. Under hvilket pejlemærke og i hvilken retning "
        "et citat står, er maskinens forslag og skal læses igennem. Ved citatet står de ord, der viser det."
    )
    independent = len(trace.voices.independent)
    own = f", heraf {independent} med noget eget" if independent < count else ""
    yield f"Samlingen indeholder {count} høringssvar{own}.{of_received}"
    for each in trace.voices.joinders:
        yield f"{each.document.sender} tilslutter sig høringssvaret fra {each.name} ({each.passage.label})."
    for (sender, original), places in trace.voices.borrowed.items():
        told = f"{sender} bruger samme ord som {original} ({len(places)} steder)"
        yield f"{told}: det tæller ikke som en stemme til."


def _add_pejlemaerke(file: WordFile, trace: Trace, number: int) -> None:
    statement, *points = trace.catalogue.pejlemaerke(number)
    file.heading(f"Pejlemærke {number}: {statement.section[1]}", 2)
    file.paragraph(f"»{statement.text}«", "Quote")
    for point in points:
        file.paragraph(f"»{point.text}« (punkt {point.reference.point})", "List Bullet")
    speaking = trace.of_pejlemaerke(number)
    if speaking:
        file.paragraph(f"{len(speaking)} af {len(trace.responses)} høringssvar taler om pejlemærket.")
    else:
        file.paragraph(f"Ingen høringssvar i samlingen kommenterer pejlemærke {number}.")
    _add_remarks(file, remarks(trace, number))
    _add_reply(file)


def _add_remarks(file: WordFile, found: Sequence[Remark]) -> None:
    for direction, group in groupby(found, key=lambda each: each.direction):
        file.paragraph(_HEADINGS[direction], is_bold=True)
        for remark in group:
            file.paragraph(f"»{remark.quote}« ({'; '.join(_behind(remark))})", "List Bullet")


def _behind(remark: Remark) -> Iterator[str]:
    """What stands behind a quote: where it is from, and why it stands here."""
    yield f"{remark.document.sender}, {remark.passage.label.rpartition(', ')[2]}"
    if remark.cues:
        yield "ord: " + ", ".join(f"»{cue}«" for cue in remark.cues)
    if remark.entry and not remark.entry.is_sure:
        grounds = ", ".join(_GROUNDS[each] for each in remark.entry.grounds)
        yield f"{grounds}, {remark.entry.likelihood:.0%} sikkert"
    if remark.is_copied:
        yield "gentager et andet høringssvar"
    if remark.is_corrected:
        yield "rettet af en medarbejder"


def _add_reply(file: WordFile) -> None:
    file.table([(REMARKS,), ("",)])
    file.paragraph("")


def _of_response(response: Document) -> tuple[str, str, str]:
    place = f"{response.category}-{response.number}" if response.category and response.number else ""
    return response.sender, response.date, place
