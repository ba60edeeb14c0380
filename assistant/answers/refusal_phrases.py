"""What the assistant says when the documents do not answer, in Danish and in English."""

from __future__ import annotations

REFUSALS: dict[str, tuple[str, str]] = {
    "no_such_pejlemaerke": (
        "Der er ikke noget pejlemærke {number} i planen. Pejlemærkerne er nummereret fra 1 til {last}.",
        "There is no pejlemærke (guidepost) {number} in the plan. They are numbered from 1 to {last}.",
    ),
    "no_such_goal": (
        "Planen har ikke udvalgt verdensmål nr. {number}. De udvalgte er nr. {numbers}.",
        "The plan has not chosen UN goal no. {number}. The chosen ones are no. {numbers}.",
    ),
    "no_such_point": (
        "Pejlemærke {number} har ikke noget punkt {point}. Det har {count} punkter.",
        "Pejlemærke (guidepost) {number} has no point {point}. It has {count} points.",
    ),
    "no_such_target": (
        "Planen nævner ikke delmål {target}. Under verdensmål nr. {goal} nævner den delmål {known}.",
        "The plan does not name target {target}. Under UN goal no. {goal} it names target {known}.",
    ),
    "not_found": (
        "Det finder jeg ikke svar på i planen, brevene, høringssiden eller høringssvarene.",
        "I find no answer to that in the plan, the letters, the hearing page or the responses.",
    ),
    "no_response_from": (
        "Der er ikke noget høringssvar fra {names} i samlingen. Her er høringssvar fra: {senders}.",
        "There is no response from {names} in this collection. It holds responses from: {senders}.",
    ),
    "sender_silent": ("{senders} siger ikke noget om det i sit høringssvar.", "{senders} says nothing about that in its response."),
    "responses_silent": ("Høringssvaret fra {senders} siger ikke noget om det.", "The response from {senders} says nothing about that."),
    "nearest_elsewhere": ("Det nærmeste, planen siger, er:", "The nearest that the plan says is:"),
    "other_place": (
        "Dokumenterne handler om Region Midtjylland. De siger ikke noget om {names}.",
        "The documents are about Region Midtjylland. They say nothing about {names}.",
    ),
    "own_case": (
        "Det kan jeg ikke svare på: dokumenterne siger ikke noget om den enkeltes egen sag.",
        "I cannot answer that: the documents say nothing about a person's own case.",
    ),
    "lacks_amount": ("Dokumenterne nævner ikke noget beløb for det.", "The documents give no amount for that."),
    "lacks_share": ("Dokumenterne nævner ikke nogen procent for det.", "The documents give no percentage for that."),
    "lacks_phone": ("Dokumenterne nævner ikke noget telefonnummer.", "The documents give no telephone number."),
    "lacks_name": ("Dokumenterne nævner ikke noget navn på det.", "The documents give no name for that."),
    "lacks_address": ("Dokumenterne nævner ikke nogen adresse.", "The documents give no address."),
    "lacks_count": ("Dokumenterne nævner ikke noget antal for det.", "The documents give no number for that."),
    "lacks_law": (
        "Dokumenterne nævner ikke nogen lov eller paragraf for det.",
        "The documents name no law or section for that.",
    ),
    "lacks_day": ("Dokumenterne nævner ikke nogen dato for det.", "The documents give no date for that."),
    "no_such_strategispor": (
        "Der er ikke noget strategispor nr. {number} i planen. Der er {count}: {names}.",
        "There is no strategic track no. {number} in the plan. There are {count}: {names}.",
    ),
    "lacks_date": ("Dokumenterne siger ikke hvornår.", "The documents do not say when."),
    "lacks_frequency": ("Dokumenterne siger ikke hvor tit.", "The documents do not say how often."),
    "lacks_task": ("Det kan jeg ikke: jeg viser kun, hvad dokumenterne siger.", "I cannot do that: I only show what the documents say."),
    "lacks_opinion": ("Jeg er en maskine uden egen mening: jeg viser kun, hvad dokumenterne siger.", "I am a machine without an opinion: I only show what the documents say."),
    "lacks_rights": ("Dokumenterne siger ikke noget om regler, rettigheder eller klager på det punkt.", "The documents say nothing about rules, rights or complaints in that matter."),
    "lacks_result": ("Det siger dokumenterne ikke: de fortæller, hvad der er planlagt, ikke hvordan det gik.", "The documents do not say: they tell what is planned, not what became of it."),
    "lacks_method": ("Dokumenterne siger ikke, hvordan det gøres eller måles i praksis.", "The documents do not say how that is done or measured in practice."),
    "lacks_hours": ("Dokumenterne nævner ingen åbnings- eller besøgstider.", "The documents give no opening or visiting hours."),
    "lacks_age": ("Dokumenterne nævner ikke nogen alder for det.", "The documents give no age for that."),
    "lacks_duration": ("Dokumenterne siger ikke, hvor lang tid det tager.", "The documents do not say how long that takes."),
    "lacks_contents": ("Det er kun nævnt i dokumenterne: selve indholdet er ikke med i samlingen.", "The documents only mention it: what it says is not in this collection."),
    "lacks_reason": ("Dokumenterne siger ikke hvorfor.", "The documents do not say why."),
    "not_given": (
        "Det giver dokumenterne ikke svar på.",
        "The documents do not answer that.",
    ),
    "nearest": ("Det nærmeste, de siger, er:", "The nearest they say is:"),
    "ask": (
        "Spørg Region Midtjylland, hvis du vil vide mere.",
        "Please ask Region Midtjylland if you need to know more.",
    ),
    "unclear": (
        "Jeg er ikke sikker på, hvad du spørger om. Skriv gerne lidt mere, for eksempel »Hvad siger planen om frivillige?«",
        "I am not sure what you are asking. Please write a little more, for example “What does the plan say about volunteers?”",
    ),
}  # fmt: skip
