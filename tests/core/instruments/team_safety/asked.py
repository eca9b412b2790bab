"""A second kind as a folder: seven statements of 1 to 5 about the team, told as a mean and one coarse word."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from kulturspejl.core.instruments.base.asked import Answers, Group
from kulturspejl.core.instruments.base.said import Reading
from kulturspejl.core.instruments.base.since import Changes, Ruler, Side, change, together
from kulturspejl.core.instruments.base.telling import Floor, Telling
from kulturspejl.core.statistics.moments import Moments, squares_of
from kulturspejl.core.statistics.welch import Group as SpreadOut
from kulturspejl.core.text import Text

ITEMS, LOW, HIGH = 7, 1, 5
WIDE = 1.0


@dataclass(frozen=True, slots=True)
class SafetyNumbers:
    mean: float
    sd: float | None
    word: str | None


@dataclass(frozen=True, slots=True)
class SafetyMeans:
    mean: float


@dataclass(frozen=True)
class Items:
    rows: Mapping[str, Answers]

    def count(self, unit: str) -> int:
        return len(self.rows.get(unit, ()))

    def moments(self, groups: Mapping[str, Sequence[str]], floor: float) -> dict[str, Moments]:
        found = {name: [self.rows[unit] for unit in units if self.count(unit)] for name, units in groups.items()}
        return {name: _moments(np.concatenate(there), floor) for name, there in found.items() if there}

    def described(self, units: Sequence[str], *, invited: int | None) -> SafetyNumbers | None:
        moments = self.moments({"": units}, 0.0)
        return AskedItems().told_of_all([Group(moments[""], invited)])[0] if moments else None

    def camps(self, units: Sequence[str]) -> dict[str, None]:
        return dict.fromkeys(units)


def _moments(rows: Answers, floor: float) -> Moments:
    return Moments(len(rows), {"now": squares_of(rows.sum(axis=1, keepdims=True) / ITEMS, floor)}, {}, is_drawn=False)


def _told(moments: Moments) -> SafetyNumbers:
    score = moments.scores["now"]
    sd = math.sqrt(score.variance[0])
    return SafetyNumbers(float(score.mean[0]), sd, "very" if sd >= WIDE else "alike")


@dataclass(frozen=True)
class AskedItems:
    total: int = HIGH
    form: str | None = None

    kind = "team_safety"
    columns = ("team",)
    numbers = SafetyNumbers
    means_of = SafetyMeans
    scale = float(HIGH - LOW)
    is_single = True

    def gathered(self, answers: Mapping[str, Answers], *, is_each_period_alone: bool) -> Items:
        return Items({unit: rows[((rows >= LOW) & (rows <= HIGH)).all(axis=1)] for unit, rows in answers.items()})

    def told_of_all(self, groups: Sequence[Group]) -> list[SafetyNumbers]:
        return [_told(group.moments) for group in groups]

    def kept(self, numbers: SafetyNumbers, telling: Telling) -> SafetyNumbers | None:
        if telling is Telling.NOTHING:
            return None
        # A single scale tells its spread from eight; before that one coarse word (science 2.8).
        return {
            Telling.FEW: replace(numbers, sd=None, word=None), Telling.MEANS: replace(numbers, sd=None, word=None),
            Telling.WORDS: replace(numbers, sd=None),
        }.get(telling, numbers)  # fmt: skip

    def means(self, moments: Moments) -> SafetyMeans:
        return SafetyMeans(float(moments.scores["now"].mean[0]))

    def reading(
        self, numbers: SafetyNumbers, *, n: int, invited: int | None, camps: tuple[str, ...] | None, is_of_units: bool
    ) -> Reading:
        said = f"{numbers.mean:.1f} / {HIGH}"
        return Reading((Text(da=said, en=said),), Text(da="Hvad skal der til?", en="What would it take?"))

    def word(self, numbers: SafetyNumbers | None) -> str | None:
        return numbers.word if numbers else None

    def recipe(self, floor: Floor | None) -> dict[str, str]:
        return {"score": f"mean of {ITEMS} items"}

    def has_spread(self, numbers: SafetyNumbers) -> bool:
        return numbers.word is not None

    def has_spread_of_one(self, numbers: SafetyNumbers) -> bool:
        return numbers.sd is not None

    def spread_faults(
        self, numbers: SafetyNumbers, *, n: int, invited: int | None, floor: float
    ) -> Iterator[str]:
        if numbers.sd is not None and numbers.sd < floor - 1e-9:
            yield f"a spread under {floor:g} points"

    def spreads(self, numbers: SafetyNumbers, columns: Sequence[str]) -> list[float]:
        return [numbers.sd or 0.0]

    def since(self, before, after, *, people: tuple[int, int], form_then: str | None) -> Changes | None:
        """In tenths of a point, of which three matter."""
        if before.sd is None or after.sd is None:
            return None
        sides = [
            Side(round(10 * one.mean), SpreadOut(n, one.mean, one.sd), None)
            for one, n in zip((before, after), people, strict=True)
        ]
        return Changes({"mean": change(*sides, Ruler(together(1, 0.95), 3, 10))}, 0.95)
