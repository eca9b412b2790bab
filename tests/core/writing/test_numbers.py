"""Numbers are rounded by hand's rule, and written as a Dane or an Englishman writes them."""

import pytest

from kulturspejl.core.writing.numbers import (
    decimal,
    exact,
    half_up,
    in_thousands,
    percent,
    short_decimal,
    signed,
    whole,
)


@pytest.mark.parametrize(
    ("value", "digits", "written"),
    [
        (2.25, 1, "2.3"), (2.35, 1, "2.4"), (0.35, 1, "0.4"), (-2.25, 1, "-2.3"), (2.249, 1, "2.2"), (-0.04, 1, "0.0"),
        (2.5, 0, "3"), (1.005, 2, "1.01"), (2.0, 1, "2.0"), (7, 1, "7.0"), (-0.0, 2, "0.00"), (2.2499999999, 1, "2.3"),
        (2.24999999, 1, "2.2"),
    ],
)  # fmt: skip
def test_halves_are_rounded_as_one_does_by_hand(value, digits, written):
    assert str(half_up(value, digits)) == written
    if digits == 1:
        assert str(half_up(value)) == written


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


@pytest.mark.parametrize(("value", "da", "en"), [(2.0, "2", "2"), (2.04, "2", "2"), (2.05, "2,1", "2.1")])
def test_a_short_decimal_has_none_where_it_would_be_zero(value, da, en):
    assert (short_decimal(value, "da"), short_decimal(value, "en")) == (da, en)


@pytest.mark.parametrize(("value", "nearest"), [(0.5, 1), (1.5, 2), (2.5, 3), (-0.5, -1), (2.4999, 2)])
def test_a_half_goes_up_to_the_next_whole_number(value, nearest):
    assert (whole(value), percent(value / 100)) == (nearest, nearest)


def test_what_somebody_typed_keeps_its_decimals():
    assert (exact(9.75, "da"), exact(9.75, "en"), exact(10, "da")) == ("9,75", "9.75", "10")
    assert (signed(1.5, "da"), signed(-2, "en"), signed(0, "da")) == ("+1,5", "-2", "+0")


def test_thousands_are_told_apart_by_the_other_sign():
    assert (in_thousands(20000, "da"), in_thousands(20000, "en")) == ("20.000", "20,000")
    assert in_thousands(999, "da") == "999"
