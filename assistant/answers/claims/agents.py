"""Who pays and who decides: whether a sentence gives a task to the one that a claim gives it to."""

from __future__ import annotations

import re

AGENTS = {
    "municipality": re.compile(
        r"\b(kommunen?|kommuner|kommunerne|kommunens|sagsbehandler\w*|municipalit\w+|council worker"
        r"|case ?worker\w*"
        r"|hjemkommune\w*)\b"
    ),
    "region": re.compile(
        r"\b(regionen|regionens|regionerne|region midtjylland|the region\w*|i selv|jer selv)\b"
    ),
    "state": re.compile(
        r"\b(staten|regeringen|the state|the government|ministeriet|folketinget|skattevaesenet)\b"
    ),
    "citizen": re.compile(
        r"\b(den enkelte borger|borgeren|borgerne|borgerens|beboeren|beboerne|den enkelte|jeg"
        r"|han selv|hun selv"
        r"|the residents?|the citizens?|the person|i myself|i get to)\b"
    ),
    "staff": re.compile(
        r"\b(personalet|paedagogen|paedagogerne|medarbejder\w*|staff|lederen|ledelsen|forstander\w*|bostedet|institutionen"
        r"|manager|laegen|doctor)\b"
    ),
    "relatives": re.compile(r"\b(familien|de paaroerende|foraeldrene|the family|relatives|parents)\b"),
}
_TASKS = (
    (
        re.compile(
            r"\b(betale\w*|finansier\w*|regningen|regning|daekker|udgift\w*|pays?|paid|paying|foots?|fund(s|ed)?|financ\w*)\b"
        ),
        re.compile(r"finansieringsansvar|betal"),
    ),
    (
        re.compile(
            r"\b(bestem\w*|afgoer\w*|beslut\w*|vurder\w*|vaelger|myndighed\w*|decid\w*|choose\w*|determin\w*|authority"
            r"|in charge|gets? to say)\b"
        ),
        re.compile(r"myndighed|vurderer|bestemme|afgoere|beslutt|selv- og medbestemmelse"),
    ),
)
_REPORTS = re.compile(
    r"\b(?:referer\w*|svarer (?:\w+ )?til|overordnet|under sig|over sig|chef for|answers?|reports?"
    r"|accountable)\b"
)
_LINE = re.compile(r"(\w{6,})(?: paa [^.,]*?| i [^.,]*?)? referer\w* til (\w+)")
_PREFIX = 7


def has_task(claim: str) -> bool:
    """Whether a claim is about somebody who pays or decides."""
    return any(pattern.search(claim) for pattern in AGENTS.values()) and any(
        task.search(claim) for task, _ in _TASKS
    )


def task_of(question: str, sentence: str) -> str:
    """Who has the task in a question by a sentence: municipality or region; empty if neither."""
    for task, told in _TASKS:
        if task.search(question) and (found := told.search(sentence)):
            before = sentence[: found.end()]
            return next((name for name in ("municipality", "region") if AGENTS[name].search(before)), "")
    return ""


def right_superior(claim: str, text: str) -> bool | None:
    """Whether a text says that one office answers to the other, as a claim says; None if it names no two."""
    if not _REPORTS.search(claim):
        return None
    for lower, upper in _LINE.findall(text):
        at = claim.find(lower[:_PREFIX])
        if at >= 0 and not any(
            claim.find(other[:_PREFIX]) in range(at) for other, _ in _LINE.findall(text) if other != lower
        ):
            return upper[:_PREFIX] in claim
    return None


def right_agent(claim: str, sentence: str) -> bool | None:
    """Whether the sentence names the claim's agent for the claim's task; None if it is of something else."""
    asked = [name for name, pattern in AGENTS.items() if pattern.search(claim)]
    if len(asked) != 1:
        return None
    for task, told in _TASKS:
        if task.search(claim) and (found := told.search(sentence)):
            before = sentence[: found.end()]
            agents = {name for name, pattern in AGENTS.items() if pattern.search(before)}
            return asked[0] in agents if agents else None
    return None


_OR = re.compile(r"\b(?:eller|or)\b")


def is_between_sides(text: str) -> bool:
    """Whether a folded question asks whether it is the region or a municipality."""
    return bool(_OR.search(text)) and all(AGENTS[name].search(text) for name in ("region", "municipality"))
