"""What is said of a claim that was checked, in Danish and in English."""

from __future__ import annotations

CHECKING: dict[str, tuple[str, str]] = {
    "verdict_stands": ("Det står i dokumenterne", "The documents say so"),
    "verdict_differs": ("Det står anderledes i dokumenterne", "The documents say it differently"),
    "verdict_not_found": ("Det er ikke fundet i dokumenterne", "Not found in the documents"),
    "stands_row": (
        "Tidsplanen nævner det som planlagt i {year}.",
        "The timeline names it as planned for {year}.",
    ),
    "stands_response": ("Det skriver {sender} i sit høringssvar.", "{sender} writes so in its response."),
    "stands_other": ("Det står i {label}.", "It stands in {label}."),
    "differs": (
        "Dokumenterne siger noget andet om {aspects} ({label}).",
        "The documents say something else about {aspects} ({label}).",
    ),
    "claim_not_found": (
        "Dokumenterne siger ikke noget, der svarer til det.",
        "The documents say nothing that corresponds to it.",
    ),
    "checked_parts": (
        "Af {count} dele står {stands} i dokumenterne, {differs} står anderledes, og {lost} er ikke fundet.",
        "Of {count} parts, the documents say {stands}, say {differs} differently, and {lost} are not found.",
    ),
    "aspect_what": ("hvad", "what"),
    "aspect_who": ("hvem", "who"),
    "aspect_when": ("hvornår", "when"),
    "aspect_where": ("hvor", "where"),
    "aspect_how much": ("hvor meget", "how much"),
    "aspect_strength": ("hvor bindende", "how binding"),
    "aspect_scope": ("omfanget", "how far it goes"),
    "aspect_negation": ("om det er sådan eller modsat", "whether it is so or the opposite"),
    "aspect_status": ("status", "status"),
    "difference": (
        "{aspect}: påstanden siger {claimed}, dokumentet siger {told}",
        "{aspect}: the claim says {claimed}, the document says {told}",
    ),
    "difference_claimed": (
        "{aspect}: påstanden siger {claimed}, det siger dokumentet ikke",
        "{aspect}: the claim says {claimed}, the document does not",
    ),
    "difference_told": (
        "{aspect}: dokumentet siger {told}",
        "{aspect}: the document says {told}",
    ),
    "difference_bare": ("{aspect}: se citatet", "{aspect}: see the quote"),
    "claim_part": ("Om »{part}«:", "On “{part}”:"),
}  # fmt: skip
