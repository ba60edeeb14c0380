"""A passage without lay questions is found by its sentences and by everyday words for its terms."""

from __future__ import annotations

import pytest

from assistant.documents.corpus import Corpus
from assistant.documents.passages import Passage
from assistant.search.stand_ins import MOST, StandIns, without_questions


@pytest.fixture(scope="module")
def stand_ins(corpus: Corpus) -> StandIns:
    return StandIns(corpus.thesaurus)


def passage(text: str, kind: str = "paragraph", name: str = "svar/1") -> Passage:
    return Passage(name, "svar", "response", "Svar", kind, ("Svar",), text, 0, len(text))  # type: ignore[arg-type]


def test_each_sentence_of_several_stands_for_itself(stand_ins: StandIns) -> None:
    texts = stand_ins.texts(
        passage("Vi støtter planen i alle dens dele. Men der mangler et mål for nattevagterne.")
    )
    assert texts[:2] == ["Vi støtter planen i alle dens dele.", "Men der mangler et mål for nattevagterne."]


def test_terms_bring_everyday_and_english_words(stand_ins: StandIns) -> None:
    words = stand_ins.words(passage("Alle botilbud bør have en læge."))
    assert {"bosted", "institution"} <= set(words.split())
    assert "group home" in words
    assert "bosted" in stand_ins.texts(passage("Alle botilbud bør have en læge."))[-1]


def test_a_signature_stands_for_nothing(stand_ins: StandIns) -> None:
    signature = passage("Med venlig hilsen. Botilbuddet ved søen og alle dets beboere.", "signature")
    assert (stand_ins.texts(signature), stand_ins.words(signature)) == ([], "")


def test_only_passages_without_questions_need_them_and_not_too_many() -> None:
    few = [passage("Hej.", name=f"svar/{number}") for number in range(3)]
    assert without_questions(few, ["svar/1"]) == [few[0], few[2]]
    assert without_questions(few * MOST, []) == []


def test_every_passage_of_the_real_corpus_has_questions_of_its_own(corpus: Corpus) -> None:
    asked = [name for question in corpus.questions for name in question.passages]
    assert without_questions(corpus.passages, asked) == []
