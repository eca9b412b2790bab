"""The front page of somebody with an account: my units, what waits for me, results, the trait and next action."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from kulturspejl.access.permission import day_of
from kulturspejl.access.standing import grants_on, representatives_of, roles_over
from kulturspejl.access.union import Seen
from kulturspejl.core.permissions import Role, Verb, may
from kulturspejl.core.sorting import danish_key
from kulturspejl.readers import plans, results, rounds
from kulturspejl.readers.plans import TraitView
from kulturspejl.readers.results import ResultCard
from kulturspejl.readers.rounds import RoundCard
from kulturspejl.records.models import Organisation, User
from kulturspejl.values.tree import tree_on

TEAM = frozenset({Role.LEADER, Role.AMR, Role.TR})


@dataclass(frozen=True)
class HomeUnit:
    """A unit where the viewer stands on the team."""

    unit_id: uuid.UUID
    name: str
    headcount: int
    roles: frozenset[Role]
    representatives: tuple[str, ...]
    may_ask: bool
    results: tuple[ResultCard, ...]
    traits: tuple[TraitView, ...]


@dataclass(frozen=True)
class Home:
    """`units` are those of the viewer's team; `steward_of` and `hr_of` are whole organisations."""

    name: str
    units: tuple[HomeUnit, ...]
    rounds: tuple[RoundCard, ...]
    steward_of: tuple[tuple[uuid.UUID, str], ...]
    hr_of: tuple[tuple[uuid.UUID, str], ...]


def for_user(user: User, *, now: datetime) -> Home:
    """Everything on the front page. Nothing of a unit where the viewer has no role."""
    organisations = Organisation.objects.filter(
        id__in=grants_on(day_of(now)).filter(user=user).values("organisation")
    )
    units: list[HomeUnit] = []
    opens = Seen(user, now)
    seen: set[uuid.UUID] = set()
    for organisation in organisations:
        tree = tree_on(organisation.id, day_of(now))
        standing = roles_over(user, organisation.id, tree, day_of(now))
        seen |= {unit_id for unit_id, roles in standing.items() if may(Verb.ROUND_READ, roles)}
        mine = [unit_id for unit_id, roles in standing.items() if TEAM & roles]
        units += [
            _unit(tree.units[one].name, tree.units[one].headcount, one, standing[one], opens) for one in mine
        ]
    units.sort(key=lambda unit: (Role.LEADER not in unit.roles, danish_key(unit.name)))
    return Home(
        name=str(user), units=tuple(units),
        rounds=tuple(rounds.list_for(user, seen, now=now)),
        steward_of=_whole(user, Role.STEWARD, now), hr_of=_whole(user, Role.HR, now),
    )  # fmt: skip


def _unit(name: str, headcount: int, unit_id: uuid.UUID, roles: frozenset[Role], opens: Seen) -> HomeUnit:
    representatives = {f"{row.user} ({row.role.upper()})" for row in representatives_of(unit_id, day_of(opens.now))}
    return HomeUnit(
        unit_id=unit_id, name=name, headcount=headcount, roles=roles, representatives=tuple(sorted(representatives)),
        may_ask=may(Verb.ROUND_CREATE, roles) and Role.LEADER in roles,
        results=tuple(results.list_for([unit_id], opens)), traits=tuple(plans.current(unit_id)),
    )  # fmt: skip


def _whole(user: User, role: Role, now: datetime) -> tuple[tuple[uuid.UUID, str], ...]:
    rows = (
        grants_on(day_of(now)).filter(user=user, role=role, unit__isnull=True).select_related("organisation")
    )
    return tuple((row.organisation_id, row.organisation.name) for row in rows)
