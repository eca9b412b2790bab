"""What may be told where each person stands in several places at once: two of five things, both counted."""

from collections.abc import Mapping, Sequence
from random import Random
from typing import TypeVar

FEWEST_OF_A_KIND = 3
"""Of one or two people nothing is told: neither of those who stand somewhere nor of those who do not."""
Asked = TypeVar("Asked")


def of_several(counts: Mapping[Asked, int], people: int, each: int, rng: Random) -> dict[Asked, int] | None:
    """What may be told by itself; None where nothing may.

    `counts` are people by place, each of the `people` in `each` of them, so what is not told is known together: at
    least two places, and as many people in them and not in them as surely are three. Where that is not so, the smallest
    of the others goes along, of two alike one by chance: else whoever knows the rule could work out what it hid. What
    all or nobody chose is told where everything is, and goes with the rest where something is not.
    """
    if all(_is_of_enough(count, people) or count in (0, people) for count in counts.values()):
        return dict(counts)
    shown = {one: count for one, count in counts.items() if _is_of_enough(count, people)}
    while shown and not _hide_each_other([counts[one] for one in counts if one not in shown], people, each):
        del shown[min(shown, key=lambda one: (shown[one], rng.random()))]
    return shown or None


def _is_of_enough(count: int, people: int) -> bool:
    return FEWEST_OF_A_KIND <= count <= people - FEWEST_OF_A_KIND


def _hide_each_other(counts: Sequence[int], people: int, each: int) -> bool:
    """Two people fill `each` places apiece at most: one place more, and they are surely three."""
    chosen = sum(counts)
    return len(counts) > 1 and min(chosen, people * len(counts) - chosen) > each * (FEWEST_OF_A_KIND - 1)
