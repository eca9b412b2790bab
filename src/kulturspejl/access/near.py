"""Who stands near a unit, to be told of what is changed there: its leader, and the AMR and TR who reach it.

Each with how far back results were open to them: so much of the past their being told can open for somebody new.
"""

import uuid
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from kulturspejl.access.held import held_by
from kulturspejl.access.permission import day_of
from kulturspejl.access.sight import grants_on
from kulturspejl.access.told import known_from
from kulturspejl.core.permissions import REPRESENTATIVES, Role
from kulturspejl.records.models import Grant, RoundState, RoundUnit
from kulturspejl.values.tree import TreeNow

STILL_NEAR = timedelta(days=30)
"""Whoever left the unit so lately is told of the next one where nobody else is left: a leader hands over."""


@dataclass(frozen=True, slots=True)
class Near:
    """`knows_from`: results from then on were open to this person; None: all of them."""

    user_id: uuid.UUID
    knows_from: datetime | None


def near_by_unit(
    organisation_id: uuid.UUID, unit_ids: Collection[uuid.UUID], tree: TreeNow, *, now: datetime,
    without: Collection[uuid.UUID] = (),
) -> Mapping[uuid.UUID, tuple[Near, ...]]:  # fmt: skip
    """Who is near each of the units now, but for the grants `without`: one query for all of them."""
    lines = {unit: tree.line_up(unit) or [unit] for unit in unit_ids}
    return _by_unit(lines, _posts(grants_on(day_of(now)), organisation_id, lines, without))


def lately_near(
    organisation_id: uuid.UUID, unit_ids: Collection[uuid.UUID], tree: TreeNow, *, now: datetime,
    without: Collection[uuid.UUID] = (),
) -> Mapping[uuid.UUID, tuple[Near, ...]]:  # fmt: skip
    """Who was near them within the last days, and is no longer."""
    lines = {unit: tree.line_up(unit) or [unit] for unit in unit_ids}
    first, today = now - STILL_NEAR, day_of(now)
    over = Q(ended_at__gte=first, ended_at__lte=now) | Q(ended_at=None, ends__gte=day_of(first), ends__lt=today)
    return _by_unit(lines, _posts(Grant.objects.filter(over), organisation_id, lines, without))


def near_below(
    organisation_id: uuid.UUID, unit_ids: Collection[uuid.UUID], tree: TreeNow, *, now: datetime,
    without: Collection[uuid.UUID] = (),
) -> Mapping[uuid.UUID, tuple[Near, ...]]:  # fmt: skip
    """Who is near the units under each of them: whoever comes above a branch is seen in it."""
    below = {unit: sorted(tree.with_closed_below(unit) - {unit}) for unit in unit_ids}
    units = {one for units in below.values() for one in units}
    near = near_by_unit(organisation_id, units, tree, now=now, without=without)
    return {unit: _one_each(who for one in units for who in near[one]) for unit, units in below.items()}


def with_earlier_results(organisation_id: uuid.UUID, *, now: datetime) -> frozenset[uuid.UUID]:
    """The units of the organisation of which `has_earlier_results` is true, all at once."""
    rows = RoundUnit.objects.filter(_is_done(now), round__organisation_id=organisation_id)
    return frozenset(rows.values_list("unit_id", flat=True))


def has_earlier_results(unit_ids: Collection[uuid.UUID], *, now: datetime) -> bool:
    """Whether a round with one of the units has been closed, or is just being: something is there to be looked up."""
    return RoundUnit.objects.filter(_is_done(now), unit_id__in=unit_ids).exists()


def _is_done(now: datetime) -> Q:
    done = Q(round__state__in=(RoundState.RELEASED, RoundState.CLOSING))
    return done | Q(round__state=RoundState.OPEN, round__closes_at__lte=now)


_Posts = Mapping[uuid.UUID | None, list[tuple[Role, Near]]]


def _posts(
    rows: "QuerySet[Grant]", organisation_id: uuid.UUID, lines: Mapping[uuid.UUID, Iterable[uuid.UUID]],
    without: Collection[uuid.UUID],
) -> _Posts:  # fmt: skip
    places = {place for line in lines.values() for place in line}
    found: dict[uuid.UUID | None, list[tuple[Role, Near]]] = defaultdict(list)
    here = Q(unit_id__in=places) | Q(unit__isnull=True)
    for row in rows.filter(here, organisation_id=organisation_id, role__in=(Role.LEADER, *REPRESENTATIVES)):
        if row.id in without:
            continue
        held = held_by(row)
        found[row.unit_id].append((held.role, Near(row.user_id, known_from(held.since, held.told))))
    return found


def _by_unit(
    lines: Mapping[uuid.UUID, list[uuid.UUID]], posts: _Posts
) -> Mapping[uuid.UUID, tuple[Near, ...]]:
    return {unit: _one_each(_on(line, posts)) for unit, line in lines.items()}


def _on(line: list[uuid.UUID], posts: _Posts) -> Iterable[Near]:
    yield from (near for _role, near in posts.get(line[0], ()))
    for place in (None, *line[1:]):
        yield from (near for role, near in posts.get(place, ()) if role in REPRESENTATIVES)


def _one_each(found: Iterable[Near]) -> tuple[Near, ...]:
    """Each person once, with the role that knows the most."""
    best: dict[uuid.UUID, Near] = {}
    for near in found:
        known = best.get(near.user_id)
        if known is None or _earlier(near.knows_from, known.knows_from):
            best[near.user_id] = near
    return tuple(best.values())


def _earlier(one: datetime | None, other: datetime | None) -> bool:
    return other is not None and (one is None or one < other)
