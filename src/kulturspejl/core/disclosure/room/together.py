"""What goes together, so that nothing that is told of a room is of one or two people."""

from collections.abc import Mapping, Sequence
from statistics import fmean, quantiles
from typing import TypeVar

from kulturspejl.core.disclosure.policy import Policy
from kulturspejl.core.kinds.base.picture import Place, Stretch

FEWEST_OF_A_KIND = 3
"""A category of one or two goes together with others."""
FEWEST_TOGETHER = 3
Asked = TypeVar("Asked")


def place_of(numbers: Sequence[int], policy: Policy, *, by_median: bool) -> Place | None:
    """The mean from policy.mean answers on; from policy.distribution the quartiles too. None for fewer.

    `by_median`: then the middle is the median from policy.distribution on (marks on a line between two words have
    an order and no unit). Quartiles by linear interpolation between ranks (Hyndman & Fan 1996, type 7).
    """
    if len(numbers) < policy.mean:
        return None
    if len(numbers) < policy.distribution:
        return Place(fmean(numbers))
    low, median, high = quantiles(numbers, n=4, method="inclusive")
    return Place(median if by_median else fmean(numbers), low, high)


def apart_and_rest(counts: Mapping[Asked, int]) -> tuple[dict[Asked, int], int] | None:
    """What may be told by itself, and how many the rest are; None where nothing may.

    `counts` has every category with how many people (each in one of them) chose it. Everything under three goes into
    one rest; a rest of one or two takes the smallest of the others along, with all that are as many, and so does a
    rest that can only be two for each of its categories. Where something goes into the rest, what nobody chose goes
    there too: else it would tell who the rest is. So whoever knows this rule works out no count of one or two: tried
    on every way in which people can choose, tests/core/disclosure/test_room_rest.py.
    """
    shown = {one: count for one, count in counts.items() if count >= FEWEST_OF_A_KIND}
    rest = sum(counts.values()) - sum(shown.values())
    if rest == 0:
        return (dict(counts), 0) if shown else None
    while shown and (rest < FEWEST_OF_A_KIND or _only_two_each(rest, len(counts) - len(shown), min(shown.values()))):
        fewest = min(shown.values())
        shown = {one: count for one, count in shown.items() if count > fewest}
        rest = sum(counts.values()) - sum(shown.values())
    return (shown, rest) if shown else None


def _only_two_each(rest: int, places: int, least_shown: int) -> bool:
    """Whether the rest of so many people in so many categories can be nothing but two in each.

    It could also be some of `alike` people, fewer than whatever is shown, that went along with one or two.
    """
    if rest != places * (FEWEST_OF_A_KIND - 1):
        return False
    gone_along = (some * alike for alike in range(FEWEST_OF_A_KIND, least_shown) for some in range(1, places))
    return not any(0 < rest - people < FEWEST_OF_A_KIND for people in gone_along)


def together(counts: Mapping[int, int], fewest: int = FEWEST_TOGETHER) -> list[Stretch]:
    """(from, to, how many): neighbouring numbers go together until each stretch has none or at least `fewest`.

    A stretch of one or two people would be people. Numbers nobody chose stay with their neighbour, so that an empty
    stretch does not tell where the next one begins.
    """
    stretches: list[Stretch] = []
    first, held = min(counts), 0
    for number in sorted(counts):
        held += counts[number]
        if held >= fewest:
            stretches.append((first, number, held))
            first, held = number + 1, 0
    if first <= max(counts):
        if stretches:
            start, _end, before = stretches.pop()
            stretches.append((start, max(counts), before + held))
        else:
            stretches.append((first, max(counts), held))
    return stretches
