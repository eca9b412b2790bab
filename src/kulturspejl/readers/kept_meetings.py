"""What units keep of their teams' meetings: before it is taken over, and afterwards beside the plan."""

import uuid
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from kulturspejl.access.crew import Crew, Post, crew_of
from kulturspejl.access.permission import day_of
from kulturspejl.access.room_access import room_of
from kulturspejl.access.sight import Sight, grants_on, sight_of
from kulturspejl.core.errors import NotThere
from kulturspejl.core.permissions import Role, Verb, may, may_keep
from kulturspejl.core.plans import kept
from kulturspejl.core.plans.kept import KeptPart
from kulturspejl.core.text import Text
from kulturspejl.core.writing.order import danish_key
from kulturspejl.readers.rooms.handing_over import (
    Taken,
    after_said,
    goes_said,
    stays_said,
    taken_of,
    where_said,
)
from kulturspejl.records.models import KeptMeeting, RoomOffer, User
from kulturspejl.values.room_keeping import gone_at
from kulturspejl.values.room_kept import BETWEEN, WEEKS_BETWEEN, Goes, what_goes
from kulturspejl.values.where import where_of

MOST_TIMES = 4
"""Times beside each other in a table, the latest."""
FEW_ROWS = 4


@dataclass(frozen=True)
class TakePlace:
    """A unit that the person belongs to. `may`: the act is theirs; else it is that of `instead`, by name and role.

    `readers` are (name, role) of everybody who will read what is kept. `is_too_soon`: the unit kept where the team
    stands less than six weeks ago, so of that nothing goes over.
    """

    unit_id: uuid.UUID
    name: str
    may: bool
    instead: tuple[tuple[str, Role], ...]
    readers: tuple[tuple[str, Role], ...]
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


@dataclass(frozen=True)
class KeptView:
    """A meeting that a unit has kept. `said` is a sentence for each question, `by` "" where the account is gone."""

    id: uuid.UUID
    unit_id: uuid.UUID
    name: Text
    day: date
    programme: str
    said: tuple[Text, ...]
    parts: tuple[KeptPart, ...]
    action_id: uuid.UUID | None
    by: str
    role: Role
    until: date

    @property
    def along_from(self) -> date:
        """From when the numbers come along to the next room."""
        return self.day + BETWEEN


@dataclass(frozen=True)
class Compared:
    """One question over time: `rows` are (what was asked, between which numbers each time)."""

    label: Text
    days: tuple[date, ...]
    rows: tuple[tuple[Text, tuple[Text | None, ...]], ...]

    @property
    def is_long(self) -> bool:
        """Whether it is told in a sentence already, and the table is for whoever wants all of it."""
        return len(self.rows) > FEW_ROWS


def offered(user: User, code: str, *, now: datetime) -> TakePage | None:
    """The page of a room's code for somebody who has logged in; None where nothing is offered there."""
    try:
        room = room_of(code)
    except NotThere:
        return None
    found = RoomOffer.objects.filter(room=room).select_related("taken_by").first()
    if found is None:
        return None
    goes = what_goes(room)
    return TakePage(
        code=room.code, room_name=room.name, day=room.day, goes=tuple(goes_said(goes)),
        stays=tuple(stays_said(gone_at(room))), after=tuple(after_said(goes)), seen=goes.mark, taken=taken_of(found),
        waits_until=gone_at(room), weeks=WEEKS_BETWEEN,
        places=tuple(_places(user, goes, room.day, now)),
    )  # fmt: skip


def may_take_over(user: User, *, now: datetime) -> bool:
    """Whether there is any unit for which the person may."""
    return any(one.may for one in _places(user, Goes("", "", None, ()), day_of(now), now))


def of_unit(unit_id: uuid.UUID) -> tuple[KeptView, ...]:
    """What a unit has kept, the newest first. The caller has asked for permission."""
    return of_units([unit_id]).get(unit_id, ())


def of_units(unit_ids: Collection[uuid.UUID]) -> Mapping[uuid.UUID, tuple[KeptView, ...]]:
    """The same of several, by unit, in one query."""
    found: dict[uuid.UUID, list[KeptView]] = defaultdict(list)
    rows = KeptMeeting.objects.filter(unit_id__in=unit_ids).select_related("taken_by")
    for row in rows.order_by("-day", "-taken_on", "-id"):
        found[row.unit_id].append(_view(row))
    return {unit_id: tuple(views) for unit_id, views in found.items()}


def compared(meetings: Sequence[KeptView]) -> tuple[Compared, ...]:
    """Every question that was asked at least twice, or of which a sentence does not say all; from left to right."""
    times: dict[tuple[str, str, str, int, int], list[tuple[date, KeptPart]]] = defaultdict(list)
    for one in reversed(meetings):
        for part in one.parts:
            times[part.same].append((one.day, part))
    tables = (_compared(found[-MOST_TIMES:]) for found in times.values())
    return tuple(one for one in tables if len(one.days) > 1 or one.is_long)


def may_take_off(sight: Sight, unit_id: uuid.UUID) -> bool:
    """Whether the person may take something off what the unit keeps."""
    crew = crew_of(sight.organisation_id, [unit_id], sight.tree, sight.day)
    return may_keep(sight.at(unit_id), representatives=len(crew.representatives(unit_id)))


def _view(row: KeptMeeting) -> KeptView:
    parts = tuple(KeptPart.from_json(one) for one in row.parts)
    return KeptView(
        id=row.id, unit_id=row.unit_id, name=Text(**row.name), day=row.day, programme=row.programme,
        said=tuple(map(where_said, parts)), parts=parts, action_id=row.action_id, by=str(row.taken_by or ""),
        role=Role(row.role), until=row.kept_until,
    )  # fmt: skip


def _compared(times: Sequence[tuple[date, KeptPart]]) -> Compared:
    newest = times[-1][1]
    rows = []
    for item in newest.items:
        cells = [part.band_of(item.id) for _on, part in times]
        rows.append((item.label, tuple(kept.from_to(one) if one else None for one in cells)))
    return Compared(newest.label, tuple(on for on, _part in times), tuple(rows))


def _places(user: User, goes: Goes, met: date, now: datetime) -> list[TakePlace]:
    day, found = day_of(now), []
    rows = grants_on(day).filter(user=user).values_list("organisation_id", flat=True).distinct()
    for organisation_id in list(rows):
        sight = sight_of(user, organisation_id, day)
        mine = [one for one, roles in sight.by_unit.items() if may(Verb.PLAN_EDIT, roles)]
        crew = crew_of(organisation_id, mine, sight.tree, day)
        near: dict[uuid.UUID, list[KeptMeeting]] = defaultdict(list)
        for row in KeptMeeting.objects.filter(unit_id__in=mine, day__gt=met - BETWEEN):
            near[row.unit_id].append(row)
        found += [_place(one, sight, crew, goes.without(near[one], met) != goes) for one in mine]
    return sorted(found, key=lambda one: (not one.may, danish_key(one.name)))


def _place(unit_id: uuid.UUID, sight: Sight, crew: Crew, is_too_soon: bool) -> TakePlace:
    representing = crew.representatives(unit_id)
    return TakePlace(
        unit_id, where_of(sight.tree, unit_id).name,
        may=may_keep(sight.at(unit_id), representatives=len(representing)), instead=_people(representing),
        readers=_people([*crew.leaders(unit_id), *representing]), is_too_soon=is_too_soon,
    )  # fmt: skip


def _people(posts: Sequence[Post]) -> tuple[tuple[str, Role], ...]:
    """Each once, in their first role."""
    return tuple({post.user_id: (post.person, post.role) for post in reversed(posts)}.values())[::-1]
