"""What is said about a language model that phrases answers: that it did, or why not."""

from __future__ import annotations

PHRASING: dict[str, tuple[str, str]] = {
    "phrased": (
        "Formuleret af sprogmodellen {model} ({place}); hver sætning er efterprøvet mod de citater, den henviser til.",
        "Phrased by the language model {model} ({place}); each sentence was checked against the quotes it points to.",
    ),
    "unphrased_timeout": (
        "Sprogmodellen {model} svarede ikke i tide. Svaret er dokumenternes egne ord.",
        "The language model {model} did not reply in time. The answer is in the documents' own words.",
    ),
    "unphrased_fault": (
        "Sprogmodellen {model} kunne ikke svare. Svaret er dokumenternes egne ord.",
        "The language model {model} could not reply. The answer is in the documents' own words.",
    ),
    "unphrased_budget": (
        "Sprogmodellen {model} er brugt så meget, som den må for nu. Svaret er dokumenternes egne ord.",
        "The language model {model} has been used as much as it may for now. The answer is in the documents' own words.",
    ),
    "unphrased_nothing": (
        "Sprogmodellen {model} skrev ikke noget, der kan vises. Svaret er dokumenternes egne ord.",
        "The language model {model} wrote nothing that can be shown. The answer is in the documents' own words.",
    ),
    "dropped": (
        "Sætninger, der er udeladt: {count} ({reasons}).",
        "Sentences left out: {count} ({reasons}).",
    ),
    "dropped_source": ("uden en kilde", "without a source"),
    "dropped_form": ("opmærkning, adresse eller for lang", "markup, an address or too long"),
    "dropped_language": ("på et andet sprog", "in another language"),
    "dropped_quote": ("et citat, der ikke står i kilden", "a quote that its source lacks"),
    "dropped_number": ("et tal, der ikke står i kilden", "a number that its source lacks"),
    "dropped_date": ("en dato, der ikke står i kilden", "a date that its source lacks"),
    "dropped_name": ("et navn, der ikke står i kilden", "a name that its source lacks"),
    "dropped_place": ("et andet sted i planen", "another place in the plan"),
    "dropped_sender": ("en anden afsender", "another sender"),
    "dropped_negation": ("det modsatte af kilden", "the opposite of its source"),
    "dropped_force": ("stærkere end kilden", "stronger than its source"),
    "dropped_quantity": ("flere, end kilden siger", "more than its source says"),
    "dropped_support": ("ikke fundet i kilden", "not found in its source"),
}
