"""Pejlemærker in full, their points alone, where they belong, and the statements of many."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answers.answer import Answer

Ask = Callable[..., Answer]
Cited = Callable[..., list[str]]

P7 = ["p7", "p7.1", "p7.2", "p7.3"]
P9 = ["p9", "p9.1", "p9.2"]


def numbered(first: int, last: int) -> list[str]:
    return [f"p{number}" for number in range(first, last + 1)]


COMPLETE = {
    "Hvad siger pejlemærke 7?": P7,
    "Hvad er det syvende pejlemærke?": P7,
    "pejlemerke 7": P7,
    "pejlmærke nr. 7": P7,
    "P7": P7,
    "What does guidepost 7 say?": P7,
    "What is the seventh guidepost?": P7,
    "Giv mig pejlemærke 9 med alle punkter": ["p9", "p9.1", "p9.2"],
    "Pejlemærke 11 og 2": ["p11", "p11.1", "p11.2", "p2", "p2.1", "p2.2"],
    "Vis pejlemærke 7-9": [*P7, "p8", "p8.1", "p8.2", "p8.3", "p9", "p9.1", "p9.2"],
    # points
    "Pejlemærke 10, punkt 4": ["p10.4"],
    "pejlemærke 10.4": ["p10.4"],
    "Hvad er det andet punkt i pejlemærke 5?": ["p5.2"],
    "det 3. punkt i pejlemærke 3": ["p3.3"],
    "punkt 1 og 3 i pejlemærke 8": ["p8.1", "p8.3"],
    "What is the second point of guidepost 5?": ["p5.2"],
    "Andet punkt under Tætte partnerskaber": ["p3.2"],
    "Hvor mange punkter har pejlemærke 8?": ["p8.1", "p8.2", "p8.3"],
    "How many points does guidepost 8 have?": ["p8.1", "p8.2", "p8.3"],
    # the statements of all, or of a part
    "Vis alle pejlemærker": numbered(1, 15),
    "Hvor mange pejlemærker er der?": numbered(1, 15),
    "List all guideposts": numbered(1, 15),
    "Hvilke pejlemærker hører under Ét socialområde?": numbered(1, 5),
    "Hvilke pejlemærker hører under Det hele menneske?": numbered(6, 10),
    "Hvilke pejlemærker hører under strategisporet fagligt staerke specialomraader?": numbered(11, 15),
    "Which guideposts belong to the whole person?": numbered(6, 10),
    "Hvilke pejlemærker hører under Lighed i sundhed?": ["p8", "p9"],
    "pejlemærkerne under mere tid til borgeren": ["p11", "p12"],
    "Pejlemærker under Et grønnere socialområde": ["p5"],
}


@pytest.mark.parametrize(("question", "passages"), COMPLETE.items(), ids=COMPLETE)
def test_a_complete_list_in_order(ask: Ask, cited: Cited, question: str, passages: list[str]) -> None:
    assert ask(question).status == "answered"
    assert cited(question) == passages
