"""Something to fill in, in one language: the same in a room and for whoever tries it alone."""

from collections.abc import Callable
from typing import Any

from kulturspejl.core.content.exercise import Part, Picture
from kulturspejl.core.content.kinds import Kind
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.core.text import Text
from kulturspejl.readers.rooms.places import CORNERS
from kulturspejl.readers.rooms.views import PartView

Say = Callable[[Text | None], str]


def view_of(part: Part, key: str, say: Say) -> PartView:
    """A part without what depends on where it is asked: who sees it, and whether it is closed."""
    return PartView(
        key=key, kind=part.kind.value, label=say(part.label), who_sees="",
        is_unsigned=part.visibility is Visibility.AGGREGATE, stays_on_device=part.visibility is Visibility.PRIVATE,
        instrument=part.instrument, asks=part.asks, items=tuple((item.id, say(item.label)) for item in part.items),
        least=part.least, most=part.most, low=say(part.low), high=say(part.high), longest=part.longest,
        is_pull=part.picture is Picture.PULL, is_named=part.visibility is Visibility.NAMED, skip=say(part.skip),
        calendar=say(part.calendar), after=next(iter(part.between), ""), **_shape(part, say),
    )  # fmt: skip


def _shape(part: Part, say: Say) -> dict[str, Any]:
    """What a part of its kind is filled in with."""
    if part.kind is Kind.PAIRS:
        ends = [(say(item.low), say(item.high), say(item.low_says), say(item.high_says)) for item in part.items]
        return {"pairs": tuple((item.id, say(item.label), *end) for item, end in zip(part.items, ends, strict=True))}
    if part.kind is Kind.FIELD:
        corners = {item.corner: (say(item.label), say(item.says), "-".join(item.corner)) for item in part.items}
        return {
            "axes": tuple((axis.id, say(axis.label), say(axis.low), say(axis.high)) for axis in part.axes),
            "corners": tuple(corners[corner] for corner in CORNERS),
        }
    return {
        "anchors": tuple((one.value, say(one.label), say(one.says)) for one in part.anchors),
        "sides": tuple((one.id, say(one.label)) for one in part.sides),
        "scales": tuple((say(one.label), _of_scale(part, one.id, say)) for one in part.scales),
    }


def _of_scale(part: Part, scale: str, say: Say) -> tuple[tuple[str, str], ...]:
    return tuple((item.id, say(item.label)) for item in part.items if item.scale == scale)
