"""From the grants, shares and moves of a round's time to the rights that open its pictures, each with its moments."""

import uuid
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from kulturspejl.access.held import Held
from kulturspejl.access.reach import Reach, reach
from kulturspejl.access.shown import Shown
from kulturspejl.access.told import Told, all_told, own_from
from kulturspejl.core.disclosure.persons import Right, Way
from kulturspejl.values.places import Places


@dataclass(frozen=True, slots=True)
class Shared:
    """A unit of a round let those above see its own picture, from a moment until it took it back."""

    unit: str
    since: datetime
    ends: datetime | None


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time in which a grant reaches something; `own_from` is when one unit's own picture opens in it."""

    since: datetime
    ends: datetime | None
    own_from: datetime

    def meet(self, since: datetime, ends: datetime | None) -> "Span | None":
        """What is of both, or None."""
        first, last = max(self.since, since), _sooner(self.ends, ends)
        return None if last is not None and last < first else Span(first, last, self.own_from)


def rights_of(found: Shown, held: Sequence[Held], shares: Sequence[Shared], places: Places) -> Iterator[Right]:
    """Everything that these grants allow to open of the round, whenever.

    A role that begins after the release opens one unit's own picture, the team's own or a shared one, a day after
    somebody there was told of it (access/told); so does whatever brings the unit under a role that was there before.
    """
    for one in held:
        for unit, ways in _reached(found, one, places).items():
            for way, span in ways:
                yield from _rights(found, unit, way, span, shares)


_TEAM, _ABOVE, _LEADS = "team", "above", "leads"


def _rights(found: Shown, unit: str, way: str, span: Span, shares: Sequence[Shared]) -> Iterator[Right]:
    begins = span.own_from
    if way == _TEAM:
        if unit in found.teams:
            yield Right(Way.OWN, unit, span.since, begins, span.ends)
        if unit in found.told:
            yield Right(Way.REST, unit, span.since, begins, span.ends)
    elif way == _ABOVE:
        if unit in found.wide:
            yield Right(Way.WIDE, unit, span.since, max(span.since, found.released_at), span.ends)
    else:
        for share in shares:
            both = span.meet(share.since, share.ends) if share.unit == unit else None
            if both is not None:
                yield Right(Way.SHARED, unit, both.since, max(both.since, begins), both.ends)


def _reached(found: Shown, held: Held, places: Places) -> Mapping[str, Sequence[tuple[str, Span]]]:
    """Each unit that the grant has ever reached since the release: as what, and from when until when."""
    whole = Span(held.since, held.ends, own_from(held.since, held.told, found.released_at))
    stretches: dict[tuple[str, str], list[Span]] = {}
    for first, last, here in _by_span(found, held, places):
        span = whole.meet(held.since if first is None else first, last)
        if span is None:
            continue
        for way, units in ((_TEAM, here.team), (_ABOVE, here.above), (_LEADS, here.leads)):
            for unit in units:
                _lengthen(stretches.setdefault((unit, way), []), _come(span, found, unit, first, places))
    ways: dict[str, list[tuple[str, Span]]] = {}
    for (unit, way), spans in stretches.items():
        ways.setdefault(unit, []).extend((way, span) for span in spans)
    return ways


def _by_span(
    found: Shown, held: Held, places: Places
) -> Iterator[tuple[datetime | None, datetime | None, Reach]]:
    """What the grant reached in each stretch since the release in which nothing moved; the first has no beginning."""
    if held.unit_id is None:
        yield None, None, reach(held, found, ())
        return
    seen: tuple[frozenset[uuid.UUID], Reach] | None = None
    for first, last in places.spans:
        if last is not None and last <= found.released_at:
            continue
        below = places.below(held.unit_id, first)
        here = seen[1] if seen is not None and seen[0] == below else reach(held, found, below)
        seen = below, here
        yield None if first <= found.released_at else first, last, here


def _come(span: Span, found: Shown, unit: str, first: datetime | None, places: Places) -> Span:
    """The span as it is for this unit: where the unit came under the grant with it, that has to have been told too."""
    if first is None or first < span.since:
        return span
    told = all_told(Told(*one.told) if one.told else None for one in places.came(found.unit_of[unit], first))
    return replace(span, own_from=max(span.own_from, own_from(first, told, found.released_at)))


def _lengthen(spans: list[Span], span: Span) -> None:
    """Add the stretch, as one with the last where it follows on it."""
    if spans and spans[-1].ends is not None and spans[-1].ends >= span.since:
        span = replace(spans.pop(), ends=span.ends)
    spans.append(span)


def _sooner(one: datetime | None, other: datetime | None) -> datetime | None:
    return min((end for end in (one, other) if end is not None), default=None)


def held_since_release(found: Shown, held: Collection[Held], now: datetime) -> tuple[Held, ...]:
    """The grants that could have opened anything of the round: those in force at some time since its release."""
    return tuple(
        one
        for one in held
        if one.organisation_id == found.organisation_id
        and one.since <= now
        and (one.ends is None or one.ends >= found.released_at)
    )
