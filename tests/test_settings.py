from __future__ import annotations

import os
from pathlib import Path

import pytest
from pydantic import SecretStr, ValidationError

from assistant.errors import SettingsError
from assistant.settings import BUILT_IN_MODEL, ROOT, Settings, environment_of, read_settings


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment without the settings of whoever runs the tests."""
    for name in os.environ:
        if name.upper().startswith("ASSISTANT_"):
            monkeypatch.delenv(name)


def test_the_defaults_are_the_repository_and_this_machine_alone() -> None:
    settings = read_settings()
    assert settings.corpus == ROOT / "corpus"
    assert (settings.corpus / "sources.toml").is_file()
    assert settings.index == ROOT / ".index"
    assert settings.model == ""
    assert (BUILT_IN_MODEL / "model.safetensors").is_file()
    assert settings.host == "127.0.0.1"


def test_every_setting_is_read_from_its_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    values = {
        "corpus": Path("/srv/corpus"),
        "index": Path("/srv/index"),
        "chroma": "https://chroma.example:8000",
        "model": "intfloat/multilingual-e5-small",
        "query_prompt": "query: ",
        "document_prompt": "passage: ",
        "llm": "ollama:gemma",
        "llm_url": "http://localhost:11434",
        "llm_key": SecretStr("hemmelig"),
        "llm_seconds": 5.0,
        "llm_tokens": 400,
        "llm_calls_per_minute": 3,
        "llm_calls_per_day": 100,
        "llm_tokens_per_day": 1000,
        "top_k": 5,
        "max_question": 500,
        "feedback": Path("/srv/feedback.jsonl"),
        "host": "::",
        "port": 80,
    }
    assert set(values) == set(Settings.model_fields), "a new setting wants a line here"
    for name, value in values.items():
        shown = value.get_secret_value() if isinstance(value, SecretStr) else str(value)
        monkeypatch.setenv(f"ASSISTANT_{name.upper()}", shown)
    assert read_settings().model_dump() == values


def test_a_key_is_never_written_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_LLM_KEY", "sk-hemmelig")
    assert "hemmelig" not in repr(read_settings()) + str(read_settings())


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("ASSISTANT_TOP_K", "many"),
        ("ASSISTANT_TOP_K", "0"),
        ("ASSISTANT_TOP_K", "2.5"),
        ("ASSISTANT_PORT", "70000"),
        ("ASSISTANT_PORT", "-1"),
        ("ASSISTANT_MAX_QUESTION", "1"),
    ],
)
def test_a_wrong_value_is_refused_by_the_name_of_its_variable(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str
) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(SettingsError, match=f"^{variable}: .*{value}"):
        read_settings()


def test_feedback_can_be_switched_off(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_settings().feedback_file == ROOT / ".feedback.jsonl"
    monkeypatch.setenv("ASSISTANT_FEEDBACK", "off")
    assert read_settings().feedback_file is None


def test_another_process_can_be_given_other_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_TOP_K", "7")
    environment = environment_of(port=1234, feedback=Path("/tmp/x"))
    assert (environment["ASSISTANT_PORT"], environment["ASSISTANT_FEEDBACK"]) == ("1234", "/tmp/x")
    assert environment["ASSISTANT_TOP_K"] == "7", "and the rest are those of this one"
    assert environment["PATH"] == os.environ["PATH"]


def test_all_wrong_values_are_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_TOP_K", "many")
    monkeypatch.setenv("ASSISTANT_PORT", "all")
    with pytest.raises(SettingsError, match=r"(?=.*ASSISTANT_TOP_K)(?=.*ASSISTANT_PORT)"):
        read_settings()


@pytest.mark.parametrize("variable", ["ASSISTANT_TOPK", "ASSISTANT_INDEXES"])
def test_a_variable_that_is_no_setting_is_refused_by_name(
    monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    """A misspelt setting that is quietly passed over looks as if it had been taken."""
    monkeypatch.setenv(variable, "3")
    with pytest.raises(SettingsError, match=variable):
        read_settings()


@pytest.mark.parametrize("name", ["corpus", "index", "top_k", "host"])
def test_an_empty_variable_is_no_setting(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """As it is in ``docker compose`` files; an empty path must not become the working directory."""
    monkeypatch.setenv(f"ASSISTANT_{name.upper()}", "")
    assert getattr(read_settings(), name) == Settings.model_fields[name].default


def test_settings_do_not_change_and_take_no_unknown_name() -> None:
    with pytest.raises(ValidationError):
        Settings.model_validate({"topk": 3})
    with pytest.raises(ValidationError):
        read_settings().top_k = 3  # type: ignore[misc]
