"""A meeting's minutes: three fields, and how long they are kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from kulturspejl.core.errors import Faulty
from kulturspejl.core.text import Text
from kulturspejl.core.trio.agreement import Field
from kulturspejl.core.writing.length import without_room
from kulturspejl.core.writing.line import several_lines

LONGEST = 2000
DECIDED, WHO_DOES_WHAT, TELL_TEAM = "decided", "who_does_what", "tell_team"
FIELDS = (
    Field(
        DECIDED, Text(da="Det besluttede vi", en="What we decided"),
        Text(
            da="Skriv det, så en, der ikke var med, kan forstå det. Ingen navne på kolleger, og intet om helbred.",
            en="Write it so that somebody who was not there can understand it. No names of colleagues, and nothing "
            "about health.",
        ),
    ),
    Field(
        WHO_DOES_WHAT, Text(da="Det gør vi: hvem, hvad, hvornår", en="What we do: who, what, when"),
        Text(
            da="Én linje for hver ting, og kun det, en af jer har sagt ja til. Hver linje kan sendes til planen med et "
            "tryk.",
            en="One line a thing, and only what one of you has said yes to. Each line can be sent to the plan by one "
            "tap.",
        ),
    ),
    Field(
        TELL_TEAM, Text(da="Det fortæller vi teamet", en="What we tell the team"),
        Text(da="En eller to sætninger, og hvem der siger dem.", en="One or two sentences, and who says them."),
    ),
)  # fmt: skip
LABELS: Mapping[str, Text] = {one.id: one.label for one in FIELDS}
KEPT: Mapping[int, Text] = {
    6: Text(da="et halvt år", en="half a year"),
    12: Text(da="et år", en="a year"),
    36: Text(da="tre år", en="three years"),
}
"""Months after the meeting."""
DEFAULT = 12
NOTHING_WRITTEN = Text(da="Skriv mindst ét af de tre felter.", en="Write at least one of the three fields.")
HOW_LONG = Text(da="Vælg, hvor længe referatet bliver gemt.", en="Choose how long the minutes are kept.")
A_MONTH = timedelta(days=365.25 / 12)


@dataclass(frozen=True)
class Minutes:
    """What was written, by field, and the day on which it is deleted."""

    fields: Mapping[str, str]
    kept_until: date


def minutes_of(values: Mapping[str, str], *, months: int, meeting: date) -> Minutes:
    """The fields cleaned; raises Faulty with a sentence a field where nothing is written or something has no room."""
    clean = {one.id: several_lines(values.get(one.id, "")) for one in FIELDS}
    faults = without_room(clean, dict.fromkeys(clean, LONGEST))
    if not any(clean.values()):
        faults[DECIDED] = NOTHING_WRITTEN
    if months not in KEPT:
        faults["months"] = HOW_LONG
    if faults:
        raise Faulty(next(iter(faults.values())), faults)
    return Minutes({id: words for id, words in clean.items() if words}, meeting + months * A_MONTH)


def lines_of(fields: Mapping[str, str], field: str) -> list[str]:
    """What stands in a field, line by line, without the empty ones."""
    return [line for line in fields.get(field, "").splitlines() if line]
