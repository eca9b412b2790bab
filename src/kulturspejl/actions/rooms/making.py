"""Making a class: the programme, its exercises and the agenda are frozen as they were chosen."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from kulturspejl.access.permission import NOTHING_HERE, day_of
from kulturspejl.access.room_access import organisations_of, require_room
from kulturspejl.actions.auditing import note
from kulturspejl.actions.deciding import deciding
from kulturspejl.actions.rooms.slides import copy_slides
from kulturspejl.actions.sent import id_before, keep
from kulturspejl.core.choreography.making import make, slots_of
from kulturspejl.core.choreography.script import Script, script_to_json
from kulturspejl.core.choreography.state import RoomState, to_json
from kulturspejl.core.content.exercise import Exercise
from kulturspejl.core.content.own_words import OwnWords, too_long, with_own_words
from kulturspejl.core.content.planning import faults_of
from kulturspejl.core.content.programme import Programme
from kulturspejl.core.content.programme_data import programme_to_data
from kulturspejl.core.errors import Faulty, NotThere
from kulturspejl.core.text import Text, known
from kulturspejl.core.writing.length import without_room
from kulturspejl.core.writing.line import one_line
from kulturspejl.library.policies import load_policy
from kulturspejl.records.models import Organisation, Room, RoomKind, User
from kulturspejl.values.own_exercises import own_exercises
from kulturspejl.values.room_day import day_of_room
from kulturspejl.values.the_library import the_library
from kulturspejl.vault import codes

LONGEST = {"name": 100, "check_in": 300, "homework": 1000}


@dataclass(frozen=True)
class Draft:
    """What a facilitator has typed about a day; `texts` are own words, in `language`."""

    name: str
    day: date
    check_in: str
    homework: str
    language: str
    next_day: date | None
    texts: OwnWords


def create_class(
    *,
    by: User,
    plan: Programme,
    name: str,
    day: date,
    check_in: str,
    homework: str,
    language: str,
    is_practice: bool = False,
    next_day: date | None = None,
    texts: OwnWords | None = None,
    like: uuid.UUID | None = None,
    within: uuid.UUID | None = None,
    form: uuid.UUID | None = None,
    now: datetime,
) -> uuid.UUID:
    """Plan a day; returns the room's id. `plan` is the whole day as it is wanted: times, titles, and what is held.
    `like` is a room that `by` may run, whose own words of the exercises and slides are taken along. `within` is an
    organisation of theirs; else it is the first.

    More minutes than an item has are taken: the page says so. Raises Faulty with a sentence a field.
    """
    organisations = organisations_of(by, day_of(now))
    if not organisations or (within is not None and within not in organisations):
        raise NotThere(NOTHING_HERE)
    with deciding(Organisation, within or organisations[0]) as organisation:
        if organisation.id not in organisations_of(by, day_of(now)):
            raise NotThere(NOTHING_HERE)
        if before := id_before(form, by):
            return before
        before_it = require_room(by, like, now=now) if like else None
        exercises = known_exercises(by, day_of_room(before_it).exercises if before_it else {})
        draft = Draft(one_line(name), day, one_line(check_in), homework.strip(), language, next_day, texts or {})
        refuse(draft, plan, exercises, day_of(now))
        script = make(plan.items, exercises)
        room = put_up(
            plan, now, organisation=organisation, kind=RoomKind.PRACTICE if is_practice else RoomKind.CLASS,
            name=draft.name, day=draft.day, language=draft.language, check_in=draft.check_in,
            homework=draft.homework, next_day=draft.next_day,
            content=content_of(plan, script, exercises, draft), script=script_to_json(script),
            policy_version=load_policy().version, minimum=organisation.minimum, made_by=by,
        )  # fmt: skip
        if before_it:
            copy_slides(before_it, room)
        note(by=by, organisation_id=organisation.id, verb="room.create", about=room.id, now=now)
        keep(form, by, room.id, now)
    return room.id


def known_exercises(by: User, of_the_room: Mapping[str, Exercise]) -> dict[str, Exercise]:
    """The room's own copies first, then what the facilitator has made, then what the library has."""
    return {**the_library().exercises, **own_exercises(by), **of_the_room}


def copy_to_practise(room: Room, by: User, now: datetime) -> uuid.UUID:
    """The same day from its beginning, today, to be thrown away. Runs in the caller's transaction."""
    made = put_up(
        day_of_room(room).programme, now, organisation_id=room.organisation_id, kind=RoomKind.PRACTICE,
        name=room.name, day=day_of(now), language=room.language, check_in=room.check_in,
        homework=room.homework, content=room.content, script=room.script,
        policy_version=room.policy_version, minimum=room.minimum, made_by=by,
    )  # fmt: skip
    copy_slides(room, made)
    note(by=by, organisation_id=room.organisation_id, verb="room.create", about=made.id, now=now)
    return made.id


def put_up(plan: Programme, now: datetime, **columns: Any) -> Room:
    """A new room before its day begins, under a code and a wall key of its own."""
    return Room.objects.create(
        code=unused_code(), wall_key=codes.make_long(), state=to_json(RoomState(slots=slots_of(plan.items))), version=1,
        made_at=now, **columns,
    )  # fmt: skip


def content_of(
    plan: Programme, script: Script, exercises: Mapping[str, Exercise], draft: Draft
) -> dict[str, object]:
    """A room's own copy of the programme and of the exercises that are used, in the facilitator's own words."""
    used = sorted({one.exercise for one in script if one.exercise})
    own = {key: with_own_words(exercises[key], draft.texts, draft.language) for key in used}
    return {"programme": programme_to_data(plan), "exercises": own}


def unused_code() -> str:
    """Six signs that no room has; there are 700 million, so the loop hardly ever turns."""
    while True:
        code = codes.make_room()
        if not Room.objects.filter(code=code).exists():
            return code


def refuse(draft: Draft, plan: Programme, exercises: Mapping[str, Exercise], today: date) -> None:
    """Raises Faulty with a sentence for each field that cannot be taken."""
    faults: dict[str, Text] = {}
    if not draft.name:
        faults["name"] = Text(da="Skriv holdets navn.", en="Write the name of the class.")
    faults |= without_room({field: getattr(draft, field) for field in LONGEST}, LONGEST)
    if draft.day < today:
        faults["day"] = Text(da="Vælg en dag fra i dag.", en="Choose a day from today.")
    if draft.next_day is not None and draft.next_day <= draft.day:
        faults["next_day"] = Text(
            da="Vælg en dag efter dagen selv, eller lad feltet stå tomt.",
            en="Choose a day after the day itself, or leave the field empty.",
        )
    if draft.language not in known():
        faults["language"] = Text(da="Vælg dansk eller engelsk.", en="Choose Danish or English.")
    faults |= faults_of(plan, exercises) | too_long(draft.texts)
    if faults:
        raise Faulty(next(iter(faults.values())), faults)
