"""The structure of the plan, exactly."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from assistant.documents.lines import paragraphs, split_lines, text_of
from assistant.documents.passages import Document, Draft, Passage
from assistant.documents.plan import STRATEGISPOR, read_plan
from assistant.errors import CorpusError

# Counted in the raw text.
POINTS = {1: 4, 2: 2, 3: 5, 4: 4, 5: 6, 6: 3, 7: 3, 8: 3, 9: 2, 10: 4, 11: 2, 12: 3, 13: 4, 14: 4, 15: 4}
HEADINGS = {
    "Attraktiv samarbejdspartner": [1, 2],
    "Tætte partnerskaber": [3],
    "Videndeling på tværs": [4],
    "Et grønnere socialområde": [5],
    "Medansvar til borgere og pårørende": [6],
    "En del af fællesskabet": [7],
    "Lighed i sundhed": [8, 9],
    "Helhedsorienterede indsatser": [10],
    "Mere tid til borgeren": [11, 12],
    "Tiltrække dygtige medarbejdere": [13],
    "Attraktiv arbejdsplads skaber tilknytning": [14],
    "Udvikling af medarbejdere og ledere": [15],
}
ROWS = {2024: (5, 4, 4), 2025: (6, 5, 6)}
IDS = [
    *(f"forord.{n}" for n in range(1, 7)),
    "forord.underskrift",
    *(f"bevaegelse.{n}" for n in range(1, 9)),
    *(f"udfordringer.{n}" for n in range(1, 8)),
    *(f"vision.{n}" for n in range(1, 12)),
    "visionen",
    *(f"visionen.{column}.{row}" for row in (1, 2, 3) for column in (1, 2, 3)),
    *("verdensmaal.1", "verdensmaal.2", "verdensmaal.liste", "organisering"),
    *("s1.1", "s1.2", "s1.3", "s1.4", "s1.5", "v13", "v16", "v17"),
    *(id for p in range(1, 6) for id in (f"p{p}", *(f"p{p}.{n + 1}" for n in range(POINTS[p])))),
    *("borger", "s2.1", "s2.2", "s2.3", "s2.4", "v3", "v10"),
    *(id for p in range(6, 11) for id in (f"p{p}", *(f"p{p}.{n + 1}" for n in range(POINTS[p])))),
    *("paaroerende", "s3.1", "s3.2", "s3.3", "s3.4", "v4", "v8"),
    *(id for p in range(11, 16) for id in (f"p{p}", *(f"p{p}.{n + 1}" for n in range(POINTS[p])))),
    *(
        f"t{year}.{column}.{n + 1}"
        for year in ROWS
        for column, rows in enumerate(ROWS[year], 1)
        for n in range(rows)
    ),
    "tidsplan.note",
]


def of_kind(plan: Document, kind: str) -> list[Passage]:
    return [passage for passage in plan.passages if passage.kind == kind]


def at(plan: Document, key: str) -> Passage:
    return next(passage for passage in plan.passages if passage.id == f"plan-2024/{key}")


def test_every_passage_has_its_stable_id(plan: Document) -> None:
    assert [passage.id.removeprefix("plan-2024/") for passage in plan.passages] == IDS


# pejlemærker


def test_fifteen_pejlemaerker_with_their_points(plan: Document) -> None:
    assert [s.reference.pejlemaerker for s in of_kind(plan, "statement")] == [(n,) for n in range(1, 16)]
    assert Counter(point.reference.pejlemaerker[0] for point in of_kind(plan, "point")) == POINTS


def test_no_bullet_of_the_file_is_forgotten(plan: Document, corpus_directory: Path) -> None:
    raw = (corpus_directory / plan.file).read_text(encoding="utf-8")
    bullets = len(re.findall(r"^ ?• ", raw, re.MULTILINE))
    assert bullets == len(of_kind(plan, "point")) + len(of_kind(plan, "row")) == 53 + 30


def test_twelve_headings_hold_the_pejlemaerker(plan: Document) -> None:
    held: dict[str, list[int]] = {}
    for statement in of_kind(plan, "statement"):
        held.setdefault(statement.section[1], []).extend(statement.reference.pejlemaerker)
    assert held == HEADINGS


def test_three_strategispor_hold_five_pejlemaerker_each(plan: Document) -> None:
    for passage in of_kind(plan, "statement") + of_kind(plan, "point"):
        (number,) = passage.reference.pejlemaerker
        strategispor = STRATEGISPOR[(number - 1) // 5]
        assert passage.reference.strategispor == (strategispor,)
        assert passage.section[0] == strategispor
        assert number in HEADINGS[passage.section[1]]
        assert passage.section[2] == f"Pejlemærke {number}"


def test_a_pejlemaerke_and_a_point_as_people_cite_them(plan: Document) -> None:
    assert at(plan, "p10").label == "Pejlemærke 10"
    assert at(plan, "p10").text == (
        "10) Socialområdet i Region Midtjylland vil skabe den bedst mulige sammenhæng i indsatsen før, under "
        "og efter anbringelse med udgangspunkt i borgerens eget liv."
    )
    point = at(plan, "p10.4")
    assert point.label == "Pejlemærke 10, punkt 4"
    assert point.reference.point == 4
    assert point.text == (
        "Vi vil indgå i dialog med kommunerne om at nedbringe misbrugsproblematikker blandt borgerne på "
        "vores tilbud."
    )


def test_a_point_that_is_broken_over_lines_and_pages_is_whole(plan: Document) -> None:
    assert at(plan, "p3.5").text == (
        "Vi vil indgå i dialog med de forskellige tilsynsmyndigheder for at imødegå modsatrettede krav og "
        "undersøge muligheder for samordning af tilsynsbesøg."
    )
    assert at(plan, "p13.2").text.startswith(
        "Vi vil i højere omfang deltage og brande os på job- og uddannelsesmesser."
    )


def test_labels_are_those_that_people_cite(plan: Document) -> None:
    labels = [passage.label for passage in plan.passages if passage.kind in ("statement", "point")]
    wanted = [
        label
        for number, points in POINTS.items()
        for label in (
            f"Pejlemærke {number}",
            *(f"Pejlemærke {number}, punkt {n}" for n in range(1, points + 1)),
        )
    ]
    assert labels == wanted


def test_paragraphs_without_a_sign_of_their_own_belong_to_the_point_above() -> None:
    raw = """
1) Vi er en troværdig samarbejdspartner for kommunerne.
• Vi vil sikre rammerne for den løbende dialog.

Det sker en gang om året.

Kommunerne inviteres.
"""
    statement, point = read_plan(paragraphs(split_lines(raw)), {})
    assert (statement.key, point.key) == ("p1", "p1.1")
    assert text_of(point.paragraphs[0]) == (
        "Vi vil sikre rammerne for den løbende dialog. Det sker en gang om året. Kommunerne inviteres."
    )


# the rest of the plan


def test_the_foreword_is_signed(plan: Document) -> None:
    foreword = [passage for passage in plan.passages if passage.section == ("Forord",)]
    assert [passage.label for passage in foreword] == [
        *(f"Forord, afsnit {n}" for n in range(1, 7)),
        "Forord, underskrift",
    ]
    assert foreword[-1].kind == "signature"
    assert foreword[-1].text == "Anders Kühnau\nFormand for regionsrådet"


def test_four_challenges(plan: Document) -> None:
    challenges = [passage for passage in plan.passages if passage.section[0] == "Udfordringer"]
    assert [passage.label for passage in challenges] == [
        "Udfordringer, afsnit 1",
        "Udfordringer: Knappe ressourcer",
        "Udfordringer: Knappe ressourcer, afsnit 2",
        "Udfordringer: Rekruttering og fastholdelse af faguddannet personale",
        "Udfordringer: Nødvendig kompetence- og vidensudvikling",
        "Udfordringer: Nødvendig kompetence- og vidensudvikling, afsnit 2",
        "Udfordringer: Behov for systematiseret videndeling",
    ]
    assert at(plan, "udfordringer.5").text.startswith(
        "Nødvendig kompetence- og vidensudvikling. Kravene til specifikke faglige kompetencer, videns"
    )


def test_the_vision_and_its_nine_statements(plan: Document) -> None:
    assert at(plan, "visionen").text == "VI UNDERSTØTTER BORGEREN I AT UDLEVE ØNSKER, HÅB OG DRØMME"
    statements = [p for p in of_kind(plan, "vision") if p.reference.strategispor]
    assert Counter(p.reference.strategispor for p in statements) == {(name,): 3 for name in STRATEGISPOR}
    assert at(plan, "visionen.1.1").label == "Visionen · Ét socialområde, udsagn 1"
    assert at(plan, "visionen.2.3").label == "Visionen · Det hele menneske, udsagn 3"
    assert at(plan, "visionen.2.3").text == (
        "Vi arbejder for lighed i sundhed, så alle borgeres fysiske og mentale sundhed samt trivsel "
        "prioriteres"
    )
    assert at(plan, "visionen.3.1").text.startswith("Vores områder er højt specialiserede")


def test_seven_verdensmaal_under_their_strategispor(plan: Document) -> None:
    boxes = [passage for passage in of_kind(plan, "goal") if passage.reference.goal]
    assert {box.reference.goal: box.reference.strategispor for box in boxes} == {
        13: ("Ét socialområde",),
        16: ("Ét socialområde",),
        17: ("Ét socialområde",),
        3: ("Det hele menneske",),
        10: ("Det hele menneske",),
        4: ("Fagligt stærke specialområder",),
        8: ("Fagligt stærke specialområder",),
    }
    for box in boxes:
        assert box.label == f"Verdensmål nr. {box.reference.goal}"
        assert box.text.startswith(f"VERDENSMÅL NR. {box.reference.goal} ")
    assert at(plan, "v8").section[-1] == "Verdensmål nr. 8 Anstændige jobs og økonomisk vækst"


def test_the_list_of_verdensmaal(plan: Document) -> None:
    assert at(plan, "verdensmaal.liste").text.split("\n") == [
        "De udvalgte verdensmål er:",
        "Nr. 3 Sundhed og trivsel",
        "Nr. 4 Kvalitetsuddannelse",
        "Nr. 8 Anstændige jobs og økonomisk vækst",
        "Nr. 10 Mindre ulighed",
        "Nr. 13 Klimaindsats",
        "Nr. 16 Fred, retfærdighed og stærke institutioner",
        "Nr. 17 Partnerskaber for handling",
    ]


def test_both_definitions(plan: Document) -> None:
    borger, paaroerende = of_kind(plan, "definition")
    assert borger.label == "Borgerbegrebet"
    assert borger.text.startswith(
        "På Socialområdet i Region Midtjylland anvender vi begrebet borgere som en fællesbetegnelse for de "
        "børn, unge og voksne, som"
    )
    assert borger.text.endswith(
        "og dermed altid med individuelt afsæt i barnets, den unges eller den voksnes ønsker, håb og drømme."
    )
    assert paaroerende.label == "Pårørendedefinition"
    assert paaroerende.text == (
        "Det er den enkelte borger, som vurderer, hvem der er vedkommendes pårørende. Det kan eksempelvis "
        "være et familiemedlem, en partner, en ven eller andre fra borgerens netværk, som borgeren har en "
        "nær relation til. Det er en del af borgerens selv- og medbestemmelsesret at kunne afgøre, hvem der "
        "er ens tætteste relationer."
    )


def test_the_organisation(plan: Document) -> None:
    passage = at(plan, "organisering")
    assert passage.label == "Organisering på Socialområdet"
    assert "hvor socialdirektøren referer til koncerndirektionen" in passage.text
    assert passage.text.endswith(
        "Da de otte specialområder har forskellig volumen og geografiske forudsætninger, er specialområdets "
        "ledelsesstruktur tilpasset hvert enkelt specialområde."
    )


def test_each_strategispor_is_described(plan: Document) -> None:
    described = Counter(
        p.section[0] for p in of_kind(plan, "paragraph") if p.section[0].startswith("Strategispor ")
    )
    assert described == {
        "Strategispor Ét socialområde": 5,
        "Strategispor Det hele menneske": 4,
        "Strategispor Fagligt stærke specialområder": 4,
    }
    assert at(plan, "s2.1").label == "Strategispor Det hele menneske, afsnit 1"
    assert at(plan, "s2.1").reference.strategispor == ("Det hele menneske",)


# the timeline


def rows(plan: Document, year: int, strategispor: str) -> list[str]:
    wanted = ("Tidsplan", str(year), strategispor)
    return [row.text for row in of_kind(plan, "row") if row.section == wanted]


def test_the_timeline_has_thirty_rows(plan: Document) -> None:
    counted = {
        year: tuple(len(rows(plan, year, strategispor)) for strategispor in STRATEGISPOR) for year in ROWS
    }
    assert counted == ROWS
    assert len(of_kind(plan, "row")) == 30


def test_rows_know_their_year_and_strategispor(plan: Document) -> None:
    for row in of_kind(plan, "row"):
        year, (strategispor,) = row.reference.year, row.reference.strategispor
        assert row.section == ("Tidsplan", str(year), strategispor)
        assert row.label == f"Tidsplan {year} · {strategispor}"


def test_rows_spelled_out(plan: Document) -> None:
    assert rows(plan, 2024, "Det hele menneske") == [
        "Bostedslæger (Holmstrupgård)",
        "“Ordet er dit” til borgere er fuldt implementeret",
        "“Ordet er dit” til pårørende (pilotprojekt)",
        "Udarbejdelse af borger- og pårørendepolitik",
    ]
    assert (
        rows(plan, 2024, "Fagligt stærke specialområder")[0]
        == "Afprøvning af nye velfærdsteknologiske løsninger"
    )
    assert (
        rows(plan, 2025, "Ét socialområde")[-1] == "Implementere Region Midtjyllands bæredygtighedsstrategi"
    )
    assert rows(plan, 2025, "Det hele menneske") == [
        "Lokale borger- og pårørenderåd",
        "“Ordet er dit” konceptet udbredes på landsplan (de sikrede institutioner m.fl.)",
        "Etablering af peer-fællesskaber",
        "Handleplan vedr. misbrugsproblematikker",
        "Samarbejdsaftaler med civilsamfundsorganisationer",
    ]
    assert (
        rows(plan, 2025, "Fagligt stærke specialområder")[-1]
        == "Fælles kompetenceudvikling på tværs af sektorer"
    )


def test_the_note_of_the_timeline(plan: Document) -> None:
    note = at(plan, "tidsplan.note")
    assert note.label == "Tidsplan, note"
    assert note.reference.year is None
    assert (
        "mens indsatserne for 2025-27 vil blive prioriteret i tæt dialog med psykiatri- og socialudvalget"
        in note.text
    )


TIMELINE = """Tidsplan for indsatser
2024-2027

2
0
2
4
• Nyt takstgrundlag
• Bostedslæger
• Ledelsesudvikling
"""


def rows_of(raw: str, columns: dict[int, tuple[int, ...]]) -> list[Draft]:
    lines = [line for line in split_lines(raw) if not line.is_furniture]
    return [draft for draft in read_plan(paragraphs(lines), columns) if draft.kind == "row"]


def test_rows_go_to_the_columns_that_are_counted() -> None:
    assert [draft.section[-1] for draft in rows_of(TIMELINE, {2024: (1, 0, 2)})] == [
        "Ét socialområde",
        "Fagligt stærke specialområder",
        "Fagligt stærke specialområder",
    ]


def test_a_stray_bullet_is_no_row() -> None:
    stray = TIMELINE.replace("• Bostedslæger", "•\n• Bostedslæger")
    assert len(rows_of(stray, {2024: (1, 1, 1)})) == 3


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        ({2024: (2, 2, 2)}, "the timeline has 3 rows for 2024; sources.toml counts 6"),
        ({2024: (1, 1, 0)}, "the timeline has more rows for 2024 than sources.toml counts"),
        ({2024: (1, 1, 1), 2025: (1, 0, 0)}, "the timeline has 0 rows for 2025; sources.toml counts 1"),
        ({}, "2024"),
    ],
)
def test_rows_that_are_not_counted_are_never_guessed(columns: dict[int, tuple[int, ...]], told: str) -> None:
    with pytest.raises(CorpusError, match=told):
        rows_of(TIMELINE, columns)
