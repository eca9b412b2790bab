"""How exactly a room's mean may stand once the room is gone: between two marks of its scale, never to a decimal.

A team that meets again half a year later is nearly the same people, and who was there is known to all of them. Were
the earlier mean kept as it was shown, its sum would follow from it (five answers and one decimal give it exactly), and
where one has joined and all others answered as before, the difference of the two sums is the newcomer's answer: always.
Between two marks lie several sums, and the answer then stays open over at least a quarter of the scale, which is what
`kulturspejl audit` calls no disclosure, but for the ends: who answers the least or the most there is, in a team whose
old sum lay at the end of its band, is still told. Drawn by lot that is 5 to 15 in 100 (tests/core/disclosure/
test_room_bands.py), and only where nobody else has changed their mind. So the same question is kept, and brought along,
at the soonest after six weeks, and what is left is said and not promised (docs/en/anonymity.md). A step of a mark is
also about what chance moves the mean of a small team by.
"""

from math import floor

from kulturspejl.core.writing.numbers import half_up

WIDTHS = (0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0)
"""Distances between two marks that people read easily."""
PART_OF_SCALE = 4
"""One answer stays open over at least a quarter of the scale, where neither it nor the sum lies at an end."""


def width(least: int, most: int, answers: int) -> float:
    """The distance between two marks on a scale of whole numbers from `least` to `most`: the smallest that holds.

    `answers` is from how many a mean is shown (the policy's, never how many answered: the width tells nothing of
    them). With n answers a band of width w holds at least floor(n·w) sums, so that one answer, all the others and the
    new sum being known, is open over floor(n·w) − 1 numbers or more. ValueError where no width holds.
    """
    for one in WIDTHS:
        if floor(answers * one) - 1 >= (most - least) / PART_OF_SCALE:
            return one
    raise ValueError(f"no band hides one answer of {answers} between {least} and {most}")


def band(mean: float, least: int, most: int, answers: int) -> tuple[float, float]:
    """The two marks between which `mean` lies as it was shown, with one decimal; the upper belongs to the next band.

    The last band ends with the scale and holds its end: (5.0, 6.0) of 5.4 from 1 to 10.
    """
    step = width(least, most, answers)
    shown = float(half_up(mean))
    low = least + floor((shown - least) / step + 1e-9) * step
    last = least + max(0, -(-(most - least) // step) - 1) * step
    low = min(low, last)
    return float(low), float(min(low + step, most))
