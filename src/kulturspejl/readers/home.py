"""The front page of somebody with an account: my units, what waits for me, results, the trait and next action."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from kulturspejl.access.crew import crew_of
from kulturspejl.access.permission import day_of
from kulturspejl.access.sight import Sight, sights_of
from kulturspejl.access.union import Seen
from kulturspejl.core.permissions import Role, Verb, may
from kulturspejl.core.writing.order import danish_key
from kulturspejl.readers import plans, results, rounds, shared_above, trio_page
from kulturspejl.readers.courses import of_unit
from kulturspejl.readers.courses.of_unit import OwnDays
from kulturspejl.readers.plans import ActionView, PlanView, TraitView
from kulturspejl.readers.results import ResultCard
from kulturspejl.readers.rounds import RoundCard
from kulturspejl.records.models import Organisation, User
from kulturspejl.values.where import where_of

TEAM = frozenset({Role.LEADER, Role.AMR, Role.TR})
MOST_PLANS = 600
"""Whoever represents more units than that is told of no more plans here: each opens from its line."""


@dataclass(frozen=True)
class HomeUnit:
    """A unit where the viewer stands on the team; one that is closed is there for what was found and agreed in it.

    `is_given`: a role was given for it, and does not only reach it from above. `is_gone_through`: its plan has been
    read; else nothing is known of what waits in it.
    """

    unit_id: uuid.UUID
    name: str
    headcount: int
    roles: frozenset[Role]
    representatives: tuple[str, ...]
    may_ask: bool
    results: tuple[ResultCard, ...]
    plan: PlanView
    waiting: tuple[ActionView, ...]
    late: tuple[ActionView, ...]
    next_look: date | None
    is_given: bool = True
    is_gone_through: bool = True
    next_meeting: date | None = None
    is_stock_due: bool = False
    is_closed: bool = False

    @property
    def traits(self) -> tuple[TraitView, ...]:
        """The trait that is worked on now, where there is one."""
        return self.plan.current


@dataclass(frozen=True)
class Home:
    """`units` are those of the viewer's team; `steward_of` and `hr_of` are whole organisations.

    `shared` are results that units below one's own have shared. `on_courses`: the viewer takes part in one.
    """

    name: str
    units: tuple[HomeUnit, ...]
    rounds: tuple[RoundCard, ...]
    shared: tuple[ResultCard, ...]
    steward_of: tuple[tuple[uuid.UUID, str], ...]
    hr_of: tuple[tuple[uuid.UUID, str], ...]
    on_courses: bool


def for_user(user: User, *, now: datetime) -> Home:
    """Everything on the front page. Nothing of a unit where the viewer has no role."""
    sights = sights_of(user, day_of(now))
    organisations = Organisation.objects.in_bulk([sight.organisation_id for sight in sights])
    seen = Seen(user, now, {sight.organisation_id: sight.tree for sight in sights})
    own = of_unit.days_for(user, now=now)
    units = [unit for sight in sights for unit in _units(sight, seen, own)]
    units.sort(key=lambda unit: (unit.is_closed, Role.LEADER not in unit.roles, danish_key(unit.name)))
    held = [(organisations[sight.organisation_id], sight) for sight in sights]
    return Home(
        name=str(user), units=tuple(units), rounds=tuple(rounds.list_for(sights)),
        shared=tuple(shared_above.list_for(sights, seen)), steward_of=_whole(held, Role.STEWARD),
        hr_of=_whole(held, Role.HR), on_courses=own.takes_part,
    )  # fmt: skip


def _units(sight: Sight, seen: Seen, own: OwnDays) -> Iterator[HomeUnit]:
    """One organisation's units of the viewer's team: people, results and traits are each asked for once."""
    everywhere = {**sight.by_unit, **sight.by_closed_unit}
    here = {unit_id: roles for unit_id, roles in everywhere.items() if TEAM & roles}
    mine = list(here)
    crew = crew_of(sight.organisation_id, mine, sight.tree, sight.day)
    read = sorted(mine, key=lambda one: one not in sight.held)[:MOST_PLANS]
    found, agreed = results.by_unit(sight, mine, seen), plans.of_units(read)
    meetings = trio_page.next_meetings(mine, sight.day)
    for unit_id, roles in here.items():
        is_closed, plan = unit_id in sight.tree.closed, agreed.get(unit_id) or plans.none_of(unit_id)
        if is_closed and not (found.get(unit_id) or plan.current or unit_id in sight.held):
            continue
        people = {f"{post.person} ({post.role.upper()})" for post in crew.representatives(unit_id)}
        yield HomeUnit(
            unit_id=unit_id, name=where_of(sight.tree, unit_id).name, headcount=_headcount(sight, unit_id), roles=roles,
            representatives=tuple(sorted(people, key=danish_key)),
            may_ask=may(Verb.ROUND_CREATE, roles) and Role.LEADER in roles and not is_closed,
            results=tuple(found.get(unit_id, ())), plan=plan, is_closed=is_closed,
            waiting=tuple(plan.waiting(sight.day)), late=tuple(plan.late(sight.day)),
            next_look=plan.next_look(sight.day), next_meeting=meetings.get(unit_id),
            is_stock_due=plan.is_stock_due(sight.day, own.stock_of(unit_id, sight.day)),
            is_given=unit_id in sight.held, is_gone_through=unit_id in agreed,
        )  # fmt: skip


def _headcount(sight: Sight, unit_id: uuid.UUID) -> int:
    unit = sight.tree.get(unit_id)
    return unit.headcount if unit else 0


def _whole(held: list[tuple[Organisation, Sight]], role: Role) -> tuple[tuple[uuid.UUID, str], ...]:
    return tuple((one.id, one.name) for one, sight in held if role in sight.everywhere)
