"""Dates as one writes them."""

from collections.abc import Mapping
from datetime import date, datetime

MONTHS: Mapping[str, str] = {
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "en": "January February March April May June July August September October November December",
}
WEEKDAYS: Mapping[str, str] = {
    "da": "mandag tirsdag onsdag torsdag fredag lørdag søndag",
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
}


def weekday(value: date, lang: str) -> str:
    """ "mandag", "Monday"."""
    return WEEKDAYS[lang].split()[value.weekday()]


def day(value: date, lang: str) -> str:
    """ "23. november 2026", "23 November 2026"."""
    month = MONTHS[lang].split()[value.month - 1]
    return f"{value.day}{'.' if lang == 'da' else ''} {month} {value.year}"


def moment(value: date, lang: str) -> str:
    """A day, and the time where there is one: "23. november 2026 kl. 9.15". A time is in its own zone."""
    if not isinstance(value, datetime):
        return day(value, lang)
    clock = f"kl. {value.hour}.{value:%M}" if lang == "da" else f"at {value:%H:%M}"
    return f"{day(value, lang)} {clock}"
