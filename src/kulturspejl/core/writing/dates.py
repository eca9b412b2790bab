"""Dates as one writes them."""

from datetime import date, datetime

from kulturspejl.core.text import Text

MONTHS = Text(
    da="januar februar marts april maj juni juli august september oktober november december",
    en="January February March April May June July August September October November December",
)
WEEKDAYS = Text(
    da="mandag tirsdag onsdag torsdag fredag lørdag søndag",
    en="Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
)
DAY = Text(da="{day}. {month} {year}", en="{day} {month} {year}")
CLOCK = Text(da="{hour}.{minute:02}", en="{hour:02}:{minute:02}")
MOMENT = Text(da="{day} kl. {clock}", en="{day} at {clock}")


def weekday(value: date, language: str) -> str:
    """ "mandag", "Monday"."""
    return WEEKDAYS.into(language).split()[value.weekday()]


def day(value: date, language: str) -> str:
    """ "23. november 2026", "23 November 2026"."""
    month = MONTHS.into(language).split()[value.month - 1]
    return DAY.into(language).format(day=value.day, month=month, year=value.year)


def clock(hour: int, minute: int, language: str) -> str:
    """ "9.15", "09:15"."""
    return CLOCK.into(language).format(hour=hour, minute=minute)


def moment(value: date, language: str) -> str:
    """A day, and the time where there is one: "23. november 2026 kl. 9.15". A time is in its own zone."""
    if not isinstance(value, datetime):
        return day(value, language)
    said = clock(value.hour, value.minute, language)
    return MOMENT.into(language).format(day=day(value, language), clock=said)
