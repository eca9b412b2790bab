"""Changing a planned day. What has begun stays as it is; what lies ahead can still be chosen anew."""

import uuid
from dataclasses import replace
from datetime import date, datetime

from kulturspejl.access.permission import day_of
from kulturspejl.access.room_access import require_room
from kulturspejl.actions.auditing import note
from kulturspejl.actions.deciding import deciding
from kulturspejl.actions.rooms.making import Draft, content_of, known_exercises, refuse
from kulturspejl.actions.rooms.ringing import ring_all
from kulturspejl.actions.sent import keep, made_before
from kulturspejl.core.choreography.agenda import Slots
from kulturspejl.core.choreography.making import make, slots_of
from kulturspejl.core.choreography.script import Script, script_to_json
from kulturspejl.core.choreography.state import BEFORE, RoomState, from_json, to_json
from kulturspejl.core.choreography.steps import OVER
from kulturspejl.core.content.exercise import Exercise
from kulturspejl.core.content.own_words import OwnWords
from kulturspejl.core.content.programme import Programme
from kulturspejl.core.errors import Conflict
from kulturspejl.core.text import Text
from kulturspejl.core.writing.line import one_line
from kulturspejl.records.models import CourseDay, Room, User
from kulturspejl.values.room_day import day_of_room
from kulturspejl.values.room_plan import fixed_items

CHANGED = Text(
    da="En anden har ændret dagen, mens du skrev. Det, du har skrevet, står her endnu. Åbn dagen i et nyt vindue og se "
    "den andens ændringer. Gem så igen, hvis din skal gælde.",
    en="Somebody else has changed the day while you were writing. What you wrote is still here. Open the day in "
    "another window and look at their changes. Then save again if yours are to hold.",
)
BEFORE_WHAT_HAS_BEGUN = Text(
    da="Dagen er begyndt. Et punkt, der ligger forude, kan først begynde, når det, der er i gang, er slut.",
    en="The day has begun. An item that lies ahead can begin when what is on now has ended, and not before.",
)


def change_class(
    *,
    by: User,
    room_id: uuid.UUID,
    name: str,
    day: date,
    plan: Programme,
    check_in: str,
    homework: str,
    language: str,
    next_day: date | None,
    texts: OwnWords,
    seen: int | None = None,
    form: uuid.UUID | None = None,
    now: datetime,
) -> None:
    """The same room with another plan; whoever has joined stays. `language` is that of `texts`.

    Once the day has begun only the homework, the next day and what lies ahead are taken; the rest of what is given
    is left as it was. `seen` is the number of the plan that was changed: another one was made meanwhile by somebody.
    Raises Faulty with a sentence a field, and Conflict when the day is over or has been changed.
    """
    with deciding(Room, room_id) as room:
        require_room(by, room, now=now)
        if made_before(form, by) is not None:
            return
        state, old = from_json(room.state), day_of_room(room)
        if state.is_over:
            raise Conflict(OVER)
        if seen is not None and seen != room.plan:
            raise Conflict(CHANGED)
        fixed = fixed_items(room, state, old)
        draft = Draft(one_line(name), day, one_line(check_in), homework.strip(), language, next_day, texts)
        if fixed:
            draft = replace(draft, name=room.name, day=room.day, check_in=room.check_in)
        exercises = known_exercises(by, old.exercises)
        wanted = _with_what_has_begun(old.programme, plan, state.slots[:fixed])
        refuse(draft, wanted, exercises, min(room.day, day_of(now)) if fixed else day_of(now))
        script = (
            *[one for one in old.script if one.slot < fixed],
            *[one for one in make(wanted.items, exercises) if one.slot >= fixed],
        )
        _store(room, draft, script, exercises, wanted, state, fixed)
        CourseDay.objects.filter(room=room).update(day=draft.day)
        note(by=by, organisation_id=room.organisation_id, verb="room.change", about=room.id, now=now)
        keep(form, by, room.id, now)
        ring_all(room)


def _with_what_has_begun(old: Programme, plan: Programme, begun: Slots) -> Programme:
    """The day as it is wanted now, with the items as they are where they have begun. Raises Conflict."""
    kept = tuple(
        replace(item, start=slot.start, end=slot.end) for item, slot in zip(old.items, begun, strict=False)
    )
    ids = {item.id for item in kept}
    ahead = tuple(one for one in plan.items if one.id not in ids)
    if kept and ahead and ahead[0].start < kept[-1].end:
        raise Conflict(BEFORE_WHAT_HAS_BEGUN)
    return replace(plan, id=old.id, source=old.source, items=(*kept, *ahead))


def _store(
    room: Room,
    draft: Draft,
    script: Script,
    exercises: dict[str, Exercise],
    plan: Programme,
    state: RoomState,
    fixed: int,
) -> None:
    slots = (*state.slots[:fixed], *slots_of(plan.items)[fixed:])
    after = state.next_version(furthest=state.furthest if fixed else BEFORE, slots=slots)
    Room.objects.filter(id=room.id).update(
        name=draft.name, day=draft.day, check_in=draft.check_in, homework=draft.homework, next_day=draft.next_day,
        content=content_of(plan, script, exercises, draft), script=script_to_json(script),
        state=to_json(after), version=after.version, plan=room.plan + 1,
    )  # fmt: skip
