"""The shape of the code: who may import whom, and where each library has its one home."""

from __future__ import annotations

import ast
import re
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from assistant.settings import ROOT

PACKAGE = ROOT / "assistant"
FILES = sorted(path.relative_to(ROOT).as_posix() for path in PACKAGE.rglob("*.py"))
SCRIPTS = ["app.py", "ingest.py"]
COMMANDS = [
    "assistant/corpus_commands.py",
    "assistant/evaluation_commands.py",
    "assistant/hearing_commands.py",
]

MAY_IMPORT = {
    "errors": set(),
    "progress": {"signals"},
    "personal": set(),
    "signals": set(),
    "word_file": set(),
    "settings": {"errors"},
    "documents": {"errors", "personal"},
    "search": {"errors", "settings", "documents"},
    "hearing": {"errors", "documents", "search", "word_file"},
    "answers": {"errors", "personal", "settings", "documents", "search", "hearing"},
    "web": {"errors", "personal", "settings", "documents", "search", "hearing", "answers", "word_file"},
    "evaluation": {"errors", "settings", "documents", "search", "hearing", "answers", "web"},
    "hearing_commands": {
        "errors",
        "progress",
        "settings",
        "documents",
        "search",
        "hearing",
        "answers",
    },
    "corpus_commands": {"errors", "progress", "settings", "documents", "search"},
    "evaluation_commands": {"errors", "progress", "settings", "documents", "search", "evaluation"},
    "__main__": {
        "evaluation_commands",
        "hearing_commands",
        "errors",
        "progress",
        "settings",
        "documents",
        "search",
        "answers",
        "web",
        "evaluation",
    },
}
"""Besides itself. The command line loads what it needs; the pages are served by app.py."""

HOMES: dict[str, str | tuple[str, ...]] = {
    "chromadb": "search/vectors.py",
    "sentence_transformers": "search/sentence_models.py",
    "bm25s": "search/lexical.py",
    "snowballstemmer": "search/tokens.py",
    "filelock": "search/ingest.py",
    "langchain": "answers/phrasing/chat_model.py",
    "langchain_core": "search/langchain.py",
    "langchain_chroma": "evaluation/stock.py",
    "langchain_text_splitters": "evaluation/peers.py",
    "py3langid": "answers/reading/language.py",
    "sklearn": "evaluation/calibration.py",
    "gradio": "web/pages/",
    "jinja2": "web/rendering.py",
    "docx": "word_file.py",
    "icalendar": "hearing/calendar.py",
    "openpyxl": "hearing/tables.py",
    "pypdfium2": "documents/formats/pdf.py",
    "mammoth": "documents/formats/word.py",
    "bs4": "documents/formats/markup.py",
    "markdown_it": "documents/formats/markdown.py",
    "tomlkit": "documents/register.py",
    "mcp": "web/mcp.py",
    "httpx": ("evaluation/people.py", "search/vectors.py"),
    "playwright": "evaluation/browser.py",
    "tqdm": "progress.py",
    "pydantic_settings": "settings.py",
}
LONGEST = 260


@cache
def tree(file: str) -> ast.Module:
    return ast.parse((ROOT / file).read_text(encoding="utf-8"))


def imported(file: str) -> set[str]:
    """The dotted names that a file imports, at its top or within a function."""
    names = set()
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: imports are absolute"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def modules_imported(file: str) -> set[str]:
    """The files of the package that a file imports."""
    found = set()
    for name in imported(file):
        parts = name.split(".")
        while parts and parts[0] == "assistant":
            path = "/".join(parts) + ".py"
            if path in FILES:
                found.add(path)
                break
            parts.pop()
    return found


def part(file: str) -> str:
    """The part of the package that a file belongs to: a folder, or a module of its own."""
    return Path(file).parts[1].removesuffix(".py")


def test_the_files_are_those_of_the_package() -> None:
    assert {"assistant/__main__.py", "assistant/answers/assistant.py", "assistant/web/pages/site.py"} <= set(
        FILES
    )
    assert {part(file) for file in FILES} == {*MAY_IMPORT, "__init__"}


@pytest.mark.parametrize("file", FILES)
def test_imports_go_one_way(file: str) -> None:
    allowed = MAY_IMPORT.get(part(file), set()) | {part(file)}
    assert {other for other in modules_imported(file) if part(other) not in allowed} == set()


def test_documents_are_imported_at_all() -> None:
    """Or the tests above and below would hold of an empty set."""
    assert "assistant/documents/passages.py" in modules_imported("assistant/answers/assistant.py")
    assert "assistant/evaluation/run.py" in modules_imported("assistant/evaluation_commands.py")


def test_no_import_runs_in_a_circle() -> None:
    try:
        TopologicalSorter({file: modules_imported(file) - {file} for file in FILES}).prepare()
    except CycleError as fault:
        pytest.fail(" -> ".join(fault.args[1]))


@pytest.mark.parametrize(("library", "home"), HOMES.items(), ids=HOMES)
def test_a_library_has_one_home(library: str, home: str | tuple[str, ...]) -> None:
    """But for httpx, whose errors come out of chromadb's client."""
    homes = (home,) if isinstance(home, str) else home
    users = {
        file for file in (*FILES, *SCRIPTS) if library in {name.split(".")[0] for name in imported(file)}
    }
    assert users
    assert all(file.startswith(tuple(f"assistant/{each}" for each in homes)) for file in users)


def test_only_the_settings_read_the_environment() -> None:
    """The pages may set a variable before Gradio is imported."""
    users = {
        file
        for file in (*FILES, *SCRIPTS)
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Attribute | ast.Name)
        and ast.unparse(node).split(".")[-1] in {"environ", "environb", "getenv", "getenvb", "putenv"}
    }
    assert users <= {"assistant/settings.py", "assistant/web/pages/__init__.py"}
    assert set_in("assistant/web/pages/__init__.py") <= {"GRADIO_ANALYTICS_ENABLED"}


def set_in(file: str) -> set[str]:
    """The environment variables that a file sets; fails if it does anything else to the environment."""
    names = [
        ast.literal_eval(node.targets[0].slice)
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Assign)
        and isinstance(node.targets[0], ast.Subscript)
        and ast.unparse(node.targets[0].value) == "os.environ"
    ]
    assert ast.unparse(tree(file)).count("environ") == len(names)
    return set(names)


@pytest.mark.parametrize("file", FILES)
def test_a_file_is_short(file: str) -> None:
    assert len((ROOT / file).read_text(encoding="utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("file", SCRIPTS)
def test_a_script_only_wires_things_together(file: str) -> None:
    assert len((ROOT / file).read_text(encoding="utf-8").splitlines()) < 60


@pytest.mark.parametrize("file", [*FILES, *SCRIPTS])
def test_no_fault_is_caught_that_was_not_expected(file: str) -> None:
    """``except Exception`` shows a fault of ours as something else; to clean up and raise it again is fine."""
    broad = [
        ast.unparse(each)
        for each in ast.walk(tree(file))
        if isinstance(each, ast.ExceptHandler)
        and (each.type is None or re.search(r"\b(Base)?Exception\b", ast.unparse(each.type)))
        and ast.unparse(each.body[-1]) != "raise"
    ]
    assert broad == []


@pytest.mark.parametrize("file", [*FILES, *SCRIPTS])
def test_only_the_command_line_prints(file: str) -> None:
    prints = [
        node
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert not prints or file in {"assistant/__main__.py", *COMMANDS, *SCRIPTS}
