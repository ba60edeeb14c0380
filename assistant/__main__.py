"""The command line: ``python -m assistant COMMAND``."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from assistant import evaluation_commands, hearing_commands
from assistant.errors import AssistantError
from assistant.progress import progress_bar
from assistant.settings import Settings, read_settings

if TYPE_CHECKING:
    from assistant.documents.corpus import Corpus
    from assistant.documents.passages import Document


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; 0 if all went well, 1 if not, 2 for wrong usage."""
    options = _parser().parse_args(arguments)
    try:
        code = int(options.run(options, read_settings()) or 0)
        sys.stdout.flush()
        return code
    except BrokenPipeError:  # whoever reads has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (AssistantError, OSError) as fault:
        print(f"{type(fault).__name__}: {fault}", file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m assistant", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    ask = commands.add_parser("ask", help="answer one question")
    ask.add_argument("question", help="the question, or - to read it from standard input")
    ask.add_argument("--json", action="store_true", help="print the whole answer as JSON")
    ask.set_defaults(run=_ask)

    batch = commands.add_parser("batch", help="answer a file of questions, one JSON object a line")
    batch.add_argument("questions", type=Path)
    batch.add_argument("answers", type=Path)
    batch.set_defaults(run=_batch)

    verify = commands.add_parser("verify", help="check every quote of an answers file at its offset")
    verify.add_argument("answers", type=Path)
    verify.set_defaults(run=_verify)

    text = commands.add_parser("text", help="print a document's mended text, or list the documents")
    text.add_argument("document", nargs="?", help="the document's id")
    text.add_argument("--passages", action="store_true", help="print its passages with their ids")
    text.set_defaults(run=_text)

    feedback = commands.add_parser("feedback", help="print what readers said of the answers")
    feedback.add_argument("--since", type=date.fromisoformat, metavar="YYYY-MM-DD", help="from that day on")
    feedback.add_argument("--json", action="store_true", help="print a JSON object a line")
    feedback.set_defaults(run=_feedback)

    draft = commands.add_parser(
        "draft-questions", help="let the language model draft lay questions, for people to look through"
    )
    draft.add_argument("document", help="for the passages of this document that have none")
    draft.set_defaults(run=_draft)

    hearing_commands.add_commands(commands)
    evaluation_commands.add_commands(commands)
    return parser


def _ask(options: argparse.Namespace, settings: Settings) -> int:
    from assistant.answers.assistant import open_assistant
    from assistant.answers.phrasing.chat_model import open_chat_model

    question = options.question
    if question == "-":
        question = sys.stdin.buffer.read().decode("utf-8", errors="replace")
    answer = open_assistant(settings, open_chat_model(settings)).answer(question)
    if options.json:
        print(json.dumps(answer.as_json(), ensure_ascii=False, indent=1))
    else:
        print(answer.text)
        print("".join(f"\n{citation.reference}" for citation in answer.citations))
    return int(answer.status == "failed")


def _batch(options: argparse.Namespace, settings: Settings) -> None:
    from assistant.answers.assistant import open_assistant
    from assistant.answers.batch import answer_file
    from assistant.answers.phrasing.chat_model import open_chat_model

    assistant = open_assistant(settings, open_chat_model(settings))
    with progress_bar() as progress:
        count = answer_file(assistant, options.questions, options.answers, progress)
    print(f"{count} answers in {options.answers}")


def _draft(options: argparse.Namespace, settings: Settings) -> None:
    from assistant.answers.phrasing.chat_model import open_chat_model
    from assistant.answers.phrasing.lay_drafts import append, draft_questions
    from assistant.documents.corpus import read_corpus
    from assistant.documents.lay import QUESTIONS, read_questions

    model = open_chat_model(settings)
    if model is None:
        raise AssistantError("no language model is set: set ASSISTANT_LLM, for instance to ollama:NAME")
    document = _document(read_corpus(settings.corpus), options.document)
    path = settings.corpus / QUESTIONS
    asked = {
        name for drafts in (False, True) for each in read_questions(path, drafts) for name in each.passages
    }
    passages = [passage for passage in document.passages if passage.id not in asked]
    with progress_bar() as progress:
        drafts = list(draft_questions(model, document, passages, partial(progress, "drafting")))
    append(drafts, path)
    print(f"{len(drafts)} drafts for {len(passages)} passages are at the end of {path}")
    print('Look through them: delete what is wrong, and "draft": true where a question is right.')


def _document(corpus: Corpus, name: str) -> Document:
    documents = {document.id: document for document in corpus.documents}
    if name not in documents:
        raise AssistantError(f"no document {name}; there are {', '.join(documents)}")
    return documents[name]


def _verify(options: argparse.Namespace, settings: Settings) -> int:
    from assistant.answers.assistant import open_assistant
    from assistant.answers.batch import quotes_in

    documents = open_assistant(settings).index.documents_by_id
    texts = {name: document.text for name, document in documents.items()}
    quotes = list(quotes_in(options.answers))
    right = sum(texts.get(name, "")[start:end] == quote for name, start, end, quote in quotes)
    print(f"{right} of {len(quotes)} quotes verbatim at their offset")
    return int(right < len(quotes))


def _text(options: argparse.Namespace, settings: Settings) -> None:
    from assistant.documents.corpus import read_corpus

    corpus = read_corpus(settings.corpus)
    if options.document is None:
        for document in corpus.documents:
            print(
                f"{document.id:16}{len(document.passages):5} passages  {document.title} ({document.status})"
            )
    elif options.passages:
        for passage in _document(corpus, options.document).passages:
            print(f"{passage.id}\t{passage.label}\t{passage.start}:{passage.end}\t{passage.text!r}")
    else:
        print(_document(corpus, options.document).text)


def _feedback(options: argparse.Namespace, settings: Settings) -> int:
    from assistant.web.feedback import read_feedback

    if settings.feedback_file is None:
        raise AssistantError("feedback is switched off: ASSISTANT_FEEDBACK is off")
    report = read_feedback(settings.feedback_file, options.since)
    if options.json:
        for entry in report.entries:
            print(json.dumps(asdict(entry), ensure_ascii=False))
    else:
        print(report)
    return int(bool(report.damaged))


if __name__ == "__main__":
    sys.exit(main())
