"""Where many people stand on a line, between two ends or in a field: middles and how far apart, never one of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, quantiles
from typing import Any

from kulturspejl.core.content.exercise import Item, Part
from kulturspejl.core.disclosure.policy import Policy
from kulturspejl.core.text import NOTHING, Text, joined
from kulturspejl.core.writing.numbers import half_up
from kulturspejl.core.writing.sentence import filled, n_of, short

Answers = Sequence[Mapping[str, Any]]
HALF = 0.5
"""Of a scale's statements somebody must have answered to count on it."""
FEWEST_TOGETHER = 3
IN_THE_MIDDLE = Text(da="midt imellem", en="in the middle")
TOWARDS = Text(da="{steps} mod", en="{steps} towards")
FROM_TO = Text(da="{first} til {last}", en="{first} to {last}")
HALF_OF_YOU = Text(da="{at}. Halvdelen: {half}", en="{at}. Half of you: {half}")


@dataclass(frozen=True)
class Place:
    """`at` is the middle; `start` to `end` hold the middle half, None where there are too few to say."""

    at: float
    start: float | None = None
    end: float | None = None

    @property
    def half(self) -> tuple[float, float] | None:
        """From where to where the middle half lies."""
        return (self.start, self.end) if self.start is not None and self.end is not None else None


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


def given(item: str, answers: Answers) -> list[int]:
    """The numbers of whoever has answered it."""
    return [one[item] for one in answers if one.get(item) is not None]


def between(item: Item, place: Place) -> Text:
    """ "1 mod Tillid", and from which place to which the middle half lies."""
    at = _towards(item, place.at)
    if place.start is None or place.end is None:
        return at
    first, last = _towards(item, place.start), _towards(item, place.end)
    return filled(HALF_OF_YOU, at=at, half=first if first == last else filled(FROM_TO, first=first, last=last))


def on_line(part: Part, place: Place) -> Text:
    """ "5,4 af 10. Halvdelen: 4 til 7"."""
    at = n_of(float(place.at), part.most)
    if place.start is None or place.end is None:
        return at
    return filled(HALF_OF_YOU, at=at, half=filled(FROM_TO, first=short(place.start), last=short(place.end)))


def together(counts: Mapping[int, int], fewest: int = FEWEST_TOGETHER) -> list[tuple[int, int, int]]:
    """(from, to, how many): neighbouring numbers go together until each stretch has none or at least `fewest`.

    A stretch of one or two people would be people. Numbers nobody chose stay with their neighbour, so that an empty
    stretch does not tell where the next one begins.
    """
    stretches: list[tuple[int, int, int]] = []
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


def on_scale(part: Part, scale: str, answers: Answers) -> list[float]:
    """Each person's mean over the scale's statements, of those who have answered at least half of them."""
    items = [item.id for item in part.items if item.scale == scale]
    found = [[one[item] for item in items if one.get(item) is not None] for one in answers]
    return [fmean(numbers) for numbers in found if numbers and len(numbers) >= HALF * len(items)]


def lowest(part: Part, answers: Answers, policy: Policy) -> list[Item]:
    """The statement with the lowest mean, or those that share it; none where every one has too few answers."""
    means = {
        item: fmean(numbers)
        for item in part.items
        if len(numbers := given(item.id, answers)) >= policy.mean
    }
    if not means or max(means.values()) - min(means.values()) < 1e-9:
        return []
    least = min(means.values())
    return [item for item, mean in means.items() if mean - least < 1e-9]


def field_of(part: Part, point: Mapping[str, int]) -> Item:
    """The field that a point lies in. Raises LookupError for a part without its four fields."""
    half = (part.least + part.most) / 2
    corner = tuple("high" if point[axis.id] > half else "low" for axis in part.axes)
    found = next((item for item in part.items if item.corner == corner), None)
    if found is None:
        raise LookupError(f"{part.id} has no field at {corner}")
    return found


def _towards(item: Item, value: float) -> Text:
    if not half_up(value):
        return IN_THE_MIDDLE
    end = item.low if value < 0 else item.high
    return joined([filled(TOWARDS, steps=short(abs(value))), end or NOTHING])
