"""Which sentences may be shown beside the quotes that they lean on."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answers.phrasing.checker import Checked

Check = Callable[..., Checked]
DOCTOR, CHECKS = "plan-2024/p8.1", "plan-2024/p8.2"


@pytest.mark.parametrize(
    ("sentence", "passage"),
    [
        ("Regionen ønsker at knytte bostedslæger til de enkelte tilbud.", DOCTOR),
        ("Planen siger, at borgerne i gennemsnit lever kortere end resten af befolkningen.", "plan-2024/p8"),
        ("Pejlemærkerne er ikke detailregulerede handlingsplaner, men sætter retning.", "plan-2024/forord.3"),
        ("Høringen varede frem til onsdag den 11. oktober 2023.", "brev-2023/9"),
        ("Regionen modtog i alt 33 høringssvar.", "side-2023/2"),
        ("Norddjurs Kommune har gode erfaringer med beboer- og pårørenderåd.", "svar-norddjurs/5"),
        ("I pejlemærke 8, punkt 1, ønsker regionen bostedslæger til de enkelte tilbud.", DOCTOR),
    ],
)
def test_what_the_source_says_may_be_told(check: Check, sentence: str, passage: str) -> None:
    assert check(sentence, passage).fault is None


def test_in_english_too(check: Check) -> None:
    told = check("The Regional Council approved the draft on 23 August 2023.", "brev-2023/8", language="en")
    assert told.fault is None


def test_a_sentence_of_the_document_is_verbatim_another_one_is_covered(check: Check) -> None:
    assert check("Vi ønsker at tilknytte bostedslæger til de enkelte tilbud.", DOCTOR).verdict == "verbatim"
    assert check("Regionen ønsker bostedslæger til de enkelte tilbud.", DOCTOR).verdict == "covered"


@pytest.mark.parametrize(
    ("fault", "sentence", "passage"),
    [
        ("number", "Regionen har udvalgt ni verdensmål.", "plan-2024/verdensmaal.2"),
        ("number", "Borgerne får et sundhedstjek to gange.", CHECKS),
        ("date", "Regionsrådet godkendte udkastet den 25. august 2023.", "brev-2023/8"),
        ("date", "Høringen varede frem til torsdag den 11. oktober 2023.", "brev-2023/9"),
        ("name", "Norddjurs Kommune ønsker bostedslæger til de enkelte tilbud.", DOCTOR),
        ("name", "Regionen ønsker bostedslæger, siger direktør Lone Mikkelsen.", DOCTOR),
        ("place", "I pejlemærke 1 ønsker regionen bostedslæger til de enkelte tilbud.", DOCTOR),
        ("sender", "Kommunerne ønsker at tilknytte bostedslæger til de enkelte tilbud.", DOCTOR),
        ("sender", "Planen har gode erfaringer med beboer- og pårørenderåd.", "svar-norddjurs/5"),
        ("sender", "Regionen har det fulde finansieringsansvar.", "plan-2024/bevaegelse.1"),
        ("negation", "Vi ønsker ikke at tilknytte bostedslæger til de enkelte tilbud.", DOCTOR),
        ("negation", "Pejlemærkerne udstikker detailregulerede handlingsplaner.", "plan-2024/forord.3"),
        ("force", "Alle tilbud har allerede bostedslæger.", DOCTOR),
        ("force", "Regionen skal tilknytte bostedslæger til de enkelte tilbud.", DOCTOR),
        ("force", "De enkelte tilbud har bostedslæger.", DOCTOR),
        ("force", "Seniorpolitikken er udarbejdet.", "plan-2024/p14.2"),
        ("force", "Borgerne skal have et sundhedstjek.", CHECKS),
        ("number", "Der er modtaget 25 høringssvar.", "side-2023/2"),
        ("sender", "Kommunerne vil nedbringe misbrug på tilbuddene.", "plan-2024/p10.4"),
        ("negation", "Regionen afviser dialog med kommunerne om misbrug.", "plan-2024/p10.4"),
        ("negation", "Norddjurs Kommune finder pejlemærkerne irrelevante.", "svar-norddjurs/2"),
        ("quantity", "Alle specialområderne er VISO-leverandører.", "plan-2024/bevaegelse.7"),
        ("name", "Holmstrupgård ønsker en bostedslæge.", DOCTOR),
        ("quantity", "Regionen ønsker bostedslæger til de fleste tilbud.", DOCTOR),
        ("quote", "Planen skriver »alle får en læge«.", DOCTOR),
        ("support", "Man venter længe på at blive opereret.", "plan-2024/p7"),
        ("form", "Regionen ønsker bostedslæger ![x](http://ond.example/x.png).", DOCTOR),
        ("form", "Regionen ønsker <b>bostedslæger</b>.", DOCTOR),
        ("form", "Se mere på bosted.dk om bostedslæger.", DOCTOR),
        ("form", "Regionen ønsker \u200bbostedslæger til de enkelte tilbud.", DOCTOR),
        (
            "language",
            "The region wishes to attach doctors to the individual facilities.",
            DOCTOR,
        ),
    ],
)
def test_what_it_does_not_say_is_not_shown(check: Check, fault: str, sentence: str, passage: str) -> None:
    assert check(sentence, passage).fault == fault


def test_a_sentence_without_a_source_is_not_shown(check: Check) -> None:
    assert check("Regionen ønsker bostedslæger.").fault == "source"


def test_who_speaks_is_named_by_us_if_the_sentence_does_not(check: Check) -> None:
    told = check("Der bør være et særligt fokus på anbragte unges uddannelse.", "svar-norddjurs/8")
    assert (told.fault, told.speaker) == (None, "Norddjurs Kommune")
    named = check("Norddjurs Kommune mener, at der bør være fokus på anbragte unge.", "svar-norddjurs/8")
    assert (named.fault, named.speaker) == (None, "")


def test_a_day_goes_with_what_its_own_source_tells(check: Check) -> None:
    both = ("brev-2023/8", "brev-2023/9")
    right = "Udkastet blev godkendt den 23. august 2023, og høringen varede til den 11. oktober 2023."
    assert check(right, *both).fault is None
    assert check("Regionsrådet godkendte udkastet den 11. oktober 2023.", *both).fault == "date"
    assert check("Høringsperioden slutter den 23. august 2023.", *both).fault == "date"


def test_two_voices_in_one_sentence_want_a_name(check: Check) -> None:
    sentence = "Pårørende skal med i tilfredshedsundersøgelsen »Ordet er dit«."
    assert check(sentence, "plan-2024/p6.2").fault is None
    assert check(sentence, "plan-2024/p6.2", "svar-norddjurs/4").fault == "sender"
