"""A unit takes over what its team's room hands over, keeps it until a date, and can take it off before.

Nothing of anybody's answer, note or name is read here: what goes is what disclosure control has let out, as bands.
"""

import uuid
from datetime import date, datetime

from kulturspejl.access.crew import crew_of
from kulturspejl.access.handed_to import team_of
from kulturspejl.access.permission import NOTHING_HERE, day_of, require
from kulturspejl.access.room_access import room_of
from kulturspejl.actions.at_the_time import name_of
from kulturspejl.actions.auditing import note
from kulturspejl.actions.deciding import deciding, lock_all
from kulturspejl.actions.plans import send_idea
from kulturspejl.actions.rooms.ringing import ring_all
from kulturspejl.actions.sent import id_before, keep, may_be_gone
from kulturspejl.actions.sweeping import sweep_afterwards, tables_under
from kulturspejl.actions.telling import tell
from kulturspejl.core.errors import Conflict, NotThere, Refused
from kulturspejl.core.permissions import Role, Verb, may_keep
from kulturspejl.core.plans import State
from kulturspejl.core.plans.origin import Origin
from kulturspejl.core.text import Text
from kulturspejl.core.writing.line import one_line
from kulturspejl.core.writing.sentence import filled
from kulturspejl.records.models import Action, KeptMeeting, Room, RoomOffer, Unit, User
from kulturspejl.records.rooms import HEAVY
from kulturspejl.values.room_day import day_of_room
from kulturspejl.values.room_keeping import MEETING_KEPT
from kulturspejl.values.room_kept import KEEP, WEEKS_BETWEEN, Goes, earlier_of, what_goes
from kulturspejl.values.tree import tree_on
from kulturspejl.vault import ledger

NOT_OFFERED = Text(
    da="Her er ikke noget at overtage: Tilbuddet er trukket tilbage, eller rummet er slettet.",
    en="There is nothing to take over here: the offer was taken back, or the room is deleted.",
)
CHANGED = Text(
    da="Mødet er ændret, siden du læste det. Læs det igen, og tryk så.",
    en="The meeting has changed since you read it. Read it again, and then press.",
)
TOO_SOON = Text(
    da="Det er under {weeks} uger siden, enheden sidst gemte, hvor I står. Gem det igen, når der er gået længere tid.",
    en="The unit kept where you stand less than {weeks} weeks ago. Keep it again when more time has passed.",
)
TAKEN = Text(da="Mødet er allerede overtaget: {unit}.", en="The meeting has been taken over already: {unit}.")
NOT_YOURS = Text(
    da="Enheden har en AMR eller TR, så det er dem, der kan overtage mødet.",
    en="The unit has an AMR or TR, so it is theirs to take the meeting over.",
)
CLOSED = Text(
    da="Enheden er lukket, så den kan ikke overtage noget.",
    en="The unit is closed, so it cannot take anything over.",
)
SWEPT = tables_under(KeptMeeting)


def take_over(
    *, by: User, code: str, unit_id: uuid.UUID, seen: str, form: uuid.UUID | None = None, now: datetime
) -> uuid.UUID:
    """A representative's act (where the unit has none: its leader's). Returns what is kept, a KeptMeeting's id.

    `seen` is the mark of what the person has read (values/room_kept). What was agreed becomes an idea of the plan,
    unless the same words stand there already; where the team stands is kept at most once in six weeks. Of two for one
    unit the second finds what the first has kept. Raises NotThere, Conflict where it has changed or is another unit's,
    Refused for a leader where somebody represents the unit, for a unit that is closed or has kept all of it within six
    weeks, and for a plan that is full of ideas.
    """
    room_id = _room_id(code)
    with deciding(Unit, unit_id) as unit, deciding(Room, room_id) as room:
        role = _role(by, unit, now)
        if role is None:
            raise Refused(NOT_YOURS)
        if unit.id not in tree_on(unit.organisation_id, day_of(now)).units:
            raise Refused(CLOSED)
        if before := id_before(form, by):
            return before
        found = RoomOffer.objects.filter(room=room).first()
        if found is None:
            raise Conflict(NOT_OFFERED)
        if found.taken_at is not None:
            if found.unit_id == unit.id and found.kept_id is not None:
                return found.kept_id
            raise Conflict(filled(TAKEN, unit=found.unit_name))
        goes = what_goes(room)
        if goes.is_nothing or goes.mark != seen:
            raise Conflict(CHANGED)
        goes = goes.without(earlier_of([unit.id], room.day)[unit.id], room.day)
        if goes.is_nothing:
            raise Refused(filled(TOO_SOON, weeks=WEEKS_BETWEEN))
        kept = _kept(room, unit, goes, by, role, now)
        _taken(found, unit, kept, now)
        others = [one for one in team_of(unit.organisation_id, unit.id, day_of(now)) if one.id != by.id]
        tell("meeting_kept", to=others, unit=unit, path=f"/units/{unit.id}/plan", values={"who": str(by)}, ask=by)
        note(by=by, organisation_id=unit.organisation_id, verb=KEEP, about=unit.id, now=now)
        keep(form, by, kept.id, now)
        ring_all(room)
    return kept.id


def take_off(*, by: User, meeting_id: uuid.UUID, form: uuid.UUID | None = None, now: datetime) -> None:
    """The unit keeps it no longer; the action stays in the plan. By whoever may take over. As long as the room is there
    its offer is open again: it may have been taken over for the wrong unit. Raises NotThere.
    """
    with may_be_gone(form, by), deciding(KeptMeeting, meeting_id) as kept:
        if _role(by, kept.unit, now) is None:
            raise NotThere(NOTHING_HERE)
        ledger.note(what=ledger.KEPT_MEETING, round_id=kept.id, on=day_of(now))
        note(by=by, organisation_id=kept.unit.organisation_id, verb="meeting.off", about=kept.unit_id, now=now)
        for room in lock_all(Room.objects.defer(*HEAVY).filter(offer__kept=kept)):
            open_again = {"unit": None, "unit_name": "", "kept": None, "taken_by": None, "role": "", "taken_at": None}
            RoomOffer.objects.filter(room=room).update(**open_again)
            ring_all(room)
        kept.delete()
        keep(form, by, meeting_id, now)
        sweep_afterwards(*SWEPT)


def delete_old_meetings(*, now: datetime) -> int:
    """What was kept for as long as was said; returns how many meetings that was."""
    ids = list(KeptMeeting.objects.filter(kept_until__lt=day_of(now)).values_list("id", flat=True))
    for id in ids:
        ledger.note(what=ledger.KEPT_MEETING, round_id=id, on=day_of(now))
    KeptMeeting.objects.filter(id__in=ids).delete()
    if ids:
        sweep_afterwards(*SWEPT)
    return len(ids)


def _room_id(code: str) -> uuid.UUID:
    """Of a code that opens nothing any more as of a room that was never offered."""
    try:
        return room_of(code).id
    except NotThere as error:
        raise Conflict(NOT_OFFERED) from error


def _role(by: User, unit: Unit, now: datetime) -> Role | None:
    """In which role the person acts: AMR, TR, or the leader of a unit without them; None for its leader else."""
    roles, today = require(by, Verb.PLAN_EDIT, unit_id=unit.id, now=now), day_of(now)
    crew = crew_of(unit.organisation_id, [unit.id], tree_on(unit.organisation_id, today), today)
    if not may_keep(roles, representatives=len(crew.representatives(unit.id))):
        return None
    return next(one for one in (Role.AMR, Role.TR, Role.LEADER) if one in roles)


def _kept(room: Room, unit: Unit, goes: Goes, by: User, role: Role, now: datetime) -> KeptMeeting:
    programme = day_of_room(room).programme
    return KeptMeeting.objects.create(
        unit=unit, programme=programme.id, name=dict(programme.name.words), day=room.day,
        parts=[one.to_json() for one in goes.parts], action_id=_idea(unit, programme.id, goes, room.day, by, now),
        taken_by=by, role=role, taken_on=day_of(now), kept_until=day_of(now) + MEETING_KEPT,
    )  # fmt: skip


def _idea(unit: Unit, programme: str, goes: Goes, met: date, by: User, now: datetime) -> uuid.UUID | None:
    """What was agreed stands in the plan once: somebody may have sent it there already.

    What stood there before the meeting, and was agreed on anew with another name or day, is said anew as well.
    """
    if not goes.action:
        return None
    again = goes.day if goes.day and goes.day >= day_of(now) else None
    there = Action.objects.filter(unit=unit, what=one_line(goes.action)).exclude(state=State.DROP).order_by("id")
    for one in there:
        came = one.agreed_on or one.origin_on
        if came is None or came >= met or (one.who, one.follow_up) == (goes.owner, again):
            return one.id
    return send_idea(
        by=by, unit_id=unit.id, what=goes.action, who=goes.owner, follow_up=again, tool=programme,
        origin=Origin.ROOM, origin_on=met, now=now,
    )  # fmt: skip


def _taken(found: RoomOffer, unit: Unit, kept: KeptMeeting, now: datetime) -> None:
    found.unit, found.unit_name, found.kept = unit, name_of(unit.id), kept
    found.taken_by, found.role, found.taken_at = kept.taken_by, kept.role, now
    found.save()
