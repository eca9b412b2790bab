"""What one person may open of a round, everything their roles ever allowed counted as one: later gives way.

A leader above opens the branch, a team's leader the team's own, and somebody who is or was both could subtract. The
pictures are nested, so those that one person opens are spanned by disjoint remainders (science.md 2.2), and one unit's
own people follow exactly where a remainder holds one unit that spoke. Which hidden unit spoke is known to nobody:
a remainder of which one unit could have been the only voice counts as that unit (core/disclosure/speakers).
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum
from functools import cached_property

from kulturspejl.core.disclosure.speakers import surely_spoke
from kulturspejl.core.disclosure.tree import Tree, published_parent, remainder_units


class Way(IntEnum):
    """How a right opens a picture; of rights that began together the first of these comes first."""

    OWN = 0  # the team's own picture
    REST = 1  # the unit's own people, told beside its picture
    WIDE = 2  # a picture for those above
    SHARED = 3  # a unit's own, which it lets those above see


class Shut(StrEnum):
    """Why a picture that a role would open stays shut for one person."""

    OTHER_ROLES = "other_roles"
    SOON = "soon"  # the role came after the result; it opens a day after somebody there was told of it
    UNTOLD = "untold"  # nobody there has been told of the role


@dataclass(frozen=True, slots=True)
class Right:
    """A picture that a role lets somebody open, from `begins` to `ends` (both included; None: still).

    `since` is when the grant or the share behind it began, which is also before a round was released.
    """

    way: Way
    unit: str
    since: datetime
    begins: datetime
    ends: datetime | None


@dataclass(frozen=True, slots=True)
class Opened:
    """The units whose picture, and those whose own people beside it, have ever stood open to somebody."""

    pictures: frozenset[str]
    rests: frozenset[str]


@dataclass(frozen=True)
class Published:
    """What is public of a round: `invited.direct` counts those asked in each unit, `remainders` the answers of each
    published unit that stand in no published unit below it."""

    invited: Tree
    remainders: Mapping[str, int]

    @cached_property
    def parent(self) -> Mapping[str, str | None]:
        """Each published unit's nearest published unit above it, parents first."""
        above = published_parent(self.invited, self.remainders)
        return {unit: above[unit] for unit in self.invited.parents_first if unit in self.remainders}

    @cached_property
    def children(self) -> Mapping[str, Sequence[str]]:
        """The other way round."""
        below: dict[str, list[str]] = {unit: [] for unit in self.parent}
        for unit, parent in self.parent.items():
            if parent is not None:
                below[parent].append(unit)
        return below

    @cached_property
    def spoke_tree(self) -> Tree:
        """The tree with, at each published unit, how many units of its remainder surely spoke."""
        return surely_spoke(self.invited, self.remainders)

    @property
    def spoke(self) -> Mapping[str, int]:
        """The same, of the published units alone."""
        return self.spoke_tree.direct

    @cached_property
    def spoke_below(self) -> Mapping[str, int]:
        """The same in each published unit and all below it: remainders are disjoint, so they add up."""
        found = dict(self.spoke)
        for unit in reversed([*self.parent]):
            parent = self.parent[unit]
            if parent is not None:
                found[parent] += found[unit]
        return found

    @cached_property
    def could_be_alone(self) -> Mapping[str, frozenset[str]]:
        """The units of each remainder that could have given all its answers."""
        units, asked = remainder_units(self.invited, self.remainders), self.invited.direct
        return {
            unit: frozenset(one for one in units[unit] if n and asked.get(one, 0) >= n)
            for unit, n in self.remainders.items()
        }


def open_in_order(published: Published, rights: Iterable[Right], until: datetime) -> Opened:
    """What these rights have opened until then.

    Each right opens its picture when it begins, unless one unit's own people would follow from all that is open by
    then, and neither that unit's own picture nor the right to it is this person's. What gave way is tried again
    whenever something else begins, for as long as its right lasts. Linear in the rights, times the depth of the tree.
    """
    plan = _Plan(published)
    place = {unit: at for at, unit in enumerate(published.invited.parents_first)}
    for begun, ended in _moments(rights, until):
        plan.begin(sorted(begun, key=lambda right: (right.since, right.way, place[right.unit])))
        plan.end(ended)
    return Opened(frozenset(plan.pictures), frozenset(plan.rests))


def _moments(rights: Iterable[Right], until: datetime) -> Iterable[tuple[list[Right], list[Right]]]:
    """The rights that begin and those that end at each moment until then; a right ends after others have begun."""
    found: dict[datetime, tuple[list[Right], list[Right]]] = {}
    for right in rights:
        if right.begins <= until and (right.ends is None or right.ends >= right.begins):
            found.setdefault(right.begins, ([], []))[0].append(right)
            if right.ends is not None and right.ends <= until:
                found.setdefault(right.ends, ([], []))[1].append(right)
    for moment in sorted(found):
        yield found[moment]


class _Plan:
    """The open pictures, and how much of each unit's surely speaking units stands in an open picture below it."""

    def __init__(self, published: Published) -> None:
        self.published = published
        self.pictures: set[str] = set()
        self.rests: set[str] = set()
        self._covered: Counter[str] = Counter()
        self._rightly: Counter[str] = Counter()
        self._waiting: list[Right] = []

    def begin(self, rights: Sequence[Right]) -> None:
        """The rights begin; opens what may be opened of them, and of what gave way before."""
        self._rightly.update(right.unit for right in rights if self._is_for_one_unit(right))
        self._waiting += [right for right in rights if right.unit in self.published.remainders]
        opened = True
        while opened and self._waiting:
            left = [right for right in self._waiting if not self._opens(right)]
            opened, self._waiting = len(left) < len(self._waiting), left

    def end(self, rights: Sequence[Right]) -> None:
        """The rights are over; an own picture that they have opened was rightly this person's, and stays so."""
        over = set(rights)
        self._waiting = [right for right in self._waiting if right not in over]
        for right in rights:
            if self._is_for_one_unit(right) and right.unit not in self.pictures:
                self._rightly[right.unit] -= 1

    def _is_for_one_unit(self, right: Right) -> bool:
        """Whether it is for a unit's own picture; a hidden unit has none to share."""
        return right.way is Way.OWN or (right.way is Way.SHARED and right.unit in self.published.remainders)

    def _opens(self, right: Right) -> bool:
        unit = right.unit
        if right.way is Way.REST:
            return unit in self.rests or (unit in self.pictures and self._open_rest(unit))
        return unit in self.pictures or self._open_picture(unit)

    def _open_picture(self, unit: str) -> bool:
        new, above = self.published.spoke_below[unit] - self._covered[unit], self._open_above(unit)
        self.pictures.add(unit)
        self._cover(self.published.parent[unit], new)
        if not new or not self._tells(new, unit, above):
            return True
        self.pictures.remove(unit)
        self._cover(self.published.parent[unit], -new)
        return False

    def _open_rest(self, unit: str) -> bool:
        new = self.published.spoke[unit]
        self.rests.add(unit)
        self._cover(unit, new)
        alone = self.published.could_be_alone[unit] if new == 1 else frozenset[str]()
        if not new or not (self._wrongly(alone) or self._left_tells(unit)):
            return True
        self.rests.remove(unit)
        self._cover(unit, -new)
        return False

    def _tells(self, new: int, unit: str, above: str | None) -> bool:
        """Whether the picture just opened, or what it leaves of the open one above, is one unit that is not theirs."""
        if above is not None and not self._left(above):
            return False  # The same people were told as what is left of the picture above.
        return (new == 1 and self._left_tells(unit)) or (above is not None and self._left_tells(above))

    def _left_tells(self, unit: str) -> bool:
        return self._left(unit) == 1 and self._wrongly(self.published.could_be_alone[self._only(unit)])

    def _wrongly(self, alone: Iterable[str]) -> bool:
        return any(self._rightly[unit] <= 0 for unit in alone)

    def _left(self, unit: str) -> int:
        return self.published.spoke_below[unit] - self._covered[unit]

    def _only(self, unit: str) -> str:
        """The one remainder in which anybody spoke, of what is left of this unit's picture."""
        while unit in self.rests or self.published.spoke[unit] == 0:
            unit = next(
                one for one in self.published.children[unit] if one not in self.pictures and self._left(one) == 1
            )
        return unit

    def _open_above(self, unit: str) -> str | None:
        above = self.published.parent[unit]
        while above is not None and above not in self.pictures:
            above = self.published.parent[above]
        return above

    def _cover(self, unit: str | None, new: int) -> None:
        """So many more stand in open pictures below this unit, and below those above it up to the nearest open one."""
        while unit is not None:
            self._covered[unit] += new
            unit = None if unit in self.pictures else self.published.parent[unit]
