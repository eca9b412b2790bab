"""What a facilitator types about a course: its days, and what is agreed about it as a whole."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.http import QueryDict

from kulturspejl.actions.courses import CourseWish, DayWish
from kulturspejl.actions.courses.days import NO_DAY
from kulturspejl.core.content.course import CourseContent, CoursePart
from kulturspejl.core.content.parse_programme import TIME
from kulturspejl.core.errors import Faulty
from kulturspejl.core.text import Text
from kulturspejl.faces.shared.templatetags.saying import say
from kulturspejl.readers.courses.one_class import DayLine

NO_TIME = Text(da="Skriv et klokkeslæt, for eksempel 9.00.", en="Write a time, for example 09:00.")
KEPT = 90


@dataclass(frozen=True)
class DayField:
    """One day of the form, with the sentence of each field at fault."""

    part: CoursePart
    day: str
    starts: str
    ends: str
    place: str
    bring: str
    is_past: bool
    faults: Mapping[str, str]


def days_in(data: QueryDict, content: CourseContent) -> dict[str, DayWish]:
    """The days that have a date. Raises Faulty with a sentence a field ("module_1.day")."""
    faults: dict[str, Text] = {}
    found: dict[str, DayWish] = {}
    for part in content.parts:
        typed = data.get(f"{part.id}.day", "").strip()
        if not typed:
            continue
        day, starts, ends = _date(typed), *(minutes_of(data.get(f"{part.id}.{end}", "")) for end in ("starts", "ends"))
        if day is None:
            faults[f"{part.id}.day"] = NO_DAY
        for name, value in (("starts", starts), ("ends", ends)):
            if value is None:
                faults[f"{part.id}.{name}"] = NO_TIME
        if day is not None and starts is not None and ends is not None:
            place, bring = (data.get(f"{part.id}.{name}", "").strip() for name in ("place", "bring"))
            own = "" if bring == say(part.bring) else bring
            found[part.id] = DayWish(day, starts, ends, place, own)
    if faults:
        raise Faulty(next(iter(faults.values())), faults)
    return found


def fields_of(
    content: CourseContent, data: QueryDict | None, lines: Mapping[str, DayLine], faults: Mapping[str, Text]
) -> list[DayField]:  # fmt: skip
    """The form as it is typed, or as it stands."""
    return [_field(part, data, lines.get(part.id), faults) for part in content.parts]


def wish_in(data: QueryDict) -> CourseWish:
    """What is agreed about the course."""
    typed = data.get("kept_days", "").strip()
    return CourseWish(
        name=data.get("name", ""), letters_before="letters_before" in data, letters_after="letters_after" in data,
        certificates="certificates" in data, kept_days=int(typed) if typed.isdecimal() and len(typed) < 5 else 0,
    )  # fmt: skip


def minutes_of(typed: str) -> int | None:
    """ "9:00", "09.00" in minutes after midnight; None for what is no time."""
    found = TIME.fullmatch(typed.strip().replace(".", ":").rjust(5, "0"))
    return 60 * int(found[1]) + int(found[2]) if found else None


def as_time(minutes: int) -> str:
    """ "09:00", as a field of a time wants it."""
    return "{:02}:{:02}".format(*divmod(minutes, 60))


def _field(part: CoursePart, data: QueryDict | None, line: DayLine | None, faults: Mapping[str, Text]) -> DayField:
    told = {name.partition(".")[2]: say(text) for name, text in faults.items() if name.startswith(f"{part.id}.")}
    is_past = line is not None and line.row is not None and line.is_past
    if data is not None:
        day, starts, ends, place, bring = (
            data.get(f"{part.id}.{name}", "") for name in ("day", "starts", "ends", "place", "bring")
        )
        return DayField(part, day, starts, ends, place, bring, is_past=is_past, faults=told)
    row = line.row if line else None
    if row is None:
        return DayField(
            part, "", as_time(part.starts), as_time(part.ends), "", say(part.bring), is_past=False, faults=told
        )
    return DayField(
        part, row.day.isoformat(), as_time(row.starts), as_time(row.ends), row.place, row.bring or say(part.bring),
        is_past=is_past, faults=told,
    )  # fmt: skip


def _date(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return None
