"""Which answers count: four of six whole dimensions, and what each form needs of the wish."""

import numpy as np
import pytest

from kulturspejl.core.instruments.allocation.respondents import Respondents, together, usable

NAN = float("nan")
GOOD = [4.0, 3.0, 2.0, 1.0]
OTHER = [1.0, 2.0, 3.0, 4.0]
LEFT_OUT = [NAN] * 4


def row(*blocks: list[float]) -> list[float]:
    return [point for block in blocks for point in block]


def now(valid: int, bad: list[float] = LEFT_OUT) -> list[float]:
    """Six dimensions, so many of them whole."""
    return row(*[GOOD] * valid, *[bad] * (6 - valid))


def counted(rows: list[list[float]], form: str | None = None, total: int = 10) -> int:
    return len(usable(np.array(rows), total, form))


@pytest.mark.parametrize(("valid", "people"), [(3, 0), (4, 1), (5, 1), (6, 1)])
def test_four_of_six_dimensions_are_enough(valid: int, people: int) -> None:
    assert counted([now(valid)]) == people
    assert counted([now(6) + now(valid)], "dimensions") == people
    assert counted([now(valid) + now(6)], "dimensions") == people
    assert counted([[*now(valid), 24.0, 18.0, 12.0, 6.0]], "drawn") == people


@pytest.mark.parametrize(
    "bad",
    [
        [4.0, 3.0, 2.0, 2.0], [4.0, 3.0, 2.0, 0.0], [-1.0, 5.0, 4.0, 2.0], [4.0, 3.0, 2.0, 1.001],
        [NAN, 5.0, 3.0, 2.0], [NAN, 4.0, 3.0, 2.0], [NAN, 6.0, 3.0, 2.0],
    ],
)
def test_four_numbers_are_whole_when_none_is_missing_or_below_zero_and_they_add_up(bad: list[float]) -> None:
    assert counted([now(3, bad)]) == 0
    left = usable(np.array([now(4, bad)]), 10, None)
    assert np.isnan(left.now[0, 4:]).all()
    assert left.now_scores.tolist() == [GOOD], "the mean is over the whole ones alone"


def test_nothing_is_a_number_too_and_a_hair_beside_the_sum_is_rounding() -> None:
    assert counted([row(*[[10.0, 0.0, 0.0, 0.0]] * 6)]) == 1
    assert counted([row(*[[4 + 9e-10, 3.0, 2.0, 1.0]] * 6)]) == 1
    assert counted([row(*[[4 + 2e-9, 3.0, 2.0, 1.0]] * 6)]) == 0


def test_the_drawing_adds_up_to_six_times_the_points_and_is_told_per_dimension() -> None:
    made = usable(np.array([[*now(6), 30.0, 15.0, 9.0, 6.0], [*now(6), 30.0, 15.0, 9.0, 5.0]]), 10, "drawn")
    assert len(made) == 1
    assert made.wished is not None
    assert made.wished.tolist() == [[5.0, 2.5, 1.5, 1.0]]
    assert counted([[*now(6), NAN, 30.0, 20.0, 10.0]], "drawn") == 0
    assert counted([[*row(*([[40.0, 30.0, 20.0, 10.0]] * 6)), 300.0, 150.0, 90.0, 60.0]], "drawn", 100) == 1


def test_scores_are_of_now_the_wish_and_the_way_between() -> None:
    both = usable(np.array([row(*[GOOD] * 5, LEFT_OUT) + row(*[OTHER] * 4, *[LEFT_OUT] * 2)]), 10, "dimensions")
    scores = both.scores()
    assert list(scores) == ["now", "preferred", "gap"]
    assert (scores["now"].tolist(), scores["preferred"].tolist()) == ([GOOD], [OTHER])
    assert scores["gap"].tolist() == [[-3.0, -1.0, 1.0, 3.0]]
    assert list(usable(np.array([now(6)]), 10, None).scores()) == ["now"]


def test_it_is_complete_when_everybody_answered_everything() -> None:
    assert usable(np.array([now(6)]), 10, None).is_complete
    assert not usable(np.array([now(6), now(5)]), 10, None).is_complete
    assert usable(np.array([now(6) + now(6)]), 10, "dimensions").is_complete
    assert not usable(np.array([now(6) + now(5)]), 10, "dimensions").is_complete
    assert not usable(np.array([now(5) + now(6)]), 10, "dimensions").is_complete


@pytest.mark.parametrize(("form", "width"), [(None, 24), ("drawn", 28), ("dimensions", 48)])
def test_each_form_has_its_width(form: str | None, width: int) -> None:
    assert counted(np.zeros((2, width)).tolist(), form) == 0
    for wrong in (width - 1, width + 1):
        with pytest.raises(ValueError, match=r"shape \(2, \d+\) do not fit"):
            usable(np.zeros((2, wrong)), 10, form)
    with pytest.raises(ValueError, match="do not fit"):
        usable(np.zeros(width), 10, form)
    with pytest.raises(ValueError, match="'by_heart'"):
        usable(np.zeros((1, width)), 10, "by_heart")


def test_the_order_says_nothing_of_who_came_first() -> None:
    """Two copies in any order are the same, now and wish still one person's."""
    one, other = [*now(6), 30.0, 15.0, 9.0, 6.0], [*row(*([OTHER] * 6)), 6.0, 9.0, 15.0, 30.0]
    first, second = usable(np.array([one, other]), 10, "drawn"), usable(np.array([other, one]), 10, "drawn")
    assert first.wished is not None
    assert second.wished is not None
    assert first.now.tolist() == second.now.tolist()
    assert first.wished.tolist() == second.wished.tolist()
    pairs = {(person[0][0], wish[0]) for person, wish in zip(first.now.tolist(), first.wished.tolist(), strict=True)}
    assert pairs == {(4.0, 5.0), (1.0, 1.0)}


def test_several_groups_are_one() -> None:
    drawn = usable(np.array([[*now(6), 30.0, 15.0, 9.0, 6.0]] * 2), 10, "drawn")
    both = together([drawn, drawn])
    assert len(both) == 4
    assert both.wished is not None
    assert both.wished.shape == (4, 4)
    alone = together([usable(np.array([now(6)]), 10, None)] * 3)
    assert (len(alone), alone.wished) == (3, None)
    with pytest.raises(ValueError, match="concatenate"):
        together([])


def test_a_drawn_wish_is_taken_as_it_is() -> None:
    points = np.array([[1.0, 2.0, 3.0, 4.0]])
    assert Respondents(np.full((1, 6, 4), 2.5), points).wished_scores is points
    assert Respondents(np.full((1, 6, 4), 2.5), None).wished_scores is None
