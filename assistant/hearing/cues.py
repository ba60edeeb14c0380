"""The words by which a response shows what its sender thinks: a table to read and to add to.

A phrase is matched as words, whatever their case: ``*`` stands for the rest of a word, ``...`` for up to four
words and ``....`` for up to ten, ``(x)`` for a word that may be missing, ``a|b`` for either word. A comma may
be missing: many people write none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from assistant.documents.corrections import Direction

SAID: Mapping[Direction, str] = {
    "support": """
        støtter
        kan|vil ... støtte
        bakke|bakker ... op
        opbakning
        bifalde*
        hils* ... velkomme*
        med positive øjne
        hils* ... med glæde|tilfredshed
        glad* for
        glæde* os|sig|mig
        glæder det
        ser positivt på
        ser ... positivt på
        ser med tilfredshed|glæde|tilfredsstillelse
        ser ... frem til
        ser ... potentiale*
        ser ... perspektiv*
        er ... enig*
        deler ... fokus|ønske|ambition*|opfattelse*|vision*|syn|målsætning*|mål
        deler ... holdning*|vurdering*|intention*|synspunkt*
        anerkend*
        værdsætter
        rose*
        tilslutte* os|sig|mig
        kan ... tilslutte
        er ... tilfreds*
        på linje med
        kan ... lide
        er|stiller ... positiv* over for|overfor
        er ... positiv* indstillet
        er ... begejstre*
        går ... ind for
        er ... tilhænger* af
        sætter ... pris på
        kvittere* for
        er ... taknemmelig*|taknemlig*
    """,
    "wish": """
        ønsker|ønskes
        ønske* at|om
        kunne|vil ønske
        drømmer om
        kunne ... tænke os|mig|sig
        foreslå*
        forslag er
        anbefal*
        opfordr*
        beder
        vil|skal|må bede
        efterlys*
        savn*
        håber
        håb om
        anmode*
        så|ser ... gerne
        vil ... gerne have|se|høre|vide
        henstill*
        forventer
        lægger ... vægt på
        ser ... behov for
        efterspørger
        mener|synes|vurderer, at .... skal
        finder det ... vigtigt|væsentligt|afgørende|nødvendigt|centralt|hensigtsmæssigt
        anser det for ... vigtigt|væsentligt|afgørende|nødvendigt|centralt
        har brug for
        kræver
        vi mangler
    """,
    "worry": """
        bekymre*
        bekymring*
        frygt
        frygte*
        betænkelig*
        betænkelighed*
        er ... usik* på
        er ... i tvivl om
        tvivle*
        undr* ... os|sig|mig
        undren
        stiller|sætter ... spørgsmålstegn
        er ... nervøs*
        bange for
        beklager
        er ... skeptisk*
        skepsis
        er ... urolig*
        advare*
        har ... svært ved at se|forstå
        forbehold*
    """,
    "resistance": """
        er ... imod
        går ... imod
        stemmer imod
        stiller ... uforstående
        modsætte* os|sig|mig
        modstand*
        tage* ... afstand
        afvise*
        protestere*
        er ... uenig*
        fraråde*
        vender os imod
        siger ... nej
        vil ikke have|acceptere
        finde os i
        er ... kritisk* over for|overfor
        kritisere*
        indsigelse*
        accepterer ikke
        kan ikke acceptere
    """,
}
"""What somebody does: it counts if that is the sender."""

THOUGHT: Mapping[Direction, str] = {
    "support": """
        glædeligt
        positivt
        er ... positiv*
        prisværdig*
        yderst|meget|særdeles|højst relevant*
        god|godt|gode (første) skridt|initiativ*|forslag|tiltag|idé*|ide|mål|retning|tanke*
        godt|dejligt|fint|flot|stærkt|rart, at
        er ... dejligt|fint|flot
        er ... rigtig|virkelig|meget godt|god|gode
        vigtigt|stort skridt
        skridt i den rigtige retning
        giver ... god mening
        med glæde
        rammer plet
        heldigvis
        lovende
        sympatisk*
        en styrke
        til efterfølgelse
        velkom*
        klogt
        ros til|for
    """,
    "wish": """
        bør
        burde
        vigtig|vigtigt|vigtige|afgørende|centralt|væsentligt|nødvendigt|ønskeligt|hensigtsmæssigt, at
        det (er) ... vigtigt|afgørende|centralt|nødvendigt|ønskeligt, at
        må ... gerne
        ville ... være ... godt|rart|oplagt|ønskeligt|nyttigt
        vores|mit ønske|håb|anbefaling|opfordring
        en forudsætning
        kunne|kan|bør ... med fordel
        vores|et forslag
        planen|planens|pejlemærket|udkastet|visionen mangler
        mangler vi
    """,
    "worry": """
        bekymrende
        risiko*
        risikere*
        fare for
        kan føre til
        uklar*
        problematisk*
        desværre
        udfordrende
        må ... ikke|aldrig
        ikke|aldrig må
        går|gå ud over
        ærgerlig*
        foruroligende
        utilstrækkelig*
        ikke tilstrækkelig*
        på bekostning af
    """,
    "resistance": """
        uacceptabel*
        er ... forkert*
        bør ... udgå|fjernes|opgives|droppes|slettes
        bør tages ud
        dårlig idé|ide|løsning
        urimelig*
        ikke rimelig*|acceptabel*|holdbar*
        nej tak|til
        uforsvarlig*
    """,
}
"""What is so in the eyes of whoever writes the sentence."""

TURNED: Mapping[Direction, Direction] = {"support": "resistance", "wish": "resistance"}
"""What a negation makes of what somebody does. No worry is no direction, and neither is no resistance; what
``bør`` not be is a wish as well."""


@dataclass(frozen=True)
class Phrase:
    """A line of the table; ``is_said``: it counts if the sender does it."""

    direction: Direction
    words: str
    is_said: bool
    pattern: re.Pattern[str]


_GAPS = {"...": r"(?:[^\s.,;:]+\s+){0,4}?", "....": r"(?:[^\s.,;:]+\s+){0,10}?"}


def _pattern(phrase: str) -> re.Pattern[str]:
    """The regular expression of a phrase."""
    parts = []
    for word in phrase.split():
        if word in _GAPS:
            parts.append(_GAPS[word])
        elif word.startswith("("):
            parts.append(rf"(?:{word[1:-1]}\s+)?")
        else:
            choices = "|".join(re.escape(each).replace(r"\*", r"\w*") for each in word.rstrip(",").split("|"))
            parts.append(rf"(?:{choices})(?!\w){',?' if word.endswith(',') else ''}\s*")
    return re.compile(rf"(?<!\w){''.join(parts)}", re.IGNORECASE)


PHRASES = tuple(
    Phrase(direction, words, table is SAID, _pattern(words))
    for table in (SAID, THOUGHT)
    for direction, lines in table.items()
    for words in map(str.strip, lines.strip().splitlines())
)
