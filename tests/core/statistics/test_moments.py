"""Sums and squares of a group: against numpy, put together as one, and never under the floor."""

import numpy as np
import pytest

from kulturspejl.core.instruments.allocation.counting import moments_of
from kulturspejl.core.instruments.allocation.respondents import Respondents, together, usable
from kulturspejl.core.statistics.composition import H
from kulturspejl.core.statistics.moments import Moments, put_together
from tests.core.disclosure.people import answers


def group(people: int, seed: int = 1, form: str | None = "dimensions") -> Respondents:
    return usable(answers(people, seed, form), 10, form)


@pytest.mark.parametrize("form", [None, "drawn", "dimensions"])
def test_without_a_floor_it_is_what_numpy_says(form: str | None) -> None:
    people = group(9, form=form)
    found = moments_of(people, 0.0)
    assert found.n == 9
    assert found.is_drawn == (form == "drawn")
    assert list(found.scores) == (["now"] if form is None else ["now", "preferred", "gap"])
    assert list(found.dimensions) == (["now", "preferred"] if form == "dimensions" else ["now"])
    for period, values in people.scores().items():
        one = found.scores[period]
        assert one.mean == pytest.approx(values.mean(axis=0))
        assert one.variance == pytest.approx(values.var(axis=0, ddof=1))
        assert one.sums == pytest.approx(60 * values.sum(axis=0))
        assert (one.joint, one.covariance) == (None, None)
    blocks = people.now.reshape(9, 24)
    assert found.dimensions["now"].variance == pytest.approx(blocks.var(axis=0, ddof=1))
    assert found.dimensions["now"].mean == pytest.approx(blocks.mean(axis=0))


def test_with_a_floor_low_enough_what_goes_together_is_numpys_too() -> None:
    people = group(30)
    found = moments_of(people, 0.05)
    for period in ("now", "preferred"):
        covariance = found.scores[period].covariance
        assert covariance is not None
        assert covariance == pytest.approx(np.cov(people.scores()[period], rowvar=False), abs=1e-9)
    assert found.scores["gap"].covariance is None


def test_no_column_spreads_by_less_than_the_floor_and_wide_ones_by_no_more_than_they_do() -> None:
    people = group(9)
    for floor in (0.5, 0.7, 5.0):
        variance = moments_of(people, floor).scores["now"].variance
        assert variance == pytest.approx(np.maximum(people.now_scores.var(axis=0, ddof=1), floor**2))


def test_of_one_mind_every_direction_is_four_thirds_of_the_floor() -> None:
    """Four equal variances f² of a sum that never changes: 4/3 · f² along each of the three axes."""
    alike = Respondents(np.tile([4.0, 3.0, 2.0, 1.0], (8, 6, 1)), None)
    found = moments_of(alike, 0.7).scores["now"].covariance
    assert found is not None
    assert pytest.approx(np.eye(3) * 4 / 3 * 0.49) == H @ found @ H.T
    assert np.diag(found) == pytest.approx([0.49] * 4)
    assert found.sum(axis=0) == pytest.approx([0] * 4)


def test_no_direction_is_narrower_than_that() -> None:
    """Two letters move against each other, by more than the floor; the other directions get the floor."""
    steps = np.tile([1.0, -1.0], 4)
    now = np.tile([4.0, 3.0, 2.0, 1.0], (8, 6, 1)) + steps[:, None, None] * np.array([1.0, 0.0, -1.0, 0.0])
    found = moments_of(Respondents(now, None), 0.7).scores["now"].covariance
    assert found is not None
    sizes = np.linalg.eigvalsh(H @ found @ H.T)
    assert sizes == pytest.approx([4 / 3 * 0.49, 4 / 3 * 0.49, 2 * 8 / 7])


def test_groups_put_together_are_one_group() -> None:
    parts = [group(5, 1), group(8, 2), group(1, 3)]
    whole, joined = moments_of(together(parts), 0.0), put_together([moments_of(one, 0.0) for one in parts], 0.0)
    assert joined.n == whole.n == 14
    for kind in ("scores", "dimensions"):
        for period, one in getattr(whole, kind).items():
            assert getattr(joined, kind)[period].mean == pytest.approx(one.mean)
            assert getattr(joined, kind)[period].variance == pytest.approx(one.variance)


def test_what_goes_together_is_put_together_too() -> None:
    parts = [group(12, 1), group(9, 2)]
    joined = put_together([moments_of(one, 0.01) for one in parts], 0.01).scores["now"].covariance
    assert joined is not None
    assert joined == pytest.approx(np.cov(together(parts).now_scores, rowvar=False), abs=1e-3)


def test_the_floor_lies_on_the_whole_as_well() -> None:
    """Two groups of one mind and one mean: (n − 1 + m − 1)/(n + m − 1) of the floor, so it is laid on anew."""
    alike = moments_of(Respondents(np.tile([4.0, 3.0, 2.0, 1.0], (5, 6, 1)), None), 0.7)
    assert put_together([alike, alike], 0.7).scores["now"].variance == pytest.approx([0.49] * 4)
    assert put_together([alike, alike], 0.0).scores["now"].variance == pytest.approx([0.49 * 8 / 9] * 4)


def test_one_group_is_itself_and_none_is_refused() -> None:
    one = moments_of(group(5), 0.7)
    assert put_together([one], 99.0) is one
    with pytest.raises(ValueError, match="nothing to put together"):
        put_together([], 0.7)
    with pytest.raises(ValueError, match="nobody has no moments"):
        moments_of(group(0), 0.7)


def incomplete() -> Moments:
    now = np.tile([4.0, 3.0, 2.0, 1.0], (5, 6, 1))
    now[0, 5] = np.nan
    return moments_of(Respondents(now, None), 0.7)


def test_where_somebody_left_a_dimension_out_nothing_is_told_of_dimensions() -> None:
    assert incomplete().dimensions == {}
    whole = moments_of(group(5, form=None), 0.7)
    assert put_together([whole, incomplete()], 0.7).dimensions == {}
    assert put_together([incomplete(), whole], 0.7).dimensions == {}
    assert list(put_together([whole, whole], 0.7).dimensions) == ["now"]


def test_one_person_has_sums_and_no_variance() -> None:
    one = moments_of(group(1, form=None), 0.7).scores["now"]
    assert np.isnan(one.variance).all()
    assert one.covariance is None
    assert one.about.tolist() == [0.0] * 4
    assert one.joint is not None
    assert one.joint.tolist() == [[0.0] * 4] * 4


def test_two_people_are_enough_for_a_variance() -> None:
    two = moments_of(group(2, form=None), 0.0).scores["now"]
    assert two.variance == pytest.approx(group(2, form=None).now_scores.var(axis=0, ddof=1))
    assert moments_of(group(2, form=None), 0.1).scores["now"].covariance is not None


def test_whole_answers_have_whole_sums() -> None:
    thirds = Respondents(np.tile([3.2, 2.8, 1.8, 2.2], (7, 6, 1)), None)
    assert moments_of(thirds, 0.0).scores["now"].sums.tolist() == [1344.0, 1176.0, 756.0, 924.0]
    odd = Respondents(np.tile([np.pi, 10 - np.pi, 0.0, 0.0], (7, 6, 1)), None)
    assert moments_of(odd, 0.0).scores["now"].sums[0] == round(60 * 7 * np.pi, 9)


def test_thirds_and_tenths_give_the_same_sums_in_any_order() -> None:
    rows = np.array([[3.3, 2.7, 2.1, 1.9] * 6, [0.1, 0.2, 0.3, 9.4] * 6, [3.3, 3.3, 3.3, 0.1] * 6])
    one, other = (moments_of(usable(r, 10, None), 0.0).scores["now"].sums for r in (rows, rows[::-1]))
    assert one.tolist() == other.tolist()
    assert one == pytest.approx([402, 372, 342, 684])


@pytest.mark.slow
def test_the_sums_of_many_are_whole() -> None:
    """Nineteen sixths a hundred thousand times: 60 times that is a whole number, to the last digit."""
    rows = np.tile([4.0, 2, 2, 2] + [3.0, 3, 2, 2] * 5, (100_001, 1))
    now = moments_of(usable(rows, 10, None), 0.7).scores["now"]
    assert now.sums.tolist() == [190 * 100_001, 170 * 100_001, 120 * 100_001, 120 * 100_001]
    assert now.mean[0] == 190 / 60
