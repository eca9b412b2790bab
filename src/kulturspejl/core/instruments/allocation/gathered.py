"""The usable answers of all units in one table, so that what is counted of thousands of units is counted at once."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from kulturspejl.core.instruments.allocation.camps import camps_of_all
from kulturspejl.core.instruments.allocation.counting import moments_of
from kulturspejl.core.instruments.allocation.describe import describe
from kulturspejl.core.instruments.allocation.numbers import Numbers
from kulturspejl.core.instruments.allocation.respondents import (
    DIMENSION_BLOCKS,
    WIDTHS,
    Points,
    Respondents,
    are_whole_blocks,
    are_whole_numbers,
    as_they_stand,
    enough,
    in_one_order,
    together,
)
from kulturspejl.core.instruments.allocation.whole_moments import moments_of_groups
from kulturspejl.core.instruments.base.asked import Answers
from kulturspejl.core.statistics.moments import Moments

Groups = Mapping[str, Sequence[str]]
AT_ONCE = 50_000
"""So many people are looked at together: what lies between is then some tens of megabytes."""


@dataclass(frozen=True)
class Gathered:
    """`rows[unit]` (n, 24 | 28 | 48) of those in it who have enough of what was asked, as `usable` takes them."""

    rows: Mapping[str, Answers]
    total: int
    form: str | None
    is_each_period_alone: bool

    def count(self, unit: str) -> int:
        """How many."""
        return len(self.rows.get(unit, ()))

    def people(self, unit: str) -> Respondents:
        """Those of one unit, in an order that says nothing."""
        return in_one_order(self.as_they_stand(unit))

    def as_they_stand(self, unit: str) -> Respondents:
        """The same in the order of the file, where order changes nothing."""
        return as_they_stand(self._of(unit), self.total, self.form, is_each_period_alone=self.is_each_period_alone)

    def described(self, units: Sequence[str], *, invited: int | None) -> Numbers | None:
        """All numbers of these units together, from all their answers."""
        return describe(together([self.people(one) for one in units]), invited=invited, total=self.total)

    def camps(self, units: Sequence[str]) -> dict[str, tuple[str, str] | None]:
        """The two letters of each unit whose people are two camps."""
        found: dict[str, tuple[str, str] | None] = {}
        for names, scores in self.now_scores(units):
            found.update(zip(names, camps_of_all(scores, self.total), strict=True))
        return found

    def now_scores(self, units: Sequence[str]) -> Iterator[tuple[list[str], list[Points]]]:
        """Of some units at a time: their names, and (n, 4) of those who have enough of what is now, as in the file."""
        for slab in self._in_slabs({unit: [unit] for unit in units}):
            now = [self._of(unit)[:, :24] for unit in slab]
            yield list(slab), self._whole_scores(now) or [
                as_they_stand(rows, self.total, None).now_scores for rows in now
            ]

    def _whole_scores(self, parts: Sequence[Answers]) -> list[Points] | None:
        """The same of whole answers without a gap; None where they are none."""
        now = [rows for rows in parts if are_whole_numbers(rows)]
        if len(now) < len(parts):
            return None
        points = np.concatenate(now)
        if not are_whole_blocks(points, self.total).all():
            return None
        sums = sum(points[:, at : at + 4].astype(np.float64) for at in range(0, 4 * DIMENSION_BLOCKS, 4))
        ends = np.cumsum([len(rows) for rows in parts])
        return np.split(sums / DIMENSION_BLOCKS, ends[:-1])

    def _of(self, unit: str) -> Answers:
        return self.rows.get(unit, np.empty((0, WIDTHS[self.form])))

    def moments(self, groups: Groups, floor: float) -> dict[str, Moments]:
        """`moments_of` each group of units, those left out in which nobody has answered.

        Whole answers, all with enough of every period, are counted many groups at once; the sums are whole numbers, so
        they are the same as one group at a time, to the last bit.
        """
        found: dict[str, Moments] = {}
        for some in self._in_slabs(groups):
            parts = {name: [self.rows[unit] for unit in units if self.count(unit)] for name, units in some.items()}
            quick = moments_of_groups(parts, self.total, self.form, floor)
            slow = {name: moments_of(self._together(some[name]), floor) for name in some if name not in quick}
            found |= {name: quick[name] if name in quick else slow[name] for name in some}
        return found

    def _together(self, units: Sequence[str]) -> Respondents:
        return in_one_order(together([self.as_they_stand(unit) for unit in units]))

    def _in_slabs(self, groups: Groups) -> Iterator[dict[str, Sequence[str]]]:
        slab: dict[str, Sequence[str]] = {}
        people = 0
        for name, units in groups.items():
            many = sum(map(self.count, units))
            if people and people + many > AT_ONCE:
                yield slab
                slab, people = {}, 0
            if many:
                slab[name], people = units, people + many
        if slab:
            yield slab


def gathered(
    answers: Mapping[str, Answers], total: int, form: str | None, *, is_each_period_alone: bool = False
) -> Gathered:
    """Those who can be used. ValueError on another shape or form, as `usable`."""
    if form not in WIDTHS:
        raise ValueError(f"answers do not fit the preferred form {form!r}")
    found = Gathered(answers, total, form, is_each_period_alone)
    rows: dict[str, Answers] = {}
    for slab in found._in_slabs({unit: [unit] for unit in answers}):
        use = enough(
            np.concatenate([answers[unit] for unit in slab]), total, form, is_each_period_alone=is_each_period_alone
        )
        ends = np.cumsum([len(answers[unit]) for unit in slab])
        for unit, there in zip(slab, np.split(use, ends[:-1]), strict=True):
            rows[unit] = answers[unit] if there.all() else answers[unit][there]
    return replace(found, rows=rows)
