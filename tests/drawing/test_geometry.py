"""Where a number stands, and back."""

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kulturspejl.drawing.geometry import DIRECTIONS, Frame, corners, point, value_at

FRAME = {"cx": 180.0, "cy": 216.0, "radius": 100.0, "maximum": 5.0}


@pytest.mark.parametrize(("letter", "x", "y"), [("A", -1, -1), ("B", 1, -1), ("C", 1, 1), ("D", -1, 1)])
def test_each_letter_has_its_corner(letter, x, y):
    found = point(letter, 5, **FRAME)
    assert found == pytest.approx((180 + x * 100 / sqrt(2), 216 + y * 100 / sqrt(2)), abs=1e-12)


def test_nothing_is_the_centre_and_half_is_halfway():
    assert point("B", 0, **FRAME) == (180, 216)
    assert point("C", 2.5, **FRAME) == pytest.approx((180 + 50 / sqrt(2), 216 + 50 / sqrt(2)))


@given(letter=st.sampled_from(sorted(DIRECTIONS)), value=st.floats(0, 5))
def test_the_way_back_finds_the_value(letter, value):
    assert value_at(letter, *point(letter, value, **FRAME), **FRAME) == pytest.approx(value, abs=1e-9)


@given(x=st.floats(-1000, 1000), y=st.floats(-1000, 1000), letter=st.sampled_from("ABCD"))
def test_a_finger_anywhere_gives_a_value_within_the_web(x, y, letter):
    assert 0 <= value_at(letter, x, y, **FRAME) <= 5


def test_a_finger_beside_the_axis_counts_where_it_is_nearest():
    x, y = point("A", 2, **FRAME)
    assert value_at("A", x + 7, y - 7, **FRAME) == pytest.approx(2)


def test_the_corners_go_round_and_a_ring_is_level():
    frame = Frame(**FRAME)
    a, b, c, d = corners(frame, dict.fromkeys("ABCD", 5))
    assert a[1] == b[1]
    assert c[1] == d[1]
    assert b[0] == c[0]
    assert a[0] == d[0]
    assert a[1] < c[1]
    assert frame.half_side(5) == pytest.approx(b[0] - 180)


def test_another_letter_is_refused():
    with pytest.raises(KeyError):
        point("E", 1, **FRAME)
