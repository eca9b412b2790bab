"""The desk: where we are, who is done, how late it is, and the ways on."""

import uuid
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from math import ceil

from django.utils import timezone

from kulturspejl.access.room_access import Runner, desk_bell_of, require_room
from kulturspejl.core.choreography import agenda, groups
from kulturspejl.core.content.gathering import DIVIDED, Gathering
from kulturspejl.core.text import Text
from kulturspejl.core.writing.order import danish_key
from kulturspejl.core.writing.sentence import filled
from kulturspejl.live import bell
from kulturspejl.readers.rooms import handing_over
from kulturspejl.readers.rooms.handing_over import OfferView
from kulturspejl.readers.rooms.notes import notes_now
from kulturspejl.readers.rooms.on_paper import sheets_of
from kulturspejl.readers.rooms.regions import doing
from kulturspejl.readers.rooms.regions.agenda import AgendaLine, agenda_lines
from kulturspejl.readers.rooms.regions.agreed import AgreedView, agreed_view
from kulturspejl.readers.rooms.regions.clock import ClockView, clock_view
from kulturspejl.readers.rooms.regions.enough import AskView, EnoughView, ask_of, enough_of
from kulturspejl.readers.rooms.regions.few import FewView, few_of
from kulturspejl.readers.rooms.regions.group import GroupView, group_views
from kulturspejl.readers.rooms.regions.own import PromiseView, promises
from kulturspejl.readers.rooms.regions.shown import ShownView, shown_views
from kulturspejl.readers.rooms.regions.station import (
    StationView,
    question_of,
    station_view,
    stop_title,
    with_whom,
)
from kulturspejl.readers.rooms.scene import Scene, scene_of
from kulturspejl.readers.rooms.sides import groups_of, sides_of, turned
from kulturspejl.readers.teaching import TeachingView
from kulturspejl.records.models import Participant, Room
from kulturspejl.values import links
from kulturspejl.values.room_day import minute_of
from kulturspejl.values.room_keeping import deleted_on, gone_at

MOST_ARRIVALS = 12
"""An hour of them to choose from."""
MOST_LATE = 180
"""Later than this, the day does not follow its agenda at all, and no offer would help."""

TOGETHER = Text(da="Alle {count} sidder sammen.", en="All {count} sit together.")


@dataclass(frozen=True)
class PersonHere:
    """Somebody on the list."""

    id: str
    name: str
    workplace: str
    is_on_paper: bool
    is_done: bool


@dataclass(frozen=True)
class Stop:
    """One station in the desk's list; `at` is what GoTo takes."""

    at: int
    key: str
    title: str
    with_whom: str
    minutes: int
    slot: int
    is_now: bool


@dataclass(frozen=True)
class Desk:
    """What a facilitator sees: counts and steps, never content that was not shown.

    `done` of `done_of` are done; 0 where nobody can be. `names_done`: the list says who. `ask` stands before the next
    station.
    `sides` are the names of the wall's sides, and `side` is the place of the one that is up; `has_seats_down`: people
    have been placed, and where they sit is not among them. `notes` are what to say about the figures here, `own_notes`
    the facilitator's own for what is told, and `told` is its model. `sheets` are the pages of one set on paper;
    `agrees`: at this step something is agreed on, beside what was shown before it.
    """

    room_id: uuid.UUID
    code: str
    room_name: str
    version: int
    at: int
    mode: str
    station: StationView | None
    says: str
    next_title: str
    clock: ClockView | None
    is_clock_running: bool
    done: int
    here: tuple[PersonHere, ...]
    is_locked: bool
    arrivals: tuple[datetime, ...]
    late: int
    offers: tuple[tuple[str, tuple[AgendaLine, ...]], ...]
    stops: tuple[Stop, ...]
    agenda: tuple[AgendaLine, ...]
    gathering: str
    group_size: int
    group_sizes: str
    count_to: int
    groups: tuple[GroupView, ...]
    counting: int
    said: int
    reveals: tuple[tuple[str, str, bool], ...]
    shown: tuple[ShownView, ...]
    wall_address: str
    join_address: str
    kind: str
    is_over: bool
    stamp: str
    now: datetime
    deleted_on: date | None = None
    promises: tuple[PromiseView, ...] = ()
    agreed: AgreedView | None = None
    agrees: bool = False
    trait: str = ""
    gone_at: datetime | None = None
    model: str = ""
    done_of: int = 0
    names_done: bool = True
    enough: EnoughView | None = None
    ask: AskView | None = None
    few: FewView | None = None
    sides: tuple[str, ...] = ()
    side: int = 0
    has_seats_down: bool = False
    notes: tuple[TeachingView, ...] = ()
    own_notes: tuple[str, ...] = ()
    told: str = ""
    sheets: int = 0
    offer: OfferView | None = None

    @property
    def figures(self) -> tuple[tuple[str, str], ...]:
        """(id, name) of what may be put up; what is told is on the wall already."""
        return tuple(one for one in (self.station.models if self.station else ()) if one[0] != self.told)

    @property
    def has_sides(self) -> bool:
        """Whether the wall has several, and shows them."""
        return len(self.sides) > 1 and self.mode == "now"

    @property
    def side_before(self) -> str:
        """What ← turns the wall to; "" where it leads to another step."""
        return self.sides[self.side - 1] if self.has_sides and self.side else ""

    @property
    def side_after(self) -> str:
        """What → turns the wall to; "" where it leads to another step."""
        return self.sides[self.side + 1] if self.has_sides and self.side + 1 < len(self.sides) else ""


def desk(user: Runner, room_id: uuid.UUID, *, language: str, now: datetime) -> Desk:
    """Everything for a facilitator; NotThere for anybody else. Nothing that was not shown."""
    room = require_room(user, room_id, now=now)
    stamp = bell.stamp(desk_bell_of(room))
    scene = scene_of(room, language=language, now=now)
    people = list(Participant.objects.filter(room=room))
    names = {str(one.id): one.name for one in people}
    station, state, late = scene.station, scene.state, _late(scene)
    gathering, size = _gathering(scene)
    seats = groups_of(scene)
    sides = sides_of(scene, seats)
    return Desk(
        room_id=room.id, code=room.code, room_name=room.name, version=state.version, at=state.at, mode=state.wall.value,
        station=station_view(scene, scene.step.wall if scene.step else None),
        says=scene.say(scene.step.desk if scene.step else None), next_title=_next_title(scene),
        clock=clock_view(scene), is_clock_running=state.clock is not None and state.clock.since is not None,
        done=sum(1 for one in people if station and one.done == station.key), here=_here(scene, people),
        is_locked=room.is_locked, arrivals=_arrivals(people), late=late,
        offers=_offers(scene, late), stops=_stops(scene), agenda=agenda_lines(scene), gathering=gathering,
        group_size=size, group_sizes=_sizes(scene, len(people), size) if size else "",
        count_to=groups.number_of_groups(len(people), size) if size else 0,
        groups=group_views(scene, names), counting=state.counting,
        said=sum(1 for one in state.said if one in names), reveals=_reveals(scene), shown=shown_views(scene),
        wall_address=_wall_address(room), join_address=links.room_address(room.code), kind=room.kind,
        is_over=state.is_over, stamp=stamp, now=now, deleted_on=deleted_on(room),
        promises=promises(scene), agreed=agreed_view(scene), agrees=bool(scene.step and scene.step.keeps),
        trait=room.trait, gone_at=gone_at(room), model=state.model,
        done_of=doing.out_of(scene, len(people)), names_done=doing.is_named(scene), enough=enough_of(scene),
        ask=ask_of(scene), few=few_of(scene),
        sides=tuple(one.id for one in sides), side=turned(sides, state.side),
        has_seats_down=bool(seats) and not state.are_seats_up, notes=notes_now(scene), own_notes=_own_notes(scene),
        told=station.model if station else "", sheets=sheets_of(room, language), offer=handing_over.at_desk(scene),
    )  # fmt: skip


def _own_notes(scene: Scene) -> tuple[str, ...]:
    planned = scene.day.planned_of(scene.station) if scene.station else None
    return tuple(map(scene.say, planned.notes)) if planned else ()


def _wall_address(room: Room) -> str:
    """It opens on any machine, without signing in."""
    return f"/facilitate/{room.id}/wall?key={room.wall_key}"


def _here(scene: Scene, people: Sequence[Participant]) -> tuple[PersonHere, ...]:
    station = scene.station
    found = [
        PersonHere(
            id=str(one.id), name=one.name, workplace=one.workplace, is_on_paper=one.key_hash is None,
            is_done=station is not None and one.done == station.key,
        )
        for one in people
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda one: (danish_key(one.name), one.id)))


def _arrivals(people: Sequence[Participant]) -> tuple[datetime, ...]:
    """The last moments, to five minutes, at which somebody came on a phone; the newest first."""
    came = {one.came_at for one in people if one.came_at is not None and one.key_hash is not None}
    return tuple(sorted(came, reverse=True)[:MOST_ARRIVALS])


def _stops(scene: Scene) -> tuple[Stop, ...]:
    return tuple(
        Stop(
            at=place, key=station.key, title=stop_title(scene, station),
            with_whom=with_whom(scene, station), minutes=scene.state.minutes_of(station), slot=station.slot,
            is_now=place == scene.state.at,
        )
        for place, station in enumerate(scene.day.script)
    )  # fmt: skip


def _next_title(scene: Scene) -> str:
    following = scene.state.at + 1
    if scene.state.is_over or following >= len(scene.day.script):
        return ""
    return stop_title(scene, scene.day.script[following])


def _gathering(scene: Scene) -> tuple[str, int]:
    station = scene.station
    if station is None or station.gathering not in DIVIDED:
        return "", 0
    if station.gathering is Gathering.TRIO:
        return station.gathering.value, 0  # As many as came together: no size is wanted.
    return station.gathering.value, station.size or groups.PAIR


def _sizes(scene: Scene, people: int, size: int) -> str:
    """ "26 = 5 × 4 + 2 × 3"; in words where all sit together, as so few as five do: no group is smaller than three."""
    if len(groups.sizes(people, size)) == 1:
        return scene.say(filled(TOGETHER, count=people))
    many = sorted(Counter(groups.sizes(people, size)).items(), reverse=True)
    return f"{people} = " + " + ".join(f"{count} × {each}" for each, count in many) if many else ""


def _reveals(scene: Scene) -> tuple[tuple[str, str, bool], ...]:
    """(the part as Show takes it, its words, whether it is shown); a day's own question stands for its answers."""
    station, step = scene.station, scene.step
    if station is None or step is None:
        return ()
    return tuple(
        (
            part.id,
            question_of(scene) or scene.say(part.label),
            f"{station.key}/{part.id}" in scene.state.shown,
        )
        for part in step.parts
        if part.id in station.reveals
    )


def _late(scene: Scene) -> int:
    """Minutes that this item will run over; 0 on another day than the room's own."""
    station = scene.station
    if station is None or timezone.localdate(scene.now) != scene.room.day:
        return 0
    late = agenda.behind(scene.state.slots, station.slot, minute_of(scene.now), _minutes_to_go(scene))
    return late if late <= MOST_LATE else 0


def _minutes_to_go(scene: Scene) -> int:
    """Of this item: what is left of the station, and the stations after it."""
    station, state = scene.station, scene.state
    if station is None:
        return 0
    left = max(0.0, state.clock.left(scene.now)) / 60 if state.clock else float(state.minutes_of(station))
    if state.walks:
        left = max(0.0, station.minutes - min(walk.walked(scene.now) for walk in state.walks) / 60)
    later = scene.day.script[state.at + 1 :]
    return ceil(left) + sum(state.minutes_of(one) for one in later if one.slot == station.slot)


def _offers(scene: Scene, late: int) -> tuple[tuple[str, tuple[AgendaLine, ...]], ...]:
    """("shorten": breaks on time, "push": all of it later) with the agenda as it would be."""
    if not late or scene.station is None:
        return ()
    at, slots = scene.station.slot, scene.state.slots
    return tuple(
        (name, agenda_lines(scene, plan(slots, at, late)))
        for name, plan in (("shorten", agenda.shorten), ("push", agenda.push))
    )
