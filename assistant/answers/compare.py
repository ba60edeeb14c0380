"""What two sides say of the same matter: the plan and a response, or the hearings of 2013 and 2023."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from assistant.answers.catalogue import Catalogue
from assistant.answers.phrases import say
from assistant.answers.reading.question import Question
from assistant.answers.reading.residue import content
from assistant.documents.passages import Document

_REGION = r"(?:planen\w*|regionen\w*|the plan|the region\w*)"
_OTHERS = r"(?:hoeringssvar\w*|kommunen\w*|kommunerne\w*|norddjurs\w*|the responses?|the municipalit\w*)"
_CUE = re.compile(
    r"\b(sammenlign\w*|forskel\w*|kontra|versus|vs|modsat|baade|overens\w*|side om side|over for|holdt op"
    r"|sammenhold\w*|flugter|passer|matcher|ens paa|henholdsvis|compar\w*|differ\w*|both|match\w*"
    r"|side by side|whereas)\b"
)
_AS_SUBJECT = re.compile(
    r"(?<!\bom )(?<!\bi )(?<!\baf )(?<!\btil )(?<!\bfor )(?<!\babout )(?<!\bin )(?<!\bof )(?<!\bon )"
    rf"\b{_REGION}\b"
)
_TWO_CLAUSES = re.compile(r"\b(og|mens|men|and|while|but)\b|,|[–;:]")
_EARLIER = re.compile(r"\b2013\b|\bsocial(e)? strateg\w*|\bsocial strategy\b")
_NOW = re.compile(
    r"\b(2023|2024|nye|nuvaerende|visions\w*|today|current|new|nu|now|ti aar senere|ten years later)\b"
)
_SIDE_WORDS = frozenset(
    """
    sammenlign sammenligne sammenlignet sammenligning forskel forskellen forskelle forskellig
    forskelligt kontra versus vs modsat stemmer overens passer matcher deler enig enige uenig uenige
    samme ens sammenhold flugter mens ligesom hoeringssvar hoeringssvaret hoeringssvarene svar
    svaret kommunen kommunens kommune kommunerne kommuner mener synes skriver skrev siger sagde
    svarer oensker laegger vaegten holdning holdninger syn side sider begge baade henholdsvis
    compare compared compares comparison difference different differ both same match agree agrees
    response responses municipality municipalities wants want think thinks writes versus letter
    letters brev brevet brevene dengang igen hoering hoeringen hoeringerne hearing hearings strategi
    strategien strategy aendret senere selv tanke
    """.split()
)


@dataclass(frozen=True)
class Side:
    """One of those that are compared, and the documents that hold its words."""

    name: str
    holds: Callable[[Document], bool]
    is_response: bool = False


def sides(question: Question, catalogue: Catalogue) -> tuple[Side, ...]:
    """The two sides that a question compares; none if it does not compare."""
    folded, language = question.folded, question.language
    if _EARLIER.search(folded) and _NOW.search(_EARLIER.sub("", folded)):
        return (
            Side(say(language, "side_earlier"), lambda document: document.superseded),
            Side(say(language, "side_now"), _is_of_the_plan),
        )
    senders = [body for body in question.bodies if body in catalogue.responders]
    names_others = bool(senders) or bool(re.search(rf"\b{_OTHERS}\b", folded))
    if not names_others or set(question.bodies) - set(senders) or not _is_two_sided(folded):
        return ()
    return (
        Side(say(language, "side_plan"), lambda document: document.role == "plan"),
        Side(
            say(language, "side_responses", senders=senders or list(catalogue.responders)),
            lambda document: document.role == "response" and (not senders or document.sender in senders),
            is_response=True,
        ),
    )


def _is_of_the_plan(document: Document) -> bool:
    return document.role in ("letter", "page", "plan") and not document.superseded


def _is_two_sided(folded: str) -> bool:
    """Whether the region speaks for itself in the question, beside somebody else."""
    if _CUE.search(folded) and re.search(rf"\b{_REGION}\b", folded):
        return True
    region = _AS_SUBJECT.search(folded)
    others = re.search(rf"\b{_OTHERS}\b", folded)
    if not region or not others:
        return False
    between = folded[min(region.end(), others.end()) : max(region.start(), others.start())]
    return bool(_TWO_CLAUSES.search(between))


def matter(question: Question) -> str:
    """The words for what is compared, without the names of the sides."""
    names = {word for body in question.bodies for word in content(body)}
    kept = [word for word in re.findall(r"\w+", question.query) if _is_matter(word, names)]
    return " ".join(kept)


def _is_matter(word: str, names: set[str]) -> bool:
    folded = content(word)
    return bool(folded) and not set(folded) & (_SIDE_WORDS | names) and not word.isdigit()
