"""The words by which a statement says how surely, how often, for whom and how far."""

from __future__ import annotations

import re

from assistant.search.tokens import fold

_RIGHT = re.compile(
    r"\b(?:garant\w*|garanter\w*|lover|loefte\w*|ret til|krav paa|forpligtet til|obligatorisk\w*|tvung\w*"
    r"|tving\w*|guarante\w*|promis\w*|entitled|(?:a|the) right to|obliged|mandatory|compulsory|forced)\b"
)
_CHANCE = re.compile(r"\b(?:ambition\w*|muligheden? for|straeb\w*|tilstraeb\w*|the possibility of)\b")
_OFFERED = re.compile(
    r"\bskal (?:\w+ )?(?:kunne|have mulighed|tilbydes?|have tilbud)\b|\bshould (?:\w+ )?be (?:able|offered)\b"
)
_MODALS = re.compile(
    r"\b(?:(?P<wish>oensk\w*|haab\w*|gerne|boer|overvej\w*|muligvis|maaske|kan|kunne|i dialog|undersoege\w*"
    r"|wish\w*|hopes?|hoping|aims?|strives?|seeks?|could|can|may|might|consider\w*|would like"
    r"|perhaps|explor\w*)"
    r"|(?P<duty>skal|maa|must|shall|have to|has to|need to|needs to|required|kraever|paakraevet)"
    r"|(?P<will>vil|planlagt|planlaegger|will|going to|intends?|plans? to|planned|to be))\b"
)
WISH, PLAIN, DUTY, RIGHT = 1, 2, 3, 4
"""How surely something is said to be; without a word for it a sentence says what is or will be."""
_FREQUENCIES = (
    ("day", r"dagligt?e?|hver dag|daily|every day"),
    ("week", r"ugentligt?e?|hver uge|weekly|every week"),
    ("month", r"maanedligt?e?|hver maaned|monthly|every month"),
    ("quarter", r"kvartalsvis\w*|hvert kvartal|kvartalsmoede\w*|quarterly|every quarter"),
    (
        "half",
        r"halvaarlig\w*|hvert halve aar|hvert halvaar|to gange om aaret|twice a year|half-?yearly"
        r"|every six months",
    ),
    (
        "years",
        r"hvert (?:andet|tredje|fjerde|femte) aar"
        r"|every (?:two|three|four|five|second|third|other) years?|biennial\w*",
    ),
    ("year", r"aarligt?e?|hvert aar|en gang om aaret|annual\w*|yearly|every year|each year|once a year"),
    ("ongoing", r"loebende|kontinuerligt?|continuous\w*|ongoing"),
)  # fmt: skip
_OFTEN = tuple((name, re.compile(rf"\b(?:{words})\b")) for name, words in _FREQUENCIES)
_DONE = re.compile(
    r"\b(?:allerede|already|(?:har|have|has)(?: \w+)? \w+(?:et|t|ed)|er blevet|(?:er|is|are) \w+(?:et|t|ed)"
    r"|has been|have been|i dag|today)\b"
)
_TRIAL = re.compile(
    r"\b(?:\w*pilot(?!uddannelse|er\b)\w*|forsoeg\w*|afproev\w*|proeve\w* af|proevet af|proeves"
    r"|trial\w*|test\w*|tried out|try out)\b"
)
_WHOLE = re.compile(
    r"\b(?:fuldt|fuldt ud|overalt|alle (?:tilbud\w*|steder|bosteder|omraader\w*)"
    r"|hele (?:socialomraadet|regionen|omraadet|landet)|paa landsplan|landsdaekkende|udrull\w*|udbred\w*"
    r"|fully|everywhere|all (?:homes|places|sites|facilities|institutions)|whole (?:region|area)|entire"
    r"|nationwide|nationally|rolled out|full scale)\b"
)
_NARROW = re.compile(
    r"\b(?:kun(?! (?:en|et)\b)|udelukkende|alene(?! (?:med|om))|blot|eneste|nogle|visse"
    r"|enkelte (?!tilbud|borger|medarbejder)\w+|en del af|only(?! an?\b)|solely|exclusively|some|a few)\b"
)
_WIDE = re.compile(
    r"\b(?:alle|samtlige|hver(?:t)?|enhver|altid|alt|hele|all|every|each|always|everyone|everybody|any|whole|entire)\b"
)


_GROUPS = tuple(
    (name, re.compile(rf"\b(?:{words})"))
    for name, words in (
        ("relatives", r"paaroerende\w*|foraeldre\w*|famili\w*|relatives?\b|parents?\b|famil(?:y|ies)"),
        ("staff", r"medarbejder\w*|personale\w*|ansatte|nyansatte|staff\b|employees?\b"),
        ("leaders", r"(?:afdelings)?leder(?:e|ne|en)?\b|chefer\w*|managers?\b|leaders?\b"),
        ("seniors", r"senior\w*|aeldre medarbejder\w*"),
        ("temps", r"vikar\w*|temp(?:s|orary staff)\b|substitutes?\b"),
        ("unskilled", r"ufaglaert\w*|unskilled\w*"),
        ("pedagogues", r"paedagog\w*|pedagogues?\b"),
        ("nurses", r"sygeplejersk\w*|nurses?\b"),
        ("doctors", r"\w*laeger?n?e?\b|doctors?\b|physicians?\b"),
        ("volunteers", r"frivillig\w*|volunteers?\b"),
        ("civil society", r"civilsamfund\w*|foreninger?n?e?\b|civil society|associations?\b"),
        ("young", r"unge?\b|young\b|youths?\b"),
        ("children", r"boern\w*|children\b|child\b"),
        ("municipalities", r"\w*kommune(?:r|rne)\b|municipalities\b"),
        ("regions", r"regioner(?:ne)?\b|regions\b"),
        ("state", r"staten\b|regeringen|folketinget|the state\b|government"),
        ("psychiatry", r"psykiatri(?:en|ens)?\b|psychiatr\w+"),
        ("somatics", r"somatik\w*|hospital\w*|sygehus\w*|somatic\w*"),
        (
            "schools",
            r"uddannelsesinstitution\w*|universitet\w*|skole\w*|schools?\b|universit\w+"
            r"|educational institutions?",
        ),
        ("inspectors", r"tilsyn\w*|inspect\w*|supervis\w+ authorit\w+"),
        ("police", r"politi(?:et)?\b|police\b"),
        ("unions", r"fagforening\w*|faglige organisationer|trade unions?|unions?\b"),
        ("firms", r"virksomhed\w*|erhvervsliv\w*|compan(?:y|ies)|business\w*"),
        ("sports", r"idraets\w*|sports? clubs?|sports\b"),
    )
)
"""Those for whom and with whom something is done, in both languages."""


def groups(folded: str) -> dict[str, str]:
    """The groups that a folded text names, each with the word for it."""
    found = ((name, pattern.search(folded)) for name, pattern in _GROUPS)
    return {name: match.group() for name, match in found if match}


def modal(folded: str) -> tuple[int, str]:
    """How surely a folded sentence says that something will be, and the word for it."""
    if found := _RIGHT.search(folded):
        return RIGHT, found.group()
    if found := _CHANCE.search(folded):
        return WISH, found.group()
    if found := _OFFERED.search(folded):
        return PLAIN, found.group()
    if found := _MODALS.search(folded):
        level = {"wish": WISH, "will": PLAIN, "duty": DUTY}[found.lastgroup or "will"]
        return level, found.group()
    return PLAIN, ""


def frequency(folded: str) -> tuple[str, str]:
    """How often something happens by a folded sentence, and the words for it; empty if it does not say."""
    for name, pattern in _OFTEN:
        if found := pattern.search(folded):
            return name, found.group()
    return "", ""


def done(folded: str) -> str:
    """The words by which a folded sentence tells something as done; empty if it does not."""
    found = _DONE.search(folded)
    return found.group() if found else ""


def trial(folded: str) -> str:
    """The word by which a folded sentence tells of a trial; empty if it tells of none."""
    found = _TRIAL.search(folded)
    return found.group() if found else ""


def whole(folded: str) -> str:
    """The word by which a folded sentence tells of the whole; empty if it does not."""
    found = _WHOLE.search(folded)
    return found.group() if found else ""


def narrowed(folded: str) -> str:
    """The word that narrows a folded sentence to some: "kun", "nogle"."""
    found = _NARROW.search(folded)
    return found.group() if found else ""


def widened(folded: str) -> str:
    """The word that widens a folded sentence to all."""
    found = _WIDE.search(folded)
    return found.group() if found else ""


def as_spelled(folded: str, text: str) -> str:
    """The words of a text that are folded to these; themselves if it has none."""
    wanted = folded.split()
    words = re.findall(r"\S+", text)
    for at in range(len(words)):
        piece = words[at : at + len(wanted)]
        if [re.sub(r"^\W+|\W+$", "", fold(word)) for word in piece] == wanted:
            return " ".join(piece).strip(' .,;:!?()»«"“”')
    return folded
