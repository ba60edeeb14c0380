"""New documents into the corpus, and old ones out of it: what is understood of a file is shown first."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from assistant.documents.corpus import AT_ONCE, CorpusReader, topics_of
from assistant.documents.files import replace_file
from assistant.documents.formats.extracted import Extracted
from assistant.documents.formats.isolated import extract
from assistant.documents.lay import QUESTIONS, without_document
from assistant.documents.mentions import Mention, mentions_in
from assistant.documents.passages import Document
from assistant.documents.proposal import Proposal, propose, slug
from assistant.documents.register import Value, add_source, remove_corrections, remove_source
from assistant.documents.sources import make_source, read_sources
from assistant.errors import CorpusError
from assistant.personal import cpr_lines, line_of, personal_places

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Understood:
    """What was understood of a file. ``personal``: what looks like personal data, with its line."""

    file: Path
    proposal: Proposal
    document: Document
    notes: tuple[str, ...]
    mentions: tuple[Mention, ...]
    personal: tuple[str, ...]

    @property
    def headings(self) -> list[str]:
        """The headings of the document, in its order."""
        return list(
            dict.fromkeys(each.section[1] for each in self.document.passages if len(each.section) > 1)
        )


class Intake:
    """Takes files into a corpus directory."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._sources = read_sources(directory, may_be_unnamed=True)
        self._reader = CorpusReader(directory, {})
        documents = self._reader.read(self._sources)
        self._plan = next((each for each in documents if each.role == "plan"), None)
        self._topics = topics_of(self._plan) if self._plan else {}
        self._held = {_digest(directory / source.file): source.id for source in self._sources}

    def read(
        self, files: Sequence[Path], progress: Progress = lambda done, total: None
    ) -> list[Extracted | CorpusError]:
        """What each file holds, or why it cannot be read."""
        read: list[Extracted | CorpusError] = []
        with ThreadPoolExecutor(AT_ONCE) as pool:
            for told in pool.map(_extracted, files):
                read.append(told)
                progress(len(read), len(files))
        return read

    def understand(self, file: Path, read: Extracted, given: Mapping[str, Value]) -> Understood:
        """What a file would be in the corpus. ``CorpusError`` if it must not, or cannot, come in."""
        if held := self._held.get(_digest(file)):
            raise CorpusError(f"{file.name} is in the corpus already, as {held}")
        if numbers := cpr_lines(read.text):
            lines = ", ".join(map(str, numbers))
            raise CorpusError(
                f"{file.name} holds CPR numbers (line {lines} of its text): take them out first"
            )
        proposal = propose(file, read, given, [source.id for source in self._sources])
        if proposal.missing:
            flags = ", ".join(f"--{name}" for name in proposal.missing)
            raise CorpusError(
                f"{file.name}: no {' and no '.join(proposal.missing)} found in it; give {flags}"
            )
        source = make_source({**proposal.values, "file": file.name}, str(file))
        document = self._reader.made(file, source, read)
        mentions = tuple(mentions_in(document, self._plan, self._topics))
        personal = tuple(
            f"{sign} in line {line_of(read.text, start)}: {read.text[start:end]}"
            for sign, start, end in personal_places(read.text)
        )
        return Understood(file, proposal, document, read.notes, mentions, personal)

    def take(self, understood: Understood, reviewed: str = "", accept: bool = False) -> str:
        """Copies the file into the corpus, names it in ``sources.toml``, and returns its id.

        ``reviewed``: what was decided about personal data in it. ``accept``: what was guessed is right.
        ``CorpusError`` if there is personal data and nothing was decided, or a guess and nobody vouches.
        """
        if (guessed := sorted({"role", "sender", "date"} & understood.proposal.unsure)) and not accept:
            told = " and ".join(f"{name} “{understood.proposal.values[name]}”" for name in guessed)
            flags = ", ".join(f"--{name}" for name in guessed)
            raise CorpusError(f"{understood.file.name}: {told} only guessed; give {flags}, or --accept")
        if understood.personal and not reviewed:
            raise CorpusError(
                f"{understood.file.name} holds what looks like personal data; look at it, then say what was "
                'decided: --reviewed "kept: official contact details"'
            )
        values = dict(understood.proposal.values)
        name = f"{slug(str(values['id']))}{understood.file.suffix.lower()}"
        inside = understood.file.resolve().parent == self._directory.resolve()
        target = understood.file if inside else self._directory / name
        if not inside:
            if target.exists():
                raise CorpusError(f"{target} is there already")
            shutil.copyfile(understood.file, target)
        fields: dict[str, Value] = {"id": values.pop("id"), "file": target.name, **values}
        try:
            add_source(self._directory, {**fields, **({"reviewed": reviewed} if reviewed else {})})
            self._sources = read_sources(self._directory, may_be_unnamed=True)
        except CorpusError:
            if not inside:
                target.unlink(missing_ok=True)
            raise
        self._held[_digest(target)] = str(fields["id"])
        return str(fields["id"])


def remove(directory: Path, name: str) -> int:
    """Takes a document out of the corpus: its entry, its file, the lay questions that lead to it alone, and
    what was decided about its passages.

    Returns how many questions went. ``CorpusError`` if there is no such document.
    """
    known = [source.id for source in read_sources(directory, may_be_unnamed=True)]
    if name not in known:
        raise CorpusError(f"there is no document {name}; there are {', '.join(known)}")
    # In this order: whenever it is cut off, what is left is a whole corpus, or one whose fault is named.
    text, gone = without_document(directory / QUESTIONS, name)
    replace_file(directory / QUESTIONS, text)
    remove_corrections(directory, name)
    (directory / remove_source(directory, name)).unlink(missing_ok=True)
    return gone


def _extracted(file: Path) -> Extracted | CorpusError:
    try:
        return extract(file)
    except CorpusError as fault:
        return fault


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
