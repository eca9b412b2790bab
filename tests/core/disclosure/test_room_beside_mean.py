"""Steps of a scale beside their mean: whoever knows the rule, the mean and all that is told works out no one or two."""

from collections import defaultdict
from math import comb

import pytest

from kulturspejl.core.disclosure.room.beside_mean import MOST_WAYS, beside_mean
from kulturspejl.core.disclosure.room.together import apart_and_rest
from kulturspejl.core.writing.numbers import half_up
from tests.core.disclosure.all_counts import all_counts


def told(*counts: int) -> tuple[dict[int, int], int] | None:
    return beside_mean(dict(enumerate(counts, start=1)))


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ((0, 0, 3, 5, 4), ({1: 0, 2: 0, 3: 3, 4: 5, 5: 4}, 0)),
        ((1, 1, 1, 6, 5), ({4: 6, 5: 5}, 3)),  # three people with six points: three times two is as much
        ((0, 1, 2, 6, 5), None),  # with eight: nothing but two, three and three
        ((0, 0, 1, 9, 4), None),
        ((0, 1, 1, 14, 10), ({4: 14}, 12)),  # of so many a rounded mean leaves it open
        ((1, 7), None),
        ((0, 8, 0, 0, 1), None),
    ],
)
def test_a_rest_is_told_where_its_sum_leaves_it_open(counts, shown):
    assert told(*counts) == shown


def test_the_rule_without_the_mean_would_have_told_more():
    counts = dict(enumerate((0, 0, 1, 6, 2), start=1))
    assert apart_and_rest(counts) == ({4: 6}, 3)
    assert beside_mean(counts) is None


@pytest.mark.slow
@pytest.mark.parametrize(("places", "people"), [(3, 12), (4, 9), (5, 8), (5, 12)])
def test_no_count_of_one_or_two_follows_from_what_is_told_and_the_mean(places, people):
    behind = defaultdict(list)
    for counts in all_counts(places, people, people):
        shown = told(*counts)
        if shown is not None:
            mean = half_up(sum(step * count for step, count in enumerate(counts, start=1)) / people)
            behind[tuple(sorted(shown[0].items())), shown[1], mean].append(counts)
    assert behind
    for shown, possible in behind.items():
        for place in range(places):
            found = {counts[place] for counts in possible}
            assert len(found) > 1 or not found & {1, 2}, (shown, place, found)


def test_a_rest_with_too_many_ways_is_not_told():
    assert comb(9 + 30, 9) > MOST_WAYS
    assert beside_mean(dict.fromkeys(range(1, 31), 1) | {31: 40}) is None
