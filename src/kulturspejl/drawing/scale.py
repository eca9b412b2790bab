"""How far out a picture's scale goes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from kulturspejl.core.instruments.allocation.numbers import DIMENSIONS
from kulturspejl.drawing.series import Series

SMALLEST_STEPS = 3
ALL_STEPS = len(DIMENSIONS)
_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Scale:
    """`maximum` and `rings` in mean points; the last ring is the maximum."""

    maximum: float
    rings: tuple[float, ...]


def web_scale(series: Sequence[Series], total: int, *, at_least: int = SMALLEST_STEPS) -> Scale:
    """The smallest scale in whole steps that holds every value and interval.

    A step is `total` points as on paper (10 of 60, 100 of 600), that is total/6 mean points. Never fewer than
    `at_least` steps, so that a flat profile does not look like a large one; never more than all six.
    """
    step = total / ALL_STEPS
    highest = max((value for one in series for value in _drawn(one)), default=0.0)
    steps = min(max(ceil(highest / step - _ROUNDING), at_least), ALL_STEPS)
    return Scale(steps * step, tuple(step * number for number in range(1, steps + 1)))


def _drawn(series: Series) -> list[float]:
    parts: tuple[Mapping[str, float] | None, ...] = (series.values, series.high)
    return [value for part in parts if part is not None for value in part.values()]
