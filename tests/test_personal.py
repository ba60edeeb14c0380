"""Personal data in questions: noticed where it is, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answers.assistant import Assistant
from assistant.documents.corpus import Corpus
from assistant.evaluation.gold import SPLITS, read_gold
from assistant.personal import CPR_MASK, mask_cpr, personal_signs
from assistant.search.retriever import Search
from assistant.settings import Settings

CPRS = ["010190-1234", "0101901234", "311299 4321", "010190 - 1234", "150675\N{EN DASH}0987", "290200-1111"]
NO_CPRS = [
    "Planen gælder 2024-2027",
    "sag 1-31-72-123-23",
    "dokument 010190-12345",
    "451390-1234",  # no day 45
    "011390-1234",  # no month 13
    "12.010190-1234",
    "tlf. 2233 4455",
    "311223",
    "pejlemærke 10.4 og 11.2",
    "1234567890123",
    "010190-1234/2",
]
PERSONAL = {
    "Ring på 22 33 44 55": "phone",
    "Ring på 22334455": "phone",
    "ring +45 2233 4455 tak": "phone",
    "mit nummer: 22-33-44-55.": "phone",
    "0045 87654321": "phone",
    "skriv til anne.hansen@gmail.com": "email",
    "a_b@firma.dk": "email",
    "Jeg bor på Vestergade 12": "address",
    "vi bor Ndr. Ringgade 4 B": "address",
    "Skovvejen 112, 8000 Aarhus": "address",
    "Lindeallé 3": "address",
    "Jeg hedder Anne Hansen": "name",
    "mit navn er Per Skov": "name",
    "My name is Ann Smith": "name",
    "Venlig hilsen Anne Bo-Hansen": "name",
    "min søn Peter bor hos jer": "name",
    "Min datter, der hedder Sofie, er 19": "name",
    "our daughter Emma": "name",
    "han hedder Oskar": "name",
    "min mor hedder Inge": "name",
}
IMPERSONAL = [
    "Hvad siger pejlemærke 7, punkt 2?",
    "verdensmål nr. 3 4 8 10 13 16 17",
    "Hvad skete der i 2013 og 2023?",
    "20242025",
    "Hvad skriver Norddjurs Kommune?",
    "Hvem er Bent Hansen?",
    "skriv til visionsogudviklingsplan@social.rm.dk",
    "kan jeg skrive til norddjurs@norddjurs.dk",
    "post@aarhuskommune.dk",
    "Min søn bor på Holmstrupgård",
    "Jeg hedder ikke noget særligt",
    "Mit barn får hjælp af Region Midtjylland",
    "Jeg bor på et bosted i Struer",
    "Venlig hilsen Birthe",
    "mvh Karen",
    "Min far siger, at planen er god",
    "33 høringssvar, 15 pejlemærker og 30 rækker",
    "journalnummer 1-31-72-123-23",
    "Skottenborg 26",
    "500.000.000 kr.",
    "Den 11. oktober 2023 kl. 12.00",
    "Er det 24 timer i døgnet, 7 dage om ugen?",
    "What does the plan say about doctors?",
    "My son lives in Viborg",
    "Det hele menneske i 2025",
]


@pytest.mark.parametrize("number", CPRS)
def test_a_cpr_number_is_masked(number: str) -> None:
    assert mask_cpr(f"Mit cpr er {number}. Hvem hjælper?") == f"Mit cpr er {CPR_MASK}. Hvem hjælper?"
    assert mask_cpr(f"({number})") == f"({CPR_MASK})"
    assert personal_signs(number) == {"cpr"}
    assert personal_signs(mask_cpr(number)) == {"cpr"}, "masked or not, there was one"


@pytest.mark.parametrize("text", NO_CPRS)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert mask_cpr(text) == text
    assert "cpr" not in personal_signs(text)


@given(st.text())
def test_masking_twice_is_masking_once(text: str) -> None:
    assert mask_cpr(mask_cpr(text)) == mask_cpr(text)


@pytest.mark.parametrize(("text", "sign"), PERSONAL.items())
def test_personal_data_is_noticed(text: str, sign: str) -> None:
    assert personal_signs(text) == {sign}


@pytest.mark.parametrize("text", IMPERSONAL)
def test_what_is_not_personal_is_not_suspected(text: str) -> None:
    assert personal_signs(text) == set()


def test_hardly_any_of_our_questions_is_suspected(corpus: Corpus) -> None:
    """Those few that are name somebody or say where they live."""
    known = {passage.id for passage in corpus.passages}
    gold = [each.text for split in SPLITS for each in read_gold(split, known)]
    asked = [*gold, *(each.text for each in corpus.questions)]
    assert len(asked) > 15_000
    assert not [each for each in asked if mask_cpr(each) != each]
    assert len([each for each in asked if personal_signs(each)]) <= 10


def test_the_assistant_never_sees_a_cpr_number(search: Search, settings: Settings) -> None:
    answer = Assistant(search, settings).answer("Får 010190-1234 en læge?", ["Jeg er 020290-4321"])
    assert answer.question == f"Får {CPR_MASK} en læge?"
    assert "4321" not in str(answer.as_json())
