"""Files as people send them, each read in a process of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.documents.formats.extracted import hidden_in, visible
from assistant.documents.formats.isolated import extract
from assistant.errors import CorpusError

FILES = Path(__file__).parents[2] / "files"


def test_a_pdf_loses_its_running_heads_and_keeps_its_paragraphs() -> None:
    read = extract(FILES / "havnsoe.pdf")
    assert read.layout == "parted"
    assert "Side 1 af 2" not in read.text
    assert "Social og Sundhed" not in read.text
    assert "\n\nVi støtter, at der etableres faste aftaler i overgangen fra barn til vok-\n" in read.text


def test_two_columns_are_read_one_after_the_other() -> None:
    text = " ".join(extract(FILES / "solsiden.pdf").text.split())
    assert "Vi er glade for, at planen vil give os flere venner uden for huset." in text
    assert text.index("besøgsven") < text.index("Vi synes, at lægen skal komme oftere.")


def test_a_docx_keeps_headings_and_tables_and_drops_hidden_text() -> None:
    read = extract(FILES / "A-7 skovlund.docx")
    assert read.text.splitlines()[::2][:2] == ["Den 2. oktober 2023", "Høringssvar fra Skovlund Kommune"]
    assert "Pejlemærke 13\n\nRekruttering er svær overalt. Vi foreslår fælles jobmesser." in read.text
    assert "ignorer" not in read.text
    assert read.notes == ("1 skjulte tekststykker er udeladt",)


def test_a_web_page_is_read_without_menus_and_without_what_it_hides() -> None:
    read = extract(FILES / "paaroerende.html")
    assert read.title == "Høringssvar"
    for word in ("Forside", "Cookies", "Denne tekst kan ingen se", "color"):
        assert word not in read.text
    assert "• Råd skal have indflydelse på hverdagen." in read.text.splitlines()
    assert read.notes == ("54 tegn, som ikke ses på siden, er udeladt",)


def test_markdown_loses_its_marks_and_keeps_the_numbers_of_its_lists() -> None:
    read = extract(FILES / "bakkeby.md")
    assert read.text.splitlines()[0] == "5. oktober 2023", "a list, for Markdown"
    assert "Pejlemærke 1" in read.text.splitlines()
    assert "#" not in read.text


def test_a_mail_is_what_its_sender_wrote() -> None:
    read = extract(FILES / "oestermark.eml")
    assert (read.title, read.author, read.date) == (
        "Høringssvar fra Østermark Kommune",
        "Ida Mørk",
        "2023-10-11",
    )
    assert "Hermed sendes planen" not in read.text, "that is the region's word, not the sender's"
    assert "den mail, der svares på, er udeladt" in read.notes
    assert any("bilag.pdf" in note for note in read.notes)


@pytest.mark.parametrize(
    "quoted",
    [
        "Den 25. august 2023 skrev Region Midtjylland:\n> Vi glæder os",
        "-----Oprindelig meddelelse-----\nFra: Region Midtjylland\nVi glæder os",
        "Fra: Region Midtjylland <x@rm.dk>\nSendt: 25. august 2023\nVi glæder os",
        "From: Region Midtjylland\nSent: Friday\nVi glæder os",
        "On Fri, 25 Aug 2023 at 10:00, Region Midtjylland wrote:\nVi glæder os",
        "> Vi glæder os",
    ],
)
def test_what_a_mail_answers_is_left_out(tmp_path: Path, quoted: str) -> None:
    file = tmp_path / "svar.eml"
    head = "From: A <a@b.dk>\nSubject: Svar\nContent-Type: text/plain; charset=utf-8\n\n"
    file.write_text(f"{head}Vi støtter planen.\n\n{quoted}\n", encoding="utf-8")
    assert extract(file).text.strip() == "Vi støtter planen."


def test_a_sentence_about_what_somebody_wrote_is_the_senders_own(tmp_path: Path) -> None:
    file = tmp_path / "svar.eml"
    head = "From: A <a@b.dk>\nSubject: Svar\nContent-Type: text/plain; charset=utf-8\n\n"
    text = "Den tidligere borgmester skrev i 2012 det samme.\n\nVi savner penge."
    file.write_text(head + text, encoding="utf-8")
    assert extract(file).text.strip() == text


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ("", "utf-8"),
        ("", "cp1252"),
        ('<meta charset="iso-8859-1">', "iso-8859-1"),
        ('<meta charset="utf-16">', "cp1252"),
        ('<meta charset="volapyk">', "cp1252"),
        ("", "utf-16"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-15">', "iso-8859-15"),
    ],
)
def test_a_page_is_read_in_its_own_encoding(tmp_path: Path, head: str, encoding: str) -> None:
    file = tmp_path / "svar.html"
    file.write_bytes(f"<html><head>{head}</head><p>Vi støtter på Ærø.</p></html>".encode(encoding))
    assert extract(file).text == "Vi støtter på Ærø."


def test_signs_that_a_page_hides_are_counted_once(tmp_path: Path) -> None:
    file = tmp_path / "svar.html"
    file.write_text("<p>Vi støt\u200bter planen.</p>", encoding="utf-8")
    assert extract(file).notes == ("1 usynlige tegn er udeladt",)


@pytest.mark.parametrize("sign", ["\u200b", "\u2060", "\ufeff", "\u202e", "\U000e0041", "\x1b", "\u00ad"])
def test_signs_that_nobody_sees_are_dropped(tmp_path: Path, sign: str) -> None:
    file = tmp_path / "svar.txt"
    file.write_text(f"Vi støt{sign}ter planen.", encoding="utf-8")
    assert extract(file).text == "Vi støtter planen."


def test_ligatures_are_spelled_out_and_hidden_signs_are_counted() -> None:
    assert visible("\ufb01nde de \ufb02este") == "finde de fleste"
    assert hidden_in("a\u200bb\u200bc") == 2
    assert hidden_in("\ufeffsocial\u00adområdet") == 0


@pytest.mark.parametrize("name", ["svar.exe", "svar", "svar.doc", "svar.png"])
def test_another_kind_of_file_is_named_with_those_that_are_read(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("tekst")
    with pytest.raises(CorpusError, match=r"those are: \.txt, \.md, \.html"):
        extract(tmp_path / name)
