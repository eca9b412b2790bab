"""From a census and a plan to what is shown of each unit."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from kulturspejl.core.disclosure.census import Census
from kulturspejl.core.disclosure.plan import Plan
from kulturspejl.core.disclosure.policy import Policy
from kulturspejl.core.disclosure.released import Remainder, RollUp, UnitPicture
from kulturspejl.core.disclosure.rollup import Stratum, roll_up
from kulturspejl.core.disclosure.spreads import spreads_of, spreads_of_one, told_alone
from kulturspejl.core.disclosure.tree import remainder_units
from kulturspejl.core.disclosure.withhold import may_tell
from kulturspejl.core.instruments.base.asked import Asked, Group, Numbers
from kulturspejl.core.instruments.base.said import Reading
from kulturspejl.core.statistics.moments import Moments, put_together


@dataclass(frozen=True)
class Showing:
    """`rest` are the units of each published unit's remainder, `told` the units whose invited may be told."""

    census: Census
    plan: Plan
    policy: Policy
    asked: Asked

    @cached_property
    def rest(self) -> Mapping[str, tuple[str, ...]]:
        return remainder_units(self.census.answered, self.plan.published)

    @cached_property
    def told(self) -> frozenset[str]:
        published = self.plan.published
        return (
            self.census.told_exactly(published)
            if self.policy.is_on
            else frozenset(published) - self.census.unknown
        )

    @cached_property
    def atoms(self) -> Mapping[str, Moments]:
        """The people of each published unit in no picture below it, where there are any: what subtraction can reach."""
        return self.census.moments(self.rest, self._floor)

    @property
    def _floor(self) -> float:
        return self.policy.least_sd * self.asked.scale

    @cached_property
    def spreads(self) -> tuple[frozenset[str], frozenset[str]]:
        """The units whose picture tells how far apart people are, and how far in single dimensions."""
        proof = self.plan.certificate
        return spreads_of(proof, self.policy), spreads_of_one(proof, self.policy)

    @cached_property
    def told_alone(self) -> frozenset[str]:
        """The units whose rest's spread is told anyway: what compares or adds up units may lean on these alone.

        A single scale tells its spread where both rules let it: by one of them alone no page may say it.
        """
        if not self.policy.is_on:
            return frozenset(self.atoms)
        many, one = self.spreads
        return told_alone(self.plan.certificate, many & one if self.asked.is_single else many)

    def picture(self, unit: str) -> UnitPicture:
        """The whole of what is told of a unit: numbers where it is published, else the reason alone."""
        place = self.census.places[unit]
        if unit not in self.rest:
            reason = self.plan.hidden[unit] if self.policy.is_on else None
            return UnitPicture(unit, place.name, place.parent, reason, n=None if reason else 0)
        n, invited = self.census.answered.size[unit], self._invited(unit)
        numbers = self._numbers(unit, n, invited)
        camps, is_of_units = self._camps(unit, numbers), bool(self.census.answered.children[unit])
        return UnitPicture(
            unit=unit,
            name=place.name,
            parent=place.parent,
            hidden=None,
            n=n,
            invited=invited,
            codes=self.census.codes(unit) if unit in self.told else None,
            numbers=numbers,
            remainder=self._remainder(unit),
            reading=self._reading(numbers, n, invited, camps, is_of_units=is_of_units),
            agreement=self.asked.word(numbers),
            camps=camps,
            is_of_units=is_of_units,
        )

    def _reading(
        self, numbers: Numbers | None, n: int, invited: int | None, camps: tuple[str, ...] | None, *, is_of_units: bool
    ) -> Reading | None:
        if numbers is None:
            return None
        return self.asked.reading(numbers, n=n, invited=invited, camps=camps, is_of_units=is_of_units)

    def _invited(self, unit: str) -> int | None:
        return self.census.asked.size[unit] if unit in self.told else None

    def _numbers(self, unit: str, n: int, invited: int | None) -> Numbers | None:
        """Under control from moments alone; without it from all answers."""
        if self.policy.is_on:
            numbers: Numbers | None = self._all_numbers[unit]
        else:
            numbers = self.census.there.described(self.census.below(unit), invited=invited)
        many, one = (unit in carries for carries in self.spreads)
        if numbers is None:
            return None
        return self.asked.kept(numbers, may_tell(n, self.policy, is_spread=many, is_spread_of_one=one))

    @cached_property
    def _all_numbers(self) -> Mapping[str, Numbers]:
        """Under control, of every published unit: counted together, for there may be thousands."""
        groups = [
            Group(put_together([self.atoms[one] for one in self._below[unit]], self._floor), self._invited(unit))
            for unit in self.rest
        ]
        return dict(zip(self.rest, self.asked.told_of_all(groups), strict=True))

    def _camps(self, unit: str, numbers: Numbers | None) -> tuple[str, ...] | None:
        """Choice counts: only of units with nobody below them, and where spreads of single questions are told (2.8).

        Both have to spread by more than the floor: below it nothing is told of who is first.
        """
        found = self._all_camps.get(unit)
        if numbers is None or found is None:
            return None
        return found if all(sd > self._floor for sd in self.asked.spreads(numbers, found)) else None

    @cached_property
    def _all_camps(self) -> Mapping[str, tuple[str, ...] | None]:
        outermost = [unit for unit in self.rest if unit in self.spreads[1] and not self.census.answered.children[unit]]
        return self.census.there.camps(outermost)

    def _remainder(self, unit: str) -> Remainder | None:
        """The people in no picture below this one, where there is a picture below: subtraction tells them anyway."""
        if unit not in self.atoms or self.atoms[unit].n == self.census.answered.size[unit]:
            return None
        means = self.asked.means(self.atoms[unit])
        if means is None:
            return None
        return Remainder(tuple(one for one in self.rest[unit] if one != unit), self.atoms[unit].n, means)

    def colleagues(self) -> list[Moments]:
        """Groups that are one unit's own people and shown as such: what units can be compared by.

        Nobody else was invited in them. That nobody else answered would tell it of a hidden unit.
        """
        return [
            self.atoms[unit]
            for unit, members in self.rest.items()
            if unit in self.told_alone
            and self.census.there.count(unit)
            and not any(self.census.asked.direct[one] for one in members if one != unit)
        ]

    def rollups(self) -> dict[str, RollUp]:
        """By unit with pictures below it, where the headcount of each group in it may be told."""
        found: dict[str, RollUp] = {}
        for unit, below in self._published_below.items():
            if len(below) > 1 and self.told.issuperset(below):
                rolled = roll_up([self._stratum(one) for one in below if one in self.atoms], self.asked.columns)
                if rolled is not None:
                    found[unit] = rolled
        return found

    def _stratum(self, unit: str) -> Stratum:
        return Stratum(self.atoms[unit], self._asked_in_rest(unit), unit in self.told_alone)

    def _asked_in_rest(self, unit: str) -> int:
        return sum(self.census.asked.direct[one] for one in self.rest[unit])

    @cached_property
    def _below(self) -> Mapping[str, list[str]]:
        """The same, of those only who have people."""
        return {unit: [one for one in below if one in self.atoms] for unit, below in self._published_below.items()}

    @cached_property
    def _published_below(self) -> dict[str, list[str]]:
        """Each published unit with the published units below it, itself first."""
        parents = self.plan.certificate.parent
        below: dict[str, list[str]] = {unit: [] for unit in parents}
        for unit in parents:
            above: str | None = unit
            while above is not None:
                below[above].append(unit)
                above = parents[above]
        return below
