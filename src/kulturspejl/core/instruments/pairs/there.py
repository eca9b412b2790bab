"""The usable answers on six lines, by unit, and what is counted of groups of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kulturspejl.core.instruments.base.asked import Answers, Group
from kulturspejl.core.instruments.pairs.form import LINES, PLACES
from kulturspejl.core.instruments.pairs.numbers import PairsNumbers
from kulturspejl.core.instruments.pairs.told import told
from kulturspejl.core.instruments.scale.form import NOW
from kulturspejl.core.instruments.scale.there import in_one_order, is_whole
from kulturspejl.core.statistics.moments import Moments, squares_of


@dataclass(frozen=True)
class ThereOnLines:
    """`rows[unit]` (n, 6) of whole answers."""

    rows: Mapping[str, Answers]

    def count(self, unit: str) -> int:
        """How many."""
        return len(self.rows.get(unit, ()))

    def moments(self, groups: Mapping[str, Sequence[str]], floor: float) -> dict[str, Moments]:
        """Of each group in which anybody has answered."""
        there = {name: [self.rows[unit] for unit in units if self.count(unit)] for name, units in groups.items()}
        return {name: _moments(rows, floor) for name, rows in there.items() if rows}

    def described(self, units: Sequence[str], *, invited: int | None) -> PairsNumbers | None:
        """All numbers of these units together, without a floor."""
        found = self.moments({"": units}, 0.0)
        return told(Group(found[""], invited)) if found else None

    def camps(self, units: Sequence[str]) -> dict[str, None]:
        """No line is put before another."""
        return dict.fromkeys(units)


def _moments(rows: Sequence[Answers], floor: float) -> Moments:
    there = in_one_order(rows)
    return Moments(len(there), {NOW: squares_of(there, floor)}, {}, is_drawn=False)


def gathered(answers: Mapping[str, Answers]) -> ThereOnLines:
    """Those whose every number is a place. ValueError on a table that is not of six lines."""
    if any(rows.ndim != 2 or rows.shape[1] != LINES for rows in answers.values()):
        raise ValueError("answers do not fit six lines")
    return ThereOnLines({unit: rows[is_whole(rows, PLACES)] for unit, rows in answers.items()})
