"""A TRIO's page: who it is, what they work on and agreed on, the next meeting with its agenda, and the minutes."""

import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from kulturspejl.access.crew import Crew, crew_of
from kulturspejl.access.permission import NOTHING_HERE, day_of, sight_for
from kulturspejl.access.sight import Sight, sights_of
from kulturspejl.core.errors import NotThere
from kulturspejl.core.permissions import Role, Verb, may
from kulturspejl.core.plans.states import IN_HAND
from kulturspejl.core.text import Text
from kulturspejl.core.trio import agenda, agreement
from kulturspejl.core.trio.agenda import Item
from kulturspejl.core.trio.agreement import Field
from kulturspejl.core.trio.minutes import DECIDED, WHO_DOES_WHAT, lines_of
from kulturspejl.core.writing.order import danish_key
from kulturspejl.readers import permissions_here, plans
from kulturspejl.readers.courses import of_unit
from kulturspejl.readers.permissions_here import PermissionLine
from kulturspejl.readers.plans import ActionView, PlanView
from kulturspejl.records.models import (
    AnnualMatter,
    RoundState,
    RoundUnit,
    TrioAgreement,
    TrioFocus,
    TrioMeeting,
    Unit,
    User,
)
from kulturspejl.values.where import where_of

LATELY = timedelta(days=60)
"""Changes of who sees what are told for so long where no meeting has been held since."""


@dataclass(frozen=True)
class Member:
    """Somebody who stands on the team of the unit now, and so reads and writes this page."""

    person: str
    role: Role


@dataclass(frozen=True)
class Focus:
    """What they work on, or did; `by` is empty where whoever wrote it is gone."""

    words: str
    by: str
    on: date
    is_current: bool


@dataclass(frozen=True)
class Agreement:
    """`lines` are (field, words) of what was agreed, `fields` all that can be; `version` 0 where there is none yet."""

    fields: tuple[tuple[Field, str], ...]
    version: int
    by: str
    on: date | None

    @property
    def lines(self) -> list[tuple[Field, str]]:
        """What has been written."""
        return [(field, words) for field, words in self.fields if words]


@dataclass(frozen=True)
class MeetingView:
    """`minutes` are the words by field, {} until they are written."""

    id: uuid.UUID
    day: date
    starts: time | None
    place: str
    minutes: Mapping[str, str]
    months: int
    kept_until: date | None
    version: int
    planned_by: str
    written_by: str

    @property
    def at(self) -> date | datetime:
        """The day, with the hour where there is one."""
        return (
            self.day if self.starts is None else timezone.make_aware(datetime.combine(self.day, self.starts))
        )

    @property
    def decided(self) -> list[str]:
        """What was decided, line by line."""
        return lines_of(self.minutes, DECIDED)

    @property
    def to_do(self) -> list[str]:
        """What somebody said yes to, line by line."""
        return lines_of(self.minutes, WHO_DOES_WHAT)


@dataclass(frozen=True)
class AgendaLine:
    """An item of the agenda with what was found for it; `takes_stock`: it is time to take stock of the whole plan."""

    item: Item
    actions: tuple[ActionView, ...] = ()
    result: tuple[uuid.UUID, date | None] | None = None
    new: Text | None = None
    takes_stock: bool = False


@dataclass(frozen=True)
class Matter:
    """Something for the yearly discussion."""

    id: uuid.UUID
    words: str
    by: str
    on: date


@dataclass(frozen=True)
class TrioPage:
    """`next` of the meetings stands ahead, `due` are those that were held and have no minutes,
    `held` those that have, newest first.

    `changes` is what was changed about who has a permission here since the last meeting, `in_plan` the words that stand
    in the unit's plan. `has_representatives`: else the agreement asks who follows up.
    """

    unit_id: uuid.UUID
    unit_name: str
    is_closed: bool
    members: tuple[Member, ...]
    has_representatives: bool
    focus: Focus | None
    earlier: tuple[Focus, ...]
    agreement: Agreement
    meetings: tuple[MeetingView, ...]
    next: MeetingView | None
    due: tuple[MeetingView, ...]
    held: tuple[MeetingView, ...]
    agenda: tuple[AgendaLine, ...]
    since: date
    changes: tuple[PermissionLine, ...]
    matters: tuple[Matter, ...]
    in_plan: frozenset[str]

    @property
    def on_list(self) -> frozenset[str]:
        """What stands on the yearly list already."""
        return frozenset(one.words for one in self.matters)


def for_user(user: User, unit_id: uuid.UUID, *, now: datetime) -> TrioPage:
    """The page; NotThere unless the viewer leads or represents the unit."""
    sight = _sight(user, unit_id, now)
    crew = crew_of(sight.organisation_id, [unit_id], sight.tree, sight.day)
    focuses = _focuses(unit_id)
    focus = next((one for one in focuses if one.is_current), None)
    meetings = _meetings(unit_id)
    held, represented = [one for one in meetings if one.minutes], bool(crew.representatives(unit_id))
    plan = plans.of_unit(unit_id)
    since = held[0].day if held else sight.day - LATELY
    stock = _is_stock_due(user, plan, sight.day, now)
    return TrioPage(
        unit_id=unit_id, unit_name=where_of(sight.tree, unit_id).name, is_closed=unit_id in sight.tree.closed,
        members=tuple(_members(crew, unit_id)), has_representatives=represented, focus=focus,
        earlier=tuple(one for one in focuses if one is not focus), agreement=_agreement(unit_id, represented),
        meetings=tuple(meetings), held=tuple(held),
        next=next((one for one in reversed(meetings) if one.day >= sight.day and not one.minutes), None),
        due=tuple(one for one in meetings if one.day < sight.day and not one.minutes),
        agenda=tuple(_agenda(unit_id, plan, len(held), is_stock_due=stock)), since=since,
        changes=tuple(_changes(user, unit_id, since, now)), matters=tuple(_matters(unit_id)),
        in_plan=frozenset(one.what for one in plan.actions),
    )  # fmt: skip


def units_of(user: User, *, now: datetime) -> list[tuple[uuid.UUID, str]]:
    """(id, name) of the units whose page of a TRIO is this person's to read and write, in order."""
    found = [
        (unit_id, where_of(sight.tree, unit_id).name)
        for sight in sights_of(user, day_of(now))
        for unit_id, roles in sight.by_unit.items()
        if may(Verb.TRIO_READ, roles) and unit_id not in sight.tree.closed
    ]
    return sorted(found, key=lambda one: danish_key(one[1]))


def next_meetings(unit_ids: list[uuid.UUID], today: date) -> Mapping[uuid.UUID, date]:
    """The day of the meeting ahead, of those units that have one."""
    rows = TrioMeeting.objects.filter(unit_id__in=unit_ids, day__gte=today, minutes={}).order_by("-day")
    return dict(rows.values_list("unit_id", "day"))


def focus_of(unit_id: uuid.UUID) -> str:
    """What the TRIO works on now, "" where nothing has been chosen. The caller has asked for permission."""
    rows = TrioFocus.objects.filter(unit_id=unit_id, is_current=True)
    return rows.values_list("words", flat=True).first() or ""


def meeting_days(unit_id: uuid.UUID) -> list[tuple[uuid.UUID, date, bool]]:
    """Every meeting and whether it has minutes, for calendars. The caller has asked for permission."""
    rows = TrioMeeting.objects.filter(unit_id=unit_id).values_list("id", "day", "minutes")
    return [(id, day, bool(minutes)) for id, day, minutes in rows]


def meeting_for(user: User, meeting_id: uuid.UUID, *, now: datetime) -> tuple[TrioPage, MeetingView]:
    """One meeting with its page; NotThere unless the viewer stands there."""
    unit_id = TrioMeeting.objects.filter(id=meeting_id).values_list("unit_id", flat=True).first()
    if unit_id is None:
        raise NotThere(NOTHING_HERE)
    page = for_user(user, unit_id, now=now)
    return page, next(one for one in page.meetings if one.id == meeting_id)


def _sight(user: User, unit_id: uuid.UUID, now: datetime) -> Sight:
    unit = Unit.objects.filter(id=unit_id).first()
    if unit is None:
        raise NotThere(NOTHING_HERE)
    return sight_for(user, Verb.TRIO_READ, unit=unit, now=now)


def _members(crew: Crew, unit_id: uuid.UUID) -> Iterator[Member]:
    """The leader first; somebody with two roles stands once with each."""
    yield from (Member(post.person, post.role) for post in crew.leaders(unit_id))
    found = {Member(post.person, post.role) for post in crew.representatives(unit_id)}
    yield from sorted(found, key=lambda one: (one.role, danish_key(one.person)))


def _focuses(unit_id: uuid.UUID) -> list[Focus]:
    rows = TrioFocus.objects.filter(unit_id=unit_id).select_related("chosen_by").order_by("-chosen_on", "-id")
    return [Focus(one.words, str(one.chosen_by or ""), one.chosen_on, one.is_current) for one in rows]


def _agreement(unit_id: uuid.UUID, represented: bool) -> Agreement:
    found = TrioAgreement.objects.filter(unit_id=unit_id).select_related("changed_by").first()
    words = found.fields if found else {}
    asked = [
        one for one in agreement.ALL if not represented or one is not agreement.PARTNER or words.get(one.id)
    ]
    return Agreement(
        tuple((one, words.get(one.id, "")) for one in asked), found.version if found else 0,
        str(found.changed_by or "") if found else "", found.changed_on if found else None,
    )  # fmt: skip


def _meetings(unit_id: uuid.UUID) -> list[MeetingView]:
    rows = TrioMeeting.objects.filter(unit_id=unit_id).select_related("planned_by", "written_by")
    return [
        MeetingView(
            row.id, row.day, row.starts, row.place, row.minutes, row.months, row.kept_until, row.version,
            str(row.planned_by or ""), str(row.written_by or ""),
        )
        for row in rows.order_by("-day", "-id")
    ]  # fmt: skip


def _is_stock_due(user: User, plan: PlanView, today: date, now: datetime) -> bool:
    own = of_unit.days_for(user, now=now)
    return plan.is_stock_due(today, own.stock_of(plan.unit_id, today))


def _agenda(unit_id: uuid.UUID, plan: PlanView, held: int, *, is_stock_due: bool) -> Iterator[AgendaLine]:
    """The standing items, with the open actions, the newest result and one new thing set in."""
    for item in agenda.AGENDA:
        if item.id == agenda.OPEN_ACTIONS:
            hand = tuple(one for one in plan.actions if one.state in IN_HAND)
            yield AgendaLine(item, actions=hand, takes_stock=is_stock_due)
        elif item.id == agenda.LAST_RESULT:
            yield AgendaLine(item, result=_newest(unit_id))
        else:
            yield AgendaLine(item, new=agenda.new_thing(held) if item.id == agenda.ONE_NEW else None)


def _newest(unit_id: uuid.UUID) -> tuple[uuid.UUID, date | None] | None:
    rows = RoundUnit.objects.filter(unit_id=unit_id, round__state=RoundState.RELEASED)
    return rows.order_by("-round__closed_on").values_list("id", "round__closed_on").first()


def _changes(user: User, unit_id: uuid.UUID, since: date, now: datetime) -> Iterator[PermissionLine]:
    """Permissions that were given or ended since then."""
    for line in permissions_here.page(user, unit_id, now=now).lines:
        if max(_day(line.given), _day(line.ended) if line.is_over else date.min) >= since:
            yield line


def _day(when: datetime | date | None) -> date:
    if when is None:
        return date.min
    return day_of(when) if isinstance(when, datetime) else when


def _matters(unit_id: uuid.UUID) -> Iterator[Matter]:
    for row in (
        AnnualMatter.objects.filter(unit_id=unit_id).select_related("added_by").order_by("added_on", "id")
    ):
        yield Matter(row.id, row.words, str(row.added_by or ""), row.added_on)
