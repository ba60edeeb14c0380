"""Voices that are not independent: who joins whose response, and who copies whose words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz, process

from assistant.documents.passages import Document, Passage
from assistant.documents.sentences import spans_of

_JOINS = re.compile(
    r"""
    \b(?:tilslutte\w*\s+(?:\w+\s+){0,2}?(?:sig|os|mig)|(?:sig|os|mig)\s+tilslutte|tilslutning\s+til
      |bakke\w*\s+(?:\w+\s+){0,3}?op\s+(?:om|bag)|støtte\w*(?:\s+fuldt\s+ud)?|enige?\s+(?:i|med)
      |henvise\w*(?:\s+\w+){0,2}\s+til|med\s?underskrive\w*|deler)\b
    [^.!?]*?\b(?:hørings)?(?:svar|svaret|udtalelse|udtalelsen|bemærkninger|bemærkningerne)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_DENIED = re.compile(r"\b(?:ikke|hverken)\b", re.IGNORECASE)
_OWN = re.compile(r"\b(?:vores|mit|sit|dette|nærværende|hermed)\s+(?:\w+\s+)?(?:hørings)?svar", re.IGNORECASE)
_NAME = re.compile(
    r"(?:[A-ZÆØÅ][\w-]+(?:\s+(?:[A-ZÆØÅ][\w-]+|i|og|af|for|på)(?=\s+[A-ZÆØÅ]|\s))*\s*)+(?:[A-ZÆØÅ]?[\w-]+)?"
)
_COURTESY = re.compile(
    r"\btakke[rs]?\b|\btak for\b|\b(?:afgive|fremsende|indgive|indsende)\w*\b.{0,40}\bhøringssvar"
    r"|\ber en (?:\w+ )?(?:lands)?forening|\brepræsenterer\b|\bskriver på vegne"
    r"|\bvi er (?:\w+ )?(?:forældre|pårørende|beboere|medlemmer|medarbejdere)\b"
    r"|\b(?:drøftet|behandlet|læst|modtaget) (?:udkastet|planen|materialet|forslaget|sagen)"
    r"|følgende bemærkninger|uddybe|venlig hilsen",
    re.IGNORECASE,
)
_LEAST_WORDS = 8
"""Of a sentence that can be copied: shorter ones are anybody's."""
_ALIKE = 88
"""Per cent of letters in common from which a sentence is a copy, senders' names aside."""
_RUN = 4
"""Words in a row that a sentence and its copy share at the least."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Joinder:
    """A sentence in which a response joins another: ``start`` and ``end`` in its document.

    ``joined``: the response that it joins; None if that is not in the collection. ``name``: as it stands.
    """

    document: Document
    passage: Passage
    start: int
    end: int
    name: str
    joined: Document | None


@dataclass(frozen=True)
class Copy:
    """A sentence that another response had first; ``start`` and ``end`` in each document."""

    document: Document
    passage: Passage
    start: int
    end: int
    original: Document
    original_start: int
    original_end: int


@dataclass(frozen=True)
class Voices:
    """Who of the responses speaks for themselves."""

    responses: tuple[Document, ...]

    @cached_property
    def joinders(self) -> tuple[Joinder, ...]:
        """All sentences by which a response joins another."""
        return tuple(each for response in self.responses for each in self._joinders(response))

    @cached_property
    def copies(self) -> tuple[Copy, ...]:
        """The sentences that an earlier response holds too: by date, then in the corpus's order."""
        return tuple(_copies(sorted(self.responses, key=lambda each: each.date)))

    @cached_property
    def borrowed(self) -> dict[tuple[str, str], list[Copy]]:
        """The copied sentences by who copies and from whom."""
        found: dict[tuple[str, str], list[Copy]] = {}
        for each in self.copies:
            found.setdefault((each.document.sender, each.original.sender), []).append(each)
        return found

    @cached_property
    def copied(self) -> frozenset[tuple[str, int]]:
        """Document and start of each copied sentence."""
        return frozenset((each.document.id, each.start) for each in self.copies)

    @cached_property
    def joining_only(self) -> tuple[Document, ...]:
        """The responses that say no more than that they join another."""
        joining = {(each.document.id, each.start) for each in self.joinders}
        return tuple(
            response
            for response in self.responses
            if any(name == response.id for name, _ in joining)
            and all((response.id, start) in joining for start, _ in telling(response))
        )

    @cached_property
    def copying_only(self) -> tuple[Document, ...]:
        """The responses that say nothing but what an earlier one says."""
        return tuple(
            response
            for response in self.responses
            if (spans := telling(response)) and all((response.id, start) in self.copied for start, _ in spans)
        )

    @cached_property
    def independent(self) -> tuple[Document, ...]:
        """The responses that say something of their own."""
        return tuple(
            each for each in self.responses if each not in self.joining_only and each not in self.copying_only
        )

    def _joinders(self, response: Document) -> Iterator[Joinder]:
        for passage in response.passages:
            for start, end in spans_of(passage):
                sentence = response.text[start:end]
                match = _JOINS.search(sentence)
                if match and not _DENIED.search(sentence[: match.end()]) and not _OWN.search(sentence):
                    yield from self._joined(response, passage, start, end)

    def _joined(self, response: Document, passage: Passage, start: int, end: int) -> Iterator[Joinder]:
        """Those that a sentence names: the responses of the collection, else a name as it stands."""
        sentence = response.text[start:end]
        others = [each for each in self.responses if each is not response and _names(sentence, each.sender)]
        for other in others:
            yield Joinder(response, passage, start, end, other.sender, other)
        if not others and (name := _named_in(sentence, response.sender)):
            yield Joinder(response, passage, start, end, name, None)


def telling(response: Document) -> list[tuple[int, int]]:
    """The sentences of a response besides opening, thanks, lists of names and signature."""
    return [
        (start, end)
        for passage in response.passages
        if passage.kind != "signature"
        for start, end in spans_of(passage)
        if tells(response.text[start:end])
    ]


def tells(sentence: str) -> bool:
    """Whether a sentence says something: no date, address or title, and no thanks for the invitation."""
    is_whole = sentence.startswith("•") or sentence.rstrip('”"’)').endswith((".", "!", "?", ":"))
    return is_whole and not _COURTESY.search(sentence) and len(_WORD.findall(sentence)) > 2


def _names(sentence: str, sender: str) -> bool:
    """Whether a sentence names a sender, by the whole name or without what kind of body it is."""
    short = re.sub(r"\s+(?:Kommune|Regionsråd)$|^(?:Foreningen|Landsforeningen|Botilbuddet)\s+", "", sender)
    return any(re.search(rf"(?<!\w){re.escape(each)}s?(?!\w)", sentence) for each in {sender, short} if each)


def _named_in(sentence: str, sender: str) -> str:
    """The name in a joinder's sentence that is nobody's in the collection; empty if there is none."""
    match = _JOINS.search(sentence)
    rest = sentence[match.start() :] if match else ""
    names = [each.group().strip() for each in _NAME.finditer(rest) if not _names(each.group(), sender)]
    return max(names, key=len, default="")


def _copies(responses: Sequence[Document]) -> Iterator[Copy]:
    """Compares each sentence with those of earlier responses that share a few words in a row with it."""
    masks = re.compile("|".join(rf"(?<!\w){re.escape(each.sender)}(?!\w)" for each in responses))
    seen: list[tuple[Document, int, int, str]] = []
    by_run: dict[tuple[str, ...], list[int]] = {}
    for response in responses:
        mine: list[tuple[Document, int, int, str]] = []
        for passage in response.passages:
            for start, end in spans_of(passage):
                words = _WORD.findall(masks.sub("vi", response.text[start:end]).casefold())
                if not tells(response.text[start:end]) or len(words) < _LEAST_WORDS:
                    continue
                text = " ".join(words)
                candidates = sorted({at for run in _runs(words) for at in by_run.get(run, ())})
                near = process.extractOne(
                    text, [seen[at][3] for at in candidates], scorer=fuzz.ratio, score_cutoff=_ALIKE
                )
                if near:
                    yield Copy(response, passage, start, end, *seen[candidates[near[2]]][:3])
                else:
                    mine.append((response, start, end, text))
        for each in mine:
            for run in _runs(each[3].split()):
                by_run.setdefault(run, []).append(len(seen))
            seen.append(each)


def _runs(words: Sequence[str]) -> set[tuple[str, ...]]:
    return {tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}
