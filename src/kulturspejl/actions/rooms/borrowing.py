"""A room that anybody may open for their own team: no account, no organisation, gone after 24 hours."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from kulturspejl.access.permission import NOTHING_HERE, day_of, require
from kulturspejl.access.room_access import Runner, lends_rooms, require_room
from kulturspejl.actions.deciding import deciding, deciding_alone
from kulturspejl.actions.rooms.making import put_up
from kulturspejl.actions.rooms.ringing import ring_all
from kulturspejl.actions.sent import id_before, keep, secret_of
from kulturspejl.core.choreography.making import make
from kulturspejl.core.choreography.script import script_to_json
from kulturspejl.core.content.programme import Programme
from kulturspejl.core.content.programme_data import programme_to_data
from kulturspejl.core.errors import Faulty, NotThere, Refused, Unready
from kulturspejl.core.permissions import Verb
from kulturspejl.core.text import Text
from kulturspejl.core.writing.length import without_room
from kulturspejl.core.writing.line import one_line
from kulturspejl.library.policies import load_policy
from kulturspejl.records.models import KeptMeeting, Room, RoomKind, User
from kulturspejl.values.room_kept import BETWEEN
from kulturspejl.values.the_library import the_library
from kulturspejl.vault import codes

MOST_LENT = 2_000
"""Borrowed rooms at one time, at most about half a megabyte each. How fast one address opens them, its page counts."""
UNUSED = timedelta(hours=1)
"""When all are lent, those in which nobody has been for so long give way, the oldest first."""
MOST_BEFORE = 4
"""Times that a question was asked before, as a room brings them along: two years of half-years."""
LENDING = "rooms that are lent"
LONGEST = {"action": 280, "owner": 60}
LONGEST_TRAIT = {"trait": 300}
NOT_LENT = Text(
    da="Her kan man ikke låne et rum. Spørg den, der står for Kulturspejl hos jer.",
    en="Rooms are not lent here. Ask whoever is in charge of Kulturspejl where you work.",
)
MANY = Text(
    da="Der er åbnet mange rum lige nu. Prøv igen om nogle minutter.",
    en="Many rooms have been opened just now. Try again in a few minutes.",
)
NEEDED = {
    "action": Text(da="Skriv, hvad I prøver.", en="Write what you will try."),
    "owner": Text(da="Skriv, hvem der begynder.", en="Write who begins."),
    "day": Text(da="Vælg den dag, I ser på det igen.", en="Choose the day on which you look at it again."),
}


PAST = Text(da="Vælg en dag fra i dag.", en="Choose a day from today.")


@dataclass(frozen=True)
class Borrowed:
    """`desk_key` opens the desk; it is shown once and kept as a hash."""

    room_id: uuid.UUID
    code: str
    desk_key: str


def borrow(
    *, programme: str = "", trait: str = "", language: str, by: User | None = None, unit_id: uuid.UUID | None = None,
    form: uuid.UUID | None = None, now: datetime,
) -> Borrowed:  # fmt: skip
    """Open a room with a programme that is lent; without its name with the first of them.

    `trait` is what whoever opens it wants to talk about: everybody in the room reads it. With `unit_id` the room brings
    along where that unit's team stood at meetings that the unit has kept, and `by` must stand on the unit's team: the
    numbers come along, nothing of the unit. The same form once more gives the same room and the key to its desk, as
    long as the room is there. Raises Refused where it is not lent, Unready for too many, Faulty for a trait that is too
    long, NotThere for a unit that is not the person's.
    """
    trait = one_line(trait)
    if faults := without_room({"trait": trait}, LONGEST_TRAIT):
        raise Faulty(faults["trait"], faults)
    lent = the_library().lent
    plan = lent.get(programme or next(iter(lent), ""))
    key = codes.long_from(secret_of(form)) if form else codes.make_long()
    with deciding_alone(LENDING):
        if before := id_before(form, None):
            return Borrowed(before, Room.objects.values_list("code", flat=True).get(id=before), key)
        if plan is None or not lends_rooms():
            raise Refused(NOT_LENT)
        _refuse_many(now)
        before_it = _before(by, unit_id, plan, now) if unit_id is not None else []
        room = _lend(plan, trait, before_it, key, language, now)
        keep(form, None, room.id, now)
    return Borrowed(room.id, room.code, key)


def _before(by: User | None, unit_id: uuid.UUID, plan: Programme, now: datetime) -> list[dict[str, Any]]:
    """What the unit kept of the questions that this meeting asks six weeks ago or earlier, the latest times, oldest
    first."""
    if by is None:
        raise NotThere(NOTHING_HERE)
    require(by, Verb.PLAN_READ, unit_id=unit_id, now=now)
    asked = {id: the_library().exercises[id].version for item in plan.items for id in item.exercises}
    found: list[dict[str, Any]] = []
    old = KeptMeeting.objects.filter(unit_id=unit_id, day__lte=day_of(now) - BETWEEN)
    for kept in old.order_by("-day", "-taken_on", "-id"):
        parts = [one for one in kept.parts if asked.get(one["exercise"]) == one["version"]]
        found += [{"on": kept.day.isoformat(), "part": one} for one in parts]
    return found[:MOST_BEFORE][::-1]


def _lend(
    plan: Programme, trait: str, before: list[dict[str, Any]], key: str, language: str, now: datetime
) -> Room:
    exercises, policy = the_library().exercises, load_policy()
    script = make(plan.items, exercises)
    used = sorted({station.exercise for station in script if station.exercise})
    return put_up(
        plan, now, organisation=None, kind=RoomKind.BORROWED, desk_key_hash=codes.fingerprint(key),
        name=plan.name.into(language), day=day_of(now), language=language,
        check_in="", homework=plan.homework.into(language), trait=trait, before=before,
        content={"programme": programme_to_data(plan), "exercises": {id: exercises[id].raw for id in used}},
        script=script_to_json(script), policy_version=policy.version, minimum=policy.mean, made_by=None,
    )  # fmt: skip


def agree(*, by: Runner, room_id: uuid.UUID, action: str, owner: str, day: date | None, now: datetime) -> None:
    """Write down the one action; once more replaces it. Raises Faulty with a sentence a field."""
    with deciding(Room, room_id) as room:
        require_room(by, room, now=now)
        agreed = {"action": one_line(action), "owner": one_line(owner), "day": day.isoformat() if day else ""}
        faults = {name: NEEDED[name] for name, value in agreed.items() if not value} | without_room(agreed, LONGEST)
        if day is not None and day < day_of(now):
            faults["day"] = PAST
        if faults:
            raise Faulty(next(iter(faults.values())), faults)
        Room.objects.filter(id=room.id).update(agreed=agreed)
        ring_all(room)


def _refuse_many(now: datetime) -> None:
    lent = Room.objects.filter(kind=RoomKind.BORROWED)
    if lent.count() < MOST_LENT:
        return
    unused = lent.filter(participants=None, made_at__lt=now - UNUSED).order_by("made_at").first()
    if unused is None:
        raise Unready(MANY)
    unused.delete()
