"""Answers that a language model phrases, on the page and in the interface."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect
from running import App
from visitor import Visitor

from assistant.evaluation.cast import Cast, model_server
from assistant.evaluation.lies import STRANGE_HOST

pytestmark = pytest.mark.slow

DOCTOR = "Får beboerne en fast læge på bostedet?"


@pytest.fixture(scope="module")
def cast() -> Cast:
    return Cast()


@pytest.fixture(scope="module")
def phrasing_app(cast: Cast, index_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    with model_server(cast) as address:
        running = App(
            tmp_path_factory.mktemp("phrasing"),
            ASSISTANT_INDEX=str(index_root),
            ASSISTANT_LLM="openai:cast",
            ASSISTANT_LLM_URL=address,
            ASSISTANT_LLM_KEY="sk-meget-hemmelig",
        )
        yield running.ready()
        running.kill()


def test_the_page_says_that_a_model_phrased_it_which_and_where(
    visit: Callable[..., Visitor], phrasing_app: App, cast: Cast
) -> None:
    cast.role = "honest"
    visitor = visit(phrasing_app)
    answer = visitor.ask(DOCTOR)
    expect(answer.locator(".maerke")).to_contain_text("Formuleret af en sprogmodel")
    expect(answer).to_contain_text("Formuleret af sprogmodellen openai:cast (127.0.0.1)")
    pointing = answer.locator("a.henvisning")
    expect(pointing).to_have_count(4)  # behind two sentences and two quotes
    pointing.first.click()
    expect(visitor.page.locator("#kilde-1-1 summary")).to_be_focused()
    assert visitor.violations() == []
    assert visitor.elsewhere == []


@pytest.mark.parametrize("role", ["exfiltrates by an image", "writes markup", "obeys"])
def test_a_model_that_is_up_to_something_reaches_nobody(
    visit: Callable[..., Visitor], phrasing_app: App, cast: Cast, role: str
) -> None:
    cast.role = role
    visitor = visit(phrasing_app)
    answer = visitor.ask(DOCTOR)
    expect(answer).to_contain_text("skrev ikke noget, der kan vises")
    expect(answer.locator(".maerke")).to_have_text("Ordrette citater")
    expect(answer.locator("img")).to_have_count(0)
    assert STRANGE_HOST not in answer.inner_html()
    assert visitor.elsewhere == []


def test_a_model_that_is_down_is_told_in_a_line(
    visit: Callable[..., Visitor], phrasing_app: App, cast: Cast
) -> None:
    cast.role = "down"
    expect(visit(phrasing_app).ask(DOCTOR)).to_contain_text("kunne ikke svare")


def test_programs_are_told_what_the_model_did(phrasing_app: App, cast: Cast) -> None:
    cast.role = "honest"
    answer = json.loads(phrasing_app.get("/api/ask?q=Hvordan+vil+I+arbejde+med+frivillige%3F").text)
    assert answer["phrasing"]["model"] == "openai:cast"
    assert answer["phrasing"]["sentences"][0]["verdict"] == "verbatim"
    cast.role = "down"
    answer = json.loads(phrasing_app.get("/api/ask?q=Hvordan+vil+I+arbejde+med+frivillige%3F").text)
    assert (answer["phrasing"]["ended"], answer["phrasing"]["sentences"]) == ("fault", [])
    assert "hemmelig" not in "".join(phrasing_app.said)


def test_who_shares_an_answer_shares_quotes_and_asks_no_model(
    visit: Callable[..., Visitor], phrasing_app: App, cast: Cast
) -> None:
    cast.role, before = "honest", cast.calls
    visitor = visit(phrasing_app, "/?q=Hvordan+vil+I+arbejde+med+frivillige%3F")
    expect(visitor.whole).to_have_count(1)
    assert "Ordrette citater" in visitor.whole.inner_text()
    assert phrasing_app.get("/svar.md?q=Hvordan+vil+I+arbejde+med+frivillige%3F&language=da").status == 200
    assert cast.calls == before
