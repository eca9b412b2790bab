"""A day as a calendar file, as mail programs take it in (RFC 5545)."""

from datetime import UTC, date, datetime, timedelta

from kulturspejl.core.writing.line import one_line

FOLDED_AT = 75
"""Octets of a line, RFC 5545 3.1."""


def day_event(*, uid: str, day: date, summary: str, link: str, stamp: datetime) -> str:
    """One whole day that blocks nothing in anybody's calendar, with `link` as its address. `stamp` is aware."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Kulturspejl//letters//EN",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        f"UID:{uid}",
        f"DTSTAMP:{stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_escaped(summary)}",
        f"DESCRIPTION:{_escaped(link)}",
        f"URL:{link}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(_folded(line) for line in lines)


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
