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
    # a claim
    "check_intro": (
        "Skriv, hvad nogen siger om planen eller høringen. Et automatisk system holder hver del af det op "
        "imod dokumenterne og viser, hvad der står, hvad der står anderledes, og hvad der ikke er fundet.",
        "Write what somebody says about the plan or its hearing. An automatic system holds each part of it "
        "against the documents and shows what they say, what they say differently, and what is not found.",
    ),
    "check_limits": (
        "Systemet kan tage fejl: læs citatet. At noget ikke er fundet, betyder ikke, at det er forkert, kun "
        "at det ikke står her. Påstanden gemmes ikke. Skriv ikke personoplysninger.",
        "The system can be wrong: read the quote. That something is not found does not make it false; it "
        "only does not stand here. The claim is not stored. Please don't write personal data.",
    ),
    "claim": ("Påstanden", "The claim"),
    "claim_hint": ("Fx: Regionen modtog 43 høringssvar", "e.g. The region received 43 responses"),
    "check_it": ("Tjek", "Check"),
    "claims_to_try": ("Prøv med", "Try"),
    "claim_1": (
        "Alle bosteder får en fast læge i 2025.",
        "All homes get a doctor of their own in 2025.",
    ),
    "claim_2": (
        "Norddjurs Kommune er betænkelig ved, at færre ressourcer ikke er skrevet ind i pejlemærkerne.",
        "Oil and gas boilers will be replaced by heat pumps or district heating.",
    ),
    "checked": ("Hvad dokumenterne siger til påstanden", "What the documents say to the claim"),
    "claim_says": ("Påstanden siger:", "The claim says:"),
    "document_says": ("Dokumentet siger:", "The document says:"),
    "document_silent": ("Det siger dokumentet ikke.", "The document does not say that."),
    "see_quote": ("Se citatet.", "See the quote."),
    "nearest_said": ("Det nærmeste, dokumenterne siger:", "The nearest that the documents say:"),
    "other_documents": ("Høringens øvrige dokumenter", "The other documents of the hearing"),
}
