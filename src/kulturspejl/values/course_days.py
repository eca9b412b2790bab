"""When and where a day of a course is, in words."""

from kulturspejl.core.text import Text
from kulturspejl.core.writing.dates import clock, day
from kulturspejl.core.writing.sentence import filled
from kulturspejl.records.courses import CourseDay

HOURS = Text(da="kl. {starts}–{ends}", en="{starts}–{ends}")
WHEN = Text(da="{day} {hours}{place}", en="{day}, {hours}{place}")


def hours_of(row: CourseDay, language: str) -> str:
    """ "kl. 9.00–16.00"."""
    starts, ends = (clock(*divmod(one, 60), language) for one in (row.starts, row.ends))
    return filled(HOURS, starts=starts, ends=ends).into(language)


def when_of(row: CourseDay, language: str) -> str:
    """ "14. januar 2027 kl. 9.00–16.00, Kursuscenteret"."""
    place = f", {row.place}" if row.place else ""
    said = filled(WHEN, day=day(row.day, language), hours=hours_of(row, language), place=place)
    return said.into(language)
