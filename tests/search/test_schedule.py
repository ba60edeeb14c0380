"""Which point each row of the timeline schedules, against a table made by reading the plan."""

from __future__ import annotations

import random

import pytest

from assistant.documents.corpus import Corpus
from assistant.documents.passages import Kind, Passage, Reference
from assistant.search.schedule import Schedule, match

RIGHT = {
    "t2024.1.1": "p3.4",  # Samarbejdsaftale med psykiatrien
    "t2024.1.2": "p1.1",  # Nyt takstgrundlag (pilotprojekt)
    "t2024.1.3": "p2.2",  # Igangsætte implementering af nyt socialfagligt it-system
    "t2024.1.4": "p4.1",  # Udarbejde ny strategi for vidensbaseret praksis
    "t2024.1.5": "p1.2",  # Facilitere årligt dialogmøde med kommuner
    "t2024.2.1": "p8.1",  # Bostedslæger (Holmstrupgård)
    "t2024.2.2": "p6.2",  # “Ordet er dit” til borgere er fuldt implementeret
    "t2024.2.3": "p6.2",  # “Ordet er dit” til pårørende (pilotprojekt)
    "t2024.2.4": "p3.3",  # Udarbejdelse af borger- og pårørendepolitik
    "t2024.3.1": "p11.1",  # Afprøvning af nye velfærdsteknologiske løsninger
    "t2024.3.2": "p14.2",  # Pilotprojekt for seniorer
    "t2024.3.3": "p15.2",  # Flere pladser på merituddannelsen for pædagoger
    "t2024.3.4": "p15.4",  # Ledelsesudvikling for afdelingsledere
    "t2025.1.1": "p1.1",  # Implementering af nyt takstgrundlag på hele socialområdet
    "t2025.1.2": "p2.1",  # Implementering af fælles kvalitetssikringssystem
    "t2025.1.3": "p3.1",  # Professionel matchning
    "t2025.1.4": "p5.4",  # Undervisning og oplysning om bæredygtighed målrettet borgere
    "t2025.1.5": "p4.2",  # Forpligtende partnerskabsaftaler om vidensudvikling
    "t2025.1.6": "p5.6",  # Implementere Region Midtjyllands bæredygtighedsstrategi
    "t2025.2.1": "p6.3",  # Lokale borger- og pårørenderåd
    "t2025.2.2": "p6.2",  # “Ordet er dit” konceptet udbredes på landsplan
    "t2025.2.3": "p6.1",  # Etablering af peer-fællesskaber
    "t2025.2.4": "p10.4",  # Handleplan vedr. misbrugsproblematikker
    "t2025.2.5": "p7.2",  # Samarbejdsaftaler med civilsamfundsorganisationer
    "t2025.3.1": "p14.2",  # Udbrede tiltag fra senior pilotprojekt
    "t2025.3.2": "p13.1",  # Udbrede introduktionsstillinger på tværs
    "t2025.3.3": "p14.1",  # Aftale med faglige organisationer om fleksibel arbejdstid
    "t2025.3.4": "p12.3",  # Udarbejde tværregional definition af højt specialiserede tilbud
    "t2025.3.5": "p14.4",  # Implementere mulighed for internt jobskifte
    "t2025.3.6": "p15.3",  # Fælles kompetenceudvikling på tværs af sektorer
}


@pytest.fixture(scope="module")
def plan(corpus: Corpus) -> list[Passage]:
    return [passage for passage in corpus.passages if passage.role == "plan"]


@pytest.fixture(scope="module")
def schedule(plan: list[Passage]) -> Schedule:
    return match(plan)


def short(name: str) -> str:
    return name.removeprefix("plan-2024/")


def test_the_table_holds_the_rows_and_points_of_the_plan(plan: list[Passage]) -> None:
    assert sorted(RIGHT) == sorted(short(each.id) for each in plan if each.kind == "row")
    assert set(RIGHT.values()) <= {short(each.id) for each in plan if each.kind == "point"}


@pytest.mark.parametrize("row", RIGHT)
def test_a_row_is_matched_rightly_or_not_at_all(schedule: Schedule, row: str) -> None:
    found = schedule.points.get(f"plan-2024/{row}")
    assert found is None or short(found.id) == RIGHT[row]


def test_nearly_all_rows_are_matched(schedule: Schedule) -> None:
    assert len(schedule.points) == 28


def test_rows_and_points_say_the_same(schedule: Schedule) -> None:
    pairs = {(row, point.id) for row, point in schedule.points.items()}
    assert {(row.id, point) for point, rows in schedule.rows.items() for row in rows} == pairs
    assert [short(each.id) for each in schedule.rows["plan-2024/p6.2"]] == [
        "t2024.2.2",
        "t2024.2.3",
        "t2025.2.2",
    ], "in the order of the timeline"


def test_every_match_says_how_well_it_matches(schedule: Schedule) -> None:
    assert schedule.scores.keys() == schedule.points.keys()
    assert min(schedule.scores.values()) >= 0.25
    titled = [row.id for row in schedule.rows["plan-2024/p6.2"]]
    assert all(schedule.scores[row] > 1 for row in titled)


def test_the_order_of_passages_does_not_matter(plan: list[Passage], schedule: Schedule) -> None:
    for seed in range(3):
        assert match(random.Random(seed).sample(plan, len(plan))).points == schedule.points


def test_a_row_is_matched_on_its_own_words_alone(plan: list[Passage], schedule: Schedule) -> None:
    """Without some other row, no row finds another point: at most one that had none finds one."""
    for gone in [passage for passage in plan if passage.kind == "row"][::5]:
        rest = match([passage for passage in plan if passage != gone])
        for row, point in rest.points.items():
            assert schedule.points.get(row, point) == point


# plans that nobody has written


def passage(name: str, kind: Kind, text: str, strategispor: str = "Det hele menneske") -> Passage:
    reference = Reference(strategispor=(strategispor,))
    return Passage(name, "plan", "plan", name, kind, (), text, 0, len(text), reference)


DOCTOR = passage("doctor", "point", "Vi ønsker at tilknytte bostedslæger til de enkelte tilbud.")
BUS = passage("bus", "point", "Vi vil lade en bus køre mellem tilbuddene hver dag.")
SURVEY = passage("survey", "point", 'Vi spørger borgerne med undersøgelsen "Ordet er dit", hvert år.')
ROW = passage("row", "row", "Bostedslæger (Holmstrupgård)")


def matched(*plan: Passage) -> dict[str, str]:
    return {row: point.id for row, point in match(plan).points.items()}


def test_a_row_finds_its_point() -> None:
    assert matched(BUS, DOCTOR, SURVEY, ROW) == {"row": "doctor"}
    assert matched(DOCTOR, ROW) == {"row": "doctor"}


def test_a_row_that_fits_two_points_alike_stays_without() -> None:
    assert matched(DOCTOR, passage("again", "point", DOCTOR.text), BUS, ROW) == {}


def test_of_two_points_alike_the_one_of_the_same_strategispor_is_meant() -> None:
    other = passage("other", "point", DOCTOR.text, "Ét socialområde")
    assert matched(other, DOCTOR, BUS, ROW) == {"row": "doctor"}


def test_a_title_in_quotation_marks_is_as_good_as_a_name() -> None:
    row = passage("row", "row", "“Ordet er dit” til alle på landsplan", "Ét socialområde")
    assert matched(DOCTOR, BUS, SURVEY, row) == {"row": "survey"}


def test_a_row_about_something_else_stays_without() -> None:
    assert matched(DOCTOR, BUS, SURVEY, passage("row", "row", "Nyt takstgrundlag")) == {}


def test_what_people_say_wins() -> None:
    title = passage("title", "row", "“Ordet er dit” til alle på landsplan", "Ét socialområde")
    decided = match([DOCTOR, BUS, SURVEY, ROW, title], {ROW.id: ("bus", "doctor"), title.id: ()})
    assert decided.points == {ROW.id: BUS}
    assert decided.rows == {"bus": (ROW,), "doctor": (ROW,)}
    assert decided.corrected == {ROW.id, title.id}
    assert decided.scores == {}, "a decision needs none"


@pytest.mark.parametrize("plan", [[], [DOCTOR], [DOCTOR, BUS]], ids=len)
def test_a_plan_without_a_timeline(plan: list[Passage]) -> None:
    assert match(plan) == Schedule({}, {})


def test_a_timeline_without_points() -> None:
    assert match([ROW]) == Schedule({}, {})


@pytest.mark.parametrize("text", ["–", "Til os", "og"])
def test_a_row_without_a_word_that_carries_meaning(text: str) -> None:
    assert matched(DOCTOR, BUS, passage("row", "row", text)) == {}
