"""Changing a planned day. What has begun stays as it is; what lies ahead can still be chosen anew."""

import uuid
from dataclasses import replace
from datetime import date, datetime

from kulturspejl.access.permission import day_of
from kulturspejl.access.room_access import require_room
from kulturspejl.actions.auditing import note
from kulturspejl.actions.deciding import deciding
from kulturspejl.actions.rooms.making import Chosen, Draft, content_of, refuse, script_of
from kulturspejl.actions.rooms.ringing import ring_all
from kulturspejl.actions.sent import keep, made_before
from kulturspejl.core.choreography.script import Script, script_to_json
from kulturspejl.core.choreography.state import BEFORE, RoomState, from_json, to_json
from kulturspejl.core.choreography.steps import OVER
from kulturspejl.core.content.exercise import Exercise
from kulturspejl.core.content.own_words import OwnWords
from kulturspejl.core.errors import Conflict
from kulturspejl.core.writing.line import one_line
from kulturspejl.records.models import Room, User
from kulturspejl.values.room_day import RoomDay, day_of_room
from kulturspejl.values.room_plan import chosen_in, fixed_items
from kulturspejl.values.the_library import the_library


def change_class(
    *,
    by: User,
    room_id: uuid.UUID,
    name: str,
    day: date,
    chosen: Chosen,
    check_in: str,
    homework: str,
    language: str,
    next_day: date | None,
    texts: OwnWords,
    form: uuid.UUID | None = None,
    now: datetime,
) -> None:
    """The same room with another plan; whoever has joined stays. `language` is that of `texts`.

    Once the day has begun only the homework, the next day and what lies ahead are taken; the rest of what is given
    is left as it was. Raises Faulty with a sentence a field, and Conflict when the day is over.
    """
    with deciding(Room, room_id) as room:
        require_room(by, room_id, now=now)
        if made_before(form, by) is not None:
            return
        state, old = from_json(room.state), day_of_room(room)
        if state.is_over:
            raise Conflict(OVER)
        fixed = fixed_items(room, state, old)
        draft = Draft(one_line(name), day, one_line(check_in), homework.strip(), language, next_day, texts)
        if fixed:
            draft = replace(draft, name=room.name, day=room.day, check_in=room.check_in)
        exercises = known_exercises(old)
        wanted = _ahead(old, chosen, fixed)
        refuse(draft, old.programme, wanted, exercises, min(room.day, day_of(now)) if fixed else day_of(now))
        made = script_of(old.programme, wanted, exercises)
        script = (
            *[one for one in old.script if one.slot < fixed],
            *[one for one in made if one.slot >= fixed],
        )
        _store(room, draft, script, exercises, old, state, fixed)
        note(by=by, organisation_id=room.organisation_id, verb="room.change", about=room.id, now=now)
        keep(form, by, room.id, now)
        ring_all(room)


def known_exercises(day: RoomDay) -> dict[str, Exercise]:
    """The room's own copies first, then what the library has."""
    return {**the_library().exercises, **day.exercises}


def _ahead(day: RoomDay, chosen: Chosen, fixed: int) -> Chosen:
    """What was chosen before, where it has begun; what is chosen now, where it has not."""
    before, wanted = chosen_in(day), dict(chosen)
    return [
        (item.id, before[item.id] if place < fixed else wanted.get(item.id, []))
        for place, item in enumerate(day.programme.items)
    ]


def _store(
    room: Room,
    draft: Draft,
    script: Script,
    exercises: dict[str, Exercise],
    day: RoomDay,
    state: RoomState,
    fixed: int,
) -> None:
    after = state.next_version(furthest=state.furthest if fixed else BEFORE)
    Room.objects.filter(id=room.id).update(
        name=draft.name, day=draft.day, check_in=draft.check_in, homework=draft.homework, next_day=draft.next_day,
        content=content_of(day.programme, script, exercises, draft), script=script_to_json(script),
        state=to_json(after), version=after.version, plan=room.plan + 1,
    )  # fmt: skip
