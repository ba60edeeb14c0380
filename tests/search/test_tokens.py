from __future__ import annotations

import sys
import unicodedata
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.search import tokens
from assistant.search.tokens import fold, grams, stems, words

danish = st.text(alphabet="abcdefghijklmnopqrstuvwxyzæøåÆØÅé §-.,?0123456789", max_size=60)


def test_fold_writes_danish_letters_as_people_without_those_keys_do() -> None:
    assert fold("Pårørende på Ærø, én blå SØ") == "paaroerende paa aeroe, en blaa soe"


@given(danish)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_words_keep_numbers_and_one_letter_words() -> None:
    assert words("§ 85: Støtte i 2024") == ["85", "stoette", "i", "2024"]


def test_grams_are_of_four_and_five_characters_within_a_word() -> None:
    assert grams("bad") == ["_bad", "bad_", "_bad_"]
    assert all(" " not in gram for gram in grams("et årligt sundhedstjek"))


@given(danish)
def test_every_word_has_a_gram_and_none_is_longer_than_five(text: str) -> None:
    assert bool(grams(text)) == bool(words(text))
    assert all(1 <= len(gram) <= 5 for gram in grams(text))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("sundhedstjæk", "sundhedstjek"), ("paroerende", "pårørende"), ("tjek", "sundhedstjek")],
)
def test_grams_forgive_typing_errors_and_find_parts_of_compounds(typed: str, meant: str) -> None:
    shared = set(grams(typed)) & set(grams(meant))
    assert len(shared) >= len(set(grams(typed))) / 3


@pytest.mark.parametrize(
    "forms",
    ["bolig boliger boligerne", "pårørende Pårørendes", "medarbejder medarbejderne", "læge lægen læger"],
)
def test_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len(set(stems(forms))) == 1


def test_stems_leave_out_words_that_carry_no_meaning() -> None:
    assert stems("Hvad er det, som I vil med os?") == []
    assert stems("What should they do about it?") == []


@pytest.mark.parametrize("cut", [words, grams, stems])
def test_text_typed_on_a_mac_is_the_same_text(cut: object) -> None:
    """There, å may come as an a and a combining ring (Unicode's decomposed form)."""
    assert callable(cut)
    text = "Pårørende på Ærø får én støtte"
    assert cut(unicodedata.normalize("NFD", text)) == cut(text)


def test_threads_do_not_get_into_each_others_way() -> None:
    """A stemmer keeps the word that it is at: a shared one failed, or cut words in the wrong place."""
    words = [
        f"{word}{end}"
        for word in ("borger", "beboer", "indsats", "pårørende", "høringssvar")
        for end in ("nes", "erne", "ens", "er", "heden")
    ]
    alone = [stems(word) for word in words]
    tokens._stem.cache_clear()
    pause, wrong = sys.getswitchinterval(), []

    def cut() -> None:
        for _ in range(200):
            tokens._stem.cache_clear()
            if [stems(word) for word in words] != alone:
                wrong.append(1)

    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as pool:
            for done in [pool.submit(cut) for _ in range(8)]:
                done.result()
    finally:
        sys.setswitchinterval(pause)
    assert not wrong
