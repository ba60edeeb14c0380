"""Words that contradict each other: what a question takes for granted and a sentence says otherwise."""

from __future__ import annotations

import re

_OPPOSITES = tuple(
    (re.compile(rf"\b(?:{one})"), re.compile(rf"\b(?:{other})"))
    for one, other in (
        (  # settled for good, and open to change
            r"(?:fast)?laast|(?:ligger|laegges|staar|er) (?:\w+ ){0,3}fast\b|helt fast|hugget i\b"
            r"|mejslet|endegyldig|bindende|aldrig (?:\w+ )?(?:aendre|lave)|binding|never chang"
            r"|uforanderlig|ufleksib|set in stone|fixed\b|locked|rigid|unchangeable|carved|cast in",
            r"fleksib|dynamisk|revider|juster|agil|omstilling|skitse|prioriteret i taet dialog",
        ),
        (
            r"detailreguler|detaljeret|detaljerede|detailed",
            r"saetter (?:en )?retning|ikke detailreguler",
        ),
        (  # alike, and different
            r"(?:noejagtig|praecis|helt) (?:de |det |den )?samme|samme (?:levealder|levetid|vilkaar"
            r"|struktur|ledelse\w*|maade)|\bens\b|identisk|ensrettet|lige (?:laenge|gamle|meget"
            r"|mange|stor)|(?:lige )?saa (?:laenge|gamle?) som|same|identical|uniform|equally"
            r"|as (?:long|old|much|many) as",
            r"forskellig|lavere|tilpasset hvert|frihed|unikke|kortere",
        ),
        (  # more money, and no more
            r"(?:flere|ekstra|nye|mere|tilfoert) (?:penge|midler|kroner|ressourcer|bevilling)"
            r"|foerlge? penge|ekstrabevilling"
            r"|pose penge|(?:more|extra|new|additional) (?:money|funds|funding|cash|resources)|gratis"
            r"|free of charge",
            r"givne oekonomiske rammer|faerre ressourcer|knappe ressourcer|finansieringsansvar",
        ),
        (  # an end, and more of it
            r"(?:stopper|dropper|lukker|afskaffer|nedlaegger|fjerner|skaerer|sparer|sloejfer"
            r"|afvikler) (?:i|man|de|regionen)\b|(?:stoppe|holde op|slutte|droppe) med"
            r"|blevet (?:nedlagt|lukket|stoppet|droppet)"
            r"|(?:skal|vil|bliver|er) (?:\w+ ){0,4}(?:droppe[st]?|nedlaegge[ts]?|nedlagt"
            r"|afskaffe[ts]?|fjerne[ts]?"
            r"|sloejfe[ts]?|spare[st] vaek)\b|scrap|abolish|getting rid|phased? out|skaere ned|skaeres ned",
            r"fortsat|fortsaette|bevare|evaluere og|videreudvikl|styrke|udvide|aabne|flere|etabler"
            r"|tilbyde|prioriter|fokus paa",
        ),
        (  # fossil for good, and on the way out
            r"(?:diesel|benzin|olie|gas|fossil|oliefyr|gasfyr)\w*.*(?:ever|evigt|staaende|fortsat|keep|behold|stadig"
            r"|still|altid|bliver|always|remain|stay)|(?:behold|bliver|keep|fortsat|stadig).*(?:diesel|benzin|oliefyr|gas\b|gasfyr|olie\b"
            r"|fossil)",
            r"udfase|udskift|fossilfri|overgaa til",
        ),
        (  # part of another body, and one of its own
            r"(?:ind )?under (?:et andet|en anden|psykiatri|sundhed)|del af (?:et andet|en anden"
            r"|psykiatri|sundhed)"
            r"|(?:part of|under|belong\w* to) (?:an ?other|psychiatry|the psychiatr|health)",
            r"selvstaendig",
        ),
        (  # forced, and offered
            r"tvang|tving|tvung|pligt(?:ig|en|er)?\b|obligatorisk|noedt til|forced?\b|compulsory"
            r"|mandatory|obliged",
            r"tilbyde|tilbyder|mulighed|oensker|frivillig|attraktivt|medbestemmelse|kan indsende",
        ),
        (  # left alone, and supported
            r"slipper i\b|(?:bare |saa )?(?:overlad\w*|overlade) til|i stikken|alene (?:med|om)\b"
            r"|glemt|glemmer|blaa luft"
            r"|egen haand|lige ?glad|ligegyldig|taber i\b|falder? (?:\w+ )?mellem|abandon|(?:my|his"
            r"|her|their|your) own\b"
            r"|forgotten|forget about|left alone|let go of|giv\w* up on|fend for|lader? i (?:bare "
            r"|dem )|washes? (?:its|their)",
            r"understoett|hele vejen|foer, under og efter|godt videre|sammenhaeng|inddrag|overgang"
            r"|trivsel|rumme",
        ),
        (  # rule from above, and trust
            r"styres? (?:\w+ )?(?:oppefra|ovenfra|centralt)|oppefra|ovenfra|bestemme[rt]? alt"
            r"|alt .*(?:bestem|styr)"
            r"|detaljestyr|mindste detalje|topstyr|micromanag|top-?down|(?:all|every) decisions?|dikter",
            r"tillid|frihed|selv- og|medbestemmelse|selvbestemmelse|medansvar|indflydelse",
        ),
        (  # secret, and public
            r"hemmelig|skjul|fortrolig|lukkede doere|secret|confidential|behind closed|kept private|hidden",
            r"offentliggoer|offentliggjort|gennemsigtig|gennemskuelig|aabenhed|kunne laeses",
        ),
        (  # against, and for
            r"imod\b|negativ|utilfreds|afvis|uenig|kritisk|kritiser|modstand|skeptisk|sure\b|protest|against|oppos|reject"
            r"|disagree|critic|unhappy|slagt",
            r"bifald|positiv|er enig|glaedelig|velkomm|tilslutte|anerkende|deler regionens"
            r"|ser frem til|yderst relevant",
        ),
        (  # for without reserve, and with doubts
            r"(?:helt |fuldt |fuldstaendig )(?:enig|tilfreds)|uden forbehold|(?:fully|completely"
            r"|entirely) (?:agree|happy|support)",
            r"betaenkelig|bekymr|boer vaere",
        ),
        (  # kept out, and invited
            r"udeluk\w+ (?:fra|for)|holde[ts]? ude|lukket for|maa ikke|udenfor\b|excluded|left out"
            r"|shut out|kept out|banned"
            r"|skal(?:le)? man vaere (?:en )?(?:forening|organisation|kommune|medlem|inviteret)"
            r"|have to be (?:invited|a member)"
            r"|(?:kun|only) (?:for )?(?:inviterede|foreninger|kommuner|organisationer|invited)",
            r"inddrag|omfatte|alle interesserede|byde|inkluder|mangfoldig|aabne",
        ),
        (  # longer, and shorter
            r"laengere|hoejere|aeldre end|longer|older than|higher|outlive",
            r"lavere|kortere",
        ),
        (  # fewer, and more
            r"faerre|nedskaering|mindre (?:tid|hjaelp|stoette|indflydelse)|fewer|cutbacks?"
            r"|less (?:time|help|say)",
            r"flere|udvide|oege\b|mere tid|tid til|mest mulig|vedholdende fokus",
        ),
        (  # without, and with
            r"uden (?:nogen |noget )?(?:oplaering|introduktion|uddannelse|hjaelp|stoette|indflydelse)"
            r"|without (?:any )?(?:training|introduction|help|support)|ingen (?:oplaering"
            r"|introduktion|hjaelp|indflydelse)",
            r"oplaering|introduktion|understoett|indflydelse|tilbyde",
        ),
        (  # bad, and good
            r"daarlig|skadelig|spild af|uoensket|til besvaer|bad idea|waste of|unwelcome|unwanted"
            r"|nuisance|i vejen",
            r"positiv|bifald|vigtig|gavn|merviaerdi|mervaerdi|indenfor|flere muligheder"
            r"|deler regionens|anerkende",
        ),
        (  # as it is, and made anew
            r"(?:bare |forblive?\w* )(?:som|staaende)|uroert|uaendret|som de er|exactly as (?:they"
            r"|it)|stay (?:as|the same)"
            r"|unchanged|left as (?:they|it)",
            r"ombygning|nye|udskift|udvikle|aendre|udfase",
        ),
        (  # bought new, and used again
            r"(?:koebe[rs]?|indkoebe[rs]?) (?:\w+ ){0,2}(?:nyt|mere)|buy(?:ing)? (?:new|more)",
            r"genbruge fremfor|reduktion af forbrug",
        ),
        (  # a whole, and a trial
            r"overalt|alle steder|alle (?:tilbud|steder|bosteder|stederne|bostederne)|fuldt ud"
            r"|everywhere|all (?:homes|places|sites)|hele (?:vejen|regionen)",
            r"pilotprojekt|\(holmstrupgaard\)|afproev",
        ),
    )
)  # fmt: skip


def contradicts(claim: str, sentence: str) -> bool:
    """Whether a sentence says the opposite of a claim, both folded."""
    return any(
        bool(one.search(claim)) and bool(other.search(sentence)) and not one.search(sentence)
        for one, other in _OPPOSITES
    )
