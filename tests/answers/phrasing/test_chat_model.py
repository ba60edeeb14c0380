"""Opening models of any provider, and a real one behind a real server."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from pydantic import SecretStr

from assistant.answers.assistant import Assistant
from assistant.answers.phrasing.budget import Budget
from assistant.answers.phrasing.chat_model import ChatModel, Patience, open_chat_model
from assistant.errors import PhrasingError, SettingsError
from assistant.evaluation.cast import Cast
from assistant.search.retriever import Search
from assistant.settings import Settings


def test_there_is_none_unless_one_is_set(settings: Settings) -> None:
    assert open_chat_model(settings) is None


@pytest.mark.parametrize(
    "wrong",
    ["gpt", "nobody:model", "anthropic:claude", "openai:"],
    ids=["no provider", "unknown", "not installed", "no name"],
)
def test_one_that_cannot_be_used_is_told_with_what_to_do(settings: Settings, wrong: str) -> None:
    own = settings.model_copy(update={"llm": wrong, "llm_key": SecretStr("sk-hemmelig")})
    with pytest.raises(SettingsError, match="provider:model") as told:
        ChatModel(own)
    assert "hemmelig" not in str(told.value)


def test_a_missing_key_is_told(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    with pytest.raises(SettingsError, match="ASSISTANT_LLM_KEY"):
        ChatModel(settings.model_copy(update={"llm": "openai:gpt"}))


def test_it_says_where_the_model_runs(with_model: Callable[..., Settings]) -> None:
    assert ChatModel(with_model()).place == "127.0.0.1"
    assert ChatModel(with_model(llm_url="")).place == "openai"


def test_what_it_writes_comes_in_pieces(with_model: Callable[..., Settings], cast: Cast) -> None:
    cast.role, cast.reply = "recites", "Goddag"
    cast.pieces = lambda body: iter(["Go", "dag"])  # type: ignore[method-assign]
    assert list(ChatModel(with_model()).stream([("human", "Hej")], Patience(5))) == ["Go", "dag"]


def test_calls_a_minute_are_counted(with_model: Callable[..., Settings], cast: Cast) -> None:
    cast.pieces = lambda body: iter(["Ja"])  # type: ignore[method-assign]
    model = ChatModel(with_model(llm_calls_per_minute=2))
    for _ in range(2):
        list(model.stream([("human", "Hej")], Patience(5)))
    with pytest.raises(PhrasingError, match="budget"):
        list(model.stream([("human", "Hej")], Patience(5)))
    assert cast.calls == 2


@pytest.mark.parametrize(
    ("limits", "calls", "hours"),
    [
        ({"llm_calls_per_day": 3}, 3, 24),
        ({"llm_tokens_per_day": 25}, 3, 24),
        ({"llm_calls_per_minute": 2}, 2, 1 / 60),
    ],
)
def test_a_budget_comes_back_with_time(
    settings: Settings, limits: dict[str, int], calls: int, hours: float
) -> None:
    now = [0.0]
    budget = Budget(settings.model_copy(update=limits), lambda: now[0])

    def spent() -> int:
        count = 0
        while count < 10 and budget.call():
            budget.spend(10)
            count += 1
        return count

    assert spent() == calls
    now[0] += hours * 3600 - 1
    assert spent() == 0
    now[0] += 2
    assert spent() == calls


def test_patience_is_renewed_but_not_for_ever() -> None:
    patience = Patience(0.05)
    for _ in range(8):
        time.sleep(0.04)
        patience.renew()
    assert patience.left <= 0


# a real model, tiny and untrained, behind the server of the transformers library


@pytest.fixture(scope="module")
def tiny_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    import torch
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
    from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast, set_seed

    place = tmp_path_factory.mktemp("tiny") / "model"
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel()
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=300, special_tokens=["<s>", "</s>"], initial_alphabet=pre_tokenizers.ByteLevel.alphabet()
    )
    tokenizer.train_from_iterator(["Regionen ønsker at tilknytte bostedslæger."], trainer)
    wrapped = PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, bos_token="<s>", eos_token="</s>", pad_token="</s>"
    )
    wrapped.chat_template = "{% for message in messages %}{{ message['content'] }}\n{% endfor %}"
    wrapped.save_pretrained(place)
    size: dict[str, Any] = {"vocab_size": len(wrapped), "hidden_size": 16, "intermediate_size": 32}
    config = LlamaConfig(
        **size, num_hidden_layers=1, num_attention_heads=2, num_key_value_heads=2, max_position_embeddings=4096,
        bos_token_id=0, eos_token_id=1, pad_token_id=1,
    )  # fmt: skip
    set_seed(0)
    model = LlamaForCausalLM(config)
    with torch.no_grad():
        model.lm_head.weight[:2] = 0  # it never comes to an end of its own, and says something
    model.save_pretrained(place)
    return place


@pytest.fixture(scope="module")
def real_server(tiny_model: Path) -> Iterator[str]:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    command = [
        str(Path(sys.executable).with_name("transformers")),
        "serve",
        str(tiny_model),
        "--port",
        str(port),
        "--host",
        "127.0.0.1",
        "--device",
        "cpu",
    ]
    log = tiny_model.with_suffix(".log")
    with log.open("w") as said:
        server = subprocess.Popen(command, stdout=said, stderr=said)
    try:
        deadline = time.monotonic() + 120
        while True:
            try:
                urlopen(f"http://127.0.0.1:{port}/health", timeout=5).read()
                break
            except URLError:
                assert server.poll() is None, log.read_text()
                assert time.monotonic() < deadline
                time.sleep(0.2)
        yield f"http://127.0.0.1:{port}/v1"
    finally:
        server.kill()
        server.wait()


@pytest.mark.slow
def test_a_real_model_over_a_real_server_speaks_the_protocol(
    real_server: str, tiny_model: Path, search: Search, settings: Settings
) -> None:
    """It knows nothing and writes noise: the protocol works, and nothing of the noise is shown."""
    own = settings.model_copy(
        update={
            "llm": f"openai:{tiny_model}",
            "llm_url": real_server,
            "llm_key": SecretStr("none"),
            "llm_tokens": 60,
        }
    )
    model = ChatModel(own)
    written = "".join(model.stream([("human", "Hej")], Patience(60)))
    assert written, "it streams what it makes up"
    answer = Assistant(search, own, model).answer("Får beboerne en fast læge på bostedet?")
    assert answer.phrasing is not None
    assert answer.phrasing.sentences == ()
    assert answer.phrasing.ended in ("nothing", "timeout")
