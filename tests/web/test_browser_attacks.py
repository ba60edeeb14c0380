"""What attackers try, through every way in: none of it runs, none of it reaches anybody."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlencode

import pytest
from attacks import SENDER, TYPED, WRITTEN, Stranger, one_line, question, rule
from playwright.sync_api import expect
from running import App
from visitor import Visitor

pytestmark = pytest.mark.slow

Visit = Callable[..., Visitor]
DOCTOR = "Får beboerne en fast læge på bostedet?"


def aimed(stranger: Stranger) -> list[str]:
    return [attack.replace("STRANGER", stranger.address) for attack in [*TYPED, *WRITTEN]]


def assert_unharmed(visitor: Visitor, stranger: Stranger) -> None:
    page = visitor.page
    page.wait_for_timeout(500)
    assert page.evaluate("window.executed") is None
    assert (visitor.dialogs, visitor.elsewhere, stranger.asked_for) == ([], [], [])
    assert len(page.context.pages) == 1
    drawn = "script, iframe, object, embed, base, style, form, link, meta, video, audio, svg, math, template"
    expect(page.locator(f".prose :is({drawn})")).to_have_count(0)
    expect(page.locator("a[href^='javascript']")).to_have_count(0)
    expect(
        page.locator(".prose :is([onerror], [onload], [onclick], [onfocus], [onstart], [ontoggle])")
    ).to_have_count(0)


def test_what_is_typed_is_never_executed_and_reaches_nobody_else(
    visit: Visit, app: App, stranger: Stranger
) -> None:
    visitor = visit(app)
    for attack in TYPED:
        visitor.ask(attack.replace("STRANGER", stranger.address))
        assert visitor.page.evaluate("window.executed") is None, attack
        assert (visitor.dialogs, stranger.asked_for) == ([], []), attack
    assert_unharmed(visitor, stranger)
    expect(visitor.ask(DOCTOR)).to_contain_text("bostedslæger")
    visitor.page.context.new_page().goto(stranger.address)
    assert stranger.asked_for != [], "or it would not have noticed"


def test_a_link_with_attacks_in_it_is_a_link_with_text_in_it(
    visit: Visit, app: App, stranger: Stranger
) -> None:
    tried = aimed(stranger)
    for start in range(0, len(tried), 20):
        *earlier, last = attacks = tried[start : start + 20]
        visitor = visit(app, "/?" + urlencode([*(("f", each) for each in earlier), ("q", last)]))
        expect(visitor.page.locator("#samtale .user-row")).to_have_count(len(attacks))
        assert_unharmed(visitor, stranger)
        visitor.page.goto("about:blank")


@pytest.mark.parametrize(("path", "field"), [("/planen", "#soegning"), ("/hoeringssvar", "#filter")])
def test_a_search_for_an_attack_shows_it_as_text(
    visit: Visit, app: App, stranger: Stranger, path: str, field: str
) -> None:
    visitor = visit(app, path)
    box = visitor.page.locator(f"{field} :is(input[type=text], textarea)").first
    for attack in aimed(stranger):
        box.fill(attack)
        box.press("Enter")
        visitor.page.wait_for_timeout(60)
    assert_unharmed(visitor, stranger)


@pytest.mark.parametrize("path", ["/hoeringssvar", "/om", "/planen", "/"])
def test_a_document_full_of_attacks_in_text_title_sender_and_file_name_does_nothing(
    visit: Visit, hostile_app: App, stranger: Stranger, path: str
) -> None:
    visitor = visit(hostile_app, path)
    assert_unharmed(visitor, stranger)
    if path == "/hoeringssvar":
        shown = visitor.page.locator("main").inner_text()
        for attack in [*WRITTEN, *TYPED]:
            assert one_line(attack) in one_line(shown)
    assert visitor.complaints == []


@pytest.mark.parametrize("attack", WRITTEN)
def test_what_a_document_says_is_shown_letter_for_letter(visit: Visit, hostile_app: App, attack: str) -> None:
    visitor = visit(hostile_app)
    answer = visitor.ask(question(attack))
    assert f"»{rule(attack)}«" in answer.inner_text()
    assert f"{SENDER} skriver" in answer.inner_text()
    assert rule(attack) in [each.inner_text() for each in visitor.sources.locator("mark").all()]
    expect(answer.locator("a:not(.henvisning):not(.redskaber a)")).to_have_count(0)
    expect(visitor.sources.locator("a:not(.redskaber a)")).to_have_count(0)
    drawn = ":is(img, form, script, svg, style, b, i, em, code)"
    expect(visitor.page.locator(f":is(#samtale, #kildeliste) .prose {drawn}")).to_have_count(0)
    assert visitor.page.evaluate("window.executed") is None
    assert (visitor.elsewhere, visitor.complaints, visitor.dialogs) == ([], [], [])
