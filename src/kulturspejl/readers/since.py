"""Since last time: an earlier result of the same instrument in the same unit, where the viewer may open both."""

import uuid
from dataclasses import dataclass, replace
from datetime import date, datetime

from kulturspejl.access.permission import NOTHING_HERE
from kulturspejl.access.shown import Shown, shown
from kulturspejl.access.union import Seen
from kulturspejl.core.disclosure.released import Released
from kulturspejl.core.disclosure.since import Side, Since, compare
from kulturspejl.core.errors import NotThere
from kulturspejl.readers.told_apart import Closed, closing_times
from kulturspejl.records.models import Action, RoundState, RoundUnit, Trait
from kulturspejl.values.releases import part_of, sizes_of


@dataclass(frozen=True)
class Earlier:
    """An earlier result that opens for the viewer. `closed` is a moment where a day would not tell it from others."""

    round_unit_id: uuid.UUID
    closed: date | datetime


@dataclass(frozen=True)
class AgreedThen:
    """What the team agreed on between the two, by the day: an action, or a trait, which is chosen."""

    on: date
    what: str
    is_trait: bool = False


@dataclass(frozen=True)
class SinceLast:
    """`others` may be chosen instead of `earlier`, newest first. `closed` is when the page's own result closed.

    `released` is the earlier one as far as it is about this unit. `agreed` is for the team alone.
    """

    earlier: Earlier
    closed: date | datetime
    released: Released
    since: Since
    agreed: tuple[AgreedThen, ...]
    others: tuple[Earlier, ...]


def since_last(
    unit: RoundUnit, part: Released, seen: Seen, *, chosen: uuid.UUID | None, is_team: bool
) -> SinceLast | None:
    """What the page of `unit`'s result, which is open to the viewer, says of an earlier one: the latest, or `chosen`.

    None where there is no earlier one with numbers that is open to the viewer too; NotThere where `chosen` is none of
    those. The two are told together only to whom each is open.
    """
    found = _earlier(unit, seen)
    row = next((one for one in found if chosen in (None, one.id)), None)
    if row is None:
        if chosen is not None:
            raise NotThere(NOTHING_HERE)
        return None
    earlier = part_of(row.id)
    picture = replace(earlier.units[str(row.id)], remainder=None)
    since = compare(Side(earlier, picture, _units(row)), Side(part, part.units[str(unit.id)], _units(unit)))
    if since is None:
        return None
    days = closing_times(
        Closed(one.id, one.unit_id, one.round.closed_on, one.round.released_at) for one in (*found, unit)
    )
    return SinceLast(
        earlier=Earlier(row.id, days[row.id]), closed=days[unit.id], released=earlier, since=since,
        agreed=_agreed(row, unit) if is_team else (),
        others=tuple(Earlier(one.id, days[one.id]) for one in found if one is not row),
    )  # fmt: skip


def _earlier(unit: RoundUnit, seen: Seen) -> list[RoundUnit]:
    """Those with numbers that open for the viewer, newest first: nobody learns here that there were others."""
    rows = RoundUnit.objects.filter(
        unit_id=unit.unit_id, round__state=RoundState.RELEASED, round__content_id=unit.round.content_id
    ).exclude(id=unit.id)
    opened = _opened_at(unit)
    before = [one for one in rows.select_related("round").defer("round__content") if _opened_at(one) < opened]
    if not before:
        return []
    seen.in_rounds(one.round_id for one in before)
    may = [one for one in before if seen.may_open(one)]
    sizes = sizes_of([one.id for one in may])
    shown_ones = [one for one in may if sizes[one.id].hidden is None]
    return sorted(shown_ones, key=_opened_at, reverse=True)


def _opened_at(unit: RoundUnit) -> tuple[datetime, str]:
    found: Shown = shown(unit.round_id)
    return found.released_at, str(unit.id)


def _units(unit: RoundUnit) -> frozenset[str]:
    """The unit and all below it as they were when the round was made, by their ids in the organisation."""
    found = shown(unit.round_id)
    inside, waiting = set[str](), [str(unit.id)]
    while waiting:
        one = waiting.pop()
        inside.add(str(found.unit_of[one]))
        waiting += found.tree.children[one]
    return frozenset(inside)


def _agreed(earlier: RoundUnit, later: RoundUnit) -> tuple[AgreedThen, ...]:
    between = (earlier.round.closed_on or date.min, later.round.closed_on or date.max)
    traits = Trait.objects.filter(unit_id=later.unit_id, chosen_on__range=between)
    actions = Action.objects.filter(unit_id=later.unit_id, agreed_on__range=between)
    chosen = [AgreedThen(on, what, True) for on, what in traits.values_list("chosen_on", "more_of")]
    agreed = [AgreedThen(on, what) for on, what in actions.values_list("agreed_on", "what") if on is not None]
    return tuple(sorted([*chosen, *agreed], key=lambda one: one.on))
