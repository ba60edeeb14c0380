"""Who is asked about: the plan, a response, a letter or the hearing page, and of which hearing."""

from __future__ import annotations

import re

from assistant.documents.passages import Role

_SAY = (
    r"(siger|sagde|sagt|sige|mener|mente|ment|synes|syntes|svarer|svarede|svaret|skriver|skrev|skrevet"
    r"|oensker|kritiserer|kritiserede|roser|roste|udtaler|udtalte|bemaerker|bemaerkede|peger paa|bekymr\w*)"
)
_SAID = r"(say|said|think|thought|want|mean|write|wrote|written|answered|reply|replied|respon\w+|worr\w+)"
_FEEL = (
    r"(kritiser\w*|kritisk\w*|skeptisk\w*|negativ\w*|uenig\w*|imod|betaenkelig\w*|utilfreds\w*|utryg\w*"
    r"|nervoes\w*|bekymr\w*|ros(er|te)|begejstr\w*|tilfreds\w*|indvend\w*|protest\w*|brokke\w*"
    r"|critici[sz]\w*|critical|sceptical|skeptical|unhappy|object(s|ed|ion\w*)?|prais\w+|complain\w*)"
)
_ROLES: dict[Role, re.Pattern[str]] = {
    "response": re.compile(
        rf"\bhoerings?svar\w*|\bhoeringspart\w*|\bhoerte parter\b|\btilbagemelding\w*|\bhoeringsindspark\w*"
        r"|\bsvarene\b|\bpeople s (answers|comments)\b"
        r"|\b(indkomne|indsendte|indgivne|modtagne|afgivne) (svar|bemaerkning\w*|kommentar\w*)\b"
        r"|\b(bemaerkning\w*|kommentar\w*|kritik\w*|reaktion\w*|indvending\w*|feedback)\b.*\bhoering\w*\b"
        r"|\bhoering\w*\b.*\b(bemaerkning\w*|kommentar\w*|kritik\w*|reaktion\w*|indvending\w*)\b"
        r"|\b(dem|de|alle) (der|som) (har )?(svar\w*|skrev\w*|kommenter\w*)\b"
        rf"|\b{_SAY} kommune(n|rne)\b|\bkommune(n|r|rne) (har |selv |ogsaa |saa )*(noget |nogen )?{_SAY}\b"
        rf"|\b(nogen|nogle|ingen|hvem|andre),? (der |som |af dem )*(er |var |har |har vaeret )*{_FEEL}\b"
        r"|\b(responses?|respondents?|repl(y|ies)|submissions|feedback)\b"
        r"|\b(those|people|everyone|everybody|all) who (responded|replied|answered|wrote|commented)\b"
        rf"|\b(municipalit\w+|councils?) (also |have |has |had )*{_SAID}\b"
        rf"|\b(anyone|anybody|someone|somebody|no ?one|nobody|who) (is |was |has |have )*{_FEEL}\b"
        r"|\bwho (left|made|sent|gave) (any |some )?(remarks|comments|objections)\b"
    ),
    "letter": re.compile(
        r"\b(hoerings|foelge|ledsage)brev\w*|\bbrev(et|ene|ets)\b|\b(gamle|nye|tidligere) brev\b"
        r"|\b(the|cover|hearing|consultation|2023) letters?\b"
    ),
    "page": re.compile(r"\b(hjemmeside|hoeringsside|webside|website|web page|hearing page)\w*\b"),
}
_OPINION = re.compile(
    r"\b(siger|sagde|sige|sagt|sir|mener|mente|mening(en|er)?|svar(er|et|ede)?|skriver|skrev|synes|syntes"
    r"|kommenter\w*|bemaerk(er|et|ede|ning\w*)|holdning\w*|enige?|uenige?|forholder|haefter"
    r"|stoetter|bakker|kritiser\w*|kritik\w*|bekymr\w*|betaenkelig\w*|tilslutter|hoeringssvar\w*|oensker"
    r"|indvend\w*|reaktion\w*|reagere\w*|udtal\w*|anfoer\w*|nervoes\w*|utryg\w*|skeptisk\w*|bifald\w*"
    r"|hilser|roser|roste|begejstr\w*|opfordr\w*|forbehold\w*|opfatt\w*|oensket"
    r"|said?|says?|think\w*|thought|respon\w+|opinion\w*|comment\w*|remark\w*|agree\w*|disagree\w*|support\w*"
    r"|worr\w+|concern\w*|wrote|writes?|written|view\w*|reservation\w*|welcom\w+|prais\w+|critici[sz]\w*"
    r"|sceptical|skeptical|object(s|ed|ions?)|endors\w+|encourag\w+|urg(e|es|ed))\b"
)
_EARLIER = re.compile(
    r"\bsocial(e|ial)? ?strateg\w*|\bsocial strategy\b|\b2013\b"
    r"|\b(gamle|tidligere|forrige|foregaaende|sidste) "
    r"(plan|strategi(?!spor)|hoering|(hoerings)?brev|udkast)\w*"
    r"|\b(old|previous|earlier|former) "
    r"(plan|strategy|hearing|consultation|(hearing |consultation )?letter|draft)\b"
    r"|\bti aar (tidligere|foer)\b|\bten years (earlier|before)\b"
    r"|\b(det|den) gamle og (det|den) nye\b|\bthe old and the new\b"
)
_NOW = re.compile(
    r"\b(2023|2024|ny|nyt|nye|nuvaerende|nugaeldende|visions\w*|today|current|new|nu|now|present|latest"
    r"|i dag|idag|dagens|nowadays|seneste|ti aar senere|ten years later"
    r"|(denne|i denne) (gang|omgang|her gang)|this time)\b"
)
_PLAN_SAYS = re.compile(
    r"\bplanen (selv |egentlig |faktisk |saa )?(siger|sir|lover|skriver|naevner|laegger op|forpligter)"
    r"|\b(siger|sir|lover|skriver|naevner|staar der( \w+)? i|staar i) (\w+ )?planen\b"
    r"|\bdoes the plan\b|\bthe plan (itself |really )?(say|promise|mention|commit|state|decide)s?\b"
    r"|\b(besluttet|lover regionen|regionen (selv )?(har )?(lov\w+|forpligt\w+|beslutt\w+)|committed"
    r"|promised?|har regionen (\w+ )?(lovet|forpligtet|besluttet))\b"
)
_IN_PLAN = re.compile(r"\b(i planen|in the plan)\b")
_REGIONS = r"(regionen\w*|planen\w*|region|plan)"
_RESPONDENTS = r"(kommune\w*|norddjurs|hoeringssvar\w*|municipalit\w+|councils?|responses?)"
_IS_IT = r"\b(er|var|is|was) (det|that|this|it)\b"
_WHICH_SIDE = re.compile(
    rf"{_IS_IT}.*\b{_REGIONS}\b.*\b(eller|or)\b.*\b({_RESPONDENTS}|svar\w*)\b"
    rf"|{_IS_IT}.*\b{_RESPONDENTS}\b.*\b(eller|or)\b.*\b{_REGIONS}\b"
)
_AGREE = re.compile(r"\b(u?enige?|samme|ens|forskel\w*|agree\w*|same|differ\w*)\b")
_WHOSE = re.compile(
    r"\b(lov(et|er|ede)|sagt|siger|mener|oensk\w*|skrevet|skriver|kalder|krav|loefte\w*|hvem|pledg\w*|promis\w*|said|says?"
    r"|asked? for|want\w*|claim\w*|wish\w*|who|whose|written|writes?)\b"
)
_REGION_SAYS = re.compile(
    rf"\b{_SAY} regionen\b|\bregionen (selv |egentlig )?{_SAY}\b"
    r"|\bregionens (egen |eget )?(holdning|syn|opfattelse)\b"
    r"|\bregionen (selv |egentlig |saa )?(har |vil )?(taenkt|vil|lover|planlaegger|goer|tilbyder)\b"
    r"|\bvil regionen\b"
    r"|\bthe region (want|plan|intend|offer|promise|do)(s|es)?\b"
    r"|\bthe region (itself )?(say|think|see|write)s?\b|\bthe region s (own )?(view|opinion|position)\b"
)
_REGION = r"(regionen|regionsraadet|regionsformanden|the region|the regional council)"
_REPLIED = r"(svaret|svarede|reageret|reagerede|reagerer|respon\w+|replied|reply|answer(ed)?|react\w*)"
_AFTERMATH = re.compile(
    rf"\b({_REPLIED}|har|did|has) {_REGION}\b.*\b({_REPLIED}|tilbage)\b"
    rf"|\b{_REPLIED} {_REGION}\b|\b{_REGION} (har |has )?(\w+ )?{_REPLIED}\b"
    r"|\b(blev|er|har|was|were|did|has|have|hvad) .*"
    r"\b(taget (til (foelge|efterretning)|hensyn)|imoedekom\w*|lyttet til"
    r"|rettet til|aendret i planen|taken (into account|on board|up)|acted on|led to (any )?changes?)\b"
)
_RESPONSES = re.compile(
    r"\b(hoeringssvar\w*|svarene|norddjurs\w*|kommune\w*|kritik\w*|bekymring\w*|betaenkelighed\w*|indvending\w*"
    r"|responses?|municipalit\w+|criticism\w*|concerns?|worr\w+|objections?)\b"
)
_PERSON = re.compile(
    r"\b(hvem|hvis navn\w*|navn\w*|hedder|underskr\w*|underteg\w*|skrev under|skrevet under"
    r"|afsender\w*|formand\w*"
    r"|who|whose|names?|named|sign\w*|chair\w*|sender\w*)\b"
)
_FROM_THERE = re.compile(
    r"\b(borger\w*|beboer\w*|unge?|plads\w*|tilbud\w*|bosted\w*|bor|boede|flytt\w+|resident\w*|live[sd]?"
    r"|living|home|placed|people|person)\b(?: \w+){0,2} (fra|i|til|from|in|to)\s*$"
    r"|\b(hvor ligger|where is)\s*$"
)


def roles_named(folded: str) -> tuple[Role, ...]:
    """The roles of documents that a folded question names: "høringssvarene", "brevet", "hjemmesiden"."""
    return tuple(role for role, pattern in _ROLES.items() if pattern.search(folded))


def asks_opinion(folded: str) -> bool:
    """Whether a folded question asks what somebody says or thinks."""
    return bool(_OPINION.search(folded))


def asks_earlier(folded: str) -> bool:
    """Whether a folded question is about the hearing of 2013."""
    return bool(_EARLIER.search(folded))


def asks_both_hearings(folded: str) -> bool:
    """Whether a folded question sets the hearing of 2013 beside that of today."""
    return bool(asks_earlier(folded) and _NOW.search(_without_earlier(folded)))


def turns_to_now(folded: str) -> bool:
    """Whether a folded question turns from the hearing of 2013 to today's, or to the plan."""
    return asks_plan(folded) or bool(_NOW.search(folded) and not asks_earlier(folded))


def _without_earlier(folded: str) -> str:
    return re.sub(r"\b2013\b|\bsocial(e)? strateg\w*|\bsocial strategy\b", "", folded)


def asks_plan(folded: str) -> bool:
    """Whether a folded question asks what the plan says, promises or decides."""
    return bool(_PLAN_SAYS.search(folded))


def lives_there(before: str) -> bool:
    """Whether a name is only that of a place where somebody lives: by the folded words before it."""
    return bool(_FROM_THERE.search(before))


def asks_region(folded: str) -> bool:
    """Whether a folded question asks what the region itself says."""
    return bool(_REGION_SAYS.search(folded))


def asks_aftermath(folded: str) -> bool:
    """Whether a folded question asks what the region answered to the responses, or changed after them."""
    return bool(_AFTERMATH.search(folded) and _RESPONSES.search(folded))


def asks_within_plan(folded: str) -> bool:
    """Whether a folded question asks what stands in the plan, without saying that the plan says it."""
    return bool(_IN_PLAN.search(folded))


def asks_which_side(folded: str) -> bool:
    """Whether a folded question asks who says something: the region, or those who responded."""
    return bool(_WHICH_SIDE.search(folded) and _WHOSE.search(folded) and not _AGREE.search(folded))


def asks_person(folded: str) -> bool:
    """Whether a folded question may ask for somebody's name, as it stands below a letter."""
    return bool(_PERSON.search(folded))
