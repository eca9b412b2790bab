"""The page on which a team's meeting is taken over for a unit: what goes, whose act it is, and who will read it."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from kulturspejl.core.permissions import may_keep
from kulturspejl.core.text import Text
from kulturspejl.readers.plan_teams import People, PlanTeam, teams_of
from kulturspejl.readers.rooms.handing_over import Taken, after_said, goes_said, stays_said, taken_of
from kulturspejl.records.models import RoomOffer, User
from kulturspejl.values.room_keeping import gone_at
from kulturspejl.values.room_kept import WEEKS_BETWEEN, Goes, earlier_of, what_goes
from kulturspejl.vault import codes


@dataclass(frozen=True)
class TakePlace:
    """A unit that the person belongs to. `may`: the act is theirs; else it is that of `instead`, by name and role.

    `readers` are (name, role) of everybody who will read what is kept. `is_too_soon`: the unit kept where the team
    stands less than six weeks ago, so of that nothing goes over.
    """

    unit_id: uuid.UUID
    name: str
    may: bool
    instead: People
    readers: People
    is_too_soon: bool


@dataclass(frozen=True)
class TakePage:
    """What is offered, in sentences. `seen` is the mark of it. `waits_until` is when the room is deleted.
    `weeks` lie between two times that a unit keeps the same question.
    """

    code: str
    room_name: str
    day: date
    goes: tuple[Text, ...]
    stays: tuple[Text, ...]
    after: tuple[Text, ...]
    seen: str
    taken: Taken | None
    waits_until: datetime | None
    weeks: int
    places: tuple[TakePlace, ...]


def offered(user: User, code: str, *, now: datetime) -> TakePage | None:
    """The page of a room's code for somebody who has logged in; None where nothing is offered there."""
    # One question for a code of no room and for a room that is not offered: the time tells neither from the other.
    offers = RoomOffer.objects.filter(room__code=codes.normalise(code)).select_related("taken_by", "room")
    found = offers.defer("room__content", "room__script").first()
    if found is None:
        return None
    room = found.room
    goes = what_goes(room)
    return TakePage(
        code=room.code, room_name=room.name, day=room.day, goes=tuple(goes_said(goes)),
        stays=tuple(stays_said(gone_at(room))), after=tuple(after_said(goes)), seen=goes.mark, taken=taken_of(found),
        waits_until=gone_at(room), weeks=WEEKS_BETWEEN,
        places=tuple(_places(user, goes, room.day, now)),
    )  # fmt: skip


def may_take_over(user: User, *, now: datetime) -> bool:
    """Whether there is any unit for which the person may."""
    return any(_may(one) for one in teams_of(user, now=now))


def _places(user: User, goes: Goes, met: date, now: datetime) -> list[TakePlace]:
    teams = teams_of(user, now=now)
    earlier = earlier_of([one.unit_id for one in teams], met)
    found = [
        TakePlace(
            one.unit_id, one.name, may=_may(one), instead=one.representatives, readers=one.readers,
            is_too_soon=goes.without(earlier[one.unit_id], met) != goes,
        )
        for one in teams
    ]  # fmt: skip
    return sorted(found, key=lambda one: not one.may)


def _may(team: PlanTeam) -> bool:
    return may_keep(team.roles, representatives=len(team.representatives))
