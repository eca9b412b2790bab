"""Which pictures one person may open, all their roles counted as one: the one rule for every page, made once a page.

Permission says what somebody may open for the role they have (core/permissions/reveal). What the grants of one person
ever allowed is planned together, because what was seen stays seen (core/disclosure/persons): where one unit's own
would follow, the later right gives way. Counted by grants and shares, never by a record of who has read what.
"""

import uuid
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property, lru_cache

from django.db.models import Min

from kulturspejl.access.held import Held, ever_held
from kulturspejl.access.permission import day_of
from kulturspejl.access.picture_of import PictureOf
from kulturspejl.access.reach import Reach, joined, reach
from kulturspejl.access.rights import Shared, held_since_release, rights_of
from kulturspejl.access.shown import Shown, shown, shown_all
from kulturspejl.access.sight import Sight
from kulturspejl.access.told import NEVER, own_from
from kulturspejl.core.disclosure.persons import Opened, Right, Shut, open_in_order
from kulturspejl.core.permissions import Role
from kulturspejl.core.permissions import reveal as rule
from kulturspejl.records.models import ResultShare, Round, RoundState, RoundUnit, User
from kulturspejl.values.ends_of_a_day import start_of
from kulturspejl.values.places import Places, places_since
from kulturspejl.values.tree import TreeNow, tree_on


@dataclass(frozen=True)
class InRound:
    """One person's pictures of a round now, by ids of its units; `rests` may have their own people told beside it.

    `opens_at` says when one opens that is shut for a while (Shut.SOON).
    """

    open: frozenset[str]
    shut: Mapping[str, Shut]
    rests: frozenset[str]
    shared: frozenset[str] = frozenset()
    opens_at: Mapping[str, datetime] = field(default_factory=dict)


@dataclass(frozen=True)
class Seen:
    """What `user` may open `now`. Asks the tables once for the grants, the shares and, where roles meet, the moves."""

    user: User
    now: datetime
    trees: dict[uuid.UUID, TreeNow] = field(default_factory=dict)
    _known: dict[uuid.UUID, InRound] = field(default_factory=dict)

    @classmethod
    def by(cls, sight: Sight, user: User, now: datetime) -> "Seen":
        """With the tree that has been read already."""
        return cls(user, now, {sight.organisation_id: sight.tree})

    def in_round(self, round_id: uuid.UUID) -> InRound:
        """Of a released round."""
        return self.in_rounds([round_id])[round_id]

    def in_rounds(self, round_ids: Iterable[uuid.UUID]) -> Mapping[uuid.UUID, InRound]:
        """Of released rounds, asked for together."""
        wanted = set(round_ids)
        for round_id, found in shown_all(wanted - self._known.keys()).items():
            self._known[round_id] = self._in_round(round_id, found)
        return self._known

    def _in_round(self, round_id: uuid.UUID, found: Shown) -> InRound:
        held = held_since_release(found, self.held, self.now)
        here = joined([self._reach(found, one) for one in held if self._in_force(one)])
        shares = self._shares.get(round_id, ())
        shared = frozenset(one.unit for one in shares if one.ends is None) & here.leads
        reached = here.team | here.above
        viewers = {unit: _viewer(unit, here) for unit in reached}
        may = {unit for unit in reached if _is_seen(viewers[unit], PictureOf(unit, found, shared))}
        if not may:
            return InRound(frozenset(), {}, frozenset())
        opened, waits = self._opened(found, round_id, held, here, shares)
        not_open = frozenset(may & found.published.remainders.keys() - opened.pictures)
        soon = {unit: at for unit, at in waits.items() if unit in not_open and at < NEVER}
        untold = not_open & waits.keys() - soon.keys()
        cases = {
            unit: rule.reveal(viewers[unit], PictureOf(unit, found, shared, soon, untold, not_open)) for unit in may
        }
        open_now = frozenset(unit for unit, case in cases.items() if case.seen is rule.Seen.PICTURE)
        shut = {unit: _WHY.get(cases[unit], Shut.OTHER_ROLES) for unit in may - open_now}
        return InRound(open_now, shut, opened.rests & here.team, shared & open_now, soon)

    def may_open(self, unit: RoundUnit) -> bool:
        """Whether the unit's picture lies open."""
        return str(unit.id) in self.in_round(unit.round_id).open

    @cached_property
    def held(self) -> tuple[Held, ...]:
        """Every grant of the person that ever was."""
        return ever_held(self.user)

    @cached_property
    def _shares(self) -> Mapping[uuid.UUID, Sequence[Shared]]:
        """Every share that ever was where the person has ever led, by round, in their order."""
        where = {one.organisation_id for one in self.held if one.role is Role.LEADER}
        if not where:
            return {}
        rows = ResultShare.objects.filter(round_unit__round__organisation_id__in=where).select_related("round_unit")
        found: dict[uuid.UUID, list[Shared]] = {}
        for row in rows.order_by("shared_on", "id"):
            one = Shared(str(row.round_unit_id), row.shared_at or start_of(row.shared_on), row.taken_back_at)
            found.setdefault(row.round_unit.round_id, []).append(one)
        return found

    def _in_force(self, held: Held) -> bool:
        return held.ends is None or held.ends > self.now

    def _reach(self, found: Shown, held: Held) -> Reach:
        return reach(held, found, self._below(held))

    def _below(self, held: Held) -> frozenset[uuid.UUID]:
        if held.unit_id is None:
            return frozenset()
        if held not in self._belows:
            tree = self._tree(held.organisation_id)
            self._belows[held] = tree.with_closed_below(held.unit_id)
        return self._belows[held]

    @cached_property
    def _belows(self) -> dict[Held, frozenset[uuid.UUID]]:
        return {}

    def _tree(self, organisation_id: uuid.UUID) -> TreeNow:
        if organisation_id not in self.trees:
            self.trees[organisation_id] = tree_on(organisation_id, day_of(self.now))
        return self.trees[organisation_id]

    def _opened(
        self, found: Shown, round_id: uuid.UUID, held: tuple[Held, ...], here: Reach, shares: Sequence[Shared]
    ) -> "_Opening":
        """What has ever stood open, and what may open later, with the moment."""
        shared = frozenset(one.unit for one in shares if one.ends is None) & here.leads
        if _is_one_role(held) and shared <= reach(held[0], found, ()).leads:  # none has come under it since
            return _of_one_role(found, held, here, shares, self.now)
        several = _of_several(round_id, held, tuple(shares), self._places(found.organisation_id))
        return several.until(found, self.now)

    def _places(self, organisation_id: uuid.UUID) -> Places:
        if organisation_id not in self._known_places:
            released = Round.objects.filter(organisation_id=organisation_id, state=RoundState.RELEASED)
            first = released.aggregate(first=Min("closed_on"))["first"] or day_of(self.now)
            self._known_places[organisation_id] = places_since(organisation_id, first)
        return self._known_places[organisation_id]

    @cached_property
    def _known_places(self) -> dict[uuid.UUID, Places]:
        return {}


def _viewer(unit: str, here: Reach) -> rule.Viewer:
    # Whoever leads above counts as well: what is wide lies open to all who stand above.
    return rule.Viewer(
        is_on_the_team=unit in here.team, leads_above=unit in here.leads, counts=unit in here.above
    )


def _is_seen(viewer: rule.Viewer, picture: PictureOf) -> bool:
    return rule.reveal(viewer, picture).seen is rule.Seen.PICTURE


def _is_one_role(held: Sequence[Held]) -> bool:
    """One role in one place, and not one that covers many teams: what it opens is safe for everybody who has it."""
    return len({one.key for one in held}) == 1 and held[0].role in (Role.LEADER, Role.STEWARD, Role.HR)


_Opening = tuple[Opened, Mapping[str, datetime]]
_WHY = {rule.SOON: Shut.SOON, rule.UNTOLD: Shut.UNTOLD}


def _of_one_role(
    found: Shown, held: Sequence[Held], here: Reach, shares: Sequence[Shared], now: datetime
) -> _Opening:
    """As `_of_several` says it, without the moves: given twice it is one role, but each waits for what began since."""
    wide, team = found.wide & here.above, found.teams & here.team
    shared = frozenset(one.unit for one in shares if one.ends is None) & here.leads
    spans = [(own_from(one.since, one.told, found.released_at), one.ends) for one in held]
    has_opened = any(_lasts(begins, (ends,), now) for begins, ends in spans)
    seen = {
        one.unit for one in shares for begins, ends in spans if _lasts(max(begins, one.since), (ends, one.ends), now)
    }
    opened = (team if has_opened else frozenset()) | (shared & seen)
    first = min((begins for begins, ends in spans if ends is None or ends > now), default=NEVER)
    rests = found.told if has_opened else frozenset()
    return Opened(wide | opened, rests), dict.fromkeys((team | shared) - wide - opened, first)


def _lasts(begins: datetime, ends: Iterable[datetime | None], now: datetime) -> bool:
    """Whether it has begun, and had not ended before: what did never opened anything."""
    return begins <= now and all(one is None or one >= begins for one in ends)


@dataclass(frozen=True)
class _Rights:
    """All that one person's roles ever allow in a round, and what they have opened by the last moment asked for."""

    rights: tuple[Right, ...]
    moments: tuple[datetime, ...]
    _by_moment: dict[datetime, _Opening] = field(default_factory=dict)

    def until(self, found: Shown, now: datetime) -> _Opening:
        """What has opened by now; between two moments at which a right begins or ends nothing changes."""
        passed = bisect_right(self.moments, now)
        at = self.moments[passed - 1] if passed else now
        if at not in self._by_moment:
            self._by_moment.clear()
            self._by_moment[at] = open_in_order(found.published, self.rights, at), _not_yet(self.rights, at)
        return self._by_moment[at]


@lru_cache(maxsize=2048)
def _of_several(
    round_id: uuid.UUID, held: tuple[Held, ...], shares: tuple[Shared, ...], places: Places
) -> _Rights:
    """What is told here has happened; what it allows changes with one more of it."""
    rights = tuple(rights_of(shown(round_id), held, shares, places))
    return _Rights(rights, tuple(sorted({at for one in rights for at in (one.begins, one.ends) if at is not None})))


def _not_yet(rights: Sequence[Right], now: datetime) -> Mapping[str, datetime]:
    """The units whose rights all begin later, with the first moment; one that ended before it began opens nothing."""
    lasting = [right for right in rights if right.ends is None or right.ends >= right.begins]
    begun = {right.unit for right in lasting if right.begins <= now}
    waiting: dict[str, datetime] = {}
    for right in rights:
        if right.unit not in begun and (right.ends is None or right.ends > now):
            waiting[right.unit] = min(right.begins, waiting.get(right.unit, NEVER))
    return waiting
