"""The sums of a profile as they stand on paper: whole points that add up."""

from collections.abc import Mapping
from math import floor

from kulturspejl.core.instruments.allocation.numbers import DIMENSIONS, LETTERS

_ROUNDING = 1e-9


def paper_points(means: Mapping[str, float]) -> dict[str, int]:
    """Mean points per dimension by letter -> whole points of 6 x total, which keep the sum.

    mean x 6 rounded down; the points still missing go to the largest remainders, A first among equals
    (Hamilton's method), so 20.8 + 9.3 + 12.2 + 17.7 becomes 21 + 9 + 12 + 18 = 60. Raises KeyError where one
    of A to D is missing.
    """
    exact = {letter: means[letter] * len(DIMENSIONS) + _ROUNDING for letter in LETTERS}
    whole = {letter: floor(value) for letter, value in exact.items()}
    missing = round(sum(exact.values())) - sum(whole.values())
    by_remainder = sorted(LETTERS, key=lambda letter: (-round(exact[letter] - whole[letter], 6), letter))
    return {letter: whole[letter] + (letter in by_remainder[:missing]) for letter in LETTERS}
