"""Points as on paper."""

from kulturspejl.drawing.numbers import as_line
from tests.drawing.profiles import PAPER


def test_the_example_on_paper():
    assert as_line(PAPER, total=10, lang="da") == "A = 21 · B = 9 · C = 12 · D = 18 af 60"
    assert as_line(PAPER, total=10, lang="en") == "A = 21 · B = 9 · C = 12 · D = 18 of 60"
