"""A day as a calendar file."""

from datetime import UTC, date, datetime

from kulturspejl.core.content.calendar_file import day_event


def event(summary):
    return day_event(
        uid="a@b.dk", day=date(2026, 12, 31), summary=summary, link="https://x.dk/rounds/1",
        stamp=datetime(2026, 11, 23, 8, tzinfo=UTC),
    )  # fmt: skip


def test_it_is_one_whole_day_that_blocks_nothing():
    lines = event("Målingen lukker").split("\r\n")
    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert {"DTSTART;VALUE=DATE:20261231", "DTEND;VALUE=DATE:20270101", "TRANSP:TRANSPARENT"} <= set(lines)
    assert "DTSTAMP:20261123T080000Z" in lines
    assert lines[-2:] == ["END:VCALENDAR", ""]


def test_words_of_people_end_no_line_and_start_no_property():
    made = event("Nord; Syd, Øst\\\nATTENDEE:x" + "æ" * 60)
    assert all(len(line.encode()) <= 75 for line in made.split("\r\n"))
    assert "SUMMARY:Nord\\; Syd\\, Øst\\\\ ATTENDEE:x" in made.replace("\r\n ", "")
    assert not any(line.startswith("ATTENDEE") for line in made.split("\r\n"))
