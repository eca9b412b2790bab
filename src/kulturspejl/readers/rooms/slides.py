"""Slides of a facilitator's own: where they stand, what they take, and one of them as a picture."""

import uuid
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from kulturspejl.access.permission import NOTHING_HERE
from kulturspejl.access.room_access import Runner, require_room, room_on_wall
from kulturspejl.core.errors import NotThere
from kulturspejl.library.slides import LONGEST, MOST_PAGES, can_read
from kulturspejl.readers.rooms.regions.agenda import time_of_day
from kulturspejl.readers.rooms.regions.slides import SlideView, slide_views
from kulturspejl.readers.rooms.regions.station import stop_title
from kulturspejl.readers.rooms.scene import Scene, scene_of
from kulturspejl.records.models import RoomKind, RoomSlide, User
from kulturspejl.values.room_slides import MOST_BYTES, MOST_SLIDES


@dataclass(frozen=True)
class StationSlides:
    """A place of the day with its slides; `key` is "" for those whose place is no longer in the day."""

    key: str
    title: str
    start: str
    slides: tuple[SlideView, ...]


@dataclass(frozen=True)
class OwnSlides:
    """The page of a class's slides; `megabytes` of `most_megabytes` are taken."""

    room_id: uuid.UUID
    room_name: str
    stations: tuple[StationSlides, ...]
    many: int
    most: int
    megabytes: int
    most_megabytes: int
    longest_megabytes: int
    most_pages: int
    is_over: bool
    can_read: bool

    @property
    def filled(self) -> tuple[StationSlides, ...]:
        """The stations that have some."""
        return tuple(one for one in self.stations if one.slides)


def own_slides(user: User, room_id: uuid.UUID, *, language: str, now: datetime) -> OwnSlides:
    """For a facilitator of a class; NotThere for anybody else, and for a borrowed room."""
    room = require_room(user, room_id, now=now)
    if room.kind == RoomKind.BORROWED:
        raise NotThere(NOTHING_HERE)
    scene = scene_of(room, language=language, now=now)
    rows = list(RoomSlide.objects.filter(room=room).defer("image"))
    return OwnSlides(
        room_id=room.id, room_name=room.name, stations=_stations(scene, rows), many=len(rows), most=MOST_SLIDES,
        megabytes=round(sum(one.size for one in rows) / 1_000_000), most_megabytes=MOST_BYTES // 1_000_000,
        longest_megabytes=LONGEST // 1_000_000, most_pages=MOST_PAGES, is_over=scene.state.is_over, can_read=can_read(),
    )  # fmt: skip


def _stations(scene: Scene, rows: list[RoomSlide]) -> tuple[StationSlides, ...]:
    found: dict[str, list[RoomSlide]] = defaultdict(list)
    for one in rows:
        found[one.station].append(one)
    known = [
        StationSlides(
            key, stop_title(scene, station), time_of_day(scene.state.slots[station.slot].start, scene.language),
            slide_views(found.pop(key, [])),
        )
        for station in scene.day.script
        for key in [scene.day.place_of(station)]
    ]  # fmt: skip
    lost = [StationSlides("", "", "", slide_views(rest)) for rest in found.values()]
    return (*lost, *known)


def slide_image(
    user: Runner | None, room_id: uuid.UUID, slide_id: uuid.UUID, wall_key: str, *, now: datetime
) -> tuple[str, bytes]:
    """(form, picture) for a facilitator or whoever has the wall's own key; NotThere for anybody else."""
    room_on_wall(user, room_id, wall_key, now=now)
    found = RoomSlide.objects.filter(room_id=room_id, id=slide_id).values_list("form", "image").first()
    if found is None:
        raise NotThere(NOTHING_HERE)
    return found[0], bytes(found[1])
