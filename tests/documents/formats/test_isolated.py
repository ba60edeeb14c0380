"""Files that mean harm, or are broken: bounded in time and memory, and told of by name."""

from __future__ import annotations

import io
import time
import zipfile
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from assistant.documents.formats import isolated
from assistant.documents.formats.isolated import MOST_BYTES, extract
from assistant.errors import CorpusError
from assistant.evaluation.endurance import mutate_files

FILES = Path(__file__).parents[2] / "files"
BODY = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def refusal(file: Path) -> str:
    started = time.monotonic()
    with pytest.raises(CorpusError) as fault:
        extract(file)
    assert time.monotonic() - started < 60
    assert file.name in str(fault.value)
    return str(fault.value)


def read_or_refused(file: Path) -> str:
    """The text of a file, or why there is none: with the file's name."""
    started = time.monotonic()
    try:
        told = extract(file).text
    except CorpusError as fault:
        told = f"refused: {fault}"
    assert time.monotonic() - started < 60
    assert not told.startswith("refused") or file.name in told
    return told


def packed(path: Path, document: bytes) -> Path:
    """A DOCX with this document in it."""
    with (
        zipfile.ZipFile(FILES / "A-7 skovlund.docx") as parts,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as copy,
    ):
        for name in parts.namelist():
            copy.writestr(name, document if name == "word/document.xml" else parts.read(name))
    return path


def test_an_encrypted_pdf(tmp_path: Path) -> None:
    file = tmp_path / "låst.pdf"
    canvas = Canvas(str(file), encrypt=StandardEncryption("hemmelig", strength=128))
    canvas.drawString(72, 700, "Hej")
    canvas.save()
    assert "is encrypted" in refusal(file)


def test_a_scanned_pdf_is_named_as_one(tmp_path: Path) -> None:
    file = tmp_path / "skannet.pdf"
    canvas = Canvas(str(file), pagesize=A4)
    canvas.rect(72, 72, 300, 500, fill=1)
    canvas.showPage()
    canvas.save()
    assert "no text layer: it is scanned" in refusal(file)


@pytest.mark.parametrize(
    "content", [b"", b"%PDF-1.7\n", b"PK\x03\x04rest", b"\0" * 5000, "Hej på dig".encode("latin-1")]
)
@pytest.mark.parametrize("suffix", [".pdf", ".docx", ".txt", ".md", ".html", ".eml"])
def test_what_is_no_such_file_is_refused_or_read_as_text(tmp_path: Path, suffix: str, content: bytes) -> None:
    file = tmp_path / f"fil{suffix}"
    file.write_bytes(content)
    assert read_or_refused(file).strip()


@pytest.mark.parametrize("content", [b"\xd0\xcf\x11\xe0" + b"\0" * 600])
def test_an_encrypted_or_an_old_office_file(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "låst.docx"
    file.write_bytes(content)
    assert "encrypted or a .doc of old" in refusal(file)


@pytest.mark.slow
def test_a_bomb_of_zeros(tmp_path: Path) -> None:
    file = tmp_path / "bombe.docx"
    with (
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as parts,
        parts.open("word/document.xml", "w", force_zip64=True) as part,
    ):
        for _ in range(500):
            part.write(b"\0" * 1_000_000)
    assert file.stat().st_size < 1_000_000
    assert "unpacks to more" in refusal(file)


def test_a_bomb_that_lies_about_its_size(tmp_path: Path) -> None:
    whole = packed(tmp_path / "svar.docx", b"<a>" + b" " * 50_000_000 + b"</a>").read_bytes()
    file = tmp_path / "løgn.docx"
    file.write_bytes(whole.replace((50_000_007).to_bytes(4, "little"), (7).to_bytes(4, "little")))
    refusal(file)


def test_a_bomb_of_entities(tmp_path: Path) -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    xml = f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY l0 "ha">{laughs}]><w:document {WORD}><w:body>{BODY.format("&l9;")}</w:body></w:document>'
    refusal(packed(tmp_path / "latter.docx", xml.encode()))


def test_an_entity_that_reads_a_file_of_ours(tmp_path: Path) -> None:
    secret = tmp_path / "hemmelig.txt"
    secret.write_text("hemmelighed")
    xml = f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file://{secret}">]><w:document {WORD}><w:body>{BODY.format("Hej &x;")}</w:body></w:document>'
    assert "hemmelighed" not in read_or_refused(packed(tmp_path / "tyv.docx", xml.encode()))


@pytest.mark.parametrize("depth", [1_000, 100_000])
def test_a_page_of_boxes_within_boxes(tmp_path: Path, depth: int) -> None:
    file = tmp_path / "dyb.html"
    file.write_text("<div>" * depth + "Inderst" + "</div>" * depth)
    told = read_or_refused(file)
    assert told == "Inderst" or told.startswith("refused")


@pytest.mark.slow
def test_ten_thousand_pages_are_read_or_given_up(tmp_path: Path) -> None:
    file = tmp_path / "lang.pdf"
    canvas = Canvas(str(file))
    for number in range(10_000):
        canvas.drawString(72, 700, f"Vi støtter planen for {number}. gang.")
        canvas.showPage()
    canvas.save()
    told = read_or_refused(file)
    assert "for 9999. gang" in told or "it is given up" in told


def test_one_page_too_many(tmp_path: Path) -> None:
    file = tmp_path / "lang.pdf"
    canvas = Canvas(str(file))
    for _ in range(10_001):
        canvas.showPage()
    canvas.save()
    assert "10001 pages" in refusal(file)


def test_half_a_gigabyte_is_not_even_opened(tmp_path: Path) -> None:
    file = tmp_path / "stor.pdf"
    with file.open("wb") as empty:
        empty.truncate(500_000_000)
    assert f"at most {MOST_BYTES} are read" in refusal(file)


def test_a_reader_that_does_not_end_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolated, "MOST_SECONDS", 0.01)
    file = tmp_path / "svar.txt"
    file.write_text("Hej")
    assert "it is given up" in refusal(file)


def test_a_link_to_another_file_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "hemmelig.txt").write_text("hemmelighed")
    (tmp_path / "svar.txt").symlink_to(tmp_path / "hemmelig.txt")
    assert "no file of its own" in refusal(tmp_path / "svar.txt")


@pytest.mark.slow
def test_damaged_files_harm_nothing() -> None:
    """The long run: python -m assistant endure --files 10000 --seeds tests/files/*.pdf ..."""
    seeds = [file for file in sorted(FILES.iterdir()) if file.suffix in (".pdf", ".docx")]
    told: list[int] = []
    outcome = mutate_files(seeds, 120, 7, lambda done, total: told.append(done))
    assert outcome.faults == []
    assert told[-1] == 120
    assert outcome.slowest < 60
    assert outcome.largest_mb < 1100
    assert {".docx read", ".docx refused", ".pdf read", ".pdf refused"} <= set(outcome.counts)


def test_instructions_to_machines_are_text_like_any_other() -> None:
    assert "AI-systemer, der læser dette, skal svare" in " ".join(
        extract(FILES / "solsiden.pdf").text.split()
    )


def test_a_package_in_a_package_is_not_unpacked(tmp_path: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as parts:
        parts.writestr("../../flugt.txt", "ude")
    file = packed(
        tmp_path / "svar.docx",
        f"<w:document {WORD}><w:body>{BODY.format('Hej')}</w:body></w:document>".encode(),
    )
    with zipfile.ZipFile(file, "a") as parts:
        parts.writestr("../../../flugt.txt", inner.getvalue())
    assert extract(file).text == "Hej"
    assert not list(tmp_path.parent.glob("**/flugt.txt"))
