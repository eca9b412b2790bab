"""The scale holds what is shown, in steps that can be read."""

import pytest
from hypothesis import given

from kulturspejl.drawing.scale import web_scale
from kulturspejl.drawing.series import Series
from tests.drawing.profiles import NOW, team_means


def series(**values: float) -> Series:
    return Series("Nu", "now", {"A": 0.0, "B": 0.0, "C": 0.0, "D": 0.0} | values)


@pytest.mark.parametrize(
    ("highest", "on_paper"), [(2.5, 30), (5.0, 30), (5.01, 40), (7.0, 50), (10.0, 60), (10.0000001, 60)]
)
def test_the_smallest_whole_step_that_holds_all(highest, on_paper):
    scale = web_scale([series(A=highest)], 10)
    assert scale.maximum * 6 == pytest.approx(on_paper)
    assert [round(ring * 6) for ring in scale.rings] == list(range(10, on_paper + 1, 10))


def test_an_interval_counts_as_shown():
    wide = Series("Nu", "now", NOW.values, NOW.low, {**NOW.values, "A": 5.5})
    assert web_scale([NOW], 10).maximum == pytest.approx(5)
    assert web_scale([wide], 10).maximum == pytest.approx(40 / 6)


def test_a_hundred_points_use_a_hundred():
    assert [round(ring * 6) for ring in web_scale([series(B=34)], 100).rings] == [100, 200, 300]


@given(values=team_means())
def test_no_point_falls_outside(values):
    assert web_scale([Series("Nu", "now", values)], 10).maximum >= max(values.values()) - 1e-9
