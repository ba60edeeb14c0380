"""All settings, read from the environment in this one place (prefix ``ASSISTANT_``)."""

from __future__ import annotations

import os
from pathlib import Path

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from assistant.errors import SettingsError

_PREFIX = "ASSISTANT_"
_OFF = "off"
ROOT = Path(__file__).resolve().parent.parent
BUILT_IN_MODEL = Path(__file__).parent / "search" / "model"


class Settings(BaseSettings):
    """What can be set; ``ASSISTANT_INDEX=/srv/index`` sets ``index``, and so on."""

    model_config = SettingsConfigDict(env_prefix=_PREFIX, env_ignore_empty=True, frozen=True)

    corpus: Path = Field(ROOT / "corpus", description="directory of documents and sources.toml")
    index: Path = Field(ROOT / ".index", description="directory of index versions")
    chroma: str = Field(
        "", description="address of a Chroma server that holds the vectors; empty: they are in the index"
    )
    model: str = Field(
        "", description="a sentence-transformers model: a local directory or a hub name; empty: the built-in"
    )
    query_prompt: str = Field("", description="put before every query, as some models want")
    document_prompt: str = Field("", description="put before every passage, as some models want")
    llm: str = Field(
        "", description="a language model that phrases answers, as provider:model; empty: answers are quotes"
    )
    llm_url: str = Field("", description="address of a server that speaks the provider's protocol")
    llm_key: SecretStr = Field(SecretStr(""), description="the provider's key; empty: its own variable's")
    llm_seconds: float = Field(
        7.0, gt=0, le=9, description="how long to wait for a sentence of it before the quotes stand alone"
    )
    llm_tokens: int = Field(800, ge=50, description="longest reply of it to one question")
    llm_calls_per_minute: int = Field(30, ge=1, description="most calls of it in a minute")
    llm_calls_per_day: int = Field(5_000, ge=1, description="most calls of it in 24 hours")
    llm_tokens_per_day: int = Field(2_000_000, ge=1, description="most tokens of it, both ways, in 24 hours")
    top_k: int = Field(10, ge=1, le=100, description="passages that the search returns")
    max_question: int = Field(2000, ge=10, description="longest question in characters")
    feedback: Path = Field(
        ROOT / ".feedback.jsonl", description="file for what readers say of answers; off: none is asked for"
    )
    host: str = Field("127.0.0.1", description="address that the app listens on")
    port: int = Field(7860, ge=1, le=65535, description="port that the app listens on")

    @property
    def feedback_file(self) -> Path | None:
        """Where feedback goes; none if it is switched off."""
        return None if str(self.feedback) == _OFF else self.feedback


def environment_of(**settings: object) -> dict[str, str]:
    """The environment of another process of ours: this one's, with other settings."""
    return {**os.environ, **{f"{_PREFIX}{name}".upper(): str(value) for name, value in settings.items()}}


def read_settings() -> Settings:
    """The settings of this process; ``SettingsError`` names the variable that is wrong or unknown."""
    known = {f"{_PREFIX}{name}".upper() for name in Settings.model_fields}
    if unknown := sorted(name for name in os.environ if name.startswith(_PREFIX) and name not in known):
        raise SettingsError(f"{', '.join(unknown)}: no such setting; there are {', '.join(sorted(known))}")
    try:
        return Settings()
    except ValidationError as fault:
        lines = [
            f"ASSISTANT_{str(each['loc'][0]).upper()}: {each['msg']} (it is {each['input']!r})"
            for each in fault.errors()
        ]
        raise SettingsError("; ".join(lines)) from fault
