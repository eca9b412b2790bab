"""What a unit keeps of a mean: between two marks, so wide that an answer seldom follows when one has joined or left."""

import random
from fractions import Fraction

import pytest

from kulturspejl.core.disclosure.room.bands import PART_OF_SCALE, band, width
from kulturspejl.core.writing.numbers import half_up

LEAST = 5


def sums_in(kept: tuple[float, float], people: int, least: int, most: int) -> list[int]:
    """All sums whose mean, shown with one decimal, lies there: what whoever reads the history knows."""
    return [
        total
        for total in range(people * least, people * most + 1)
        if band(total / people, least, most, LEAST) == kept
    ]


def told_in_100(people: int, least: int, most: int, middle: float, *, joins: bool, exactly: bool = False) -> float:
    """How often an answer is narrowed to less than a quarter of the scale, further than the new mean alone does it.

    One joins (or leaves), all others answer as before, and the new sum is known exactly. Teams are drawn by lot.
    """
    rng, told, drawn = random.Random(f"{people} {least} {most} {middle} {joins}"), 0, 2_000

    def answer() -> int:
        return min(most, max(least, round(rng.gauss(middle, (most - least) / 5))))

    known: dict[object, set[int]] = {}
    for _ in range(drawn):
        others, one = sum(answer() for _ in range(people - (not joins))), answer()
        before, now = (others, others + one) if joins else (others + one, others)
        sign = -1 if joins else 1
        key = before if exactly else band(before / people, least, most, LEAST)
        if key not in known:
            known[key] = {before} if exactly else set(sums_in(key, people, least, most))
        both = [x for x in range(least, most + 1) if now + sign * x in known[key]]
        alone = [x for x in range(least, most + 1) if people * least <= now + sign * x <= people * most]
        assert one in both
        told += max(both) - min(both) < min(Fraction(most - least, PART_OF_SCALE), max(alone) - min(alone))
    return 100 * told / drawn


@pytest.mark.parametrize("joins", [True, False])
@pytest.mark.parametrize(("least", "most", "middle"), [(1, 10, 5.5), (1, 10, 7), (1, 5, 3), (1, 5, 4)])
@pytest.mark.parametrize("people", [6, 8])
def test_whose_answer_is_the_difference_is_seldom_told(people, least, most, middle, joins):
    """docs/en/anonymity.md says how seldom. Of means with a decimal it is always."""
    assert told_in_100(people, least, most, middle, joins=joins) <= 15
    assert told_in_100(people, least, most, middle, joins=joins, exactly=True) > 95


@pytest.mark.parametrize(
    ("least", "most", "answers", "expected"),
    [(1, 5, 5, 0.5), (1, 10, 5, 1.0), (1, 10, 8, 0.5), (0, 100, 5, 10.0), (1, 2, 5, 0.5), (1, 6, 5, 1.0)],
)
def test_the_smallest_distance_that_holds(least, most, answers, expected):
    assert width(least, most, answers) == expected


@pytest.mark.parametrize(
    ("mean", "least", "most", "expected"),
    [
        (5.4, 1, 10, (5, 6)), (5.94, 1, 10, (5, 6)), (5.96, 1, 10, (6, 7)), (6.0, 1, 10, (6, 7)), (1.0, 1, 10, (1, 2)),
        (10.0, 1, 10, (9, 10)), (9.0, 1, 10, (9, 10)), (3.6, 1, 5, (3.5, 4)), (5.0, 1, 5, (4.5, 5)),
        (2.5, 1, 5, (2.5, 3)), (0.0, 0, 10, (0, 1)),
    ],
)  # fmt: skip
def test_a_band_holds_what_was_shown(mean, least, most, expected):
    low, high = band(mean, least, most, LEAST)
    assert (low, high) == expected
    assert low <= float(half_up(mean)) <= high


def test_where_no_distance_holds_nothing_is_kept():
    with pytest.raises(ValueError, match="no band"):
        width(0, 10_000, 5)
