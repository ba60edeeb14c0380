"""The two ways in which text is cut into terms for BM25: character n-grams and stems."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from threading import local

import snowballstemmer

_own = local()
"""Each thread's own stemmer: it keeps the word that it is at, and others would change it under its hands."""
_WORD = re.compile(r"\w+")
_FOLD = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "é": "e", "è": "e", "ö": "oe", "ä": "ae"})
_GRAM_LENGTHS = (4, 5)
"""Character n-grams of these lengths beat words and stems in Danish (design.md)."""

STOP_WORDS = frozenset(
    """
    af alle at da de dem den denne der deres det dette dig din dit dog du efter eller en end er et
    for fordi fra få får gør ham han har have havde hende her hos hun hvad hvem hvilke hvilken
    hvilket hvis hvor hvordan hvorfor hvornår i igen ikke ind jeg jer jeres jo kan kom kommer kun
    lige man med meget men mig min mit mod når ned noget nogen nogle nu og også om op os over på
    på selv sig sin sit skal som så til tror ud under var ved vi vil ville være været vores

    a about an and any are as at be been by can could did do does for from had has have how if in
    is it its just me my no not of on or our out she he should so some that the their them there
    they this to us was we were what when where which who why will with would you your
    """.split()
)


def fold(text: str) -> str:
    """Lower case, with æ, ø and å written as people without those keys write them."""
    return _lower(text).translate(_FOLD)


def _lower(text: str) -> str:
    """Lower case, with letters composed: a Mac may send å as an a and a ring."""
    return unicodedata.normalize("NFC", text).lower()


FOLDED_STOP_WORDS = frozenset(map(fold, STOP_WORDS))


def words(text: str) -> list[str]:
    """The words of a text, folded."""
    return _WORD.findall(fold(text))


def spelled_words(text: str) -> list[str]:
    """The words of a text in lower case, as they are spelled."""
    return _WORD.findall(_lower(text))


def grams(text: str) -> list[str]:
    """Character n-grams within the words of a text: they forgive typing errors and compounds."""
    return [
        padded[start : start + length]
        for padded in (f"_{word}_" for word in words(text))
        for length in _GRAM_LENGTHS
        for start in range(max(1, len(padded) - length + 1))
    ]


def stems(text: str) -> list[str]:
    """Stems of the words that carry meaning."""
    return [_stem(word) for word in spelled_words(text) if word not in STOP_WORDS]


@cache
def _stem(word: str) -> str:
    if not hasattr(_own, "stemmer"):
        _own.stemmer = snowballstemmer.stemmer("danish")
    return fold(_own.stemmer.stemWord(word))
