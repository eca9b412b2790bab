"""How far a culture has moved, and what is said of it: the interval decides, and nothing said contradicts another."""

import math

import numpy as np
import pytest

from kulturspejl.core.instruments.allocation.form import LETTERS
from kulturspejl.core.instruments.allocation.numbers import Estimate
from kulturspejl.core.instruments.allocation.paper import paper_points
from kulturspejl.core.instruments.allocation.since import changes, holds, least_points
from kulturspejl.core.instruments.base.since import Word, together
from kulturspejl.core.statistics import welch
from kulturspejl.core.statistics.welch import Group, welch_of

TOTAL, LEVEL = 10, 0.9875


def estimate(n, mean, sd, invited=None):
    """What is kept of a mean of n of so many invited."""
    se = sd / math.sqrt(n) if n > 1 else None
    finite = se and invited and se * math.sqrt(1 - n / invited)
    return Estimate(mean, sd if n > 1 else None, se, None, 0.0 if invited == n else finite, None, None, None)


def side(means, sd=1.4, n=8, invited=None):
    spreads = [sd] * 4 if isinstance(sd, float) else sd
    return {
        letter: estimate(n, mean, one, invited)
        for letter, mean, one in zip(LETTERS, means, spreads, strict=True)
    }


def moved(before, after, sd=1.4, people=(8, 8), invited=(None, None)):
    sides = [side(means, sd, n, many) for means, n, many in zip((before, after), people, invited, strict=True)]
    return changes(*sides, people=people, total=TOTAL)


def test_the_interval_is_welchs_of_the_two_groups_at_98_75_percent():
    rng = np.random.default_rng(1)
    a, b = rng.normal(3, 1.4, 8), rng.normal(4, 0.9, 12)
    sides = [
        dict.fromkeys(LETTERS, estimate(len(x), float(x.mean()), float(x.std(ddof=1))))
        for x in (a, b)
    ]
    found = changes(*sides, people=(8, 12), total=TOTAL)["A"]
    exact = welch(a, b)
    assert found.d == pytest.approx(exact.difference)
    from scipy.stats import ttest_ind

    interval = ttest_ind(b, a, equal_var=False).confidence_interval(LEVEL)
    assert found.welch == pytest.approx((interval.low, interval.high))
    assert found.smallest_visible == pytest.approx((interval.high - interval.low) / 2)
    assert together(4, 0.95) == pytest.approx(LEVEL)


def test_a_large_difference_is_more_than_chance_and_a_small_one_may_be_chance():
    found = moved((2, 2, 3, 3), (5, 1.5, 2, 1.5))
    assert found["A"].word is Word.MORE
    assert (found["A"].before, found["A"].after, found["A"].points) == (12, 30, 18)
    assert found["B"].word is Word.CHANCE
    assert found["B"].visible > abs(found["B"].points)


def test_what_is_sure_but_under_three_points_of_sixty_is_too_little():
    found = moved((2, 3, 2.5, 2.5), (2.3, 2.7, 2.5, 2.5), people=(900, 900))
    assert found["A"].welch[0] > 0
    assert found["A"].points == 2
    assert found["A"].word is Word.LITTLE
    assert found["A"].visible == 3
    assert least_points(10) == 3
    assert least_points(100) == 30


def test_nothing_is_said_where_one_of_them_does_not_tell_how_far_apart_its_people_are():
    bare = {letter: estimate(1, 2.5, 0.0) for letter in LETTERS}
    assert changes(bare, side((2, 2, 3, 3)), people=(8, 8), total=TOTAL) is None


def test_where_all_answered_both_times_what_they_said_is_known_and_what_lies_behind_is_not():
    found = moved((2, 2, 3, 3), (3, 2, 3, 2), people=(8, 9), invited=(8, 9))["A"]
    assert found.finite == (found.d, found.d)
    assert found.welch[0] < found.d < found.welch[1]
    assert moved((2, 2, 3, 3), (3, 2, 3, 2), invited=(9, None))["A"].finite is None
    some = moved((2, 2, 3, 3), (3, 2, 3, 2), invited=(9, 9))["A"]
    assert some.welch[0] < some.finite[0] < some.d
    with_factor = welch_of(Group(8, 2, 1.4, 1 / 9), Group(8, 3, 1.4, 1 / 9), LEVEL)
    assert some.finite == pytest.approx(with_factor.interval)


@pytest.mark.slow
def test_words_points_range_and_least_never_contradict_each_other():
    rng = np.random.default_rng(2026)
    words = set()
    for _ in range(2000):
        people = tuple(int(n) for n in rng.choice([5, 6, 8, 12, 30, 330], 2))
        pair = [rng.dirichlet([3, 2, 2, 3]) * TOTAL for _ in range(2)]
        if rng.random() < 0.5:
            pair[1] = pair[0] + rng.normal(0, 0.15, 4)
        before, after = (TOTAL * np.clip(one, 0.01, None) / np.clip(one, 0.01, None).sum() for one in pair)
        found = moved(before, after, [float(sd) for sd in rng.uniform(0.7, 2.2, 4)], people)
        for name, one in found.items():
            words.add(one.word)
            assert one.before == paper_points(dict(zip(LETTERS, before, strict=True)))[name]
            low, high = one.between
            assert low <= one.points <= high
            assert low <= 6 * one.welch[0] + 1e-6 or one.word is not Word.CHANCE
            if one.word is Word.CHANCE:
                assert low <= 0 <= high
                assert one.visible > abs(one.points)
            elif one.word is Word.MORE:
                assert not low <= 0 <= high
                assert 3 <= one.visible <= abs(one.points)
            else:
                assert abs(one.points) < 3 <= one.visible
        assert sum(one.points for one in found.values()) == 0
    assert words == set(Word)


def test_where_one_round_has_more_than_twice_as_many_answers_the_ranges_are_wider():
    assert [holds(people) for people in ((8, 8), (8, 16), (8, 17), (100, 12))] == [0.95, 0.95, 0.98, 0.98]
    even, uneven = (moved((2, 2, 3, 3), (3, 2, 3, 2), people=people)["A"] for people in ((8, 16), (8, 17)))
    assert uneven.smallest_visible > even.smallest_visible
    from scipy.stats import t

    se = 1.4 * math.sqrt(1 / 8 + 1 / 17)
    df = (1 / 8 + 1 / 17) ** 2 / ((1 / 8) ** 2 / 7 + (1 / 17) ** 2 / 16)
    assert uneven.smallest_visible == pytest.approx(t.ppf(0.9975, df) * se)
