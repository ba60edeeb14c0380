"""New documents into the corpus, and old ones out of it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from assistant.documents.corpus import read_corpus
from assistant.documents.formats.extracted import Extracted
from assistant.documents.intake import Intake, Understood, remove
from assistant.documents.proposal import read_date, slug
from assistant.documents.sources import SOURCES
from assistant.errors import CorpusError

FILES = Path(__file__).parents[1] / "files"
SENDERS = {
    "A-7 skovlund.docx": ("Skovlund Kommune", "2023-10-02"),
    "bakkeby.md": ("Bakkeby Kommune", "2023-10-05"),
    "fagligt-faellesskab.docx": ("Fagligt Fællesskab Midt", "2023-10-04"),
    "havnsoe.pdf": ("Havnsø Kommune", "2023-10-09"),
    "oestermark.eml": ("Østermark Kommune", "2023-10-11"),
    "paaroerende.html": ("Foreningen Pårørende Midt", "2023-10-03"),
    "solsiden.pdf": ("Botilbuddet Solsiden", "2023-10-06"),
    "ungeraadet.txt": ("Ungerådet i Engby", "2023-10-10"),
}


@pytest.fixture
def intake(copied: Path) -> Intake:
    return Intake(copied)


def understood(intake: Intake, file: Path, **given: str | int) -> Understood:
    [read] = intake.read([file])
    assert isinstance(read, Extracted), read
    return intake.understand(file, read, given)


@pytest.mark.parametrize(("name", "told"), SENDERS.items(), ids=SENDERS)
def test_sender_and_date_are_read_in_every_format(intake: Intake, name: str, told: tuple[str, str]) -> None:
    values = understood(intake, FILES / name).proposal.values
    assert (values["sender"], str(values["date"])) == told
    assert values["role"] == "response"


def test_what_a_file_names_is_shown(intake: Intake) -> None:
    found = understood(intake, FILES / "A-7 skovlund.docx")
    assert (found.proposal.values["category"], found.proposal.values["number"]) == ("A", 7)
    assert found.headings == ["Pejlemærke 6", "Pejlemærke 1 og 2", "Lighed i sundhed", "Pejlemærke 13"]
    assert {each.number for each in found.mentions} == {1, 2, 6, 8, 9, 13}
    havnsoe = understood(intake, FILES / "havnsoe.pdf").mentions
    assert {(each.number, each.is_sure) for each in havnsoe} == {
        (2, True),
        (3, True),
        (11, False),
        (12, False),
    }


def test_all_of_them_go_in_and_out_again_without_a_trace(copied: Path) -> None:
    before = {path.name: path.read_bytes() for path in copied.iterdir()}
    intake = Intake(copied)
    files = [FILES / name for name in SENDERS]
    names = []
    for file, read in zip(files, intake.read(files), strict=True):
        assert isinstance(read, Extracted)
        names.append(intake.take(intake.understand(file, read, {"role": "response"}), "fictional"))
    corpus = read_corpus(copied)
    assert [document.id for document in corpus.documents][-8:] == names
    assert {document.sender for document in corpus.documents} >= {sender for sender, _ in SENDERS.values()}
    for name in names:
        remove(copied, name)
    assert {path.name: path.read_bytes() for path in copied.iterdir()} == before


def test_lay_questions_go_with_their_document(copied: Path) -> None:
    before = len(read_corpus(copied).questions)
    gone = remove(copied, "svar-norddjurs")
    after = read_corpus(copied)
    assert gone > 0
    assert len(after.questions) == before - gone
    assert "svar-norddjurs" not in (copied / "questions.jsonl").read_text(encoding="utf-8")


def test_a_file_that_is_there_already_is_refused(intake: Intake, tmp_path: Path) -> None:
    intake.take(understood(intake, FILES / "bakkeby.md"))
    again = shutil.copy(FILES / "bakkeby.md", tmp_path / "igen.md")
    with pytest.raises(CorpusError, match=r"igen\.md is in the corpus already, as svar-bakkeby"):
        understood(intake, again)


def test_two_of_one_sender_get_names_of_their_own(intake: Intake, tmp_path: Path) -> None:
    first = intake.take(understood(intake, FILES / "bakkeby.md"))
    (tmp_path / "to.md").write_text(
        (FILES / "bakkeby.md").read_text(encoding="utf-8") + "\nOg lidt til.\n", "utf-8"
    )
    assert (first, intake.take(understood(intake, tmp_path / "to.md"))) == ("svar-bakkeby", "svar-bakkeby-2")


def test_what_is_not_found_must_be_told(intake: Intake, tmp_path: Path) -> None:
    file = tmp_path / "svar.txt"
    file.write_text("vi synes godt om planen.", encoding="utf-8")
    with pytest.raises(
        CorpusError, match=r"svar\.txt: no sender and no date found in it; give --sender, --date"
    ):
        understood(intake, file)
    told = understood(intake, file, sender="Beboerrådet", date=2023)
    assert told.proposal.values["sender"] == "Beboerrådet"


@pytest.mark.parametrize(
    "text",
    [
        "9. oktober 2023\n\nVi i byen støtter planen. Borgmesteren i Solby Kommune.",
        "Høringssvar fra Solby Kommune\n\nSom svar på planen, som I sendte os den 25. august 2023, har vi dette.",
    ],
)
def test_what_is_only_guessed_goes_in_only_if_somebody_vouches(
    intake: Intake, tmp_path: Path, text: str
) -> None:
    file = tmp_path / "høringssvar.txt"
    file.write_text(text, encoding="utf-8")
    found = understood(intake, file)
    with pytest.raises(CorpusError, match=r"only guessed; give --(sender|date), or --accept"):
        intake.take(found)
    assert intake.take(found, accept=True) == "svar-solby"


def test_a_cpr_number_stops_a_file_and_is_not_printed(intake: Intake, tmp_path: Path) -> None:
    file = tmp_path / "svar.txt"
    file.write_text(
        "Høringssvar fra Solby Kommune\n9. oktober 2023\n\nVores borger 010190-1234 venter.", "utf-8"
    )
    with pytest.raises(CorpusError, match="holds CPR numbers .line 4 of its text.") as fault:
        understood(intake, file)
    assert "0190" not in str(fault.value)


def test_a_cpr_number_that_comes_in_by_hand_stops_the_ingest(copied: Path) -> None:
    with (copied / "hoeringsbrev-2013.txt").open("a", encoding="utf-8") as file:
        file.write("\nJens, 010190-1234.\n")
    with pytest.raises(CorpusError, match=r"hoeringsbrev-2013\.txt holds a CPR number in line \d+") as fault:
        read_corpus(copied)
    assert "0190" not in str(fault.value)


def test_personal_data_waits_for_a_decision_that_is_recorded(
    intake: Intake, tmp_path: Path, copied: Path
) -> None:
    file = tmp_path / "svar.txt"
    text = "Høringssvar fra Solby Kommune\n9. oktober 2023\n\nRing til Anna på 24 60 11 73, eller skriv til anna@hotmail.com."
    file.write_text(text, encoding="utf-8")
    found = understood(intake, file)
    assert found.personal == ("phone in line 4: 24 60 11 73", "email in line 4: anna@hotmail.com")
    with pytest.raises(CorpusError, match="--reviewed"):
        intake.take(found)
    intake.take(found, "beholdt: kontaktperson, aftalt med afsender")
    assert 'reviewed = "beholdt: kontaktperson, aftalt med afsender"' in (copied / SOURCES).read_text("utf-8")


@pytest.mark.parametrize(
    "name",
    ["../../ude.txt", "-rf.txt", "a\nb.txt", "\x1b[31mrød.txt", "con.txt", "æøå ½.txt", "." * 50 + ".txt"],
)
def test_names_of_files_do_no_tricks(copied: Path, tmp_path: Path, name: str) -> None:
    file = tmp_path / "ind" / Path(name).name
    file.parent.mkdir()
    file.write_text("Høringssvar fra Solby Kommune\n9. oktober 2023\n\nVi støtter planen.", encoding="utf-8")
    before = {path.name for path in copied.iterdir()}
    intake = Intake(copied)
    intake.take(understood(intake, file))
    assert {path.name for path in copied.iterdir()} - before == {"svar-solby.txt"}


def test_a_sender_with_tricks_in_it_is_only_text(intake: Intake, copied: Path) -> None:
    file = FILES / "bakkeby.md"
    found = understood(intake, file, sender='../../x"\n[[document]]\nid = "plan-2024"')
    name = intake.take(found)
    assert name == "svar-x-document-id-plan-2024"
    assert read_corpus(copied).documents[-1].sender == '../../x"\n[[document]]\nid = "plan-2024"'


def test_slugs_and_dates() -> None:
    assert slug("Ærø Kommune & Ø-råd / ../x") == "aeroe-kommune-oe-raad-x"
    assert slug("¤%&") == "dokument"
    assert read_date("2023") == 2023
    with pytest.raises(CorpusError, match="is no date"):
        read_date("9/10-23")
