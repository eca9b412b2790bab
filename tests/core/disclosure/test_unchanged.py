"""What two rounds tell whoever takes it that nobody's answer has changed: against people whom the test knows."""

import itertools

import numpy as np
import pytest

from kulturspejl.core.disclosure.unchanged import Counted, found_by_both, unchanged
from tests.core.disclosure.people import release


@pytest.mark.parametrize(
    ("before", "after", "people", "pins"),
    [
        ((8, 8), (9, 9), 1, True),
        ((9, 9), (8, 8), 1, True),
        ((8, 9), (9, 9), 1, False),
        ((8, None), (9, 9), 1, False),
        ((8, 8), (8, 8), 0, False),
        ((8, 8), (11, 11), 3, False),
    ],
)
def test_it_is_one_known_person_only_where_all_answered_and_one_more_was_asked(before, after, people, pins):
    found = unchanged(Counted(*before), Counted(*after))
    assert found.people == people
    assert found.pins_one is pins


def test_no_two_groups_of_these_sizes_are_nearer_than_is_told_and_some_are_just_so_near():
    """S₂ − S₁ touches those who are in one round and not in the other: tried with every group of people there is."""
    staff = range(7)
    for first, second in itertools.product((4, 5, 6), repeat=2):
        touched = {
            len(set(a) ^ set(b))
            for a in itertools.combinations(staff, first)
            for b in itertools.combinations(staff, second)
        }
        assert min(touched) == unchanged(Counted(first, None), Counted(second, None)).people


def test_where_nobody_changed_the_difference_is_the_answer_of_whoever_came():
    rng = np.random.default_rng(3)
    staff = rng.multinomial(10, [0.3, 0.2, 0.2, 0.3], size=9).astype(float)
    then, now = staff[:8].mean(axis=0), staff.mean(axis=0)
    assert np.allclose(9 * now - 8 * then, staff[8])


def test_the_units_of_two_releases_by_which_few_would_follow():
    tree = {"top": None, "a": "top", "b": "top", "c": "top"}
    first = release({"top": 6, "a": 9, "b": 8, "c": 12}, parent=tree)
    second = release({"top": 6, "a": 10, "b": 11, "c": 12}, parent=tree)
    same = {unit: unit for unit in tree}
    found = found_by_both(first.certificate, second.certificate, same, 5)
    assert found == {"top": 4, "a": 1, "b": 3}
    assert found_by_both(first.certificate, second.certificate, {"c": "c"}, 5) == {}
    grown = release({"top": 8, "a": 10, "b": 11, "c": 12}, parent=tree)
    assert found_by_both(first.certificate, grown.certificate, same, 5) == {"top": 2, "a": 1, "b": 3}
    assert found_by_both(first.certificate, grown.certificate, same, 3) == {"top": 2, "a": 1}
