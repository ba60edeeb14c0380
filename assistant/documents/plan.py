"""Reads the structure of the plan: parts, strategispor, pejlemærker, verdensmål, timeline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.documents.lines import Paragraph, apart, text_of
from assistant.documents.passages import Draft, Reference
from assistant.documents.plan_words import (
    ALONE,
    DEFINITIONS,
    GOAL,
    GOAL_IN_LIST,
    GOAL_LIST,
    PARTS,
    SIGNER,
    STATEMENT,
    STRATEGISPOR,
    run_in_heading,
    timeline_row,
)
from assistant.errors import CorpusError


def read_plan(paragraphs: Sequence[Paragraph], columns: Mapping[int, Sequence[int]]) -> list[Draft]:
    """The drafts of the plan, in its order.

    ``columns`` gives, per year, the number of timeline rows of each strategispor (the text
    has lost the borders between columns). ``CorpusError`` if the rows do not add up to it.
    """
    reader = _Reader(columns)
    for paragraph in paragraphs:
        reader.take(paragraph)
    reader.check_timeline()
    return reader.drafts


class _Reader:
    """Goes down the page and knows under which headings it is."""

    def __init__(self, columns: Mapping[int, Sequence[int]]) -> None:
        self.drafts: list[Draft] = []
        self._columns = columns
        self._slug, self._part, self._subheading = "", "", ""
        self._strategispor = ""
        self._pejlemaerke = 0
        self._year = 0
        self._goal_names: dict[int, str] = {}
        self._counts: Counter[str] = Counter()
        self._takes_more = False  # a paragraph with no sign of its own belongs to the last draft
        self._on_vision_page = False

    def take(self, paragraph: Paragraph) -> None:
        text = text_of(paragraph)
        if match := STATEMENT.match(text):
            self._statement(paragraph, int(match[1]))
        elif paragraph[0].marker:
            self._bullet(paragraph)
        elif match := GOAL.match(text):
            self._goal(paragraph, int(match[1]))
        elif self._on_vision_page:
            self._vision_statement(paragraph, text)
        elif paragraph[0].kind == "digit":
            self._heading(paragraph)
            self._year = int("".join(line.text for line in paragraph))
            self._slug, self._part = "tidsplan.note", "Tidsplan, note"
        elif paragraph[0].kind == "capitals":
            self._capitals(paragraph, text)
        elif GOAL_IN_LIST.match(text):
            self._more_goals(paragraph)
        elif text.startswith(GOAL_LIST):
            self._goal_list(paragraph)
        elif not paragraph[-1].ends_sentence:
            self._title(paragraph, text)
        elif self._takes_more:
            self._append(paragraph)
        else:
            self._paragraph(paragraph, text)

    def check_timeline(self) -> None:
        for year, columns in self._columns.items():
            rows = self._counts[f"t{year}"]
            if rows != sum(columns):
                raise CorpusError(
                    f"the timeline has {rows} rows for {year}; sources.toml counts {sum(columns)}"
                )

    def _next(self, counter: str) -> int:
        self._counts[counter] += 1
        return self._counts[counter]

    def _add(self, draft: Draft, takes_more: bool = False) -> None:
        self.drafts.append(draft)
        self._takes_more = takes_more

    def _append(self, paragraph: Paragraph) -> None:
        last = self.drafts[-1]
        content = (*last.paragraphs[:-1], last.paragraphs[-1] + paragraph)
        self.drafts[-1] = replace(last, paragraphs=content)
        self._takes_more = last.kind != "paragraph"

    # headings

    def _heading(self, paragraph: Paragraph) -> None:
        self._add(Draft((paragraph,)))

    def _enter(self, slug: str, part: str) -> None:
        self._slug, self._part, self._subheading, self._strategispor = slug, part, "", ""

    def _capitals(self, paragraph: Paragraph, text: str) -> None:
        if text.startswith("VI UNDERSTØTTER"):
            section = ("Socialområdets vision",)
            self._add(Draft((paragraph,), "visionen", "Visionen", "vision", section))
            self._on_vision_page = True
            return
        self._heading(paragraph)
        if text in PARTS:
            self._enter(*PARTS[text])
        else:
            self._subheading = text.capitalize()

    def _title(self, paragraph: Paragraph, text: str) -> None:
        if SIGNER.match(text) and not self.drafts[-1].key:
            name = self.drafts.pop().paragraphs
            label, section = f"{self._part}, underskrift", (self._part,)
            key = f"{self._slug}.underskrift"
            parts = (*name, paragraph)
            self._add(Draft(parts, key, label, "signature", section))
            return
        self._heading(paragraph)
        if text.startswith(STRATEGISPOR[0]) and text.endswith(STRATEGISPOR[-1]):
            return  # the heads of three columns
        strategispor = text.removesuffix(" - Pejlemærker")
        if text in PARTS:
            self._enter(*PARTS[text])
        elif strategispor in STRATEGISPOR:
            number = STRATEGISPOR.index(strategispor) + 1
            self._enter(f"s{number}", f"Strategispor {strategispor}")
            self._strategispor = strategispor
        else:
            self._subheading = text

    # passages

    def _paragraph(self, paragraph: Paragraph, text: str) -> None:
        if run_in := run_in_heading(self._slug, text):
            self._subheading = run_in
        in_challenge = self._slug == "udfordringer" and self._subheading
        place = f"{self._part}: {self._subheading}" if in_challenge else self._part
        number, in_place = self._next(self._slug), self._next(place)
        section = tuple(part for part in (self._part, self._subheading) if part)
        is_definition = self._slug in DEFINITIONS
        is_alone = self._slug in ALONE
        is_only = is_alone or (in_challenge and in_place == 1)
        self._add(
            Draft(
                (paragraph,),
                key=self._slug if is_alone else f"{self._slug}.{number}",
                label=place if is_only else f"{place}, afsnit {in_place}",
                kind="definition" if is_definition else "paragraph",
                section=section,
                reference=Reference(strategispor=self._own_strategispor()),
            ),
            takes_more=is_definition or run_in == text.rstrip("."),
        )

    def _own_strategispor(self) -> tuple[str, ...]:
        named = self._subheading if self._subheading in STRATEGISPOR else self._strategispor
        return (named,) if named else ()

    def _vision_statement(self, paragraph: Paragraph, text: str) -> None:
        if text.startswith("Vi arbejder med FN"):
            self._on_vision_page = False
            self._heading(paragraph)
            self._enter("verdensmaal", "FN's verdensmål")
        elif text.startswith(STRATEGISPOR[0]):
            self._heading(paragraph)
        else:
            # The page sets three columns side by side; the text goes through them row by row.
            row, column = divmod(self._next("vision statement") - 1, len(STRATEGISPOR))
            name = STRATEGISPOR[column]
            key = f"visionen.{column + 1}.{row + 1}"
            label = f"Visionen · {name}, udsagn {row + 1}"
            section = ("Socialområdets vision", name)
            reference = Reference(strategispor=(name,))
            self._add(Draft((paragraph,), key, label, "vision", section, reference))

    def _goal_list(self, paragraph: Paragraph) -> None:
        self._name_goals(paragraph)
        label = "De syv udvalgte verdensmål"
        section = (self._part,)
        self._add(Draft(apart(paragraph), "verdensmaal.liste", label, "goal", section))

    def _more_goals(self, paragraph: Paragraph) -> None:
        self._name_goals(paragraph)
        last = self.drafts[-1]
        self.drafts[-1] = replace(last, paragraphs=(*last.paragraphs, *apart(paragraph)))

    def _name_goals(self, paragraph: Paragraph) -> None:
        for line in paragraph:
            if match := GOAL_IN_LIST.match(line.text):
                self._goal_names[int(match[1])] = match[2]

    def _goal(self, paragraph: Paragraph, number: int) -> None:
        self._add(
            Draft(
                (paragraph,),
                key=f"v{number}",
                label=f"Verdensmål nr. {number}",
                kind="goal",
                section=(self._part, f"Verdensmål nr. {number} {self._goal_names.get(number, '')}".strip()),
                reference=Reference(strategispor=(self._strategispor,), goal=number),
            ),
            takes_more=True,
        )

    def _statement(self, paragraph: Paragraph, number: int) -> None:
        self._pejlemaerke = number
        self._add(self._of_pejlemaerke(paragraph, 0), takes_more=True)

    def _bullet(self, paragraph: Paragraph) -> None:
        content = (paragraph[0].without_marker(), *paragraph[1:])
        if not any(line.text for line in content):
            self._heading(paragraph)  # a stray bullet
            return
        if self._year:
            self._add(self._row(content))
        else:
            point = self._next(f"p{self._pejlemaerke}")
            self._add(self._of_pejlemaerke(content, point), takes_more=True)

    def _of_pejlemaerke(self, paragraph: Paragraph, point: int) -> Draft:
        number, strategispor = self._pejlemaerke, self._strategispor
        title = f"Pejlemærke {number}"
        return Draft(
            (paragraph,),
            key=f"p{number}.{point}" if point else f"p{number}",
            label=f"{title}, punkt {point}" if point else title,
            kind="point" if point else "statement",
            section=(strategispor, self._subheading, title),
            reference=Reference((number,), (strategispor,), point or None),
        )

    def _row(self, paragraph: Paragraph) -> Draft:
        year = self._year
        if year not in self._columns:
            raise CorpusError(f"sources.toml does not count the timeline's rows for {year}")
        return timeline_row(paragraph, year, self._next(f"t{year}"), self._columns[year])
