"""What people do in the chat, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
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


@pytest.fixture
def visitor(visit: Visit, app: App) -> Visitor:
    """Somebody whose browser is in English, on a desktop."""
    return visit(app, locale="en-GB")


# three journeys


def test_a_mother_asks_opens_the_source_and_reads_the_place(visitor: Visitor) -> None:
    answer = visitor.ask("Får min søn en læge på bostedet?")
    expect(answer).to_contain_text(f"»{DOCTOR_QUOTE}« Kilde [1]")
    answer.get_by_role("link", name="[1]").click()
    source = visitor.page.locator("#kilde-1-1")
    expect(source).to_have_attribute("open", "")
    expect(source.locator("summary")).to_be_focused()
    expect(source.locator("summary")).to_have_text("[1] Pejlemærke 8, punkt 1")
    expect(source.locator("summary")).to_be_in_viewport()
    expect(source.locator("mark")).to_have_text(DOCTOR_QUOTE)
    for told in (
        "Planen",
        "Region Midtjylland",
        "2023-08-23",
        "høringsudgave",
        "lavere gennemsnitlig levealder",
    ):
        expect(source).to_contain_text(told)
    source.get_by_role("link", name="Læs stedet").click()
    expect(visitor.page).to_have_url(f"{visitor.address}/planen#p8.1")
    place = visitor.page.locator("#p8\\.1")
    expect(place).to_be_in_viewport()
    expect(place).to_contain_text(DOCTOR_QUOTE)


def test_a_council_member_asks_on_and_takes_the_answer_along(visit: Visit, app: App, tmp_path: Path) -> None:
    visitor = visit(app, permissions=["clipboard-read", "clipboard-write"])
    visitor.ask("Hvad er Norddjurs Kommune bekymret for?")
    visitor.page.get_by_role("group", name="Spørg videre").get_by_role("button").first.click()
    answer = visitor.answer_after(1)
    expect(visitor.sources.locator("h3")).to_have_count(2)
    answer.get_by_role("button", name="Kopiér svaret").click()
    expect(visitor.page.get_by_role("status").filter(has_text="Kopieret")).to_be_visible()
    copied = visitor.page.evaluate("navigator.clipboard.readText()")
    assert "« [1]" in copied
    assert "Kopiér" not in copied
    assert "#kilde" not in copied
    for name, sign in (("Hent som Word", b"PK"), ("Hent som Markdown", "»".encode())):
        with visitor.page.expect_download() as download:
            answer.get_by_role("link", name=name).click()
        download.value.save_as(tmp_path / name)
        assert sign in (tmp_path / name).read_bytes()


def test_an_official_looks_up_what_was_committed_when(visitor: Visitor) -> None:
    answer = visitor.ask("Alle indsatser i 2025 under Det hele menneske")
    markers = answer.locator("a.henvisning")
    expect(markers).to_have_count(5)
    markers.last.click()
    source = visitor.page.locator("#kilde-1-5")
    expect(source.locator("summary")).to_contain_text("Tidsplan 2025 · Det hele menneske")
    expect(source.locator("blockquote p")).to_have_count(5)
    source.get_by_role("link", name="Tilbage").click()
    expect(markers.last).to_be_focused()


# asking


def test_it_says_before_the_first_question_that_a_machine_answers(visitor: Visitor) -> None:
    for told in ("automatisk system", "ordrette citater", "høringsudgaven", "Skriv ikke personoplysninger"):
        expect(visitor.page.get_by_text(told)).to_be_visible()


def test_all_of_it_with_the_keyboard_only(visitor: Visitor) -> None:
    page = visitor.page
    expect(visitor.box).to_be_focused()
    page.wait_for_timeout(500)
    page.keyboard.type(DOCTOR)
    page.keyboard.press("Enter")
    answer = visitor.answer_after(0)
    for _ in range(20):
        if answer.locator("a.henvisning").nth(1).evaluate("each => each === document.activeElement"):
            break
        page.keyboard.press("Shift+Tab")
    outline = "getComputedStyle(document.activeElement).outlineStyle"
    assert page.evaluate(outline) == "solid", "one sees where one is"
    source = page.locator("#kilde-1-2")
    expect(source).not_to_have_attribute("open", "")
    page.keyboard.press("Enter")
    expect(source).to_have_attribute("open", "")
    expect(source.locator("summary")).to_be_focused()
    for _ in range(3):
        page.keyboard.press("Tab")
    expect(source.get_by_role("link", name="Tilbage")).to_be_focused()
    page.keyboard.press("Enter")
    expect(answer.locator("a.henvisning").nth(1)).to_be_focused()


def test_the_skip_link_is_first_and_keeps_the_conversation(visitor: Visitor) -> None:
    visitor.ask(DOCTOR)
    visitor.page.keyboard.press("Shift")  # who does something is not taken to the question any more
    visitor.page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    skip = visitor.page.get_by_role("link", name="Gå til indholdet")
    skip.focus()
    expect(skip).to_be_in_viewport()
    visitor.page.keyboard.press("Enter")
    expect(visitor.page.locator("#indhold")).to_be_focused()
    expect(visitor.whole).to_have_count(1)


def test_the_send_button_asks(visitor: Visitor) -> None:
    visitor.box.fill(DOCTOR)
    visitor.page.get_by_role("button", name="Spørg", exact=True).click()
    expect(visitor.answer_after(0)).to_contain_text(DOCTOR_QUOTE)
    expect(visitor.box).to_have_value("")


def test_a_suggestion_asks_and_keeps_what_was_begun(visitor: Visitor) -> None:
    visitor.box.fill("Jeg er i gang med")
    visitor.page.get_by_role("button", name="Hvad siger pejlemærke 7?").click()
    expect(visitor.answer_after(0).locator("a.henvisning")).to_have_count(4)
    expect(visitor.sources.locator("details")).to_have_count(4)
    expect(visitor.box).to_have_value("Jeg er i gang med")
    expect(visitor.page.locator("#forslag")).to_be_hidden()


def test_an_english_page_gives_english_leads(visit: Visit, app: App) -> None:
    visitor = visit(app, "/en")
    answer = visitor.ask("What does the plan say about volunteers?")
    expect(answer).to_contain_text("The plan says (Pejlemærke 7, punkt 2; in Danish):")
    expect(answer.get_by_role("link", name="Copy link")).to_be_visible()
    assert visitor.page.evaluate("document.documentElement.lang") == "en"


def test_a_follow_up_keeps_the_earlier_sources(visitor: Visitor) -> None:
    first = visitor.ask(DOCTOR)
    visitor.ask("Hvad siger pejlemærke 7?")
    expect(visitor.sources.locator("h3")).to_have_text(
        ["Kilder til: Hvad siger pejlemærke 7?", f"Kilder til: {DOCTOR}"]
    )
    first.get_by_role("link", name="[1]").click()
    expect(visitor.page.locator("#kilde-1-1 summary")).to_be_focused()
    expect(visitor.page.locator("#kilde-1-1 summary")).to_be_in_viewport()


def test_a_follow_up_leans_on_what_was_asked_before(visitor: Visitor) -> None:
    visitor.ask("Hvad er planlagt i 2024?")
    answer = visitor.ask("Og i 2025?")
    expect(answer.get_by_role("link", name="Tidsplan 2025").first).to_be_visible()
    expect(answer.locator("a.henvisning")).to_have_count(17)


def test_a_long_conversation_goes_on(visitor: Visitor) -> None:
    """The sources of its first answers are gone; their markers lead nowhere, not to another page."""
    for _ in range(22):
        answer = visitor.ask("Vis alle 15 pejlemærker")
    expect(visitor.whole).to_have_count(22)
    expect(visitor.sources.locator("h3")).to_have_count(20)
    visitor.whole.first.locator("a.henvisning").first.click()
    expect(visitor.whole).to_have_count(22)
    answer.locator("a.henvisning").first.click()
    expect(visitor.page.locator("#kilde-22-1 summary")).to_be_focused()


def test_a_refusal_looks_like_one_and_has_no_sources(visitor: Visitor) -> None:
    answer = visitor.ask(WEATHER)
    expect(answer).to_contain_text("Ikke fundet i dokumenterne")
    expect(answer).to_contain_text("Det finder jeg ikke svar på")
    expect(answer).to_have_class(re.compile("svar-not_in_documents"))
    expect(answer.locator("a.henvisning")).to_have_count(0)
    expect(visitor.sources.locator("details")).to_have_count(0)


@pytest.mark.parametrize("nothing", ["", "   ", "?!"])
def test_an_empty_question_does_no_harm(visitor: Visitor, nothing: str) -> None:
    visitor.box.fill(nothing)
    visitor.box.press("Enter")
    visitor.page.wait_for_timeout(500)
    expect(visitor.page.locator(".svar-fault")).to_have_count(0)
    if visitor.whole.count():
        expect(visitor.whole.last).to_contain_text("Skriv et spørgsmål.")
    expect(visitor.ask(DOCTOR)).to_contain_text(DOCTOR_QUOTE)


def test_a_question_that_is_too_long_is_not_cut_in_silence(visitor: Visitor) -> None:
    """Nobody should get an answer to the first half of what they asked."""
    answer = visitor.ask("Jeg vil gerne spørge om noget. " * 65 + "Får min søn en læge?")
    expect(answer).to_contain_text("Skriv højst 2000 tegn")


def test_a_cpr_number_is_hidden_everywhere(visitor: Visitor) -> None:
    visitor.ask("Mit CPR-nummer er 010190-1234. Får jeg en læge på bostedet?")
    expect(visitor.page.locator(".svar-personal")).to_contain_text("CPR-nummer i dit spørgsmål er skjult")
    assert "010190" not in visitor.page.content()
    assert "010190" not in visitor.page.url


def test_a_new_conversation_is_like_the_first(visitor: Visitor) -> None:
    visitor.ask(DOCTOR)
    visitor.page.get_by_role("button", name="Ny samtale").click()
    expect(visitor.whole).to_have_count(0)
    expect(visitor.sources.locator("details")).to_have_count(0)
    expect(visitor.page.locator("#forslag")).to_be_visible()
    expect(visitor.page).to_have_url(f"{visitor.address}/")
    visitor.ask(DOCTOR)
    expect(visitor.page.locator("#kilde-1-1")).to_have_count(1)


def test_an_address_in_a_document_is_shown_as_it_stands_there(visitor: Visitor) -> None:
    expect(visitor.ask(LETTER_2013)).to_contain_text(f"{ADDRESS_2013}« Kilde [1]")


def test_a_quote_and_the_conversation_can_be_copied(visit: Visit, app: App) -> None:
    visitor = visit(app, permissions=["clipboard-read", "clipboard-write"])
    read = "navigator.clipboard.readText()"
    visitor.ask(DOCTOR)
    visitor.ask(WEATHER)
    visitor.sources.get_by_role("button", name="Kopiér med kilde").first.click()
    visitor.page.wait_for_timeout(200)
    assert visitor.page.evaluate(read) == (
        f"»{DOCTOR_QUOTE}« (Pejlemærke 8, punkt 1. Visions- og udviklingsplan for Socialområdet i Region "
        "Midtjylland 2024-2027. Region Midtjylland, 2023-08-23)"
    )
    visitor.page.get_by_role("button", name="Kopiér samtalen").click()
    visitor.page.wait_for_timeout(200)
    copied = visitor.page.evaluate(read)
    assert copied.startswith(DOCTOR)
    assert (
        copied.index("»Bostedslæger (Holmstrupgård)« [2]")
        < copied.index(WEATHER)
        < copied.index("ikke svar på")
    )


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
    expect(one.whole).to_have_count(1)
    expect(other.whole).to_have_count(1)


@pytest.mark.parametrize(
    ("path", "told"), [("/", "Der er mange, der spørger lige nu"), ("/en", "Many people are asking")]
)
def test_who_comes_when_the_queue_is_full_gets_a_friendly_word(
    visit: Visit, app: App, path: str, told: str
) -> None:
    visitor = visit(app, path)
    full = {"status": 503, "json": {"detail": "Queue is full. Max size is 200 and size is 200."}}
    visitor.page.wait_for_timeout(800)
    visitor.page.route("**/queue/join*", lambda route: route.fulfill(**full))
    visitor.box.fill(DOCTOR)
    visitor.box.press("Enter")
    expect(visitor.page.get_by_text(told)).to_be_visible()
    visitor.page.unroute("**/queue/join*")
    visitor.box.fill(DOCTOR)
    visitor.box.press("Enter")
    expect(visitor.answer_after(0)).to_contain_text(DOCTOR_QUOTE)


def test_a_server_that_cannot_be_reached_is_told_as_a_fault(visitor: Visitor) -> None:
    visitor.page.wait_for_timeout(800)
    visitor.page.route("**/queue/join*", lambda route: route.abort())
    visitor.box.fill(DOCTOR)
    visitor.box.press("Enter")
    expect(visitor.page.get_by_text("Det betyder ikke, at svaret ikke findes")).to_be_visible()


# sharing, and going back


def test_the_address_of_a_conversation_opens_it_again(visitor: Visitor, visit: Visit, app: App) -> None:
    visitor.ask("Hvad er planlagt i 2024?")
    answer = visitor.ask("Og i 2025?").inner_text()
    other = visit(app, visitor.page.url.removeprefix(visitor.address))
    expect(other.whole).to_have_count(2)
    assert other.whole.last.inner_text() == answer
    expect(other.sources.locator("h3")).to_have_count(2)
    other.whole.last.locator("a.henvisning").first.click()
    expect(other.page.locator("#kilde-2-1 summary")).to_be_focused()


def test_back_goes_back_in_the_conversation(visitor: Visitor) -> None:
    visitor.ask(DOCTOR)
    visitor.ask("Hvad siger pejlemærke 7?")
    expect(visitor.whole).to_have_count(2)
    visitor.page.go_back()
    expect(visitor.whole).to_have_count(1)
    expect(visitor.whole).to_contain_text(DOCTOR_QUOTE)
    visitor.page.go_back()
    expect(visitor.whole).to_have_count(0)
    visitor.page.go_forward()
    expect(visitor.whole).to_have_count(1)


# feedback


def test_feedback_is_thanked_for_and_kept(visitor: Visitor) -> None:
    visitor.ask(DOCTOR)
    form = visitor.page.locator("#tilbagemelding")
    form.get_by_role("button", name="Send").click()
    expect(form).to_contain_text("Vælg først")
    form.get_by_label("Der mangler noget").check()
    form.get_by_role("textbox").fill("Hvornår?")
    form.get_by_role("button", name="Send").click()
    expect(form).to_contain_text("Tak. Det er gemt.")
    expect(form.get_by_role("textbox")).to_have_value("")


def test_the_page_talks_to_nobody_else_and_has_no_complaints(visitor: Visitor) -> None:
    visitor.ask(DOCTOR).get_by_role("link", name="[1]").click()
    visitor.ask(WEATHER)
    visitor.ask(LETTER_2013)
    assert len(visitor.requests) > 10
    assert visitor.elsewhere == []
    assert visitor.complaints == []
    assert visitor.dialogs == []
