"""What a question asks for that no plan, letter or response of a hearing tells, whatever its subject."""

from __future__ import annotations

import re
from typing import Literal

Beyond = Literal[
    "task", "opinion", "rights", "result", "method", "hours", "age", "duration", "contents", "reason"
]  # fmt: skip

_PATTERNS: dict[Beyond, str] = {
    "task": r"\b(oversaet\w*|translate|omskriv|omformuler|rewrite|rephrase|lad som om|pretend|digt en\w*)\b"
    r"|\b(skriv|lav|giv|compose|write|draft|make|tell|fortael)( (mig|lige|me|os|us))* (et|en|a|an) "
    r"(\w+ )?(digt|sang|vers|tale|laeserbrev|artikel|quiz|vits|vittighed|joke|hoeringssvar|mail|karakter"
    r"|powerpoint|slide\w*|poem|song|speech|article|reply|letter|essay|post|opslag|pressemeddelelse)\b"
    r"|\b(ignorer|ignore|glem|forget)\b.*\b(alt|alle|all|everything|regler|rules|instru\w+)\b"
    r"|\bgrade the plan\b|\bfra 1 til 10\b|\bring til min\b|\bemail this\b",
    "opinion": r"\b(hvad|hvilke[nt]?) .*\b(synes|mener|taenker|foretraekker) du\b|\btror du\b|\bgaetter du\b"
    r"|\bdin (egen |personlige )?(mening|holdning|vurdering)\b|\b(ville|kan) du (selv|anbefale)\b"
    r"|\b(do|would) you (think|believe|recommend|prefer|choose|pick)\b|\b(your"
    r"|in your) (own )?(opinion|view)\b"
    r"|\bwhat would you\b|\bshould i (take|let|quit|move)\b|\bskal jeg (tage|lade|sige|flytte)\b"
    r"|\b(er|are) (du|you) (et|en|a|an) (menneske|robot|maskine|human|machine|person|bot)\b"
    r"|\bhvordan har du det\b|\bhow are you(?= (today|doing)|\W*$)|\bwho (are|made|built) you\b"
    r"|\bhvem (er|har lavet) du\b",
    "rights": r"\b(klage[rs]?(?! (lidt )?over udkast)|klagefrist\w*|klagevej\w*|complain|anmelde[rs]?"
    r"|erstatning\w*"
    r"|compensation|lovligt?|ulovligt?|is it legal|illegal|aktindsigt|ombuds\w+|boerneattest\w*"
    r"|straffeattest\w*"
    r"|criminal record|bisidder|vaerge\w*|guardian\w*|tavshedspligt\w*|magtanvendelse\w*|use of force"
    r"|sanktion\w*|sanctions?|boeder)\b|\b(rettigheder|rights) (har|do|are)\b|\bthey allowed to\b"
    r"|\b(what are my|hvad er mine) (rights|rettigheder)\b|\bmaa (de|personalet) (godt|laase|laese|tage)\b",
    "result": r"\bresultat\w* (af|fra|for|viste|blev)\b|\bresults (of|from) the\b|\boutcome of\b"
    r"|\bhvordan (er det gaaet|gik det|gik|er det gaaet)\b|\bhow did .* go\b|\bwhat (came|became) of\b"
    r"|\bhvad (kom|er) der (kommet )?ud af\b|\b(lykkedes det|naaede (man|i))\b"
    r"|(?<!hvornaar )\bblev (saa |den |planen )+"
    r"(vedtaget|stemt|en succes|forsinket)\b|\b(stemte (for|imod)|hvor mange stemte|voted (for"
    r"|against)|resultatet? af afstemning\w*|what majority|hvilket flertal)\b"
    r"|\b(indtil nu|hidtil|til dato|so far|to date|i fjor)\b"
    r"|\b(rent )?faktisk (faaet|hjulpet|virket|foert|sket)\b|\bhar (det|den) (hjulpet|virket)\b"
    r"|\b(seneste|sidste|latest|last) (maaling|runde|undersoegelse|survey|round)\b|\bsvarprocent\w*"
    r"|\bresponse rate\b"
    r"|\bevaluering\w* (vis|sag|konklu)\w*|\btaget til foelge\b|\b(who|hvem) (won|vandt)\b"
    r"|\bnoget? at vise\b",
    "method": r"\bhvordan (maal(er|es|te|t)|beregne[rs]|regne[rs]|udregne[rs])\b|\bhow (is|are|do"
    r"|does|will) .*"
    r"\b(measured|measure|calculated|calculate|scored|worked out)\b|\b(hvilken|which|what) (formel|formula)\b"
    r"|\b(trin for trin|step by step|helt konkret foregaar|rent praktisk)\b|\b(indikator\w*"
    r"|indicators?|kpi\w*"
    r"|succeskriteri\w*|maaltal\w*|baseline)\b|\bhvilke[nt]? (skema|blanket|instrument|formular)\b"
    r"|\bwhich (form|instrument|scale)\b",
    "hours": r"\b(aabningstid\w*|telefontid\w*|besoegstid\w*|opening hours|office hours|visiting hours)\b"
    r"|\b(er|holder) (der|i|kontoret) aaben?t?\b|\b(open|closed) (on|at|during)\b|\boffice open\b",
    "age": r"\bhvor (gammel|gamle|ung)\b|\bhvilken alder\b|\baldersgraense\w*|\bhow old\b|\b(what"
    r"|which) age\b"
    r"|\bage limit\b|\bminimum age\b",
    "duration": r"\b(ventetid\w*|venteliste\w*|waiting (list|time)\w*)\b|\bhvor lang tid (tager|varer|gaar)\b"
    r"|\bhow (long|many (weeks|months)) (does|do|is|will|must|have) (?!.*(hearing|consultation|plan))",
    "contents": r"\b(ordlyd\w*|lyder|remse?\w*|liste?|enumerate|show|vis|hvad er|what are|hvad gaar)\b.*"
    r"\b(grundprincip\w*|principper\w*|principles?|hoeringsparter\w*|hearing parties|bilag\w*"
    r"|appendix|minutes)\b",
}
_BEYOND = {kind: re.compile(pattern) for kind, pattern in _PATTERNS.items()}


_REASON = re.compile(r"\b(hvorfor|why|begrundelse\w*|what is the reason|hvad er (grunden|aarsagen))\b")


def asks_machine(folded: str) -> bool:
    """Whether the machine itself is asked for something: a poem, a translation, its opinion."""
    return beyond(folded) in ("task", "opinion")


def missing(folded: str) -> Beyond | None:
    """What is missing if a question is refused: as ``beyond``, or the reason that it asks for."""
    return beyond(folded) or ("reason" if _REASON.search(folded) else None)


def beyond(folded: str) -> Beyond | None:
    """The kind of thing asked for that the documents hardly ever tell; None if there is none."""
    return next((kind for kind, pattern in _BEYOND.items() if pattern.search(folded)), None)
