"""A number, a name, an address: asked for, and held by a passage or not."""

from __future__ import annotations

import pytest

from assistant.answers.reading.details import Detail, counted, detail_asked, fit


@pytest.mark.parametrize(
    ("question", "detail"),
    [
        ("Hvor mange kroner er der sat af?", "amount"),
        ("Hvad koster en plads?", "amount"),
        ("Hvor dyrt er det?", "amount"),
        ("Hvad er budgettet for bostedslæger?", "amount"),
        ("How much does a place cost?", "amount"),
        ("What does a place cost?", "amount"),
        ("Hvor mange procent er syge?", "share"),
        ("What percentage of staff are ill?", "share"),
        ("Hvad er jeres telefonnummer?", "phone"),
        ("Har I et tlf.nr.?", "phone"),
        ("What is the phone number?", "phone"),
        ("Hvad hedder socialdirektøren?", "name"),
        ("Hvad er navnet på områdechefen?", "name"),
        ("Hvilket firma leverer it-systemet?", "name"),
        ("What is the name of the director?", "name"),
        ("Hvem er formand for regionsrådet?", "name"),
        ("Hvem har underskrevet brevet?", "name"),
        ("Hvem skrev under på brevet?", "name"),
        ("Who signed the letter?", "name"),
        ("Hvad er adressen på Holmstrupgård?", "address"),
        ("Hvor ligger Holmstrupgård?", "address"),
        ("Hvor mange specialområder er der?", "count"),
        ("How many responses were there?", "count"),
        ("Efter hvilken lov er det?", "law"),
        ("Hvilken paragraf i serviceloven gælder?", "law"),
        ("Which section of the act applies?", "law"),
        ("Hvornår er fristen?", "date"),
        ("Hvor længe løb høringen?", "date"),
        ("When is the deadline?", "date"),
        ("Hvilken dato er det?", "day"),
        ("On which day is it?", "day"),
        ("Hvor tit bliver den revideret?", "frequency"),
        ("How often is it revised?", "frequency"),
        ("Hvor sender jeg mit svar hen?", "email"),
        ("Har I en mailadresse?", "email"),
        ("Where do I send my response?", "email"),
        ("Hvilket bosted starter med det?", "place"),
        ("Which facility is first?", "place"),
    ],
)
def test_a_detail_is_asked_for(question: str, detail: Detail) -> None:
    assert detail_asked(question) == detail


@pytest.mark.parametrize(
    "question",
    [
        "Hvad siger planen om økonomi?",
        "Hvem er pårørende?",
        "Hvor længe skal vi finde os i det?",
        "I hvor høj grad inddrages borgerne?",
        "Jeg har betalt mange kroner i skat. Får min søn en læge?",
        "",
    ],
)
def test_no_detail_is_asked_for(question: str) -> None:
    assert detail_asked(question) is None


@pytest.mark.parametrize(
    ("detail", "passage", "question"),
    [
        ("amount", "Der er afsat 2,5 mio. kr. til det.", "Hvor mange kroner er der sat af?"),
        ("share", "Sygefraværet er 6 procent.", "Hvor mange procent er syge?"),
        ("phone", "Ring på 78 41 00 00.", "Hvad er telefonnummeret?"),
        ("name", "Anders Kühnau\nFormand for regionsrådet", "Hvad hedder formanden?"),
        ("address", "Skottenborg 26, 8800 Viborg", "Hvad er adressen?"),
        ("law", "jf. servicelovens § 107", "Hvilken paragraf gælder?"),
        ("date", "frem til onsdag den 11. oktober 2023", "Hvornår er fristen?"),
        ("date", "I 2020 blev det et driftsområde.", "Hvornår var det?"),
        ("day", "frem til onsdag den 11. oktober 2023", "Hvilken dato er det?"),
        ("frequency", "Der holdes et årligt dialogmøde.", "Hvor tit holdes der møde?"),
        ("email", "Svar sendes til svar@rm.dk", "Hvor sender jeg mit svar hen?"),
        ("email", "Læs mere på http://www.rm.dk/plan", "Hvad er linket?"),
        ("place", "Bostedslæger (Holmstrupgård)", "Hvilket bosted starter?"),
        ("count", "Planen har 15 politisk formulerede pejlemærker.", "Hvor mange pejlemærker er der?"),
        ("count", "regionens otte store specialområder", "Hvor mange specialområder er der?"),
        ("count", "Der er modtaget 33 høringssvar.", "How many responses were there?"),
    ],
)
def test_a_passage_holds_it(detail: Detail, passage: str, question: str) -> None:
    assert fit(detail, passage, question)


@pytest.mark.parametrize(
    ("detail", "passage", "question"),
    [
        ("amount", "I 2025 får 15 tilbud en læge.", "Hvor mange kroner er der sat af?"),
        ("share", "Der er 6 specialområder.", "Hvor mange procent er syge?"),
        ("phone", "den 11. oktober 2023", "Hvad er telefonnummeret?"),
        ("name", "Anders Kühnau\nFormand for regionsrådet", "Hvad hedder socialdirektøren?"),
        ("name", "Socialdirektøren leder området.", "Hvad hedder socialdirektøren?"),
        ("address", "Bostedslæger (Holmstrupgård)", "Hvad er adressen på Holmstrupgård?"),
        ("law", "Det er ikke lovet nogen.", "Hvilken paragraf gælder?"),
        ("date", "Det sker snart.", "Hvornår er fristen?"),
        ("day", "Det sker i 2024.", "Hvilken dato er det?"),
        ("email", "Svar sendes til regionen.", "Hvor sender jeg mit svar hen?"),
        ("place", "Nyt takstgrundlag (pilotprojekt)", "Hvilket bosted starter?"),
        ("count", "I 2024 får medarbejderne et kursus.", "Hvor mange medarbejdere er der?"),
        ("count", "De otte specialområder har dygtige medarbejdere.", "Hvor mange pladser er der?"),
    ],
)
def test_a_passage_on_the_subject_lacks_it(detail: Detail, passage: str, question: str) -> None:
    assert not fit(detail, passage, question)


def test_a_name_fits_better_the_more_of_its_office_is_named() -> None:
    question = "Hvad hedder formanden for regionsrådet?"
    right = fit("name", "Anders Kühnau\nFormand for regionsrådet", question)
    other = fit("name", "Jacob Klærke\nFormand for psykiatri- og socialudvalget", question)
    assert right > other > 0


@pytest.mark.parametrize(
    ("passage", "question", "told"),
    [
        ("Der er modtaget 33 høringssvar i 2023.", "Hvor mange høringssvar er der?", "33 høringssvar"),
        (
            "Planen har 15 politisk formulerede pejlemærker.",
            "Hvor mange pejlemærker?",
            "15 politisk formulerede pejlemærker",
        ),
        (
            "fra den 25. august til 11. oktober 2023. Der er 33 høringssvar.",
            "How many responses?",
            "33 høringssvar",
        ),
        ("I 2024 er der pladser.", "Hvor mange pladser er der?", ""),
    ],
)
def test_a_count_is_told_with_what_it_counts(passage: str, question: str, told: str) -> None:
    assert counted(passage, question) == told
