"""The plan's page: all of the plan, once, each place under its own address."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from attacks import TYPED, WRITTEN
from shown import Shown, bare

from assistant.answers.answer import Language
from assistant.answers.assistant import Assistant
from assistant.documents.passages import Passage
from assistant.search.catalogue import Catalogue
from assistant.search.schedule import Schedule
from assistant.web.addresses import PATHS, anchor, place
from assistant.web.plan_view import PlanView, plan_view, results_view


@pytest.fixture(scope="module")
def catalogue(assistant: Assistant) -> Catalogue:
    return assistant.catalogue


@pytest.fixture(scope="module")
def page(catalogue: Catalogue) -> Shown:
    return Shown(plan_view(catalogue, "da"))


def test_every_passage_of_the_plan_is_there_once_under_its_own_address(
    page: Shown, catalogue: Catalogue
) -> None:
    plan = [anchor(passage) for passage in catalogue.plan]
    assert len(plan) > 100
    assert not [each for each, count in Counter(page.ids).items() if count > 1]
    assert set(plan) <= set(page.ids)


def test_the_plans_text_is_shown_verbatim(page: Shown, catalogue: Catalogue) -> None:
    text = bare(page.text)
    assert [passage.id for passage in catalogue.plan if bare(passage.text) not in text] == []


@pytest.mark.parametrize("language", ["da", "en"])
def test_no_link_leads_astray(catalogue: Catalogue, language: Language, assistant: Assistant) -> None:
    page = Shown(plan_view(catalogue, language))
    elsewhere = {anchor(p) for document in catalogue.documents for p in document.passages}
    for link in page.links():
        path, _, name = link.partition("#")
        if path == PATHS["plan"][language]:
            assert name in page.ids, link
        elif path == PATHS["responses"][language]:
            assert name in elsewhere, link
        else:
            assert link.startswith(f"{PATHS['ask'][language]}?q="), link


def test_the_timeline_has_a_lane_for_each_strategispor_and_leads_to_the_points(
    page: Shown, catalogue: Catalogue
) -> None:
    lanes = [a for tag, a in page.elements if tag == "section" and "bane" in (a.get("class") or "")]
    assert len(lanes) == len(catalogue.strategispor) == 3
    points = page.links("nummer")
    assert len(points) == len(catalogue.schedule.points) == 30, "two of them by decision"
    assert place(catalogue.schedule.points["plan-2024/t2024.2.1"], "da") in points


def test_what_the_timeline_leaves_open_is_said(page: Shown, catalogue: Catalogue) -> None:
    assert PlanView(catalogue).later_years == (2026, 2027)
    assert "2026–2027" in page.text
    assert page.text.count("Prioriteres senere") == 3


def test_a_pejlemaerke_says_which_responses_comment_on_it(page: Shown, catalogue: Catalogue) -> None:
    view = PlanView(catalogue)
    commented = [number for number in range(1, 16) if view.comments(number)]
    assert commented == [1, 2, 3, 6, 10, 13]
    assert page.text.count("Norddjurs Kommune") == len(commented)
    assert (
        "Ingen af høringssvarene i samlingen nævner pejlemærke 11 i en overskrift eller ved nummer."
        in page.text
    )
    for comment in view.comments(13):
        for passage in comment.passages:
            assert place(passage, "da") in page.links()


def test_a_corpus_without_a_plan_has_an_empty_page() -> None:
    page = Shown(plan_view(Catalogue((), Schedule({}, {})), "da"))
    assert "Tidsplan" in page.text


# what a search found


def test_what_was_found_leads_to_its_place(catalogue: Catalogue) -> None:
    found = catalogue.pejlemaerke(8)
    page = Shown(results_view("læge", found, "da"))
    assert page.links() == [place(passage, "da") for passage in found]
    assert f"{len(found)} steder" in page.text


def test_nothing_found_is_said_and_nothing_asked_is_not() -> None:
    assert "»xyz«" in Shown(results_view("xyz", [], "da")).text
    assert Shown(results_view("  ", [], "da")).text.strip() == ""


@pytest.mark.parametrize("attack", [*WRITTEN, *TYPED])
def test_what_others_wrote_stays_text(catalogue: Catalogue, attack: str) -> None:
    passage: Passage = replace(catalogue.plan[0], text=attack[:170], label=attack)
    page = Shown(results_view(attack, [passage], "da") + results_view(attack, [], "da"))
    assert page.tags <= {"div", "p", "ol", "li", "a", "span"}
    assert page.attributes <= {"class", "role", "aria-label", "href", "lang"}
    assert bare(attack) in bare(page.text)
