"""The slides of a facilitator's own that a station has."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from kulturspejl.readers.rooms.scene import Scene
from kulturspejl.records.models import RoomSlide


@dataclass(frozen=True)
class SlideView:
    """One slide; `number` of `many` at its station.

    `earlier` is what it is moved behind by ↑ (None: first), `later` is the one after it.
    """

    id: uuid.UUID
    number: int
    many: int
    width: int
    height: int
    words: str
    earlier: uuid.UUID | None = None
    later: uuid.UUID | None = None

    @property
    def name(self) -> str:
        """The id as a form says it."""
        return str(self.id)


def slides_at(scene: Scene) -> tuple[SlideView, ...]:
    """The slides of the station that is on, in order."""
    station = scene.station
    if station is None:
        return ()
    rows = RoomSlide.objects.filter(room=scene.room, station=scene.day.place_of(station))
    return slide_views(list(rows.defer("image")))


def slide_views(rows: Sequence[RoomSlide]) -> tuple[SlideView, ...]:
    """In their order, each knowing its neighbours."""
    ids = [one.id for one in rows]
    return tuple(
        SlideView(
            one.id, place + 1, len(rows), one.width, one.height, one.words,
            earlier=ids[place - 2] if place > 1 else None, later=ids[place + 1] if place + 1 < len(ids) else None,
        )
        for place, one in enumerate(rows)
    )  # fmt: skip
