"""Every page, place and answer has an address of its own."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from assistant.documents.passages import Passage
from assistant.web.addresses import MOST_EARLIER, PATHS, place, share


def test_no_two_pages_share_an_address() -> None:
    paths = [path for languages in PATHS.values() for path in languages.values()]
    assert len(set(paths)) == len(paths) == 10


def test_a_place_is_on_the_page_of_its_document(passages: dict[str, Passage]) -> None:
    assert place(passages["plan-2024/p10.4"], "da") == "/planen#p10.4"
    assert place(passages["plan-2024/p10.4"], "en") == "/plan#p10.4"
    assert place(passages["svar-norddjurs/3"], "da") == "/hoeringssvar#svar-norddjurs.3"
    assert place(passages["brev-2013/1"], "en") == "/responses#brev-2013.1"


def test_no_two_places_share_an_address(passages: dict[str, Passage]) -> None:
    assert len({place(passage, "da") for passage in passages.values()}) == len(passages)


@given(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1),
    st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), max_size=30),
)
def test_an_answer_can_be_asked_for_again(question: str, earlier: list[str]) -> None:
    address = urlsplit(share(question, earlier, "da"))
    told = parse_qsl(address.query, keep_blank_values=True)
    assert address.path == "/"
    assert told == [*(("f", each) for each in earlier[-MOST_EARLIER:]), ("q", question)]
