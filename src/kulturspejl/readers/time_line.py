"""A unit's time line: its results as small pictures, and among them what was agreed and when it is looked at again."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, get_args

from kulturspejl.access.permission import day_of
from kulturspejl.core.plans.states import IN_HAND
from kulturspejl.readers.kept_meetings import KeptView
from kulturspejl.readers.plans import PlanView
from kulturspejl.readers.results import ResultCard
from kulturspejl.readers.told_apart import Closed, closing_times
from kulturspejl.records.models import RoundUnit
from kulturspejl.values.releases import Small, small_of

MOST = 12
"""So many points of a line are shown, the latest."""

What = Literal["result", "meeting", "trait", "action", "looked_at", "follow_up"]
ORDER = get_args(What)
"""Of what is of one day."""


@dataclass(frozen=True)
class Point:
    """One point of a line. A result has its `card`, its `small` picture where it has numbers and opens for the viewer,
    and in `whole` the name of the round's top unit where that is another: two results of a day are told apart by it, by
    how many answered and, in `on`, by the clock. `kept` is a meeting that was taken over.
    """

    unit_id: uuid.UUID
    on: date | datetime
    what: What
    said: str = ""
    card: ResultCard | None = None
    small: Small | None = None
    whole: str = ""
    kept: KeptView | None = None


def lines_of(
    results: Mapping[uuid.UUID, Sequence[ResultCard]], *, plans: Iterable[PlanView] = (),
    meetings: Mapping[uuid.UUID, Sequence[KeptView]] | None = None,
) -> Mapping[uuid.UUID, tuple[Point, ...]]:  # fmt: skip
    """By unit, oldest first. `results` are what the viewer is shown of each unit; beside them stands what was agreed in
    the units of `plans`, and what they have kept of their teams' `meetings`, where the viewer belongs to the team.
    """
    cards = [card for some in results.values() for card in some]
    found: dict[uuid.UUID, list[Point]] = defaultdict(list)
    for point in _results(cards):
        found[point.unit_id].append(point)
    for plan in plans:
        found[plan.unit_id].extend(_agreed(plan))
    for unit_id, some in (meetings or {}).items():
        found[unit_id].extend(Point(unit_id, one.day, "meeting", kept=one) for one in some)
    return {unit_id: tuple(sorted(points, key=_order)[-MOST:]) for unit_id, points in found.items()}


@dataclass(frozen=True)
class _Round:
    opened: datetime | None
    whole: str


def _results(cards: Sequence[ResultCard]) -> Iterator[Point]:
    small = small_of([card.round_unit_id for card in cards if card.shut is None and not card.is_hidden])
    rounds = _rounds(card.round_unit_id for card in cards)
    days = closing_times(
        Closed(card.round_unit_id, card.unit_id, card.closed_on, rounds[card.round_unit_id].opened) for card in cards
    )
    for card in cards:
        id = card.round_unit_id
        yield Point(card.unit_id, days[id], "result", card=card, small=small.get(id), whole=rounds[id].whole)


def _rounds(ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, _Round]:
    rows = list(
        RoundUnit.objects.filter(id__in=list(ids)).values_list("id", "round_id", "parent", "round__released_at")
    )
    tops = RoundUnit.objects.filter(round_id__in={row[1] for row in rows}, parent=None)
    names = dict(tops.values_list("round_id", "name"))
    return {row[0]: _Round(row[3], names.get(row[1], "") if row[2] else "") for row in rows}


def _agreed(plan: PlanView) -> Iterator[Point]:
    """Traits, what was agreed on, when it was last looked at and is to be looked at again: nothing of an idea."""
    for trait in (*plan.current, *plan.earlier):
        yield Point(plan.unit_id, trait.chosen_on, "trait", trait.more_of)
    for action in plan.actions:
        if action.agreed_on is not None:
            yield Point(plan.unit_id, action.agreed_on, "action", action.what)
        if action.last is not None:
            yield Point(plan.unit_id, day_of(action.last.at), "looked_at", action.what)
        if action.follow_up is not None and action.state in IN_HAND:
            yield Point(plan.unit_id, action.follow_up, "follow_up", action.what)


def _order(point: Point) -> tuple[date, str]:
    """By the day; what is of one day in an order that stays: the result, what was agreed, by the clock."""
    place = ORDER.index(point.what)
    is_moment = isinstance(point.on, datetime)
    return (point.on.date() if isinstance(point.on, datetime) else point.on, f"{place}{point.on if is_moment else ''}")
