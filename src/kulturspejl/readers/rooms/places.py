"""Where a team stands on a line or in a field, as the faces draw it: beside words of their own size, at any width."""

from kulturspejl.core.content.exercise import Part, Picture
from kulturspejl.core.disclosure.room_pictures import PartPicture
from kulturspejl.core.disclosure.room_places import Place
from kulturspejl.readers.rooms.scene import Scene
from kulturspejl.readers.rooms.views import SpanView, SquareView

LENGTH = 240.0
"""Picture units of a line."""
INSET = 8.0
CORNERS = (("low", "high"), ("high", "high"), ("low", "low"), ("high", "low"))
"""The four fields of a square as one reads them: x and y of each."""


def spans_of(scene: Scene, part: Part, picture: PartPicture) -> tuple[SpanView, ...]:
    """A line for each item that has a place: between its two ends, or from the least number to the most."""
    if part.picture not in (Picture.PLACES, Picture.LINE):
        return ()
    values = {label: scene.say(value) for label, value, _share in picture.rows}
    return tuple(
        _span(part, place, scene.say(item.low or item.label), scene.say(item.high), values[item.label])
        for item in part.items
        if (place := picture.places.get(item.id))
    )


def _span(part: Part, place: Place, before: str, after: str, value: str) -> SpanView:
    def x(number: float) -> float:
        return round(INSET + (number - part.least) / (part.most - part.least) * (LENGTH - 2 * INSET), 1)

    start, end = place.half or (place.at, place.at)
    steps = tuple(x(number) for number in range(part.least, part.most + 1))
    middle = x((part.least + part.most) / 2) if after else None
    return SpanView(before, after, value, x(place.at), x(start), round(x(end) - x(start), 1), steps, middle)


def square_of(scene: Scene, part: Part, picture: PartPicture) -> SquareView | None:
    """The four fields with how many stand in each; a field that went together with others has no number."""
    if part.picture is not Picture.FIELDS or picture.hidden:
        return None
    counts = {label: scene.say(value) for label, value, _share in picture.rows}
    fields = {item.corner: item for item in part.items}
    x, y = part.axes
    return SquareView(
        cells=tuple((scene.say(fields[corner].label), counts.get(fields[corner].label, "")) for corner in CORNERS),
        x=(scene.say(x.label), scene.say(x.low), scene.say(x.high)),
        y=(scene.say(y.label), scene.say(y.low), scene.say(y.high)),
    )
