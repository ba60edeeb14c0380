"""What two sides say of the same matter: the plan and a response, two hearings, two documents."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from assistant.answers.phrases import say
from assistant.answers.reading.parts import parts
from assistant.answers.reading.question import Question
from assistant.answers.reading.residue import content
from assistant.answers.reading.voices import asks_both_hearings, asks_which_side
from assistant.answers.scope import on_responses
from assistant.documents.passages import Document, Passage, Role
from assistant.search.catalogue import Catalogue
from assistant.search.tokens import fold

Holds = Callable[[Passage, Document], bool]

_PLAN = r"(?:planen\w*|the plan|plan s)"
_REGION = rf"(?:{_PLAN}|region(?:en\w*|s)?|the region\w*)"
_OTHERS = r"(?:hoeringssvar\w*|kommunen\w*|kommunerne\w*|norddjurs\w*|the responses?|the municipalit\w*)"
_LETTER = r"(?:(?:hoerings|foelge)?brevets?|(?:hearing |cover |consultation )?letter)"
_PAGE = (
    r"(?:hjemmesiden\w*|hoeringssiden\w*|websiden\w*|(?:sin|regionens|deres egen) (?:web|hjemme)?side"
    r"|web ?page|website|hearing page)"
)
_FOREWORD = r"(?:forordet\w*|foreword|preface)"
_CUE = re.compile(
    r"\b(sammenlign\w*|forskel\w*|kontra|versus|vs|modsat|baade|overens\w*|side om side|over for|holdt op"
    r"|sammenhold\w*|flugter|passer|matcher|ens paa|henholdsvis|paa linje|samme side|compar\w*|differ\w*"
    r"|both|match\w*|side by side|whereas|against|in line with|as opposed to)\b"
)
_SAME = re.compile(
    r"\b(samme|ens|begge|ligner|hvert sted|hver isaer|ogsaa|glem\w*|udelad\w*|andet end|anderledes"
    r"|same|each|resembl\w*|similar|alike|diverge\w*|forget\w*|leaves? out|too|also|identical)\b"
)
_NOT_SPOKEN_OF = (
    r"(?<!\bom )(?<!\bi )(?<!\baf )(?<!\btil )(?<!\bfor )(?<!\babout )(?<!\bin )(?<!\bof )(?<!\bon )"
)
_AS_SUBJECT = re.compile(rf"{_NOT_SPOKEN_OF}\b{_REGION}\b|\b(?:staar|siges|says?) (?:\w+ )?(?:i|in) {_PLAN}")
_OTHERS_AS_SUBJECT = re.compile(rf"{_NOT_SPOKEN_OF}\b{_OTHERS}\b|\bnorddjurs\w*")
_ACCORDING = re.compile(
    r"\b(ifoelge|according to) (norddjurs|kommun\w+|hoeringssvar\w*|the (municipalit|response)\w+)"
)
_TWO_CLAUSES = re.compile(r"\b(og|mens|men|and|while|but)\b|[,–;:?.]")
_SIDE_WORDS = frozenset(
    """
    sammenlign sammenligne sammenlignet sammenligning forskel forskellen forskelle forskellig
    forskelligt kontra versus vs modsat stemmer overens passer matcher deler enig enige uenig uenige
    samme ens sammenhold flugter mens ligesom hoeringssvar hoeringssvaret hoeringssvarene svar
    svaret kommunen kommunens kommune kommunes kommunerne kommuner mener synes skriver skrev siger sir
    sagde lover svarer oensker laegger vaegten holdning holdninger syn side sider begge baade henholdsvis
    mening linje opfattelse opfatter ligner anfoerer bemaerker forholder
    compare compared compares comparison difference different differ both same match agree agrees
    response responses municipality municipalities wants want think thinks writes versus letter
    letters brev brevet brevene hoeringsbrev hoeringsbrevet dengang igen hoering hoeringen hoeringerne
    hearing hearings strategi strategien strategy aendret senere selv tanke hjemmeside hjemmesiden
    hjemmesidens hoeringsside hoeringssiden forord forordet foreword reply wording against diverge old
    new gamle gang ny nye
    """.split()
)


@dataclass(frozen=True)
class Side:
    """One of those that are compared.

    ``holds``: the passages with its words. ``named``: how a folded question names it. ``clause``: what
    the question asks of it alone, if each side has a clause of its own.
    """

    name: str
    holds: Holds
    named: re.Pattern[str]
    is_response: bool = False
    clause: str = ""


def sides(question: Question, catalogue: Catalogue) -> tuple[Side, ...]:
    """The two sides that a question compares; none if it does not compare."""
    if asks_which_side(question.folded):
        return ()
    both = _two_hearings(question) or _two_documents(question) or _plan_and_responses(question, catalogue)
    return _with_clauses(question, both)


def _two_hearings(question: Question) -> tuple[Side, ...]:
    folded = question.folded
    if not asks_both_hearings(folded):
        return ()
    roles: list[Role] = [role for role in question.roles if role in ("letter", "page")]
    if not roles or re.search(rf"\b{_PLAN}\b", folded):
        roles = ["letter", "page", "plan"]
    now = re.compile(r"\b(2023|2024|nye?|new|present|current|this time|denne gang|nu|now|today)\b")
    return (
        Side(
            say(question.language, "side_earlier"),
            lambda _, document: document.superseded,
            re.compile(r"\b(2013|gamle|old|dengang|social(e)? strateg\w*)\b"),
        ),
        Side(
            say(question.language, "side_now"),
            lambda _, document: document.role in roles and not document.superseded,
            now,
        ),
    )


def _two_documents(question: Question) -> tuple[Side, ...]:
    """The region's own documents, where the question names two; of three the plan is what they speak of."""
    named = [side for side in _documents(question) if side.named.search(question.folded)]
    if len(named) < 2 or not (_CUE.search(question.folded) or _SAME.search(question.folded)):
        return ()
    return named[-2], named[-1]


def _documents(question: Question) -> list[Side]:
    def of(role: str) -> Holds:
        return lambda _, document: document.role == role and not document.superseded

    def side(key: str, pattern: str, holds: Holds) -> Side:
        return Side(say(question.language, key), holds, re.compile(rf"\b{pattern}\b"))

    def is_foreword(passage: Passage, document: Document) -> bool:
        return document.role == "plan" and passage.section[0] == "Forord"

    has_foreword = re.search(rf"\b{_FOREWORD}\b", question.folded)
    plan = (
        side("side_foreword", _FOREWORD, is_foreword)
        if has_foreword
        else side("side_plan", _PLAN, of("plan"))
    )
    return [plan, side("side_letter", _LETTER, of("letter")), side("side_page", _PAGE, of("page"))]


def _plan_and_responses(question: Question, catalogue: Catalogue) -> tuple[Side, ...]:
    folded, language = question.folded, question.language
    senders = [body for body in question.bodies if body in catalogue.responders]
    names_others = bool(senders) or bool(re.search(rf"\b{_OTHERS}\b", folded))
    if not names_others or set(question.bodies) - set(senders) or _ACCORDING.search(folded):
        return ()
    plan, _, page = _documents(question)
    summary = replace(page, holds=lambda each, document: page.holds(each, document) and on_responses(each))
    first = summary if page.named.search(folded) and _CUE.search(folded) else plan
    if first is plan and not _is_two_sided(folded):
        return ()
    return (
        replace(first, named=re.compile(rf"\b{_REGION}\b|{first.named.pattern}")),
        Side(
            say(language, "side_responses", senders=senders or list(catalogue.responders)),
            lambda _, document: document.role == "response" and (not senders or document.sender in senders),
            re.compile(rf"\b{_OTHERS}\b"),
            is_response=True,
        ),
    )


def _is_two_sided(folded: str) -> bool:
    """Whether the region speaks for itself in the question, beside somebody else."""
    if _CUE.search(folded) and re.search(rf"\b{_REGION}\b", folded):
        return True
    region, others = _AS_SUBJECT.search(folded), _OTHERS_AS_SUBJECT.search(folded)
    if not region or not others:
        return False
    between = folded[min(region.end(), others.end()) : max(region.start(), others.start())]
    return bool(_TWO_CLAUSES.search(between))


def _with_clauses(question: Question, both: tuple[Side, ...]) -> tuple[Side, ...]:
    """The sides with what is asked of each, if the question asks twice and names one side each time."""
    texts = parts(question.text)
    if len(both) != 2 or len(texts) != 2:
        return both
    naming = [[side for side in both if side.named.search(fold(text))] for text in texts]
    if [len(each) for each in naming] != [1, 1] or naming[0] == naming[1]:
        return both
    clauses = {naming[at][0].name: text for at, text in enumerate(texts)}
    return tuple(replace(side, clause=clauses[side.name]) for side in both)


def matter(question: Question) -> str:
    """The words for what is compared, without the names of the sides."""
    names = {word for body in question.bodies for word in content(body)}
    kept = [word for word in re.findall(r"\w+", question.query) if _is_matter(word, names)]
    return " ".join((*question.references.strategispor, *kept))


def _is_matter(word: str, names: set[str]) -> bool:
    folded = content(word)
    return bool(folded) and not set(folded) & (_SIDE_WORDS | names) and not word.isdigit()
