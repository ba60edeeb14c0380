"""The register's page: a table with everything in it, and what is missing told as such."""

from __future__ import annotations

from types import SimpleNamespace

import gradio as gr
import pytest
from shown import Shown

from assistant.answers.assistant import Assistant
from assistant.hearing.commitments import Register, Wanted
from assistant.hearing.trace import Trace
from assistant.search.catalogue import Catalogue
from assistant.search.schedule import match
from assistant.web.addresses import place
from assistant.web.commitments_view import commitments_view
from assistant.web.pages.hearing import commitments_page
from assistant.web.pages.parts import Fresh


@pytest.fixture(scope="module")
def register(assistant: Assistant) -> Register:
    return assistant.register


def test_every_commitment_is_a_row_that_leads_to_its_place(register: Register) -> None:
    page = Shown(commitments_view(register, Wanted(), "place", "da"))
    assert [tag for tag, _ in page.elements].count("tr") == len(register.commitments) + 1
    links = page.links()
    assert all(place(each.passage, "da") in links for each in register.commitments)
    assert "83 af 83 vises." in page.text


def test_what_is_not_in_the_timeline_is_told(register: Register) -> None:
    page = Shown(commitments_view(register, Wanted(only_findings=True), "place", "da"))
    count = sum(each.finding == "no_year" for each in register.commitments)
    assert page.text.count("ikke i tidsplanen") == count + 1  # and above the table
    assert f"{count} punkter er ikke i tidsplanen" in page.text


def test_it_sorts_by_year(register: Register) -> None:
    page = commitments_view(register, Wanted(), "year", "en")
    last_of_2024 = page.rindex("Tidsplan 2024")
    assert page.index("Tidsplan 2025 · Ét", last_of_2024) > last_of_2024
    assert page.rindex("not in the timeline") > last_of_2024


def test_nothing_found_is_told(register: Register) -> None:
    page = Shown(commitments_view(register, Wanted(words="flyvemaskine"), "place", "da"))
    assert "Ingen indsatser passer" in page.text
    assert "table" not in page.tags


def test_the_rows_of_a_pejlemaerke_tell_its_strategispor_and_its_goals(register: Register) -> None:
    page = Shown(commitments_view(register, Wanted(number=8), "place", "da"))
    assert "4 af 83 vises." in page.text
    assert page.text.count("Det hele menneske · verdensmål 3, 10") == 4


def test_what_was_decided_by_hand_tells_why(register: Register) -> None:
    page = Shown(commitments_view(register, Wanted(words="introduktionsstillinger"), "place", "da"))
    assert "afgjort i hånden: introduktionsstillinger og introduktionsforløb" in page.text


def test_a_response_that_does_not_name_the_pejlemaerke_is_marked(trace: Trace) -> None:
    register = Register.of(trace)
    likely = {
        comment.response.sender
        for each in register.commitments
        for comment in each.comments
        if not comment.is_named
    }
    page = Shown(commitments_view(register, Wanted(), "place", "da"))
    assert likely
    assert all(f"{sender} (samme emne)" in page.text for sender in likely)


def test_it_can_be_taken_along(register: Register) -> None:
    page = Shown(commitments_view(register, Wanted(), "place", "da"))
    assert {"/indsatser.csv", "/indsatser.xlsx", "/tidsplan.ics"} <= set(page.links())


def test_the_filters_follow_the_index(assistant: Assistant) -> None:
    live, fresh = SimpleNamespace(now=assistant), Fresh()
    with gr.Blocks() as site:
        commitments_page(live, fresh, None, "da")  # type: ignore[arg-type]
    assert ("2024", 2024) in choices_of(site)["År"]
    assert ("15", 15) in choices_of(site)["Pejlemærke"]
    live.now = SimpleNamespace(catalogue=Catalogue([], match([])))  # type: ignore[assignment]
    fresh.renew(site)
    assert choices_of(site)["År"] == choices_of(site)["Pejlemærke"] == [("Alle", 0)]


def choices_of(site: gr.Blocks) -> dict[str, list[tuple[str, str | int]]]:
    """The choices of each field, as the browser is sent them."""
    fields = [each["props"] for each in site.config["components"] if each["type"] == "dropdown"]
    return {each["label"]: [tuple(choice) for choice in each["choices"]] for each in fields}
