"""From a census and a plan to what is shown of each unit."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from kulturspejl.core.disclosure.census import Census
from kulturspejl.core.disclosure.describe import describe
from kulturspejl.core.disclosure.numbers import LETTERS, Means, Numbers
from kulturspejl.core.disclosure.plan import Plan
from kulturspejl.core.disclosure.policy import Policy
from kulturspejl.core.disclosure.released import Reading, Remainder, RollUp, UnitPicture
from kulturspejl.core.disclosure.respondents import Points, Respondents, in_one_order, together
from kulturspejl.core.disclosure.rollup import Stratum, roll_up
from kulturspejl.core.disclosure.tree import remainder_units
from kulturspejl.core.disclosure.withhold import withhold
from kulturspejl.core.scoring.agreement_word import agreement_word
from kulturspejl.core.scoring.camps import camps
from kulturspejl.core.scoring.reading import ReadingTexts, read_team

LEAST_SD = 0.7
"""Of 10 points: under disclosure control no word is made of a smaller spread than this (science 1.5, the floor)."""


@dataclass(frozen=True)
class Showing:
    """`rest` are the units of each published unit's remainder, `told` the units whose invited may be told."""

    census: Census
    plan: Plan
    policy: Policy
    total: int
    texts: ReadingTexts

    @cached_property
    def rest(self) -> Mapping[str, tuple[str, ...]]:
        return remainder_units(self.census.answered, self.plan.published)

    @cached_property
    def people(self) -> Mapping[str, Respondents]:
        """Everybody in and below each published unit. Without disclosure control they may stand by unit."""
        return {unit: self._ordered(self.census.whole[unit]) for unit in self.rest}

    def _ordered(self, group: Respondents) -> Respondents:
        return in_one_order(group) if self.policy.is_on else group

    @cached_property
    def told(self) -> frozenset[str]:
        published = self.plan.published
        return (
            self.census.told_exactly(published)
            if self.policy.is_on
            else frozenset(published) - self.census.unknown
        )

    def picture(self, unit: str) -> UnitPicture:
        """The whole of what is told of a unit: numbers where it is published, else the reason alone."""
        place = self.census.places[unit]
        if unit not in self.rest:
            reason = self.plan.hidden[unit] if self.policy.is_on else None
            return UnitPicture(unit, place.name, place.parent, reason, n=None if reason else 0)
        n, invited = self.census.answered.size[unit], self._invited(unit)
        numbers = self._numbers(unit, n, invited)
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
            reading=self._reading(numbers, n, invited),
            agreement=self._agreement(unit),
            camps=self._camps(unit),
        )

    def _invited(self, unit: str) -> int | None:
        return self.census.asked.size[unit] if unit in self.told else None

    def _numbers(self, unit: str, n: int, invited: int | None) -> Numbers | None:
        group = self.people[unit]
        numbers = describe(group, invited=invited, total=self.total)
        return numbers and withhold(numbers, n=n, policy=self.policy, is_complete=group.is_complete)

    def _reading(self, numbers: Numbers | None, n: int, invited: int | None) -> Reading | None:
        if numbers is None or not numbers.type:
            return None
        return read_team(numbers, n=n, invited=invited, total=self.total, texts=self.texts)

    def _agreement(self, unit: str) -> str | None:
        """One word, where a spread of many numbers may be told. Of complete people alone it says nothing."""
        group = self.people[unit]
        if len(group) < self.policy.spread_of_many or (self.policy.is_on and not group.is_complete):
            return None
        complete = group.now[~np.isnan(group.now).any(axis=(1, 2))]
        least = LEAST_SD if self.policy.is_on else 0.0
        return agreement_word(group.now_scores, complete, self.total, least_sd=least)

    def _camps(self, unit: str) -> tuple[str, ...] | None:
        """Choice counts: only of units with nobody below them, so that no two of them can be subtracted (2.8)."""
        group = self.people[unit]
        if len(group) < self.policy.distribution or self.census.answered.children[unit]:
            return None
        return camps(group.now_scores, self.total)

    def _remainder(self, unit: str) -> Remainder | None:
        """The people in no picture below this one, where there is a picture below: subtraction tells them anyway."""
        group = self._rest_of(unit)
        if not len(group) or len(group) == self.census.answered.size[unit]:
            return None
        wished = group.wished_scores
        means = Means(_means(group.now_scores), None if wished is None else _means(wished))
        return Remainder(tuple(one for one in self.rest[unit] if one != unit), len(group), means)

    def _rest_of(self, unit: str) -> Respondents:
        return self._ordered(together([self.census.own[one] for one in self.rest[unit]]))

    def colleagues(self) -> list[Respondents]:
        """Groups that are one unit's own people and shown as such: what units can be compared by.

        Nobody else was invited in them. That nobody else answered would tell it of a hidden unit.
        """
        return [
            self.census.own[unit]
            for unit, members in self.rest.items()
            if len(self.census.own[unit])
            and not any(self.census.asked.direct[one] for one in members if one != unit)
        ]

    def rollups(self) -> dict[str, RollUp]:
        """By unit with pictures below it, where the headcount of each group in it may be told."""
        found: dict[str, RollUp] = {}
        for unit, below in self._published_below().items():
            if len(below) > 1 and self.told.issuperset(below):
                strata = [Stratum(self._rest_of(one), self._asked_in_rest(one)) for one in below]
                rolled = roll_up(strata)
                if rolled is not None:
                    found[unit] = rolled
        return found

    def _asked_in_rest(self, unit: str) -> int:
        return sum(self.census.asked.direct[one] for one in self.rest[unit])

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


def _means(scores: Points) -> dict[str, float]:
    return {letter: float(mean) for letter, mean in zip(LETTERS, scores.mean(axis=0), strict=True)}
