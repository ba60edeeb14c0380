"""What the assistant says in its own words, in Danish and in English. Quotes stay Danish."""

from __future__ import annotations

from assistant.answers.answer import Language
from assistant.answers.checking_phrases import CHECKING
from assistant.answers.hearing_phrases import HEARING
from assistant.answers.phrasing_phrases import PHRASING
from assistant.answers.refusal_phrases import REFUSALS
from assistant.documents.passages import Document, Passage

_TEXTS: dict[str, tuple[str, str]] = {
    "no_rows": (
        "Tidsplanen har ingen rækker for {years}. Den har rækker for {known}; om årene derefter siger den kun dette:",
        "The timeline has no rows for {years}. It has rows for {known}; of the years after that it says only this:",
    ),
    "points": ("{labels} lyder sådan:", "{labels} (guidepost and point) reads, in Danish:"),
    "place": (
        "Pejlemærke {numbers} hører under »{title}« i strategisporet {name}:",
        "Pejlemærke (guidepost) {numbers} stands under “{title}” in the strategic track {name}:",
    ),
    "planned": ("planlagt i {years}", "planned for {years}"),
    "pejlemaerke": (
        "Pejlemærke {numbers} hører under »{title}« i strategisporet {name} og lyder sådan:",
        "Pejlemærke (guidepost) {numbers} stands under “{title}” in the strategic track {name}. In Danish it reads:",
    ),
    "pejlemaerker": (
        "Pejlemærke {numbers} lyder sådan:",
        "Pejlemærker (guideposts) {numbers}, quoted in Danish:",
    ),
    "point_count": (
        "Pejlemærke {numbers} har {count} punkter:",
        "Pejlemærke (guidepost) {numbers} has {count} points, quoted in Danish:",
    ),
    "statements": (
        "Planen har {count} pejlemærker{under}.",
        "The plan has {count} pejlemærker (guideposts){under}, quoted in Danish.",
    ),
    "mentions": (
        "Ordet står i pejlemærke {numbers}:",
        "The word stands in pejlemærke (guidepost) {numbers}:",
    ),
    "headings": (
        "Pejlemærkerne står under {count} overskrifter: {headings}.",
        "The pejlemærker (guideposts) stand under {count} headings: {headings}.",
    ),
    "of_these": ("Fordelt på strategispor: {counts}.", "By strategic track: {counts}."),
    "goal": ("Planen siger om verdensmål nr. {numbers}:", "The plan says of UN goal no. {numbers} (in Danish):"),
    "goals": ("Planen har udvalgt {count} verdensmål:", "The plan has chosen {count} UN goals:"),
    "goals_of": (
        "Planen knytter {count} verdensmål til {name}, nr. {numbers}:",
        "The plan ties {count} UN goals to {name}, no. {numbers}:",
    ),
    "goals_of_pejlemaerke": (
        "Planen knytter verdensmål til strategispor, ikke til de enkelte pejlemærker. Pejlemærke {number} hører under {name}, og dertil hører verdensmål nr. {numbers}:",
        "The plan ties UN goals to strategic tracks, not to single guideposts. Pejlemærke {number} belongs to {name}, and to that belong the goals no. {numbers}:",
    ),
    "targets": (
        "Planen nævner {count} delmål: {targets}. De står i teksten om hvert verdensmål:",
        "The plan names {count} targets: {targets}. They stand in the text about each UN goal:",
    ),
    "visions": (
        "Visionen har {count} udsagn for {names}:",
        "The vision has {count} statements for {names}, quoted in Danish:",
    ),
    "subjects": (
        "Planens kapitel »{name}« har {count} afsnit: {titles}.",
        "The plan's chapter “{name}” has {count} sections: {titles}.",
    ),
    "chapter": ("Planens kapitel »{name}« lyder sådan:", "The plan's chapter “{name}” reads, in Danish:"),
    "rows": (
        "Tidsplanen nævner {count} planlagte indsatser for {years}{under}. Den siger, hvad der er planlagt, ikke hvad der er gjort:",
        "The timeline names {count} planned initiatives for {years}{under}. It tells what is planned, not what has been done:",
    ),
    "rows_too": (
        "For {years} har den ingen rækker; om dem siger den kun det, der står sidst.",
        "It has no rows for {years}; of those it says only what stands last.",
    ),
    "comments": (
        "{count} høringssvar i samlingen kommenterer {part}: {senders}.",
        "Responses in this collection that comment on {part}: {count} ({senders}).",
    ),
    "no_comments": (
        "Ingen af høringssvarene i samlingen nævner {part} i en overskrift eller ved nummer.",
        "None of the responses in this collection names {part} in a heading or by number.",
    ),
    "commented": (
        "{senders} nævner {count} pejlemærker i overskrifter eller ved nummer: nr. {numbers}.",
        "{senders}: {count} pejlemærker (guideposts) are named in headings or by number: no. {numbers}.",
    ),
    "uncommented": (
        "{count} pejlemærker nævnes hverken i overskrifter eller ved nummer hos {senders}: nr. {numbers}.",
        "{count} pejlemærker (guideposts) are named neither in headings nor by number by {senders}: no. {numbers}.",
    ),
    "part_pejlemaerke": ("pejlemærke {numbers}", "pejlemærke (guidepost) {numbers}"),
    "part_strategispor": ("strategisporet {names}", "the strategic track {names}"),
    "vision_itself": ("Socialområdets vision lyder:", "The vision reads, in Danish:"),
    "response_in_full": (
        "Høringssvaret fra {sender} lyder sådan:",
        "The response from {sender} reads, in Danish:",
    ),
    "respondents": (
        "Samlingen indeholder {count} høringssvar: {senders}. Høringssiden oplyser, hvor mange regionen modtog i alt.",
        "Responses in this collection: {count} ({senders}). The hearing page says how many the region received in all.",
    ),
    "strategispor": ("Planen har {count} strategispor: {names}.", "The plan has {count} strategic tracks: {names}."),
    "these_strategispor": ("Planen siger om {names}:", "The plan says of {names}, in Danish:"),
    "under": (" under {name}", " under {name}"),
    "no_aftermath": (
        "Dokumenterne siger ikke, hvad regionen svarede på høringssvarene eller ændrede efter dem.",
        "The documents do not say what the region replied to the responses or changed after them.",
    ),
    "said_by_plan": ("Det siger regionens plan.", "The region's plan says that."),
    "said_by_letter": ("Det skriver regionen i sit høringsbrev.", "The region writes that in its hearing letter."),
    "said_by_page": ("Det skriver regionen på sin høringsside.", "The region writes that on its hearing page."),
    "said_by_response": ("Det skriver {sender} i sit høringssvar.", "{sender} writes that in its response."),
    "part_unanswered": ("Om »{part}«: {reason}", "On “{part}”: {reason}"),
    "yes": ("Ja.", "Yes."),
    "no": ("Nej.", "No."),
    "yes_value": ("Ja: {value}.", "Yes: {value}."),
    "no_value": ("Nej: {value}.", "No: {value}."),
    "yes_wish": ("Ja, planen nævner det som et ønske eller mål.", "Yes, the plan names it as a wish or an aim."),
    "yes_plan": ("Ja, det står i planen.", "Yes, the plan says so."),
    "no_plan": ("Nej, ikke ifølge planen.", "No, not according to the plan."),
    "yes_planned": ("Ja, det er planlagt i {years}.", "Yes, it is planned for {years}."),
    "no_planned": ("Nej, ikke ifølge tidsplanen.", "No, not according to the timeline."),
    "yes_source": ("Ja, ifølge {source}.", "Yes, according to {source}."),
    "no_source": ("Nej, ikke ifølge {source}.", "No, not according to {source}."),
    "short": ("Kort svar: {value}.", "In short: {value}."),
    "short_planned": ("Kort svar: planlagt i {years}.", "In short: planned for {years}."),
    "short_each": ("Kort svar, sted for sted: {values}.", "In short, place by place: {values}."),
    "side_region": ("regionen", "the region"),
    "side_municipality": ("kommunerne", "the municipalities"),
    "side_plan": ("planen", "the plan"),
    "side_responses": ("høringssvaret fra {senders}", "the response from {senders}"),
    "side_foreword": ("forordet", "the foreword"),
    "side_letter": ("høringsbrevet fra 2023", "the hearing letter of 2023"),
    "side_page": ("høringssiden", "the hearing page"),
    "side_earlier": ("Social Strategi 2013", "the Social Strategy of 2013"),
    "side_now": ("visions- og udviklingsplanen 2024-2027", "the vision and development plan 2024-2027"),
    "compare": ("{first} og {second} side om side:", "{first} and {second} side by side:"),
    "side_silent": ("Om det siger {side} ikke noget.", "On that, {side} says nothing."),
    "plan": ("Planen siger ({label}):", "The plan says ({label}; in Danish):"),
    "vision": ("Planens vision ({label}):", "The plan's vision ({label}; in Danish):"),
    "row": (
        "Tidsplanen nævner som planlagt i {year} ({name}):",
        "The timeline names as planned for {year} ({name}; in Danish):",
    ),
    "letter": (
        "Regionens {short_lower} skriver:",
        "The region's hearing letter of {year} says (in Danish):",
    ),
    "superseded": (
        "Høringsbrevet fra {year}, som handler om den tidligere Social Strategi, skriver:",
        "The hearing letter of {year}, about the earlier Social Strategy, says (in Danish):",
    ),
    "signature": ("Underskrift ({title}):", "Signed ({title}):"),
    "page": ("Regionens høringsside skriver:", "The region's hearing page says (in Danish):"),
    "response": ("{sender} skriver i sit høringssvar:", "{sender} writes in its response (in Danish):"),
    **HEARING,
    **REFUSALS,
    **PHRASING,
    **CHECKING,
}  # fmt: skip


def say(language: Language, key: str, **values: object) -> str:
    """A text in the language, with its values filled in; lists are written with commas."""
    text = _TEXTS[key][0 if language == "da" else 1]
    return text.format(**{name: _written(language, value) for name, value in values.items()})


def under(language: Language, names: tuple[str, ...]) -> str:
    """What a list is narrowed down to, with a space before it; nothing if there is no name."""
    return say(language, "under", name=names) if names else ""


def introduction(language: Language, passage: Passage, document: Document) -> str:
    """The line above a quote: who says it, and where."""
    values = {
        "label": passage.label,
        "sender": document.sender,
        "short_lower": document.short[:1].lower() + document.short[1:],
        "title": passage.section[0],
        "year": passage.reference.year or document.date[:4],
        "name": passage.reference.strategispor,
    }
    if passage.kind in ("signature", "row", "vision"):
        key = str(passage.kind)
    elif document.superseded:
        key = "superseded"
    else:
        key = str(document.role)
    return say(language, key, **values)


def said_by(language: Language, document: Document) -> str:
    """Whose words a document is, in a sentence."""
    return say(language, f"said_by_{document.role}", sender=document.sender)


def _written(language: Language, value: object) -> str:
    if isinstance(value, str | int):
        return str(value)
    assert isinstance(value, list | tuple)
    items = [str(each) for each in value]
    last = " og " if language == "da" else " and "
    return last.join((", ".join(items[:-1]), items[-1])) if len(items) > 1 else "".join(items)
