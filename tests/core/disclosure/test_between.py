"""Units compared by their moments."""

import numpy as np
import pytest

from kulturspejl.core.disclosure.between import between
from kulturspejl.core.disclosure.moments import Moments, moments_of
from kulturspejl.core.disclosure.respondents import usable
from kulturspejl.core.statistics import icc
from tests.core.disclosure.people import answers


def group(people: int, seed: int, floor: float = 0.0) -> Moments:
    return moments_of(usable(answers(people, seed), 10, "drawn"), floor)


def test_it_is_the_analysis_of_variance_of_the_answers() -> None:
    sizes = (6, 9, 4)
    found = between([group(n, seed) for seed, n in enumerate(sizes)])
    scores = np.concatenate(
        [usable(answers(n, seed), 10, "drawn").scores()["gap"] for seed, n in enumerate(sizes)]
    )
    belongs = np.repeat([0, 1, 2], sizes)
    assert [*found] == ["now", "preferred", "gap"]
    assert found["gap"].groups == 3
    parts = [icc(scores[:, at], belongs) for at in range(4)]
    for letter, one in zip("ABCD", parts, strict=True):
        told = found["gap"].scores[letter]
        expected = (one.icc1, one.icc1_n0, one.icc2, one.msb, one.msw, one.f, one.p)
        assert (told.icc1, told.icc1_n0, told.icc2, told.msb, told.msw, told.f, told.p) == pytest.approx(expected)
    msb, msw = sum(one.msb for one in parts), sum(one.msw for one in parts)
    n_bar, n0 = parts[0].n_bar, parts[0].n0
    whole = found["gap"].profile
    assert (whole.msb, whole.msw, whole.f, whole.p) == (*map(pytest.approx, (msb, msw, msb / msw)), None)
    assert whole.icc1 == pytest.approx((msb - msw) / (msb + (n_bar - 1) * msw))
    assert whole.icc1_n0 == pytest.approx((msb - msw) / (msb + (n0 - 1) * msw))
    assert whole.icc2 == pytest.approx((msb - msw) / msb)


def test_one_group_or_only_single_people_leave_nothing_to_compare() -> None:
    assert between([group(8, 1)]) == {}
    assert between([group(1, 1), group(1, 2)]) == {}
    assert between([group(1, 1), group(2, 2)])["now"].groups == 2


def test_the_floor_is_in_the_spread_within() -> None:
    found = between([group(6, 1, floor=2.0), group(9, 2, floor=2.0)])
    assert {round(one.msw or 0, 9) for one in found["now"].scores.values()} == {4.0}
