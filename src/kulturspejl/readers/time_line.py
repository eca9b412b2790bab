"""A unit's time line: its results as small webs, and among them what was agreed and when it is looked at again."""

import uuid
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from django.utils import timezone

from kulturspejl.readers.results import ResultCard
from kulturspejl.records.models import Action, RoundUnit, Trait
from kulturspejl.values.releases import Web, webs_of

MOST = 12
"""So many points of a line are shown, the latest."""

What = Literal["result", "trait", "action", "follow_up"]


@dataclass(frozen=True)
class Point:
    """One point of a line. A result has its `card`, its `web` where it has numbers and opens for the viewer, and in
    `whole` the name of the round's top unit where that is another: two results of a day are told apart by it, by how
    many answered and, in `on`, by the clock.
    """

    on: date | datetime
    what: What
    said: str = ""
    card: ResultCard | None = None
    web: Web | None = None
    whole: str = ""


def lines_of(
    results: Mapping[uuid.UUID, Sequence[ResultCard]], *, with_plans: Iterable[uuid.UUID] = ()
) -> Mapping[uuid.UUID, tuple[Point, ...]]:
    """By unit, oldest first. `results` are what the viewer is shown of each unit; what was agreed stands beside them in
    the units of `with_plans`, where the viewer belongs to the team.
    """
    cards = [card for some in results.values() for card in some]
    open_ids = [card.round_unit_id for card in cards if card.shut is None and not card.is_hidden]
    webs, rounds = webs_of(open_ids), _rounds(card.round_unit_id for card in cards)
    found: dict[uuid.UUID, list[Point]] = defaultdict(list)
    for card in cards:
        found[card.unit_id].append(_result(card, webs.get(card.round_unit_id), rounds[card.round_unit_id], cards))
    for unit_id, point in _agreed(list(with_plans)):
        found[unit_id].append(point)
    return {unit_id: tuple(sorted(points, key=_order)[-MOST:]) for unit_id, points in found.items()}


@dataclass(frozen=True)
class _Round:
    released_at: datetime | None
    whole: str


def _rounds(ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, _Round]:
    rows = list(
        RoundUnit.objects.filter(id__in=list(ids)).values_list("id", "round_id", "parent", "round__released_at")
    )
    tops = RoundUnit.objects.filter(round_id__in={row[1] for row in rows}, parent=None)
    names = dict(tops.values_list("round_id", "name"))
    return {row[0]: _Round(row[3], names.get(row[1], "") if row[2] else "") for row in rows}


def _result(card: ResultCard, web: Web | None, found: _Round, among: Sequence[ResultCard]) -> Point:
    days = Counter((one.unit_id, one.closed_on) for one in among)
    on: date = card.closed_on or date.max
    if days[card.unit_id, card.closed_on] > 1 and found.released_at is not None:
        on = timezone.localtime(found.released_at)
    return Point(on, "result", card=card, web=web, whole=found.whole)


def _agreed(unit_ids: list[uuid.UUID]) -> Iterator[tuple[uuid.UUID, Point]]:
    for unit_id, on, said in Trait.objects.filter(unit_id__in=unit_ids).values_list("unit_id", "chosen_on", "more_of"):
        yield unit_id, Point(on, "trait", said)
    actions = Action.objects.filter(unit_id__in=unit_ids)
    for unit_id, agreed, again, said in actions.values_list("unit_id", "agreed_on", "follow_up", "what"):
        if agreed is not None:
            yield unit_id, Point(agreed, "action", said)
        if again is not None:
            yield unit_id, Point(again, "follow_up", said)


def _order(point: Point) -> tuple[date, str]:
    """By the day; what is of one day in an order that stays: the result, what was agreed, by the clock."""
    place = ("result", "trait", "action", "follow_up").index(point.what)
    is_moment = isinstance(point.on, datetime)
    return (point.on.date() if isinstance(point.on, datetime) else point.on, f"{place}{point.on if is_moment else ''}")
