"""How many chose each number of a scale, where the mean of the same answers is told as well."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from math import comb

from kulturspejl.core.disclosure.room.together import FEWEST_OF_A_KIND, apart_and_rest
from kulturspejl.core.writing.numbers import half_up

MOST_WAYS = 20_000
"""In which a rest may have been chosen; where there are more they are not tried, and nothing is told."""


def beside_mean(counts: Mapping[int, int]) -> tuple[dict[int, int], int] | None:
    """What may be told by itself, and how many the rest are (`apart_and_rest`); None where the mean would undo it.

    `counts` are people by number, every number of the scale among them. The mean, rounded as it is told, and how many
    answered say nearly what the rest chose together. So each way in which the rest can have chosen is tried that gives
    the same mean and is told the same: where all of them give a number the same one or two people, nothing is told.
    """
    found = apart_and_rest(counts)
    if found is None or found[1] == 0:
        return found
    shown, rest = found
    hidden = [number for number in counts if number not in shown]
    if comb(rest + len(hidden) - 1, rest) > MOST_WAYS:
        return None
    mean = _mean(counts)
    possible = [ways for ways in _ways(hidden, rest) if _mean(shown | ways) == mean]
    possible = [ways for ways in possible if apart_and_rest(shown | ways) == found]
    told = [{ways[number] for ways in possible} for number in hidden]
    return None if any(len(one) == 1 and 0 < min(one) < FEWEST_OF_A_KIND for one in told) else found


def _mean(counts: Mapping[int, int]) -> Decimal:
    """As it is told."""
    return half_up(sum(number * count for number, count in counts.items()) / sum(counts.values()))


def _ways(numbers: Sequence[int], people: int) -> Iterator[dict[int, int]]:
    """Every way in which so many people choose among the numbers."""
    number, *others = numbers
    if not others:
        yield {number: people}
        return
    for count in range(people + 1):
        for ways in _ways(others, people - count):
            yield {number: count} | ways
