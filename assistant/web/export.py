"""An answer to take along: Markdown and Word, with every quote and its full reference."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistant.answers.answer import Answer, Citation, Language, read_line
from assistant.web.addresses import place, share
from assistant.web.words import word
from assistant.word_file import WordFile

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>()#+!|~$&:-])")
"""What Markdown readers may take for more than text; a backslash before it says that it is not."""


@dataclass(frozen=True)
class Export:
    """An answer, and what its file says besides. ``earlier``: the questions before it, oldest first;
    ``address``: of the site, for links; ``page``: the language of headings."""

    answer: Answer
    earlier: Sequence[str]
    address: str
    page: Language

    @property
    def heading(self) -> str:
        return " ".join(self.answer.question.split())

    @property
    def sources(self) -> str:
        return word(self.page, "sources")

    @property
    def note(self) -> str:
        """What this is, and from which day."""
        return word(self.page, "export_note", date=date.today().isoformat())

    @property
    def again(self) -> str:
        """The address at which the question is answered again."""
        return self.address + share(self.answer.question, self.earlier, self.page)

    def link(self, citation: Citation) -> str:
        return self.address + place(citation.passage, self.page)


def as_markdown(export: Export) -> str:
    """The answer as Markdown (CommonMark); what was typed and what is quoted is text in it."""
    answer = export.answer
    parts = [f"# {_escaped(export.heading)}"]
    parts += ["\n".join(map(_markdown_line, block.split("\n"))) for block in answer.text.split("\n\n")]
    parts += [f"## {export.sources}"] if answer.citations else []
    for each in answer.citations:
        parts.append(f"{_escaped(f'[{each.marker}] {_reference(each)}')}  \n<{export.link(each)}>")
        parts.append("> " + _escaped(each.quote).replace("\n", "  \n> "))
    parts += ["---", f"{_escaped(export.note)}  \n<{export.again}>"]
    return "\n\n".join(parts) + "\n"


def as_docx(export: Export) -> bytes:
    """The answer as a Word file."""
    answer = export.answer
    file = WordFile(export.heading, word(export.page, "title"), export.page, answer.language)
    file.heading(export.heading, 1)
    for line in answer.text.replace("\n\n", "\n").split("\n"):
        kind, words = read_line(line)
        file.paragraph(words, "List Bullet" if kind == "item" else None, kind == "heading")
    if answer.citations:
        file.heading(export.sources, 2)
    for each in answer.citations:
        file.paragraph(f"[{each.marker}] {_reference(each)}\n{export.link(each)}")
        file.paragraph(f"»{each.quote}«", "Quote")
    file.paragraph(f"{export.note}\n{export.again}")
    return file.content


def _reference(citation: Citation) -> str:
    """Where a quote is from, in full."""
    document = citation.document
    origin = f"{document.title}. {document.sender}, {document.date} ({document.status})"
    return f"{citation.passage.label}. {origin}."


def _markdown_line(line: str) -> str:
    kind, words = read_line(line)
    return {"heading": "**{}**\n", "item": "- {}", "text": "{}  "}[kind].format(_escaped(words))


def _escaped(text: str) -> str:
    """Text that a Markdown reader shows as it is; an ordered list's point needs its dot escaped."""
    shown = _MARKDOWN.sub(r"\\\1", text)
    return re.sub(r"^(\s*\d+)\.", r"\1\\.", shown, flags=re.MULTILINE)
