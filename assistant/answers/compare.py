"""What two sides say of the same matter: the plan and a response, or the hearings of 2013 and 2023."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.answers.catalogue import Catalogue
from assistant.answers.phrases import say
from assistant.answers.reading.question import Question
from assistant.answers.reading.residue import content
from assistant.documents.passages import Document

_PLAN = re.compile(r"\b(planen\w*|plan|regionen\w*|region|pejlem\w*|the plan|the region)\b")
_RESPONSE = re.compile(r"\b(hoeringssvar\w*|kommunen\w*|kommunerne\w*|svarene|responses?|municipalit\w*)\b")
_CUE = re.compile(
    r"\b(sammenlign\w*|forskel\w*|forskellig\w*|kontra|versus|vs|modsat|baade|stemmer|overens\w*|passer|matcher"
    r"|deler|enige?|uenige?|side om side|over for|holdt op|mens|ligesom|det samme|samme|sammenhold\w*|flugter"
    r"|compar\w*|differ\w*|both|same|side by side|match\w*|agree\w*|whereas|respectively|hver for sig|henholdsvis)\b"
    r"|\bog (hvad )?(siger|mener|skriver|svarer|synes|hvad)\b|\band (what )?(does|do|says?|how)\b"
)
_EARLIER = re.compile(r"\b2013\b|\bsocial(e)? strateg\w*|\bsocial strategy\b")
_NOW = re.compile(
    r"\b(2023|2024|nu|i dag|denne gang|nye|nuvaerende|visions\w*|now|current|today|new|this time)\b"
)
_SIDE_WORDS = frozenset(
    """
    sammenlign sammenligne sammenlignet sammenligning forskel forskellen forskelle forskellig kontra versus vs modsat
    stemmer overens passer matcher deler enig enige uenig uenige samme sammenhold flugter mens ligesom hoeringssvar
    hoeringssvaret hoeringssvarene svar svaret kommunen kommunens kommune kommunerne kommuner mener synes skriver
    skrev siger sagde svarer oensker holdning holdninger syn side sider begge baade henholdsvis respektivt
    compare compares comparison difference different differ both same match agree agrees response responses
    municipality municipalities wants want think thinks writes respectively versus letter letters brev brevet brevene
    hoering hoeringen hoeringerne hearing hearings strategi strategien strategy norddjurs
    """.split()
)


@dataclass(frozen=True)
class Side:
    """One of those that are compared, and the documents that hold its words."""

    name: str
    holds: Callable[[Document], bool]


def sides(question: Question, catalogue: Catalogue) -> tuple[Side, ...]:
    """The two sides that a question compares; none if it does not compare."""
    folded, language = question.folded, question.language
    if not _CUE.search(folded):
        return ()
    if _EARLIER.search(folded) and _NOW.search(folded):
        return (
            Side(say(language, "side_earlier"), lambda document: document.superseded),
            Side(
                say(language, "side_now"),
                lambda document: document.role in ("letter", "page", "plan") and not document.superseded,
            ),
        )
    senders = [body for body in question.bodies if body in catalogue.responders]
    if (
        not _PLAN.search(folded)
        or not (senders or _RESPONSE.search(folded))
        or set(question.bodies) - set(senders)
    ):
        return ()
    if not _is_two_sided(folded, senders):
        return ()
    return (
        Side(say(language, "side_plan"), lambda document: document.role == "plan"),
        Side(
            say(language, "side_responses", senders=senders or list(catalogue.responders)),
            lambda document: document.role == "response" and (not senders or document.sender in senders),
        ),
    )


_TWO_SIDED = re.compile(
    r"\b(sammenlign\w*|forskel\w*|kontra|versus|vs|modsat|baade|overens\w*|side om side|over for|holdt op|mens|ligesom"
    r"|sammenhold\w*|flugter|passer|matcher|compar\w*|differ\w*|both|side by side|match\w*|whereas|henholdsvis|deler)\b"
)
_SAYS_BOTH = re.compile(
    r"\b(planen|plan|regionen|region)\b.*\b(og|and|mens|but|men)\b.*\b(siger|mener|skriver|svarer|synes|norddjurs"
    r"|hoeringssvar\w*|kommunen\w*|says?|think\w*|responses?|municipality)\b"
    r"|\b(norddjurs|hoeringssvar\w*|kommunen\w*|responses?|municipality)\b.*\b(og|and|mens|but|men)\b.*\b(planen|plan|regionen|region)\b"
    r"|\b(enige?|uenige?|agrees?|same|samme)\b.*\b(med planen|med regionen|with the (plan|region)|som planen|som regionen|as the plan|as the region)\b"
)


def _is_two_sided(folded: str, senders: Sequence[str]) -> bool:
    return bool(_TWO_SIDED.search(folded) or _SAYS_BOTH.search(folded))


def matter(question: Question) -> str:
    """The words for what is compared, without the names of the sides."""
    names = {word for body in question.bodies for word in content(body)}
    kept = [word for word in re.findall(r"\w+", question.query) if _is_matter(word, names)]
    return " ".join(kept)


def _is_matter(word: str, names: set[str]) -> bool:
    folded = content(word)
    return bool(folded) and not set(folded) & (_SIDE_WORDS | names) and not word.isdigit()
