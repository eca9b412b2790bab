"""The room of a course day, made out of the day's programme, and whoever was there saying so."""

import uuid
from dataclasses import replace
from datetime import datetime

from kulturspejl.access.course_access import membership_by_key, require_day
from kulturspejl.access.permission import NOTHING_HERE, day_of
from kulturspejl.actions.deciding import deciding
from kulturspejl.actions.rooms import create_class
from kulturspejl.core.content.parse_course import course_from_json
from kulturspejl.core.content.programme import Programme
from kulturspejl.core.errors import Conflict, Faulty, NotThere, Refused
from kulturspejl.core.text import Text
from kulturspejl.core.writing.sentence import filled
from kulturspejl.records.models import CourseDay, Membership, Organisation, User
from kulturspejl.values.the_library import the_library
from kulturspejl.vault import codes

NO_PROGRAMME = Text(
    da="Der er ikke noget program til dagen endnu. Læg »programmes/{id}.toml« i en mappe med indhold.",
    en="There is no programme for the day yet. Put “programmes/{id}.toml” into a folder of content.",
)
HAS_BEEN = Text(da="Dagen er forbi.", en="The day is over.")
WRONG_CODE = Text(
    da="Det er ikke koden til dagens rum. Den står på skærmen i lokalet.",
    en="That is not the code of today’s room. It stands on the screen in the room.",
)
NOT_NOW = Text(
    da="Det kan du kun sige på selve dagen, når rummet er åbnet.",
    en="You can say so on the day itself only, once its room is open.",
)
MIDNIGHT = 24 * 60


def open_room(*, by: User, day_id: uuid.UUID, language: str, now: datetime) -> uuid.UUID:
    """The room of the day, made if there is none: its programme, moved to when the day begins. Returns the room's id.

    Raises Refused where the day has no programme yet, Conflict for a day that is over.
    """
    organisation_id = require_day_of(day_id)
    with deciding(Organisation, organisation_id), deciding(CourseDay, day_id) as row:
        found = require_day(by, day_id, now=now)
        if row.room_id is not None:
            return row.room_id
        if row.day < day_of(now):
            raise Conflict(HAS_BEEN)
        part = course_from_json(found.held.course.content).part(row.part)
        plan = the_library().programmes.get(part.programme) if part else None
        if part is None or plan is None:
            raise Refused(filled(NO_PROGRAMME, id=part.programme if part else row.part))
        later = [one.day for one in found.held.days.all() if one.day > row.day]
        room_id = create_class(
            by=by, plan=begun_at(plan, row.starts), name=f"{found.held.name} · {part.title.into(language)}"[:100],
            day=row.day, check_in=plan.check_ins[0].into(language), homework=plan.homework.into(language),
            language=language, next_day=min(later, default=None), within=organisation_id, now=now,
        )  # fmt: skip
        CourseDay.objects.filter(id=row.id).update(room_id=room_id)
    return room_id


def require_day_of(day_id: uuid.UUID) -> uuid.UUID:
    """The organisation of a day; NotThere for no such day."""
    found = CourseDay.objects.filter(id=day_id).values_list("held__course__organisation_id", flat=True).first()
    if found is None:
        raise NotThere(NOTHING_HERE)
    return found


def begun_at(plan: Programme, starts: int) -> Programme:
    """The same day, all of it moved so that it begins then; as it is where that would pass midnight."""
    away = starts - plan.items[0].start
    if not away or plan.items[-1].end + away >= MIDNIGHT:
        return plan
    moved = tuple(replace(one, start=one.start + away, end=one.end + away) for one in plan.items)
    return replace(plan, items=moved)


def say_present(*, secret: str, code: str, now: datetime) -> None:
    """Count today for the certificate, by the code of the room; once a day. Only the count is kept, not which days.

    Raises Faulty for another code, Refused where there is nothing to count.
    """
    taking = membership_by_key(secret, now=now)
    with deciding(Membership, taking.member.id) as member:
        today = day_of(now)
        row = CourseDay.objects.select_related("room").filter(held=taking.held, day=today).first()
        if not taking.course.certificates or row is None or row.room is None:
            raise Refused(NOT_NOW)
        if codes.normalise(code) != row.room.code:
            raise Faulty(WRONG_CODE, {"code": WRONG_CODE})
        if member.present_on != today:
            Membership.objects.filter(id=member.id).update(days_present=member.days_present + 1, present_on=today)
