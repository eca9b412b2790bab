"""Who was asked and who answered, unit by unit over the frozen tree."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kulturspejl.core.disclosure.participation import told_exactly
from kulturspejl.core.disclosure.released import Codes
from kulturspejl.core.disclosure.tree import Tree
from kulturspejl.core.instruments.base.asked import Answers, Asked, There
from kulturspejl.core.statistics.moments import Moments

__all__ = ["Answers", "Census", "Place", "TooMany", "take_census"]


@dataclass(frozen=True, slots=True)
class Place:
    """A unit of the frozen tree; `invited` and `codes` count those attached to it, not the leader."""

    unit: str
    name: str
    parent: str | None
    invited: int | None
    codes: Codes | None = None


class TooMany(ValueError):
    """More answers than people invited: a fault in the data (science C5)."""

    def __init__(self, place: Place, answers: int) -> None:
        super().__init__(f"{place.unit}: {answers} answers, {place.invited} invited")
        self.place = place
        self.answers = answers


@dataclass(frozen=True)
class Census:
    """`there` are the answers of those attached to each unit itself; whom nobody answered in stands nowhere in it."""

    places: Mapping[str, Place]
    there: There

    @cached_property
    def answered(self) -> Tree:
        return self._tree({unit: self.there.count(unit) for unit in self.places})

    @cached_property
    def asked(self) -> Tree:
        """Invited by unit; where that is unknown, as many as answered (see `unknown`)."""
        return self._tree(
            {unit: self.there.count(unit) if p.invited is None else p.invited for unit, p in self.places.items()}
        )

    def _tree(self, direct: Mapping[str, int]) -> Tree:
        return Tree({unit: place.parent for unit, place in self.places.items()}, direct)

    def moments(self, groups: Mapping[str, Sequence[str]], floor: float) -> Mapping[str, Moments]:
        """Of each group of units, where anybody has answered."""
        return self.there.moments(groups, floor)

    def below(self, unit: str) -> list[str]:
        """The unit and all below it, in tree order."""
        found, waiting = [], [unit]
        while waiting:
            found.append(waiting.pop())
            waiting.extend(reversed(self.answered.children[found[-1]]))
        return found

    @cached_property
    def unknown(self) -> frozenset[str]:
        """Units in or below which some number of invited is unknown."""
        found: set[str] = set()
        for unit in self.answered.children_first:
            if self.places[unit].invited is None or found & set(self.answered.children[unit]):
                found.add(unit)
        return frozenset(found)

    def told_exactly(self, published: Collection[str]) -> frozenset[str]:
        """Published units beside whose answers the number invited may stand."""
        return told_exactly(self.asked, self.answered, set(published) - self.unknown)

    def codes(self, unit: str) -> Codes | None:
        """Cards and links of the unit and all below it; None where none of them says."""
        found = [codes for one in self.below(unit) if (codes := self.places[one].codes)]
        return Codes(sum(c.made for c in found), sum(c.used for c in found)) if found else None


def take_census(
    places: Sequence[Place], answers: Mapping[str, Answers], asked: Asked, *, is_each_period_alone: bool = False
) -> Census:
    """Answers that can be used, by place; `is_each_period_alone`: without control each period has its own people.

    ValueError on an unknown or doubled unit, TooMany where n > N.
    """
    by_unit = {place.unit: place for place in places}
    if len(by_unit) != len(places):
        raise ValueError("a unit stands twice among the places")
    if strangers := sorted(set(answers) - set(by_unit)):
        raise ValueError(f"answers of unknown units: {', '.join(strangers)}")
    there = asked.gathered(answers, is_each_period_alone=is_each_period_alone)
    for unit, place in by_unit.items():
        if place.invited is not None and there.count(unit) > place.invited:
            raise TooMany(place, there.count(unit))
    return Census(by_unit, there)
