"""A unit's plan on one page: what waits, what is agreed, what came of it, and what can be taken along."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from kulturspejl.access.permission import NOTHING_HERE, sight_for
from kulturspejl.access.sight import Sight
from kulturspejl.core.errors import NotThere
from kulturspejl.core.permissions import Role, Verb
from kulturspejl.readers import kept_meetings, plans
from kulturspejl.readers.kept_meetings import Compared, KeptView
from kulturspejl.readers.plans import ActionView, PlanView
from kulturspejl.records.models import CalendarFeed, RoundState, RoundUnit, Unit, User
from kulturspejl.values.the_library import the_library
from kulturspejl.values.where import where_of


@dataclass(frozen=True)
class PlanPage:
    """`newest` is the newest result, from which a trait may be chosen; `feed_on` when a calendar got its address.

    `leads`: the viewer may ask for a new round here. `kept` is what was taken over from the team's rooms, `compared`
    the questions among it that were asked more than once; `again` are the newest of those meetings that can be held
    again, by id.
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
    kept: tuple[KeptView, ...]
    compared: tuple[Compared, ...]
    may_take_off: bool
    again: frozenset[uuid.UUID]


def for_user(user: User, unit_id: uuid.UUID, *, now: datetime) -> PlanPage:
    """The plan; NotThere unless the viewer stands on the unit's team."""
    sight = _sight(user, unit_id, now)
    plan, kept, lent = plans.of_unit(unit_id), kept_meetings.of_unit(unit_id), the_library().lent
    return PlanPage(
        unit_id=unit_id, unit_name=where_of(sight.tree, unit_id).name, plan=plan, waiting=plan.waiting(sight.day),
        late=plan.late(sight.day), next_look=plan.next_look(sight.day), newest=_newest(unit_id),
        feed_on=CalendarFeed.objects.filter(user=user, unit_id=unit_id).values_list("made_on", flat=True).first(),
        leads=Role.LEADER in sight.at(unit_id) and unit_id not in sight.tree.closed,
        kept=kept, compared=kept_meetings.compared(kept),
        may_take_off=bool(kept) and kept_meetings.may_take_off(sight, unit_id),
        again=frozenset({one.programme: one.id for one in reversed(kept) if one.programme in lent}.values()),
    )  # fmt: skip


def _sight(user: User, unit_id: uuid.UUID, now: datetime) -> Sight:
    unit = Unit.objects.filter(id=unit_id).first()
    if unit is None:
        raise NotThere(NOTHING_HERE)
    return sight_for(user, Verb.PLAN_READ, unit=unit, now=now)


def _newest(unit_id: uuid.UUID) -> uuid.UUID | None:
    rows = RoundUnit.objects.filter(unit_id=unit_id, round__state=RoundState.RELEASED)
    return rows.order_by("-round__closed_on").values_list("id", flat=True).first()
