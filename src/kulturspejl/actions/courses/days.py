"""The days of a class: when and where, changed as long as they lie ahead; and how many came."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kulturspejl.access.course_access import require_class, require_day
from kulturspejl.access.permission import day_of
from kulturspejl.actions.auditing import note
from kulturspejl.actions.deciding import deciding, lock_all
from kulturspejl.actions.rooms.ringing import ring_all
from kulturspejl.actions.sent import keep, made_before
from kulturspejl.core.choreography.state import from_json
from kulturspejl.core.content.course import CourseContent
from kulturspejl.core.content.parse_course import course_from_json
from kulturspejl.core.errors import Conflict, Faulty
from kulturspejl.core.text import Text
from kulturspejl.core.writing.length import without_room
from kulturspejl.core.writing.line import one_line
from kulturspejl.core.writing.sentence import filled
from kulturspejl.records.models import CourseClass, CourseDay, CourseLetter, Room, User
from kulturspejl.values.course_keeping import deleted_on, soonest_end
from kulturspejl.values.course_told import MOVED, OFF, not_told, not_told_off
from kulturspejl.values.room_day import day_of_room
from kulturspejl.values.room_plan import fixed_items

LONGEST = {"name": 60, "place": 200, "bring": 600}
MOST_CAME = 400
NEAR = timedelta(days=3)
"""So near a day its letter waits for no morning."""
NO_DAY = Text(da="Vælg en dag.", en="Choose a day.")
NO_DAYS = Text(da="Giv mindst én dag en dato.", en="Give at least one day a date.")
BACKWARDS = Text(da="Dagen slutter, før den begynder.", en="The day ends before it begins.")
OUT_OF_ORDER = Text(
    da="Dagen ligger ikke efter den forrige dag i kurset.", en="The day is not after the day before it in the course."
)
HAS_BEEN = Text(
    da="Dagen er holdt eller i gang. Dens dato står fast.", en="The day is over or under way. Its date stands."
)
HAS_A_ROOM = Text(
    da="Dagen har et rum. Slet først rummet, eller behold datoen.", en="The day has a room. Keep its date."
)
NOT_A_COUNT = filled(
    Text(da="Skriv et antal fra 0 til {most}.", en="Write a number from 0 to {most}."), most=MOST_CAME
)
TOO_SOON = Text(
    da="Så bliver holdet slettet {day} med alles sider. Giv den sidste dag en ny dato i stedet for at tage den af.",
    en="Then the class is deleted on {day} with everybody’s page. Give the last day another date instead of taking it "
    "off.",
)
STANDS = Text(da="Holdet har dagen igen.", en="The class has the day again.")
NOT_YET = Text(da="Dagen er ikke holdt endnu.", en="The day has not been held yet.")


@dataclass(frozen=True)
class DayWish:
    """When and where a day is; `starts` and `ends` in minutes after midnight, `bring` own words or none."""

    day: date
    starts: int
    ends: int
    place: str = ""
    bring: str = ""


def change_days(
    *, by: User, class_id: uuid.UUID, name: str, days: Mapping[str, DayWish], form: uuid.UUID | None = None,
    now: datetime,
) -> None:  # fmt: skip
    """The class with another name and other days. A day that has been keeps its date; a room that has not begun moves
    along with its day. Raises Faulty with a sentence a field ("module_1.day")."""
    with deciding(CourseClass, class_id) as held:
        require_class(by, class_id, now=now)
        if made_before(form, by) is not None:
            return
        course = held.course
        # A room closes with its own lock first and then writes to its day: so rooms come before days here as well.
        rooms = {one.id: one for one in lock_all(Room.objects.filter(course_day__held=held))}
        rows = {one.part: one for one in lock_all(held.days.all())}
        faults = refuse_days(course_from_json(course.content), days) | _moved(rows, rooms, days, day_of(now))
        faults |= _gone_too_soon(held, days, day_of(now))
        faults |= without_room({"class_name": one_line(name)}, {"class_name": LONGEST["name"]})
        if not one_line(name):
            faults["class_name"] = Text(da="Skriv holdets navn.", en="Write the name of the class.")
        if faults:
            raise Faulty(next(iter(faults.values())), faults)
        CourseClass.objects.filter(id=held.id).update(name=one_line(name))
        _store(held, rows, rooms, days)
        note(by=by, organisation_id=course.organisation_id, verb="course.days", about=course.id, now=now)
        keep(form, by, class_id, now)


def count_came(
    *, by: User, day_id: uuid.UUID, came: int, form: uuid.UUID | None = None, now: datetime
) -> None:
    """How many came, as whoever held the day has counted them; a number alone. Raises Faulty, Conflict before it."""
    with deciding(CourseDay, day_id) as row:
        found = require_day(by, day_id, now=now)
        if made_before(form, by) is not None:
            return
        if row.day > day_of(now):
            raise Conflict(NOT_YET)
        if not 0 <= came <= MOST_CAME:
            raise Faulty(NOT_A_COUNT, {"came": NOT_A_COUNT})
        CourseDay.objects.filter(id=row.id).update(came=came)
        organisation_id = found.held.course.organisation_id
        note(by=by, organisation_id=organisation_id, verb="course.came", about=found.held.course_id, now=now)
        keep(form, by, day_id, now)


def tell_moved(*, by: User, day_id: uuid.UUID, form: uuid.UUID | None = None, now: datetime) -> int:
    """A letter to each to whom a letter has told another day, other hours or another place; how many. Where the day is
    near it goes at once, else in the hours of letters. Raises Conflict for a day that has been."""
    with deciding(CourseDay, day_id) as row:
        found = require_day(by, day_id, now=now)
        if made_before(form, by) is not None:
            return 0
        if row.day < day_of(now):
            raise Conflict(HAS_BEEN)
        to = not_told(row)
        about = _anew(row.held_id, row.part, MOVED)
        near = row.day - day_of(now) <= NEAR
        CourseLetter.objects.bulk_create(CourseLetter(to_id=one, kind=MOVED, about=about, at_once=near) for one in to)
        note(by=by, organisation_id=found.held.course.organisation_id, verb="course.told", about=found.held.course_id,
             now=now)  # fmt: skip
        keep(form, by, day_id, now)
        return len(to)


def tell_called_off(
    *, by: User, class_id: uuid.UUID, part: str, form: uuid.UUID | None = None, now: datetime
) -> int:
    """A letter to each to whom a letter has told a day that the class no longer has; how many. Near it goes at once.
    Raises Conflict where the class has it again."""
    with deciding(CourseClass, class_id) as held:
        require_class(by, class_id, now=now)
        if made_before(form, by) is not None:
            return 0
        if held.days.filter(part=part).exists():
            raise Conflict(STANDS)
        to = not_told_off(held.id, part, day_of(now))
        about = _anew(held.id, part, OFF)
        CourseLetter.objects.bulk_create(
            CourseLetter(to_id=one, kind=OFF, about=about, at_once=day - day_of(now) <= NEAR) for one, day in to.items()
        )
        note(by=by, organisation_id=held.course.organisation_id, verb="course.told", about=held.course_id, now=now)
        keep(form, by, class_id, now)
        return len(to)


def _anew(held_id: uuid.UUID, part: str, kind: str) -> str:
    """What the next letters of a kind about the part are about: the part and a number, so that they are others."""
    before = CourseLetter.objects.filter(to__group__held_id=held_id, kind=kind)
    return f"{part} {before.values('about').distinct().count() + 1}"


def refuse_days(content: CourseContent, days: Mapping[str, DayWish]) -> dict[str, Text]:
    """A sentence for each field that cannot be taken; the days follow each other as the course has them."""
    faults: dict[str, Text] = {}
    if not days:
        faults["days"] = NO_DAYS
    before: date | None = None
    for part in content.parts:
        one = days.get(part.id)
        if one is None:
            continue
        if one.ends <= one.starts:
            faults[f"{part.id}.ends"] = BACKWARDS
        if before is not None and one.day <= before:
            faults[f"{part.id}.day"] = OUT_OF_ORDER
        values = {"place": one.place, "bring": one.bring}
        long = without_room(values, {key: LONGEST[key] for key in values})
        faults |= {f"{part.id}.{key}": text for key, text in long.items()}
        before = one.day
    return faults


def _moved(
    rows: Mapping[str, CourseDay], rooms: Mapping[uuid.UUID, Room], days: Mapping[str, DayWish], today: date
) -> dict[str, Text]:
    """What may not move: a day that has been, and one whose room has begun."""
    faults: dict[str, Text] = {}
    for part, row in rows.items():
        wish = days.get(part)
        if wish is not None and wish.day == row.day:
            continue
        room = rooms.get(row.room_id) if row.room_id else None
        if row.day <= today or (room is not None and _has_begun(room)):
            faults[f"{part}.day"] = HAS_BEEN
        elif room is not None and wish is None:
            faults[f"{part}.day"] = HAS_A_ROOM
    return faults


def _gone_too_soon(held: CourseClass, days: Mapping[str, DayWish], today: date) -> dict[str, Text]:
    """The class goes so long after its last day: without that day it may go at once, with everybody's page."""
    if not days:
        return {}
    before = max(held.days.values_list("day", flat=True), default=today)
    kept = held.course.kept_days
    end = deleted_on([one.day for one in days.values()], kept)
    if end >= soonest_end(deleted_on([before], kept), today):
        return {}
    return {"days": filled(TOO_SOON, day=max(end, today))}


def _has_begun(room: Room) -> bool:
    """A room's own date stands from its first item on: it says when what people wrote there is deleted."""
    return fixed_items(room, from_json(room.state), day_of_room(room)) > 0


def _store(
    held: CourseClass, rows: Mapping[str, CourseDay], rooms: Mapping[uuid.UUID, Room], days: Mapping[str, DayWish]
) -> None:
    CourseDay.objects.filter(held=held).exclude(part__in=days).delete()
    for part, one in days.items():
        row = rows.get(part) or CourseDay(held=held, part=part)
        row.day, row.starts, row.ends, row.place, row.bring = one.day, one.starts, one.ends, one.place, one.bring
        row.save()
        room = rooms.get(row.room_id) if row.room_id else None
        if room is not None and room.finished_on is None:
            Room.objects.filter(id=room.id).update(day=one.day, next_day=following(days, one.day))
            ring_all(room)


def following(days: Mapping[str, DayWish], day: date) -> date | None:
    """The next day of the class after this one."""
    later = [one.day for one in days.values() if one.day > day]
    return min(later, default=None)
