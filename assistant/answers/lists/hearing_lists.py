"""Lists over all responses at once: who worries about a matter, who is silent, what most speak of."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from assistant.answers.answer import Language
from assistant.answers.lists.listing import Listing
from assistant.answers.lists.pejlemaerker import missing
from assistant.answers.lists.scope import places_of
from assistant.answers.phrases import say
from assistant.answers.reading.hearing import HearingAsked, hearing_asked
from assistant.answers.reading.question import Question
from assistant.documents.passages import Document, Passage
from assistant.hearing.cells import Sentence
from assistant.hearing.trace import Trace
from assistant.search.retriever import Search
from assistant.search.tokens import fold, spelled_words, stems

_SAME_MATTER, _SHORTEST = 0.5, 4
"""From this cosine on a sentence has a word of the same matter as the one that is asked about."""


class HearingLists:
    """Answers what is asked of all responses; every count is that of the list below it."""

    def __init__(self, trace: Trace, search: Search) -> None:
        self._trace = trace
        self._search = search

    def __call__(self, question: Question) -> Listing | None:
        """The complete answer; None if the question does not ask this."""
        asked = hearing_asked(question.folded, question.query)
        if asked is None or question.is_of_earlier or not self._trace.responses:
            return None
        if missing(question, self._trace.catalogue):
            return None
        if {"letter", "page"} & set(question.roles) or (question.bodies and asked.what != "joinders"):
            return None
        if asked.what == "joinders":
            return self._joinders(question)
        if asked.what in ("most", "fewest"):
            return self._ranked(question.language, asked.what == "most")
        numbers = self._numbers(question)
        if not (numbers or asked.subject or asked.direction):
            return None
        return self._shown(question.language, asked, numbers, self._about(question, asked, numbers))

    def _numbers(self, question: Question) -> tuple[int, ...]:
        """The pejlemærker that a question names, or that stand under a strategispor that it names."""
        catalogue = self._trace.catalogue
        if places := places_of(question, catalogue):
            return tuple(number for number, _ in places)
        names = set(question.references.strategispor)
        return tuple(
            statement.reference.pejlemaerker[0]
            for statement in catalogue.statements
            if names & set(statement.reference.strategispor)
        )

    def _about(self, question: Question, asked: HearingAsked, numbers: Sequence[int]) -> str:
        """What it is about, in words: the pejlemærker, or the words that were typed."""
        if numbers:
            return say(question.language, "part_pejlemaerke", numbers=list(numbers))
        return (
            say(question.language, "hearing_quoted", words=" ".join(asked.subject)) if asked.subject else ""
        )

    def _shown(self, language: Language, asked: HearingAsked, numbers: Sequence[int], about: str) -> Listing:
        """The responses with a sentence on the matter that shows the direction, or with any on it."""
        sentences = [
            each
            for each in self._on(numbers, asked.subject)
            if asked.direction is None or asked.direction in each.directions
        ]
        speaking = [each for each in self._trace.responses if any(s.document == each for s in sentences)]
        passages = tuple(dict.fromkeys(each.passage for each in sentences))
        if asked.what == "silent":
            return Listing(self._silent(language, speaking, about), passages)
        key = "hearing_show" if asked.direction else "hearing_mention"
        where = "hearing_in_what" if asked.direction else "hearing_about"
        values: dict[str, object] = {
            "count": len(speaking),
            "total": len(self._trace.responses),
            "senders": _senders(speaking),
            "direction": say(language, asked.direction) if asked.direction else "",
            "about": say(language, where, about=about) if about else "",
        }
        if not sentences:
            lead = self._of_received(language, say(language, f"{key}_none", **values))
            return Listing(lead, (), "not_in_documents")
        lead = f"{say(language, key, **values)}{self._borrowed(language, sentences, speaking)}"
        return Listing(self._of_received(language, lead), passages, notes=_cues(language, sentences))

    def _silent(self, language: Language, speaking: Sequence[Document], about: str) -> str:
        """Who does not speak of a matter, and who does."""
        silent = [each for each in self._trace.responses if each not in speaking]
        where = say(language, "hearing_about", about=about)
        values = {"count": len(silent), "total": len(self._trace.responses), "senders": _senders(silent)}
        told = [say(language, "hearing_silent" if silent else "hearing_silent_none", about=where, **values)]
        if silent and speaking:
            told.append(say(language, "hearing_others", senders=_senders(speaking)))
        return self._of_received(language, " ".join(told))

    def _borrowed(
        self, language: Language, sentences: Sequence[Sentence], speaking: Sequence[Document]
    ) -> str:
        """How many say it in words of their own, if not all do, and who joins one of them."""
        own = {each.document.id for each in sentences if not each.is_copied}
        told = say(language, "hearing_own", count=len(own)) if len(own) < len(speaking) else ""
        for each in self._trace.voices.joinders:
            if each.joined in speaking and each.document not in speaking:
                values = {"sender": each.document.sender, "joined": each.name}
                told += f" {say(language, 'hearing_joins', **values)}"
        return told

    def _on(self, numbers: Sequence[int], subject: Sequence[str]) -> list[Sentence]:
        """The sentences on pejlemærker, or on what the words mean; all if there are neither."""
        if numbers:
            told = (
                s for number in numbers for cell in self._trace.of_pejlemaerke(number) for s in cell.sentences
            )
            return list(dict.fromkeys(told))
        every = [each for sentences in self._trace.sentences.values() for each in sentences]
        return [each for each in every if not subject or self._speaks_of(each, subject)]

    def _speaks_of(self, sentence: Sentence, subject: Sequence[str]) -> bool:
        """Whether each of the words, or one of the same matter, stands in a sentence."""
        folded = fold(sentence.text)
        rest = [word for word in subject if not any(stem in folded for stem in stems(fold(word)))]
        words = " ".join(word for word in sentence.text.split() if len(word) >= _SHORTEST)
        near = (max(self._search.support(self._forms(word), words)) for word in rest)
        return all(each >= _SAME_MATTER for each in near)

    def _forms(self, word: str) -> Sequence[str]:
        """A word as the documents write it, if they do: the model knows "økonomi", and "økonomien" hardly."""
        told = stems(word)
        return self._words_of_stem.get(told[0], [word]) if told else [word]

    @cached_property
    def _words_of_stem(self) -> dict[str, list[str]]:
        """The words of the documents, by their stems."""
        found: dict[str, list[str]] = {}
        for word in {word for passage in self._search.index.passages for word in spelled_words(passage.text)}:
            for stem in stems(word):
                found.setdefault(stem, []).append(word)
        return found

    def _ranked(self, language: Language, is_most: bool) -> Listing:
        """The pejlemærker by how many responses speak of them; of the fewest, those alone."""
        total = len(self._trace.responses)
        speaking = {
            number: [cell.response for cell in self._trace.of_pejlemaerke(number)]
            for number in self._trace.numbers
        }
        counts = {number: len(responses) for number, responses in speaking.items()}
        extreme = max(counts.values()) if is_most else min(counts.values())
        best = [number for number in counts if counts[number] == extreme]
        key = "hearing_most" if is_most else "hearing_fewest"
        lead = say(language, key, numbers=best, count=extreme, total=total)
        told = [number for number in counts if counts[number]] if is_most else best
        told.sort(key=lambda number: (-counts[number], number))
        passages = [self._trace.catalogue.pejlemaerke(number)[0] for number in told]
        notes = {}
        for number, passage in zip(told, passages, strict=True):
            which = "hearing_count" if counts[number] else "hearing_count_none"
            senders = _senders(speaking[number])
            notes[passage.id] = say(language, which, count=counts[number], total=total, senders=senders)
        return Listing(self._of_received(language, lead), tuple(passages), notes=notes)

    def _joinders(self, question: Question) -> Listing:
        """Who joins or repeats whom; of those alone who are named, if any are."""
        language, voices, named = question.language, self._trace.voices, set(question.bodies)
        told: list[str] = []
        passages: list[Passage] = []
        for each in voices.joinders:
            if not named or named & {each.document.sender, each.name}:
                told.append(say(language, "hearing_joins", sender=each.document.sender, joined=each.name))
                passages.append(each.passage)
        for (sender, joined), places in voices.borrowed.items():
            if not named or named & {sender, joined}:
                told.append(say(language, "hearing_copies", sender=sender, joined=joined, count=len(places)))
                passages += [copy.passage for copy in places]
        if not told:
            lead = say(language, "hearing_joinders_none", total=len(self._trace.responses))
            return Listing(self._of_received(language, lead), (), "not_in_documents")
        return Listing(self._of_received(language, " ".join(told)), tuple(dict.fromkeys(passages)))

    def _of_received(self, language: Language, lead: str) -> str:
        """A lead, and how many responses the region received, if the collection does not hold them all."""
        received = self._trace.catalogue.received_count
        if received is None or received <= len(self._trace.responses):
            return lead
        told = say(language, "hearing_received", received=received)
        return f"{lead[:-1]}.{told}" if lead.endswith(":") else f"{lead}{told}"


def _senders(responses: Sequence[Document]) -> list[str]:
    return [response.sender for response in responses]


def _cues(language: Language, sentences: Sequence[Sentence]) -> dict[str, str]:
    """Behind each passage, the words that show what its sender thinks."""
    notes: dict[str, list[str]] = {}
    for sentence in sentences:
        mine = notes.setdefault(sentence.passage.id, [])
        if sentence.is_corrected:
            mine.append(say(language, "hearing_corrected"))
        for cue in sentence.cues:
            words = sentence.document.text[cue.start : cue.end]
            mine.append(say(language, "hearing_cue", direction=say(language, cue.direction), cue=words))
    return {name: "; ".join(dict.fromkeys(each)) for name, each in notes.items() if each}
