"""Where a team stands on a line or in a field, as the faces draw it: beside words of their own size, at any width."""

from dataclasses import dataclass

from kulturspejl.core.kinds.base.items import Item
from kulturspejl.core.kinds.base.numbers import Numbered
from kulturspejl.core.kinds.base.part import Part
from kulturspejl.core.kinds.base.picture import PartPicture, Place
from kulturspejl.core.kinds.field import Field
from kulturspejl.core.kinds.pairs import Pair
from kulturspejl.readers.rooms.scene import Scene

LENGTH = 240.0
"""Picture units of a line."""
INSET = 8.0


@dataclass(frozen=True)
class SpanView:
    """A line of 240 units: where all stand together (`at`), and from `start` on for `width` their middle half.

    `before` and `after` are the words at its ends; `value` says the same; `steps` are its places, `middle` the one
    between two opposite ends.
    """

    before: str
    after: str
    value: str
    at: float
    start: float
    width: float
    steps: tuple[float, ...]
    middle: float | None


@dataclass(frozen=True)
class SquareView:
    """Four fields, (name, how many), the upper two first; axes as (label, low, high).

    A field that went together with others has "" for its number, and `others` says how many those are in all.
    """

    cells: tuple[tuple[str, str], ...]
    x: tuple[str, str, str]
    y: tuple[str, str, str]
    others: str = ""


def spans_of(scene: Scene, part: Part, picture: PartPicture) -> tuple[SpanView, ...]:
    """A line for each item that has a place: between its two ends, or from the least number to the most."""
    if not picture.places or not isinstance(part.shape, Numbered):
        return ()
    values = {label: scene.say(value) for label, value, _share in picture.rows}
    found = [(item, place) for item in part.shape.items if (place := picture.places.get(item.id))]
    return tuple(_span(part.shape, place, *_ends(scene, item), values[item.label]) for item, place in found)


def _ends(scene: Scene, item: Item) -> tuple[str, str]:
    """The words at the two ends of its line: those of a pair, or its name alone."""
    return (scene.say(item.low), scene.say(item.high)) if isinstance(item, Pair) else (scene.say(item.label), "")


def _span(shape: Numbered, place: Place, before: str, after: str, value: str) -> SpanView:
    def x(number: float) -> float:
        return round(INSET + (number - shape.least) / (shape.most - shape.least) * (LENGTH - 2 * INSET), 1)

    start, end = place.half or (place.at, place.at)
    steps = tuple(x(number) for number in range(shape.least, shape.most + 1))
    middle = x((shape.least + shape.most) / 2) if after else None
    return SpanView(before, after, value, x(place.at), x(start), round(x(end) - x(start), 1), steps, middle)


def square_of(scene: Scene, part: Part, picture: PartPicture) -> SquareView | None:
    """The four fields with how many stand in each; of those that went together only how many they are in all."""
    if not isinstance(part.shape, Field) or picture.hidden:
        return None
    counts = {label: scene.say(value) for label, value, _share in picture.rows}
    fields = {one.label for one in part.shape.corners}
    others = [(label, value) for label, value, _share in picture.rows if label not in fields]
    x, y = part.shape.axes
    return SquareView(
        cells=tuple((scene.say(one.label), counts.get(one.label, "")) for one in part.shape.corners),
        x=(scene.say(x.label), scene.say(x.low), scene.say(x.high)),
        y=(scene.say(y.label), scene.say(y.low), scene.say(y.high)),
        others=" · ".join(f"{scene.say(label)}: {scene.say(value)}" for label, value in others),
    )
