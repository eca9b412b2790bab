"""Numbers as they stand on paper. Picture, table, sentence and terminal all ask here, so that they cannot disagree."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from math import floor

from kulturspejl.core.disclosure.numbers import DIMENSIONS, LETTERS

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


def half_up(value: float, digits: int = 1) -> Decimal:
    """Rounded as one does by hand: halves away from zero, and never a negative zero."""
    # A float's own noise (0.35 is 0.34999…) must not decide.
    clean = Decimal(repr(round(value, 9)))
    return clean.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP) or Decimal(0).scaleb(-digits)
