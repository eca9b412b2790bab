"""A unit's plan on one page, by trait or by time: what waits, what is agreed, what came of it, what is taken along."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from kulturspejl.access.permission import NOTHING_HERE, sight_for
from kulturspejl.access.sight import Sight
from kulturspejl.access.union import Seen
from kulturspejl.core.errors import NotThere
from kulturspejl.core.permissions import Role, Verb
from kulturspejl.readers import kept_meetings, plan_time, plans, results, trio_page
from kulturspejl.readers.courses import of_unit
from kulturspejl.readers.kept_meetings import Compared, KeptView
from kulturspejl.readers.plan_time import TimeLine
from kulturspejl.readers.plans import ActionView, PlanView
from kulturspejl.readers.results import ResultCard
from kulturspejl.records.models import CalendarFeed, Unit, User
from kulturspejl.values.the_library import the_library
from kulturspejl.values.where import where_of


@dataclass(frozen=True)
class PlanPage:
    """`newest` is the newest result, from which a trait may be chosen; `feed_on` when a calendar got its address.

    `leads`: the viewer may ask for a new round here. `focus` is what the TRIO works on. `is_stock_due`: it is time to
    take stock, for the viewer's course or because of a while; else `next_stock` is the day ahead on which it is. `line`
    is the plan by time, where that was asked for. `kept` is what was taken over from the team's rooms, `compared` the
    questions among it that were asked more than once; `again` are the newest of those meetings that can be held again,
    by id.
    """

    unit_id: uuid.UUID
    unit_name: str
    plan: PlanView
    waiting: list[ActionView]
    late: list[ActionView]
    next_look: date | None
    newest: uuid.UUID | None
    feed_on: date | None
    leads: bool
    focus: str
    is_stock_due: bool
    next_stock: date | None
    is_closed: bool
    kept: tuple[KeptView, ...]
    compared: tuple[Compared, ...]
    may_take_off: bool
    again: frozenset[uuid.UUID]
    line: TimeLine | None = None

    @property
    def brings_numbers(self) -> bool:
        """Whether a meeting that can be held again has a place to show of the last time: a culture profile has none."""
        return any(one.parts for one in self.kept if one.id in self.again)


def for_user(user: User, unit_id: uuid.UUID, *, now: datetime, by_time: bool = False) -> PlanPage:
    """The plan; NotThere unless the viewer stands on the unit's team."""
    sight = _sight(user, unit_id, now)
    plan, own = plans.of_unit(unit_id), of_unit.days_for(user, now=now)
    stock_on = own.stock_of(unit_id, sight.day)
    kept, lent = kept_meetings.of_unit(unit_id), the_library().lent
    cards = _cards(user, sight, unit_id, now) if by_time or not plan.current else []
    return PlanPage(
        unit_id=unit_id, unit_name=where_of(sight.tree, unit_id).name, plan=plan, waiting=plan.waiting(sight.day),
        late=plan.late(sight.day), next_look=plan.next_look(sight.day), newest=_newest(cards),
        feed_on=CalendarFeed.objects.filter(user=user, unit_id=unit_id).values_list("made_on", flat=True).first(),
        leads=Role.LEADER in sight.at(unit_id) and unit_id not in sight.tree.closed,
        focus=trio_page.focus_of(unit_id), is_stock_due=plan.is_stock_due(sight.day, stock_on),
        next_stock=plan.next_stock(sight.day, stock_on, own.next_stock_of(unit_id)),
        is_closed=unit_id in sight.tree.closed,
        line=plan_time.line_of(plan, cards, own.of(unit_id), sight.day, met=kept) if by_time else None,
        kept=kept, compared=kept_meetings.compared(kept),
        may_take_off=bool(kept) and kept_meetings.may_take_off(sight, unit_id),
        again=frozenset({one.programme: one.id for one in reversed(kept) if one.programme in lent}.values()),
    )  # fmt: skip


def _cards(user: User, sight: Sight, unit_id: uuid.UUID, now: datetime) -> list[ResultCard]:
    """What the viewer is shown of the unit, newest first: a successor is not led to a result of the time before."""
    return results.by_unit(sight, [unit_id], Seen.by(sight, user, now)).get(unit_id, [])


def _sight(user: User, unit_id: uuid.UUID, now: datetime) -> Sight:
    unit = Unit.objects.filter(id=unit_id).first()
    if unit is None:
        raise NotThere(NOTHING_HERE)
    return sight_for(user, Verb.PLAN_READ, unit=unit, now=now)


def _newest(cards: list[ResultCard]) -> uuid.UUID | None:
    return next((one.round_unit_id for one in cards if one.shut is None), None)
