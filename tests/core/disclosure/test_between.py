"""How far units differ, from their moments: the same as from the answers themselves."""

import math

import numpy as np
import pytest

from kulturspejl.core.disclosure.between import between
from kulturspejl.core.instruments.allocation.counting import moments_of
from kulturspejl.core.instruments.allocation.form import LETTERS
from kulturspejl.core.instruments.allocation.respondents import Respondents, usable
from kulturspejl.core.statistics import icc
from kulturspejl.core.statistics.moments import Moments
from tests.core.disclosure.people import answers


def groups(*sizes: int, form: str | None = "drawn") -> list[Respondents]:
    return [usable(answers(n, seed, form), 10, form) for seed, n in enumerate(sizes)]


def bare(people: list[Respondents]) -> list[Moments]:
    return [moments_of(one, 0.0) for one in people]


def test_each_letter_is_the_one_way_analysis_of_its_scores() -> None:
    people = groups(5, 8, 6)
    found = between(bare(people), LETTERS)
    assert set(found) == {"now", "preferred", "gap"}
    names = np.repeat(["a", "b", "c"], [5, 8, 6])
    for period in found:
        values = np.concatenate([one.scores()[period] for one in people])
        assert found[period].groups == 3
        for at, letter in enumerate("ABCD"):
            theirs, ours = icc(values[:, at], names), found[period].scores[letter]
            assert (ours.icc1, ours.icc1_n0, ours.icc2, ours.msb, ours.msw, ours.f, ours.p) == pytest.approx(
                (theirs.icc1, theirs.icc1_n0, theirs.icc2, theirs.msb, theirs.msw, theirs.f, theirs.p)
            )


def test_the_profile_adds_the_squares_of_the_four() -> None:
    """Sizes 5, 8 and 6: n̄ = 19/3, n0 = (19 − 125/19)/2."""
    found = between(bare(groups(5, 8, 6)), LETTERS)["now"]
    msb = sum(one.msb or 0 for one in found.scores.values())
    msw = sum(one.msw or 0 for one in found.scores.values())
    profile, n_bar, n0 = found.profile, 19 / 3, (19 - 125 / 19) / 2
    assert (profile.msb, profile.msw, profile.f) == pytest.approx((msb, msw, msb / msw))
    assert profile.p is None
    assert profile.icc1 == pytest.approx((msb - msw) / (msb + (n_bar - 1) * msw))
    assert profile.icc1_n0 == pytest.approx((msb - msw) / (msb + (n0 - 1) * msw))
    assert profile.icc2 == pytest.approx((msb - msw) / msb)


@pytest.mark.parametrize(
    ("sizes", "is_there"), [((), False), ((9,), False), ((1, 1), False), ((1, 2), True), ((5, 8), True)]
)
def test_it_takes_two_units_and_somebody_beside_another(sizes: tuple[int, ...], is_there: bool) -> None:
    assert bool(between(bare(groups(*sizes)), LETTERS)) is is_there


def test_units_of_one_mind_differ_without_end_and_what_has_no_number_has_none() -> None:
    rows = [np.tile([4.0, 3.0, 2.0, 1.0], (5, 6, 1)), np.tile([4.0, 2.0, 3.0, 1.0], (5, 6, 1))]
    found = between(bare([Respondents(one, None) for one in rows]), LETTERS)["now"]
    assert found.scores["B"].f is None, "infinite"
    assert (found.scores["B"].icc1, found.scores["B"].msw, found.scores["B"].p) == (1.0, 0.0, 0.0)
    assert (found.scores["A"].f, found.scores["A"].icc1, found.scores["A"].msb) == (None, None, 0.0)
    assert (found.profile.f, found.profile.icc2) == (None, 1.0)
    assert not math.isnan(found.profile.icc1 or 0)


def test_the_floor_is_in_the_spread_within() -> None:
    found = between([moments_of(one, 2.0) for one in groups(6, 9)], LETTERS)
    assert {round(one.msw or 0, 9) for one in found["now"].scores.values()} == {4.0}
