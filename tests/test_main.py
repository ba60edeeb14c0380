"""``python -m assistant`` as people run it: a process of its own."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from assistant.answers.assistant import Assistant
from assistant.search.retriever import Search
from assistant.settings import ROOT, Settings
from assistant.web.feedback import Feedback


@dataclass(frozen=True)
class Finished:
    """A process that has ended."""

    code: int
    out: str
    err: str


Run = Callable[..., Finished]


def environment(index: Path) -> dict[str, str]:
    inherited = {
        name: value for name, value in os.environ.items() if not name.upper().startswith("ASSISTANT_")
    }
    return {**inherited, "ASSISTANT_INDEX": str(index), "PYTHONIOENCODING": "utf-8"}


@pytest.fixture(scope="module")
def run(index_root: Path) -> Run:
    """Runs a command on the real index, or on another; no command may ever end in a traceback."""

    def start(
        *arguments: str | bytes | Path, stdin: bytes = b"", index: Path = index_root, **settings: str
    ) -> Finished:
        done = subprocess.run(
            [sys.executable, "-m", "assistant", *arguments],
            cwd=ROOT,
            env={**environment(index), **settings},
            input=stdin,
            capture_output=True,
            timeout=120,
            check=False,
        )
        finished = Finished(done.returncode, done.stdout.decode(), done.stderr.decode())
        assert "Traceback" not in finished.err, finished.err
        return finished

    return start


# ask


def test_ask_prints_the_answer_and_its_sources(run: Run) -> None:
    done = run("ask", "Pejlemærke 10, punkt 4")
    assert done == Finished(
        0,
        "Pejlemærke 10, punkt 4 lyder sådan:\n\n"
        "**Pejlemærke 10, punkt 4**\n"
        "- »Vi vil indgå i dialog med kommunerne om at nedbringe misbrugsproblematikker blandt borgerne på vores "
        "tilbud.« [1] (planlagt i 2025)\n\n"
        "[1] Pejlemærke 10, punkt 4 · Visions- og udviklingsplan for Socialområdet i Region Midtjylland 2024-2027 "
        "(Region Midtjylland, 2023-08-23)\n",
        "",
    )


def test_ask_as_json(run: Run) -> None:
    done = run("ask", "--json", "Hvad siger pejlemærke 7?")
    answer = json.loads(done.out)
    assert done.code == 0
    assert (answer["status"], answer["question"]) == ("answered", "Hvad siger pejlemærke 7?")
    assert [citation["marker"] for citation in answer["citations"]] == [1, 2, 3, 4]
    assert "pejlemærke" in done.out, "letters are not escaped"


def test_ask_reads_standard_input(run: Run) -> None:
    done = run("ask", "-", stdin="Hvad siger\npejlemærke 16?\n".encode())
    assert done.code == 0, "a refusal is an answer"
    assert done.out.startswith("Der er ikke noget pejlemærke 16 i planen.")


def test_a_question_that_cannot_be_read_is_a_failure(run: Run) -> None:
    done = run("ask", "?!")
    assert done.code == 1
    assert "Skriv et spørgsmål." in done.out


@pytest.mark.parametrize(
    ("arguments", "stdin"), [(["--json", b"hej \xff"], b""), (["-"], b"hej \xff")], ids=["argument", "input"]
)
def test_bytes_that_are_not_text_are_told(run: Run, arguments: list[str | bytes], stdin: bytes) -> None:
    done = run("ask", *arguments, stdin=stdin)
    assert done.code == 1
    assert "tegn, der ikke er tekst" in done.out


# batch and verify


QUESTIONS = """
{"id": "a", "q": "Hvad siger pejlemærke 7?"}
not JSON
{"id": "c", "q": "Og det næste pejlemærke?", "history": ["Hvad siger pejlemærke 7?"]}
"""


@pytest.fixture(scope="module")
def questions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("batch") / "questions.jsonl"
    path.write_text(QUESTIONS.lstrip(), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def batch(run: Run, questions: Path) -> Finished:
    return run("batch", questions, questions.with_name("answers.jsonl"))


@pytest.fixture
def answers(batch: Finished, questions: Path, tmp_path: Path) -> Path:
    """A copy of the answers to the questions, to tamper with."""
    return Path(shutil.copy(questions.with_name("answers.jsonl"), tmp_path))


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_batch_answers_every_line(batch: Finished, answers: Path) -> None:
    assert batch.code == 0
    assert re.fullmatch(r"3 answers in .+answers\.jsonl\n", batch.out)
    assert [(row["id"], row["status"]) for row in rows(answers)] == [
        ("a", "answered"),
        (None, "failed"),
        ("c", "answered"),
    ]


@pytest.mark.slow
def test_batch_needs_its_files(run: Run, questions: Path, tmp_path: Path) -> None:
    missing, nowhere = tmp_path / "missing.jsonl", tmp_path / "nowhere" / "answers.jsonl"
    for done, name in [
        (run("batch", missing, nowhere), missing),
        (run("batch", questions, nowhere), nowhere),
    ]:
        assert done.code == 1
        assert str(name) in done.err


def test_verify_accepts_what_batch_wrote(run: Run, answers: Path) -> None:
    assert run("verify", answers) == Finished(0, "8 of 8 quotes verbatim at their offset\n", "")


def test_verify_finds_every_quote_that_was_tampered_with(run: Run, answers: Path) -> None:
    changed = rows(answers)
    word, start, end, document = changed[0]["citations"]
    word["quote"] = word["quote"].replace("vil", "kan")
    start["start"] += 1
    end["end"] -= 1
    document["document_id"] = "brev-2023"
    answers.write_text("\n".join(map(json.dumps, changed)), encoding="utf-8")
    assert run("verify", answers) == Finished(1, "4 of 8 quotes verbatim at their offset\n", "")


@pytest.mark.parametrize(
    "citation",
    [
        "not JSON",
        '{"document_id": "plan-1999", "start": 0, "end": 6, "quote": "Forord"}',
        '{"document_id": "plan-2024", "start": "0", "end": 6, "quote": "Forord"}',
    ],
    ids=["not JSON", "no such document", "an offset that is no number"],
)
def test_verify_says_what_is_wrong_with_a_file_that_holds_no_answers(
    run: Run, tmp_path: Path, citation: str
) -> None:
    (tmp_path / "answers.jsonl").write_text(f'{{"citations": [{citation}]}}\n', encoding="utf-8")
    assert run("verify", tmp_path / "answers.jsonl").code == 1


# text


def test_text_lists_the_documents(run: Run) -> None:
    lines = run("text").out.splitlines()
    assert [line.split()[0] for line in lines] == [
        "plan-2024",
        "brev-2023",
        "side-2023",
        "svar-norddjurs",
        "brev-2013",
    ]


def test_text_is_what_offsets_refer_to(run: Run, answers: Path) -> None:
    text = run("text", "plan-2024").out
    for citation in rows(answers)[0]["citations"]:
        assert text[citation["start"] : citation["end"]] == citation["quote"]


def test_text_prints_passages_one_a_line(run: Run) -> None:
    lines = run("text", "brev-2013", "--passages").out.splitlines()
    assert lines[4] == (
        "brev-2013/5\tHøringsbrev 2013, afsnit 5\t1289:1382\t"
        "'Høringssvar kan sendes til Jenspeter.Ilsoee@ps.rm.dk til og med mandag den 2. september 2013.'"
    )


def test_text_of_no_document_says_which_there_are(run: Run) -> None:
    done = run("text", "plan-1999")
    assert done.code == 1
    assert "plan-1999" in done.err
    assert "plan-2024" in done.err


def test_a_reader_that_stops_early_is_no_fault(index_root: Path) -> None:
    """As in ``python -m assistant text plan-2024 --passages | head -1``."""
    with subprocess.Popen(
        [sys.executable, "-m", "assistant", "text", "plan-2024", "--passages"],
        cwd=ROOT,
        env=environment(index_root),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().startswith(b"plan-2024/forord.1")
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) == 0


# evaluate


@pytest.mark.slow
def test_evaluate_says_which_line_of_a_gold_file_is_wrong(run: Run, tmp_path: Path) -> None:
    row = {"language": "da", "user": "staff", "category": "lay", "status": "answered", "id": "x", "q": "P1"}
    for line in ("not JSON", json.dumps({**row, "gold": ["plan-2024/p16"]})):
        (tmp_path / "gold.jsonl").write_text(line + "\n", encoding="utf-8")
        done = run("evaluate", "--gold", tmp_path / "gold.jsonl")
        assert done.code == 1
        assert "line 1" in done.err


# what can go wrong with any of them


@pytest.mark.parametrize(
    "arguments",
    [(), ("answer",), ("ask",), ("ask", "Pejlemærke 7", "Pejlemærke 8"), ("batch", "a.jsonl"), ("ask", "--jsn", "P7"),
     ("evaluate", "--split", "training")],
    ids=" ".join,
)  # fmt: skip
def test_wrong_usage(run: Run, arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("usage: python -m assistant")


def test_help_names_every_command(run: Run) -> None:
    done = run("--help")
    assert done.code == 0
    for command in ("ask", "batch", "verify", "text", "evaluate", "calibrate", "train", "feedback", "load"):
        assert command in done.out


def test_feedback_is_read_by_a_command(run: Run, tmp_path: Path, search: Search, settings: Settings) -> None:
    kept, assistant = tmp_path / "feedback.jsonl", Assistant(search, settings)
    Feedback(kept).keep("wrong", assistant.answer("Hvad siger pejlemærke 7?"), [], "nej")
    told = run("feedback", ASSISTANT_FEEDBACK=str(kept))
    assert told.code == 0
    assert told.out.startswith("0 right, 1 wrong, 0 missing\n")
    assert "comment: nej" in told.out
    rows = [
        json.loads(line) for line in run("feedback", "--json", ASSISTANT_FEEDBACK=str(kept)).out.splitlines()
    ]
    assert [row["verdict"] for row in rows] == ["wrong"]
    assert run("feedback", "--since", "2999-01-01", ASSISTANT_FEEDBACK=str(kept)).out.startswith(
        "0 right, 0 wrong"
    )
    with kept.open("a") as file:
        file.write("broken\n")
    assert run("feedback", ASSISTANT_FEEDBACK=str(kept)).code == 1


def test_feedback_that_is_off_says_so(run: Run) -> None:
    told = run("feedback", ASSISTANT_FEEDBACK="off")
    assert told.code == 1
    assert "switched off" in told.err


@pytest.mark.parametrize("command", ["ask", "batch", "verify", "evaluate", "calibrate"])
def test_without_an_index_the_message_says_what_to_run(
    run: Run, command: str, questions: Path, tmp_path: Path
) -> None:
    arguments = {"ask": ["Pejlemærke 7"], "batch": [questions, tmp_path / "out.jsonl"], "verify": [questions]}
    done = run(command, *arguments.get(command, []), index=tmp_path / "none")
    assert (done.code, done.out) == (1, "")
    assert "run: python ingest.py" in done.err
    assert not (tmp_path / "none").exists()
    assert not (tmp_path / "out.jsonl").exists()


def test_a_wrong_setting_is_told(index_root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "assistant", "ask", "Pejlemærke 7"],
        cwd=ROOT,
        env={**environment(index_root), "ASSISTANT_TOP_K": "mange"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("SettingsError: ASSISTANT_TOP_K")


def test_asking_loads_no_heavy_library(index_root: Path) -> None:
    """They take seconds to import; the built-in model needs none of them."""
    heavy = "torch", "transformers", "sentence_transformers", "gradio", "sklearn", "langchain", "fastapi"
    program = (
        "import sys; from assistant.__main__ import main; main(['ask', 'Får bostedet en læge?']); "
        f"sys.exit(' '.join(name for name in {heavy} if name in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env=environment(index_root),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == "\n"


# check


def test_check_prints_the_verdict_what_differs_and_where_it_stands(run: Run) -> None:
    done = run("check", "Regionen modtog 43 høringssvar.")
    assert done.code == 0
    assert done.out.startswith("Det står anderledes i dokumenterne.\n")
    assert "hvor meget: påstanden siger 43 høringssvar, dokumentet siger 33 høringssvar" in done.out
    assert "[1] Høringsside 2023, afsnit 2 · " in done.out


def test_check_writes_json_and_reads_standard_input(run: Run) -> None:
    done = run("check", "-", "--json", stdin="Regionen modtog 33 høringssvar.".encode())
    checked = json.loads(done.out)
    assert (checked["verdict"], checked["status"]) == ("stands", "checked")
    assert checked["citations"][0]["passage_id"] == "side-2023/2"
    assert run("check", "?!").code == 1
