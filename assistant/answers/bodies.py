"""Bodies that may or may not have sent a response: municipalities, regions, organisations."""

from __future__ import annotations

import re

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
Viborg, Vordingborg, Ærø, Aabenraa, Aalborg, Aarhus, Århus
"""
_ORDINARY_WORDS = {"vejen", "skive", "greve", "odder", "assens"}
"""Municipalities that are also everyday words: they count only with "kommune" behind them."""

_OTHERS = """
Region Hovedstaden, Region Sjælland, Region Syddanmark, Region Nordjylland, Danske Regioner,
Kommunernes Landsforening, KL, KKR, Danske Handicaporganisationer, LEV, SIND, Bedre Psykiatri,
Landsforeningen Autisme, Autismeforeningen, Hjerneskadeforeningen, Hjerneskaderådet, FOA, BUPL,
Socialpædagogerne, Dansk Socialrådgiverforening, Dansk Sygeplejeråd, Lægeforeningen, FADD,
Ældre Sagen, Røde Kors, Kirkens Korshær, Blå Kors, Red Barnet, Børns Vilkår, Sundhedsstyrelsen,
Socialtilsyn Midt, Dansk Erhverv, Dansk Industri, Fagligt Selskab, Livsværk, Ankestyrelsen,
Handicaprådet, Udsatterådet, Ældrerådet, Patientforeningen, LAP, ADHD-foreningen
"""


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.replace("\n", " ").split(",")]


_PATTERNS = {
    f"{name} Kommune": re.compile(
        rf"\b{re.escape(fold(name))}s?{' kommune' if fold(name) in _ORDINARY_WORDS else ''}\b"
    )
    for name in _names(_MUNICIPALITIES)
} | {name: re.compile(rf"\b{re.escape(fold(name))}s?\b") for name in _names(_OTHERS)}


def named_bodies(text: str) -> tuple[str, ...]:
    """The bodies that a text names, in their full form ("Samsø Kommune")."""
    folded = fold(text)
    return tuple(name for name, pattern in _PATTERNS.items() if pattern.search(folded))
