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
        støtter|støttes
        kan|vil|må ... støtte
        bakke|bakker|bakkes ... op
        opbakning
        bifalde*
        hils* ... velkomme*
        med positive øjne
        glad|glade
        begejstre*
        glæde* ... os|sig|mig
        glæder det
        ser|se ... positivt på
        ser ... frem til
        ser ... potentiale*|perspektiv*|fordel*|styrke*
        er ... enig*
        på linje med
        deler ... fokus|ønske|ambition*|opfattelse*|vision*|syn|målsætning*|mål
        deler ... holdning*|vurdering*|intention*|synspunkt*
        anerkend*
        værdsætter
        påskønne*
        rose|roser
        tilslutte* os|sig|mig
        kan ... tilslutte
        tilfreds|tilfredse
        positiv|positivt|positive over for|overfor|stemt|indstillet
        tilhænger* af
        går|gå ... ind for
        sætter ... pris på
        kvittere* for
        taknemmelig*|taknemlig*
        kan ... lide
        kan ... varmt|kun|stærkt anbefale
        har ... tillid|tiltro til
        trygge|fortrøstningsfuld*|stolt*|imponere*
    """,
    "wish": """
        ønsker|ønskes
        ønske* at|om
        kunne|vil ønske
        drømmer om
        kunne|kan ... tænke os|mig|sig
        foretrække|foretrækker
        foreslå*
        forslag er
        anbefal*
        opfordr*
        appellere*
        indstiller
        beder
        vil|skal|må bede
        efterlys*
        efterspørger
        savn*
        håber
        håb om
        anmode*
        så|ser ... gerne
        vil|ville ... gerne have|se|høre|vide|inddrages|involveres
        henstill*
        forventer
        forudsætter
        insistere*
        kræver
        stiller ... krav
        lægger|lægge|lægges ... vægt på
        ser ... behov for
        har ... brug|behov for
        mener|synes|vurderer|finder, at .... skal
        finder|anser ... vigtigt|væsentligt|afgørende|nødvendigt|centralt|hensigtsmæssigt
        understrege*|pointere*|fremhæve* ... vigtigheden|betydningen|behovet|nødvendigheden
        vi mangler
    """,
    "worry": """
        bekymre*
        bekymring*
        frygt
        frygte*
        betænkelig*
        betænkelighed*
        usikker|usikre
        i tvivl
        tvivl om
        tvivle*
        tror ikke på
        undr* ... os|sig|mig
        undren
        stiller|sætter ... spørgsmålstegn
        nervøs*
        bange
        ængstelig*
        utryg*
        urolig*
        beklager
        ked|kede af
        ærgre* ... os|sig|mig
        skuffe*
        skeptisk*
        skepsis
        kritisk*
        advare*
        har ... svært ved at se|forstå
        forbehold*
    """,
    "resistance": """
        er|går|gå|stemmer ... imod
        stiller ... uforstående
        modsætte* os|sig|mig
        modstand*
        tage* ... afstand
        afvise*
        forkaste*
        protestere*
        opponere*
        anfægte*
        kritisere*
        uenig*
        fraråde*
        vender os|sig imod
        indsigelse*
        accepterer ikke
        kan|vil ikke ... acceptere|have|leve med|gå med til
        ikke ... finde os i
        finder os ikke i
        siger|sige ... nej
    """,
}
"""What somebody does or is: it counts if that is the sender."""

THOUGHT: Mapping[Direction, str] = {
    "support": """
        glædelig*
        positivt
        er ... positiv*
        prisværdig*
        er|finder|yderst|meget|særdeles|højst relevant*
        god|godt|gode|rigtig|rigtigt (første) skridt|initiativ*|forslag|tiltag|idé*|ide|mål|retning|tanke*
        god|godt|gode|rigtig|rigtige løsning*|model*|greb|udgangspunkt|grundlag|intention*|ambition*|vej
        vigtigt|stort skridt
        skridt i den rigtige retning
        fantastisk*|fremragende|glimrende|herligt|skønt
        dejligt|fint|flot|stærkt|rart, at
        er|finder|synes ... godt|dejligt|fint|flot|klogt|rigtigt|fornuftigt|oplagt
        giver ... god mening
        med ... glæde|tilfredshed|tilfredsstillelse
        rammer plet
        velkom*
        heldigvis
        lovende
        sympatisk*
        fornuftig*
        gennemarbejde*|velgennemarbejde*
        en|stor|klar fordel|styrke|gevinst
        til efterfølgelse
        på høje tid
        ros til|for
    """,
    "wish": """
        bør
        burde
        vigtig|vigtigt|vigtige|afgørende|centralt|væsentligt|nødvendigt|ønskeligt|hensigtsmæssigt, at
        det (er) ... vigtigt|afgørende|centralt|nødvendigt|ønskeligt, at
        er ... behov for, at
        skal ... sikres|prioriteres|inddrages|præciseres|afklares|fremgå|indgå|tænkes|overvejes|tydeliggøres
        må ... gerne
        vil|ville|kunne ... være ... godt|rart|oplagt|ønskeligt|nyttigt|hensigtsmæssigt|gavnligt|relevant
        vores|mit|et|kommunens|rådets|foreningens ønske|håb|anbefaling|opfordring|forslag|krav
        planen|planens|pejlemærket|udkastet|visionen|vi|vores ... mangler
        mangler vi
        kan|vil I ikke
        kunne|kan|bør ... med fordel
    """,
    "worry": """
        bekymrende
        vækker|giver ... bekymring*|uro|undren
        risiko*
        risikere*
        fare|faren for
        kan føre til
        uklar*
        problematisk*
        desværre
        må ... ikke|aldrig
        ikke|aldrig må
        går|gå ud over
        på bekostning af
        ærgerlig*
        uheldig*
        uhensigtsmæssig*
        en skam
        er ... trist
        foruroligende
        utilstrækkelig*
        ikke tilstrækkelig*
        svært at se
    """,
    "resistance": """
        uacceptabel*
        er ... forkert*
        forkerte vej|løsning|retning
        bør ... udgå|fjernes|opgives|droppes|slettes
        bør tages ud
        trækkes tilbage
        dårlig idé|ide|løsning
        urimelig*
        uforsvarlig*
        ikke rimelig*|acceptabel*|holdbar*
        hører ikke hjemme
        nej tak|til
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
