"""The timeline as a calendar file (iCalendar, RFC 5545). The only home of icalendar."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime

from icalendar import Calendar, Event

from assistant.hearing.commitments import Commitment

_PRODUCT = "-//Spørg planen//Tidsplan//DA"
_NOTE = (
    "Planlagt i tidsplanen, som er en skitse: "
    "den siger, hvad der forventes sat i gang, ikke hvad der er gjort."
)


def as_ics(commitments: Iterable[Commitment], made: datetime | None = None) -> bytes:
    """An event for each row of the timeline, all through its year. ``made``: now, unless it is told."""
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    for each in commitments:
        if each.is_row:
            for year in each.years:
                calendar.add_component(_event(each, year, made or datetime.now(UTC)))
    return bytes(calendar.to_ical())


def _event(each: Commitment, year: int, made: datetime) -> Event:
    event = Event()
    event.add("uid", f"{each.passage.id.replace('/', '.')}@tidsplan")
    event.add("dtstamp", made)
    event.add("dtstart", date(year, 1, 1))
    event.add("dtend", date(year + 1, 1, 1))  # the day after the last
    event.add("summary", f"Planlagt {year}: {each.passage.text}")
    behind = [f"{match.passage.label}: »{match.passage.text}«" for match in each.matches]
    event.add("description", "\n".join([each.passage.label, *behind, _NOTE]))
    event.add("categories", [each.strategispor])
    event.add("transp", "TRANSPARENT")
    return event
