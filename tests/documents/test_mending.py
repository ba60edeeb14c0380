"""Mending, and that nothing gets lost in it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from assistant.documents.lines import Paragraph, paragraphs, split_lines
from assistant.documents.mending import Edit, Mended, mend
from assistant.documents.passages import Draft
from assistant.errors import CorpusError


def drafts_of(raw: str) -> list[Draft]:
    """One draft a paragraph; a bullet's marker belongs to none, as in the plan."""
    lines = [line for line in split_lines(raw) if not line.is_furniture]
    return [
        Draft((_behind_marker(paragraph),), key=str(number))
        for number, paragraph in enumerate(paragraphs(lines), 1)
    ]


def _behind_marker(paragraph: Paragraph) -> Paragraph:
    behind = paragraph[0].without_marker()
    return (behind, *paragraph[1:]) if paragraph[0].marker.strip() == "•" and behind.text else paragraph


def mended(raw: str, words: Collection[str] = (), repairs: Mapping[str, str] | None = None) -> Mended:
    return mend(raw, drafts_of(raw), frozenset(words), repairs)


def applied(raw: str, edits: Sequence[Edit]) -> str:
    """What the edits make of the raw text, and nothing but the edits."""
    text, at = "", 0
    for edit in edits:
        assert at <= edit.start <= edit.end <= len(raw)
        text += raw[at : edit.start] + edit.replacement
        at = edit.end
    return text + raw[at:]


def letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


# line ends and hyphens


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("Vi skaber et grønt\nsocialområde.", "Vi skaber et grønt socialområde."),
        ("et bæredygtigt socialom-\n\nråde", "et bæredygtigt socialområde"),
        ("beboer-, pårørende-\n\nog forældreråd", "beboer-, pårørende- og forældreråd"),
        ("psykiatri-\neller socialområdet", "psykiatri- eller socialområdet"),
        ("olie-\nsamt gasfyr", "olie- samt gasfyr"),
        ("et organi-\nsatorisk afsæt", "et organisatorisk afsæt"),
        (
            "Gennem peer-fællesskaber. Flere peer-\nfællesskaber",
            "Gennem peer-fællesskaber. Flere peer-fællesskaber",
        ),
        ("lade os inspirere af -\ndet videre arbejde", "lade os inspirere af - det videre arbejde"),
        ("involveret i MED-\nsystemet", "involveret i MED-systemet"),
        ("i årene 2024-\n2027", "i årene 2024-2027"),
        ("to  ord   i\ttræk", "to ord i\ttræk"),
    ],
)
def test_line_ends(raw: str, text: str) -> None:
    assert mended(raw).text == text


def test_a_lost_hyphen_is_joined_where_a_fragment_is_no_word() -> None:
    raw = "indsats fra Social\nområdet i regionen"
    assert mended(raw, {"socialområdet", "området"}).text == "indsats fra Socialområdet i regionen"


def test_two_words_stay_two_words_even_if_they_make_one() -> None:
    raw = "det er der\nmed altid"
    assert mended(raw, {"der", "med", "dermed"}).text == "det er der med altid"


def test_furniture_between_two_lines_is_dropped_and_named() -> None:
    raw = "Vi undersøger tilsyns-\n-\n10 VISIONS- OG UDVIKLINGSPLAN\nbesøg i regionen."
    result = mended(raw)
    assert result.text == "Vi undersøger tilsynsbesøg i regionen."
    assert [edit.kind for edit in result.edits if "VISIONS" in raw[edit.start : edit.end]] == ["furniture"]


def test_furniture_between_two_paragraphs_is_an_edit_of_that_kind() -> None:
    raw = "LIGHED I SUNDHED\n\n14 VISIONS- OG UDVIKLINGSPLAN\n\n8) Socialområdets borgere."
    furniture = [edit for edit in mended(raw).edits if edit.kind == "furniture"]
    assert [raw[edit.start : edit.end].strip() for edit in furniture] == ["14 VISIONS- OG UDVIKLINGSPLAN"]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\n\f", "\f", "\r", "\u2028"])
def test_no_line_end_makes_text_appear_twice(line_end: str) -> None:
    raw = line_end.join(["Det gælder for alle.", "• Bostedslæger", "• Sundhedstjek", ""])
    assert mended(raw).text.split("\n\n") == ["Det gælder for alle.", "• Bostedslæger", "• Sundhedstjek"]


def test_paragraphs_and_bullets_begin_lines_of_their_own() -> None:
    result = mended(
        "LIGHED\n8) Borgerne lever kortere.\n• Bostedslæger\n\uf0b7 Sundhedstjek\n2\n0\n2\n4\nSlut"
    )
    assert result.text.split("\n\n") == [
        "LIGHED",
        "8) Borgerne lever kortere.",
        "• Bostedslæger",
        "• Sundhedstjek",
        "2024",
        "Slut",
    ]


# ligatures

WORDS = {"finde", "flere", "fleksibel", "definition", "specifikke", "fod", "flod"}


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("fnde fere løsninger", "finde flere løsninger"),
        ("Fere frivillige", "Flere frivillige"),
        ("en feksi-\nbel tidsplan", "en fleksibel tidsplan"),
        ("målgruppespecifkke metoder", "målgruppespecifikke metoder"),
        ("på fod med", "på fod med"),
        ("et fagligt netværk", "et fagligt netværk"),
    ],
)
def test_ligatures(raw: str, text: str) -> None:
    assert mended(raw, WORDS).text == text


def test_one_place_gets_one_letter_only() -> None:
    assert mended("fere", {"flere", "fiere"}).text in ("flere", "fiere")


# repairs


@pytest.mark.parametrize(
    ("raw", "damaged", "repaired", "text"),
    [
        ("Det er der\nmed altid.", "der med altid", "dermed altid", "Det er dermed altid."),
        ("Lokale borger\nog pårørenderåd", "borger og", "borger- og", "Lokale borger- og pårørenderåd"),
        ("institutioner m.f.)", "m.f.)", "m.fl.)", "institutioner m.fl.)"),
        ("Vi er her.\nVl vil mere.", "Vl vil", "Vi vil", "Vi er her. Vi vil mere."),
        ("0rdet er dit.", "0rdet", "Ordet", "Ordet er dit."),
        ("FORORD\n\n0rdet er dit.", "0rdet", "Ordet", "FORORD\n\nOrdet er dit."),
    ],
)
def test_repairs(raw: str, damaged: str, repaired: str, text: str) -> None:
    result = mended(raw, repairs={damaged: repaired})
    assert result.text == text
    assert any(edit.kind == "repair" for edit in result.edits)


@pytest.mark.parametrize(("damaged", "places"), [("der med aldrig", 0), ("med", 2)])
def test_a_repair_must_fit_one_place(damaged: str, places: int) -> None:
    with pytest.raises(CorpusError, match=f"“{damaged}” fits {places} places"):
        mended("Det er der med altid, med dig.", repairs={damaged: "dermed"})


# places


def test_every_edit_knows_its_place() -> None:
    raw = "Vi vil fnde\nnye løs-\nninger  nu."
    result = mended(raw, {"finde"})
    assert [
        (edit.kind, raw[edit.start : edit.end], edit.replacement) for edit in result.edits if edit.start
    ] == [
        ("ligature", "", "i"),
        ("space", "\n", " "),
        ("hyphen", "-\n", ""),
        ("space", "  ", " "),
        ("space", "", ""),
    ]
    assert applied(raw, result.edits) == result.text == "Vi vil finde nye løsninger nu."


def test_spans_lead_back_to_the_raw_file() -> None:
    raw = "• Vi vil fnde\nnye løs-\nninger.\n"
    result = mended(raw, {"finde"})
    assert [
        (result.text[at : at + length], raw[start : start + length]) for at, start, length in result.spans
    ] == [
        ("Vi vil f", "Vi vil f"),
        ("nde", "nde"),
        ("nye løs", "nye løs"),
        ("ninger.", "ninger."),
    ]


def test_a_draft_knows_its_place() -> None:
    result = mended("LIGHED\n\n• Vi vil fnde\nnye løs-\nninger.\n\n• Bostedslæger\n", {"finde"})
    assert [result.text[start:end] for start, end in result.draft_spans] == [
        "LIGHED",
        "Vi vil finde nye løsninger.",
        "Bostedslæger",
    ]


@pytest.mark.parametrize("raw", ["\uf0b7 Vi foreslår:", "\uf0b7", "Vi ser frem til:\n\uf0b7\n"])
def test_a_draft_that_begins_with_the_bullet_of_a_private_font(raw: str) -> None:
    drafts = [Draft((paragraph,)) for paragraph in paragraphs(split_lines(raw))]
    result = mend(raw, drafts)
    texts = [result.text[start:end] for start, end in result.draft_spans]
    assert texts == raw.replace("\uf0b7", "•").strip().split("\n")


# the property: nothing gets lost

LEXICON = frozenset({"finde", "flere", "fleksibel", "socialområdet", "området", "med", "der", "dermed", "vi"})
FURNITURE = ("-", "–", "10 VISIONS- OG UDVIKLINGSPLAN", "STRATEGISPOR • ÈT SOCIALOMRÅDE • PEJLEMÆRKER 11")

words = st.sampled_from(
    "Vi vil fnde fere feksibel Socialområdet social området der med og eller peer peer-fællesskaber - – , "
    "2024 2025-27 LIGHED I SUNDHED 13.2 “Ordet dit”. løsninger. råd: énstrenget • 3) \uf0b7 ß".split()
)
written = st.builds(
    "{}{}{}".format,
    st.sampled_from(["", " ", "• ", "•  ", "12) ", "\uf0b7 ", "- ”"]),
    st.lists(words, min_size=1, max_size=9).map(" ".join),
    st.sampled_from(["", "", "-", ".", " -"]),
)
line_ends = st.sampled_from(["\n", "\n\n", " \n\n", "\r\n", "\n\n\n \n", "\n\f"])
texts = st.lists(st.tuples(written | st.sampled_from(FURNITURE), line_ends), min_size=1, max_size=12).map(
    lambda lines: "".join(text + end for text, end in lines)
)


@given(raw=texts | st.text(alphabet="aæfFl2-–•. \n", min_size=1))
@example(raw="Vi vil fnde fere feksi-\n-\n\n10 VISIONS- OG UDVIKLINGSPLAN\n\nbel tid\n• Social\nområdet\n")
def test_nothing_gets_lost(raw: str) -> None:
    drafts = drafts_of(raw)
    if not drafts:
        return
    result = mend(raw, drafts, LEXICON)
    assert applied(raw, result.edits) == result.text
    assert all(result.text[at : at + n] == raw[start : start + n] for at, start, n in result.spans)
    for edit in result.edits:
        if edit.kind in ("space", "hyphen"):
            assert letters(raw[edit.start : edit.end]) == letters(edit.replacement)
    restored = [edit for edit in result.edits if edit.kind == "ligature"]
    assert all(edit.start == edit.end and edit.replacement in ("i", "l") for edit in restored)
    unrestored = applied(raw, [edit for edit in result.edits if edit not in restored])
    kept = [line.text for line in split_lines(raw) if not line.is_furniture]
    assert letters(unrestored) == letters("".join(kept))


@given(raw=texts)
def test_drafts_hold_their_own_lines_in_order(raw: str) -> None:
    drafts = drafts_of(raw)
    if not drafts:
        return
    result = mend(raw, drafts)
    ends = [0, *(end for _, end in result.draft_spans)]
    for draft, (start, end), end_before in zip(drafts, result.draft_spans, ends, strict=False):
        assert end_before <= start
        assert result.text[start:end] == result.text[start:end].strip() != ""
        own = "".join(line.text for paragraph in draft.paragraphs for line in paragraph)
        assert letters(result.text[start:end]) == letters(own)
