"""How deep a tree may be: twenty levels, rings found, a tree that is too deep already may still be changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kulturspejl.core.levels import MOST_LEVELS, levels, too_deep


def chain(length: int) -> dict[int, int | None]:
    """Units 1 … length, each under the one before."""
    return {number: number - 1 or None for number in range(1, length + 1)}


def test_the_top_is_level_one_and_a_unit_whose_parent_is_gone_too():
    assert levels({"top": None, "under": "top", "lost": "closed"}) == {"top": 1, "under": 2, "lost": 1}


def test_a_ring_and_what_hangs_below_it_have_no_level():
    ring = {"a": "b", "b": "a", "below": "a", "further": "below", "top": None}
    assert levels(ring) == {"a": 0, "b": 0, "below": 0, "further": 0, "top": 1}


@given(st.dictionaries(st.integers(0, 12), st.none() | st.integers(0, 12)))
@pytest.mark.slow
def test_every_unit_stands_one_level_below_its_parent(parents):
    found = levels(parents)
    assert set(found) == set(parents)
    for unit, parent in parents.items():
        above = found.get(parent, 0) if parent is not None else 0
        assert found[unit] == (0 if parent in parents and above == 0 else above + 1)


def test_twenty_levels_are_allowed_and_one_more_is_not():
    assert too_deep({}, chain(MOST_LEVELS)) == []
    assert too_deep({}, chain(MOST_LEVELS + 1)) == [MOST_LEVELS + 1]
    assert too_deep({}, chain(1_500)) == [MOST_LEVELS + 1]


def test_moving_a_unit_with_many_levels_below_it_is_seen_at_the_one_that_sinks():
    before = chain(MOST_LEVELS) | {"side": None, "deeper": "side"}
    assert too_deep(before, before | {1: "side"}) == [MOST_LEVELS]


def test_a_tree_that_is_too_deep_already_may_be_renamed_and_raised():
    before = chain(40)
    assert too_deep(before, before) == []
    assert too_deep(before, before | {30: None}) == []
