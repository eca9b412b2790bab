"""Who was asked and who answered, unit by unit over the frozen tree."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from kulturspejl.core.disclosure.participation import told_exactly
from kulturspejl.core.disclosure.released import Codes
from kulturspejl.core.disclosure.respondents import WIDTHS, Respondents, together, usable
from kulturspejl.core.disclosure.tree import Tree

Answers = NDArray[np.integer] | NDArray[np.floating]


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
    """`own[unit]` are the respondents attached to the unit itself."""

    places: Mapping[str, Place]
    own: Mapping[str, Respondents]

    @cached_property
    def answered(self) -> Tree:
        return self._tree({unit: len(group) for unit, group in self.own.items()})

    @cached_property
    def asked(self) -> Tree:
        """Invited by unit; where that is unknown, as many as answered (see `unknown`)."""
        return self._tree(
            {unit: len(self.own[unit]) if p.invited is None else p.invited for unit, p in self.places.items()}
        )

    def _tree(self, direct: Mapping[str, int]) -> Tree:
        return Tree({unit: place.parent for unit, place in self.places.items()}, direct)

    @cached_property
    def whole(self) -> Mapping[str, Respondents]:
        """The respondents of each unit and all below it."""
        whole: dict[str, Respondents] = {}
        for unit in self.answered.children_first:
            whole[unit] = together(
                [self.own[unit], *(whole[child] for child in self.answered.children[unit])]
            )
        return whole

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
        below = [unit]
        for one in below:
            below.extend(self.answered.children[one])
        found = [codes for one in below if (codes := self.places[one].codes)]
        return Codes(sum(c.made for c in found), sum(c.used for c in found)) if found else None


def take_census(
    places: Sequence[Place], answers: Mapping[str, Answers], total: int, form: str | None,
    *, is_each_period_alone: bool = False,
) -> Census:  # fmt: skip
    """Answers that can be used, by place; `is_each_period_alone` as in `usable`.

    ValueError on an unknown or doubled unit, TooMany where n > N.
    """
    by_unit = {place.unit: place for place in places}
    if len(by_unit) != len(places):
        raise ValueError("a unit stands twice among the places")
    if strangers := sorted(set(answers) - set(by_unit)):
        raise ValueError(f"answers of unknown units: {', '.join(strangers)}")
    nobody = usable(np.empty((0, WIDTHS.get(form, 0))), total, form)
    there = {
        unit: usable(rows, total, form, is_each_period_alone=is_each_period_alone) for unit, rows in answers.items()
    }
    own = {unit: there.get(unit, nobody) for unit in by_unit}
    for unit, place in by_unit.items():
        if place.invited is not None and len(own[unit]) > place.invited:
            raise TooMany(place, len(own[unit]))
    return Census(by_unit, own)
