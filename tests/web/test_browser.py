"""What citizens do in a browser, and what attackers try."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from attacks import SENDER, TYPED, WRITTEN, Stranger, question, rule
from playwright.sync_api import expect
from running import App
from visitor import Visitor

pytestmark = pytest.mark.slow

Visit = Callable[..., Visitor]
DOCTOR = "Får beboerne en fast læge på bostedet?"
DOCTOR_QUOTE = (
    "Vi ønsker at tilknytte bostedslæger til de enkelte tilbud. Det optimerer behandlingstiden og "
    "danner en tættere relation mellem læge og borger."
)
LETTER_2013 = "Hvor kunne man læse høringssvarene i 2013?"
ADDRESS_2013 = "http://www.rm.dk/psykiatri+og+social/planer+og+aftaler/social+strategi"
WEATHER = "Hvordan bliver vejret i morgen?"
LANGUAGE = "document.documentElement.lang"


@pytest.fixture
def visitor(visit: Visit, app: App) -> Visitor:
    """Somebody whose browser is in English, on a desktop."""
    return visit(app, locale="en-GB")


# the page


def test_the_page_is_danish_and_stays_so(visitor: Visitor) -> None:
    expect(visitor.page).to_have_title("Spørg planen")
    assert visitor.page.evaluate(LANGUAGE) == "da"
    visitor.ask(DOCTOR)
    assert visitor.page.evaluate(LANGUAGE) == "da"
    expect(visitor.page.get_by_role("button", name="Kopiér svaret")).not_to_have_count(0)


def test_it_says_before_the_first_question_that_a_machine_answers(visitor: Visitor) -> None:
    for told in ("automatisk system", "ordrette citater", "høringsudgaven", "Skriv ikke personoplysninger"):
        expect(visitor.page.get_by_text(told)).to_be_visible()


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_nobody_needs_to_scroll_sideways(visit: Visit, app: App, width: int) -> None:
    visitor = visit(app, viewport={"width": width, "height": 780})
    assert not visitor.overflows(), "at first"
    for asked in (DOCTOR, "Vis alle 15 pejlemærker", LETTER_2013, "Får de en " + "læge" * 100 + "?"):
        visitor.ask(asked)
        assert not visitor.overflows(), asked


# answers


def test_a_citizen_asks_and_follows_a_citation(visitor: Visitor) -> None:
    answer = visitor.ask(DOCTOR)
    expect(answer).to_contain_text(f"»{DOCTOR_QUOTE}« [1]")
    answer.get_by_role("link", name="[1]").click()
    source = visitor.page.locator("#kilde-1-1")
    expect(source).to_have_attribute("open", "")
    expect(source.locator("summary")).to_be_focused()
    expect(source.locator("summary")).to_have_text("[1] Pejlemærke 8, punkt 1")
    expect(source.locator("summary")).to_be_in_viewport()
    expect(source.locator("mark")).to_have_text(DOCTOR_QUOTE)
    expect(source).to_contain_text("Socialområdets borgere har en lavere gennemsnitlig levealder")
    assert visitor.page.url.startswith(visitor.address)


def test_the_same_with_the_keyboard_only(visitor: Visitor) -> None:
    answer = visitor.ask(DOCTOR)
    source = visitor.page.locator("#kilde-1-2")
    expect(source).not_to_have_attribute("open", "")
    answer.get_by_role("link", name="[2]").focus()
    visitor.page.keyboard.press("Enter")
    expect(source).to_have_attribute("open", "")
    expect(source.locator("summary")).to_be_focused()
    visitor.page.keyboard.press("Enter")
    expect(source).not_to_have_attribute("open", "")


def test_the_send_button_asks(visitor: Visitor) -> None:
    visitor.box.fill(DOCTOR)
    visitor.page.get_by_role("button", name="Send").click()
    expect(visitor.answer_after(0)).to_contain_text(DOCTOR_QUOTE)
    expect(visitor.box).to_have_value("")


def test_a_suggestion_asks(visitor: Visitor) -> None:
    visitor.page.get_by_text("Hvad siger pejlemærke 7?").click()
    answer = visitor.answer_after(0)
    expect(answer.get_by_role("link")).to_have_count(4)
    expect(visitor.sources.locator("details")).to_have_count(4)


def test_every_suggestion_gets_a_cited_answer(visitor: Visitor) -> None:
    suggestions = visitor.page.locator("#samtale .examples button").all_inner_texts()
    assert len(suggestions) > 3
    for suggestion in suggestions:
        expect(visitor.ask(suggestion).get_by_role("link")).not_to_have_count(0)


def test_an_english_question_gets_an_english_lead(visitor: Visitor) -> None:
    answer = visitor.ask("What does the plan say about volunteers?")
    expect(answer).to_contain_text("The plan says (Pejlemærke 7, punkt 2; in Danish):")


def test_a_follow_up_keeps_the_earlier_sources(visitor: Visitor) -> None:
    first = visitor.ask(DOCTOR)
    visitor.ask("Hvad siger pejlemærke 7?")
    expect(visitor.sources.locator("h3")).to_have_text(
        ["Kilder til: Hvad siger pejlemærke 7?", f"Kilder til: {DOCTOR}"]
    )
    first.get_by_role("link", name="[1]").click()
    expect(visitor.page.locator("#kilde-1-1 summary")).to_be_focused()
    expect(visitor.page.locator("#kilde-1-1 summary")).to_be_in_viewport()


def test_a_refusal_is_told_in_words_and_has_no_sources(visitor: Visitor) -> None:
    answer = visitor.ask(WEATHER)
    expect(answer).to_contain_text("Det finder jeg ikke svar på")
    expect(answer.get_by_role("link")).to_have_count(0)
    expect(visitor.sources.locator("details")).to_have_count(0)


@pytest.mark.parametrize("nothing", ["", "   ", "?!"])
def test_an_empty_question_does_no_harm(visitor: Visitor, nothing: str) -> None:
    visitor.box.fill(nothing)
    visitor.box.press("Enter")
    visitor.page.wait_for_timeout(500)
    expect(visitor.page.get_by_text("fejl")).to_have_count(0)
    earlier = visitor.answers.count()
    if earlier:
        expect(visitor.answers.last).to_have_text("Skriv et spørgsmål.")
    expect(visitor.ask(DOCTOR)).to_contain_text(DOCTOR_QUOTE)


def test_a_question_that_is_too_long_is_not_cut_in_silence(visitor: Visitor) -> None:
    """Nobody should get an answer to the first half of what they asked."""
    answer = visitor.ask("Jeg vil gerne spørge om noget. " * 65 + "Får min søn en læge?")
    expect(answer).to_contain_text("Skriv højst 2000 tegn")


def test_asking_again_and_undoing_leave_no_source_twice(visitor: Visitor) -> None:
    visitor.ask(DOCTOR)
    for name in ("Spørg igen", "Fortryd"):
        button = visitor.page.get_by_role("button", name=name)
        if button.count():
            button.last.click()
            visitor.page.wait_for_timeout(1500)
    visitor.ask("Hvad siger pejlemærke 7?")
    anchors = [each.get_attribute("id") for each in visitor.sources.locator("details").all()]
    assert len(anchors) == len(set(anchors))


def test_a_new_conversation_has_no_sources(visitor: Visitor) -> None:
    visitor.ask(DOCTOR)
    visitor.page.get_by_role("button", name="Ny samtale").click()
    expect(visitor.answers).to_have_count(0)
    expect(visitor.sources.locator("details")).to_have_count(0)
    expect(visitor.sources).to_contain_text("Her vises kilderne")
    visitor.ask(DOCTOR)
    expect(visitor.page.locator("#kilde-1-1")).to_have_count(1)


def test_an_address_in_a_document_is_shown_as_it_stands_there(visitor: Visitor) -> None:
    expect(visitor.ask(LETTER_2013)).to_contain_text(f"{ADDRESS_2013}« [1]")


def test_what_is_copied_is_what_is_seen(visit: Visit, app: App) -> None:
    visitor = visit(app, permissions=["clipboard-read", "clipboard-write"])
    visitor.ask(DOCTOR)
    visitor.page.get_by_role("button", name="Kopiér svaret").last.click()
    visitor.page.wait_for_timeout(300)
    copied = visitor.page.evaluate("navigator.clipboard.readText()")
    assert "»Bostedslæger (Holmstrupgård)« [2]" in copied
    assert "#kilde" not in copied


def test_two_people_at_once_each_get_their_own(visit: Visit, app: App) -> None:
    one, other = visit(app), visit(app)
    one.box.fill(DOCTOR)
    other.box.fill("Hvad siger pejlemærke 7?")
    one.box.press("Enter")
    other.box.press("Enter")
    expect(one.answer_after(0)).to_contain_text(DOCTOR_QUOTE)
    expect(other.answer_after(0)).to_contain_text("Pejlemærke 7, punkt 3")
    expect(one.sources.locator("summary").first).to_have_text("[1] Pejlemærke 8, punkt 1")
    expect(other.sources.locator("summary").first).to_have_text("[1] Pejlemærke 7")
    expect(one.answers).to_have_count(1)
    expect(other.answers).to_have_count(1)


def test_the_page_talks_to_nobody_else_and_has_no_complaints(visitor: Visitor) -> None:
    visitor.ask(DOCTOR).get_by_role("link", name="[1]").click()
    visitor.ask(WEATHER)
    visitor.ask(LETTER_2013)
    assert len(visitor.requests) > 10
    assert visitor.elsewhere == []
    assert visitor.complaints == []
    assert visitor.dialogs == []


# attacks


def test_what_is_typed_is_never_executed_and_reaches_nobody_else(
    visitor: Visitor, stranger: Stranger
) -> None:
    for attack in TYPED:
        visitor.ask(attack.replace("STRANGER", stranger.address))
        assert visitor.page.evaluate("window.executed") is None, attack
        assert visitor.dialogs == [], attack
        assert stranger.asked_for == [], attack
        assert visitor.page.url.rstrip("/") == visitor.address, attack
    visitor.page.wait_for_timeout(1000)
    assert visitor.page.evaluate("window.executed") is None
    assert stranger.asked_for == []
    assert len(visitor.page.context.pages) == 1
    expect(visitor.page.locator("#samtale :is(script, iframe, object, embed, base)")).to_have_count(0)
    expect(visitor.page.locator("#samtale a[href^='javascript']")).to_have_count(0)
    expect(visitor.page.locator("#samtale :is([onerror], [onload], [onclick], [onfocus])")).to_have_count(0)
    expect(visitor.ask(DOCTOR)).to_contain_text(DOCTOR_QUOTE)
    visitor.page.locator("#samtale form button").evaluate_all("buttons => buttons.map(b => b.click())")
    visitor.page.wait_for_timeout(1000)
    assert stranger.asked_for == []
    visitor.page.context.new_page().goto(stranger.address)
    assert stranger.asked_for != [], "or it would not have noticed"


@pytest.mark.parametrize("attack", WRITTEN)
def test_what_a_document_says_is_shown_letter_for_letter(visit: Visit, hostile_app: App, attack: str) -> None:
    visitor = visit(hostile_app)
    answer = visitor.ask(question(attack))
    assert f"»{rule(attack)}«" in answer.inner_text()
    assert f"{SENDER} skriver" in answer.inner_text()
    assert rule(attack) in [each.inner_text() for each in visitor.sources.locator("mark").all()]
    links = [each.get_attribute("href") or "" for each in answer.get_by_role("link").all()]
    assert [link for link in links if not re.fullmatch(r"#kilde-1-\d+", link)] == []
    expect(visitor.sources.locator(":is(img, a, form, script, svg, style, b, i, em, code)")).to_have_count(0)
    expect(answer.locator(":is(img, form, script, svg, style, b, i, em, code)")).to_have_count(0)
    assert visitor.page.evaluate("window.executed") is None
    assert (visitor.elsewhere, visitor.complaints, visitor.dialogs) == ([], [], [])
