"""What is known of the plan: the words that open its parts, and how its timeline is set."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.documents.lines import Paragraph
from assistant.documents.passages import Draft, Reference
from assistant.errors import CorpusError

STRATEGISPOR = ("Ét socialområde", "Det hele menneske", "Fagligt stærke specialområder")
"""The three strategispor, in the plan's order."""

PARTS = {
    "Forord": ("forord", "Forord"),
    "Et socialområde i bevægelse": ("bevaegelse", "Et socialområde i bevægelse"),
    "Udfordringer på det højt specialiserede socialområde på kort og mellemlang sigt": (
        "udfordringer",
        "Udfordringer",
    ),
    "Socialområdets vision": ("vision", "Socialområdets vision"),
    "Vi arbejder med FN's verdensmål": ("verdensmaal", "FN's verdensmål"),
    "ORGANISERING PÅ SOCIALOMRÅDET": ("organisering", "Organisering på Socialområdet"),
    "BORGERBEGREBET": ("borger", "Borgerbegrebet"),
    "PÅRØRENDEDEFINITION": ("paaroerende", "Pårørendedefinition"),
    "Tidsplan for indsatser 2024-2027": ("tidsplan", "Tidsplan"),
}
"""Heading as printed -> slug in ids, name in labels."""
DEFINITIONS = {"borger", "paaroerende"}
ALONE = {*DEFINITIONS, "organisering", "tidsplan.note"}
"""Slugs of parts that hold one passage."""
STATEMENT = re.compile(r"(\d+)\) ")
GOAL = re.compile(r"VERDENSMÅL NR\. (\d+)")
GOAL_IN_LIST = re.compile(r"Nr\. (\d+) (.+)")
GOAL_LIST = "De udvalgte verdensmål er:"
SIGNER = re.compile(r"Formand\b")
RUN_IN = re.compile(r"([^.:]{8,60})\.")


def run_in_heading(slug: str, text: str) -> str:
    """The heading that opens a paragraph of the challenges or of the vision's strategispor."""
    if slug == "udfordringer" and (match := RUN_IN.match(text)):
        return match[1]
    return next((name for name in STRATEGISPOR if text.startswith(f"{name}: ")), "")


def timeline_row(paragraph: Paragraph, year: int, number: int, columns: Sequence[int]) -> Draft:
    """Row ``number`` of a year, counted down the columns; ``columns`` are their lengths."""
    column = 0
    for rows in columns:
        if number <= rows:
            break
        number, column = number - rows, column + 1
    if column >= len(STRATEGISPOR):
        raise CorpusError(f"the timeline has more rows for {year} than sources.toml counts")
    name = STRATEGISPOR[column]
    return Draft(
        (paragraph,),
        key=f"t{year}.{column + 1}.{number}",
        label=f"Tidsplan {year} · {name}",
        kind="row",
        section=("Tidsplan", str(year), name),
        reference=Reference(strategispor=(name,), year=year),
    )
