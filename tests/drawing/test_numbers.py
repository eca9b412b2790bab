"""Points as on paper, and numbers as they are written."""

import pytest

from kulturspejl.core.writing.numbers import decimal
from kulturspejl.drawing.numbers import as_line
from tests.drawing.profiles import PAPER


def test_the_example_on_paper():
    assert as_line(PAPER, total=10, lang="da") == "A = 21 · B = 9 · C = 12 · D = 18 af 60"
    assert as_line(PAPER, total=10, lang="en") == "A = 21 · B = 9 · C = 12 · D = 18 of 60"


@pytest.mark.parametrize(
    ("value", "da", "en"),
    [
        (3.5, "3,5", "3.5"),
        (0.35, "0,4", "0.4"),
        (2.25, "2,3", "2.3"),
        (-0.04, "0,0", "0.0"),
        (-1.25, "−1,3", "−1.3"),
    ],
)
def test_decimals(value, da, en):
    assert (decimal(value, "da"), decimal(value, "en")) == (da, en)
