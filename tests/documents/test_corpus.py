"""The real corpus: nothing lost, nothing damaged, nothing overlapping; and faults that are told."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from assistant.documents.corpus import Corpus, read_corpus
from assistant.documents.formats.reader import read_text
from assistant.documents.passages import Document
from assistant.errors import CorpusError

IDS = ("plan-2024", "brev-2023", "side-2023", "svar-norddjurs", "brev-2013")
PLAN = "visions-og-udviklingsplan-2024-2027.txt"
RESPONSE = "hoeringssvar-norddjurs-kommune-2023.txt"

FURNITURE = {
    "plan-2024": [
        "7SOCIALOMRÅDETS VISION",
        "10 VISIONS- OG UDVIKLINGSPLAN FOR SOCIALOMRÅDET I REGION MIDTJYLLAND",
        "STRATEGISPOR • ÈT SOCIALOMRÅDE • PEJLEMÆRKER 11",
        "14 VISIONS- OG UDVIKLINGSPLAN FOR SOCIALOMRÅDET I REGION MIDTJYLLAND",
    ]
}
HEADINGS = {
    "plan-2024": """
Forord
Et socialområde i bevægelse
Leverandør på det højt specialiserede socialområde
Udfordringer på det højt specialiserede socialområde på kort og mellemlang sigt
Socialområdets vision
Fokus på borgerens behov og udvikling
VISION
STRATEGISPOR
PEJLEMÆRKER
Ét socialområde Det hele menneske Fagligt stærke specialområder
Vi arbejder med FN’s verdensmål: Vi arbejder med FN’s verdensmål: Vi arbejder med FN’s verdensmål: \
Vi arbejder med FN's verdensmål
ORGANISERING PÅ SOCIALOMRÅDET
STRATEGISPOR
Ét socialområde
STRATEGISPOR
Ét socialområde - Pejlemærker
ATTRAKTIV SAMARBEJDSPARTNER
TÆTTE PARTNERSKABER
VIDENDELING PÅ TVÆRS
ET GRØNNERE SOCIALOMRÅDE
BORGERBEGREBET
STRATEGISPOR
Det hele menneske
STRATEGISPOR
Det hele menneske - Pejlemærker
MEDANSVAR TIL BORGERE OG PÅRØRENDE
EN DEL AF FÆLLESSKABET
LIGHED I SUNDHED
HELHEDSORIENTEREDE INDSATSER
PÅRØRENDEDEFINITION
STRATEGISPOR
Fagligt stærke specialområder
STRATEGISPOR
Fagligt stærke specialområder - Pejlemærker
MERE TID TIL BORGEREN
TILTRÆKKE DYGTIGE MEDARBEJDERE
ATTRAKTIV ARBEJDSPLADS SKABER TILKNYTNING
UDVIKLING AF MEDARBEJDERE OG LEDERE
Tidsplan for indsatser 2024-2027
Ét socialområde Det hele menneske Fagligt stærke specialområder
2024
2025
""",
    "brev-2023": """
Processen bag udarbejdelsen af visions- og udviklingsplanen
Høring
""",
    "side-2023": """
Høringssvar
Læs alle høringssvar
Tre strategispor
Ét socialområde
Det hele menneske
Fagligt stærke specialområder
Tidsplan og bilag
""",
    "svar-norddjurs": """
Overordnede bemærkninger
Specifikke bemærkninger til enkelte dele af visions- og udviklingsstrategien
Strategispor: ”Det hele menneske”
Pejlemærke:
- ”Medansvar til borgere og pårørende”
Strategispor: ”Fagligt stærke specialområder”
Pejlemærke: ”Tiltrække dygtige medarbejdere”
Strategispor:” Det hele menneske” og ”Ét Socialområde”
Pejlemærker:
- ”Helhedsorienterede indsatser”
- ”Attraktiv samarbejdspartner’
- ”Tætte partnerskaber”
""",
    "brev-2013": "",
}
"""What stands in the mended text and in no passage, but for bullets."""

RESTORED = {
    "plan-2024": {
        "finde": 3,
        "finder": 1,
        "finansieringsansvar": 1,
        "demografiske": 1,
        "kvalificerede": 1,
        "kvalificeret": 1,
        "specifikke": 2,
        "målgruppespecifikke": 1,
        "definition": 2,
        "specialiseringsprofiler": 2,
        "fleksibel": 3,
        "fleksible": 5,
        "flere": 8,
        "flytte": 1,
        "indflydelse": 2,
        "medindflydelse": 1,
    }
}
"""Every word that got a lost letter back."""

DAMAGED = re.compile(
    r"\w*(?:fnde|fnans|feks|indfyd|specifk|kvalifc|profler|defnit|grafsk)\w*|\bfere\b|\bfytte\b|m\.f\.\)"
)


@pytest.fixture(params=IDS)
def document(request: pytest.FixtureRequest, documents: dict[str, Document]) -> Document:
    return documents[request.param]


@pytest.fixture
def raw(document: Document, corpus_directory: Path) -> str:
    return (corpus_directory / document.file).read_text(encoding="utf-8")


def bare(text: str) -> str:
    """Without white space, hyphens, bullets, and the letters that a ligature may have lost."""
    return re.sub(r"[\s•\uf0b7il-]", "", text)


def test_the_documents_are_those_of_sources_toml(corpus: Corpus) -> None:
    assert tuple(document.id for document in corpus.documents) == IDS


# nothing is lost


def test_every_letter_and_digit_of_the_file_is_kept_but_for_furniture(document: Document, raw: str) -> None:
    dropped, at = [], 0
    for start, raw_start, length in (*document.spans, (len(document.text), len(raw), 0)):
        assert document.text[start : start + length] == raw[raw_start : raw_start + length]
        assert at <= raw_start
        dropped.append(raw[at:raw_start].strip())
        at = raw_start + length
    assert [piece for piece in dropped if any(map(str.isalnum, piece))] == FURNITURE.get(document.id, [])


def test_every_letter_and_digit_is_in_one_passage_or_in_a_heading(document: Document) -> None:
    outside, at = [], 0
    for passage in document.passages:
        assert at <= passage.start < passage.end
        outside += document.text[at : passage.start].split("\n")
        at = passage.end
    outside += document.text[at:].split("\n")
    headings = [line for line in outside if line.strip("• ")]
    assert headings == HEADINGS[document.id].strip().splitlines()


def test_the_mending_adds_no_letter_but_those_that_ligatures_lost(document: Document) -> None:
    added, at = Counter[str](), 0
    for start, _, length in document.spans:
        if any(map(str.isalnum, document.text[at:start])):
            before, after = document.text[:at], document.text[start:]
            added[re.findall(r"\w*$", before)[0] + document.text[at:start] + re.match(r"\w*", after)[0]] += 1
        at = start + length
    assert {word.lower(): count for word, count in added.items() if word != "fl"} == RESTORED.get(
        document.id, {}
    )


def test_a_passage_leads_back_to_the_same_words_of_the_file(document: Document, raw: str) -> None:
    for passage in document.passages:
        start, end = document.raw_span(passage.start, passage.end)
        assert bare(raw[start:end]) == bare(passage.text), passage.id


def test_a_quote_leads_back_to_its_place_in_the_file(plan: Document, corpus_directory: Path) -> None:
    raw = (corpus_directory / plan.file).read_text(encoding="utf-8")
    quote = "en fleksibel tidsplan er vigtig"
    at = plan.text.index(quote)
    start, end = plan.raw_span(at, at + len(quote))
    assert raw[start:end] == "en feksibel tidsplan er \n\nvigtig"


def test_a_span_that_is_no_text_leads_nowhere(plan: Document) -> None:
    end = plan.passages[0].end
    for start, stop in [(5, 5), (-1, 5), (5, len(plan.text) + 1), (end, end + 2)]:
        with pytest.raises(ValueError, match="plan-2024"):
            plan.raw_span(start, stop)


# passages are whole, in order and clean


def test_a_passage_s_text_is_cut_from_the_document(document: Document) -> None:
    for passage in document.passages:
        assert passage.text == document.text[passage.start : passage.end]
        assert passage.text == passage.text.strip()
        assert (passage.document_id, passage.role) == (document.id, document.role)


def test_ids_are_unique(corpus: Corpus) -> None:
    ids = Counter(passage.id for passage in corpus.passages)
    assert len(corpus.passages) == 168 + 16 + 12 + 10 + 9
    assert set(ids.values()) == {1}


def test_no_damaged_word_remains(document: Document) -> None:
    assert DAMAGED.findall(document.text) == []


def test_the_pattern_of_damaged_words_finds_those_of_the_file(corpus_directory: Path) -> None:
    assert len(DAMAGED.findall((corpus_directory / PLAN).read_text(encoding="utf-8"))) > 25


def test_no_line_end_remains_within_a_word(document: Document) -> None:
    assert (
        re.findall(r"\w- (?!og |eller |samt |andre |Pejlemærker)\w+", document.text.replace("\n", " ")) == []
    )
    assert re.findall(r"  |\t|\r|\f|[\ue000-\uf8ff]", document.text) == []


def test_no_passage_is_furniture_or_holds_it(corpus: Corpus) -> None:
    for passage in corpus.passages:
        assert not re.search(
            r"UDVIKLINGSPLAN FOR SOCIAL|PEJLEMÆRKER 11|7SOCIAL|(?m:^\s*[-–]\s*$)", passage.text
        )


def test_no_passage_is_a_bare_heading(corpus: Corpus) -> None:
    headings = {part.casefold() for passage in corpus.passages for part in passage.section}
    headings |= {line.casefold() for lines in HEADINGS.values() for line in lines.strip().splitlines()}
    for passage in corpus.passages:
        assert passage.text.casefold().rstrip(".:") not in headings
        if passage.kind not in ("row", "signature"):
            assert len(passage.text.split()) >= 5, passage.id


def test_no_passage_is_half_a_signature(corpus: Corpus) -> None:
    names = {"Anders Kühnau", "Jacob Klærke", "Bent Hansen"}
    for passage in corpus.passages:
        lines = passage.text.split("\n")
        assert (passage.kind == "signature") == bool(names & set(lines))
        if passage.kind == "signature":
            assert re.match("(?:Regionsrådsf|F)ormand", lines[-1])


def test_the_context_of_a_passage_is_its_section_and_its_text(plan: Document) -> None:
    row = next(passage for passage in plan.passages if passage.id == "plan-2024/t2024.1.2")
    assert row.context == "Tidsplan. 2024. Ét socialområde. Nyt takstgrundlag (pilotprojekt)"


# the same documents in other clothes


def test_a_file_saved_on_windows_reads_the_same(copied: Path, corpus: Corpus) -> None:
    for path in copied.glob("*.txt"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text, encoding="utf-8-sig", newline="\r\n")
    assert read_corpus(copied).passages == corpus.passages


def test_a_numbered_response_is_cited_by_its_number(copied: Path) -> None:
    sources = copied / "sources.toml"
    text = sources.read_text(encoding="utf-8")
    sources.write_text(text.replace('role = "response"', 'role = "response"\ncategory = "A"\nnumber = 7'))
    response = read_corpus(copied).documents[3]
    assert response.short == "Høringssvar A-7, Norddjurs Kommune"
    assert response.passages[0].label == "Høringssvar A-7, Norddjurs Kommune, afsnit 1"
    assert response.passages[0].id == "svar-norddjurs/1"


# faults


def refusal(copied: Path) -> str:
    with pytest.raises(CorpusError) as fault:
        read_corpus(copied)
    return str(fault.value)


def test_there_is_no_corpus(tmp_path: Path) -> None:
    assert refusal(tmp_path / "nothing") == f"there is no corpus directory {tmp_path / 'nothing'}"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("Rådet for bæredygtighed".encode("latin-1"), r"is not UTF-8 \(byte 1\): save it as UTF-8"),
        (b"", "is empty"),
        (b" \n\n\t\n", "is empty"),
        (b"PK\x03\x04\0\0\0 docx", "is binary, not text"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "is not UTF-8"),
        (b"-\n\n-\n", "holds no passage: is it cut off?"),
    ],
)
def test_a_file_that_is_no_text_is_refused(copied: Path, content: bytes, told: str) -> None:
    (copied / RESPONSE).write_bytes(content)
    message = refusal(copied)
    assert message.startswith(str(copied / RESPONSE))
    assert re.search(told, message)


def test_text_is_read_without_its_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "svar.txt"
    path.write_bytes("Rådet".encode("utf-8-sig"))
    assert read_text(path) == "Rådet"


@pytest.mark.parametrize(
    "cut_at", ["• Etablering af peer-", "Tidsplan for indsatser", "8) Socialområdets borgere"]
)
def test_a_plan_that_is_cut_off_is_refused(copied: Path, cut_at: str) -> None:
    text = (copied / PLAN).read_text(encoding="utf-8")
    (copied / PLAN).write_text(text[: text.index(cut_at)], encoding="utf-8")
    message = refusal(copied)
    assert str(copied / PLAN) in message
    assert re.search("the timeline has \\d+ rows for 202[45]; sources.toml counts", message)


def test_a_pejlemaerke_that_stands_twice_is_refused(copied: Path) -> None:
    text = (copied / PLAN).read_text(encoding="utf-8")
    (copied / PLAN).write_text(text.replace("\n7) Vi vil", "\n6) Vi vil"), encoding="utf-8")
    assert refusal(copied).startswith(f"{copied / PLAN}: the structure repeats plan-2024/p6")


def test_a_repair_that_fits_no_place_names_the_file(copied: Path) -> None:
    text = (copied / PLAN).read_text(encoding="utf-8")
    (copied / PLAN).write_text(text.replace("institutioner m.f.)", "institutioner m.fl.)"), encoding="utf-8")
    assert refusal(copied) == (
        f"{copied / PLAN}: the repair of “institutioner m.f.)” fits 0 places; it must fit one"
    )


@pytest.mark.parametrize("name", ["questions.jsonl", "outside.jsonl", "thesaurus.jsonl"])
def test_search_data_that_is_missing_is_refused(copied: Path, name: str) -> None:
    (copied / name).unlink()
    assert refusal(copied) == f"{copied / name} is missing"


QUESTION = {"question": "Hvem holder øje med helbredet?", "passages": ["plan-2024/p8.2"], "language": "da"}


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Hvem holder øje med helbredet?", "line 2 is not JSON"),
        ('["Hvem holder øje med helbredet?"]', "line 2 is not a JSON object"),
        (json.dumps({"question": "Hvem?", "language": "da"}), "line 2 lacks 'passages'"),
        (json.dumps(QUESTION | {"question": 5}), "line 2"),
        (
            json.dumps(QUESTION | {"passages": ["plan-2024/p16"]}),
            "line 2 names plan-2024/p16, which is no passage",
        ),
        (json.dumps(QUESTION | {"passages": ["p8.2"]}), "line 2 names p8.2, which is no passage"),
    ],
)
def test_a_question_that_cannot_be_used_is_refused(copied: Path, line: str, told: str) -> None:
    path = copied / "questions.jsonl"
    path.write_text(f"{json.dumps(QUESTION)}\n{line}\n", encoding="utf-8")
    assert refusal(copied).startswith(f"{path}, {told}")


def test_the_questions_lead_to_passages(corpus: Corpus) -> None:
    ids = {passage.id for passage in corpus.passages}
    asked = {id for question in corpus.questions for id in question.passages}
    assert asked <= ids
    assert all(question.passages == () for question in corpus.outside)
