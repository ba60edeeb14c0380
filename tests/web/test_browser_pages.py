"""The pages in a real browser: deep links, search, language, phones, and everybody who reads differently."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import quote

import pytest
from playwright.sync_api import expect
from running import App
from visitor import Visitor

from assistant.web.addresses import PATHS

pytestmark = pytest.mark.slow

Visit = Callable[..., Visitor]
DOCTOR = "Får beboerne en fast læge på bostedet?"
PAGES = [(page, language, path) for page, paths in PATHS.items() for language, path in paths.items()]
ANSWERED = "/?f=" + quote("Hvad koster en plads?") + "&q=" + quote("Hvad siger pejlemærke 7?")
CHECKED = "/tjek?p=" + quote("Bostedslægerne starter på Holmstrupgård i 2025. Alle får en hund.")


@pytest.mark.parametrize(("page", "language", "path"), PAGES)
def test_a_page_says_its_language_and_its_name_and_leads_to_the_others(
    visit: Visit, app: App, page: str, language: str, path: str
) -> None:
    visitor = visit(app, path, locale="de-DE")
    expect(visitor.page.locator("html")).to_have_attribute("lang", language)
    expect(visitor.page).to_have_title(re.compile(r".+ · (Spørg planen|Ask the plan)"))
    current = visitor.page.locator("nav a[aria-current=page]")
    expect(current).to_have_count(1)
    assert (current.get_attribute("href") or "") == path
    visitor.page.wait_for_timeout(800)  # its connection stays open: it is never idle
    assert visitor.complaints == []
    visitor.page.locator(".sprog a").click()
    expect(visitor.page.locator("html")).to_have_attribute("lang", "en" if language == "da" else "da")
    assert visitor.elsewhere == []


# everybody


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [*(path for _, _, path in PAGES), ANSWERED, CHECKED, "/api"])
def test_axe_finds_nothing(visit: Visit, app: App, path: str, scheme: str) -> None:
    visitor = visit(app, path, color_scheme=scheme, reduced_motion="reduce")
    if path == ANSWERED:
        expect(visitor.whole).to_have_count(2)
    if path == CHECKED:
        expect(visitor.page.locator(".tjek article")).to_have_count(2)
    visitor.page.wait_for_timeout(500)
    assert visitor.violations() == []


def test_axe_would_have_found_something(visit: Visit, app: App) -> None:
    visitor = visit(app)
    visitor.page.evaluate(
        "document.body.insertAdjacentHTML('beforeend', '<img src=/x.png><button></button>')"
    )
    assert len(visitor.violations()) >= 2


# 320 pixels is also what a window of 1280 has at 400 per cent.
@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("path", [*(path for _, _, path in PAGES), ANSWERED, CHECKED])
def test_nobody_needs_to_scroll_sideways(visit: Visit, app: App, path: str, width: int) -> None:
    visitor = visit(app, path, viewport={"width": width, "height": 640})
    if path == ANSWERED:
        expect(visitor.whole).to_have_count(2)
    if path == CHECKED:
        expect(visitor.page.locator(".tjek article")).to_have_count(2)
    assert not visitor.overflows()


def test_a_word_without_end_breaks(visit: Visit, app: App) -> None:
    visitor = visit(app, viewport={"width": 320, "height": 640})
    visitor.ask("Får de en " + "læge" * 100 + "?")
    assert not visitor.overflows()


def test_on_a_phone_the_source_opens_below_the_answer(visit: Visit, app: App) -> None:
    visitor = visit(app, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    answer = visitor.ask(DOCTOR)
    answer.get_by_role("link", name="[2]").tap()
    summary = visitor.page.locator("#kilde-1-2 summary")
    expect(summary).to_be_focused()
    expect(summary).to_be_in_viewport()
    assert summary.bounding_box()["x"] < 60  # type: ignore[index]
    visitor.page.locator("#kilde-1-2").get_by_role("link", name="Tilbage").tap()
    expect(answer).to_be_in_viewport()


def test_the_field_does_not_hide_what_is_read_when_there_is_little_room(visit: Visit, app: App) -> None:
    visitor = visit(app, ANSWERED, viewport={"width": 640, "height": 360})
    expect(visitor.whole).to_have_count(2)
    visitor.page.evaluate("scrollTo(0, 0)")
    expect(visitor.box).not_to_be_in_viewport()


def test_who_wants_no_motion_gets_none(visit: Visit, app: App) -> None:
    visitor = visit(app, ANSWERED, reduced_motion="reduce")
    expect(visitor.whole).to_have_count(2)
    moving = visitor.page.evaluate(
        "[...document.querySelectorAll('*')].filter(e => parseFloat(getComputedStyle(e).transitionDuration) > 0"
        " || getComputedStyle(e).animationName !== 'none').length"
    )
    assert moving == 0


# the plan


def test_a_deep_link_opens_its_place(visit: Visit, app: App) -> None:
    for path, name, told in (
        ("/planen#p10.4", "p10.4", "misbrugsproblematikker"),
        ("/plan#t2025.2.1", "t2025.2.1", "borger- og pårørenderåd"),
        ("/hoeringssvar#svar-norddjurs.9", "svar-norddjurs.9", "samarbejdsaftale"),
    ):
        visitor = visit(app, path)
        place = visitor.page.locator(f"[id='{name}']")
        expect(place).to_be_in_viewport()
        expect(place).to_contain_text(told)
        assert visitor.page.url == visitor.address + path


def test_the_timeline_leads_to_the_pejlemaerke_and_back_leads_back(visit: Visit, app: App) -> None:
    visitor = visit(app, "/planen")
    row = visitor.page.locator(".tidsplan li", has_text="Handleplan vedr. misbrugsproblematikker")
    row.get_by_role("link", name="Pejlemærke 10, punkt 4").click()
    expect(visitor.page.locator("[id='p10.4']")).to_be_in_viewport()
    assert visitor.page.url.endswith("/planen#p10.4")
    visitor.page.go_back()
    expect(row).to_be_in_viewport()
    expect(visitor.page).to_have_url(f"{visitor.address}/planen")


def test_the_plan_can_be_searched_in_everyday_words(visit: Visit, app: App) -> None:
    visitor = visit(app, "/planen")
    box = visitor.page.get_by_role("textbox", name="Søg i planen")
    box.fill("Hvem holder øje med helbredet?")
    box.press("Enter")
    found = visitor.page.locator("#fund li")
    expect(found.first).to_be_visible()
    visitor.page.locator("#fund").get_by_role("link", name="Pejlemærke 8, punkt 2").click()
    expect(visitor.page.locator("[id='p8.2']")).to_be_in_viewport()


def test_a_pejlemaerke_leads_to_the_responses_and_to_the_chat(visit: Visit, app: App) -> None:
    visitor = visit(app, "/planen#p13")
    card = visitor.page.locator(".pejlemaerke", has=visitor.page.locator("[id='p13']"))
    card.get_by_role("link", name="Spørg om pejlemærke 13").click()
    expect(visitor.whole).to_have_count(1)
    expect(visitor.whole).to_contain_text("Pejlemærke 13, punkt 1")
    visitor.page.go_back()
    link = card.locator(".svarene a").first
    place = (link.get_attribute("href") or "").partition("#")[2]
    link.click()
    expect(visitor.page.locator(f"[id='{place}']")).to_be_in_viewport()


# the responses


def test_the_responses_can_be_filtered(visit: Visit, app: App) -> None:
    visitor = visit(app, "/hoeringssvar")
    count = visitor.page.locator("#svarene [role=status]")
    expect(count).to_have_text("1 af 1 høringssvar vises")
    words = visitor.page.get_by_role("textbox", name="Søg i høringssvarene")
    words.fill("giraf")
    expect(count).to_have_text("0 af 1 høringssvar vises")
    words.fill("seniorpolitik")
    expect(count).to_have_text(re.compile("[01] af 1 høringssvar vises"))
    words.fill("")
    visitor.page.get_by_label("Pejlemærke").click()
    visitor.page.get_by_role("option", name="13").click()
    expect(count).to_have_text("1 af 1 høringssvar vises")


# a claim


def test_a_claim_is_checked_and_leads_to_its_place(visit: Visit, app: App) -> None:
    visitor = visit(app, "/tjek")
    box = visitor.page.get_by_role("textbox", name="Påstanden")
    box.fill("Bostedslægerne starter på Holmstrupgård i 2025.")
    box.press("Enter")
    checked = visitor.page.locator("#dommen")
    expect(checked.get_by_role("status")).to_have_text("Det står anderledes i dokumenterne")
    expect(checked).to_contain_text("Dokumentet siger: 2024")
    checked.get_by_role("link", name="Tidsplan 2024").click()
    expect(visitor.page.locator("[id='t2024.2.1']")).to_be_in_viewport()


# about


def test_what_it_is_and_where_to_ask_a_human_is_said(visit: Visit, app: App) -> None:
    visitor = visit(app, "/om")
    for told in (
        "ikke en afgørelse",
        "WCAG 2.2",
        "Spørg et menneske",
        "visionsogudviklingsplan@social.rm.dk",
    ):
        expect(visitor.page.get_by_text(told).first).to_be_visible()
    pictures = visitor.page.locator(".billeder img")
    expect(pictures).to_have_count(3)
    for picture in pictures.all():
        picture.scroll_into_view_if_needed()
        visitor.page.wait_for_function("each => each.naturalWidth > 0", arg=picture.element_handle())
