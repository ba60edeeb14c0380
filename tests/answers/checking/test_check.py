"""A claim is held against the documents: what stands, what differs and how, what is not there."""

from __future__ import annotations

import pytest

from assistant.answers.assistant import Assistant
from assistant.answers.checking.judgement import Judgement
from assistant.answers.checking.result import CheckedClaim, of_the_whole
from assistant.errors import ModelError
from assistant.personal import CPR_MASK


def told(checked: CheckedClaim) -> list[tuple[str, str, str]]:
    return [(each.aspect, each.claimed, each.told) for part in checked.parts for each in part.differences]


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Regionen ønsker at tilknytte bostedslæger til de enkelte tilbud.", "plan-2024/p8.1"),
        ("Regionen modtog 33 høringssvar.", "side-2023/2"),
        ("Forordet er underskrevet af Anders Kühnau.", "plan-2024/forord.underskrift"),
        ("Oil and gas boilers will be replaced by heat pumps or district heating.", "plan-2024/p5.2"),
        ("Norddjurs Kommune har gode erfaringer med beboer- og pårørenderåd.", "svar-norddjurs/5"),
        ("I 2013 kunne man sende høringssvar til og med den 2. september.", "brev-2013/5"),
    ],
)
def test_what_stands_is_shown_where_it_stands(assistant: Assistant, claim: str, passage: str) -> None:
    checked = assistant.check(claim)
    assert checked.verdict == "stands"
    assert told(checked) == []
    assert checked.answer.citations[0].passage.id == passage


@pytest.mark.parametrize(
    ("claim", "difference"),
    [
        ("Peer-fællesskaber etableres i 2026.", ("when", "2026", "2025")),
        ("Høringsfristen var den 1. oktober 2023.", ("when", "1. oktober 2023", "11. oktober 2023")),
        ("Tidsplanen revideres hvert fjerde år.", ("when", "hvert fjerde år", "hvert år")),
        ("I 2024 får Fuglsanggård bostedslæger.", ("where", "Fuglsanggård", "Holmstrupgård")),
        ("Pejlemærke 7 handler om levealder og lighed i sundhed.", ("where", "pejlemærke 7", "pejlemærke 8")),
        ("Regionen har ti specialområder.", ("how much", "ti specialområder", "8 specialområder")),
        ("The region received 43 responses.", ("how much", "43 responses", "33 høringssvar")),
        (
            "Forordet er underskrevet af Bent Hansen.",
            ("who", "Bent Hansen", "Anders Kühnau, Formand for regionsrådet"),
        ),
        ("Regionen har det fulde finansieringsansvar på socialområdet.", ("who", "Regionen", "kommuner")),
        ("Regionen skal ansætte bostedslæger på alle tilbud.", ("strength", "skal", "ønsker")),
        ("Kun de ældste borgere på tilbuddene får et sundhedstjek.", ("scope", "Kun", "alle")),
        ("Planen har valgt verdensmål 14.", ("what", "verdensmål 14", "verdensmål 3, 4, 8, 10, 13, 16, 17")),
        (
            "Fælles kompetenceudvikling med kommunerne er gennemført.",
            ("status", "er gennemført", "planlagt i 2025"),
        ),
        ("Norddjurs Kommune er uenig i, at der mangler faguddannet personale.", ("negation", "", "")),
    ],
)
def test_what_differs_is_shown_with_both_sides(
    assistant: Assistant, claim: str, difference: tuple[str, str, str]
) -> None:
    checked = assistant.check(claim)
    assert checked.verdict == "differs"
    assert difference in told(checked)


def test_the_words_of_a_response_are_not_the_plan_s(assistant: Assistant) -> None:
    checked = assistant.check("Planen bifalder, at der skabes yderligere fokus på borgerperspektivet.")
    assert checked.verdict == "differs"
    assert ("status", "", "Norddjurs Kommune") in told(checked)


def test_a_word_in_the_place_of_another_is_named(assistant: Assistant) -> None:
    checked = assistant.check(
        "En samarbejdsaftale med somatikken skal sikre gode forløb mellem psykiatri og socialområdet."
    )
    assert checked.verdict == "differs"
    assert any(claimed == "somatikken" for _, claimed, _ in told(checked))


@pytest.mark.parametrize(
    "claim",
    [
        "Regionen vil bygge en svømmehal i Viborg.",
        "Every resident gets a free bus pass.",
        "Alle får en hund.",
    ],
)
def test_what_is_not_there_is_not_found(assistant: Assistant, claim: str) -> None:
    checked = assistant.check(claim)
    assert checked.verdict == "not_found"
    assert told(checked) == []
    assert checked.answer.status == "not_in_documents"


def test_somebody_whose_response_we_lack_is_not_said_to_be_silent(assistant: Assistant) -> None:
    checked = assistant.check("Samsø Kommune bifalder fokus på borgerperspektivet.")
    assert checked.verdict == "not_found"
    assert "ikke noget høringssvar fra Samsø Kommune i samlingen" in checked.explanation


def test_each_part_has_its_own_verdict_and_quotes(assistant: Assistant) -> None:
    checked = assistant.check(
        "Regionen ønsker bostedslæger på tilbuddene. De starter på Holmstrupgård i 2025. Alle får en hund."
    )
    assert [part.verdict for part in checked.parts] == ["stands", "differs", "not_found"]
    assert checked.verdict == "differs"
    assert checked.explanation == ("Af 3 dele står 1 i dokumenterne, 1 står anderledes, og 1 er ikke fundet.")
    markers = [citation.marker for part in checked.parts for citation in part.citations]
    assert markers == [citation.marker for citation in checked.answer.citations]
    for citation in checked.answer.citations:
        assert citation.marked in checked.answer.text


def test_the_explanation_is_in_the_language_of_the_claim(assistant: Assistant) -> None:
    assert assistant.check("Regionen har ti specialområder.").explanation.startswith(
        "Dokumenterne siger noget"
    )
    assert assistant.check("The region has ten specialist areas.").language == "en"
    assert assistant.check("The hearing received 33 responses.").explanation.startswith("It stands in")


def test_a_cpr_number_is_masked_and_signs_of_ours_are_no_markers(assistant: Assistant) -> None:
    checked = assistant.check("Regionen modtog 33 høringssvar [1]. Mit nummer er 010203-1234.")
    assert "010203" not in str(checked.as_json())
    assert CPR_MASK.strip("[]") in checked.claim
    assert checked.answer.citations


@pytest.mark.parametrize("typed", ["", " \n ", "?!", "x" * 3000, "\ud800"])
def test_what_cannot_be_read_is_said(assistant: Assistant, typed: str) -> None:
    checked = assistant.check(typed)
    assert checked.answer.status == "failed"
    assert checked.parts == ()
    assert checked.as_json()["verdict"] is None
    assert checked.as_json()["reason"]


def test_the_whole_stands_only_if_all_of_it_does() -> None:
    assert of_the_whole(["stands", "stands"]) == "stands"
    assert of_the_whole(["stands", "not_found"]) == "differs"
    assert of_the_whole(["not_found", "not_found"]) == of_the_whole([]) == "not_found"


def test_a_model_that_is_none_is_a_fault(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("model") / "claims.json"
    with pytest.raises(ModelError):
        Judgement.open(path)
    Judgement.open().save(path)
    assert Judgement.open(path) == Judgement.open()
