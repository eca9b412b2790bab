"""Sums and squares by hand, before and after the floor, alone and put together."""

import numpy as np
import pytest

from kulturspejl.core.disclosure.moments import Moments, moments_of, put_together
from kulturspejl.core.disclosure.respondents import usable
from kulturspejl.core.statistics.composition import H
from tests.core.disclosure.people import answers


def group(*scores: tuple[float, float, float, float]) -> np.ndarray:
    return np.array([list(points) * 6 for points in scores], dtype=float)


def moments(*scores: tuple[float, float, float, float], floor: float) -> Moments:
    return moments_of(usable(group(*scores), 10, None), floor)


def test_two_people_by_hand() -> None:
    """4 2 2 2 and 2 4 2 2: means 3 3 2 2, squares 2 2 0 0, in each dimension too."""
    found = moments((4, 2, 2, 2), (2, 4, 2, 2), floor=0.0)
    now = found.scores["now"]
    assert (found.n, now.n, [*found.scores], [*found.dimensions]) == (2, 2, ["now"], ["now"])
    assert now.sums.tolist() == [360, 360, 240, 240]
    assert now.mean.tolist() == [3, 3, 2, 2]
    assert now.about == pytest.approx([2, 2, 0, 0])
    assert now.variance == pytest.approx([2, 2, 0, 0])
    assert now.joint is None
    assert now.covariance is None
    assert found.dimensions["now"].about == pytest.approx([2, 2, 0, 0] * 6)


def test_the_floor_lifts_what_is_under_it_and_leaves_the_rest() -> None:
    now = moments((4, 2, 2, 2), (2, 4, 2, 2), floor=0.7).scores["now"]
    assert now.about == pytest.approx([2, 2, 0.49, 0.49])
    one = moments((4, 2, 2, 2), floor=0.7)
    assert (one.n, one.scores["now"].about.tolist()) == (1, [0, 0, 0, 0])
    assert np.isnan(one.scores["now"].variance).all()
    assert one.scores["now"].covariance is None


def test_where_no_score_is_above_the_floor_all_directions_are_alike() -> None:
    found = moments((3.2, 2.8, 2.2, 1.8), (2.8, 3.2, 1.8, 2.2), floor=0.7).scores["now"]
    assert found.covariance == pytest.approx(4 / 3 * 0.49 * (np.eye(4) - 0.25))
    assert np.diag(found.covariance if found.covariance is not None else H) == pytest.approx([0.49] * 4)


def test_where_one_is_above_it_the_narrow_directions_have_the_floor() -> None:
    """All that varies is A against B, by 2 in each: 4 along (1, −1, 0, 0)/√2, and 4/3·0.49 across."""
    found = moments((4, 2, 2, 2), (2, 4, 2, 2), floor=0.7).scores["now"].covariance
    assert found is not None
    along = np.array([1, -1, 0, 0]) / np.sqrt(2)
    assert along @ found @ along == pytest.approx(4)
    for across in (np.array([0, 0, 1, -1]) / np.sqrt(2), np.array([1, 1, -1, -1]) / 2):
        assert across @ found @ across == pytest.approx(4 / 3 * 0.49)
    assert found @ np.ones(4) == pytest.approx(np.zeros(4))


@pytest.mark.parametrize("form", [None, "drawn", "dimensions"])
def test_without_a_floor_parts_give_the_whole(form: str | None) -> None:
    rows = answers(17, 3, form)
    parts = [moments_of(usable(one, 10, form), 0.0) for one in (rows[:5], rows[5:6], rows[6:])]
    joined, whole = put_together(parts, 0.0), moments_of(usable(rows, 10, form), 0.0)
    assert (joined.n, joined.is_drawn) == (whole.n, whole.is_drawn) == (17, form == "drawn")
    assert [*joined.scores] == [*whole.scores]
    assert [*joined.dimensions] == [*whole.dimensions]
    for one, other in [(joined.scores[p], whole.scores[p]) for p in whole.scores] + [
        (joined.dimensions[p], whole.dimensions[p]) for p in whole.dimensions
    ]:
        assert one.sums.tolist() == other.sums.tolist()
        assert one.about == pytest.approx(other.about)


def test_wide_parts_keep_their_covariance_when_put_together() -> None:
    rows = np.array([[9, 1, 0, 0] * 6, [1, 0, 9, 0] * 6, [0, 9, 0, 1] * 6, [0, 0, 1, 9] * 6] * 3, dtype=float)
    parts = [moments_of(usable(one, 10, None), 0.7) for one in (rows[:4], rows[4:])]
    found = put_together(parts, 0.7).scores["now"]
    assert found.covariance == pytest.approx(np.cov(rows[:, :4], rowvar=False))


def test_like_minded_groups_around_one_mean_are_not_under_the_floor_together() -> None:
    """(2 + 2)·0.49 over five is 0.39: the floor again."""
    parts = [moments(*[(4, 2, 2, 2)] * 3, floor=0.7) for _ in range(2)]
    now = put_together(parts, 0.7).scores["now"]
    assert now.variance == pytest.approx([0.49] * 4)
    assert now.covariance == pytest.approx(4 / 3 * 0.49 * (np.eye(4) - 0.25))
    assert put_together(parts[:1], 0.7) is parts[0]


def test_thirds_and_tenths_give_the_same_sums_in_any_order() -> None:
    rows = np.array([[3.3, 2.7, 2.1, 1.9] * 6, [0.1, 0.2, 0.3, 9.4] * 6, [3.3, 3.3, 3.3, 0.1] * 6])
    one, other = (moments_of(usable(r, 10, None), 0.0).scores["now"].sums for r in (rows, rows[::-1]))
    assert one.tolist() == other.tolist()
    assert one == pytest.approx([402, 372, 342, 684])


def test_whoever_leaves_a_dimension_out_takes_the_dimensions_along() -> None:
    rows = answers(6, 2, None)
    rows[0, :4] = np.nan
    part, whole = moments_of(usable(rows, 10, None), 0.7), moments_of(usable(answers(6, 3, None), 10, None), 0.7)
    assert part.dimensions == {}
    assert put_together([whole, part], 0.7).dimensions == {}


def test_nobody_has_no_moments() -> None:
    with pytest.raises(ValueError, match="nobody"):
        moments_of(usable(np.zeros((0, 24)), 10, None), 0.7)
    with pytest.raises(ValueError, match="nothing"):
        put_together([], 0.7)
