"""What is left of a question when the words that only point at parts of the documents are taken away."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from assistant.answers.reading.numbers import is_number
from assistant.answers.reading.references import ALIASES, is_pejlemaerke, respelled
from assistant.search.tokens import FOLDED_STOP_WORDS, fold, stems, words

_GLUED_NUMBER = re.compile(r"\b([A-Za-zæøå]+)\d+\b")
_POINTING_WORDS = frozenset(
    """
    pejlemaerke pejlemaerket pejlemaerker pejlemaerkerne punkt punkter punkterne punktet underpunkt
    underpunkter pkt nr nummer bullets strategispor strategisporet strategisporene strategisporets spor
    sporet verdensmaal verdensmaalet verdensmaalene fn fns tidsplan tidsplanen tidsplanens raekke raekker
    raekkerne plan planen planens visionsplan aar aaret aarene indsats indsatser indsatserne initiativ
    initiativer initiativerne aktivitet aktiviteter overskrift overskriften overskrifter tekst teksten ordlyd
    ordlyden delmaal delmaalene maal kapitel kapitlet afsnit afsnittet udsagn region midtjylland midtjyllands
    midt socialomraadet regionen regionens visions udviklingsplan udviklingsplanen hovedsaetning
    hovedsaetningen saetning saetninger saetningerne social

    alle alt hele helt samlet samlede samtlige liste listen lister vis giv naevn oversigt siger staar handler
    lyder indeholder hedder findes hoerer ligger laegges kommer mange antal sker ske skal foregaar planlagt
    planlagte planlaegges planlaegger fuld fulde praecis praecist fortael forklar kort tak venligst gerne se
    laese konkret konkrete besluttet saettes gang igang iverksaettes ivaerksaettes udvalgt udvalgte valgt
    arbejder skriv skrive skriver send sende brug bruge bruger behov vide kende ved opremse remse opsummer
    inkl inklusive samt plus selve bare blot kun ogsaa baade helst noejagtig noejagtigt ordret ud egentlig
    egentligt lige nu her heri saa til fra inde vaek naeste sidste foerste paa om dem mine jer i jeg du kopi
    i alt ialt naevner naevnes omtaler omtales omhandler beroerer mention mentions cover covers
    deal deals concern gaar one ones named describe describes described both begge hver hvert enkelt
    enkelte tilsammen totalt slide inden kl moede moedet bilag
    referat hurtigt
    hej hjaelp hjaelpe sig mig os fortaelle oplys oplyse liste faa have har tilhoerer hvilken hvilket
    navn navne navnene hedder kaldes omfatter daekker rummer bestaar opstillet raekkefoelge udspecificeret

    helhed sin fuldt ord program programmet omraader omraade lav lave ned linje linjer opremsning
    overordnet indledning indledningen roadmap koereplan koereplanen tidslinje tidslinjen gaar begge

    main called biggest sub subtargets everything priority priorities marker markers fifteen very done
    one ones all every each list show give tell read full text word words about guidepost guideposts
    guiding point
    points bullet bullets under goal goals sdg sdgs global world un sustainable development timeline schedule
    scheduled year years plan plans planned happen happens happening initiative initiatives action actions
    activities activity measures item items row rows single entire whole complete need want like please which
    what does say says said region landmark landmarks track tracks strategic strand strands contain contains
    include includes maal s p pm belong belongs belonging choose chose chosen picked part parts selected work
    scope number many count across along together with exactly wording verbatim write out me i you going set
    tit ofte laenge hyppigt often frequently long mean mener put listed entries up against area
    social areas facing faces face them entry things thing
    target targets signpost signposts names called name there come comes
    """.split()
)
"""Words that name parts, ask for them, or say nothing of their own."""

_ABOUT = re.compile(
    r"\b(?:on(?! the (?:schedule|timeline|plan|roadmap|list))|naevn\w*|omtal\w*|mention\w*|om"
    r"|vedr|vedroerende|angaaende|about|regarding|concerning)\b(.*)"
)


def residue(text: str, names: Iterable[str] = (), vocabulary: Collection[str] = ()) -> list[str]:
    """The words of a question that are left when reference words, numbers and the named parts are
    taken away: nothing left means that the part itself is asked for, not something in it.

    ``names``: of strategispor and headings. ``vocabulary``: stems of the documents; if given,
    other Danish words count only behind an "om".
    """
    folded = respelled(fold(text))
    wanted = tuple(names)
    aliases = [alias for alias, name in ALIASES.items() if name in wanted]
    taken = {word for name in (*wanted, *aliases) for word in words(name)}
    about = _ABOUT.search(folded)
    subject = set(words(about[1])) if about else set()
    return [
        word
        for word in content(folded)
        if word not in taken and (not vocabulary or word in subject or set(stems(word)) & set(vocabulary))
    ]


def content(text: str) -> list[str]:
    """The folded words of a text that do more than point."""
    return [
        word
        for word in words(_GLUED_NUMBER.sub(r"\1 ", text))
        if word not in _POINTING_WORDS
        and word not in FOLDED_STOP_WORDS
        and not is_pejlemaerke(word)
        and not (word.isdigit() or is_number(word))
    ]
