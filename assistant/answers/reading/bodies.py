"""Bodies that may or may not have sent a response: municipalities, regions, organisations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from assistant.search.tokens import fold

# The 98 municipalities of Denmark (Statistics Denmark), without the word "Kommune".
_MUNICIPALITIES = """
Albertslund, Allerød, Assens, Ballerup, Billund, Bornholm, Brøndby, Brønderslev, Dragør, Egedal,
Esbjerg, Fanø, Favrskov, Faxe, Fredensborg, Fredericia, Frederiksberg, Frederikshavn,
Frederikssund, Furesø, Faaborg-Midtfyn, Gentofte, Gladsaxe, Glostrup, Greve, Gribskov,
Guldborgsund, Haderslev, Halsnæs, Hedensted, Helsingør, Herlev, Herning, Hillerød, Hjørring,
Holbæk, Holstebro, Horsens, Hvidovre, Høje-Taastrup, Hørsholm, Ikast-Brande, Ishøj,
Jammerbugt, Kalundborg, Kerteminde, Kolding, København, Køge, Langeland, Lejre, Lemvig, Lolland,
Lyngby-Taarbæk, Læsø, Mariagerfjord, Middelfart, Morsø, Norddjurs, Nordfyn, Nyborg, Næstved,
Odder, Odense, Odsherred, Randers, Rebild, Ringkøbing-Skjern, Ringsted, Roskilde, Rudersdal,
Rødovre, Samsø, Silkeborg, Skanderborg, Skive, Slagelse, Solrød, Sorø, Stevns, Struer, Svendborg,
Syddjurs, Sønderborg, Thisted, Tønder, Tårnby, Vallensbæk, Varde, Vejen, Vejle, Vesthimmerland,
Viborg, Vordingborg, Ærø, Aabenraa, Aalborg, Aarhus
"""
_ORDINARY_WORDS = {"vejen", "skive", "greve", "odder", "assens"}
"""Municipalities that are also everyday words: they count only with "kommune" behind them."""
_OTHERS = """ Region Hovedstaden, Region Sjælland, Region Syddanmark, Region Nordjylland, Danske
Regioner, Kommunernes Landsforening, KL, KKR, Danske Handicaporganisationer, LEV, SIND, Bedre
Psykiatri, Landsforeningen Autisme, Styrelsen for Patientsikkerhed, Socialstyrelsen, Social- og
Boligstyrelsen, Danske Patienter, Dansk Socialpædagogforening, Autismeforeningen,
Hjerneskadeforeningen, Hjerneskaderådet, FOA, BUPL, Socialpædagogerne, Dansk Socialrådgiverforening,
Dansk Sygeplejeråd, Lægeforeningen, FADD, Ældre Sagen, Røde Kors, Kirkens Korshær, Blå Kors, Red
Barnet, Børns Vilkår, Sundhedsstyrelsen, Socialtilsyn Midt, Dansk Erhverv, Dansk Industri, Fagligt
Selskab, Livsværk, Ankestyrelsen, Handicaprådet, Udsatterådet, Ældrerådet, Patientforeningen, LAP,
ADHD-foreningen
"""


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.replace("\n", " ").split(",")]


def _pattern(name: str) -> re.Pattern[str]:
    """Matches a name with or without a genitive s; an acronym only as it is written: "KL", not "kl."."""
    if name.isupper():
        return re.compile(rf"\b{name}s?\b")
    suffix = " kommune" if fold(name) in _ORDINARY_WORDS else ""
    spelled = re.escape(fold(name)).replace(r"\-", "[- ]")
    return re.compile(rf"\b{spelled}s?{suffix}\b")


_KNOWN = {f"{name} Kommune": _pattern(name) for name in _names(_MUNICIPALITIES)} | {
    name: _pattern(name) for name in _names(_OTHERS)
}
_KIND = re.compile(
    r"^(?:Landsforeningen|Foreningen|Botilbuddet|Bostedet|Beboerrådet (?:på|i)|Rådet for)\s+"
    r"|\s+(?:Kommune|Midt|Vest|Øst|Midtjylland)$"
)
"""What people leave out when they name a body."""


@cache
def _patterns(senders: tuple[str, ...]) -> dict[str, re.Pattern[str]]:
    """Of the bodies known anyway and of those who have responded, in full and as people call them."""
    found = dict(_KNOWN)
    for sender in senders:
        if sender not in found:
            spellings = dict.fromkeys((sender, _KIND.sub("", sender)))
            found[sender] = re.compile("|".join(_pattern(each).pattern for each in spellings))
    return found


def named_bodies(text: str, senders: Sequence[str] = ()) -> tuple[str, ...]:
    """The bodies that a text names, in their full form ("Samsø Kommune"). ``senders``: who has responded."""
    folded = fold(text)
    return tuple(
        name
        for name, pattern in _patterns(tuple(senders)).items()
        if pattern.search(text if name.isupper() else folded)
    )


def without_bodies(text: str, mark: str, senders: Sequence[str] = ()) -> str:
    """A text with a mark in place of every body that it names."""
    patterns = _patterns(tuple(senders))
    for name, pattern in patterns.items():
        if name.isupper():
            text = pattern.sub(mark, text)
    folded = fold(text)
    for name, pattern in patterns.items():
        if not name.isupper():
            folded = pattern.sub(mark, folded)
    return folded
