"""What the assistant says of all responses at once, in Danish and in English."""

from __future__ import annotations

HEARING: dict[str, tuple[str, str]] = {
    "worry": ("bekymring", "worry"),
    "support": ("støtte", "support"),
    "wish": ("ønske", "wish"),
    "resistance": ("modstand", "resistance"),
    "hearing_show": (
        "{count} af {total} høringssvar i samlingen viser {direction}{about}: {senders}.",
        "{count} of {total} responses in this collection show {direction}{about}: {senders}.",
    ),
    "hearing_show_none": (
        "0 af {total} høringssvar i samlingen viser {direction}{about}.",
        "0 of {total} responses in this collection show {direction}{about}.",
    ),
    "hearing_mention": (
        "{count} af {total} høringssvar i samlingen taler{about}: {senders}.",
        "{count} of {total} responses in this collection speak{about}: {senders}.",
    ),
    "hearing_mention_none": (
        "0 af {total} høringssvar i samlingen taler{about}.",
        "0 of {total} responses in this collection speak{about}.",
    ),
    "hearing_silent": (
        "{count} af {total} høringssvar i samlingen taler ikke{about}: {senders}.",
        "{count} of {total} responses in this collection do not speak{about}: {senders}.",
    ),
    "hearing_silent_none": (
        "{total} af {total} høringssvar i samlingen taler{about}.",
        "{total} of {total} responses in this collection speak{about}.",
    ),
    "hearing_others": ("Det gør {senders}:", "These do: {senders}:"),
    "hearing_about": (" om {about}", " of {about}"),
    "hearing_in_what": (" i det, de skriver om {about}", " in what they write about {about}"),
    "hearing_quoted": ("»{words}«", "“{words}”"),
    "hearing_most": (
        "Flest høringssvar taler om pejlemærke {numbers}: {count} af {total} i samlingen. Her er alle de pejlemærker, som nogen taler om, "
        "de oftest omtalte først:",
        "Most responses speak of pejlemærke (guidepost) {numbers}: {count} of {total} in this collection. Here are all that any of "
        "them speaks of, the most frequent first:",
    ),
    "hearing_fewest": (
        "Færrest høringssvar taler om pejlemærke {numbers}: {count} af {total} i samlingen.",
        "Fewest responses speak of pejlemærke (guidepost) {numbers}: {count} of {total} in this collection.",
    ),
    "hearing_count": ("{count} af {total}: {senders}", "{count} of {total}: {senders}"),
    "hearing_count_none": ("0 af {total}", "0 of {total}"),
    "hearing_own": (" Med egne ord: {count}.", " In words of their own: {count}."),
    "hearing_joins": ("{sender} tilslutter sig høringssvaret fra {joined}.", "{sender} joins the response from {joined}."),
    "hearing_copies": ("{sender} bruger samme ord som {joined} ({count} steder).", "{sender} uses the same words as {joined} (in {count} places)."),
    "hearing_joinders_none": (
        "0 af {total} høringssvar i samlingen tilslutter sig eller gentager et andet.",
        "0 of {total} responses in this collection join or repeat another.",
    ),
    "hearing_received": (" Regionen modtog i alt {received}.", " The region received {received} in all."),
    "hearing_cue": ("{direction}: »{cue}«", "{direction}: “{cue}”"),
    "hearing_corrected": ("rettet af en medarbejder", "corrected by staff"),
}  # fmt: skip
