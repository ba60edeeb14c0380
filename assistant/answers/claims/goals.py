"""Claims about which of the UN's goals and targets the plan has chosen."""

from __future__ import annotations

import re

from assistant.answers.claims.finding import Finding
from assistant.answers.reading.question import Question
from assistant.search.catalogue import Catalogue

_SUBJECTS = {
    1: r"fattigdom|poverty",
    2: r"sult\b|hunger",
    3: r"sundhed|trivsel|health|well-?being",
    4: r"uddannelse|education",
    5: r"ligestilling|koen\b|koennene|gender",
    6: r"vand\b|drikkevand|sanitet|water|sanitation",
    7: r"energi\b|energy",
    8: r"jobs?\b|arbejde\b|vaekst|beskaeftigelse|decent work|growth",
    9: r"industri|infrastruktur|innovation|industry|infrastructure",
    10: r"ulighed|inequalit",
    11: r"byer|lokalsamfund|cities|communities",
    12: r"forbrug og produktion|ansvarligt forbrug|consumption",
    13: r"klima|climate",
    14: r"havet|life below water|ocean",
    15: r"paa land\b|life on land",
    16: r"fred\b|retfaerdighed|institutioner|peace|justice",
    17: r"partnerskab|partnership",
}
"""Words for the seventeen goals of the United Nations."""
_AMONG = re.compile(
    r"\b(?:med|blandt|valgte?|udvalgt\w*|et af|knyttet|en del af|peget paa|plukket|among|chosen|chose|choose"
    r"|picked|pick|included|selected|one of"
    r"|part of|arbejder i med)\b"
)
_TARGET = re.compile(r"\b(\d{1,2})\.(\d{1,2})\b(?!\.)")


def goal_claimed(claim: str, question: Question, catalogue: Catalogue) -> Finding | None:
    """Whether the plan has chosen the goal or target that a claim names; None if it names none."""
    told = " ".join(box.text for box in catalogue.goals.values())
    if (target := _TARGET.search(claim)) and int(target[1]) in catalogue.goals:
        known = sorted(set(re.findall(rf"\b{target[1]}\.\d{{1,2}}\b", told)))
        return Finding(target.group() in known, "delmål " + " og ".join(known))
    if not question.references.names_goal or not _AMONG.search(claim):
        return None
    asked = question.references.goals or tuple(
        number for number, words in _SUBJECTS.items() if re.search(rf"\b(?:{words})", claim)
    )
    if len(asked) != 1:
        return None
    return Finding(asked[0] in catalogue.goals)
