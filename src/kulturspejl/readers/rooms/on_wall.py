"""The wall: what the room is doing and what was shown, and nothing of anybody."""

import uuid
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from kulturspejl.access.room_access import Runner, bell_of, room_on_wall
from kulturspejl.core.choreography import WallMode
from kulturspejl.core.content.programme import SlotKind
from kulturspejl.live import bell
from kulturspejl.readers.rooms import handing_over
from kulturspejl.readers.rooms.handing_over import OfferView
from kulturspejl.readers.rooms.put_up import ModelView, model_view
from kulturspejl.readers.rooms.regions.agenda import AgendaLine, agenda_lines
from kulturspejl.readers.rooms.regions.agreed import AgreedView, agreed_view
from kulturspejl.readers.rooms.regions.clock import ClockView, begins_again, clock_view
from kulturspejl.readers.rooms.regions.shown import ShownView, shown_views
from kulturspejl.readers.rooms.regions.station import StationView, homework_of, station_view
from kulturspejl.readers.rooms.scene import Scene, scene_of
from kulturspejl.readers.rooms.sides import groups_of, sides_of, turned
from kulturspejl.readers.rooms.sides.agenda import WallAgenda, on_screen
from kulturspejl.readers.rooms.wall_side import WallSide
from kulturspejl.records.models import Participant, RoomKind
from kulturspejl.reports.qr import qr_svg
from kulturspejl.values import links
from kulturspejl.values.own_logo import Logo, logo_of
from kulturspejl.values.room_keeping import gone_at

_qr = lru_cache(maxsize=64)(qr_svg)


@dataclass(frozen=True)
class Wall:
    """What everybody in the room may see from ten metres: never anything of one person.

    `sides` are what an exercise shows, and `side` is the place of the one that is up; `goals` are the day's own.
    """

    room_id: uuid.UUID
    code: str
    room_name: str
    version: int
    mode: str
    address: str
    qr_svg: str
    station: StationView | None
    clock: ClockView | None
    begins_again: str
    counting: int
    groups: tuple[tuple[int, tuple[str, ...]], ...]
    shown: tuple[ShownView, ...]
    agenda: tuple[AgendaLine, ...]
    here: int
    is_over: bool
    homework: str
    stamp: str
    now: datetime
    is_practice: bool = False
    agreed: AgreedView | None = None
    trait: str = ""
    gone_at: datetime | None = None
    model: ModelView | None = None
    sides: tuple[WallSide, ...] = ()
    side: int = 0
    goals: tuple[str, ...] = ()
    logo: Logo | None = None
    offer: OfferView | None = None

    @property
    def window(self) -> WallAgenda:
        """As much of the agenda as there is room for."""
        return on_screen(self.agenda)


def wall(user: Runner | None, room_id: uuid.UUID, wall_key: str, *, language: str, now: datetime) -> Wall:
    """For a facilitator, or for whoever has the wall's own key; NotThere for anybody else."""
    room = room_on_wall(user, room_id, wall_key, now=now)
    stamp = bell.stamp(bell_of(room))
    scene = scene_of(room, language=language, now=now)
    groups = groups_of(scene)
    sides = sides_of(scene, groups)
    return Wall(
        room_id=room.id, code=room.code, room_name=room.name, version=scene.state.version, mode=_mode(scene),
        address=links.short_address(), qr_svg=_qr(links.room_url(room.code)),
        station=station_view(scene, scene.step.wall if scene.step else None), clock=clock_view(scene),
        begins_again=begins_again(scene), counting=scene.state.counting, groups=groups,
        shown=_shown(scene), agenda=agenda_lines(scene),
        here=Participant.objects.filter(room=room).count(), is_over=scene.state.is_over,
        homework=homework_of(scene), stamp=stamp, now=now,
        is_practice=room.kind == RoomKind.PRACTICE, agreed=agreed_view(scene), trait=room.trait, gone_at=gone_at(room),
        model=_model(scene, sides), sides=sides,
        side=turned(sides, scene.state.side), goals=_goals(scene), logo=logo_of(room.made_by_id),
        offer=handing_over.in_room(scene),
    )  # fmt: skip


def _mode(scene: Scene) -> str:
    """A model that the instance no longer has leaves the wall at what the room is doing."""
    mode = scene.state.wall
    return mode.value if mode is not WallMode.MODEL or model_view(scene) else WallMode.NOW.value


def _model(scene: Scene, sides: tuple[WallSide, ...]) -> ModelView | None:
    """What was put up; else what is told, while the wall is turned to it."""
    if scene.state.wall is WallMode.MODEL:
        return model_view(scene)
    is_told = scene.state.wall is WallMode.NOW and sides and sides[turned(sides, scene.state.side)].kind == "model"
    return model_view(scene) if is_told else None


def _goals(scene: Scene) -> tuple[str, ...]:
    """What the day is for, while people are welcomed."""
    station = scene.station
    is_welcome = station is not None and scene.day.item_of(station).kind is SlotKind.WELCOME
    return tuple(map(scene.say, scene.day.programme.goals)) if is_welcome else ()


def _shown(scene: Scene) -> tuple[ShownView, ...]:
    """Nothing when the day is over: then answers are combined that nobody has chosen to show to the room."""
    return () if scene.state.is_over else shown_views(scene)
