"""Where a number stands in the web. Pure; the page's own script moves points by the same formula.

The four axes are the diagonals: A up left (inward and flexible), B up right, C down right, D down left.
With s = sqrt(1/2) and (dx, dy) = (-s,-s), (s,-s), (s,s), (-s,s) for A, B, C, D:
    x = cx + dx * radius * value / maximum,    y = cy + dy * radius * value / maximum     (y grows downwards)
so a ring of equal value is a square with level sides. docs/en/drawing.md says the same for the script.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt

from kulturspejl.core.instruments.allocation.numbers import LETTERS

_S = sqrt(0.5)
DIRECTIONS: Mapping[str, tuple[float, float]] = {
    "A": (-_S, -_S),
    "B": (_S, -_S),
    "C": (_S, _S),
    "D": (-_S, _S),
}

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Frame:
    """The web's place on the page: centre, radius in picture units, the value of the outer ring."""

    cx: float
    cy: float
    radius: float
    maximum: float

    def point(self, letter: str, value: float) -> Point:
        """`point` in this frame."""
        return point(letter, value, cx=self.cx, cy=self.cy, radius=self.radius, maximum=self.maximum)

    def half_side(self, value: float) -> float:
        """Half the side of the square ring at `value`."""
        return _S * self.radius * value / self.maximum


def point(letter: str, value: float, *, cx: float, cy: float, radius: float, maximum: float) -> Point:
    """(x, y) of `value` on the axis of `letter`. Raises KeyError for another letter than A to D."""
    dx, dy = DIRECTIONS[letter]
    reach = radius * value / maximum
    return cx + dx * reach, cy + dy * reach


def value_at(
    letter: str, x: float, y: float, *, cx: float, cy: float, radius: float, maximum: float
) -> float:
    """The inverse: the value nearest to (x, y) on the axis of `letter`, within 0 to maximum.

    value = maximum / radius * ((x - cx) * dx + (y - cy) * dy), then clipped.
    """
    dx, dy = DIRECTIONS[letter]
    value = maximum / radius * ((x - cx) * dx + (y - cy) * dy)
    return min(max(value, 0.0), maximum)


def corners(frame: Frame, values: Mapping[str, float]) -> tuple[Point, ...]:
    """The four points of a profile, A, B, C, D: clockwise from up left."""
    return tuple(frame.point(letter, values[letter]) for letter in LETTERS)
