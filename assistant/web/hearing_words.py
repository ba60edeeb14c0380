"""What the pages on commitments and on the hearing say in their own words, in Danish and in English."""

from __future__ import annotations

HEARING: dict[str, tuple[str, str]] = {
    # the commitments
    "commitments_intro": (
        "Alle punkter under pejlemærkerne og alle rækker i tidsplanen, og hvad der hører sammen. Ordene er "
        "planens egne. Tidsplanen siger, hvad der er planlagt, ikke hvad der er gjort.",
        "All points of the pejlemærker (guideposts) and all rows of the timeline, in Danish, and what "
        "belongs together. The timeline tells what is planned, not what has been done.",
    ),
    "commitments_shown": ("{shown} af {count} vises.", "{shown} of {count} shown."),
    "commitments_findings": (
        "{years} punkter er ikke i tidsplanen; {points} rækker har intet punkt bag sig.",
        "{years} points are not in the timeline; {points} rows have no point behind them.",
    ),
    "commitment_place": ("Sted i planen", "Place in the plan"),
    "commitment_text": ("Indsats", "Commitment"),
    "commitment_strength": ("Styrke", "Strength"),
    "commitment_who": ("Hvem · nævnte grupper", "Who · groups named"),
    "commitment_year": ("År", "Year"),
    "commitment_together": ("Hører sammen med", "Belongs with"),
    "commitment_spoken_of": ("Høringssvar om pejlemærket", "Responses on the pejlemærke"),
    "extent_pilot": ("pilot", "pilot"),
    "extent_fuld": ("fuld", "in full"),
    "no_year": ("ikke i tidsplanen", "not in the timeline"),
    "no_point": ("intet punkt bag", "no point behind it"),
    "decided": ("afgjort i hånden", "decided by hand"),
    "shared_words": ("fælles ord:", "shared words:"),
    "no_commitment": (
        "Ingen indsatser passer til det, du har valgt.",
        "No commitment fits what you have chosen.",
    ),
    "save_as": ("Hent som", "Save as"),
    "save_all_as": ("Hent alle indsatser som", "Save all commitments as"),
    "calendar": ("tidsplanen som kalender", "the timeline as a calendar"),
    "commitment_search": ("Søg i indsatserne", "Search the commitments"),
    "commitment_goals": ("verdensmål {numbers}", "UN goals {numbers}"),
    "commitment_order": ("Sortér efter", "Sort by"),
    "only_findings": ("Kun dem, der mangler noget", "Only those that lack something"),
    # who says what
    "trace_intro": (
        "Pejlemærker og høringssvar: hvem taler om hvad, og hvad mener de? Et felt fører til sætningerne. "
        "Retningen vises kun, hvor ord i teksten viser den; de er markeret. Det er maskinens forslag, og "
        "medarbejdere kan rette det.",
        "Pejlemærker (guideposts) and responses: who speaks of what, and what do they think? A cell leads to "
        "the sentences, in Danish. A direction is shown only where words in the text show it; they are "
        "marked. It is a machine's proposal, which staff can correct.",
    ),
    "joins": (
        "{sender} tilslutter sig høringssvaret fra {joined}.",
        "{sender} joins the response from {joined}.",
    ),
    "copies": (
        "{sender} bruger samme ord som {joined} ({count} steder); det tæller ikke som en stemme til.",
        "{sender} uses the same words as {joined} (in {count} places); that is not counted as another voice.",
    ),
    "strategispor_pejlemaerke": ("Pejlemærke", "Pejlemærke (guidepost)"),
    "voices": ("Selvstændige stemmer", "Independent voices"),
    "direction_support": ("støtte", "support"),
    "direction_wish": ("ønske", "wish"),
    "direction_worry": ("bekymring", "worry"),
    "direction_resistance": ("modstand", "resistance"),
    "direction_neutral": ("neutral", "neutral"),
    "same_matter": ("samme emne", "same matter"),
    "note_docx": ("høringsnotat i Word", "hearing note in Word"),
    "ground_heading": ("nævnt i overskriften", "named in the heading"),
    "ground_number": ("nævnt ved nummer", "named by number"),
    "ground_title": ("nævnt ved navn", "named by title"),
    "ground_quotation": ("citerer planen", "quotes the plan"),
    "ground_matter": ("handler om det samme", "about the same thing"),
    "sure": ("{share} % sikkert", "{share} % sure"),
    "copied_text": ("samme ord som et andet svar", "same words as another response"),
    "nobody_speaks": (
        "Ingen høringssvar i samlingen kommenterer pejlemærke {number}.",
        "No response in this collection comments on pejlemærke {number}.",
    ),
}
