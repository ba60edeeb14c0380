"""Which response speaks of which pejlemærke, in which sentences, and what its sender thinks of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property

from assistant.documents.corpus import topics_of
from assistant.documents.corrections import NONE, Corrections, Direction
from assistant.documents.mentions import Mention, mentions_in
from assistant.documents.passages import Document, Passage
from assistant.documents.sentences import spans_of
from assistant.hearing.cells import DIRECTIONS, Cell, Entry, Sentence, Why
from assistant.hearing.direction import cues_in
from assistant.hearing.joinders import Voices, tells
from assistant.hearing.matter import Matter
from assistant.hearing.speaker import Speaker
from assistant.search.catalogue import Catalogue
from assistant.search.retriever import Search
from assistant.search.tokens import stems
from assistant.search.tokens import words as folded_words


class Trace:
    """The matrix of pejlemærker and responses; each part is made when it is first asked for."""

    def __init__(self, catalogue: Catalogue, matter: Matter, corrections: Corrections = NONE) -> None:
        self.catalogue = catalogue
        self.responses = catalogue.responses
        self.numbers = catalogue.pejlemaerker
        self.matter = matter
        self.corrections = corrections
        self._about = {each.passage: each.pejlemaerker for each in corrections.about}
        self._attitudes = corrections.attitude

    @classmethod
    def of(cls, search: Search, catalogue: Catalogue) -> Trace:
        """The trace of all that a search holds."""
        return cls(catalogue, Matter(search, catalogue), search.index.corrections)

    @cached_property
    def voices(self) -> Voices:
        """Who joins whom, who copies whom, and who speaks for themselves."""
        return Voices(self.responses)

    @cached_property
    def sentences(self) -> dict[str, tuple[Sentence, ...]]:
        """The sentences of every passage of a response but signatures, by the passage's id."""
        return {
            passage.id: tuple(self._sentences(response, passage, speaker))
            for response in self.responses
            for speaker in [Speaker.of(response)]
            for passage in response.passages
            if passage.kind != "signature"
        }

    @cached_property
    def cells(self) -> dict[tuple[str, int], Cell]:
        """Every cell, by the response's id and the pejlemærke's number."""
        found: dict[tuple[str, int], list[Entry]] = {}
        for response in self.responses:
            named = _by_passage(response, self._mentions(response))
            for passage in response.passages:
                if passage.kind != "signature":
                    for number, entry in self._entries(passage, named.get(passage.id, [])):
                        found.setdefault((response.id, number), []).append(entry)
        return {
            (response.id, number): Cell(response, number, tuple(found.get((response.id, number), ())))
            for response in self.responses
            for number in self.numbers
        }

    def cell(self, response: str, number: int) -> Cell:
        """What a response says of a pejlemærke. ``KeyError`` if there is no such response or number."""
        return self.cells[response, number]

    def of_response(self, response: str) -> tuple[Cell, ...]:
        """What a response says, in the order of the pejlemærker; without those it says nothing of."""
        return tuple(each for each in self._told if each.response.id == response)

    def of_pejlemaerke(self, number: int) -> tuple[Cell, ...]:
        """What is said of a pejlemærke, in the order of the responses; without those that say nothing."""
        return tuple(each for each in self._told if each.number == number)

    def with_direction(self, direction: Direction, number: int | None = None) -> tuple[Sentence, ...]:
        """The sentences that show a direction: of a pejlemærke, or all of all responses.

        A sentence about two pejlemærker comes once.
        """
        if number is None:
            every = (sentence for each in self.sentences.values() for sentence in each)
        else:
            every = (sentence for cell in self.of_pejlemaerke(number) for sentence in cell.sentences)
        return tuple(each for each in dict.fromkeys(every) if direction in each.directions)

    def holding(self, words: str) -> tuple[Sentence, ...]:
        """The sentences of responses that hold a form of one of these words, alone or in a compound."""
        wanted = stems(words)
        return tuple(
            sentence
            for sentences in self.sentences.values()
            for sentence in sentences
            if any(stem in word for word in folded_words(sentence.text) for stem in wanted)
        )

    def silent(self, number: int) -> tuple[Document, ...]:
        """The responses that say nothing of a pejlemærke."""
        return tuple(each for each in self.responses if not self.cell(each.id, number).entries)

    @property
    def unspoken(self) -> tuple[int, ...]:
        """The pejlemærker of which no response speaks."""
        return tuple(number for number in self.numbers if not self.of_pejlemaerke(number))

    def independent(self, number: int) -> tuple[Document, ...]:
        """The responses that speak of a pejlemærke in words that no earlier response has used."""
        return tuple(
            cell.response
            for cell in self.of_pejlemaerke(number)
            if not cell.is_copied and cell.response in self.voices.independent
        )

    @cached_property
    def _told(self) -> tuple[Cell, ...]:
        return tuple(cell for cell in self.cells.values() if cell.entries)

    def _mentions(self, response: Document) -> list[Mention]:
        plan = next((each for each in self.catalogue.documents if each.role == "plan"), None)
        return mentions_in(response, plan, topics_of(plan)) if plan else []

    def _sentences(self, response: Document, passage: Passage, speaker: Speaker) -> Iterator[Sentence]:
        decided = [each for each in self._attitudes if each.passage == passage.id]
        for start, end in spans_of(passage):
            text = response.text[start:end]
            cues = tuple(
                replace(cue, start=start + cue.start, end=start + cue.end) for cue in cues_in(text, speaker)
            )
            mine = {each.direction for each in decided if each.words in text}
            shown = mine or {cue.direction for cue in cues}
            yield Sentence(
                response,
                passage,
                start,
                end,
                cues,
                tuple(each for each in DIRECTIONS if each in shown and each != "neutral"),
                bool(mine),
                (response.id, start) in self.voices.copied,
            )

    def _entries(self, passage: Passage, mentions: list[Mention]) -> Iterator[tuple[int, Entry]]:
        sentences = self.sentences[passage.id]
        likely = self._likely(passage, sentences)
        for number in self.numbers:
            about = likely.get(number, {})
            naming = [
                each
                for each in mentions
                if each.number == number and (each.is_sure or each.is_marked or about)
            ]
            if not naming and not about:
                continue
            told = [
                sentence
                for sentence in sentences
                if sentence in about or any(_overlap(sentence, mention) for mention in naming)
            ]
            sure = any(mention.is_sure or mention.is_marked for mention in naming)
            grounds: list[Why] = [*dict.fromkeys(mention.ground for mention in naming)]
            if about and not sure:
                grounds.append("matter")
            is_decided = passage.id in self._about and not sure
            yield (
                number,
                Entry(
                    passage,
                    tuple(grounds),
                    sure or is_decided,
                    1.0 if sure or is_decided else max(about.values()),
                    tuple(told),
                    is_decided,
                ),
            )

    def _likely(
        self, passage: Passage, sentences: tuple[Sentence, ...]
    ) -> Mapping[int, Mapping[Sentence, float]]:
        """The sentences that are about each pejlemærke, and how likely."""
        if passage.id in self._about:
            return {number: dict.fromkeys(sentences, 1.0) for number in self._about[passage.id]}
        telling = [each for each in sentences if tells(each.text)]
        if not telling:
            return {}
        shares = self.matter([plain(each) for each in telling], heading_of(passage))
        found: dict[int, dict[Sentence, float]] = {}
        for sentence, row in zip(telling, shares, strict=True):
            for number, share in zip(self.numbers, row, strict=True):
                if share >= self.matter.least:
                    found.setdefault(number, {})[sentence] = float(share)
        return found


def heading_of(passage: Passage) -> str:
    """The heading that a passage stands under; empty if it is only that of the whole response."""
    heading = ". ".join(passage.section[1:])
    return "" if re.search("høringssvar", heading, re.IGNORECASE) else heading


def plain(sentence: Sentence) -> str:
    """The words of a sentence without the name of its sender, which is no matter."""
    return sentence.text.replace(sentence.document.sender, "vi")


def _by_passage(response: Document, mentions: list[Mention]) -> Mapping[str, list[Mention]]:
    return {
        passage.id: [each for each in mentions if passage.start <= each.start < passage.end]
        for passage in response.passages
    }


def _overlap(sentence: Sentence, mention: Mention) -> bool:
    return sentence.start < mention.end and mention.start < sentence.end
