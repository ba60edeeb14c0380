"""From an answer of quotes to one whose quotes are told in sentences, each of them checked."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.answers.answer import Answer, Phrasing, Sentence
from assistant.answers.phrases import say
from assistant.answers.phrasing.chat_model import ChatModel, Patience
from assistant.answers.phrasing.checker import Checker, Fault
from assistant.answers.phrasing.prompt import speaks_to_machines, turns
from assistant.answers.phrasing.source import Source, sources_of
from assistant.answers.phrasing.structured import Draft, drafts
from assistant.answers.verify import verify
from assistant.errors import PhrasingError

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Phraser:
    """Lets a model phrase what an answer quotes. The quotes, their order and their markers stay."""

    model: ChatModel
    checker: Checker

    def __call__(self, quoted: Answer) -> Iterator[Answer]:
        """The answer as it grows by one checked sentence after the other, and the whole one last.

        The last one is the answer of quotes, with a line that says why, if no sentence is shown.
        """
        sources = sources_of([each for each in quoted.citations if not speaks_to_machines(each)])
        told: list[Sentence] = []
        faults: list[Fault] = []
        ended = ""
        if not sources:
            yield quoted
            return
        patience = Patience(self.model.seconds)
        try:
            pieces = self.model.stream(turns(quoted.question, quoted.language, sources), patience)
            for draft in drafts(pieces):
                sentence = self._checked(draft, sources, quoted, faults)
                if sentence:
                    told.append(sentence)
                    patience.renew()
                    yield self._answer(quoted, told, faults)
        except PhrasingError as fault:
            _log.warning("the language model did not phrase an answer: %s", fault.kind)
            ended = fault.kind
        yield self._answer(quoted, told, faults, ended or ("" if told else "nothing"))

    def _checked(
        self, draft: Draft, sources: Sequence[Source], quoted: Answer, faults: list[Fault]
    ) -> Sentence | None:
        """The sentence if it may be shown; else what is wrong with it is noted."""
        leant_on = [source for source in sources if source.id in draft.support]
        checked = self.checker(draft.text, leant_on, quoted.language)
        if checked.fault:
            faults.append(checked.fault)
            return None
        text = f"{checked.speaker}: {draft.text}" if checked.speaker else draft.text
        markers = dict.fromkeys(source.citation.marker for source in leant_on)
        return Sentence(text, tuple(markers), checked.verdict)

    def _answer(
        self, quoted: Answer, told: Sequence[Sentence], faults: Sequence[Fault], ended: str = ""
    ) -> Answer:
        phrasing = Phrasing(self.model.name, self.model.place, tuple(told), tuple(faults), ended)
        return verify(replace(quoted, text=_text(quoted, phrasing), phrasing=phrasing))


def _text(quoted: Answer, phrasing: Phrasing) -> str:
    """The answer's text with the sentences before its first quote, and who phrased what; the reason why there
    are no sentences comes last."""
    language = quoted.language
    values = {"model": phrasing.model, "place": phrasing.place}
    reasons = dict.fromkeys(say(language, f"dropped_{fault}") for fault in phrasing.faults)
    dropped = [say(language, "dropped", count=len(phrasing.faults), reasons=list(reasons))] if reasons else []
    if not phrasing.sentences:
        ended = say(language, f"unphrased_{phrasing.ended}", **values)
        return "\n\n".join((quoted.text, " ".join((ended, *dropped))))
    first = quoted.text.index(quoted.citations[0].marked)
    start = quoted.text.rfind("\n\n", 0, first) + 1
    told = " ".join(map(str, phrasing.sentences))
    note = " ".join((say(language, "phrased", **values), *dropped))
    blocks = (quoted.text[:start].strip(), told, note, quoted.text[start:].strip("\n"))
    return "\n\n".join(filter(None, blocks))
