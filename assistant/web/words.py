"""What the pages say in their own words, in Danish and in English. Documents stay Danish."""

from __future__ import annotations

from assistant.answers.answer import Language
from assistant.documents.passages import Role
from assistant.web.hearing_words import HEARING

_WORDS: dict[str, tuple[str, str]] = {
    # every page
    "title": ("Spørg planen", "Ask the plan"),
    "skip": ("Gå til indholdet", "Skip to the content"),
    "pages": ("Sider", "Pages"),
    "ask": ("Spørg", "Ask"),
    "plan": ("Planen", "The plan"),
    "responses": ("Høringssvar", "Responses"),
    "commitments": ("Indsatser", "Commitments"),
    "trace": ("Hvem siger hvad", "Who says what"),
    "check": ("Tjek en påstand", "Check a claim"),
    "about": ("Om", "About"),
    "about_heading": ("Om Spørg planen", "About Ask the plan"),
    "other_language": ("English", "Dansk"),
    "accessibility": ("Tilgængelighedserklæring", "Accessibility statement"),
    "privacy": ("Privatliv", "Privacy"),
    "machines": ("For maskiner (API)", "For machines (API)"),
    "index_of": ("Indeks fra {created}", "Index of {created}"),
    # the chat
    "ask_heading": ("Hvad vil du vide om planen?", "What would you like to know about the plan?"),
    "ask_intro": (
        "Et automatisk system svarer på spørgsmål om {plan} og om høringen af den. Svarene er "
        "ordrette citater, og hvert tal i et svar åbner kilden.",
        "An automatic system answers questions about {plan} (the regional plan for specialised social "
        "services) and its public hearing. Answers are verbatim quotes in Danish, and each number in an "
        "answer opens its source.",
    ),
    "ask_limits": (
        "Planen her er høringsudgaven fra august 2023. Et svar er ikke en afgørelse: det er dokumenterne, "
        "der gælder. Skriv ikke personoplysninger.",
        "This is the hearing version of August 2023. An answer is not a decision: the documents prevail. "
        "Please don't write personal data.",
    ),
    "question": ("Dit spørgsmål", "Your question"),
    "question_hint": (
        "Skriv dit spørgsmål her, på dansk eller engelsk",
        "Type your question, in English or Danish",
    ),
    "send": ("Spørg", "Ask"),
    "stop": ("Stop", "Stop"),
    "new": ("Ny samtale", "New conversation"),
    "copy_chat": ("Kopiér samtalen", "Copy the conversation"),
    "conversation": ("Samtale", "Conversation"),
    "your_question": ("Du spurgte", "You asked"),
    "an_answer": ("Svar", "Answer"),
    "ask_on": ("Spørg videre", "Ask on"),
    "citizens": ("Borgere og pårørende", "Citizens and relatives"),
    "council": ("Regionsråd og udvalg", "Council members"),
    "staff": ("Medarbejdere", "Staff"),
    "sources": ("Kilder", "Sources"),
    "no_sources": (
        "Her vises kilderne til svaret, med citatet markeret i sin sammenhæng.",
        "The sources of the answer appear here, with the quote marked in its surroundings.",
    ),
    "sources_of": ("Kilder til: {question}", "Sources of: {question}"),
    "badge_answered": ("Ordrette citater", "Verbatim quotes"),
    "badge_phrased": (
        "Formuleret af en sprogmodel, citaterne er ordrette",
        "Phrased by a language model, quotes verbatim",
    ),
    "badge_refused": ("Ikke fundet i dokumenterne", "Not found in the documents"),
    "badge_reference": ("Findes ikke i dokumenterne", "Not in the documents"),
    "badge_unclear": ("Spørg lidt mere præcist", "Please ask more precisely"),
    "badge_failed": ("Spørgsmålet kunne ikke læses", "The question could not be read"),
    "badge_fault": ("Fejl i systemet", "A fault in the system"),
    "fault": (
        "Der er en fejl i systemet, så jeg kan ikke svare lige nu. Det betyder ikke, at svaret ikke findes. "
        "Prøv igen om lidt, eller kontakt Region Midtjylland.",
        "There is a fault in the system, so I cannot answer right now. It does not mean that there is no "
        "answer. Try again in a while, or contact Region Midtjylland.",
    ),
    "personal_cpr": (
        "Et CPR-nummer i dit spørgsmål er skjult. Skriv aldrig CPR-numre her.",
        "A civil registration (CPR) number in your question has been hidden. Never write one here.",
    ),
    "personal_other": (
        "Dit spørgsmål ser ud til at indeholde personoplysninger. Systemet gemmer ikke spørgsmål, men du "
        "behøver ikke skrive navn, adresse eller telefonnummer for at få svar.",
        "Your question seems to hold personal data. Questions are not stored, but you need not write a name, "
        "address or phone number to get an answer.",
    ),
    "notice": ("Bemærk", "Please note"),
    "busy": (
        "Der er mange, der spørger lige nu. Vent et øjeblik, og prøv igen.",
        "Many people are asking right now. Please wait a moment and try again.",
    ),
    # what can be done with an answer
    "copy_answer": ("Kopiér svaret", "Copy the answer"),
    "copy_link": ("Kopiér link", "Copy link"),
    "copied": ("Kopieret", "Copied"),
    "as_docx": ("Hent som Word", "Save as Word"),
    "as_markdown": ("Hent som Markdown", "Save as Markdown"),
    "export_note": (
        "Ordrette citater fra dokumenterne, fundet af et automatisk system den {date}. Planen er "
        "høringsudgaven fra august 2023; det er dokumenterne, der gælder. Spørg igen her:",
        "Verbatim quotes from the documents, found by an automatic system on {date}. The plan is the "
        "hearing version of August 2023; the documents prevail. Ask again here:",
    ),
    "copy_quote": ("Kopiér med kilde", "Copy with source"),
    "open_place": ("Læs stedet i dokumentet", "Read the place in the document"),
    "back": ("Tilbage til svaret", "Back to the answer"),
    "feedback": ("Var svaret rigtigt?", "Was the answer right?"),
    "feedback_info": (
        "Dit svar gemmes på serveren sammen med spørgsmålet, så medarbejdere kan rette fejl. Skriv ikke "
        "personoplysninger.",
        "What you say is kept on the server together with the question, so that staff can mend mistakes. "
        "Please don't write personal data.",
    ),
    "right": ("Ja", "Yes"),
    "wrong": ("Nej, det er forkert", "No, it is wrong"),
    "missing": ("Der mangler noget", "Something is missing"),
    "comment": ("Et ord om hvorfor (valgfrit)", "A word on why (optional)"),
    "feedback_send": ("Send", "Send"),
    "feedback_thanks": ("Tak. Det er gemt.", "Thank you. It has been kept."),
    "feedback_failed": (
        "Det kunne ikke gemmes. Prøv igen senere.",
        "It could not be kept. Please try later.",
    ),
    "feedback_choose": ("Vælg først, om svaret var rigtigt.", "First choose whether the answer was right."),
    # the plan
    "plan_intro": (
        "Her kan du læse hele planen. Hvert sted har sin egen adresse, som du kan linke til.",
        "Here you can read the whole plan, in Danish. Every place has an address of its own to link to.",
    ),
    "plan_search": ("Søg i planen", "Search the plan"),
    "search": ("Søg", "Search"),
    "plan_search_hint": ("Fx læge, pårørende, uddannelse", "e.g. doctor, relatives, education"),
    "found": ("{count} steder, de bedste først", "{count} places, best first"),
    "found_none": ("Planen har intet sted, der ligner »{query}«.", "The plan has no place like “{query}”."),
    "contents": ("Indhold", "Contents"),
    "timeline": ("Tidsplan", "Timeline"),
    "timeline_intro": (
        "Hvad planen nævner som planlagt, år for år. Tallet fører til pejlemærket.",
        "What the plan names as planned, year by year. The number leads to the pejlemærke (guidepost).",
    ),
    "later": ("Prioriteres senere", "To be prioritised later"),
    "strategispor": ("Strategispor", "Strategic track"),
    "pejlemaerke": ("Pejlemærke {number}", "Pejlemærke (guidepost) {number}"),
    "planned": ("Planlagt {year}", "Planned {year}"),
    "goals": ("Verdensmål", "UN goals"),
    "commented_by": ("Høringssvar om pejlemærke {number}", "Responses on pejlemærke {number}"),
    "nobody": (
        "Ingen af høringssvarene i samlingen nævner pejlemærke {number} i en overskrift eller ved nummer.",
        "None of the responses in this collection names pejlemærke {number} in a heading or by number.",
    ),
    "ask_about": ("Spørg om pejlemærke {number}", "Ask about pejlemærke {number}"),
    "ask_about_question": ("Hvad siger pejlemærke {number}?", "What does pejlemærke {number} say?"),
    "other_chapters": ("Planens øvrige kapitler", "The plan's other chapters"),
    "definitions": ("Definitioner", "Definitions"),
    "vision_heading": ("Vision", "Vision"),
    # the responses
    "responses_intro": (
        "Her er de høringssvar, som er i samlingen, og høringens øvrige dokumenter.",
        "Here are the responses in this collection, and the other documents of the hearing, in Danish.",
    ),
    "of_received": (
        "Samlingen har {count} af de {received} høringssvar, som regionen modtog.",
        "This collection holds {count} of the {received} responses that the region received.",
    ),
    "response_search": ("Søg i høringssvarene", "Search the responses"),
    "response_pejlemaerke": ("Pejlemærke", "Pejlemærke (guidepost)"),
    "response_category": ("Kategori", "Category"),
    "all": ("Alle", "All"),
    "shown": ("{shown} af {count} høringssvar vises", "{shown} of {count} responses shown"),
    "no_response": (
        "Ingen høringssvar passer til det, du har valgt.",
        "No response fits what you have chosen.",
    ),
    "comments_on": ("Kommenterer pejlemærke", "Comments on pejlemærke"),
    "comments_on_none": ("Nævner ingen pejlemærker i overskrifterne", "Names no pejlemærke in its headings"),
    "no_category": ("kategori og nummer ikke oplyst", "category and number not given"),
    "category": ("kategori {category}, nr. {number}", "category {category}, no. {number}"),
    **HEARING,
}
_ROLES: dict[Role, tuple[str, str]] = {
    "plan": ("Planen", "The plan"),
    "letter": ("Høringsbrev", "Hearing letter"),
    "response": ("Høringssvar", "Response"),
    "page": ("Høringsside", "Hearing page"),
}


def word(language: Language, key: str, **values: object) -> str:
    """One of the pages' own texts; ``KeyError`` for one that there is not."""
    return _WORDS[key][language == "en"].format(**values)


def role_word(language: Language, role: Role) -> str:
    """What kind of document it is, for the reader."""
    return _ROLES[role][language == "en"]
