"""What is taken out, on both sides of every line."""

from dataclasses import fields

import pytest

from kulturspejl.core.disclosure.numbers import Numbers
from kulturspejl.core.disclosure.policy import WITHOUT_CONTROL
from kulturspejl.core.disclosure.withhold import withhold, without_spread
from kulturspejl.library.policies import load_policy
from tests.core.disclosure.people import release

POLICY = load_policy()


def whole(raw: bool = False) -> Numbers:
    numbers = release({"a": 9}, policy=WITHOUT_CONTROL if raw else None).units["a"].numbers
    assert numbers is not None
    return numbers


def test_what_may_stand_is_left_alone() -> None:
    assert withhold(whole(), n=9, policy=POLICY, is_spread=True, is_spread_of_one=True) == whole()
    assert withhold(whole(), n=5, policy=POLICY, is_spread=True, is_spread_of_one=True) == whole()


def test_under_the_minimum_nothing_stands() -> None:
    assert withhold(whole(), n=4, policy=POLICY, is_spread=True, is_spread_of_one=True) is None
    assert withhold(whole(), n=2, policy=WITHOUT_CONTROL, is_spread=True, is_spread_of_one=True) is None


def test_single_dimensions_keep_their_word_without_their_spread() -> None:
    told = withhold(whole(), n=9, policy=POLICY, is_spread=True, is_spread_of_one=False)
    assert told is not None
    spreads = [one for period in told.dimension_spread.values() for one in period.values()]
    assert {one.step for one in spreads} <= {"close", "mixed", "wide"}
    assert [one.sd for one in spreads] == [None] * 6
    changed = {field.name for field in fields(Numbers) if getattr(told, field.name) != getattr(whole(), field.name)}
    assert changed == {"dimension_spread"}


@pytest.mark.parametrize("raw", [False, True])
def test_a_picture_that_gives_way_keeps_all_that_means_and_counts_give(raw: bool) -> None:
    told, before = without_spread(whole(raw)), whole(raw)
    if not raw:
        assert withhold(before, n=9, policy=POLICY, is_spread=False, is_spread_of_one=False) == told
    for period in ("now", "preferred", "gap"):
        for letter, one in getattr(told, period).items():
            was = getattr(before, period)[letter]
            assert (one.mean, one.bounds) == (was.mean, was.bounds)
            assert {one.sd, one.se, one.t, one.se_finite, one.finite, one.shown, one.today} == {None}
    for name in ("sums", "dimensions", "points_to_move", "answers_to_flip"):
        assert getattr(told, name) == getattr(before, name)
    for period, kind in told.type.items():
        assert kind.probability is None
        assert (kind.dominant, kind.margin) == (before.type[period].dominant, before.type[period].margin)
    assert (told.agreement, told.dimension_spread, told.composition) == ({}, {}, {})
    assert (told.aitchison_distance, told.gap_tests, told.smallest_visible_gap) == (None, None, None)


@pytest.mark.parametrize("n", [3, 4])
def test_of_three_or_four_in_ones_own_file_the_means_alone(n: int) -> None:
    told = withhold(whole(raw=True), n=n, policy=WITHOUT_CONTROL, is_spread=True, is_spread_of_one=True)
    assert told is not None
    assert told.now["A"].mean == whole(raw=True).now["A"].mean
    for period in (told.now, told.preferred or {}, told.gap or {}):
        assert {one.bounds for one in period.values()} == {None}
    assert (told.type, told.agreement, told.points_to_move, told.answers_to_flip) == ({}, {}, None, None)
    assert told.dimensions == whole(raw=True).dimensions


def test_five_in_ones_own_file_are_told_whole() -> None:
    numbers = whole(raw=True)
    assert withhold(numbers, n=5, policy=WITHOUT_CONTROL, is_spread=True, is_spread_of_one=True) == numbers
