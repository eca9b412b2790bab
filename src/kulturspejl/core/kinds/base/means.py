"""A mean as a row of a picture: its name, the number as written, and how long its bar is."""

from kulturspejl.core.kinds.base.numbers import Numbered
from kulturspejl.core.kinds.base.picture import TOO_FEW_HERE, Row
from kulturspejl.core.text import Text
from kulturspejl.core.writing.numbers import half_up
from kulturspejl.core.writing.sentence import n_of

HALF = 0.5
"""Of a scale's statements somebody must have answered to count on it."""


def mean_row(shape: Numbered, label: Text, mean: float | None) -> Row:
    """ "2,3 af 5"; None is of too few."""
    if mean is None:
        return label, TOO_FEW_HERE, 0.0
    rounded = float(half_up(mean))
    return label, n_of(rounded, shape.most), shape.share(rounded)  # The bar is as long as its number says.
