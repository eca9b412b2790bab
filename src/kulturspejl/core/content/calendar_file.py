"""Days as a calendar file, as mail programs and calendars take it in (RFC 5545)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from kulturspejl.core.writing.line import one_line

FOLDED_AT = 75
"""Octets of a line, RFC 5545 3.1."""


@dataclass(frozen=True)
class DayEvent:
    """One whole day that blocks nothing in anybody's calendar, with `link` as its address."""

    uid: str
    day: date
    summary: str
    link: str


def day_event(*, uid: str, day: date, summary: str, link: str, stamp: datetime) -> str:
    """A file with one day. `stamp` is aware."""
    return calendar_of([DayEvent(uid, day, summary, link)], stamp=stamp)


def calendar_of(events: Sequence[DayEvent], *, stamp: datetime) -> str:
    """A file with any number of days, in their order. `stamp` is aware."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Kulturspejl//letters//EN",
        "METHOD:PUBLISH",
        *(line for event in events for line in _lines(event, stamp)),
        "END:VCALENDAR",
    ]
    return "".join(_folded(line) for line in lines)


def _lines(event: DayEvent, stamp: datetime) -> list[str]:
    return [
        "BEGIN:VEVENT",
        f"UID:{event.uid}",
        f"DTSTAMP:{stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{event.day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_escaped(event.summary)}",
        f"DESCRIPTION:{_escaped(event.link)}",
        f"URL:{event.link}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _escaped(words: str) -> str:
    """Text as RFC 5545 3.3.11 wants it."""
    words = one_line(words).replace("\\", "\\\\")
    return words.replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> str:
    """The line with its end, broken where it is too long, never inside a sign."""
    out, octets = "", 0
    for sign in line:
        width = len(sign.encode())
        if octets + width > FOLDED_AT:
            out, octets = out + "\r\n ", 1
        out, octets = out + sign, octets + width
    return out + "\r\n"
